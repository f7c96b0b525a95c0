import JapaneseText
import Pages
import PlanLibrary
import TestSupport

/// The pages over the plans of an invented city, one of them a PDF.
struct SampleSite {
  let folder = TemporaryDirectory()
  let site: Site
  var index: String { folder.path + "/index" }

  init(gate: Gate = Gate()) throws {
    site = Site(index: folder.path + "/index", gate: gate)
    try build([Paths.top + "/Tests/AnswersTests/Plans"])
  }

  func build(_ paths: [String]) throws {
    _ = try Library.build(paths: paths, into: index, lexicons: .builtIn)
  }

  func response(
    _ path: String, _ items: [(String, String)] = [], method: String = "GET", host: String = "localhost"
  )
    -> PageResponse
  {
    site.response(
      to: PageRequest(
        method: method, path: path, query: QueryString(items.map { .init($0.0, $0.1) }),
        headers: ["host": host]),
      date: "2026-01-02 03:04")
  }

  func page(_ path: String, _ items: [(String, String)] = []) -> String { response(path, items).text }
  func answer(_ question: String, _ items: [(String, String)] = []) -> String {
    page("/", [("q", question)] + items)
  }
}

extension PageResponse {
  var text: String { String(decoding: body, as: UTF8.self) }
}

/// What a page says, and where its elements do not close in turn.
struct ParsedPage {
  private(set) var text = ""
  private(set) var faults: [String] = []
  /// Each element with its attributes, as written.
  private(set) var elements: [String] = []

  init(_ page: String) {
    var open: [Substring] = []
    var rest = page[...]
    while let bracket = rest.firstIndex(of: "<") {
      text += rest[..<bracket]
      guard let end = rest[bracket...].firstIndex(of: ">") else {
        faults.append("a bracket without end")
        return
      }
      let tag = rest[rest.index(after: bracket)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.prefix { $0 != " " }
      switch name.first {
      case "!": continue
      case "/": if open.popLast() != name.dropFirst() { faults.append("\(name) closes another element") }
      default:
        elements.append(String(tag))
        if !["meta", "link", "input", "br"].contains(name) { open.append(name) }
      }
    }
    text += rest
    if !open.isEmpty { faults.append("open at the end: \(open)") }
  }
}
