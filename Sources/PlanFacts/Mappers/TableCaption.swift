import JapaneseText
import PlanDocuments
import SourceFiles

/// What is printed above a table: its title, and what its figures are counted in.
struct TableCaption {
  private(set) var title: TableTitle?
  private(set) var unit: TableUnit?

  /// Looks at the four lines above; another table, a sentence or a bullet ends the search. Without a title there, the heading it stands
  /// under is its title.
  /// - Parameters:
  ///   - floor: The last line of the table before.
  ///   - part: Which of the tables it is that are set beside each other, each below a title of its own.
  init(
    above first: Int, floor: Int, part: Int, in document: PlanDocument, besides furniture: Set<Int>,
    _ words: HeadWords
  ) {
    for number in stride(from: first - 1, through: max(floor + 1, first - 5), by: -1) {
      let text = document.plan[line: number].trimmed
      if text.isEmpty || furniture.contains(number) { continue }
      guard !text.hasPrefix("|"), !text.contains("\t") else { break }
      let pieces = TableCaption.pieces(text)
      let titles = pieces.filter { TableCaption.isTitle(TableCaption.withoutUnit($0)) }
      let own = titles.count > 1 ? Array(titles.dropFirst(part).prefix(1)) : part > 0 ? [] : pieces
      for piece in own {
        if let printed = TableCaption.unit(in: piece, words) {
          if unit == nil { unit = TableUnit(printed: printed, lines: LineRange(number)) }
        }
        let name = TableCaption.withoutUnit(piece)
        if title == nil, TableCaption.isTitle(name), !TableCaption.isLabelled(name, words),
          !(name.hasSuffix("）") && words.head(name).isPeriod),
          pieces.count < 2 || !words.know(words.head(name))
        {
          title = TableTitle(text: TableCaption.withoutMark(name.closingSpread), lines: LineRange(number))
        }
      }
      if title != nil || text.contains("。") { break }
    }
    if let found = title { title = TableCaption.whole(found, in: document.plan, floor: floor) }
    if title == nil, let section = document.outline.section(at: first) {
      let heading = document.outline.sections[section]
      if !heading.title.isEmpty { title = TableTitle(text: heading.title, lines: heading.heading) }
    }
  }

  /// A title with the line above that it goes on from: `市内の` over `倉庫数（町別）`.
  private static func whole(_ title: TableTitle, in plan: Plan, floor: Int) -> TableTitle {
    let first = title.lines.first
    let above = stride(from: first - 1, through: max(floor + 1, first - 2), by: -1).first {
      !plan[line: $0].trimmed.isEmpty
    }
    guard let above, let opening = pieces(plan[line: above].trimmed).first, FigureTitle.goesOn(opening) else {
      return title
    }
    return TableTitle(text: "\(opening) \(title.text)".closedUp, lines: LineRange(above, title.lines.last))
  }

  /// A unit that a cell of the table prints for all: `（単位：千円）`, or the first head `区分（千円）`.
  static func unit(in grid: Grid, _ words: HeadWords) -> TableUnit? {
    if let first = grid.cells.first(where: { $0.row == 0 && $0.column == 0 }), let lines = first.range,
      case let head = words.head(first.joined), words.isGeneric(head), let unit = head.unit,
      unit.hasSuffix("円")
    {
      return TableUnit(printed: unit, lines: lines)
    }
    for cell in grid.cells where cell.row < 4 {
      let text = cell.joined
      guard text.squeezed.contains("単位:"), let printed = unit(in: text, words), let lines = cell.range else {
        continue
      }
      return TableUnit(printed: printed, lines: lines)
    }
    return nil
  }

  /// Texts that wide gaps set apart.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = [""]
    var gap = ""
    for scalar in text.unicodeScalars {
      if scalar.isSpace {
        gap.unicodeScalars.append(scalar)
        continue
      }
      if gap.unicodeScalars.count > 3, !(pieces.last ?? "").isEmpty {
        pieces.append("")
      } else {
        pieces[pieces.count - 1] += gap
      }
      gap = ""
      pieces[pieces.count - 1].unicodeScalars.append(scalar)
    }
    return pieces
  }

  /// `単位：千円`, `（千円）`, `(単位 人)`.
  static func unit(in text: String, _ words: HeadWords) -> String? {
    let scalars = HeadText(text, units: words.units)
    if let unit = scalars.unit { return unit }
    let dense = Array(text.squeezed.unicodeScalars)
    // (千円単位。千円未満は四捨五入)
    if let open = dense.firstIndex(of: "(") {
      let inside = String(String.UnicodeScalarView(dense[(open + 1)...]))
      if let unit = ["千円", "百万円", "万円", "億円"].first(where: { inside.hasPrefix($0 + "単位") }) { return unit }
    }
    let said = Array("単位:".unicodeScalars)
    guard let start = dense.indices.first(where: { dense[$0...].starts(with: said) }) else { return nil }
    let behind = dense[(start + said.count)...].prefix { !")、,。".unicodeScalars.contains($0) }
    let printed = String(String.UnicodeScalarView(behind))
    return (1...8).contains(printed.count) ? String(printed) : nil
  }

  private static func withoutUnit(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let bracket = Bracket.outermost(in: scalars).last, bracket.whole.upperBound == scalars.count,
      String(String.UnicodeScalarView(scalars[bracket.content])).squeezed.prefix(6).contains("単位")
    else { return text }
    return String(String.UnicodeScalarView(scalars[..<bracket.whole.lowerBound])).trimmed
  }

  /// `※採用者数の推移`, `◎施策の目標`, `・人口`.
  private static func withoutMark(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.drop { "※◎○●■◆・□◇".unicodeScalars.contains($0) }))
      .trimmed
  }

  /// `【評価】Ａ 順調`: a label that is known, and what it says.
  private static func isLabelled(_ text: String, _ words: HeadWords) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard scalars.first == "【", let close = scalars.firstIndex(of: "】"), close < scalars.count - 1 else {
      return false
    }
    return words.know(words.head(String(String.UnicodeScalarView(scalars[1..<close]))))
  }

  private static func isTitle(_ text: String) -> Bool {
    let dense = text.squeezed
    return (2...50).contains(dense.unicodeScalars.count) && !dense.contains("。") && !dense.hasPrefix("単位")
      && !dense.hasPrefix("(単位")
      && !dense.hasPrefix("注")
      && dense.unicodeScalars.contains { $0.isKanji || $0.isKatakana }
  }
}
