import Answers
import Phrases
import PlanLibrary
import Rendering

/// Ranks passages for topics and prints them, topic by topic.
struct TopicSearch {
  let library: Library
  let format: SearchFormat
  let limit: Int?
  let timing: Bool
  let console: Console

  /// Topics that are looked for at the same time, where so many have come in.
  private static let batchSize = 64

  /// A topic a line: `query` or `id<TAB>query`; without an id the line's number is the id. Topics that came in together are looked
  /// for on all cores and printed in their order.
  func runTopics() throws -> ExitStatus {
    var status = ExitStatus.answered
    var lines = InputLines()
    while case let batch = lines.some(limit: Self.batchSize), !batch.isEmpty {
      for (line, outcome) in zip(batch, batch.concurrentMap { outcome(of: $0) }) {
        status = max(status, try write(outcome, line.number))
      }
    }
    return status
  }

  /// The one query of the command line.
  func run(query: String) throws -> ExitStatus { try write(outcome(id: "1", query: query), nil) }

  /// What is to be printed for a topic.
  private enum Outcome: Sendable {
    case answer(Answer)
    /// Lines of a run file.
    case run(String, Answer)
  }

  private func outcome(of line: InputLines.Line) -> Outcome {
    let parts = line.text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    let id = parts.count == 2 && !parts[0].isEmpty ? String(parts[0]) : String(line.number)
    let problem = line.invalidByte.map { Phrase.lineNotUTF8.with(Saying($0)) }
    return outcome(id: id, query: parts.last.map(String.init) ?? "", problem: problem)
  }

  private func outcome(id: String, query: String, problem: Saying? = nil) -> Outcome {
    let empty = query.contains { !$0.isWhitespace } ? nil : Phrase.emptyQuery.with()
    if let problem = problem ?? empty {
      let error = AnswerError(.unreadableLine, problem, span: 0..<0)
      return .answer(Answer(question: query, status: .invalid, error: error))
    }
    return format == .trec ? trec(id: id, query: query) : .answer(answer(query))
  }

  private func report(_ problem: Saying, _ line: Int?) {
    console.reportPlain(
      (line.map { "stdin:\($0): " } ?? "shirabe: ") + problem[console.language])
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

  private func write(_ outcome: Outcome, _ line: Int?) throws -> ExitStatus {
    switch outcome {
    case .answer(let answer): return try write(answer, line)
    case .run(let lines, let answer):
      let checked = CheckedAnswer(answer, from: library)
      if let error = checked.answer.error {
        report(error.saying, line)
      } else {
        try console.writeData(lines)
      }
      return checked.status
    }
  }

  private func write(_ answer: Answer, _ line: Int?) throws -> ExitStatus {
    let checked = CheckedAnswer(answer, from: library)
    if case .answer(let format) = format {
      let text = format.renderer(console.textStyle()).render(checked.answer)
      try console.write(text, as: format, isFirst: line ?? 1 == 1)
    }
    if let error = checked.answer.error { report(error.saying, line) }
    return checked.status
  }

  /// `id Q0 docid rank score shirabe`, both ids percent-encoded where they hold white space or %.
  private func trec(id: String, query: String) -> Outcome {
    let start = ContinuousClock.now
    let ranked = library.rank(query, limit: limit)
    let elapsed = ContinuousClock.now - start
    let id = RunFile.column(id)
    var out = ""
    for (rank, (passage, score)) in zip(1..., zip(ranked, RunFile.scores(ranked.map(\.score)))) {
      let passageID = RunFile.column(library.identifier(passage))
      out += "\(id) Q0 \(passageID) \(rank) \(score) shirabe\n"
    }
    if timing { out += "# \(id) \(Int(elapsed / .microseconds(1)))\n" }
    return .run(out, Answer(question: query, status: ranked.isEmpty ? .noMatch : .answered))
  }
}
