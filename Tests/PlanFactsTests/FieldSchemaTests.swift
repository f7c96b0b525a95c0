import Analysis
import PlanDocuments
import Testing

@testable import PlanFacts

@Suite("The schema") struct FieldSchemaTests {
  struct Head: Sendable, CustomTestStringConvertible {
    let path: [String]
    let field: String
    var testDescription: String { path.joined(separator: " › ") }
    init(_ path: [String], _ field: String) { (self.path, self.field) = (path, field) }
  }

  static let heads = [
    Head(["重要業績評価指標（ＫＰＩ）"], "indicator name"), Head(["事務事業名"], "project name"),
    Head(["決 算 額（千円）"], "project settlement"),
    Head(["Ｒ３年度当初予算額"], "project budget"), Head(["担当課・係"], "project bureau"),
    Head(["R７年度以降の事業の方向性"], "project direction"),
    // the leaf wins; a time or a role alone means what stands above it
    Head(["指標", "目標値"], "indicator target"), Head(["目標値", "R5実績"], "indicator actual"),
    Head(["目標値", "令和5年度"], "indicator target"),
    Head(["重要業績評価", "指標"], "indicator name"),
  ]

  @Test("the built-in words say what a head means", arguments: heads)
  func means(_ head: Head) {
    let read = ColumnHead(head.path, .builtIn)
    #expect(read.fields.contains { "\($0.kind.rawValue) \($0.name)" == head.field }, "\(read.fields)")
  }

  @Test func `a year, a unit and a role come from above where the leaf says none`() {
    let head = ColumnHead(["目標値（人）", "令和9年度"], .builtIn)
    #expect(head.year?.first == 2027 && head.unit == "人" && head.role == .target)
    #expect(ColumnHead(["目標値", "R5年度 実績"], .builtIn).role == .actual)
    #expect(ColumnHead(["目標値", "R6年度 見込"], .builtIn).role == .forecast)
  }

  @Test("a head nobody knows means nothing", arguments: ["湖の色", "合計", "", "1,234", "令和5年度"])
  func unknown(_ text: String) { #expect(ColumnHead([text], .builtIn).fields.isEmpty) }

  struct Wrong: Sendable {
    let text: String
    let message: String
  }

  @Test(
    "what can't be read is an error with its line",
    arguments: [
      Wrong(
        text: "# 見出し\nplanet name name = 星\n",
        message:
          "schema.txt:2: \"planet\" is not one of project, indicator, measure, organization, definition, schedule, evaluation, plan"
      ),
      Wrong(
        text: "project name\n",
        message: "Lexicons/schema.txt:1: \"project name\" has no value; write: word = value"),
      Wrong(
        text: "role moon = 月\n",
        message:
          "schema.txt:1: \"moon\" is not one of budget, settlement, baseline, current, actual, target, forecast"
      ),
    ])
  func errors(_ wrong: Wrong) {
    do throws(LexiconError) {
      _ = try FieldSchema(Lexicons(texts: [.schema: wrong.text]))
      Issue.record("no error")
    } catch {
      #expect("\(error)" == wrong.message)
    }
  }

  @Test func `words may have anything before or behind them`() throws {
    let schema = try FieldSchema(Lexicons(texts: [.schema: "project review attribute = *の評価 湖の*\n"]))
    #expect(!schema.fields(of: HeadText("森の評価")).isEmpty && !schema.fields(of: HeadText("湖の色")).isEmpty)
    #expect(schema.fields(of: HeadText("森の色")).isEmpty)
  }
}
