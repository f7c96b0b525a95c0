import PlanDocuments

/// What an evaluation list says about its own columns: the names of its categories, the words of its levels.
///
/// Read from lists under a line like `※分類区分` (`○施設の管理・運営` …) and `※達成状況区分` (`３．目標をほぼ達成` …).
struct EvaluationLegend: Hashable, Sendable {
  private(set) var categories: [LinedText] = []
  /// Words by level, 1–5.
  private(set) var levels: [Int: LinedText] = [:]

  init(reading lines: [NumberedLine]) {
    var i = 0
    while i < lines.count {
      let line = lines[i]
      i += 1
      // most lines are told by their first scalar alone
      guard line.scalars.first == "※", line.scalars.count <= 30 else { continue }
      let title = line.text.squeezed
      guard title.hasSuffix("区分"), title.count <= 14 else { continue }
      let end = EvaluationLegend.end(of: i, in: lines)
      if title.contains("達成") {
        readLevels(lines[i..<end])
      } else if title.contains("分類") {
        readCategories(lines[i..<end])
      }
      i = end
    }
  }

  /// Whether `text` is one of the categories, whatever its wraps and width.
  func isCategory(_ text: String) -> Bool {
    let wanted = text.squeezed
    return categories.contains { $0.text.squeezed == wanted }
  }

  /// The first line behind the entries: the next mark (③, ※), a page number, a sentence.
  private static func end(of start: Int, in lines: [NumberedLine]) -> Int {
    var i = start
    while i < lines.count, i - start < 40 {
      let line = lines[i].text.squeezed
      guard let first = line.unicodeScalars.first else { break }
      if first == "※" || (0x2460...0x2473).contains(first.value) || line.hasSuffix("。") { break }
      if line.unicodeScalars.allSatisfy({ $0.decimalDigit != nil }) { break }
      i += 1
    }
    return i
  }

  private mutating func readCategories(_ lines: ArraySlice<NumberedLine>) {
    for entry in EvaluationLegend.entries(lines, startsEntry: { "○〇●・".unicodeScalars.contains($0[0]) }) {
      var text = LinedText(joining: entry)
      text.removeFirst(1)
      if !text.isEmpty { categories.append(text) }
    }
  }

  private mutating func readLevels(_ lines: ArraySlice<NumberedLine>) {
    let starts: ([Unicode.Scalar]) -> Bool = {
      $0[0].decimalDigit != nil && $0.count > 1 && "．.：:、 　".unicodeScalars.contains($0[1])
    }
    for entry in EvaluationLegend.entries(lines, startsEntry: starts) {
      var text = LinedText(joining: entry)
      guard let level = text.scalars.first?.decimalDigit else { continue }
      text.removeFirst(2)
      if !text.isEmpty { levels[level] = text }
    }
  }

  /// Entries of a list, each with the lines it was wrapped over; what stands before the first entry is left out.
  private static func entries(
    _ lines: ArraySlice<NumberedLine>, startsEntry: ([Unicode.Scalar]) -> Bool
  ) -> [[NumberedLine]] {
    var found: [[NumberedLine]] = []
    for line in lines {
      if startsEntry(line.scalars) {
        found.append([line])
      } else if let last = found.indices.last {
        found[last].append(line)
      }
    }
    return found
  }
}
