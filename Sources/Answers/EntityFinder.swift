import JapaneseText
import PlanFacts
import PlanLibrary
import Questions

/// Finds the names and values of a library that stand in a question.
///
/// Names come before the vocabulary: 水素…推進事業 must not be read as the word 事業 with something before it.
struct EntityFinder {
  private struct Known {
    let scalars: [Unicode.Scalar]
    let text: String
    var meanings: [Entity.Meaning]

    /// Where the name ends that begins at `start`; nil where it doesn't stand there. Long names are known without their
    /// particles and signs too: 特性活かした観光の振興 is 特性を活かした観光の振興.
    func end(in question: [Unicode.Scalar], from start: Int) -> Int? {
      var i = start
      for scalar in scalars {
        if i < question.count, question[i] == scalar {
          i += 1
        } else if scalars.count < 8 || !Known.omissible.contains(scalar) {
          return nil
        }
      }
      return i
    }

    private static let omissible: Set<Unicode.Scalar> = ["を", "の", "が", "に", "・", "、", "「", "」", "(", ")"]
  }

  /// Known names by their first two scalars.
  private var known: [[Unicode.Scalar]: [Known]] = [:]
  private let documents: DocumentFinder
  private let vocabulary: Vocabulary
  private let folder: Folder
  /// The documents that have facts of a kind.
  private let plans: [FactKind: Set<String>]
  /// Names folded with their spelling (こども, 子ども), as `known` keeps them.
  private var spelled: [[Unicode.Scalar]: [Known]] = [:]

  /// - Parameters:
  ///   - terms: words of the lexicon that the question language must not cut (創造のもり).
  ///   - folder: knows the lexicon's spellings.
  init(facts: [Fact], documents: DocumentFinder, vocabulary: Vocabulary, terms: [String], folder: Folder) {
    self.documents = documents
    self.vocabulary = vocabulary
    self.folder = folder
    plans = facts.reduce(into: [:]) { $0[$1.kind, default: []].insert($1.plan) }
    var found: [[Unicode.Scalar]: Known] = [:]
    var order: [[Unicode.Scalar]] = []
    func add(_ text: String, _ meaning: Entity.Meaning, shortest: Int) {
      let scalars = folder.fold(text, depth: .characters).scalars
      guard scalars.count >= shortest, !vocabulary.contains(scalars) || meaning == .rank else { return }
      // 〇達成状況と今後の方向性: a heading of words that ask for fields names nothing
      if meaning == .name(.headings), vocabulary.covers(scalars) { return }
      // 達成状況区分 4: a field and its value
      let word = scalars.filter { !$0.properties.isWhitespace && $0.decimalDigit == nil }
      if meaning == .term, word.count < scalars.count, vocabulary.contains(word) { return }
      if found[scalars] == nil {
        order.append(scalars)
        found[scalars] = Known(scalars: scalars, text: text, meanings: [])
      }
      if found[scalars]?.meanings.contains(meaning) == false { found[scalars]?.meanings.append(meaning) }
    }
    for term in terms { add(term, .term, shortest: 4) }
    for fact in facts where fact.kind == .definition {
      for term in [fact.name] + (fact[.summary]?.texts ?? []) where term.count <= 20 {
        add(term, .term, shortest: 4)
      }
    }
    // 製造業, その他: the rows of tables have names that any question may hold; a table is meant for its figures
    let kinds = Dictionary(
      SelectionKind.allCases.compactMap { kind in kind.factKind.map { ($0, kind) } },
      uniquingKeysWith: { first, _ in first })
    // many documents name the same things, and a table one value in row after row
    var seen: Set<[String]> = []
    for fact in facts where fact.kind != .figure && fact.kind != .table {
      guard let kind = kinds[fact.kind] else { continue }
      if seen.insert(fact.callNameParts).inserted {
        for name in fact.callNames { add(name, .name(kind), shortest: fact.kind == .measure ? 3 : 4) }
      }
      for field in EntityFinder.valueFields {
        guard let value = fact[field] else { continue }
        for text in value.texts where seen.insert([field.rawValue, kind.rawValue, text]).inserted {
          for form in EntityFinder.forms(of: text) { add(form, .value(field, kind), shortest: 3) }
        }
      }
      if case .text(let rank)? = fact[.rank] { add(rank, .rank, shortest: 2) }
    }
    for scalars in order {
      guard let entry = found[scalars] else { continue }
      known[Array(scalars.prefix(2)), default: []].append(entry)
      // short names spelled otherwise are found in too many words; the ranks of headings are few
      guard entry.meanings.contains(.rank) || scalars.count >= 8 && entry.meanings.contains(where: \.isName)
      else { continue }
      let spelling = folder.fold(entry.text).scalars
      spelled[Array(spelling.prefix(2)), default: []].append(
        Known(scalars: spelling, text: entry.text, meanings: entry.meanings))
    }
  }

  /// Fields with few values, which people use as words.
  private static let valueFields: [FieldName] = [
    .bureau, .category, .gradeText, .levelText, .area, .directionText, .outcome,
  ]

  /// A value as printed, and without the brackets or number before it (主に経済面, ３．目標をほぼ達成).
  private static func forms(of text: String) -> [String] {
    let short = text.drop { $0.isNumber || "．.（(主に 　".contains($0) }
    return [text, String(short)].map { $0.filter { !"（）()".contains($0) } }.uniqued
  }

  /// Every entity that starts anywhere; the lexer takes the longest.
  func entities(in text: QuestionText) -> [Entity] {
    let scalars = text.folded.scalars
    var found: [Entity] = []
    for i in scalars.indices.dropLast() {
      for entry in known[Array(scalars[i..<(i + 2)])] ?? [] {
        guard let end = entry.end(in: scalars, from: i) else { continue }
        let range = i..<end
        if stopsAtWord(range, in: scalars) {
          found.append(Entity(range: range, text: entry.text, meanings: entry.meanings))
        }
      }
    }
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
      let plans = word.kinds.compactMap(\.factKind).lazy.compactMap { self.plans[$0] }.first ?? []
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
      for entry in spelled[Array(question.scalars[i..<(i + 2)])] ?? [] {
        guard let end = entry.end(in: question.scalars, from: i) else { continue }
        let source = question.sourceRange(i..<end)
        guard let first = starts.firstIndex(where: { Int($0) >= source.lowerBound }) else { continue }
        let last = starts.firstIndex { Int($0) >= source.upperBound } ?? starts.count
        if first < last, stopsAtWord(first..<last, in: text.folded.scalars) {
          found.append(Entity(range: first..<last, text: entry.text, meanings: entry.meanings))
        }
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
      guard !hasPlainWord(start..<noun, in: text), !hasJoint(start..<noun, in: text),
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

  /// 事業一覧 asks for a list of things, and names no document that has the words in its title; 評価一覧の事業 does.
  private func isListOfKind(_ range: Range<Int>, in text: QuestionText) -> Bool {
    let scalars = text.folded.scalars[range]
    guard (3...6).contains(scalars.count), scalars.suffix(2).elementsEqual("一覧".unicodeScalars),
      vocabulary.contains(Array(scalars.dropLast(2)))
    else { return false }
    let behind = range.upperBound
    let holdsThings =
      behind + 1 < text.folded.count && text.folded.scalars[behind] == "の"
      && vocabulary.namesKind(in: text, at: behind + 1)
    return !holdsThings
  }

  private func canStart(_ i: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    let (a, b) = (ScriptClass(scalars[i - 1]), ScriptClass(scalars[i]))
    return a != b && b != .space && b != .hiragana && b != .other
  }
}

extension Fact {
  /// All that `callNames` are made of.
  fileprivate var callNameParts: [String] {
    [kind.rawValue, name, text(.label) ?? "", text(.subject) ?? ""] + sources.compactMap(\.spelling)
  }

  /// What people call it: the name, its other spellings, and the name without the bracket at its end or with only that.
  var callNames: [String] {
    var names = [name] + sources.compactMap(\.spelling)
    if case .text(let subject)? = self[.subject], kind == .evaluation { names.append(subject) }
    if let last = name.last, "）)".contains(last), let open = name.lastIndex(where: { "（(".contains($0) }) {
      let short = String(name[..<open])
      if !short.isEmpty { names.append(short) }
      if kind == .organization { names.append(String(name[name.index(after: open)...].dropLast())) }
    }
    // 広域拠点（…駅・…駅）の人口: without what the bracket lists
    if let open = name.firstIndex(where: { "（(".contains($0) }),
      let close = name[open...].firstIndex(where: { "）)".contains($0) }),
      name.index(after: close) < name.endIndex
    {
      names.append(String(name[..<open] + name[name.index(after: close)...]))
    }
    if kind == .organization, let form = Self.legalForms.first(where: { name.hasPrefix($0) }),
      name.count > form.count + 2
    {
      names.append(String(name.dropFirst(form.count)).trimmed)
    }
    if kind == .heading, let label = text(.label), !label.isEmpty, label != "○" { names.append(label + name) }
    let unquoted = name.filter { !"「」".contains($0) }
    if unquoted != name { names.append(unquoted) }
    return names
  }

  /// What stands before the names of corporations (Civil Code, Companies Act, Act on Promotion of Specified Non-profit Activities).
  private static let legalForms = [
    "特定非営利活動法人", "NPO法人", "ＮＰＯ法人", "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人", "社会福祉法人",
    "株式会社", "有限会社", "合同会社",
  ]
}

extension Entity.Meaning {
  fileprivate var isName: Bool { if case .name = self { true } else { false } }
}
