import Analysis
import JapaneseText
import PlanFacts
import PlanLibrary
import Questions

/// One conversation over a library: asks, follows up, forgets.
package struct Assistant {
  private let engine: AnswerEngine
  private var last: (question: Question, total: Int)?

  /// - Throws: `WordBreaker.Failure` where ICU can't be opened, `VocabularyError` for a line of the lexicon.
  package init(library: Library) throws { engine = try AnswerEngine(library: library) }

  /// Answers a question; `limit` cuts the items of each reading, never what is counted.
  package mutating func ask(_ question: String, limit: Int? = nil) -> Answer {
    let (answer, understood) = engine.answer(question, after: last, limit: limit)
    if answer.status == .answered, let understood, let reading = answer.readings.first {
      last = (understood, reading.total)
    }
    return answer
  }

  /// Forgets what was asked before.
  package mutating func forget() { last = nil }

  /// Which conditions of the last question keep the thing of this name out; nil where nothing was asked or nothing
  /// has that name.
  package func why(_ name: String) -> String? { last.flatMap { engine.why(name, not: $0.question) } }
}

/// Everything that answering needs, built when first needed and kept.
final class AnswerEngine {
  private let library: Library
  private let vocabulary: Vocabulary
  private let parser: QuestionParser
  private let breaker: WordBreaker
  private let matcher: KeywordMatcher
  private let evaluator: Evaluator
  private let finder: EntityFinder
  private let suggestions: Suggestions
  private let citations: CitationCheck

  init(library: Library) throws {
    self.library = library
    vocabulary = try Vocabulary(library.lexicons)
    parser = QuestionParser(vocabulary: vocabulary)
    let facts = library.facts
    let definitions = facts.filter { $0.kind == .definition }.flatMap { fact in
      (fact[.summary]?.texts ?? []).map { (short: fact.name, long: $0) }
    }
    breaker = try WordBreaker()
    matcher = KeywordMatcher(analyzer: try Analyzer(lexicons: library.lexicons), definitions: definitions)
    let documents = DocumentFinder(library.documents, matcher: matcher)
    let titles = Dictionary(
      library.documents.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    evaluator = Evaluator(
      facts: facts, headings: Headings(facts, matcher: matcher), documents: documents, matcher: matcher,
      titles: titles,
      lines: { library.lines(of: $0, in: $1) })
    finder = EntityFinder(facts: facts, documents: documents, vocabulary: vocabulary)
    citations = CitationCheck(library: library)
    suggestions = Suggestions(library: library, facts: facts, matcher: matcher)
  }

  /// The answer, and the question as its first reading understood it.
  func answer(_ question: String, after last: (question: Question, total: Int)?, limit: Int?) -> (
    Answer, Question?
  ) {
    let builder = ReadingBuilder(library: library, evaluator: evaluator, citations: citations, limit: limit)
    if let canonical = Question(canonical: question.trimmed) {
      return answer(question, rounds: [[canonical]], frame: nil, builder: builder)
    }
    let text = QuestionText(question, breaker: breaker)
    do throws(QuestionError) {
      let frame = try parser.frame(of: text, entities: finder.entities(in: text))
      if last == nil, frame.refersBack || frame.isOnlyPosition, frame.tests.isEmpty, frame.texts.isEmpty,
        frame.kinds.isEmpty
      {
        throw QuestionError.nothingBefore(question.trimmed, 0..<text.scalars.count)
      }
      if let last, let merged = FollowUp(last: last.question, lastTotal: last.total).merged(with: frame) {
        return answer(question, rounds: [[merged]], frame: frame, builder: builder)
      }
      return answer(question, rounds: rounds(frame, text), frame: frame, builder: builder)
    } catch {
      return (invalid(question, AnswerError(message: error.message, span: error.span)), nil)
    }
  }

  private func invalid(_ question: String, _ error: AnswerError) -> Answer {
    Answer(question: question, status: .invalid, error: error)
  }

  // MARK: candidates

  /// What the question may be asking, best first; a later round counts only where those before find nothing.
  private func rounds(_ frame: Frame, _ text: QuestionText) -> [[Question]] {
    if frame.defines, frame.shown.isEmpty, frame.rank == nil, frame.aggregate == nil,
      frame.kinds.isEmpty || frame.texts.isEmpty && frame.tests.isEmpty, let term = definedTerm(frame)
    {
      return [[.definition(term), .passages(Selection(.passages, [.matching(term)]))]]
    }
    if frame.asksForReason { return [[passages(text, frame)]] }
    if frame.isBareText || onlyNames(frame) && !frame.asksBelow { return [bareCandidates(frame, text)] }
    var rounds = [frame.candidateKinds.compactMap { frame.question(about: $0) } + scopeCandidates(frame)]
    // a name with more words around it may be a longer name: 入居率 is one thing's measure, KBICの入居率 another's
    if hasOnlyNames(frame), !frame.texts.isEmpty { rounds[0] += bareCandidates(frame, text) }
    // words that name nothing (付いてた, runs) count only where the rest finds nothing without them
    if let plain = withoutWeakWords(frame) {
      rounds.append(plain.candidateKinds.compactMap { plain.question(about: $0) })
    }
    if mayBePassage(frame), !frame.texts.isEmpty || !frame.tests.isEmpty {
      rounds.append([passages(text, frame)])
    }
    return rounds
  }

  /// `under 4` may also be what stands under other headings of that number, or a level.
  private func scopeCandidates(_ frame: Frame) -> [Question] {
    guard let number = frame.scopeNumber else { return [] }
    var questions = [SelectionKind.headings, .evaluations].filter { !frame.candidateKinds.contains($0) }
      .map { Question.list(Selection($0, [.under("\(number)")]), show: []) }
    if (1...6).contains(number) {
      let level = Condition.comparison(.field(.level), .less, .number(ExactNumber(number), unit: nil))
      questions.append(.list(Selection(.projects, [level]), show: []))
    }
    return questions
  }

  /// The frame without its inflected and foreign words, where names, places or conditions carry the question; nil where
  /// there are none of either.
  private func withoutWeakWords(_ frame: Frame) -> Frame? {
    guard !frame.tests.isEmpty || frame.sortKey != nil || frame.rank != nil, !frame.texts.isEmpty else {
      return nil
    }
    let hasName = frame.tests.contains { if case .entity(let entity) = $0 { entity.isNamed } else { false } }
    var plain = frame
    plain.texts = frame.texts.filter { !isWeak($0, besideName: hasName) }
    return plain.texts == frame.texts ? nil : plain
  }

  /// Hiragana alone, Han with an inflection behind it, or a Latin word that stands nowhere here.
  private func isWeak(_ text: String, besideName: Bool) -> Bool {
    let scripts = text.unicodeScalars.map { ScriptClass($0) }
    if scripts.allSatisfy({ $0 == .latin || $0 == .space }) {
      return text.first?.isLowercase ?? false
        && (besideName || !matcher.terms(of: text).contains(where: isKnown))
    }
    guard scripts.allSatisfy({ $0 == .hiragana || $0 == .han }), scripts.last == .hiragana else {
      return false
    }
    return scripts.filter { $0 == .han }.count <= 2 && scripts.filter { $0 == .hiragana }.count >= 2
  }

  /// Names and words asked about in words: a sentence to be answered by a passage.
  private func onlyNames(_ frame: Frame) -> Bool {
    hasOnlyNames(frame) && !frame.texts.isEmpty && frame.asksInWords
  }

  /// Names without anything asked about them.
  private func hasOnlyNames(_ frame: Frame) -> Bool {
    frame.kinds.isEmpty && !frame.asksForInitiatives && frame.rank == nil && frame.shown.isEmpty
      && frame.sortKey == nil && frame.aggregate == nil && !frame.counts && !frame.shares
      && frame.group == nil
      && !frame.course && frame.scopeNumber == nil
      && frame.tests.allSatisfy { if case .entity = $0 { true } else { false } }
  }

  private func bareCandidates(_ frame: Frame, _ text: QuestionText) -> [Question] {
    let passages = passages(text, frame)
    let words = frame.uses.filter { $0.use != .dropped }
    guard !frame.asksInWords, let first = words.first, let last = words.last, text.scalars.count <= 60 else {
      return [passages]
    }
    let keywords = text.source(scalars: first.range.lowerBound..<last.range.upperBound)
    let kinds: [SelectionKind] = [
      .indicators, .projects, .organizations, .plans, .measures, .evaluations, .headings,
    ]
    let named = kinds.filter { kind in
      let names = evaluator.facts.filter { $0.kind == kind.factKind }.map(\.name)
      return (matcher.names(matching: keywords, in: names).first?.score ?? 0) >= 0.95
    }
    return named.map { .list(Selection($0, [.matching(keywords)]), show: []) } + [passages]
  }

  /// A kind or a field of facts that was asked for by its word is not answered by a neighbour's sentence.
  private func mayBePassage(_ frame: Frame) -> Bool {
    guard frame.kinds.isEmpty, !frame.asksForInitiatives, frame.rank == nil, frame.aggregated == nil,
      frame.sortKey == nil, frame.group == nil
    else { return false }
    // a year that no figure has is no reason to quote a sentence
    if frame.tests.contains(where: { if case .year = $0 { true } else { false } }), !frame.shown.isEmpty {
      return false
    }
    let figures: Set<FieldName> = [.budget, .settlement, .level, .code, .bureau, .category, .page]
    return !frame.shown.contains { if case .field(let field) = $0 { figures.contains(field) } else { false } }
  }

  private func passages(_ text: QuestionText, _ frame: Frame) -> Question {
    let documents = frame.tests.compactMap { test -> Condition? in
      if case .entity(let entity) = test, let meaning = entity.meanings.first, case .document = meaning {
        return .document(entity.text)
      }
      return nil
    }
    // the words of fields say something in a sentence; what is dropped at its ends does not
    let words = frame.uses.filter { $0.use != .dropped && !documents.contains(.document($0.text)) }
    guard let first = words.first, let last = words.last else {
      return .passages(Selection(.passages, [.matching(text.original)] + documents))
    }
    let asked =
      documents.isEmpty
      ? text.source(scalars: first.range.lowerBound..<last.range.upperBound)
      : words.map(\.text).joined(separator: " ")
    return .passages(Selection(.passages, [.matching(asked)] + documents))
  }

  private func definedTerm(_ frame: Frame) -> String? {
    let uses = frame.uses.filter { $0.use == .keyword }.map(\.text)
    if !frame.texts.isEmpty { return frame.texts.joined(separator: " ") }
    for case .entity(let entity) in frame.tests { return entity.text }
    for case .code(let code) in frame.tests { return code }
    return uses.first ?? frame.uses.first { $0.use == .concept }?.text
  }

  // MARK: answering

  private func answer(
    _ question: String, rounds: [[Question]], frame: Frame?, builder: ReadingBuilder
  ) -> (Answer, Question?) {
    var readings: [Reading] = []
    var understood: Question?
    for candidate in rounds.flatMap(\.self).uniqued {
      // a later round has nothing to say once something was found; neither have passages, but beside a bare word
      let isFirst = rounds.first?.contains(candidate) ?? false
      if !readings.isEmpty, !isFirst { break }
      if case .passages = candidate, !readings.isEmpty, frame?.isBareText == false { continue }
      do throws(ReadingBuilder.Refusal) {
        let found = try builder.readings(of: candidate).filter {
          isHonest($0, for: candidate) && (readings.isEmpty || $0.shows(candidate))
        }
        if !found.isEmpty, understood == nil { understood = candidate }
        readings += found
      } catch {
        return (
          invalid(question, AnswerError(message: error.message, span: 0..<question.unicodeScalars.count)), nil
        )
      }
    }
    readings = readings.uniqued
    let ignored = frame?.uses.filter { $0.use == .dropped }.map(\.text).uniqued ?? []
    let unknown = frame.map(unknownWords) ?? []
    guard !readings.isEmpty else {
      let candidates = rounds.flatMap(\.self)
      let empty = candidates.first.map { emptyReading($0) }
      return (
        Answer(
          question: question, status: .noMatch, readings: empty.map { [$0] } ?? [], unknownWords: unknown,
          ignoredWords: ignored, suggestions: suggest(question, frame, candidates, unknown)), nil
      )
    }
    return (
      Answer(
        question: question, status: .answered, readings: readings, unknownWords: unknown,
        ignoredWords: ignored,
        suggestions: unknown.isEmpty ? [] : suggestions.corrected(question, words: unknown)), understood
    )
  }

  private func emptyReading(_ question: Question) -> Reading {
    let kind: ReadingKind =
      switch question {
      case .definition: .definition
      case .count, .aggregate, .share: .number
      case .table: .table
      case .list(let selection, _), .course(let selection), .passages(let selection):
        ReadingKind(selection.kind)
      }
    return Reading(canonical: question.description, kind: kind, total: 0, items: [])
  }

  /// A passage answers only where the words asked for stand in the documents: a confident passage about something else
  /// is the worst answer. The first noun is what is asked about; of the others a third may be unknown.
  private func isHonest(_ reading: Reading, for question: Question) -> Bool {
    guard case .passages(let selection) = question else { return true }
    let keywords = selection.conditions.compactMap { if case .matching(let text) = $0 { text } else { nil } }
    let texts = reading.items.prefix(20).map { matcher.scalars($0.text) }
    let isJapanese = keywords.contains { $0.unicodeScalars.contains { ScriptClass($0).isJapanese } }
    let nouns = keywords.flatMap { matcher.terms(of: $0) }.filter { isNoun($0) }
      .map { term in
        (term, isKnown(term) || texts.contains { matcher.degree(term, in: $0) > 0 })
      }
      // English words around a Japanese subject need not stand in Japanese texts
      .filter { term, known in known || !(isJapanese && term.word.utf8.allSatisfy { $0 < 0x80 }) }
    guard let first = nouns.first, first.1 else { return false }
    return nouns.filter { !$0.1 }.count * 3 <= nouns.count
  }

  /// Not a word of one or two hiragana, which are endings.
  private func isNoun(_ term: KeywordMatcher.Term) -> Bool {
    term.word.unicodeScalars.contains { ScriptClass($0) != .hiragana } || term.word.unicodeScalars.count >= 3
  }

  private func isKnown(_ term: KeywordMatcher.Term) -> Bool {
    term.forms.contains { library.contains(String($0)) }
  }

  private func unknownWords(_ frame: Frame) -> [String] {
    let keywords = frame.uses.filter { $0.use == .keyword }.map(\.text)
    return keywords.filter { text in
      !library.contains(text) && matcher.terms(of: text).contains { !isKnown($0) }
    }.uniqued
  }

  // MARK: nothing matches

  private func suggest(_ question: String, _ frame: Frame?, _ candidates: [Question], _ unknown: [String])
    -> [String]
  {
    guard let frame else { return [] }
    let corrected = suggestions.corrected(question, words: unknown.isEmpty ? frame.texts : unknown)
    if !corrected.isEmpty { return corrected }
    let kinds = candidates.compactMap { $0.selection?.kind }
    let names = suggestions.names(like: frame.texts.joined(separator: " "), kinds: kinds)
    if !names.isEmpty { return names }
    let bureaus = frame.texts.contains { $0.hasSuffix("局") || $0.hasSuffix("部") || $0.hasSuffix("課") }
    if bureaus { return suggestions.values(of: .bureau) }
    let near = library.search(frame.texts.joined(separator: " "), limit: 3)
    return near.compactMap { $0.section.last }.uniqued
  }

  /// Which conditions of a question a named thing does not meet.
  func why(_ name: String, not question: Question) -> String? {
    let names = evaluator.facts.map(\.name)
    let named = matcher.names(matching: name, in: names).map { evaluator.facts[$0.index] }
    guard let selection = question.selection,
      let fact = named.first(where: { $0.kind == selection.kind.factKind }) ?? named.first
    else { return nil }
    guard fact.kind == selection.kind.factKind else {
      return "\(fact.name): is of kind \(fact.kind.rawValue); \(selection.kind.rawValue) were asked for"
    }
    let failed = selection.conditions.filter { condition in
      !evaluator.holds(condition, of: fact, scope: Evaluator.Scope(), deep: true)
    }
    if failed.isEmpty { return "\(fact.name): meets every condition of \(question)" }
    return "\(fact.name): kept out by " + failed.map(\.description).joined(separator: "; ")
  }
}

extension Reading {
  /// False for things none of which has a field that the question asks to see.
  fileprivate func shows(_ question: Question) -> Bool {
    guard case .list(_, let show) = question, !show.isEmpty else { return true }
    let names = show.map(\.fieldName)
    return names.contains("name") || names.contains("document")
      || items.contains { item in item.fields.contains { names.contains($0.name) } }
  }
}

extension Item {
  /// The words of a passage with the headings it stands under.
  fileprivate var text: String {
    let own = fields.compactMap { field in
      if field.name == "text", case .text(let text) = field.value { text } else { nil }
    }
    return (own + sources.flatMap(\.section)).joined(separator: " ")
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
