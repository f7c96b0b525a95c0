import JapaneseText
import Phrases
import PlanDocuments

/// A query of a search-quality test.
package struct Topic: Hashable, Sendable {
  package let id: String
  package let query: String
}

/// Lines that people judged for a topic.
package struct RelevantSpan: Hashable, Sendable {
  package let document: String
  package let lines: LineRange
  /// The higher, the better the lines answer; 0 where they don't.
  package let grade: Int

  package init(document: String, lines: LineRange, grade: Int) {
    self.document = document
    self.lines = lines
    self.grade = grade
  }

  /// What a run file calls the lines: `document:first-last`.
  package var id: String { "\(document):\(lines.first)-\(lines.last)" }
}

/// Topics, and what people judged to answer them: spans of lines, or records by their ids.
package struct Judgements: Hashable, Sendable {
  /// In the order of their file.
  package let topics: [Topic]
  /// By topic, in the order of their file.
  package let spans: [String: [RelevantSpan]]
  /// Grades of ids by topic, those of spans among them; every topic has at least one above 0.
  package let grades: [String: [String: Int]]

  /// What is wrong with a line of the files.
  package struct Problem: Error, Hashable, Said {
    package let file: String
    /// 1-based; 0 for the file as a whole.
    package let line: Int
    package let what: Saying

    package var saying: Saying { Phrase.pathAnd.with(Saying(line > 0 ? "\(file):\(line)" : file), what) }
  }

  /// Reads topics, lines `id<TAB>query`, and judgements: lines of spans, `topic<TAB>document<TAB>first<TAB>last<TAB>grade`, or TREC's
  /// `topic 0 id grade`.
  ///
  /// A topic without anything relevant, or judgements without a topic, are errors: the mean would be over something else than the
  /// reader thinks.
  package init(
    topics: String, topicsName: String, judgements: String, judgementsName: String
  ) throws(Problem) {
    let known = try Judgements.read(topics: topics, name: topicsName)
    let ids = Set(known.map(\.id))
    var spans: [String: [RelevantSpan]] = [:]
    var grades: [String: [String: Int]] = [:]
    for (number, row) in Judgements.rows(judgements) {
      guard let judged = Judged(row) else {
        throw Problem(
          file: judgementsName, line: number,
          what: Phrase.notAJudgement.with())
      }
      guard ids.contains(judged.topic) else {
        throw Problem(
          file: judgementsName, line: number,
          what: Phrase.noTopic.with(Saying(judged.topic), Saying(topicsName)))
      }
      if let span = judged.span { spans[judged.topic, default: []].append(span) }
      grades[judged.topic, default: [:]][judged.id] = judged.grade
    }
    if let topic = known.first(where: { !(grades[$0.id]?.values.contains { $0 > 0 } ?? false) }) {
      throw Problem(file: judgementsName, line: 0, what: Phrase.nothingRelevant.with(Saying(topic.id)))
    }
    self.topics = known
    self.spans = spans
    self.grades = grades
  }

  /// The judgements as TREC's lines `topic 0 id grade`.
  package var trecText: String {
    topics.map { topic in
      (grades[topic.id] ?? [:]).sorted { $0.key < $1.key }
        .map { "\(topic.id) 0 \($0.key) \($0.value)\n" }.joined()
    }.joined()
  }

  private static func read(topics: String, name: String) throws(Problem) -> [Topic] {
    var known: [Topic] = []
    var ids: Set<String> = []
    for (number, row) in rows(topics) {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 2, !cells[0].isEmpty, !cells[1].isEmpty else {
        throw Problem(file: name, line: number, what: Phrase.notATopic.with())
      }
      guard ids.insert(cells[0]).inserted else {
        throw Problem(file: name, line: number, what: Phrase.topicTwice.with(Saying(cells[0])))
      }
      known.append(Topic(id: cells[0], query: cells[1]))
    }
    return known
  }

  /// Lines that are neither blank nor comments (`#`), with their numbers.
  private static func rows(_ text: String) -> [(number: Int, row: Substring)] {
    zip(1..., TextLines.split(text)).filter { _, line in
      line.contains { !$0.isWhitespace } && !line.hasPrefix("#")
    }.map { ($0, $1) }
  }
}

/// One line of judgements.
private struct Judged {
  let topic: String
  let id: String
  let grade: Int
  let span: RelevantSpan?

  init?(_ row: Substring) {
    let tabbed = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let spaced = row.split(whereSeparator: \.isWhitespace).map(String.init)
    if tabbed.count == 5, let first = Int(tabbed[2]), let last = Int(tabbed[3]), first >= 1, last >= first {
      guard let grade = Judged.grade(tabbed[4]) else { return nil }
      let span = RelevantSpan(document: tabbed[1], lines: LineRange(first, last), grade: grade)
      (topic, id, self.grade, self.span) = (tabbed[0], span.id, grade, span)
    } else {
      guard tabbed.count == 1 || tabbed.count == 4, spaced.count == 4, let grade = Judged.grade(spaced[3])
      else { return nil }
      (topic, id, self.grade, span) = (spaced[0], spaced[2], grade, nil)
    }
  }

  private static func grade(_ text: String) -> Int? { Int(text).flatMap { (0...10).contains($0) ? $0 : nil } }
}
