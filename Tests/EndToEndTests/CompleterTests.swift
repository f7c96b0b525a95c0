import JapaneseText
import PlanDocuments
import PlanLibrary
import TestSupport
import Testing

@testable import shirabe

@Suite("What a line could go on with")
struct CompleterTests {
  private let folder = TemporaryDirectory()
  private let completer: Completer

  init() throws {
    let table =
      "| 事務事業名 | 担当課 | 予算額 | 達成度 |\n|--|--|--|--|\n| 樹木を植える事業 | みどり課 | 1,000 | 3 |\n| KAWASAKI緑化事業 | 公園課 | 2,000 | 4 |"
    let plan = Plan(id: "midori", path: "midori.txt", text: "みどり市 緑の計画\n\n\(table)\n")
    _ = try Library.build(plans: [plan], into: folder.path + "/index")
    completer = Completer(try Library.open(folder.path + "/index")) { .english }
  }

  private func texts(_ line: String) -> [String] { completer.complete(line).candidates.map(\.text) }

  static let lines: [(line: String, replaced: Int, first: [String])] = [
    ("", 0, ["count of", "sum of"]), ("pro", 3, ["projects"]), ("projects ", 0, ["where", "named"]),
    ("projects where le", 2, ["level"]), ("projects where level ", 0, ["=", "!="]),
    ("projects where bureau = ", 0, ["\"みどり課\"", "\"公園課\""]),
    ("projects where bureau = \"み", 2, ["\"みどり課\""]),
    ("projects named 樹", 1, ["\"樹木を植える事業\""]), ("projects sort by bud", 3, ["budget"]),
    ("projects sort by budget ", 0, ["descending", "ascending"]),
    (":sou", 4, [":source"]), (":format cs", 2, ["csv", "csv-excel"]), (":lang ", 0, ["ja", "en", "auto"]),
    ("今年の樹", 1, ["樹木を植える事業"]), (":why 樹", 1, ["樹木を植える事業"]),
    // by how names are said
    ("じゅも", 3, ["樹木を植える事業"]), ("今年のじゅもくをうえ", 7, ["樹木を植える事業"]),
    ("projects where bureau = \"こう", 3, ["\"公園課\""]), ("projects named ジュモク", 4, ["\"樹木を植える事業\""]),
  ]

  @Test("by what stands before the cursor", arguments: lines)
  func completes(_ line: String, _ replaced: Int, _ first: [String]) {
    let completion = completer.complete(line)
    #expect(completion.replaced == replaced)
    #expect(
      completion.candidates.map(\.text).prefix(first.count).elementsEqual(first), "\(completion.candidates)")
  }

  @Test func `no letter of a word is the beginning of a name`() {
    #expect(texts("projects where tak").isEmpty)
    #expect(texts("ＫＡＷ").first == "KAWASAKI緑化事業")
    #expect(texts("雪").isEmpty)
    #expect(texts("ゆき").isEmpty)
    #expect(texts("じ").isEmpty)
  }
}
