import JapaneseText

/// The figures of every topic and their mean, in ten-thousandths, so that what is printed is what is compared.
package struct TopicReport: Hashable, Sendable {
  static let meanID = "mean"
  /// The columns behind the measures.
  private static let otherColumns = ["unjudged@10", "hits", "unfound", "found"]

  package struct Row: Hashable, Sendable {
    package let topic: String
    /// One for each measure.
    package let figures: [Int]
    /// How many of the first ten nobody judged; they count as wrong and may not be.
    package let unjudged: Int
    /// nil for the mean, and where a run was measured.
    package let recall: TopicRanking.Recall?
    /// What is relevant and was found, by id with its rank, in order of rank.
    package let found: [Found]
  }

  package struct Found: Hashable, Sendable {
    package let id: String
    /// 1-based.
    package let rank: Int
  }

  package let measures: [String]
  /// In the order of the topics; the mean last.
  package let rows: [Row]

  package init(
    _ rankings: [(topic: String, ranking: TopicRanking)], _ judgements: Judgements, measures: [Measure]
  ) {
    let values = rankings.map { topic, ranking in
      measures.map { $0.value(of: ranking.ids, grades: judgements.grades[topic] ?? [:]) }
    }
    let mean = measures.indices.map { column in
      values.isEmpty ? 0 : values.reduce(0) { $0 + $1[column] } / Double(values.count)
    }
    self.measures = measures.map(\.name)
    rows =
      zip(rankings, values).map { one, values in
        let grades = judgements.grades[one.topic] ?? [:]
        return Row(
          topic: one.topic, figures: values.map(TopicReport.rounded),
          unjudged: one.ranking.ids.prefix(10).count { grades[$0] == nil }, recall: one.ranking.recall,
          found: zip(1..., one.ranking.ids).filter { (grades[$1] ?? 0) > 0 }.map { Found(id: $1, rank: $0) })
      }
      + [
        Row(
          topic: TopicReport.meanID, figures: mean.map(TopicReport.rounded), unjudged: 0, recall: nil,
          found: [])
      ]
  }

  package var mean: Row? { rows.last }

  private static func rounded(_ figure: Double) -> Int { Int((figure * 10_000).rounded()) }

  /// A table cut by tabs, a line a topic; kept in a file, it is a baseline.
  package var text: String {
    let head = (["topic"] + measures + TopicReport.otherColumns).joined(separator: "\t")
    return head + "\n"
      + rows.map { row in
        let found = row.found.map { "\($0.rank)=\($0.id)" }.joined(separator: " ")
        let recall = row.recall.map { ["\($0.hits)", "\($0.unfound)"] } ?? ["-", "-"]
        return ([row.topic] + row.figures.map(TopicReport.decimal) + ["\(row.unjudged)"] + recall + [found])
          .joined(separator: "\t") + "\n"
      }.joined()
  }

  /// Reads what `text` wrote; the number of the first line that is not of this form is thrown.
  package init(parsing text: String) throws(BadLine) {
    var lines = TextLines.split(text).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let others = TopicReport.otherColumns
    guard let head = lines.first, head.count > others.count, head[0] == "topic",
      Array(head.suffix(others.count)) == others
    else { throw BadLine(number: 1) }
    lines.removeFirst()
    measures = Array(head.dropFirst().dropLast(others.count))
    var rows: [Row] = []
    for (number, cells) in zip(2..., lines) {
      guard cells.count == head.count, let row = TopicReport.row(cells) else { throw BadLine(number: number) }
      rows.append(row)
    }
    guard rows.last?.topic == TopicReport.meanID else { throw BadLine(number: lines.count + 1) }
    self.rows = rows
  }

  private static func row(_ cells: [String]) -> Row? {
    let others = Array(cells.suffix(otherColumns.count))
    let figures = cells.dropFirst().dropLast(others.count)
    let found = others[3].split(separator: " ").map { one -> Found? in
      let parts = one.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let rank = Int(parts[0]) else { return nil }
      return Found(id: parts[1], rank: rank)
    }
    let recall = Int(others[1]).flatMap { hits in
      Int(others[2]).map { TopicRanking.Recall(hits: hits, unfound: $0) }
    }
    guard let unjudged = Int(others[0]), !found.contains(nil), recall != nil || others[1...2] == ["-", "-"]
    else { return nil }
    let read = figures.compactMap(figure)
    guard read.count == figures.count else { return nil }
    return Row(
      topic: cells[0], figures: read, unjudged: unjudged, recall: recall, found: found.compactMap(\.self))
  }

  package struct BadLine: Error, Hashable, Sendable {
    /// 1-based.
    package let number: Int

    package init(number: Int) { self.number = number }
  }

  /// `0.6131`
  package static func decimal(_ figure: Int) -> String {
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
