import PlanLibrary
import Testing

@testable import Answers

@Suite("Asking about some documents only") struct ScopeTests {
  @Test(
    "what is answered stands in the documents that are named",
    arguments: ["KPI", "事業はいくつ？", "水素について", "what is KBC?"])
  func keeps(_ question: String) throws {
    let midori = try MidoriLibrary()
    for document in midori.library.documents {
      var assistant = try Assistant(library: midori.library, scope: [document.title])
      let found = DocumentIDs(assistant.ask(question))
      #expect(found.ids.isSubset(of: [document.id]), "\(document.title): \(found.ids)")
      if let canonical = found.canonical, !canonical.hasPrefix("definition") {
        #expect(canonical.contains("in \"\(document.title)\""))
      }
    }
  }

  @Test func `a publisher is a scope, and a name of nothing is none`() throws {
    let midori = try MidoriLibrary()
    let publisher = try #require(midori.library.documents.compactMap(\.publisher).first)
    var assistant = try Assistant(library: midori.library, scope: [publisher])
    #expect(assistant.ask("事業はいくつ？").status == .answered)
    #expect(throws: UnknownScope("ありもしない市")) {
      _ = try Assistant(library: midori.library, scope: ["ありもしない市"])
    }
  }
}

private struct DocumentIDs {
  let ids: Set<String>
  let canonical: String?

  init(_ answer: Answer) {
    ids = Set(answer.readings.flatMap(\.items).flatMap(\.sources).map(\.document))
    canonical = answer.readings.first?.canonical
  }
}
