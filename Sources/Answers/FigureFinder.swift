import JapaneseText
import PlanDocuments
import PlanFacts
import Questions

/// Finds the tables of figures, and the rows of them, that a question's words name.
///
/// The names of rows (製造業, その他) are no entities: any question may hold them. A row is meant where the rest of the words
/// stand around its table; a table where nearly all of them stand in its title.
final class FigureFinder {
  /// The rows printed under one title.
  struct Table {
    let rows: [Fact]
    let title: String?
    /// The innermost heading that is not one of many (【現状と課題】).
    let heading: String?
    /// The heads over its figures, each once, in the order printed.
    let columns: [String]
    /// What its rows say in words, by the heads: each value once, the longest first.
    let sayings: [(head: String, values: [String])]
    /// The groups of several rows that stand before their names: `集会施設 ›`.
    private let groups: Set<Substring>

    init(rows: [Fact], title: String?, heading: String?) {
      self.rows = rows
      self.title = title
      self.heading = heading
      columns = rows.compactMap { $0.text(.column) }.uniqued
      var said: [String: [String]] = [:]
      var heads: [String] = []
      for case .attributes(let all)? in rows.map({ $0[.attributes] }) {
        for attribute in all {
          let head = attribute.callName
          if said[head] == nil { heads.append(head) }
          said[head, default: []].append(attribute.value)
        }
      }
      sayings = heads.map { head in
        (head, (said[head] ?? []).uniqued.sorted { $0.unicodeScalars.count > $1.unicodeScalars.count })
      }
      let names = Set(rows.map(\.name)).compactMap(Table.group)
      groups = Set(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys)
    }

    private static func group(of name: String) -> Substring? { name.lastIndex(of: "›").map { name[...$0] } }

    /// What people call a row: by its own name where it stands beside a group of several (`集会施設 › 湖の公民館`).
    func calledName(of row: Fact) -> String {
      Table.group(of: row.name).map(groups.contains) ?? true ? row.calledName : row.name
    }

    /// The year that a column is of, where its head says one.
    func year(ofColumn head: String) -> Int? {
      rows.lazy.filter { $0.text(.column) == head }.compactMap { $0.figure(at: .field(.fiscalYear)) }
        .first?.value.wholeNumber
    }

    /// Whether every column is of a year of its own, and its head says nothing else: 令和3年, 令和4年.
    var isOfYears: Bool {
      let heads = columns.map { FieldSchema.builtIn.head(Attribute(name: $0, value: "").callName) }
      let years = columns.compactMap(year(ofColumn:))
      return columns.count > 1 && heads.allSatisfy { $0.isPeriod } && Set(years).count == columns.count
    }

    /// Its columns where they are of years alone.
    var columnsOfYears: [String] { isOfYears ? columns : [] }

    /// What the whole table comes to, where that is printed.
    var total: Fact? { rows.last { $0[.isTotal] == .flag(true) } }

    /// The row that the others are parts of, where their shares show that some are parts of others.
    var whole: Fact? {
      guard FigureFinder.overlap(rows) else { return nil }
      let amounts = rows.compactMap { row in row.figure(at: .field(.amount)).map { (row, $0.value) } }
      guard let largest = amounts.max(by: { $0.1 < $1.1 }), largest.0[.share] == nil else { return nil }
      return largest.0
    }

    /// Whether what the words call a measure (使用料, 人口) stands in the title or in a head: no figure of another is given for it.
    func measures(_ words: [[Unicode.Scalar]], _ matcher: KeywordMatcher) -> Bool {
      guard title != nil else { return true }
      let said = FigureFinder.bare(matcher.plain(heads.joined(separator: " ")))
      return words.flatMap { $0.split(separator: " ") }.allSatisfy { word in
        let ends = FigureFinder.measures.contains {
          word.count >= $0.unicodeScalars.count && word.ends(with: $0)
        }
        return !ends || FigureFinder.start(of: Array(word), in: said) != nil
      }
    }

    /// Its title, its columns and its rows, each once.
    private var heads: [String] {
      Set(rows.compactMap { $0.text(.table) } + rows.compactMap { $0.text(.column) } + rows.map(\.name))
        .sorted()
    }

    /// All that says what its figures are of: these and the headings above it.
    var captions: [String] { heads + (rows.first?.sources.first?.section ?? []) }

    var hasOnlyShares: Bool { rows.allSatisfy { $0[.amount] == nil } }

    /// Whether the title says that the figures are of such a year, or of years around it.
    func covers(_ years: ClosedRange<Int>) -> Bool {
      YearMention.all(in: Array((title ?? "").unicodeScalars)).contains {
        ($0.first...$0.last).overlaps(years)
      }
    }

    /// Every line of it, and a few pages around it.
    var surroundings: LineRange {
      let lines = rows.flatMap { $0.sources.map(\.lines) }
      return LineRange(max(1, (lines.map(\.first).min() ?? 1) - 120), (lines.map(\.last).max() ?? 1) + 120)
    }

    var selection: Selection {
      var selection = Selection(.figures)
      if let title {
        selection.conditions = [.comparison(.field(.table), .equal, .text(title))]
      } else {
        selection.conditions = (heading.map { [.under($0)] } ?? []) + [.missing(.field(.table))]
      }
      return selection
    }
  }

  private let groups: FactGroups
  private let matcher: KeywordMatcher
  /// The physical lines of a document.
  private let lines: (String, LineRange) -> [String]

  init(
    _ groups: FactGroups, matcher: KeywordMatcher, lines: @escaping (String, LineRange) -> [String]
  ) {
    self.groups = groups
    self.matcher = matcher
    self.lines = lines
  }

  private var known: [Int: Table] = [:]

  private func table(_ place: Int) -> Table {
    if let table = known[place] { return table }
    let figures = groups.places(of: .figure)
    let range = groups.lookup.tables.range(place, of: figures.count)
    let rows = groups.facts(at: Array(figures[range]))
    let table = Table(
      rows: rows, title: rows.first?.text(.table),
      heading: rows.first?.sources.first?.section.last { !$0.hasPrefix("【") })
    known[place] = table
    return table
  }

  /// The tables that some words may be about, ascending: a row that stands in them, or a term that stands in the title.
  private func tables(holding said: [Unicode.Scalar], or terms: [KeywordMatcher.Term]) -> [Int] {
    let tables = groups.lookup.tables
    let rows = said.indices.flatMap { tables.rows.words(in: said, at: $0) }.filter { $0.length > 1 }
    let titles = (0..<tables.titles.count).filter { title in
      let title = tables.titles.scalars(title)
      return terms.contains { matcher.stands($0, in: title) }
    }
    return Set(rows.map(\.word).flatMap(tables.rows.values) + titles.flatMap(tables.titles.values))
      .map { Int($0) }.sorted()
  }

  /// Whether a figure goes on with the table of the one before it.
  static func standTogether(_ last: Fact, _ fact: Fact) -> Bool {
    last.plan == fact.plan && last[.table] == fact[.table]
      && last.sources.first?.section == fact.sources.first?.section
  }

  /// How words end that say what a figure measures.
  private static let measures = ["使用料", "料金", "費", "額", "人口", "面積"]

  enum Wish {
    case none
    /// How much, how many.
    case figure
    /// Some of the rows by their figures: the most, those over a bound, all together.
    case rows
  }

  struct Found {
    let table: Table
    /// Those that the words name; empty where they name the table.
    let rows: [Fact]
    /// The heads that the words name; empty where they name none.
    let columns: [String]
    /// What the words say of its rows under heads of words: 木造 of 構造. No value where only the head is named.
    let sayings: [(head: String, values: [String])]
    /// Whether words are left that stand neither in its title and headings nor in its rows' and columns' names, but somewhere around: of a
    /// table of several columns they may say which rows are meant (木造).
    let leavesWords: Bool

    var saysValues: Bool { sayings.contains { !$0.values.isEmpty } }
  }

  /// What a question names, the likeliest first; empty where no table is named clearly. Rows of one name in several tables
  /// (資金調達 in two charts) are all meant.
  /// - Parameters:
  ///   - words: those that must be accounted for.
  ///   - asked: those that ask for something, and may stand in a title too (件数, 割合).
  ///   - isStrict: whether what is asked for has a name of its own (団体), which must stand in the title then.
  ///   - wish: what the question wants of figures.
  func find(in question: String, words: [String], asked: [String], isStrict: Bool, wish: Wish) -> [Found] {
    var found: [(found: Found, score: Int)] = []
    let bare = words.map { FigureFinder.bare(matcher.plain($0)) }
    // 商品・サービス: one of them is enough
    let wholes = words.flatMap { $0.split { "・･、，,/／".contains($0) }.map { matcher.plain(String($0)) } }
    let said = Said(FigureFinder.bare(matcher.plain(question)))
    let asked = matcher.terms(of: asked.joined(separator: " "))
    let all = matcher.terms(of: String(String.UnicodeScalarView(bare.joined(separator: [" "]))))
    for table in tables(holding: said.scalars, or: all).map(table) where !table.rows.isEmpty {
      var words = bare
      let rows = rows(of: table, namedIn: said, leaving: &words)
      let before = words.joined().count
      let columns = columns(of: table, namedIn: said, leaving: &words)
      let sayings = sayings(of: table, besides: rows, in: said, leaving: &words)
      let heads = before - words.joined().count
      if hasFigure(words, besides: table) { continue }
      // 特別会計: not what a title with 会計 is of
      if rows.isEmpty, columns.isEmpty, sayings.isEmpty, wholes.contains(where: { isTorn($0, by: table) }) {
        continue
      }
      let rest = matcher.terms(of: String(String.UnicodeScalarView(words.joined(separator: [" "]))))
      let share = share(of: rest, asked, in: table)
      if isStrict, share.asked == 0 { continue }
      let isMeant =
        rows.isEmpty
        // a table is called by its title, and by what it says of its rows; 西分館 beside it may be a row without a figure
        ? share.title > (wish == .none && sayings.allSatisfy(\.values.isEmpty) ? 3 : 1)
          && share.elsewhere == 0 && (wish == .rows || share.around == 0)
          && (wish == .rows || share.title * 3 >= share.all)
        // 合計 alone is any table's
        : rows.allSatisfy { $0[.isTotal] != nil && table.calledName(of: $0).count < 4 }
          ? share.title > 1
            // a row and a column: the place of one figure
          : !columns.isEmpty || !sayings.isEmpty || share.near + share.asked > 0
            || wish != .none && rows.contains { table.calledName(of: $0).count > 3 }
      let named = rows.reduce(0) { $0 + table.calledName(of: $1).count }
      guard isMeant, named + share.near >= share.elsewhere * 2,
        rows.isEmpty || table.measures(words, matcher) && !areOfOthers(words, than: table)
      else { continue }
      let score = (named + heads + share.title) * 2 + share.asked + share.near - share.elsewhere
      let leavesWords = share.around + share.elsewhere > 0
      found.append(
        (
          Found(table: table, rows: rows, columns: columns, sayings: sayings, leavesWords: leavesWords), score
        ))
    }
    guard let best = found.max(by: { $0.score < $1.score }) else { return [] }
    let names = best.found.rows.map(\.name)
    // 健全度: the table that has such a head is meant
    let namesHead = { (found: Found) in !found.columns.isEmpty || !found.sayings.isEmpty }
    let others = found.filter {
      !names.isEmpty && $0.found.rows.map(\.name) == names && (namesHead($0.found) || !namesHead(best.found))
    }
    .sorted { $1.score < $0.score }.map(\.found)
    return others.isEmpty ? [best.found] : others
  }

  /// The row of a question's table that a word names; its total where there is no word.
  func row(_ word: String?, in selection: Selection) -> Selection? {
    let places = selection.conditions.filter(\.namesTable)
    let titles = places.compactMap { place -> String? in
      if case .comparison(.field(.table), .equal, .text(let title)) = place { title } else { nil }
    }
    let tables = groups.lookup.tables
    let named = titles.first.map { title in
      tables.titles.place(of: matcher.scalars(title)).map { tables.titles.values($0).map { Int($0) } } ?? []
    }
    guard
      let table = (named ?? Array(0..<tables.count)).lazy.map(table)
        .first(where: { $0.selection.conditions == places })
    else { return nil }
    let wanted = word.map { FigureFinder.bare(matcher.scalars($0)) }
    let row =
      wanted.map { wanted in
        table.rows.first { FigureFinder.bare(matcher.scalars(table.calledName(of: $0))) == wanted }
      }
      ?? table.total ?? table.whole
    return row.map { Selection(.figures, [.named($0.name)] + places) }
  }

  /// The rows whose names stand in a question, in the printed order; their names are taken out of its words.
  private func rows(of table: Table, namedIn question: Said, leaving words: inout [[Unicode.Scalar]])
    -> [Fact]
  {
    var said = question.scalars
    let standing = table.rows.map { ($0, FigureFinder.bare(matcher.plain(table.calledName(of: $0)))) }
      .filter { question.mayHold($0.1) }
    let named = standing.sorted { $0.0.name.count > $1.0.name.count }.filter { _, name in
      guard FigureFinder.take(name, from: &said) else { return false }
      // a name may reach over several words, and a word over a name's end
      for i in words.indices where !FigureFinder.take(name, from: &words[i]) {
        if FigureFinder.start(of: words[i], in: name) != nil { words[i] = [] }
      }
      return true
    }.map(\.0)
    return named.sorted { $0.sources[0].lines < $1.sources[0].lines }
  }

  /// The heads of a table that stand in a question, each by its lowest word that is more than a year or a unit: 延床面積 of
  /// `建物の状況 › 延床面積 › （㎡）`.
  private func columns(of table: Table, namedIn question: Said, leaving words: inout [[Unicode.Scalar]])
    -> [String]
  {
    var found: [(head: String, name: [Unicode.Scalar])] = []
    for head in table.columns {
      // without units and years: 維持管理費 of 維持管理費R5
      let parts = head.split(separator: "›").map {
        FieldSchema.builtIn.head(Attribute(name: String($0).trimmed, value: "").callName)
      }
      guard let part = parts.last(where: { !$0.isPeriod && !($0.names.last ?? "").isEmpty })?.names.last,
        case let name = FigureFinder.bare(matcher.plain(part)), question.mayHold(name),
        FigureFinder.start(of: name, in: question.scalars) != nil
      else { continue }
      found.append((head, name))
    }
    // 利用者数 of 年間利用者数 is another column's
    found = found.filter { one in
      !found.contains {
        $0.name.count > one.name.count && FigureFinder.start(of: one.name, in: $0.name) != nil
      }
    }
    for name in found.map(\.name) {
      for i in words.indices { _ = FigureFinder.take(name, from: &words[i]) }
    }
    return found.map(\.head)
  }

  /// What a question says of rows in the words of a table: values under their head where that stands there too, else under the first
  /// that has them; heads that stand there alone. What the name of a row holds is no such word.
  private func sayings(
    of table: Table, besides rows: [Fact], in question: Said, leaving words: inout [[Unicode.Scalar]]
  ) -> [(head: String, values: [String])] {
    var said = question.scalars
    for row in rows {
      _ = FigureFinder.take(FigureFinder.bare(matcher.plain(table.calledName(of: row))), from: &said)
    }
    func takes(_ text: String) -> Bool {
      let name = FigureFinder.bare(matcher.plain(text))
      guard question.mayHold(name), FigureFinder.take(name, from: &said) else { return false }
      for i in words.indices { _ = FigureFinder.take(name, from: &words[i]) }
      return true
    }
    // 方針 of 今後の方針
    let named = table.sayings.map { saying in
      (
        saying,
        isNamed: takes(saying.head)
          || saying.head.split(separator: "の").last.map { takes(String($0)) } ?? false
      )
    }
    let found = named.sorted { $0.isNamed && !$1.isNamed }.map { saying, isNamed in
      (head: saying.head, values: saying.values.filter(takes), isNamed: isNamed)
    }
    return found.filter { $0.isNamed || !$0.values.isEmpty }.map { ($0.head, $0.values) }
  }

  /// 収入が0の路線: whether words hold a figure that no head of the table has; it tests the figures, and nothing takes it up.
  private func hasFigure(_ words: [[Unicode.Scalar]], besides table: Table) -> Bool {
    let figures = words.flatMap { $0.split(separator: " ") }.filter { $0.allSatisfy(\.isNumeral) }
    guard !figures.isEmpty else { return false }
    let own = matcher.plain(table.captions.joined(separator: " "))
    return figures.contains { FigureFinder.start(of: Array($0), in: own) == nil }
  }

  /// 公園数 beside a row of a table of visitors: whether words stand in the titles of other tables, and none around this one's figures.
  private func areOfOthers(_ words: [[Unicode.Scalar]], than table: Table) -> Bool {
    let words = words.flatMap { $0.split(separator: " ") }.filter { $0.count > 1 }
      .map { matcher.scalars(String(String.UnicodeScalarView($0))) }
    let own = FigureFinder.bare(matcher.scalars(table.captions.joined(separator: " ")))
    guard words.allSatisfy({ FigureFinder.start(of: $0, in: own) == nil }) else { return false }
    let titles = groups.lookup.tables.titles
    return words.contains { word in
      (0..<titles.count).contains {
        FigureFinder.start(of: word, in: FigureFinder.bare(Array(titles.scalars($0)))) != nil
      }
    }
  }

  /// Whether one part of a word stands in the title of a table and another neither there nor in the headings above.
  private func isTorn(_ word: [Unicode.Scalar], by table: Table) -> Bool {
    let terms = matcher.terms(of: String(String.UnicodeScalarView(word)))
    let title = matcher.scalars(table.title ?? "")
    let around = title + matcher.scalars((table.rows[0].sources.first?.section ?? []).joined(separator: " "))
    return terms.contains { matcher.stands($0, in: title) }
      && terms.contains { !matcher.stands($0, in: around) }
  }

  /// The words of a question without punctuation, and the pairs of scalars in them: most names of rows have another first
  /// pair, and need not be looked for.
  private struct Said {
    let scalars: [Unicode.Scalar]
    private let pairs: Set<UInt64>

    init(_ scalars: [Unicode.Scalar]) {
      self.scalars = scalars
      pairs = Set(zip(scalars, scalars.dropFirst()).map(Said.pair))
    }

    /// False for names that don't stand there, and for single characters.
    func mayHold(_ name: [Unicode.Scalar]) -> Bool {
      name.count > 1 && pairs.contains(Said.pair(name[0], name[1]))
    }

    private static func pair(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt64 {
      UInt64(a.value) << 32 | UInt64(b.value)
    }
  }

  /// Where words stand, in scalars of them.
  private struct Share {
    var title = 0
    /// In the title, the headings above or the pages around.
    var near = 0
    var elsewhere = 0
    /// Of those near, in the pages around alone.
    var around = 0
    /// Of the words that ask, in the title.
    var asked = 0

    var all: Int { near + elsewhere }
  }

  private func share(of words: [KeywordMatcher.Term], _ asked: [KeywordMatcher.Term], in table: Table)
    -> Share
  {
    let title = matcher.scalars(table.title ?? "")
    let headings = matcher.scalars((table.rows[0].sources.first?.section ?? []).joined(separator: " "))
    var share = Share()
    for term in asked where matcher.stands(term, in: title) { share.asked += term.length }
    let open = words.filter { term in
      if matcher.stands(term, in: title) {
        share.title += term.length
        share.near += term.length
      } else if matcher.stands(term, in: headings) {
        share.near += term.length
      } else {
        return true
      }
      return false
    }
    guard !open.isEmpty else { return share }
    let pages = matcher.scalars(lines(table.rows[0].plan, table.surroundings).joined())
    for term in open {
      if matcher.stands(term, in: pages) {
        share.near += term.length
        share.around += term.length
      } else {
        share.elsewhere += term.length
      }
    }
    return share
  }

  /// Whether rows are parts of each other: together they are more than the whole.
  static func overlap(_ rows: [Fact]) -> Bool {
    let shares = rows.filter { $0[.isTotal] == nil }.compactMap { $0.figure(at: .field(.share))?.value }
    let sum = shares.reduce(ExactNumber(0)) { $0.adding($1) ?? $0 }
    return ExactNumber(101) < sum
  }

  /// Without punctuation, which names are typed with and without.
  static func bare(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.filter { !"、，,・･.．「」()（）の".unicodeScalars.contains($0) }
  }

  /// Takes a name out of a text; false where it doesn't stand there.
  private static func take(_ name: [Unicode.Scalar], from text: inout [Unicode.Scalar]) -> Bool {
    guard let start = start(of: name, in: text) else { return false }
    text.replaceSubrange(start..<(start + name.count), with: [" "])
    return true
  }

  fileprivate static func start(of part: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
    guard part.count <= text.count else { return nil }
    return (0...(text.count - part.count)).first { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate func ends(with word: String) -> Bool {
    suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars)
  }
}

extension Condition {
  /// Whether it says which table of figures is meant (`FigureFinder.Table.selection`).
  var namesTable: Bool {
    switch self {
    case .comparison(.field(.table), .equal, _), .missing(.field(.table)), .under: true
    default: false
    }
  }
}

extension KeywordMatcher.Term {
  /// In scalars.
  fileprivate var length: Int { word.unicodeScalars.count }
}

extension Fact {
  /// 上位５品目合計 is called 上位５品目 too, and what stands beside a group by its own name: `集会施設 › 湖の公民館`.
  var calledName: String {
    let own = name.split(separator: "›").last.map { String($0).trimmed } ?? name
    guard self[.isTotal] == .flag(true), own.count > 4, own.hasSuffix("合計") else { return own }
    return String(own.dropLast(2))
  }
}
