import JapaneseText

/// The head of an indicator table printed in lines: 「指 標 計画策定時 現 状 第１期計画期間における目標値 …」.
///
/// The columns come in any order and number; their titles may be spaced out, and a title may be wrapped, also with
/// another column's title between its halves (`第１期 第２期` / `目標値 目標値`).
struct IndicatorLinesHead: Hashable, Sendable {
  struct Column: Hashable, Sendable {
    enum Meaning: Hashable, Sendable { case baseline, current, actual, target }

    let meaning: Meaning
    /// `第1期` in half-width digits; nil where the title names none.
    let period: String?
    /// The year printed in the title itself.
    var year: YearMention?
  }

  private(set) var columns: [Column] = []
  /// Whether a column behind the names prints what the figures are counted in.
  private(set) var hasUnits = false
  /// Index of the first line behind the head.
  private(set) var end: Int

  /// nil where line `start` opens no head.
  init?(at start: Int, in lines: [NumberedLine]) {
    end = start
    guard let first = lines[start].scalars.first, IndicatorLinesHead.openers.contains(first),
      !lines[start].text.contains("|"), !lines[start].text.contains("\t")
    else { return nil }
    let text = lines[start].text.squeezed
    let titles = text.droppingPrefix(of: IndicatorLinesHead.names)
    var reader = TitleReader()
    guard reader.read(titles ?? text) else { return nil }
    // without the word, only titles that all have their year on the same line are a head
    if titles == nil, reader.columns.count < 2 || reader.columns.contains(where: { $0.year == nil }) {
      return nil
    }
    end = start + 1
    while end < lines.count, end - start < 14, reader.read(lines[end].text.squeezed) { end += 1 }
    columns = reader.columns
    hasUnits = reader.hasUnits
    guard columns.count > 1, columns.contains(where: { $0.meaning == .target }) else { return nil }
  }

  /// What a head can open with: 指標, or its first title.
  private static let openers: Set<Unicode.Scalar> = [
    "指", "成", "基", "現", "当", "計", "実", "評", "目", "数", "項",
  ]
  /// The titles of the names, longest first where one opens another.
  private static let names = [
    "成果指標名", "成果指標", "指標項目", "指標名", "指標", "評価指標名", "評価指標", "評価項目", "目標指標名", "目標指標", "目標(指標)名", "成果目標", "数値目標",
    "項目",
  ]

  /// The words of a line that looks like the head of such a table but has titles of its own (`指標 単位 現状 目標`), as far
  /// as they are not understood; empty for any other line.
  static func unknownTitles(in line: NumberedLine) -> [String] {
    guard let opening = line.scalars.first, openers.contains(opening) || opening == "活",
      line.scalars.count < 80, !line.text.contains("|"), !line.text.contains("\t"),
      let first = line.text.squeezed.droppingPrefix(of: ["活動指標"] + names.filter { $0.contains("指標") })
    else { return [] }
    let words = line.text.words.map(\.squeezed)
    // titles hold no list and no value
    guard !words.contains(where: { $0.contains("、") || $0.contains(":") }) else { return [] }
    let unknown = words.filter { word in
      var reader = TitleReader()
      // `20 年度(実績)`: a year without its era
      let isTitle = reader.read(word) || word.hasPrefix("年度(") || Int(word) != nil
      return !isTitle && !["指", "標", "現", "状", "活動指標"].contains(word) && !names.contains(word)
    }
    let known = words.count - unknown.count
    var reader = TitleReader()
    guard known > 2, words.contains(where: { $0.contains("目標") }), !reader.read(first) else { return [] }
    return unknown.isEmpty ? words.filter { $0.hasPrefix("年度(") } : unknown
  }
}

/// Takes titles off the front of a squeezed line.
private struct TitleReader {
  var columns: [IndicatorLinesHead.Column] = []
  var hasUnits = false
  /// Columns opened by a period whose 目標値 is still to come.
  private var halfOpen = 0
  private var yearOfNext: YearMention?
  /// Whether the line opened with a year, so that each year stands before its title.
  private var yearsLead = false
  /// How many columns the lines before this one opened.
  private var columnsBefore = 0

  private static let titles: [([String], IndicatorLinesHead.Column.Meaning)] = [
    (["計画策定時の値", "計画策定時", "策定時", "基準値", "基準年度", "基準年", "当初値"], .baseline),
    (["現状値", "現状", "現況値", "現況", "現在値", "現在", "直近値"], .current),
    (["実績値", "実績"], .actual),
  ]
  private static let targets = [
    "における目標値", "における目標", "の目標値", "の目標", "中間目標値", "中間目標", "最終目標値", "最終目標", "目標値", "目標",
  ]

  /// Reads a whole line; false, with nothing taken, where any of it is no title.
  mutating func read(_ line: String) -> Bool {
    var copy = self
    var rest = line
    copy.columnsBefore = columns.count
    copy.yearsLead = false
    while !rest.isEmpty {
      guard copy.take(from: &rest) else { return false }
    }
    self = copy
    return true
  }

  private mutating func take(from rest: inout String) -> Bool {
    if columns.isEmpty, let behind = rest.droppingPrefix(of: ["(単位)", "単位"]) {
      hasUnits = true
      rest = behind
      return true
    }
    for (words, meaning) in TitleReader.titles {
      guard let behind = rest.droppingPrefix(of: words) else { continue }
      open(meaning, period: nil)
      rest = behind
      return true
    }
    if let behind = rest.droppingPrefix(of: TitleReader.targets) {
      if halfOpen > 0 { halfOpen -= 1 } else { open(.target, period: nil) }
      rest = behind
      return true
    }
    return takePeriod(from: &rest) || takeYear(from: &rest)
  }

  private mutating func open(_ meaning: IndicatorLinesHead.Column.Meaning, period: String?) {
    columns.append(IndicatorLinesHead.Column(meaning: meaning, period: period, year: yearOfNext))
    yearsLead = yearsLead || columns.count == columnsBefore + 1 && yearOfNext != nil
    yearOfNext = nil
  }

  /// 第1期, 第1期計画期間, 第1期実施計画.
  private mutating func takePeriod(from rest: inout String) -> Bool {
    let scalars = Array(rest.unicodeScalars)
    guard scalars.first == "第", let number = Numeral.read(scalars, at: 1)?.value.wholeNumber,
      let end = scalars.firstIndex(of: "期"), end <= 4
    else { return false }
    let behind = String(String.UnicodeScalarView(scalars[(end + 1)...]))
    rest = behind.droppingPrefix(of: ["実施計画期間", "計画期間", "実施計画", "計画", "期間"]) ?? behind
    open(.target, period: "第\(number)期")
    halfOpen += 1
    return true
  }

  /// `(2014年度)` belongs to the title before it, `2025年度` to the one behind it; years in a row under their titles to one
  /// each, and on a line that opens with a title all years follow theirs.
  private mutating func takeYear(from rest: inout String) -> Bool {
    let scalars = Array(rest.unicodeScalars)
    let isBracketed = scalars.first == "("
    guard let year = YearMention.read(scalars, at: isBracketed ? 1 : 0) else { return false }
    var end = year.range.upperBound
    if isBracketed {
      guard end < scalars.count, scalars[end] == ")", let last = columns.indices.last else { return false }
      end += 1
      let isBelow = columns.count == columnsBefore || columns[..<columnsBefore].contains { $0.year == nil }
      columns[isBelow ? columns.firstIndex { $0.year == nil } ?? last : last].year = year
    } else if columns.count > columnsBefore, let last = columns.indices.last, columns[last].year == nil,
      yearOfNext == nil, !yearsLead
    {
      columns[last].year = year
    } else {
      yearOfNext = year
    }
    rest = String(String.UnicodeScalarView(scalars[end...]))
    return true
  }
}

extension String {
  /// What stands behind the first of `words` that the text starts with; nil where it starts with none.
  func droppingPrefix(of words: [String]) -> String? {
    words.first(where: hasPrefix).map { String(dropFirst($0.count)) }
  }
}
