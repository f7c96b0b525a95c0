import PlanDocuments

/// What an evaluation list says about its own columns: the names of its categories, the words of its levels.
///
/// Read from lists under a line like `※分類区分` (`○施設の管理・運営` …) and `※達成状況区分` (`３．目標をほぼ達成` …).
struct EvaluationLegend: Hashable, Sendable {
  /// An entry of a list with what stands before it.
  struct Entry: Hashable, Sendable {
    /// The line over the list, without its mark: `達成状況区分`.
    let title: LinedText
    /// As printed, without the stop behind a number: `３`, `○`.
    let label: String
    /// 1–5; nil for a category.
    let level: Int?
    let text: LinedText
  }

  /// In printed order, categories and levels.
  private(set) var entries: [Entry] = []
  var categories: [LinedText] { entries.filter { $0.level == nil }.map(\.text) }
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
        readLevels(lines[i..<end], under: line)
      } else if title.contains("分類") {
        readCategories(lines[i..<end], under: line)
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

  private mutating func readCategories(_ lines: ArraySlice<NumberedLine>, under title: NumberedLine) {
    for entry in EvaluationLegend.entries(lines, startsEntry: { "○〇●・".unicodeScalars.contains($0[0]) }) {
      add(entry, labelLength: 1, level: nil, under: title)
    }
  }

  private mutating func readLevels(_ lines: ArraySlice<NumberedLine>, under title: NumberedLine) {
    let starts: ([Unicode.Scalar]) -> Bool = {
      $0[0].decimalDigit != nil && $0.count > 1 && "．.：:、 　".unicodeScalars.contains($0[1])
    }
    for entry in EvaluationLegend.entries(lines, startsEntry: starts) {
      guard let level = entry.first?.scalars.first?.decimalDigit else { continue }
      if let text = add(entry, labelLength: 2, level: level, under: title) { levels[level] = text }
    }
  }

  /// The words behind the label; nil where nothing stands there.
  @discardableResult private mutating func add(
    _ lines: [NumberedLine], labelLength: Int, level: Int?, under title: NumberedLine
  ) -> LinedText? {
    var text = LinedText(joining: lines)
    let label = text.text(in: 0..<1)
    text.removeFirst(labelLength)
    guard !text.isEmpty else { return nil }
    var head = LinedText(joining: CollectionOfOne(title))
    head.removeFirst(1)
    entries.append(Entry(title: head, label: label, level: level, text: text))
    return text
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
