import PlanLibrary
import TestSupport
import Testing

@testable import Answers

@Suite("Questions by headings that a file marks") struct DeclaredHeadingsTests {
  private let folder = TemporaryDirectory()

  private static let table = """
    | 指標 | 現状値（令和５年度） | 目標値（令和10年度） |
    |---|---|---|
    """
  private static let markdown = """
    # みどり市 緑の計画

    ## 公園の現状

    \(table)
    | 公園の数 | 10か所 | 20か所 |

    ## 並木の現状

    \(table)
    | 並木の長さ | 10km | 20km |

    """
  private static let page = """
    <html><body><h1>みどり市 川の計画</h1><h2>川の現状</h2><table>
    <tr><th>指標</th><th>現状値（令和５年度）</th><th>目標値（令和10年度）</th></tr>
    <tr><td>川の数</td><td>10本</td><td>20本</td></tr></table><h2>水の現状</h2><p>水は澄んでいます。</p></body></html>
    """

  static let questions = [
    ("indicators under \"公園の現状\"", ["公園の数"]), ("indicators under \"並木の現状\"", ["並木の長さ"]),
    ("indicators under \"川の現状\"", ["川の数"]), ("「並木の現状」の下の指標は？", ["並木の長さ"]),
    ("headings", ["公園の現状", "並木の現状", "川の現状", "水の現状"]),
  ]

  @Test("what stands under one is found by its name", arguments: questions)
  func under(_ question: String, _ names: [String]) throws {
    try folder.write("t/a.md", Self.markdown)
    try folder.write("t/b.html", Self.page)
    _ = try Library.build(paths: [folder.path + "/t"], into: folder.path + "/i", lexicons: .builtIn)
    var assistant = try Assistant(library: Library.open(folder.path + "/i"))
    let answer = assistant.ask(question)
    #expect(answer.readings.first?.items.map(\.name) == names)
  }
}
