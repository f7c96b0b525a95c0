import JapaneseText
import PlanDocuments

/// Rows of tables and lists that print a figure and that no reader made a fact or an unread row of: they are unread, whatever
/// became of the rows around them.
///
/// A row of a table drawn with bars is one of the kind that was read from its table, or a plain figure where nothing was. A row of
/// a list (`港町 900`) is one of the kind of the facts it stands among: right behind a row of figures, or between two facts of one
/// section.
struct UnclaimedRows {
  private let plan: Plan
  private let outline: Outline
  private let coverage: Coverage
  /// The kinds of fact by the lines they cite; headings and definitions are no rows.
  private let kinds: [Int: FactKind]
  private let sections: [FactKind: Set<[String]>]

  init(_ document: PlanDocument, _ extraction: Extraction) {
    plan = document.plan
    outline = document.outline
    coverage = Coverage(of: document, extraction)
    var kinds: [Int: FactKind] = [:]
    var sections: [FactKind: Set<[String]>] = [:]
    for fact in extraction.facts where UnclaimedRows.rowKinds.contains(fact.kind) {
      for source in fact.sources {
        for line in source.lines.first...max(source.lines.first, source.lines.last) {
          kinds[line] = fact.kind
        }
        sections[fact.kind, default: []].insert(source.section)
      }
    }
    self.kinds = kinds
    self.sections = sections
  }

  private static let rowKinds: Set<FactKind> = [.indicator, .measure, .figure, .project, .evaluation]

  var rows: [UnreadRow] {
    var rows: [UnreadRow] = []
    /// The table drawn with bars that the last line of it stands in, with the rule below its head.
    var table: (lines: ClosedRange<Int>, rule: Int?)?
    for line in coverage.figuresWithoutFact {
      if isBarred(line), table?.lines.contains(line) != true {
        let lines = linesOfTable(around: line)
        table = (lines, lines.first(where: isRule))
      }
      // the rows over the first `|---|---|` say what the columns hold, whatever dates they print
      if isBarred(line), let rule = table?.rule, line < rule { continue }
      guard
        let kind = isBarred(line)
          ? table?.lines.lazy.compactMap({ kinds[$0] }).first ?? .figure : kindOfList(around: line, rows)
      else { continue }
      rows.append(
        UnreadRow(
          kind: kind, plan: plan.id, lines: LineRange(line), section: outline.path(at: line),
          reason: "a row with a figure that was not read"))
    }
    return rows
  }

  // MARK: tables drawn with bars

  /// `| … | … |`
  private func isBarred(_ line: Int) -> Bool {
    let text = plan[line: line].trimmed
    return text.hasPrefix("|") && text.count(where: { $0 == "|" }) >= 3
  }

  private func isRule(_ line: Int) -> Bool {
    let text = plan[line: line]
    return text.contains("-") && text.allSatisfy { "|-: ".contains($0) }
  }

  private func linesOfTable(around line: Int) -> ClosedRange<Int> {
    var first = line
    while first > 1, isBarred(first - 1) { first -= 1 }
    var last = line
    while last < plan.lines.count, isBarred(last + 1) { last += 1 }
    return first...last
  }

  // MARK: lists

  /// How far apart the lines of one list stand at most, blank ones and a row without a figure between them included.
  private static let reach = 5

  private func kindOfList(around line: Int, _ before: [UnreadRow]) -> FactKind? {
    guard isRow(line) else { return nil }
    let near = (max(1, line - UnclaimedRows.reach)..<line).reversed()
    let above = near.first { kinds[$0] != nil || before.last?.lines.last == $0 }
    guard let above, (above + 1..<line).allSatisfy(mayStandInList) else { return nil }
    let kind = kinds[above] ?? before.last?.kind
    if kind == .figure { return .figure }
    let below = (line + 1...line + UnclaimedRows.reach).first { kinds[$0] != nil }
    guard let kind, let below, kinds[below] == kind, outline.path(at: above) == outline.path(at: below),
      (line + 1..<below).allSatisfy(mayStandInList)
    else { return nil }
    return kind
  }

  /// A label, and a figure at the end: `港町 900`, `合計 942件`.
  private func isRow(_ line: Int) -> Bool {
    let cells = plan[line: line].trimmed.split(whereSeparator: \.isWhitespace)
    guard let label = cells.first, cells.count >= 2, let figure = cells.last, isShort(line) else {
      return false
    }
    return label.unicodeScalars.contains(where: \.properties.isAlphabetic)
      && !label.unicodeScalars.contains { $0.decimalDigit != nil }
      && figure.unicodeScalars.first?.decimalDigit != nil
  }

  /// Blank, or a row whose figure is not stated (`西町 －`).
  private func mayStandInList(_ line: Int) -> Bool {
    let text = plan[line: line].trimmed
    guard !text.isEmpty else { return true }
    let cells = text.split(whereSeparator: \.isWhitespace)
    return cells.count >= 2 && isShort(line) && !"（(※".contains(text.first ?? "　")
  }

  private func isShort(_ line: Int) -> Bool {
    let text = plan[line: line].trimmed
    return text.unicodeScalars.count <= 40 && !text.contains("。")
  }
}
