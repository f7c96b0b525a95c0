import Analysis
import JapaneseText
import PlanLibrary

/// Finds documents by the names people use: the title as printed, part of it, its year, its publisher, the file's name.
final class DocumentFinder {
  private struct Known {
    let record: DocumentRecord
    /// Title and the other names it prints, folded, a line each.
    let title: String
    let names: Set<String>
    let words: Set<String>
    let years: Set<Int>
    /// Scalars of the longest word.
    let longestWord: Int
  }

  private let documents: [DocumentRecord]
  /// Cut into words where a question first names a document or a place.
  private lazy var known = documents.map(known)
  private let matcher: KeywordMatcher
  private var found: [String: [DocumentRecord]] = [:]
  private var foundIDs: [String: Set<String>] = [:]
  private var placeIDs: [String: Set<String>] = [:]
  /// How many lines of a document hold a text.
  private let lineCount: (DocumentRecord, KeywordMatcher.Term) -> Int
  private let prints: (DocumentRecord, String) -> Bool
  private var printing: [String: DocumentRecord?] = [:]

  init(
    _ documents: [DocumentRecord], matcher: KeywordMatcher,
    prints: @escaping (DocumentRecord, String) -> Bool,
    lineCount: @escaping (DocumentRecord, KeywordMatcher.Term) -> Int
  ) {
    self.prints = prints
    self.matcher = matcher
    self.lineCount = lineCount
    self.documents = documents
  }

  private func known(_ record: DocumentRecord) -> Known {
    let spaced = String(record.id.map { $0 == "-" || $0 == "_" ? " " : $0 })
    let text = ([record.title] + record.names + [spaced]).joined(separator: "\n")
    let words = matcher.terms(of: text).flatMap { $0.forms.map { String($0) } }
    return Known(
      record: record,
      title: ([record.title] + record.names).map { matcher.fold($0) }.joined(separator: "\n"),
      names: Set((record.names + [record.title, record.id, spaced]).map { matcher.fold($0) }),
      words: Set(words),
      years: Set(
        YearMention.all(in: Array(text.unicodeScalars), bareYears: true).flatMap { [$0.first, $0.last] }),
      longestWord: words.map(\.unicodeScalars.count).max() ?? 0)
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
  var count: Int { known.count }

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
  func `is`(_ id: String, of place: KeywordMatcher.Term) -> Bool { documents(of: place).contains(id) }

  /// True where every document is that of the place.
  func isOwn(_ place: KeywordMatcher.Term) -> Bool {
    place.isName && documents(of: place).count == known.count
  }

  private func documents(of place: KeywordMatcher.Term) -> Set<String> {
    if let ids = placeIDs[place.word] { return ids }
    let own = place.word.last == "局" ? [] : known.filter { isOf(place, $0) }
    let ids = Set(own.map(\.record.id))
    placeIDs[place.word] = ids
    return ids
  }

  private func isOf(_ place: KeywordMatcher.Term, _ document: Known) -> Bool {
    if matcher.stands(place, in: Array(document.title.unicodeScalars)) { return true }
    if matcher.terms(of: document.record.title).contains(where: \.isName) { return false }
    return lineCount(document.record, place) * DocumentFinder.linesPerName >= document.record.lineCount
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
    return telling.count < terms.count && isTelling ? documents(holding: telling) : []
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
