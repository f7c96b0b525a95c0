import Evaluation
import Rendering
import Testing

@Suite("Reports of questions and topics")
struct ReportTests {
  private static let judgements = try! Judgements(
    topics: "a\t水<b>\nb\t空|\n", topicsName: "t", judgements: "a 0 w 1\na 0 v 1\nb 0 s 2\n",
    judgementsName: "q")

  private func topics() throws -> TopicReport {
    let rankings = try #require(TopicRanking.rankings(ofRun: "a Q0 x 1 9 r\na Q0 w 1 5 r\nb Q0 s 1 5 r\n"))
    return TopicReport(
      try ["a", "b"].map { ($0, try #require(rankings[$0])) }, Self.judgements,
      measures: [Measure(.reciprocalRank), Measure(.recall, cutoff: 20)])
  }

  @Test func `topics are printed as their means`() throws {
    #expect(try topics().text(.text, verbose: false, of: Self.judgements) == "RR\t0.7500\nR@20\t0.7500\n")
  }

  @Test func `Markdown has a bar a measure and the worst topics first, with what was not found`() throws {
    #expect(
      try topics().text(.markdown, verbose: false, of: Self.judgements) == """
        2 topics

        | measure | mean |
        | --- | --- |
        | RR | ███████████████░░░░░ 0.7500 |
        | R@20 | ███████████████░░░░░ 0.7500 |

        The worst by RR:

        | topic | query | RR | R@20 | unjudged in ten | relevant, not found |
        | --- | --- | --- | --- | --- | --- |
        | a | 水\\<b> | 0.5000 | 0.5000 | 1 | v |
        | b | 空\\| | 1.0000 | 1.0000 | 0 |  |

        """)
  }

  @Test func `JSON has every figure of every topic`() throws {
    let json = try JSONValue(parsing: Array(topics().text(.json, verbose: false, of: Self.judgements).utf8))
    #expect(json["means"]?.encoded(.line) == "{\"RR\":0.75,\"R@20\":0.75}")
    #expect(
      json["perTopic"]?.values?.first?.encoded(.line)
        == "{\"topic\":\"a\",\"query\":\"水<b>\",\"figures\":{\"RR\":0.5,\"R@20\":0.5},\"unjudgedInTen\":1,"
        + "\"hits\":null,\"unfound\":null,\"found\":[{\"id\":\"w\",\"rank\":2}],\"notFound\":[\"v\"]}")
  }

  static let pages: [@Sendable () throws -> String] = [
    { try ReportTests().topics().page(of: judgements) }, { QuestionReport([]).page },
  ]

  @Test("a page asks for nothing but itself, and holds texts as texts", arguments: pages.indices)
  func page(_ number: Int) throws {
    let page = try Self.pages[number]()
    for call in ["http", "src=", "href", "<script", "<link", "@import", "url("] {
      #expect(!page.contains(call))
    }
    #expect(!page.contains("水<b>"))
    #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
  }
}
