import JapaneseText

/// The figures of every topic and their mean, in ten-thousandths, so that what is printed is what is compared.
package struct TopicReport: Hashable, Sendable {
  /// The figures' names, in the order of the columns.
  package static let columns = ["nDCG@10", "Recall@20", "MRR"]
  static let meanID = "mean"

  package struct Row: Hashable, Sendable {
    package let topic: String
    /// One for each of `columns`.
    package let figures: [Int]
  }

  /// In the order of the topics; the mean last.
  package let rows: [Row]

  package init(_ results: [(topic: String, metrics: Metrics)]) {
    let all = results.map { [$1.gainAt10, $1.recallAt20, $1.reciprocalRank] }
    let mean = TopicReport.columns.indices.map { column in
      all.isEmpty ? 0 : all.reduce(0) { $0 + $1[column] } / Double(all.count)
    }
    rows =
      zip(results, all).map { Row(topic: $0.topic, figures: $1.map(TopicReport.rounded)) }
      + [Row(topic: TopicReport.meanID, figures: mean.map(TopicReport.rounded))]
  }

  private static func rounded(_ figure: Double) -> Int { Int((figure * 10_000).rounded()) }

  /// A table cut by tabs; kept in a file, it is a baseline.
  package var text: String {
    let head = (["topic"] + TopicReport.columns).joined(separator: "\t")
    return head + "\n"
      + rows.map { ([$0.topic] + $0.figures.map(TopicReport.decimal)).joined(separator: "\t") + "\n" }
      .joined()
  }

  /// Reads what `text` wrote; the number of the first line that is not of this form is thrown.
  package init(parsing text: String) throws(BadLine) {
    var rows: [Row] = []
    let lines = TextLines.split(text)
    for (number, line) in zip(1..., lines) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if number == 1 {
        guard cells == ["topic"] + TopicReport.columns else { throw BadLine(number: number) }
        continue
      }
      let figures = cells.dropFirst().compactMap(TopicReport.figure)
      guard cells.count == TopicReport.columns.count + 1, figures.count == TopicReport.columns.count else {
        throw BadLine(number: number)
      }
      rows.append(Row(topic: cells[0], figures: figures))
    }
    guard rows.last?.topic == TopicReport.meanID else { throw BadLine(number: lines.count) }
    self.rows = rows
  }

  package struct BadLine: Error, Hashable, Sendable {
    package let number: Int
  }

  /// `0.6131`
  static func decimal(_ figure: Int) -> String {
    let fraction = String(figure % 10_000)
    return "\(figure / 10_000).\(String(repeating: "0", count: 4 - fraction.count))\(fraction)"
  }

  private static func figure(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 4, parts[0] == "0" || parts[0] == "1",
      let whole = UInt8(parts[0]), let fraction = UInt16(parts[1])
    else { return nil }
    return Int(whole) * 10_000 + Int(fraction)
  }
}

/// How a report differs from an earlier one.
package struct ReportChanges: Hashable, Sendable {
  /// A line for each figure that moved, and each topic that came or went.
  package let lines: [String]
  /// True where a figure of a topic or of the mean fell by more than the tolerance, or a topic went.
  package let isWorse: Bool

  /// - Parameter tolerance: 0 to 1.
  package init(from baseline: TopicReport, to report: TopicReport, tolerance: Double) {
    let allowed = Int((max(0, min(tolerance, 1)) * 10_000).rounded())
    let before = Dictionary(
      baseline.rows.map { ($0.topic, $0.figures) }, uniquingKeysWith: { first, _ in first })
    var lines: [String] = []
    var isWorse = false
    for row in report.rows {
      guard let old = before[row.topic] else {
        lines.append("\(row.topic)\tnew")
        continue
      }
      for (name, (was, now)) in zip(TopicReport.columns, zip(old, row.figures)) where was != now {
        let tooFar = was - now > allowed
        isWorse = isWorse || tooFar
        let arrow = now > was ? "↑" : tooFar ? "↓ beyond tolerance" : "↓"
        lines.append(
          "\(row.topic)\t\(name)\t\(TopicReport.decimal(was)) → \(TopicReport.decimal(now)) \(arrow)")
      }
    }
    let present = Set(report.rows.map(\.topic))
    for row in baseline.rows where !present.contains(row.topic) {
      lines.append("\(row.topic)\tgone")
      isWorse = true
    }
    self.lines = lines
    self.isWorse = isWorse
  }
}
