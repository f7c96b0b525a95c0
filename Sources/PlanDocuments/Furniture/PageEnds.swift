import JapaneseText

/// The lines that stand where one page of a text ends and the next begins: page numbers, and what is printed beside them on other
/// pages too.
///
///     湖を訪れた人の        the name goes on behind the page's end
///
///     12
///
///     みどり市総合計画
///
///     満足度      70%
package struct PageEnds: Sendable {
  private let plan: Plan
  /// 1-based; blank lines are left out.
  private let lines: Set<Int>

  package init(_ document: PlanDocument) {
    plan = document.plan
    let furniture = Set(document.furniture)
    let plan = document.plan
    let opening = plan.lines.first { !PageEnds.dense($0).isEmpty }
    let printed = Set(
      (document.titles + document.outline.sections.map(\.title) + (opening.map { [$0] } ?? [])).map(
        PageEnds.dense))
    let belongs = { (line: Int) in
      // a character alone may be a figure, or a letter set downwards
      furniture.contains(line) && PageEnds.dense(plan[line: line]).count > 2
        || !plan[line: line].contains("|") && printed.contains(PageEnds.dense(plan[line: line]))
    }
    var found: Set<Int> = []
    /// Lines of the page next to its end, three at most.
    func take(from start: Int, by step: Int) {
      var line = start
      var count = 0
      while plan.lines.indices.contains(line - 1), count < 3 {
        if !PageEnds.dense(plan[line: line]).isEmpty {
          guard belongs(line) else { return }
          found.insert(line)
          count += 1
        }
        line += step
      }
    }
    let numbers = document.furniture.filter { PageEnds.isNumber(plan[line: $0]) }
    let values = numbers.map { Int(PageEnds.digits(plan[line: $0])) ?? -1 }
    for (i, line) in numbers.enumerated() {
      let before = found.count
      take(from: line - 1, by: -1)
      take(from: line + 1, by: 1)
      let isCounted =
        i > 0 && values[i - 1] + 1 == values[i] && line - numbers[i - 1] > 9
        || i + 1 < numbers.count && values[i] + 1 == values[i + 1] && numbers[i + 1] - line > 9
      // a figure in a cell of its own is no page's number
      let isPage =
        plan.page(of: plan.lines.count) > 1
        ? PageEnds.isAtFeed(line, plan) : found.count > before || isCounted
      if isPage || PageEnds.isFramed(plan[line: line]) { found.insert(line) }
    }
    for line in plan.lines.indices.dropFirst() where plan.opensPage(line + 1) {
      take(from: line, by: -1)
      take(from: line + 1, by: 1)
    }
    lines = found
  }

  /// Whether a line (1-based) belongs to the end of a page and not to its text.
  package func contains(_ line: Int) -> Bool { lines.contains(line) }

  /// Whether a page ends between two lines, and nothing else stands there.
  package func isBetween(_ above: Int, _ below: Int) -> Bool {
    guard above < below, below - above <= 60 else { return false }
    let between = (above + 1)..<below
    return (between.contains(where: contains) || plan.page(of: above) < plan.page(of: below))
      && between.allSatisfy { contains($0) || PageEnds.dense(plan[line: $0]).isEmpty }
  }

  /// `- 78 -`, `12 / 40`
  private static func isNumber(_ line: String) -> Bool {
    let text = line.unicodeScalars.dense
    return text.count < 10 && text.contains(where: \.isDigit)
      && text.allSatisfy { $0.isDigit || "-－‐−–—―.・/／".unicodeScalars.contains($0) }
      && !line.utf8.contains(0x09)
  }

  private static func isFramed(_ line: String) -> Bool {
    let text = dense(line)
    return text.first.map { !$0.isDigit } ?? false && text.last.map { !$0.isDigit } ?? false
  }

  /// The first number of a line.
  private static func digits(_ line: String) -> String {
    dense(line).drop { !$0.isDigit }.prefix { $0.isDigit }.compactMap(\.decimalDigit).map(String.init)
      .joined()
  }

  /// The last line with text on its page, or the first.
  private static func isAtFeed(_ line: Int, _ plan: Plan) -> Bool {
    let isText = { (line: Int) in !dense(plan[line: line]).isEmpty }
    let next = ((line + 1)...(line + 8)).first { $0 > plan.lines.count || isText($0) }
    let last = (max(0, line - 8)..<line).last { $0 < 1 || isText($0) }
    return next.map { $0 > plan.lines.count || plan.page(of: $0) > plan.page(of: line) } ?? false
      || last.map { $0 < 1 || plan.page(of: $0) < plan.page(of: line) } ?? false
  }

  private static func dense(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.dense }
}
