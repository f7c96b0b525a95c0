/// The labels of a chart, torn from it: long runs of short lines, many of them bare figures (`56%`, `484`, `6.00%`), and
/// shorter runs of nothing but figures. Under the titles of columns, lines of their own too, they are the cells of a table.
enum ChartLabels {
  static func find(_ lines: [LineText], _ text: [Int]) -> [Int] {
    var found: [Int] = []
    var run: [Int] = []
    var isInTable = false
    func close() {
      let start = isInTable ? 0 : tableStart(lines, run) ?? run.count
      isInTable = isInTable || start < run.count
      found += labels(lines, Array(run[..<start]))
      run = []
    }
    for i in text {
      if isLabel(lines[i]) {
        run.append(i)
      } else {
        close()
        // a long name is a cell too
        isInTable = isInTable && !lines[i].endsSentence && lines[i].width <= 60
      }
    }
    close()
    return found
  }

  private static func labels(_ lines: [LineText], _ run: [Int]) -> [Int] {
    let figures = run.filter { isFigure(lines[$0].scalars) }
    if run.count >= 10, figures.count * 4 >= run.count { return run }
    return run.split { !isFigure(lines[$0].scalars) }.filter { $0.count >= 4 }.flatMap { $0 }
  }

  /// Where two titles of columns stand together: from there on a table is printed a cell a line.
  private static func tableStart(_ lines: [LineText], _ run: [Int]) -> Int? {
    let titles = run.indices.filter { TitleWords.isTitle(lines[run[$0]]) }
    return zip(titles, titles.dropFirst()).first { $1 - $0 <= 2 }?.0
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
