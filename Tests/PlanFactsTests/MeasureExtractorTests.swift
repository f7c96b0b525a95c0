import JapaneseText
import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

@Suite("Measures") struct MeasureExtractorTests {
  struct Printed: Sendable, CustomTestStringConvertible {
    let text: String
    /// `名 実績/目標単位 met`, in order.
    let reads: [String]
    init(_ text: String, _ reads: String...) {
      self.text = text
      self.reads = reads
    }
    var testDescription: String { text }
  }

  static func read(_ result: String) -> Extraction {
    let text = "予算額 決算額\n\n3 51203020\n\n花壇事業\n\n●\(result)\n\n1,000 900 3 P2\n※分類区分\n○その他\n"
    var extraction = EvaluationListExtractor().extract(
      from: PlanDocument(reading: Plan(id: "midori", path: "m.txt", text: text)))
    extraction.facts.removeAll { $0.kind != .measure }
    return extraction
  }

  static func line(_ fact: Fact) -> String {
    func number(_ name: FieldName) -> String {
      if case .number(let value) = fact[name] { value.description } else { "-" }
    }
    let unit = if case .text(let unit) = fact[.unit] { unit } else { "" }
    let met = if case .flag(let met) = fact[.met] { met ? " met" : " not met" } else { "" }
    return "\(fact.name) \(number(.actual))/\(number(.target))\(unit)\(met)"
  }

  static let printed = [
    Printed("支援の実施（入居率：91％、目標：90％）（会議への参加：7回、目標：8回）", "入居率 91/90% met", "会議への参加 7/8回 not met"),
    Printed("配信（友だち登録者数：目標50,000人、実績\n49,896人）", "友だち登録者数 49896/50000人 not met"),
    Printed("拡大（窓口数：目標54、実績62、決済比率：目標20％、実績14.6％）", "窓口数 62/54 met", "決済比率 14.6/20% not met"),
    Printed("推進（累計件数実績：１４件、目標１３件）", "累計件数 14/13件 met"),
    Printed("苗木の植付けを新たに11件実施(累計実績：128件、目標：95件）", "苗木の植付け 128/95件 met"),
    Printed("研究者等の交流会やセミナーを開催（開催実績82回、目標70回）", "研究者等の交流会やセミナー 82/70回 met"),
    Printed("学校等を対象とした工房見学会（実績：10回、目標：5回）及び交流", "工房見学会 10/5回 met"),
    Printed("企業、学識経験者等へのヒアリングを実施（実績：\n\n117件、目標：70件）", "ヒアリング 117/70件 met"),
    Printed("支援（AIを導入した業務の件数（累計）：実績50件）", "AIを導入した業務の件数（累計） 50/-件"),
    Printed("運営（参画団体数：383団体）", "参画団体数 383/-団体"),
    Printed("抑制（苦情件数：実績4件、目標5件以下）", "苦情件数 4/5件 met"),
    Printed("抑制（苦情件数：実績6件、目標5件以下）", "苦情件数 6/5件 not met"),
    Printed("相談（件数：実績6件、目標5人）", "相談 6/5件"),
    Printed("改修（令和４年度に完成予定だったもの）"),
    Printed("設置（コンビニ）し、（令和8）年に（公財）協会と3か所（約10割）開設"),
    Printed("（）（：）（実績：）（、）（目標"),
  ]
  @Test("reads results and targets out of brackets", arguments: printed) func reads(_ printed: Printed) {
    #expect(Self.read(printed.text).facts.map(Self.line) == printed.reads)
  }

  @Test func `a measure knows its project and its lines`() throws {
    let fact = try #require(Self.read("配信（登録者数：目標\n50人、実績\n49人）").facts.first)
    #expect(fact[.project] == .text("花壇事業"))
    let lines = Dictionary(uniqueKeysWithValues: fact.fields.map { ($0.name, $0.lines) })
    #expect(lines[.target] == LineRange(8))
    #expect(lines[.actual] == LineRange(9))
    #expect(fact.sources.map(\.lines) == [LineRange(7, 9)])
  }

  @Test(.enabled(if: Published.isAtHand)) func `the published list has 26 results, 21 with a target, 17 met`()
    throws
  {
    let facts = EvaluationListExtractor().extract(from: try Published.document("project-evaluation-2023"))
      .facts
      .filter { $0.kind == .measure }
    #expect(facts.count == 26)
    #expect(facts.count { $0[.target] != nil } == 21)
    #expect(facts.count { $0[.met] == .flag(true) } == 17)
    #expect(facts.count { $0[.met] == .flag(false) } == 4)
  }
}
