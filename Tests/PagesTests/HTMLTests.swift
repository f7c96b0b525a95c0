import Pages
import TestSupport
import Testing

@Suite("Hypertext") struct HTMLTests {
  @Test func `a text can't become markup`() {
    #expect(
      HTML("<script>alert('&\"')</script>").source
        == "&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;")
    #expect(HTML("a", ["href": "\"><b>"], HTML("<")).source == "<a href=\"&quot;&gt;&lt;b&gt;\">&lt;</a>")
  }

  @Test func `what turns the direction of a text, or is no character of one, is replaced`() {
    #expect(HTML("a\u{202E}b\u{0}c\u{1B}[31m").source == "a\u{FFFD}b\u{FFFD}c\u{FFFD}[31m")
    #expect(HTML("一行目\n二行目").source == "一行目\n二行目")
  }

  @Test func `an attribute that is nil is left out, one without a value stands alone`() {
    let html = HTML("input", ["name": "q", "class": nil, "required": ""])
    #expect(html.source == "<input name=\"q\" required>")
  }

  @Test func `no text leaves a bracket or a quote open`() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<500 {
      let scalars = (0..<20).map { _ in Unicode.Scalar(UInt32.random(in: 0..<0x3000, using: &random)) ?? "<" }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let source = HTML(String(text)).source
      #expect(!source.contains { "<>\"'".contains($0) }, "\(scalars.map(\.value))")
    }
  }
}
