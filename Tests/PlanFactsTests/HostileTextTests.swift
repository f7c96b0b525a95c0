import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

@Suite("Hostile text") struct HostileTextTests {
  /// Pieces that open, close or break every form of page there is.
  static let pieces = [
    "|", "\t", "\n", "\n\n", "(", "（", ")", "）", "「", "」", "【", "】", "○ ", "- ", "・", "●", "指標：", "現在",
    "2025年度", "：", "達成状況区分",
    "3*", "(参考)当初の目標", "に対する達成状況", "変更後の目標", "施策計画名", "現状", "2008年度", "2009年度以降", "（３）ステークホルダーとの連携",
    "（主に社会面）",
    "2012年設立", "年3月策定", "平成", "を策定", "令和4年3月", "基本目標", "２", "の達成状況は「Ｃ ", "取組数:99999999999999999999件", "取組数",
    "9件(9.9%)", "取組の方向性１ ", "約10割", "を合わせた割合が", "が", "<ul", "</", ">", "99999999999999999999", "▲", "%",
    "12.a", "。", "、",
    "目標を下回った", "アクションプログラム：", "〇", "湖",
  ]

  @Test("no page crashes an extractor", arguments: UInt64(0)..<40)
  func survives(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let text = (0..<300).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    let document = PlanDocument(reading: Plan(id: "x", path: "x", text: text))
    let extraction = Extraction(reading: document)
    for fact in linkSameMeasures(extraction.facts) {
      #expect(!fact.name.isEmpty && !fact.sources.isEmpty, "seed \(seed)")
      _ = unsupportedFields(of: fact, in: document.plan)
    }
  }

  @Test(
    "no cut of a published text crashes an extractor", .enabled(if: Published.isAtHand),
    arguments: Published.names)
  func survivesCuts(_ name: String) throws {
    let plan = try Published.document(name).plan
    for start in stride(from: 7, to: plan.lines.count, by: max(1, plan.lines.count / 3)) {
      let lines = plan.lines[start...].prefix(200).map { String($0.dropFirst(start % 5).dropLast(start % 7)) }
      _ = Extraction(reading: PlanDocument(reading: Plan(id: "x", path: "x", lines: lines)))
    }
  }
}
