import Answers
import PageLayout
import PlanDocuments
import SourceFiles
import Testing

@testable import Rendering

@Suite("Citations of files that are no text") struct CitationTests {
  struct Case: CustomTestStringConvertible {
    let place: Place?
    let text: String
    let json: String
    var testDescription: String { text }
  }

  static let cases = [
    Case(place: nil, text: "plan:3-4", json: ""),
    Case(place: .page(12, box: nil), text: "plan.pdf p.12", json: ",\"page\":12"),
    Case(
      place: .page(12, box: Box(left: 50, top: 99.96, right: 300.25, bottom: 120)), text: "plan.pdf p.12",
      json: ",\"page\":12,\"box\":[50,100,300.3,120]"),
    Case(
      place: .cells(sheet: "施設", CellRange(rows: 13...13, columns: 1...5)), text: "plan.pdf 施設!B14:F14",
      json: ",\"sheet\":\"施設\",\"cells\":\"B14:F14\""),
    Case(
      place: .cells(sheet: nil, CellRange(rows: 1...1, columns: 26...26)), text: "plan.pdf AA2",
      json: ",\"cells\":\"AA2\""),
    Case(
      place: .element("table[2]/tr[3]"), text: "plan.pdf table[2]/tr[3]",
      json: ",\"element\":\"table[2]/tr[3]\""),
  ]

  @Test("a source is cited by what people can open", arguments: cases)
  func cites(_ sample: Case) {
    let source = ItemSource(
      document: "plan", path: "folder/plan.pdf", lines: LineRange(3, 4), place: sample.place, section: [])
    #expect(source.citation == sample.text)
    let json =
      "{\"document\":\"plan\",\"path\":\"folder/plan.pdf\",\"lines\":[3,4],\"section\":[]" + sample.json + "}"
    #expect(JSONValue(source).encoded(.line) == json)
  }
}
