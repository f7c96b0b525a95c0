import JapaneseText

/// A label that opens a part of an indicator: `指標：`, `現在(2021年度)：`, `2025年度：`.
struct IndicatorMark: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case name
    case figure(Point.Role, YearMention?)
  }

  let kind: Kind
  /// From its first scalar to behind its colon.
  let range: Range<Int>

  /// All marks of a cell, left to right.
  static func all(in scalars: [Unicode.Scalar]) -> [IndicatorMark] {
    scanning(scalars, by: read, range: \.range)
  }

  /// What the head of a column says of its cells: a whole cell, without a colon (`現状値（2020年度）`, `2025年度目標`).
  static func columnKind(_ head: String) -> Kind? {
    // an era's letter ends at a space: `H30 基準`
    for text in [head.trimmed, head.squeezed] {
      let scalars = Array(text.unicodeScalars)
      guard let (kind, end) = label(scalars, at: 0, bareYears: true), end == scalars.count else { continue }
      // a year alone does not say whether its figures were planned or counted
      if case .figure(_, let year) = kind, year?.range == 0..<scalars.count { return nil }
      return kind
    }
    return nil
  }

  private static func read(_ scalars: [Unicode.Scalar], at start: Int) -> IndicatorMark? {
    guard let (kind, end) = label(scalars, at: start) else { return nil }
    let colon = YearMention.skipped(scalars, end)
    guard colon < scalars.count, scalars[colon].widthFolded == ":" else { return nil }
    return IndicatorMark(kind: kind, range: start..<(colon + 1))
  }

  private static let nameWords = [
    "重要業績評価指標(KPI)", "重要業績評価指標（ＫＰＩ）", "重要業績評価指標（KPI）", "重要業績評価指標", "成果指標名", "成果指標",
    "活動指標", "評価指標", "数値目標", "指標名", "指標", "KPI", "ＫＰＩ",
  ]
  /// Longest first where one opens another.
  private static let roleWords: [(String, Point.Role)] = [
    ("計画策定時", .baseline), ("策定時", .baseline), ("基準値", .baseline), ("基準", .baseline), ("当初値", .baseline),
    ("現在値", .current), ("現在", .current), ("現状値", .current), ("現状", .current), ("現況値", .current),
    ("直近値", .current), ("実績値", .actual), ("実績", .actual), ("中間目標値", .target), ("中間目標", .target),
    ("最終目標値", .target), ("最終目標", .target), ("計画目標", .target), ("目標値", .target), ("目標", .target),
  ]

  private static func label(
    _ scalars: [Unicode.Scalar], at start: Int, bareYears: Bool = false
  ) -> (Kind, Int)? {
    for word in nameWords where stands(word, at: start, in: scalars) {
      return (.name, start + word.unicodeScalars.count)
    }
    if let (role, end) = role(scalars, at: start) {
      let (year, close) = bracketedYear(scalars, from: end)
      // `実績 R2`: the title of a column needs no bracket
      if bareYears, close == end,
        let year = YearMention.read(scalars, at: YearMention.skipped(scalars, end), bareYears: true)
      {
        return (.figure(role, year), year.range.upperBound)
      }
      return (.figure(role, year), close)
    }
    guard let year = YearMention.read(scalars, at: start, bareYears: bareYears) else { return nil }
    // a year alone is the year of a target: 「2025年度: 98%以上」
    let next = YearMention.skipped(scalars, year.range.upperBound)
    if bareYears, let (role, end) = bracketedRole(scalars, at: next) { return (.figure(role, year), end) }
    let (role, end) = role(scalars, at: next) ?? (.target, year.range.upperBound)
    return (.figure(role, year), end)
  }

  /// `（実績）` behind the year of a column.
  private static func bracketedRole(_ scalars: [Unicode.Scalar], at start: Int) -> (Point.Role, Int)? {
    guard start < scalars.count, scalars[start].widthFolded == "(",
      let (role, end) = role(scalars, at: YearMention.skipped(scalars, start + 1)),
      case let close = YearMention.skipped(scalars, end), close < scalars.count,
      scalars[close].widthFolded == ")"
    else { return nil }
    return (role, close + 1)
  }

  /// The role that a label at `start` names, letter-spaced or not, and the end behind it.
  static func role(_ scalars: [Unicode.Scalar], at start: Int) -> (Point.Role, Int)? {
    guard start < scalars.count, roleInitials.contains(scalars[start]) else { return nil }
    for (word, role) in roleWords {
      if let end = end(of: word, at: start, in: scalars) { return (role, end) }
    }
    return nil
  }

  private static let roleInitials = Set(roleWords.compactMap { $0.0.unicodeScalars.first })

  /// Behind a word that stands at `start`, its letters set apart or not.
  private static func end(of word: String, at start: Int, in scalars: [Unicode.Scalar]) -> Int? {
    var i = start
    for (n, scalar) in word.unicodeScalars.enumerated() {
      if n > 0 { i = YearMention.skipped(scalars, i) }
      guard i < scalars.count, scalars[i] == scalar else { return nil }
      i += 1
    }
    return i
  }

  /// The year in a bracket behind a role (`(2021年度)`), and the end behind it.
  static func bracketedYear(_ scalars: [Unicode.Scalar], from start: Int) -> (YearMention?, Int) {
    let open = YearMention.skipped(scalars, start)
    guard open < scalars.count, scalars[open].widthFolded == "(" else { return (nil, start) }
    let tail = Array(scalars[open...].prefix(40))
    guard let bracket = Bracket.outermost(in: tail).first, bracket.whole.lowerBound == 0 else {
      return (nil, start)
    }
    return (
      YearMention.all(in: Array(tail[bracket.content]), bareYears: true).first,
      open + bracket.whole.upperBound
    )
  }

  private static func stands(_ word: String, at start: Int, in scalars: [Unicode.Scalar]) -> Bool {
    scalars[min(start, scalars.count)...].starts(with: word.unicodeScalars)
  }
}

extension YearMention {
  /// The first index from `index` on that holds no whitespace.
  static func skipped(_ scalars: [Unicode.Scalar], _ index: Int) -> Int {
    var i = index
    while i < scalars.count, scalars[i].isSpace { i += 1 }
    return i
  }
}
