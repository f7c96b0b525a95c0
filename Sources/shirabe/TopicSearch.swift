import Answers
import PlanLibrary
import Rendering

/// Ranks passages for topics and prints them, topic by topic.
struct TopicSearch {
  let library: Library
  let format: SearchFormat
  let limit: Int?
  let timing: Bool
  let console: Console

  /// A topic a line: `query` or `id<TAB>query`; without an id the line's number is the id.
  func runTopics() throws -> ExitStatus {
    var status = ExitStatus.answered
    var lines = InputLines()
    while let line = lines.next() {
      let parts = line.text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let id = parts.count == 2 && !parts[0].isEmpty ? String(parts[0]) : String(line.number)
      let query = parts.last.map(String.init) ?? ""
      let problem = line.invalidByte.map { "the line is not UTF-8 at byte offset \($0)" }
      status = max(status, try run(id: id, query: query, problem: problem, line: line.number))
    }
    return status
  }

  func run(id: String, query: String, problem: String? = nil, line: Int? = nil) throws -> ExitStatus {
    let empty = query.contains { !$0.isWhitespace } ? nil : "the query is empty"
    if let problem = problem ?? empty {
      let error = AnswerError(message: problem, span: 0..<0)
      return try write(Answer(question: query, status: .invalid, error: error), line)
    }
    return format == .trec ? try trec(id: id, query: query, line) : try write(answer(query), line)
  }

  private func report(_ problem: String, _ line: Int?) {
    console.reportPlain((line.map { "stdin:\($0): " } ?? "shirabe: ") + problem)
  }

  private func answer(_ query: String) -> Answer {
    let ranked = library.rank(query, limit: nil)
    guard !ranked.isEmpty else { return Answer(question: query, status: .noMatch) }
    let quoted = query.split(separator: "\"").joined(separator: " ")
    return Answer(
      question: query, status: .answered,
      readings: [
        Reading(
          canonical: "passages matching \"\(quoted)\"", kind: .passages, total: ranked.count,
          items: library.hits(Array(ranked.prefix(limit ?? ranked.count)), marking: query).map {
            Item($0, in: library)
          })
      ])
  }

  private func write(_ answer: Answer, _ line: Int?) throws -> ExitStatus {
    let checked = CheckedAnswer(answer, from: library)
    if case .answer(let format) = format {
      let text = format.renderer(console.textStyle()).render(checked.answer)
      try console.write(text, as: format, isFirst: line ?? 1 == 1)
    }
    if let error = checked.answer.error { report(error.message, line) }
    return checked.status
  }

  /// `id Q0 docid rank score shirabe`, both ids percent-encoded where they hold white space or %.
  private func trec(id: String, query: String, _ line: Int?) throws -> ExitStatus {
    let start = ContinuousClock.now
    let ranked = library.rank(query, limit: limit)
    let elapsed = ContinuousClock.now - start
    let id = RunFile.column(id)
    var out = ""
    for (rank, (passage, score)) in zip(1..., zip(ranked, RunFile.scores(ranked.map(\.score)))) {
      let passageID = RunFile.column(library.identifier(passage))
      out += "\(id) Q0 \(passageID) \(rank) \(score) shirabe\n"
    }
    let checked = CheckedAnswer(
      Answer(question: query, status: ranked.isEmpty ? .noMatch : .answered), from: library)
    if let error = checked.answer.error {
      report(error.message, line)
      return checked.status
    }
    if timing { out += "# \(id) \(Int(elapsed / .microseconds(1)))\n" }
    try console.writeData(out)
    return checked.status
  }
}
