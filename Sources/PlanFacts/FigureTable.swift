import JapaneseText
import PlanDocuments

/// Rows that each give a figure to a few words: the small tables beside the text, and what is left of charts.
///
///     事業所数・団体数（区別）          市内農地面積（2017年１月）     順位 品目 相談件数 備考
///     東区 163                       生産緑地                   １ 家電 1,571 不当請求他
///     西区 100                       279.0ha                   ２ 住宅 500
///     合計 263                       50％                       総合計 2,071
struct FigureTable: Sendable {
  struct Row: Sendable {
    var number: ExactNumber?
    var label: String
    var cell: FigureCell
    var note: String
    var lines: LineRange

    /// 合計, 総計: what the other rows come to.
    var isTotal: Bool {
      let label = label.squeezed
      return label == "計" || ["合計", "総計", "小計", "総数", "全体"].contains { label.hasSuffix($0) }
    }
  }

  private(set) var title: FigureTitle?
  private(set) var rows: [Row] = []
  /// The title of the column of figures, where columns have titles.
  private let counted: String?

  private var isHeaded: Bool { counted != nil }

  private init(counted: String?) { self.counted = counted }

  /// A line with whether a table may go on over it.
  struct Line: Sendable {
    let line: NumberedLine
    let isOpen: Bool
  }

  /// All tables of some lines that give reason to believe in them, in order.
  static func all(of lines: [Line]) -> [FigureTable] {
    var tables: [FigureTable] = []
    var i = 0
    while i < lines.count {
      let (table, end) = read(lines, from: i)
      if let table { tables.append(table) }
      i = max(end, i + 1)
    }
    return tables
  }

  // MARK: reasons to believe in it

  /// The parts come to the printed total, or the shares to a hundred percent.
  var isReckoned: Bool {
    guard rows.count > 1, Set(rows.map(\.label)).count == rows.count else { return false }
    return totalIsSum || sharesAreWhole
  }

  /// Amounts of one printed unit under a title, most of them with their share.
  var isMeasured: Bool {
    title != nil && isPlausible && rows.allSatisfy { $0.cell.amount?.unit != nil }
      && rows.count { $0.cell.share != nil } * 2 > rows.count
  }

  /// Also where nothing can be reckoned: three figures of one unit or more, under a title or each with its share.
  private var isPlausible: Bool {
    guard !isReckoned else { return true }
    guard rows.count > 1, Set(rows.map(\.label)).count == rows.count else { return false }
    let amounts = rows.compactMap(\.cell.amount)
    // a size in brackets under each name
    if rows.allSatisfy(\.cell.isBracketed), amounts.count == rows.count, amounts[0].unit != nil,
      Set(amounts.map(\.unit)).count == 1
    {
      return true
    }
    guard rows.count > 2 else { return false }
    guard amounts.count == rows.count else { return title != nil && amounts.isEmpty }
    let isOfOneUnit = Set(amounts.map(\.unit)).count == 1
    let hasShares = rows.count { $0.cell.share != nil } * 2 > rows.count
    return isOfOneUnit && (title != nil || hasShares && amounts[0].unit != nil)
  }

  private var totalIsSum: Bool {
    var sum: ExactNumber? = ExactNumber(0)
    var count = 0
    for row in rows {
      guard let amount = row.cell.amount else { return false }
      if row.isTotal, count > 1 { return amount.value == sum }
      sum = sum?.adding(amount.value)
      count += 1
    }
    return false
  }

  private var sharesAreWhole: Bool {
    let shares = rows.filter { !$0.isTotal }.compactMap(\.cell.share)
    guard shares.count > 1, shares.count == rows.count(where: { !$0.isTotal }) else { return false }
    let sum = shares.reduce(ExactNumber(0)) { $0.adding($1) ?? $0 }
    return !(sum < ExactNumber(99)) && !(ExactNumber(101) < sum)
  }

  // MARK: reading

  /// The table that opens at a line, if one does, and where to look for the next.
  private static func read(_ lines: [Line], from start: Int) -> (FigureTable?, Int) {
    guard lines[start].isOpen else { return (nil, start + 1) }
    if let counted = counted(by: lines[start].line) {
      var table = FigureTable(counted: counted)
      let end = table.readRows(lines, from: start + 1)
      // a line below that says what the column does is its title; one above may belong to a picture
      if table.title?.text.contains(counted) != true {
        table.title = FigureTitle(above: above(lines, start)) ?? table.title
      }
      return (table.rows.count > 1 ? table : nil, table.rows.isEmpty ? start + 1 : end)
    }
    var table = FigureTable(counted: nil)
    let end = table.readRows(lines, from: start)
    return (table.isPlausible ? table : nil, end)
  }

  /// What the titles of columns say was counted: 相談件数 of `順位 商品・サービス 相談件数 備考`; nil where a line is no head.
  private static func counted(by line: NumberedLine) -> String? {
    let words = line.text.words
    guard (3...6).contains(words.count), let first = words.first, words.allSatisfy({ $0.count <= 12 }),
      ["順位", "番号", "No.", "№", "区分", "項目", "種別"].contains(first)
    else { return nil }
    let titles = words.dropFirst().filter { FigureTitle.isTitle($0) }
    return titles.count == 1 ? titles[0] : nil
  }

  /// The two lines above one, whatever they are: a heading may be a table's title.
  private static func above(_ lines: [Line], _ index: Int) -> ArraySlice<NumberedLine> {
    lines[max(0, index - 2)..<index].map(\.line)[...]
  }

  /// Reads rows up to a line that none goes on over; the index of that line, or of what may be the title of the next table.
  private mutating func readRows(_ lines: [Line], from start: Int) -> Int {
    var waiting: [NumberedLine] = []
    var isBehindSource = false
    var i = start
    while i < lines.count, lines[i].isOpen, i == start || FigureTable.counted(by: lines[i].line) == nil {
      let line = lines[i].line
      switch FigureLine(line) {
      case .label where counted.map({ line.text.hasSuffix($0) }) ?? false:
        title = FigureTitle(above: [line])
        return i
      case .label where !isHeaded || rows.isEmpty:
        // words that no figure ever follows
        if waiting.count > 5 { return rows.isEmpty ? i : i - waiting.count }
        waiting.append(line)
      case .label(let words):
        rows[rows.count - 1].note += words
        rows[rows.count - 1].lines = LineRange(rows[rows.count - 1].lines.first, line.number)
      case .figure(let cell):
        if waiting.isEmpty {
          guard let last = rows.last, last.lines.last + 2 >= line.number, let whole = last.cell.adding(cell)
          else { return i + (rows.isEmpty ? 1 : 0) }
          rows[rows.count - 1].cell = whole
          rows[rows.count - 1].lines = LineRange(last.lines.first, line.number)
        } else if !add(
          cell, at: line.number, under: waiting, above: FigureTable.above(lines, i - waiting.count))
        {
          return rows.isEmpty ? i + 1 : i - waiting.count
        }
        waiting = []
      case .row(let number, let label, let cell, let note):
        guard isHeaded || note.isEmpty && number == nil else { return rows.isEmpty ? i + 1 : i }
        if rows.isEmpty, !isHeaded { title = FigureTitle(above: FigureTable.above(lines, i)) }
        guard waiting.isEmpty || rows.isEmpty else { return i - waiting.count }
        rows.append(
          Row(
            number: number, label: label.closedUp, cell: cell, note: note,
            lines: LineRange(line.number)))
        waiting = []
      case .source: isBehindSource = true
      case .other:
        guard isBehindSource, FigureTable.isDated(line) else {
          if title == nil, !rows.isEmpty, FigureTitle.isTitle(line.text) {
            title = FigureTitle(above: [line])
          }
          return rows.isEmpty ? i + 1 : i
        }
      }
      i += 1
    }
    return max(start + 1, i - waiting.count)
  }

  /// The figure of the words above it, the first of which may be the table's title; false where they are too many.
  private mutating func add(
    _ cell: FigureCell, at line: Int, under waiting: [NumberedLine], above: ArraySlice<NumberedLine>
  ) -> Bool {
    var label = waiting[...]
    if rows.isEmpty {
      if let end = waiting.dropLast().lastIndex(where: { FigureTitle.isTitle($0.text) }) {
        title = FigureTitle(above: waiting[...end])
        label = waiting[(end + 1)...]
      } else {
        title = FigureTitle(above: above)
      }
    }
    // the lines that stand together, where there are too many to be one name
    if label.count > 3, let start = label.lastIndex(where: \.followsBlank) { label = label[start...] }
    guard (1...3).contains(label.count), let first = label.first else { return false }
    let name = label.map(FigureLine.withoutBullet).joined(separator: " ").closedUp
    guard (2...30).contains(name.count) else { return false }
    rows.append(
      Row(number: nil, label: name, cell: cell, note: "", lines: LineRange(first.number, line)))
    return true
  }

  /// Another work that the figures were taken from, with its date: `都市計画の変更（2016年12月告示）`.
  private static func isDated(_ line: NumberedLine) -> Bool {
    line.scalars.last?.widthFolded == ")" && !YearMention.all(in: line.scalars).isEmpty
  }
}
