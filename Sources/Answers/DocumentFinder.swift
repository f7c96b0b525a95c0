import Analysis
import JapaneseText
import PlanLibrary

/// Finds documents by the names people use: the title as printed, part of it, its year, its publisher, the file's name.
final class DocumentFinder {
  private typealias Known = DocumentTitles.Known

  private let documents: [DocumentRecord]
  private let titles: () -> DocumentTitles
  /// Where a question first names a document or a place.
  private lazy var known = titles().known(documents)
  private let matcher: KeywordMatcher
  private var found: [String: [DocumentRecord]] = [:]
  private var foundIDs: [String: Set<String>] = [:]
  private var placeIDs: [String: Set<String>] = [:]
  private var places: [Place: Bool] = [:]
  private var lines: [String: [String: Int]] = [:]
  private lazy var byID = Dictionary(
    documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })

  private struct Place: Hashable {
    let document: String
    let word: String
  }

  /// Whether so many lines of a document hold a word.
  private let holdsOften: (DocumentRecord, KeywordMatcher.Term, Int) -> Bool
  private let prints: (DocumentRecord, String) -> Bool
  /// The documents that may hold a text, and in how many lines at most: all that do are among them.
  private let holding: (String) -> [String: Int]
  private var printing: [String: DocumentRecord?] = [:]

  init(
    _ documents: [DocumentRecord], titles: @escaping () -> DocumentTitles, matcher: KeywordMatcher,
    holding: @escaping (String) -> [String: Int],
    prints: @escaping (DocumentRecord, String) -> Bool,
    holdsOften: @escaping (DocumentRecord, KeywordMatcher.Term, Int) -> Bool
  ) {
    self.titles = titles
    self.holding = holding
    self.prints = prints
    self.matcher = matcher
    self.holdsOften = holdsOften
    self.documents = documents
  }

  /// A document's own name, whatever words it is made of.
  func bears(_ name: String) -> Bool {
    let name = matcher.fold(american(name))
    return known.contains { $0.names.contains(name) }
  }

  /// A programme is a program.
  private func american(_ name: String) -> String {
    name.replacing("programme", with: "program").replacing("Programme", with: "Program")
  }

  /// How many documents there are.
  var count: Int { documents.count }

  /// Whether a name may mean a document.
  func isNamed(_ id: String, by name: String) -> Bool {
    if let ids = foundIDs[name] { return ids.contains(id) }
    let ids = Set(documents(named: name).map(\.id))
    foundIDs[name] = ids
    return ids.contains(id)
  }

  /// True where words say something of a document, besides that it is one.
  func tells(_ words: String) -> Bool {
    !matcher.terms(of: words).isEmpty || words.contains(where: \.isNumber)
  }

  /// The one of these documents that prints a word; nil where none does, or more.
  func only(_ ids: Set<String>, printing word: String) -> DocumentRecord? {
    guard ids.count > 1 else { return nil }
    if let known = printing[word] { return known }
    var found: [DocumentRecord] = []
    let ids = ids.intersection(holding(word).keys)
    // two are as good as many
    for document in documents where ids.contains(document.id) && found.count < 2 && prints(document, word) {
      found.append(document)
    }
    let only = found.count == 1 ? found.first : nil
    printing[word] = .some(only)
    return only
  }

  /// True where a document is that of a city or ward, so that all it says is of that place: its title names it, or it names
  /// no other and speaks of this one all the time.
  func `is`(_ id: String, of place: KeywordMatcher.Term) -> Bool {
    if let ids = placeIDs[place.word] { return ids.contains(id) }
    let key = Place(document: id, word: place.word)
    if let known = places[key] { return known }
    let document = byID[id].map { known[$0] }
    let isOf = document.map { self.isOf(place, $0, linesAtMost: linesAtMost(holding: place)) } ?? false
    places[key] = isOf
    return isOf
  }

  /// True where every document is that of the place.
  func isOwn(_ place: KeywordMatcher.Term) -> Bool {
    place.isName && ids(of: place).count == documents.count
  }

  /// The documents that are those of a place.
  func ids(of place: KeywordMatcher.Term) -> Set<String> {
    if let ids = placeIDs[place.word] { return ids }
    let lines = linesAtMost(holding: place)
    let ids = Set(known.filter { isOf(place, $0, linesAtMost: lines) }.map(\.record.id))
    placeIDs[place.word] = ids
    return ids
  }

  /// In how many lines of each document a word stands at most.
  private func linesAtMost(holding place: KeywordMatcher.Term) -> [String: Int] {
    if let known = lines[place.word] { return known }
    let found = place.forms.reduce(into: [String: Int]()) { all, form in
      all.merge(holding(String(form)), uniquingKeysWith: +)
    }
    lines[place.word] = found
    return found
  }

  private func isOf(
    _ place: KeywordMatcher.Term, _ document: Known, linesAtMost: [String: Int]
  ) -> Bool {
    guard place.word.last != "局" else { return false }
    if matcher.stands(place, in: Array(document.title.unicodeScalars)) { return true }
    let linesPerName = DocumentFinder.linesPerName
    let needed = (document.record.lineCount + linesPerName - 1) / linesPerName
    return linesAtMost[document.record.id] ?? 0 >= needed
      && !matcher.terms(of: document.record.title).contains(where: \.isName)
      && holdsOften(document.record, place, needed)
  }

  /// A document names its own place at least once in so many lines; its neighbours are named far less often.
  private static let linesPerName = 150

  /// The documents a name may mean; empty where it names none. Names that were asked for before cost one look.
  func documents(named name: String) -> [DocumentRecord] {
    if let documents = found[name] { return documents }
    let documents = find(name)
    // names have an end, pieces of questions have none
    if found.count >= 20_000 { found.removeAll() }
    found[name] = documents
    return documents
  }

  private func find(_ name: String) -> [DocumentRecord] {
    let name = american(name)
    let folded = matcher.fold(name)
    let exact = known.filter { $0.names.contains(folded) }
    if !exact.isEmpty { return exact.map(\.record) }
    let published = known.filter { $0.record.publisher.map(matcher.fold) == folded }
    if !published.isEmpty { return published.map(\.record) }
    let years = YearMention.all(in: Array(name.unicodeScalars), bareYears: true)
    let rest = withoutYears(name, years)
    var found = known
    if let year = years.first {
      found = found.filter { $0.years.contains(year.first) }
      if rest.isEmpty { return found.map(\.record) }
    }
    guard !rest.isEmpty else { return [] }
    let terms = matcher.terms(of: rest)
    guard !terms.isEmpty else { return years.isEmpty ? [] : found.map(\.record) }
    // the word is no term of the index, and tells a list of evaluations from a review of them
    if DocumentFinder.lists.contains(where: folded.hasSuffix) {
      found = found.filter { document in DocumentFinder.lists.contains { document.title.contains($0) } }
    }
    func documents(holding terms: [KeywordMatcher.Term]) -> [DocumentRecord] {
      found.filter { document in
        terms.allSatisfy { term in term.forms.contains { holds(document, String($0)) } }
      }.map(\.record)
    }
    let strict = documents(holding: terms)
    // a plan is called 計画, プラン or プログラム as people please; the other words must fit: two, or one of two parts (産業振興)
    let telling = terms.filter { !DocumentFinder.nouns.contains($0.word) }
    if !strict.isEmpty {
      // 産業プラン: a plan of industry and a program may both be meant, unless one prints these words side by side
      let isPrinted = known.contains { $0.title.contains(folded) }
      return telling.isEmpty || telling.count == terms.count || isPrinted
        ? strict : documents(holding: telling)
    }
    let isTelling =
      telling.count >= 2 || telling.contains { $0.word.unicodeScalars.count { ScriptClass($0) == .han } >= 4 }
    guard telling.count < terms.count else { return [] }
    let meant = documents(holding: telling)
    // the international plan: an English word tells where only one document has it
    let isOnly =
      meant.count == 1 && telling.contains { $0.word.utf8.count >= 5 && $0.word.allSatisfy(\.isASCII) }
    return isTelling || isOnly ? meant : []
  }

  private static let nouns: Set<String> = ["計画", "ぷらん", "ぷろぐらむ", "plan", "program", "programme", "review"]

  private static let lists = ["一覧", "list"]

  private func holds(_ document: Known, _ word: String) -> Bool {
    document.words.contains(word) || (word.unicodeScalars.count >= 2 && document.title.contains(word))
      || isMade(word, of: document)
  }

  /// 産業振興 is made of 産業 and 振興.
  private func isMade(_ word: String, of document: Known) -> Bool {
    guard word.unicodeScalars.count <= 2 * document.longestWord else { return false }
    let words = document.words
    return word.indices.dropFirst().contains {
      words.contains(String(word[..<$0])) && words.contains(String(word[$0...]))
    }
  }

  private func withoutYears(_ name: String, _ years: [YearMention]) -> String {
    let scalars = Array(name.unicodeScalars)
    var view = String.UnicodeScalarView()
    for (i, scalar) in scalars.enumerated() where !years.contains(where: { $0.range.contains(i) }) {
      view.append(scalar)
    }
    return String(view).filter { !"の年度".contains($0) }.trimmed
  }
}
