import JapaneseText
import PlanDocuments

/// A query of a search-quality test.
package struct Topic: Hashable, Sendable {
  package let id: String
  package let query: String
}

/// Lines that answer a topic.
package struct RelevantSpan: Hashable, Sendable {
  package let document: String
  package let lines: LineRange
  /// The higher, the better the lines answer; above 0.
  package let grade: Int

  package init(document: String, lines: LineRange, grade: Int) {
    self.document = document
    self.lines = lines
    self.grade = grade
  }
}

/// Topics, and the lines that people judged to answer them.
package struct Judgements: Hashable, Sendable {
  /// In the order of their file.
  package let topics: [Topic]
  /// By topic; every topic has at least one.
  package let spans: [String: [RelevantSpan]]

  /// What is wrong with a line of the files.
  package struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// 1-based; 0 for the file as a whole.
    package let line: Int
    package let sentence: String

    package var description: String { line > 0 ? "\(file):\(line): \(sentence)" : "\(file): \(sentence)" }
  }

  /// Reads `id<TAB>query` lines and `topic<TAB>document<TAB>first<TAB>last<TAB>grade` lines.
  ///
  /// Lines judged 0 are left out. A topic without relevant lines, or judgements without a topic, are errors: the mean
  /// would be over something else than the reader thinks.
  package init(
    topics: String, topicsName: String, judgements: String, judgementsName: String
  ) throws(Problem) {
    var known: [Topic] = []
    for (number, cells) in Judgements.rows(topics) {
      guard cells.count == 2, !cells[0].isEmpty, !cells[1].isEmpty else {
        throw Problem(file: topicsName, line: number, sentence: "not of the form id<TAB>query")
      }
      guard !known.contains(where: { $0.id == cells[0] }) else {
        throw Problem(file: topicsName, line: number, sentence: "topic \"\(cells[0])\" is given twice")
      }
      known.append(Topic(id: cells[0], query: cells[1]))
    }
    let ids = Set(known.map(\.id))
    var spans: [String: [RelevantSpan]] = [:]
    for (number, cells) in Judgements.rows(judgements) {
      guard cells.count == 5, let first = Int(cells[2]), let last = Int(cells[3]), let grade = Int(cells[4]),
        first >= 1, last >= first, (0...10).contains(grade)
      else {
        throw Problem(
          file: judgementsName, line: number,
          sentence: "not of the form topic, document, first, last, grade (0-10)")
      }
      guard ids.contains(cells[0]) else {
        throw Problem(
          file: judgementsName, line: number, sentence: "no topic \"\(cells[0])\" in \(topicsName)")
      }
      guard grade > 0 else { continue }
      spans[cells[0], default: []].append(
        RelevantSpan(document: cells[1], lines: LineRange(first, last), grade: grade))
    }
    if let topic = known.first(where: { spans[$0.id] == nil }) {
      throw Problem(file: judgementsName, line: 0, sentence: "no relevant lines for topic \"\(topic.id)\"")
    }
    self.topics = known
    self.spans = spans
  }

  /// Lines that are neither blank nor comments (`#`), cut at tabs, with their numbers.
  private static func rows(_ text: String) -> [(number: Int, cells: [String])] {
    zip(1..., TextLines.split(text)).compactMap { number, line in
      guard line.contains(where: { !$0.isWhitespace }), !line.hasPrefix("#") else { return nil }
      return (number, line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }
  }
}
