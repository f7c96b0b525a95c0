import JapaneseText
import PlanDocuments
import PlanFacts
import PlanLibrary

/// Where the facts of a library are by what a question knows of them: what they are called, where they stand, which words are in
/// them. It leaves out what can't be meant, so that a question reads few facts however many there are; whether one is meant is
/// asked of the fact. A fact is known by its place among all. An index keeps this as bytes, which are used as they are:
///
///     FactLookup = Sections: version:u32, Sections of Names × kinds of facts, called:WordTable, plans:WordTable, words:GramTable,
///                  Headings, Tables, unlike:u32 × (kinds + 1)
///     Names      = Sections: WordTable of names, folded, with their facts; GramTable of the places in it
///     Headings   = Sections: WordTable by key, by label, by number, and of the keys of titles and names
///     Tables     = Sections: start:u32 × tables, WordTable of titles, WordTable of rows
///
/// `plans` has for each document the facts it begins and ends with, again and again where they don't stand together. `unlike`
/// counts the names of each kind, equals once, then those of indicators and measures together.
struct FactLookup: Sendable {
  /// Goes up with every change of these forms, and of what is made of a fact.
  static let version: UInt32 = 2

  let names: [Names]
  /// The keys of what facts are called, and of what definitions say.
  let called: WordTable
  let plans: WordTable
  let words: GramTable
  let headings: Headings
  let tables: Tables
  private let unlike: PreparedBytes
  private let bytes: PreparedBytes

  struct Names: Sendable {
    let words: WordTable
    let grams: GramTable
  }

  /// Folded without white space and brackets: `Headings.key`.
  struct Headings: Sendable {
    let byKey: WordTable
    let byLabel: WordTable
    let byNumber: WordTable
    let parts: WordTable
  }

  /// The tables of figures, numbered in their order.
  struct Tables: Sendable {
    fileprivate let starts: PreparedBytes
    /// Folded, with the tables of the title.
    let titles: WordTable
    /// What rows are called as `FigureFinder` looks for it, with the tables of the row.
    let rows: WordTable

    var count: Int { starts.numbers }

    /// The rows of a table among all figures.
    /// - Parameter figures: how many there are.
    func range(_ table: Int, of figures: Int) -> Range<Int> {
      let start = Int(starts.number(table))
      let end = table + 1 < count ? Int(starts.number(table + 1)) : figures
      return (start..<Swift.max(start, end)).clamped(to: 0..<figures)
    }
  }

  var encoded: [UInt8] { bytes.array }

  /// nil for bytes of another version, which are to be made anew.
  init?(decoding bytes: PreparedBytes) {
    guard let sections = bytes.sections(8), sections[0].array == PreparedBytes.encode([Self.version]),
      let kinds = sections[1].sections(FactKind.allCases.count),
      let called = WordTable(sections[2]), let plans = WordTable(sections[3]),
      let words = GramTable(sections[4]),
      let headings = sections[5].sections(4)?.compactMap(WordTable.init), headings.count == 4,
      let tables = sections[6].sections(3), let titles = WordTable(tables[1]),
      let rows = WordTable(tables[2]),
      sections[7].numbers == FactKind.allCases.count + 1
    else { return nil }
    names = kinds.compactMap { kind in
      guard let parts = kind.sections(2), let words = WordTable(parts[0]), let grams = GramTable(parts[1])
      else { return nil }
      return Names(words: words, grams: grams)
    }
    guard names.count == kinds.count else { return nil }
    self.called = called
    self.plans = plans
    self.words = words
    self.headings = Headings(
      byKey: headings[0], byLabel: headings[1], byNumber: headings[2], parts: headings[3])
    self.tables = Tables(starts: tables[0], titles: titles, rows: rows)
    unlike = sections[7]
    self.bytes = bytes
  }

  /// How many names facts of some kinds have, equals once.
  /// - Parameter kinds: one, or indicators and measures.
  func unlikeNames(of kinds: [FactKind]) -> Int {
    let place = kinds.count == 1 ? FactKind.allCases.firstIndex(of: kinds[0]) : nil
    return Int(unlike.number(place ?? FactKind.allCases.count))
  }

  func names(of kind: FactKind) -> Names { names[FactKind.allCases.firstIndex(of: kind) ?? 0] }

  /// The facts of a document, ascending.
  func places(of plan: String) -> [Int] {
    guard let word = plans.place(of: Array(plan.unicodeScalars)) else { return [] }
    let ends = plans.values(word).map { Int($0) }
    return stride(from: 0, to: ends.count - 1, by: 2).flatMap { i in
      ends[i] < ends[i + 1] ? Array(ends[i]..<ends[i + 1]) : []
    }
  }
}

extension FactLookup {
  /// - Parameters:
  ///   - facts: all of a library.
  ///   - folder: knows the lexicon's spellings.
  ///   - lines: the physical lines of a document.
  init(_ facts: [Fact], folder: Folder, lines: (String, LineRange) -> [String]) {
    let bytes = PreparedBytes(FactLookup.encode(facts, folder: folder, lines: lines))
    guard let lookup = FactLookup(decoding: bytes) else { preconditionFailure("what was just encoded") }
    self = lookup
  }

  private static func encode(
    _ facts: [Fact], folder: Folder, lines: (String, LineRange) -> [String]
  ) -> [UInt8] {
    typealias Words = [[Unicode.Scalar]: [UInt32]]
    let kinds = FactKind.allCases
    var names = [Words](repeating: [:], count: kinds.count)
    var called: Words = [:]
    var plans: Words = [:]
    var words = GramTable.Maker()
    var headings = [Words](repeating: [:], count: 4)
    var titles: Words = [:]
    var rows: Words = [:]
    var starts: [UInt32] = []
    var unlike = [Set<String>](repeating: [], count: kinds.count)
    var lastFigure: Fact?
    var figures: UInt32 = 0
    func note(_ text: some Sequence<Unicode.Scalar>, _ place: UInt32, in table: inout Words) {
      let word = Array(text)
      if table[word]?.last != place { table[word, default: []].append(place) }
    }
    func key(_ text: String) -> String { folder.fold(string: text).filter { !$0.isWhitespace } }
    for (i, fact) in facts.enumerated() {
      let place = UInt32(clamping: i)
      let kind = kinds.firstIndex(of: fact.kind) ?? 0
      unlike[kind].insert(fact.name)
      note(folder.fold(fact.name).scalars, place, in: &names[kind])
      let calls = fact.calls(key) + (fact.kind == .definition ? fact[.summary]?.texts ?? [] : [])
      for call in Set(calls.map(key)) { note(call.unicodeScalars, place, in: &called) }
      let plan = Array(fact.plan.unicodeScalars)
      if plans[plan]?.last == place {
        plans[plan]?.removeLast()
      } else {
        plans[plan, default: []].append(place)
      }
      plans[plan]?.append(place + 1)
      words.add(folder.fold(fact.spokenText(lines)).scalars, at: i)
      switch fact.kind {
      case .heading:
        let heading = Answers.Headings.Heading(fact)
        let keys = Answers.Headings.Keys(heading) { Answers.Headings.key($0, folder) }
        for key in keys.all { note(key.unicodeScalars, place, in: &headings[0]) }
        note(heading.label.unicodeScalars, place, in: &headings[1])
        note(keys.number.unicodeScalars, place, in: &headings[2])
        for part in Set([keys.title, keys.name]) { note(part.unicodeScalars, place, in: &headings[3]) }
      case .figure:
        if !(lastFigure.map { FigureFinder.standTogether($0, fact) } ?? false) {
          starts.append(figures)
          if let title = fact.text(.table) {
            note(folder.fold(title).scalars, UInt32(starts.count - 1), in: &titles)
          }
        }
        let row = FigureFinder.bare(folder.fold(fact.calledName, depth: .width).scalars)
        note(row, UInt32(starts.count - 1), in: &rows)
        lastFigure = fact
        figures += 1
      default: break
      }
    }
    let both = kinds.indices.filter { [.indicator, .measure].contains(kinds[$0]) }
      .reduce(into: Set<String>()) { $0.formUnion(unlike[$1]) }
    let counts = unlike.map { UInt32(clamping: $0.count) } + [UInt32(clamping: both.count)]
    return PreparedBytes.encode([
      PreparedBytes.encode([version]), PreparedBytes.encode(names.map(encoded)), WordTable(called).encoded,
      WordTable(plans).encoded, words.encoded, PreparedBytes.encode(headings.map { WordTable($0).encoded }),
      PreparedBytes.encode([
        PreparedBytes.encode(starts), WordTable(titles).encoded, WordTable(rows).encoded,
      ]), PreparedBytes.encode(counts),
    ])
  }

  private static func encoded(_ names: [[Unicode.Scalar]: [UInt32]]) -> [UInt8] {
    let words = WordTable(names)
    var grams = GramTable.Maker()
    for word in 0..<words.count { grams.add(words.scalars(word), at: word) }
    return PreparedBytes.encode([words.encoded, grams.encoded])
  }
}

extension Fact {
  /// What it may be named by: what people call it, its label with and without the name, its rank and label.
  func calls(_ key: (String) -> String) -> [String] {
    var names = callNames
    if case .text(let label)? = self[.label] { names += [label, "\(label) \(name)"] }
    if case .text(let rank)? = self[.rank], case .text(let label)? = self[.label] {
      names.append(rank + label)
    }
    // the evaluation of a goal is called by the goal's label too
    if let subject = text(.subject), key(subject).hasSuffix(key(name)) {
      names += subject.split(whereSeparator: \.isWhitespace).prefix(1).map(String.init)
    }
    return names
  }

  /// What it says and the lines it stands on.
  func spokenText(_ lines: (String, LineRange) -> [String]) -> String {
    ([fullText] + sources.map { lines(plan, $0.lines).joined() }).joined(separator: "\n")
  }
}
