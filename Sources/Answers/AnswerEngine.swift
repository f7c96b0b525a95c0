import Analysis
import JapaneseText
import Phrases
import PlanDocuments
import PlanLibrary
import Questions

/// Everything that answering needs, built when first needed and kept.
final class AnswerEngine {
  private let library: Library
  private let vocabulary: Vocabulary
  private let lemmas: LemmaTable
  private let parser: QuestionParser
  private let grammar: GrammarParser
  private let breaker: WordBreaker
  private let matcher: KeywordMatcher
  private let words: KnownWords
  private let evaluator: Evaluator
  private let finder: EntityFinder
  private let figures: FigureFinder
  private let suggestions: Suggestions
  private let citations: CitationCheck
  private let respeller: Respeller
  /// Names of documents that everything asked for must stand in: titles, publishers, years.
  private let scope: [String]

  /// - Parameter scope: throws `UnknownScope` for one that names no document.
  init(library: Library, scope: [String] = []) throws {
    self.library = library
    self.scope = scope
    let lexicon = try QuestionLexicon(of: library)
    vocabulary = lexicon.vocabulary
    lemmas = lexicon.lemmas
    parser = QuestionParser(vocabulary: vocabulary)
    grammar = GrammarParser(vocabulary: vocabulary, lemmas: lexicon.lemmas)
    let gazetteer = Gazetteer(of: library, vocabulary: vocabulary)
    breaker = try WordBreaker()
    let analyzer = try Analyzer(library.analyzerTables)
    matcher = KeywordMatcher(
      analyzer: analyzer, synonyms: library.synonymFinder, definitions: gazetteer.definitions)
    let texts = PassageTexts(library: library)
    words = KnownWords(library: library, matcher: matcher, texts: texts)
    let matcher = matcher
    let documents = DocumentFinder(
      library.documents, titles: { DocumentTitles(of: library, matcher: matcher) }, matcher: matcher,
      holding: library.linesAtMost(holding:),
      prints: { document, word in
        library.lines(of: document.id, in: LineRange(1, max(1, document.lineCount)))
          .contains { $0.contains(word) }
      },
      holdsOften: { document, term, count in
        var left = count
        var others: [String] = []
        // most lines that hold a word print it as it is folded, and folding costs more than looking
        for line in library.lines(of: document.id, in: LineRange(1, max(1, document.lineCount))) {
          if left == 0 { return true }
          if matcher.stands(term, in: Array(line.unicodeScalars)) { left -= 1 } else { others.append(line) }
        }
        for line in others where left > 0 {
          if matcher.stands(term, in: matcher.unkeptScalars(line)) { left -= 1 }
        }
        return left == 0
      })
    let titles = Dictionary(
      library.documents.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let groups = FactGroups(library, folder: analyzer.folder)
    evaluator = Evaluator(
      groups: groups, levels: Lazy { Levels(groups) }, headings: Headings(groups, matcher: matcher),
      documents: documents, matcher: matcher,
      texts: texts, titles: titles, lines: { library.lines(of: $0, in: $1) })
    finder = EntityFinder(
      gazetteer, documents: documents, vocabulary: vocabulary, folder: analyzer.folder,
      synonyms: library.synonymFinder,
      plans: groups.plans)
    figures = FigureFinder(groups, matcher: matcher) { library.lines(of: $0, in: $1) }
    citations = CitationCheck(library: library)
    suggestions = Suggestions(library: library, matcher: matcher, vocabulary: vocabulary)
    respeller = Respeller(
      library: library, matcher: matcher, words: words, lexicon: lexicon, breaker: breaker)
    if let name = scope.first(where: { documents.documents(named: $0).isEmpty }) { throw UnknownScope(name) }
  }

  /// Headings that were compared with words so far, part by part.
  var headingComparisons: Int { evaluator.headings.comparisons }

  /// The answer, and the question as its first reading understood it.
  /// - Parameters:
  ///   - missed: the question before had no answer: what goes on from it has nothing to be asked of.
  ///   - suggests: false where the question is a suggestion itself.
  func answer(
    _ question: String, after last: (question: Question, total: Int)?, missed: Bool = false, limit: Int?,
    suggests: Bool = true
  ) -> (Answer, Question?) {
    let read = reworded(question)
    var (answer, understood) = answer(
      asTyped: read.text, after: last, missed: missed, limit: limit, suggests: suggests)
    if let afterthought = read.afterthought {
      answer = answer.asked(as: read.respelling?.text ?? question, afterthought.asked)
    }
    if let respelling = read.respelling {
      answer = answer.asked(as: question, readAs: respelling.words, respelling.asked)
    }
    return (answer, understood)
  }

  /// The question as it is read: slips put right, then what it is asked of in its place. What a canonical question quotes stands
  /// as it is.
  private func reworded(_ question: String) -> (
    text: String, respelling: Respelling?, afterthought: Afterthought?
  ) {
    guard question.unicodeScalars.count <= QuestionParser.longest,
      Question(canonical: question.trimmed) == nil
    else { return (question, nil, nil) }
    let respelling = respeller.respelling(of: question)
    let spelled = respelling?.text ?? question
    let afterthought = Afterthought(spelled)
    return (afterthought?.text ?? spelled, respelling, afterthought)
  }

  private func answer(
    asTyped question: String, after last: (question: Question, total: Int)?, missed: Bool, limit: Int?,
    suggests: Bool
  ) -> (Answer, Question?) {
    let builder = ReadingBuilder(
      library: library, evaluator: evaluator, citations: citations, scope: scope, limit: limit,
      isTold: suggests)
    let count = question.unicodeScalars.count
    guard count <= QuestionParser.longest else {
      let error = QuestionError.tooLong(count: count, limit: QuestionParser.longest)
      return (invalid(question, AnswerError(error)), nil)
    }
    if let canonical = Question(canonical: question.trimmed)?.ofPoints {
      // `count of evaluations` is what they print, and how many there are where none prints it
      let all = canonical.countOfEvaluations.map { [Candidates.Round([$0], replacesUnstated: true)] } ?? []
      return answer(
        question, rounds: [.init([canonical])] + all, frame: nil, text: nil, builder, suggests: suggests)
    }
    let text = QuestionText(question, breaker: breaker)
    let entities = finder.entities(in: text)
    let named = entities + finder.ownKinds(in: text)
    let derivation = grammar.derivation(of: text, entities: named)
    // after a question without an answer, what goes on from it or points back at it has nothing to be asked of
    if missed, last == nil {
      let isOpen = derivation.map { !$0.inquiry.hasSubject } ?? false
      let frame = try? parser.frame(of: text, entities: entities)
      if isOpen || frame?.refersBack ?? false || frame?.goesOnAlone ?? false {
        let error = QuestionError.nothingBefore(question.trimmed, 0..<text.scalars.count)
        return (invalid(question, AnswerError(error)), nil)
      }
    }
    // what names several sets of things stands by itself, whatever was asked before
    if let derivation, last == nil || derivation.inquiry.isOfSeveral,
      let answer = answer(question, by: derivation, text, builder, suggests: suggests)
    {
      return answer
    }
    // そのうち, of them: a whole question about the things of the one before
    if let before = last?.question.selection, before.kind.factKind != nil,
      let derivation = grammar.derivation(of: text, entities: named, after: before),
      let answer = answer(question, by: derivation, text, builder, suggests: suggests)
    {
      return missed ? beside(answer, .ofEarlier) : answer
    }
    if let last {
      // a subject of its own starts anew; anything less goes on from the question before, a kind alone in its place
      let fragment = grammar.fragment(of: text, entities: entities)
      let counts = fragment?.acts.contains(.pointsBack) ?? false && fragment?.acts.contains(.count) ?? false
      let stays =
        counts
        || derivation?.inquiry.isKindAlone ?? false && fragment?.acts.contains(where: \.keepsPlace) ?? false
        || last.question.selection?.conditions.contains(where: \.isUnder) ?? false
          && derivation?.inquiry.isNameAlone ?? false && fragment?.acts.contains(where: \.isOfLabel) ?? false
      if let derivation, derivation.inquiry.hasSubject, !stays,
        let answer = answer(question, by: derivation, text, builder, suggests: suggests)
      {
        return answer
      }
      if let fragment,
        let answer = answer(question, fragment, after: last, text, builder, suggests: suggests)
      {
        return missed ? beside(answer, .ofEarlier) : answer
      }
    }
    let isAfterThings = last?.question.selection?.kind.factKind != nil
    do throws(QuestionError) {
      let frame = try parser.frame(of: text, entities: entities)
      if last == nil, frame.refersBack || frame.isOnlyPosition, frame.tests.isEmpty, frame.texts.isEmpty,
        frame.kinds.isEmpty
      {
        throw QuestionError.nothingBefore(question.trimmed, 0..<text.scalars.count)
      }
      if last != nil, let derivation,
        let answer = answer(question, by: derivation, text, builder, suggests: suggests)
      {
        if missed, frame.refersBack { return beside(answer, .ofEarlier) }
        return isAfterThings && derivation.inquiry.isOpen ? beside(answer, .ofEverything) : answer
      }
      // what points back at something else than was asked before is not asked of everything, nor of all of a kind
      if last != nil, frame.refersBack, frame.texts.isEmpty, !frame.namesThing,
        frame.kinds.isEmpty || frame.asksForKindAlone
      {
        return answer(question, rounds: [], frame: frame, text: text, builder, suggests: suggests)
      }
      if let refusal = frame.refusalAlone { throw refusal }
      // 目標は？, what is the target: of one thing, and nothing says which; 目標の一覧 and targets are those of all
      if last == nil, frame.asksOfNothing, text.endsAsTopic || frame.asksInWords || frame.defines {
        throw QuestionError.nothingBefore(question.trimmed, 0..<text.scalars.count)
      }
      // どちらが大きく超えた？ of what was asked before: words that name nothing are looked for in no text
      if last?.question.selection?.kind.factKind != nil, frame.namesNothing {
        return answer(question, rounds: [], frame: frame, text: text, builder, suggests: suggests)
      }
      let (answer, understood) = answer(
        question, rounds: candidates(frame, text).rounds, frame: frame, text: text, builder,
        suggests: suggests)
      // only a table of figures could have told of what the bound is, or by what the order goes
      let word = frame.openBounds.first?.word ?? frame.unsaidOrder
      let isAllKnown = answer.words.unknown.isEmpty
      if answer.status == .noMatch, let word, isAllKnown || !frame.isBareText {
        throw QuestionError.unplaced(word)
      }
      let hasSubject =
        !frame.kinds.isEmpty || frame.namesThing || !frame.texts.isEmpty || frame.rank != nil
        || frame.sortKey != nil
      return isAfterThings && !hasSubject
        ? beside((answer, understood), .ofEverything) : (answer, understood)
    } catch {
      return (invalid(question, AnswerError(error)), nil)
    }
  }

  /// The answer with what should be known of how it stands to the question before; passages claim nothing.
  private func beside(_ result: (Answer, Question?), _ gap: Gap) -> (Answer, Question?) {
    var (answer, understood) = result
    answer.readings = answer.readings.map { reading in
      guard reading.kind != .passages else { return reading }
      var reading = reading
      reading.because.append(gap)
      return reading
    }
    return (answer, understood)
  }

  /// The answer to half a question after another; nil where it is none, or where its words are no other thing's.
  private func answer(
    _ question: String, _ fragment: Fragment, after last: (question: Question, total: Int),
    _ text: QuestionText, _ builder: ReadingBuilder, suggests: Bool
  ) -> (Answer, Question?)? {
    guard
      let whole = Continuation(of: last.question, total: last.total, row: figures.row).question(fragment.acts)
    else { return nil }
    // a bare word asks for what bears it; 臨海部は？ for the same of another
    if fragment.acts.allSatisfy(\.isOfWords), whole.selection?.kind != .figures, !text.endsAsTopic {
      return nil
    }
    let frame = Frame(fragment.parse)
    let (answer, understood) = answer(
      question, rounds: [.init([whole])], frame: frame, text: text, builder, suggests: suggests)
    if answer.status == .noMatch, fragment.acts.contains(where: \.isOfWords) { return nil }
    // なぜ？: what is asked next is asked of the thing, not of the passages
    return (answer, fragment.acts.contains(.why) ? nil : understood)
  }

  private func candidates(_ frame: Frame, _ text: QuestionText) -> Candidates {
    Candidates(
      frame: frame, text: text, evaluator: evaluator, words: words, figures: figures, vocabulary: vocabulary,
      lemmas: lemmas)
  }

  private func invalid(_ question: String, _ error: AnswerError) -> Answer {
    Answer(question: question, status: .invalid, error: error)
  }

  // MARK: answering

  /// The answer by a derivation of the whole question; nil where it speaks of words that no text has, or where nothing
  /// is found by its words and the other parser may know them otherwise.
  private func answer(
    _ question: String, by derivation: Derivation, _ text: QuestionText, _ builder: ReadingBuilder,
    suggests: Bool
  ) -> (Answer, Question?)? {
    let questions = derivation.questions
    let frame = Frame(derivation.parse)
    guard !questions.isEmpty, words.unknown(in: frame).isEmpty else { return nil }
    let rounds = [questions, questions.compactMap(\.withUnstated)].filter { !$0.isEmpty }
    let result = answer(
      question, rounds: rounds.map { .init($0, isOpen: true) }, frame: frame, text: text, builder,
      suggests: suggests)
    // under a heading, what is written there may be asked for
    let isUnder = questions.contains { question in
      question.selection?.conditions.contains { if case .under = $0 { true } else { false } } ?? false
    }
    let isOpen = derivation.inquiry.hasTopic || derivation.inquiry.asksForWorks || isUnder
    return result.0.status == .noMatch && isOpen ? nil : result
  }

  private func answer(
    _ question: String, rounds: [Candidates.Round], frame: Frame?, text: QuestionText?,
    _ builder: ReadingBuilder, suggests: Bool
  ) -> (Answer, Question?) {
    var readings: [Reading] = []
    // which candidate gave each reading: the conversation goes on from that of the first
    var origins: [String: Question] = [:]
    var isShown = false
    var standingNowhere = frame.map(words.unknown) ?? []
    func used(in reading: Question?, besides leftOut: [String]) -> QuestionWords {
      guard let frame, let text else { return QuestionWords(canonical: question) }
      let omitted = reading.map { frame.omitted(by: $0) + frame.verbs(omittedBy: $0) } ?? []
      // a word is said once: with the longer one that it is a part of
      let words = (standingNowhere + leftOut + omitted).uniqued
      let unknown = words.filter { word in !words.contains { $0 != word && $0.contains(word) } }
      return QuestionWords(text, frame, unknown: unknown, in: reading)
    }
    for (n, round) in rounds.enumerated() where readings.isEmpty || !isShown && round.replacesUnstated {
      let takesPlace = !readings.isEmpty
      for candidate in round.questions.map({ $0.asked(in: scope) }) {
        // the levels that there are stand in the facts, which are read where the question asks for one
        let asked = candidate.levels
        if !asked.isEmpty, let (level, levels) = evaluator.levels.value.impossible(in: asked) {
          let error = QuestionError.levelOutOfRange(level, levels, span(of: level, in: question, frame))
          return (invalid(question, AnswerError(error)), nil)
        }
        // 財務局以外: what no text has, nothing can be told apart by
        let denied = (candidate.selection?.conditions ?? []).flatMap(\.deniedWords).filter(words.isUnheard)
        if !denied.isEmpty {
          standingNowhere = (standingNowhere + denied).uniqued
          continue
        }
        // a later round has one thing to say; passages say nothing more, but beside a bare word
        if !readings.isEmpty, n > 0, !round.isOpen, !takesPlace { break }
        if case .passages = candidate, !readings.isEmpty, !takesPlace, frame?.isBareText == false { continue }
        do throws(ReadingBuilder.Refusal) {
          let found = try builder.readings(of: candidate).map(\.withoutFigureOverPart).filter {
            words.isHonest($0, for: candidate, askedBy: frame)
          }
          .map { builder.marked($0, for: candidate).standingIn(for: round.kindAsked) }
          .map { reading in
            let passedOver = candidate.selection.map(evaluator.wordsPassedOver) ?? []
            // 15事業のうち: of another number of things than is meant
            let groups = frame?.claims.isEmpty ?? true ? nil : candidate.ofAllGroups
            let all = groups.flatMap { try? builder.readings(of: $0).first?.total }
            let claimed = (frame?.claims ?? []).filter { claim in
              claim.count != reading.total && claim.count != all
                && claim.count != candidate.selection.map { evaluator.facts($0, scope: .init()).count }
            }.map(\.word)
            return reading.using(
              used(in: candidate, besides: round.leftOut + passedOver + claimed + (frame?.asides ?? [])),
              of: library)
          }
          for reading in found where origins[reading.canonical] == nil {
            origins[reading.canonical] = candidate
          }
          let showing = found.filter { !$0.isNotStated }
          // things of another kind that have what is asked for take the place of those that don't
          if readings.isEmpty || !showing.isEmpty && !isShown {
            readings = showing.isEmpty ? found : showing
            isShown = !showing.isEmpty
          } else {
            readings += showing
          }
        } catch {
          let span = 0..<question.unicodeScalars.count
          return (invalid(question, AnswerError(.unlikeUnits, error.saying, span: span)), nil)
        }
      }
    }
    // what leaves out a word of the question comes behind what uses it
    readings = readings.uniqued.sortedStably { $0.words.unknown.count < $1.words.unknown.count }
    guard let first = readings.first else {
      let candidates = rounds.flatMap(\.questions).map { $0.asked(in: scope) }
      let used = used(in: candidates.first, besides: [])
      // 経費: each field that it may mean, but for one that nothing states
      let meant = rounds.first.map { $0.isOpen ? $0.questions.map { $0.asked(in: scope) } : [] } ?? []
      let all = (meant.isEmpty ? Array(candidates.prefix(1)) : meant)
        .flatMap { [$0] + [evaluator.inThousands($0)].compactMap(\.self) }
        .map { builder.emptyReading(of: $0).using(used, of: library) }
      let stated = all.filter { !$0.isNotStated }
      let empty = stated.isEmpty ? Array(all.prefix(1)) : stated
      return (
        Answer(
          question: question, status: .noMatch, readings: empty, words: used,
          suggestions: suggests ? suggest(question, frame, candidates, used.unknown) : []), nil
      )
    }
    // another number of things than there is, and a clause beside the question, were typed as they were meant
    let meant = (frame?.claims ?? []).map(\.word) + (frame?.asides ?? [])
    let misspelt = first.words.unknown.filter { !meant.contains($0) }
    return (
      Answer(
        question: question, status: first.answers ? .answered : .noMatch, readings: readings,
        words: first.words,
        suggestions: suggests && !misspelt.isEmpty ? corrected(question, words: misspelt) : []),
      origins[first.canonical]
    )
  }

  /// Where a figure stands in a question: all of it where no word is that figure.
  private func span(of figure: ExactNumber, in question: String, _ frame: Frame?) -> Range<Int> {
    frame?.uses.first { $0.text.compactMap(\.wholeNumberValue).map(String.init).joined() == "\(figure)" }?
      .range
      ?? 0..<question.unicodeScalars.count
  }

  // MARK: nothing matches

  private func suggest(_ question: String, _ frame: Frame?, _ candidates: [Question], _ unknown: [String])
    -> [Suggestion]
  {
    guard let frame else { return [] }
    let bureaus = frame.texts.contains { $0.hasSuffix("局") || $0.hasSuffix("部") || $0.hasSuffix("課") }
    if bureaus {
      let values = counted(suggestions.values(of: .bureau))
      if !values.isEmpty { return values }
    }
    let corrected = corrected(question, words: unknown.isEmpty ? frame.texts : unknown)
    if !corrected.isEmpty { return corrected }
    let kinds = candidates.compactMap { $0.selection?.kind }
    let names = counted(suggestions.names(like: frame.texts.joined(separator: " "), kinds: kinds))
    if !names.isEmpty { return names }
    // 減らす取組: what no thing of the kind has, the texts may speak of; forms of verbs alone say too little
    let saysMuch = frame.texts.contains { !$0.isInflected || matcher.isTerm($0) }
    if saysMuch, !kinds.contains(.passages) {
      let spoken = counted([frame.texts.joined(separator: " ")])
      if !spoken.isEmpty { return spoken }
    }
    return counted(words.parts(of: frame.texts))
  }

  /// The question with words put right; where that finds nothing either, the words alone.
  private func corrected(_ question: String, words: [String]) -> [Suggestion] {
    suggestions.corrected(question, words: words).flatMap { correction in
      let whole = counted([correction.question])
      return whole.isEmpty ? counted([correction.word]) : whole
    }.uniqued
  }

  /// Those that find something, with how much.
  private func counted(_ texts: [String]) -> [Suggestion] {
    texts.compactMap { text in
      let answer = answer(text, after: nil, limit: 1, suggests: false).0
      guard let total = answer.readings.first?.total, total > 0 else { return nil }
      return Suggestion(text, total: total)
    }
  }

  /// The derivation of an answer's first reading, a line an edge; nil where it came another way.
  func explanation(of answer: Answer) -> [String]? {
    guard Question(canonical: answer.question.trimmed) == nil else { return nil }
    let text = QuestionText(reworded(answer.question).text, breaker: breaker)
    let entities = finder.entities(in: text) + finder.ownKinds(in: text)
    guard let derivation = grammar.derivation(of: text, entities: entities),
      let canonical = answer.readings.first?.canonical,
      derivation.questions.contains(where: { $0.description == canonical })
    else { return nil }
    return derivation.parse.explanation
  }

  func names(resembling word: String) -> [String] { suggestions.names(resembling: word) }

  /// Which conditions of a question a named thing does not meet.
  func why(_ name: String, not question: Question) -> Saying? {
    let facts = evaluator.groups.all
    let named = matcher.names(matching: name, in: facts.map(\.name)).map { facts[$0.index] }
    let builder = ReadingBuilder(
      library: library, evaluator: evaluator, citations: citations, scope: scope, limit: nil, isTold: true)
    let settled = (try? builder.settled(question))?.question ?? question
    guard let selection = settled.selection,
      let fact = named.first(where: { $0.kind == selection.kind.factKind }) ?? named.first
    else { return nil }
    guard fact.kind == selection.kind.factKind else {
      let own =
        ReadingKind(rawValue: fact.kind.rawValue + "s").map { Saying($0) } ?? Saying(fact.kind.rawValue)
      return Phrase.whyOtherKind.with(Saying(fact.name), own, Saying(ReadingKind(selection.kind)))
    }
    let failed = selection.conditions.filter { condition in
      !evaluator.holds(condition, of: fact, scope: Evaluator.Scope(), deep: true)
    }
    if failed.isEmpty {
      return Phrase.whyMeets.with(Saying(fact.name), Saying(canonical: question.description))
    }
    return Phrase.whyKeptOut.with(Saying(fact.name), failed.map { Saying($0) }.listed)
  }
}

extension QuestionText {
  /// …は？, …では？
  fileprivate var endsAsTopic: Bool {
    folded.scalars.last { QuestionWords.saysSomething($0) } == "は"
  }
}

extension Reading {
  /// The reading as what was found in place of things of another kind.
  fileprivate func standingIn(for kind: ReadingKind?) -> Reading {
    guard let kind else { return self }
    var reading = self
    reading.because.append(.passagesInstead(of: kind))
    return reading
  }

  /// The reading with what became of the question's words; nothing is complete where a file is left out of the index or a
  /// cited one is no longer what was indexed.
  fileprivate func using(_ words: QuestionWords, of library: Library) -> Reading {
    var reading = self
    reading.words = words
    if !words.unknown.isEmpty { reading.because.insert(.wordsNotUnderstood(words.unknown), at: 0) }
    if !library.leftOut.isEmpty { reading.because.append(.filesLeftOut(library.leftOut.map(\.path).uniqued)) }
    let cited = items.flatMap(\.sources) + unread
    let changed = Set(cited.map(\.document).uniqued.filter(library.isChanged))
    guard !changed.isEmpty else { return reading }
    reading.because.append(.filesChanged(cited.filter { changed.contains($0.document) }.map(\.path).uniqued))
    for i in reading.items.indices { reading.items[i].sources.mark(changed) }
    reading.unread.mark(changed)
    return reading
  }
}

extension Array {
  /// Sorted, equals in the order they had.
  func sortedStably(by comesBefore: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted {
      if comesBefore($0.element, $1.element) { return true }
      return !comesBefore($1.element, $0.element) && $0.offset < $1.offset
    }.map(\.element)
  }
}

extension [ItemSource] {
  fileprivate mutating func mark(_ changed: Set<String>) {
    for i in indices where changed.contains(self[i].document) { self[i].isChanged = true }
  }
}

extension String {
  /// Without white space at the ends.
  var trimmed: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
    return String(self[start..<max(start, end)])
  }
}
