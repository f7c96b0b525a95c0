import Answers
import Glibc
import Phrases
import PlanFacts
import PlanLibrary
import Rendering
import SourceFiles

/// A document a line in, its facts out: nothing is kept from one line to the next, so that any program can run many of
/// these side by side.
struct FactStream {
  /// How facts are written, a line each.
  enum Form: Hashable, Sendable { case jsonLines, flat }

  let schema: FieldSchema
  let reader: SourceReader
  let kinds: Set<FactKind>
  let form: Form

  /// As many as there are processors.
  static var allCores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Reads standard input to its end; a document that can't be read is a line of the output and no error of the run.
  func run(jobs: Int, _ console: Console) throws -> ExitStatus {
    if form == .flat { try console.writeData(FlatFacts.header) }
    var lines = InputLines()
    try OrderedWork<InputLines.Line>(jobs: jobs, work: output) { text throws(OutputClosed) in
      try console.writeData(text)
    }.run { lines.next() }
    return .answered
  }

  private func output(_ line: InputLines.Line) -> String {
    do throws(DocumentFailure) {
      if let offset = line.invalidByte {
        throw DocumentFailure(id: nil, reason: Phrase.lineNotUTF8.with(Saying(offset)))
      }
      return output(try DocumentFacts(line: line.text, schema: schema, reader: reader))
    } catch {
      return output(error: error.reason.english, error.id)
    }
  }

  private func output(_ document: DocumentFacts) -> String {
    let facts = document.facts.filter { kinds.contains($0.kind) }
    let unread = document.unread.filter { kinds.contains($0.kind) }
    let read: [String] =
      switch form {
      case .jsonLines:
        facts.map { jsonLine(document.id, JSONValue(Item($0, in: document))) }
          + unread.map { row in
            let source = JSONValue(ItemSource(row, in: document))
            return jsonLine(
              document.id,
              .object([
                .init("unread", .object([.init("type", .text(row.kind.rawValue)), .init("source", source)]))
              ]))
          }
      case .flat:
        facts.map { fact in
          FlatFacts.lines(of: fact) { document.place(of: fact.plan, in: $0) }
        } + unread.map(FlatFacts.line)
      }
    return read.joined() + document.losses.map { output(error: $0.description, document.id) }.joined()
  }

  /// An object with the document's id before its other members.
  private func jsonLine(_ id: String?, _ value: JSONValue) -> String {
    guard case .object(let members) = value else { return "" }
    let first = JSONValue.Member("id", id.map(JSONValue.text) ?? .null)
    return JSONValue.object([first] + members).encoded(.line) + "\n"
  }

  private func output(error: String, _ id: String?) -> String {
    switch form {
    case .jsonLines: jsonLine(id, .object([.init("error", .text(error))]))
    case .flat: FlatFacts.line(ofError: error, in: id ?? "")
    }
  }
}
