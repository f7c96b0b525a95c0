import Answers
import JapaneseText
import Pages
import PlanLibrary
import Rendering
import TestSupport
import Testing

@Suite("Pages") struct SiteTests {
  /// One index for all tests that leave it as it is.
  private static let shared = Result { try SampleSite() }
  private let sample: SampleSite

  init() throws { sample = try SiteTests.shared.get() }

  static let questions = [
    "事業", "予算の大きい事業を3つ", "局ごとの予算の合計", "指標", "予算の合計", "事業はいくつ", "湖の推移", "MKSとは", "評価",
    "達成度が9の事業", "調布市の事業は？", "木", "<script>alert(1)</script>", "which projects under 1?", "文書", "", "\"",
  ]

  @Test("every page is whole, and the same each time", arguments: questions)
  func whole(_ question: String) {
    for language in Language.allCases {
      let items = [("q", question), ("lang", language.rawValue), ("source", "1"), ("sort", "-budget")]
      let response = sample.response("/", items)
      let page = ParsedPage(response.text)
      #expect(page.faults.isEmpty)
      #expect(response.text.contains("<html lang=\"\(language.rawValue)\">"))
      #expect(response == sample.response("/", items))
      // nothing that the policy forbids: no style and no script of a page's own, no address elsewhere
      #expect(
        !page.elements.contains { $0.contains(" style=") || $0.contains(" on") || $0.hasPrefix("style") })
      #expect(page.elements.filter { $0.hasPrefix("script") } == ["script src=\"/script.js\" defer"])
      #expect(
        !page.elements.contains {
          $0.contains("=\"//") || $0.contains("=\"http") || $0.contains("\"javascript:")
        })
    }
  }

  @Test func `a page of an answer holds every item with its figures and its source`() throws {
    let page = sample.answer("事業")
    var assistant = try Assistant(library: Library.open(sample.index))
    let answer = assistant.ask("事業")
    let reading = try #require(answer.readings.first)
    #expect(reading.items.count == 9)
    for item in reading.items {
      #expect(page.contains(HTML(item.name).source))
      #expect(page.contains(">\(item.sources[0].citation)</a>"))
    }
    for figure in ["12,345", "1,500", "20,000", "21,500"] { #expect(page.contains(">\(figure)")) }
  }

  @Test func `a page that JSON and the command line give the same answer as`() throws {
    var assistant = try Assistant(library: Library.open(sample.index))
    for question in SiteTests.questions {
      assistant.forget()
      let expected = JSONRenderer(layout: .pretty).render(assistant.ask(question))
      #expect(sample.page("/answer.json", [("q", question)]) == expected, "\(question)")
    }
  }

  @Test func `a question goes on from those before it in the address`() {
    let before = [("q", "情報局の事業"), ("q", "その予算は？"), ("lang", "en")]
    #expect(sample.page("/", before).contains("budget of projects where bureau = &quot;情報局&quot;"))
    #expect(sample.page("/answer.csv", before).hasPrefix("\u{FEFF}reading,"))
    #expect(!sample.page("/", [("q", "その予算は？")]).contains("情報局"))
  }

  @Test func `an address chooses the reading`() throws {
    var assistant = try Assistant(library: Library.open(sample.index))
    let readings = assistant.ask("木").readings
    try #require(readings.count > 1)
    for reading in readings {
      let page = sample.answer("木", [("as", reading.canonical), ("lang", "en")])
      let current =
        "aria-current=\"true\"><span class=\"canonical\">\(HTML(reading.canonical).source)<"
      #expect(page.contains(current))
    }
  }

  @Test func `a reading that is written into the address is asked`() {
    let page = sample.answer("事業", [("as", "projects where level = 3")])
    #expect(page.contains("湖畔の遊歩道整備事業"))
    #expect(!page.contains("みどり湖水質浄化推進事業"))
  }

  @Test func `every example of the first page is answered`() {
    let links = sample.page("/", [("lang", "ja")]).components(between: "<li><a href=\"/?q=", and: "\"")
    #expect(links.count >= 5)
    for link in links {
      let page = sample.page("/", QueryString("q=\(link)")?.items.map { ($0.name, $0.value) } ?? [])
      #expect(page.contains("class=\"citation\""), "\(link)")
    }
  }

  // MARK: tables

  private func names(_ page: String) -> [String] {
    page.components(between: "<th scope=\"row\"><a href=\"", and: "</th>").compactMap { part in
      part.components(between: "\">", and: "</").first
    }
  }

  @Test func `a column sorts both ways, what states nothing last`() {
    let falling = sample.answer("事業", [("sort", "-budget")])
    #expect(falling.contains("<th scope=\"col\" aria-sort=\"descending\""))
    #expect(names(falling).prefix(4) == ["湖畔の遊歩道整備事業", "みどり湖水質浄化推進事業", "木の学校推進事業", "地域情報化推進事業"])
    let rising = sample.answer("事業", [("sort", "budget")])
    #expect(rising.contains("<th scope=\"col\" aria-sort=\"ascending\""))
    #expect(names(rising).first == "庁舎改修事業")
    #expect(names(rising).suffix(3) == names(falling).suffix(3))
    #expect(Set(names(rising)) == Set(names(sample.answer("事業"))))
  }

  @Test func `figures that can be added up are, and what has none is counted`() {
    let page = sample.answer("事業", [("lang", "ja")])
    let foot = page.components(between: "<tfoot>", and: "</tfoot>").first ?? ""
    #expect(foot.contains("48,990") && foot.contains("3件は記載なし"))
    // a level is no amount, and a part of a list is not all of it
    #expect(!foot.contains(">20<"))
    #expect(!sample.answer("予算の大きい事業を3つ").contains("<tfoot>"))
  }

  @Test func `what is not stated is said`() {
    #expect(sample.answer("事業", [("lang", "ja")]).contains("<td class=\"missing\">記載なし</td>"))
  }

  // MARK: sources

  @Test func `a citation opens its lines, marked, with those around them`() {
    let page = sample.answer("事業", [("source", "4")])
    #expect(page.contains("<aside class=\"source\""))
    #expect(page.contains("<tr id=\"L4\" class=\"cited\">"))
    #expect(page.contains("<tr id=\"L3\">"))
    #expect(page.components(between: "rel=\"prev\"", and: ">").count == 1)
    #expect(!sample.answer("事業", [("source", "999")]).contains("<aside"))
  }

  @Test func `a document is shown by its id, and by nothing else`() {
    #expect(
      sample.page("/document", [("id", "midori-action-plan"), ("line", "26")]).contains("<tr id=\"L26\">"))
    for id in [
      "", "midori", "../midori-action-plan", "/etc/passwd", "Tests/AnswersTests/Plans/midori-action-plan.txt",
    ] {
      #expect(sample.response("/document", [("id", id)]).status == .notFound, "\(id)")
      #expect(sample.response("/page.png", [("id", id), ("page", "1")]).status == .notFound, "\(id)")
    }
    // a text has no pages to draw
    #expect(sample.response("/page.png", [("id", "midori-action-plan"), ("page", "1")]).status == .notFound)
  }

  @Test func `documents are listed with what was read of them and what was not`() throws {
    let sample = try SampleSite()
    try sample.build([Paths.top + "/Tests/AnswersTests/Plans", try sample.folder.write("leer.txt", "")])
    let page = sample.page("/documents", [("lang", "en")])
    #expect(page.contains("midori-action-plan.txt") && page.contains("projects 3"))
    #expect(page.contains("leer.txt") && page.contains("empty"))
    // every table is accounted for
    let counts = page.matches(of: /(\d+) tables? seen<\/li>((?:<li>\d+ [a-z ]+<\/li>)*)/).map { match in
      (match.1, match.2.matches(of: /<li>(\d+)/).compactMap { Int($0.1) }.reduce(0, +))
    }
    #expect(!counts.isEmpty && counts.allSatisfy { Int($0) == $1 })
    #expect(sample.page("/documents", [("lang", "ja")]).contains("<td class=\"long\">空です</td>"))
  }

  @Test func `names are offered by their beginning and by what they hold`() {
    #expect(sample.page("/names", [("q", "みどり湖")]).contains("みどり湖水質浄化推進事業"))
    #expect(sample.page("/names", [("q", "水質")]).contains("みどり湖水質浄化推進事業"))
    #expect(sample.page("/names", [("q", "")]) == "[]")
  }

  // MARK: what goes wrong

  @Test func `each fault has its status, and a page that says so`() throws {
    #expect(sample.response("/nothing").status == .notFound)
    #expect(sample.response("/", method: "POST").status == .methodNotAllowed)
    #expect(sample.response("/", host: "example.com").status == .misdirected)
    let long = sample.response("/", [("q", String(repeating: "長", count: 10_000))])
    #expect(long.status == .badRequest)
    #expect(long.text.contains("10000"))
    #expect(
      sample.response("/answer.json", [("q", String(repeating: "長", count: 10_000))]).status == .badRequest)
    #expect(sample.response("/", [("q", "達成度が9の事業")]).status == .badRequest)
    for fault in [PageRequest.Fault.malformed, .targetTooLong, .headTooLong] {
      #expect(ParsedPage(sample.site.response(to: fault, date: "").text).faults.isEmpty)
    }
  }

  @Test func `without an index a page says so, and the next question is answered once there is one`() throws {
    let folder = TemporaryDirectory()
    let site = Site(index: folder.path + "/index")
    let request = PageRequest(
      path: "/", query: QueryString([.init("q", "事業")]), headers: ["host": "localhost"])
    let missing = site.response(to: request, date: "")
    #expect(missing.status == .unavailable)
    #expect(missing.text.contains("shirabe index"))
    _ = try Library.build(
      paths: [Paths.top + "/Tests/AnswersTests/Plans"], into: folder.path + "/index", lexicons: .builtIn)
    #expect(site.response(to: request, date: "").status == .ok)
  }

  @Test func `another index in the folder is taken up with the next question`() throws {
    let sample = try SampleSite()
    let plan = Paths.top + "/Tests/AnswersTests/Plans/midori-project-evaluation.txt"
    #expect(sample.answer("事業").contains("植樹の推進"))
    try sample.build([plan])
    #expect(!sample.answer("事業").contains("植樹の推進"))
    #expect(sample.answer("事業").contains("庁舎改修事業"))
  }

  @Test func `without the token nothing of the documents is sent`() throws {
    let sample = try SampleSite(gate: Gate(token: "0123456789abcdef"))
    for path in ["/", "/answer.json", "/documents", "/document", "/names", "/page.png", "/help", "/nothing"] {
      let response = sample.response(path, [("q", "事業"), ("id", "midori-action-plan")])
      #expect(response.status == .unauthorized, "\(path)")
      #expect(!response.text.contains("庁舎"))
    }
    #expect(sample.response("/style.css").status == .ok)
    #expect(sample.response("/script.js").status == .ok)
  }

  @Test func `every response forbids what a browser should not do`() {
    for response in [sample.response("/"), sample.response("/nothing"), sample.response("/style.css")] {
      let head = String(decoding: response.bytes.prefix { $0 != UInt8(ascii: "<") }, as: UTF8.self)
      #expect(head.contains("Content-Security-Policy: default-src 'none'; "))
      #expect(head.contains("X-Content-Type-Options: nosniff\r\n"))
      #expect(head.contains("Referrer-Policy: no-referrer\r\n"))
      #expect(head.contains("Connection: close\r\n"))
      #expect(!head.contains("Access-Control") && !head.contains("Set-Cookie"))
    }
  }

  @Test func `no address crashes it`() {
    var random = SeededRandom(seed: 21)
    let paths = [
      "/", "/answer.json", "/answer.md", "/document", "/page.png", "/names", "/documents", "/help", "/x",
    ]
    let names = ["q", "as", "sort", "source", "all", "lang", "id", "line", "page", "x"]
    let values = [
      "事業", "projects", "-budget", "name", "0", "1", "-1", "99999999999999999999", "9223372036854775807",
      "ja", "xx",
      "midori-action-plan", "\u{202E}", "\"", "\\", "'", "%", "\u{0}", "count of (", "その予算は？", "🏯", "ｶﾞ",
      "<b>", "",
    ]
    for _ in 0..<400 {
      let items = (0..<Int.random(in: 0..<5, using: &random)).map { _ in
        (names.randomElement(using: &random) ?? "", values.randomElement(using: &random) ?? "")
      }
      let path = paths.randomElement(using: &random) ?? "/"
      let response = sample.response(path, items)
      if response.kind == .html { #expect(ParsedPage(response.text).faults.isEmpty, "\(path) \(items)") }
    }
  }
}

extension String {
  /// What stands between two texts, each time.
  fileprivate func components(between start: String, and end: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let from = rest.range(of: start), let to = rest[from.upperBound...].range(of: end) {
      found.append(String(rest[from.upperBound..<to.lowerBound]))
      rest = rest[to.upperBound...]
    }
    return found
  }
}
