import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

@Suite("Any text") struct ExtractorRobustnessTests {
  static let pieces = [
    "指 標 計画策定時 現 状", "第１期計画期間", "における目標値", "第２期", "目標値", "花壇の数※", "― 4件", "ー* ー*", "1 億 4,527万円",
    "（2014(平成 26)年度）",
    "（2014(平成 26)年", "2016年平均）", "外国人 15 万人", "から新たに設定", "※新たに", "設定。", "予算額 決算額", "1 51203020",
    "2 51204020 花壇事業 その他",
    "参加・協", "働の場", "●清掃（実績：4回、目標", "5回）", "●見学会（実績", "12,345 900 3 P2", "1 2", "P●●", "一覧（情報局）", "※分類区分",
    "○参加・協働の場", "○その他",
    "※達成状況区分", "３．目標を達成", "みどり創造館", "（MSK）", "「みどり館（Ｍ", "以下「館」という。）", "（以下、", "通称：）", "「」（", "))((",
    "\u{3000}", "", "",
    "99999999999999999999件", "▲", "第期", "第99999999999999999999期", "\u{0301}", "🏳️‍🌈（AB）", "| a | b |\t（CD）",
  ]

  /// Lines of pages cut, doubled and shuffled, some torn in the middle.
  static func page(seed: UInt64) -> String {
    var random = SeededRandom(seed: seed)
    return (0..<Int.random(in: 1...60, using: &random)).map { _ in
      let piece = pieces.randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<6, using: &random) {
      case 0: return String(piece.prefix(Int.random(in: 0...6, using: &random)))
      case 1: return piece + (pieces.randomElement(using: &random) ?? "")
      default: return piece
      }
    }.joined(separator: Bool.random(using: &random) ? "\n" : "\n\n")
  }

  @Test("is read without harm, and no fact holds a figure its lines don't", arguments: UInt64(1)...150)
  func reads(seed: UInt64) {
    let plan = Plan(id: "midori", path: "m.txt", text: Self.page(seed: seed))
    let document = PlanDocument(
      plan: plan, title: "", logicalLines: [], outline: Outline(sections: []), passages: [], furniture: [])
    var extraction = Extraction()
    let extractors: [any FactExtractor] = [
      EvaluationListExtractor(), IndicatorLinesExtractor(), DefinitionExtractor(),
    ]
    for extractor in extractors {
      let part = extractor.extract(from: document)
      extraction.facts += part.facts
      extraction.unread += part.unread
    }
    let all = LineRange(1, plan.lines.count)
    for fact in extraction.facts {
      #expect(!fact.name.isEmpty && !fact.sources.isEmpty, "seed \(seed)")
      #expect(unsupportedFields(of: fact, in: plan) == [], "seed \(seed): \(fact) in \(plan.lines)")
      #expect(
        (fact.fields.map(\.lines) + fact.sources.map(\.lines)).allSatisfy { all.union($0) == all },
        "seed \(seed)")
      #expect(Set(fact.fields.map(\.name)).count == fact.fields.count, "seed \(seed): \(fact.name)")
    }
    #expect(extraction.unread.allSatisfy { all.union($0.lines) == all }, "seed \(seed)")
    let coverage = Coverage(of: document, extraction)
    #expect(
      coverage.facts + coverage.unread + coverage.text + coverage.blank == coverage.lines, "seed \(seed)")
  }

  @Test(
    "a long line costs no more than its length", .timeLimit(.minutes(1)),
    arguments: ["(", "（AB", "あ", "「", "A ", "1 ", "※", "（実績：", "、", "目標"])
  func longLine(_ piece: String) {
    let long = String(repeating: piece, count: 5_000)
    let text = "指標 現状 目標\n花壇\n1件\n（" + long + "\n予算額 決算額\n1 51203020 花壇\n●" + long + "（AB）\n1 2 3 P2\n"
    let document = PlanDocument(
      plan: Plan(id: "midori", path: "m.txt", text: text), title: "", logicalLines: [],
      outline: Outline(sections: []), passages: [], furniture: [])
    #expect(EvaluationListExtractor().extract(from: document).facts.count == 1)
    _ = IndicatorLinesExtractor().extract(from: document)
    _ = DefinitionExtractor().extract(from: document)
  }
}
