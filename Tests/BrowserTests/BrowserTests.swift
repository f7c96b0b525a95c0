import Foundation
import TestSupport
import Testing

#if Web
  @Suite(
    "In a browser", .serialized, .enabled(if: Browser.isInstalled, "apt-get install chromium chromium-driver")
  )
  struct BrowserTests {
    private static let shared = Result {
      try Served([
        Paths.top + "/Tests/AnswersTests/Plans", Paths.top + "/Tests/Fixtures/midori-kyoiku-plan.pdf",
      ])
    }
    private let served: Served

    init() throws { served = try BrowserTests.shared.get() }

    /// Lets a browser do something, which it must do without a complaint.
    private func browse(_ body: (Browser) async throws -> Void) async throws {
      let browser = try await Browser()
      do {
        try await body(browser)
        #expect(try await browser.complaints() == [])
      } catch {
        await browser.end()
        throw error
      }
      await browser.end()
    }

    private static let sentence = "document.getElementById('sentence')?.textContent"

    @Test func `a question is asked, answered, announced and stands in the address`() async throws {
      try await browse { browser in
        try await browser.open(served.url("/"))
        let before = try await browser.value("history.length") as? Int ?? 0
        try await browser.type("事業はいくつ")
        // while it is typed the answer comes, and the field keeps what is in it
        #expect(try await browser.comesTrue("document.querySelector('.value')?.textContent.startsWith('12')"))
        #expect(try await browser.text("document.getElementById('q').value") == "事業はいくつ")
        try await browser.type("\u{E006}")
        #expect(try await browser.comesTrue("document.getElementById('q').value === ''"))
        #expect(try await browser.text("new URL(location).searchParams.get('q')") == "事業はいくつ")
        let sentence = try await browser.text(BrowserTests.sentence)
        #expect(!sentence.isEmpty)
        #expect(try await browser.text("document.getElementById('announcer').textContent") == sentence)
        #expect(try await browser.value("history.length") as? Int == before + 1)
      }
    }

    @Test func `what an input method composes is not asked before it is done`() async throws {
      try await browse { browser in
        try await browser.open(served.url("/"))
        try await browser.focus("#q")
        for text in ["じ", "じぎ", "じぎょう"] {
          try await browser.command(
            "Input.imeSetComposition",
            ["text": text, "selectionStart": text.count, "selectionEnd": text.count])
        }
        try await Task.sleep(for: .milliseconds(600))
        #expect(try await browser.text("document.getElementById('q').value") == "じぎょう")
        #expect(try await browser.value("document.querySelector('.welcome') !== null") as? Bool == true)
        try await browser.command("Input.insertText", ["text": "事業"])
        #expect(try await browser.comesTrue("document.querySelector('table .item') !== null"))
      }
    }

    @Test func `arrow keys switch the reading, and going back brings the last one`() async throws {
      try await browse { browser in
        try await browser.open(served.url("/", [("q", "木")]))
        let current = "document.querySelector('.readings [aria-current]')?.textContent"
        let first = try await browser.text(current)
        try await browser.focus(".readings [aria-current]")
        try await browser.type("\u{E014}")
        #expect(try await browser.comesTrue("new URL(location).searchParams.has('as')"))
        #expect(try await browser.comesTrue("document.activeElement.matches('.readings [aria-current]')"))
        #expect(try await browser.text(current) != first)
        _ = try await browser.value("history.back()")
        #expect(try await browser.comesTrue("!new URL(location).searchParams.has('as')"))
        #expect(try await browser.comesTrue("\(current) === \(Browser.literal(first))"))
      }
    }

    @Test func `a heading sorts, says so, and keeps the focus`() async throws {
      try await browse { browser in
        try await browser.open(served.url("/", [("q", "事業")]))
        let heading =
          "[...document.querySelectorAll('thead th')].find((th) => th.textContent.startsWith('予算'))"
        _ = try await browser.value("\(heading).querySelector('a').click()")
        #expect(try await browser.comesTrue("\(heading).getAttribute('aria-sort') === 'descending'"))
        #expect(try await browser.text("document.querySelector('tbody th').textContent") == "体育館の空調")
        #expect(try await browser.comesTrue("document.activeElement === \(heading).querySelector('a')"))
        _ = try await browser.value("\(heading).querySelector('a').click()")
        #expect(try await browser.comesTrue("\(heading).getAttribute('aria-sort') === 'ascending'"))
      }
    }

    @Test func `a source opens beside the answer and its link shows the same`() async throws {
      try await browse { browser in
        try await browser.open(served.url("/", [("q", "事業")]))
        try await browser.click(".citation")
        #expect(try await browser.comesTrue("document.activeElement.id === 'source'"))
        #expect(
          try await browser.value("document.querySelectorAll('.cited mark').length > 0") as? Bool == true)
        try await browser.click("#source [rel=next]")
        #expect(try await browser.comesTrue("new URL(location).searchParams.get('source') === '2'"))
        #expect(try await browser.comesTrue("document.activeElement.id === 'source'"))
        let shown = try await browser.text("document.getElementById('main').innerText")
        try await browser.open(try await browser.text("location.href"))
        #expect(try await browser.text("document.getElementById('main').innerText") == shown)
      }
    }

    @Test func `the page of a PDF is drawn with a box around what is cited`() async throws {
      try await browse { browser in
        try await browser.open(served.url("/", [("q", "図書館の年間貸出冊数の目標は？"), ("source", "1")]))
        let picture = "document.querySelector('figure.page image')"
        #expect(try await browser.comesTrue("\(picture) !== null"))
        #expect(
          try await browser.value(
            "fetch(\(picture).getAttribute('href')).then((r) => r.headers.get('content-type'))")
            as? String == "image/png")
        let inside =
          "(() => { const box = document.querySelector('.cited-box').getBBox(), page = \(picture).getBBox();"
          + " return box.width > 0 && box.x > 0 && box.y > 0 && box.x + box.width < page.width && box.y + box.height < page.height })()"
        #expect(try await browser.value(inside) as? Bool == true)
      }
    }

    @Test func `keys move, open and can be switched off`() async throws {
      try await browse { browser in
        try await browser.open(served.url("/", [("q", "事業")]))
        try await browser.type("jj")
        #expect(try await browser.text("document.activeElement.id") == "i2")
        try await browser.type("k")
        #expect(try await browser.text("document.activeElement.id") == "i1")
        try await browser.type("\u{E006}")
        #expect(try await browser.comesTrue("document.activeElement.id === 'source'"))
        try await browser.type("/")
        #expect(try await browser.text("document.activeElement.id") == "q")
        try await browser.open(served.url("/help"))
        try await browser.click("#keys")
        try await browser.open(served.url("/", [("q", "事業")]))
        try await browser.type("j")
        #expect(try await browser.text("document.activeElement.tagName") == "BODY")
      }
    }

    @Test func `without its script a page asks, sorts and opens sources too`() async throws {
      try await browse { browser in
        try await browser.command("Emulation.setScriptExecutionDisabled", ["value": true])
        try await browser.open(served.url("/"))
        try await browser.type("事業\u{E006}")
        #expect(
          try await browser.comesTrue(
            "location.search !== '' && document.querySelector('tbody .item') !== null"))
        let sort = try await browser.text("document.querySelectorAll('thead th a')[5].href")
        try await browser.open(sort)
        #expect(try await browser.value("document.querySelector('[aria-sort]') !== null") as? Bool == true)
        try await browser.open(try await browser.text("document.querySelector('.citation').href"))
        #expect(try await browser.value("document.querySelector('#source .cited') !== null") as? Bool == true)
      }
    }

    static let narrow = [
      [("q", "事業")], [("q", "指標"), ("source", "1")], [("q", "調布市の事業は？")], [("q", "木"), ("source", "1")], [],
    ]
    @Test("a page fits into 320 points", arguments: narrow.indices)
    func fits(_ place: Int) async throws {
      try await browse { browser in
        try await browser.command(
          "Emulation.setDeviceMetricsOverride",
          ["width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": true])
        for path in ["/", "/documents", "/help"] {
          try await browser.open(served.url(path, BrowserTests.narrow[place]))
          #expect(
            try await browser.value("document.documentElement.scrollWidth") as? Int ?? 0 <= 320, "\(path)")
        }
      }
    }

    @Test func `where a token is needed, the page asks for it and sends it`() async throws {
      let token = "0123456789abcdefghij"
      let served = try Served(
        [Paths.top + "/Tests/Fixtures/midori-kyoiku-plan.pdf"], environment: ["SHIRABE_TOKEN": token])
      let browser = try await Browser()
      try await browser.open(served.url("/", [("q", "図書館の年間貸出冊数の目標は？"), ("source", "1")]))
      #expect(try await browser.comesTrue("document.getElementById('token-form')?.hidden === false"))
      try await browser.focus("#token")
      try await browser.type(token + "\u{E006}")
      #expect(try await browser.comesTrue("document.querySelector('.points') !== null"))
      // a picture can't send it by itself
      #expect(try await browser.comesTrue("document.querySelector('figure.page canvas')?.width > 100"))
      #expect(!(try await browser.text("location.href")).contains(token))
      let complaints = try await browser.complaints().filter { !$0.contains("401") }
      #expect(complaints == [])
      await browser.end()
    }
  }
#endif

@Suite("The browser") struct BrowserPresence {
  @Test func `it is there where it has to be`() {
    guard ProcessInfo.processInfo.environment["SHIRABE_BROWSER"] == "required" else { return }
    #if Web
      #expect(Browser.isInstalled)
    #else
      Issue.record("built without the trait Web")
    #endif
  }
}
