/// A line that comes back beside page numbers: the head or foot of every page.
enum RunningHeads {
  static func find(_ lines: [LineText], _ text: [Int], pageNumbers: Set<Int>) -> [Int] {
    var beside: [[Unicode.Scalar]: Set<Int>] = [:]
    for (position, i) in text.enumerated() {
      guard !pageNumbers.contains(i), lines[i].width <= 60, !lines[i].endsSentence else { continue }
      let neighbours = [position - 1, position + 1].filter(text.indices.contains)
      guard neighbours.contains(where: { pageNumbers.contains(text[$0]) && isNumber(lines[text[$0]]) }) else {
        continue
      }
      beside[key(lines[i]), default: []].insert(i)
    }
    return beside.values.filter { $0.count >= 3 }.flatMap { $0 }
  }

  private static func isNumber(_ line: LineText) -> Bool { line.scalars.contains(where: \.isDigit) }

  /// Digits may differ from page to page.
  private static func key(_ line: LineText) -> [Unicode.Scalar] {
    line.scalars.filter { !$0.isDigit && !$0.isBlank }
  }
}
