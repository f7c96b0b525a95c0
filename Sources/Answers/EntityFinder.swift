import Analysis
import JapaneseText
import PlanFacts
import PlanLibrary
import Questions

/// Finds the names and values of a library that stand in a question.
///
/// Names come before the vocabulary: 水素…推進事業 must not be read as the word 事業 with something before it.
struct EntityFinder {
  private let gazetteer: Gazetteer
  private let documents: DocumentFinder
  private let vocabulary: Vocabulary
  /// Knows the lexicon's spellings.
  private let folder: Folder
  private let synonyms: SynonymFinder
  /// The documents that have facts of a kind.
  private let plans: (FactKind) -> Set<String>

  init(
    _ gazetteer: Gazetteer, documents: DocumentFinder, vocabulary: Vocabulary, folder: Folder,
    synonyms: SynonymFinder, plans: @escaping (FactKind) -> Set<String>
  ) {
    self.gazetteer = gazetteer
    self.documents = documents
    self.vocabulary = vocabulary
    self.folder = folder
    self.synonyms = synonyms
    self.plans = plans
  }

  /// Every entity that starts anywhere; the lexer takes the longest.
  func entities(in text: QuestionText) -> [Entity] {
    let scalars = text.folded.scalars
    var found: [Entity] = []
    for i in scalars.indices.dropLast() {
      for name in gazetteer.names(in: scalars, at: i, folder) where stopsAtWord(name.range, in: scalars) {
        found.append(Entity(range: name.range, text: name.text, meanings: name.meanings))
      }
    }
    found += ranksInEnglish(in: text)
    found += entitiesSpelledOtherwise(in: text).filter { other in !found.contains { $0.range == other.range }
    }
    // 総務企画局の事業一覧 is a list of the bureau's works, whatever document prints these words
    let values = found.filter { $0.meanings.contains { if case .value = $0 { true } else { false } } }
    let documents = documentEntities(in: text).filter { document in
      !values.contains { document.range.contains($0.range.lowerBound) && document.range != $0.range }
    }
    return found + documents
  }

  /// 事務事業, 施策計画: a word for things that only one document uses, of those that have such things, means that document's.
  func ownKinds(in text: QuestionText) -> [Entity] {
    text.folded.scalars.indices.compactMap { start in
      guard let word = vocabulary.kindOfCompound(in: text, at: start) else { return nil }
      let range = start..<(start + word.length)
      let plans = word.kinds.compactMap(\.factKind).lazy.map(self.plans).first { !$0.isEmpty } ?? []
      return documents.only(plans, printing: text.source(range)).map { document in
        Entity(range: range, text: document.title, meanings: [.document(document.id)])
      }
    }
  }

  /// Long names, and ranks, in another spelling than the document's.
  private func entitiesSpelledOtherwise(in text: QuestionText) -> [Entity] {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.scalars)
    let question = folder.fold(String(view))
    let starts = text.folded.starts
    var found: [Entity] = []
    for i in question.scalars.indices.dropLast() {
      for name in gazetteer.namesSpelledOtherwise(in: question.scalars, at: i, folder) {
        let source = question.sourceRange(name.range)
        guard let first = starts.firstIndex(where: { Int($0) >= source.lowerBound }) else { continue }
        let last = starts.firstIndex { Int($0) >= source.upperBound } ?? starts.count
        if first < last, stopsAtWord(first..<last, in: text.folded.scalars) {
          found.append(Entity(range: first..<last, text: name.text, meanings: name.meanings))
        }
      }
    }
    return found
  }

  /// basic goals: a rank of headings by the word that the lexicon has for it.
  private func ranksInEnglish(in text: QuestionText) -> [Entity] {
    let scalars = text.folded.scalars
    var found: [Entity] = []
    for start in scalars.indices where ScriptClass(scalars[start]) == .latin {
      guard start == 0 || ScriptClass(scalars[start - 1]) != .latin else { continue }
      var end = start
      // of three words at most; the longest that is one
      for _ in 0..<3 {
        let word = scalars[end...].prefix { ScriptClass($0) == .latin }
        guard !word.isEmpty else { break }
        end += word.count
        for range in [start..<end, start..<end - 1] where range.count > 3 {
          let others = synonyms.others(of: Array(scalars[range])) ?? []
          let isPlural = range.upperBound < end
          guard !isPlural || scalars[end - 1] == "s" else { continue }
          for other in others {
            let rank = folder.fold(other, depth: .characters).scalars
            let isRank = gazetteer.names(in: rank, at: 0, folder).contains {
              $0.range.count == rank.count && $0.meanings.contains(.rank)
            }
            if isRank { found.append(Entity(range: start..<end, text: other, meanings: [.rank])) }
          }
        }
        guard end < scalars.count, scalars[end] == " " else { break }
        end += 1
      }
    }
    return found
  }

  /// Latin names are whole words.
  private func stopsAtWord(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    func latin(_ i: Int) -> Bool { scalars.indices.contains(i) && ScriptClass(scalars[i]) == .latin }
    return !(latin(range.lowerBound) && latin(range.lowerBound - 1))
      && !(latin(range.upperBound - 1) && latin(range.upperBound))
  }

  /// What documents are called, at the end of the words that name one.
  private static let documentNouns = [
    "計画", "ぷらん", "ぷろぐらむ", "一覧", "評価", "評価結果", "れびゅー", "びじょん", "plan", "program", "programme",
    "review", "evaluation", "list", "evaluations", "results",
  ].map { Array($0.unicodeScalars) }

  private static let listNouns = ["一覧", "list"].map { Array($0.unicodeScalars) }

  private func documentEntities(in text: QuestionText) -> [Entity] {
    let scalars = text.folded.scalars
    var found: [Entity] = []
    for noun in EntityFinder.documentNouns {
      for at in text.folded.occurrences(of: noun) {
        var end = at + noun.count
        guard stopsAtWord(at..<end, in: scalars) else { continue }
        let digits = scalars[end...].drop { $0.properties.isWhitespace }.prefix { $0.decimalDigit != nil }
        if !digits.isEmpty { end = digits.endIndex }
        if let entity = documentEntity(endingAt: end, atLeastFrom: at, in: text) { found.append(entity) }
      }
    }
    return found
  }

  /// The longest run of words up to `end` that names a document, or one of two.
  private func documentEntity(endingAt end: Int, atLeastFrom noun: Int, in text: QuestionText) -> Entity? {
    let scalars = text.folded.scalars
    // 計画期間 is no plan
    if end < scalars.count, ScriptClass(scalars[end]) == .han, ScriptClass(scalars[end - 1]) == .han {
      return nil
    }
    for start in max(0, end - 40)..<noun where start == 0 || canStart(start, scalars) {
      guard !hasPlainWord(start..<noun, in: text) || documents.bears(text.source(start..<end)),
        !hasJoint(start..<noun, in: text),
        !isListOfKind(start..<end, in: text),
        !endsInKind(start..<end, noun: noun, in: text)
      else { continue }
      let name = text.source(start..<end)
      let named = documents.documents(named: name)
      // 産業プラン may be a plan of industry or a program of it, and is no word for every document
      if let document = named.first, named.count == 1 || named.count == 2 && documents.count > 2 {
        return Entity(range: start..<end, text: name, meanings: [.document(document.id)])
      }
    }
    // プラン6: the noun with its number
    if end > noun + 2, ScriptClass(scalars[end - 1]) == .digit {
      let documents = documents.documents(named: text.source(noun..<end))
      if documents.count == 1, let document = documents.first {
        return Entity(range: noun..<end, text: text.source(noun..<end), meanings: [.document(document.id)])
      }
    }
    return nil
  }

  /// Digits that are no year begin no name of a document, and words of the question language (`of プラン6`, `projects in the
  /// evaluation`) are no part of one.
  private func hasPlainWord(_ range: Range<Int>, in text: QuestionText) -> Bool {
    let scalars = text.folded.scalars
    if ScriptClass(scalars[range.lowerBound]) == .digit,
      YearMention.read(scalars, at: range.lowerBound, bareYears: true) == nil
    {
      return true
    }
    return scalars[range].split(whereSeparator: { ScriptClass($0) != .latin })
      .contains { vocabulary.isDropped(Array($0)) }
  }

  /// 実績を、計画をまたいで, many results: an object ends before a name, and one that is no more than its noun is none.
  private func hasJoint(_ range: Range<Int>, in text: QuestionText) -> Bool {
    text.folded.scalars[range].contains { "を、。".unicodeScalars.contains($0) }
      || !documents.tells(text.source(range))
  }

  /// 第2期計画の施策計画: the last word is one for a kind of thing, and no part of a document's name.
  private func endsInKind(_ range: Range<Int>, noun: Int, in text: QuestionText) -> Bool {
    (range.lowerBound..<noun).contains { vocabulary.isKind(text, $0..<range.upperBound) }
  }

  /// 事業の一覧 and `project list` ask for a list of things, and name no document that has the words in its title; 評価一覧の事業
  /// does.
  private func isListOfKind(_ range: Range<Int>, in text: QuestionText) -> Bool {
    let scalars = text.folded.scalars[range]
    guard let noun = EntityFinder.listNouns.first(where: { scalars.suffix($0.count).elementsEqual($0) })
    else {
      return false
    }
    var things = scalars.dropLast(noun.count)
    while let last = things.last, last == "の" || last.properties.isWhitespace { things.removeLast() }
    guard !things.isEmpty, vocabulary.contains(Array(things)) else { return false }
    let behind = range.upperBound
    let holdsThings =
      behind + 1 < text.folded.count && text.folded.scalars[behind] == "の"
      && vocabulary.namesKind(in: text, at: behind + 1)
    let before = text.folded.scalars[..<range.lowerBound].split(whereSeparator: \.properties.isWhitespace)
      .suffix(2).map { String(String.UnicodeScalarView($0)) }
    let isPlace =
      before.last == "in" || before == ["in", "the"] || before.last == "from" || before == ["from", "the"]
    return !holdsThings && !isPlace
  }

  private func canStart(_ i: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    let (a, b) = (ScriptClass(scalars[i - 1]), ScriptClass(scalars[i]))
    // 。かわさき産業振興プラン: kana begin a name only where nothing stands before them
    if b == .hiragana { return a == .other || a == .space }
    return a != b && b != .space && b != .other
  }
}
