import Answers
import JapaneseText
import PlanFacts
import PlanLibrary
import Rendering

/// How many facts of each kind a document gave, and how many rows it has that could not be read.
struct Coverage {
  private let reading: Reading

  init(_ library: Library, kinds: [FactKind]) {
    let items = library.documents.filter { $0.origin == .text }.flatMap { document in
      kinds.compactMap { kind -> Item? in
        let facts = library.facts.count { $0.plan == document.id && $0.kind == kind }
        let unread = library.unread.count { $0.plan == document.id && $0.kind == kind }
        guard facts + unread > 0 else { return nil }
        return Item(
          type: "coverage", name: document.id,
          fields: [
            ItemField("kind", .text(kind.rawValue)), ItemField("count", .number(ExactNumber(facts))),
            ItemField("unread", .number(ExactNumber(unread))),
          ], sources: [])
      }
    }
    reading = Reading(canonical: "coverage", kind: .table, total: items.count, items: items)
  }

  func render(_ format: OutputFormat) -> String {
    format.renderer(TextStyle()).render(Answer(question: "coverage", status: .answered, readings: [reading]))
  }
}
