import JapaneseText
import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

@Suite("Fact check") struct FactCheckTests {
  static let plan = Plan(
    id: "midori", path: "m.txt", text: "予算 １，２３４ 3 P2\n平成33年度に\n50\n人以上\n▲10.2%（2018-2021）\n")

  static func unsupported(_ value: FieldValue, lines: LineRange) -> Bool {
    let fact = Fact(
      kind: .project, name: "花壇", plan: "midori", fields: [Field(.budget, value, lines: lines)], sources: [])
    return unsupportedFields(of: fact, in: plan) == [.budget]
  }

  struct Claim: Sendable, CustomTestStringConvertible {
    let value: FieldValue
    let lines: LineRange
    var testDescription: String { "\(value) in \(lines.first)-\(lines.last)" }
    init(_ value: FieldValue, _ first: Int, _ last: Int) {
      self.value = value
      lines = LineRange(first, last)
    }
    static func number(_ digits: Int, _ scale: Int = 0, _ first: Int, _ last: Int) -> Claim {
      Claim(.number(ExactNumber(digits: digits, scale: scale)), first, last)
    }
    static func point(_ text: String, _ first: Int, _ last: Int) -> Claim {
      Claim(.points([Point(role: .target, text: text, lines: LineRange(first, last))]), first, last)
    }
  }

  @Test(
    "a figure that stands in its lines is supported",
    arguments: [
      Claim.number(1234, 0, 1, 1), .number(3, 0, 1, 1), .number(2, 0, 1, 1), .number(2021, 0, 2, 2),
      .number(50, 0, 3, 4),
      .number(-102, 1, 5, 5), .number(2021, 0, 5, 5), .point("50人以上", 3, 4), .point("▲10.2%", 5, 5),
      Claim(.text("平成33年度"), 2, 2), Claim(.text("花壇"), 9, 9), Claim(.list(["50人", "なし"]), 3, 4),
      Claim(.flag(true), 7, 7),
    ])
  func supported(_ claim: Claim) {
    #expect(!Self.unsupported(claim.value, lines: claim.lines))
  }

  @Test(
    "a figure that does not is not",
    arguments: [
      Claim.number(1235, 0, 1, 1), .number(1234, 0, 2, 5), .number(12343, 0, 1, 1), .point("50人以下", 3, 4),
      .point("", 3, 4),
      .number(50, 0, 40, 90), .number(0, 0, -3, 0), Claim(.text("平成34年度"), 2, 2),
      Claim(.list(["50人", "51人"]), 3, 4),
    ])
  func notSupported(_ claim: Claim) {
    #expect(Self.unsupported(claim.value, lines: claim.lines))
  }

  @Test func `the 2 of m2 is that of ㎡, and no figure`() {
    let fact = Fact(
      kind: .figure, name: "花壇", plan: "midori", fields: [Field(.unit, .text("m2"), lines: LineRange(3))],
      sources: [])
    #expect(unsupportedFields(of: fact, in: Self.plan).isEmpty)
  }

  @Test(.enabled(if: Published.isAtHand), arguments: Published.names)
  func `every figure read from the published plans stands in the lines it cites`(_ name: String) throws {
    let document = try Published.document(name)
    for fact in Extraction(reading: document).facts {
      #expect(unsupportedFields(of: fact, in: document.plan) == [], "\(fact.kind) \(fact.name)")
    }
  }
}
