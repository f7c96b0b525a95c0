/// The labels of a chart, torn from it: long runs of short lines, many of them bare figures (`56%`, `484`, `6.00%`), and
/// shorter runs of nothing but figures.
enum ChartLabels {
  static func find(_ lines: [LineText], _ text: [Int]) -> [Int] {
    var found: [Int] = []
    var run: [Int] = []
    for i in text {
      if isLabel(lines[i]) {
        run.append(i)
      } else {
        found += labels(lines, run)
        run = []
      }
    }
    return found + labels(lines, run)
  }

  private static func labels(_ lines: [LineText], _ run: [Int]) -> [Int] {
    let figures = run.filter { isFigure(lines[$0].scalars) }
    if run.count >= 10, figures.count * 4 >= run.count { return run }
    return run.split { !isFigure(lines[$0].scalars) }.filter { $0.count >= 4 }.flatMap { $0 }
  }

  private static func isLabel(_ line: LineText) -> Bool {
    line.width <= 24 && !line.endsSentence && !line.hasTab && line.scalars.first != "|"
      && Bullet(line.scalars) == nil && !line.scalars.contains { "【】※".unicodeScalars.contains($0) }
      && !(HeadingMark(line.scalars).map { $0.form != .number && $0.form != .dottedNumber } ?? false)
  }

  /// Digits with their marks and units, no words.
  static func isFigure(_ text: [Unicode.Scalar]) -> Bool {
    text.contains(where: \.isDigit)
      && text.allSatisfy { $0.isDigit || $0.isBlank || Self.marks.contains($0) }
  }

  private static let marks = Set(".,，．%％()（）-－―~～〜+▲△=＝nNｎＮHR年度件人社円位回万億兆千百台".unicodeScalars)
}
