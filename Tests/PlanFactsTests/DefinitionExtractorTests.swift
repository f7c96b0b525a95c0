import JapaneseText
import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

@Suite("Definitions") struct DefinitionExtractorTests {
  struct Printed: Sendable, CustomTestStringConvertible {
    let text: String
    /// `短い名 = 長い名`, in order.
    let reads: [String]
    init(_ text: String, _ reads: String...) {
      self.text = text
      self.reads = reads
    }
    var testDescription: String { text }
  }

  static func read(_ text: String) -> [Fact] {
    DefinitionExtractor().extract(from: PlanDocument(reading: Plan(id: "midori", path: "m.txt", text: text)))
      .facts
  }

  static func line(_ fact: Fact) -> String {
    guard case .text(let long) = fact[.summary] else { return fact.name }
    return "\(fact.name) = \(long)"
  }

  static let printed = [
    Printed("研究を進める森林研究センター（MiFRC）を支援します。", "MiFRC = 森林研究センター"),
    Printed("・「みどり基準（ＭＫＳ）」に基づく認証", "MKS = みどり基準"),
    Printed("住民が取り組むコミュニティガーデン（ＣＧ）を、支援します。", "CG = コミュニティガーデン"),
    Printed("- 国立研究開発法人森林機構（JFO）", "JFO = 国立研究開発法人森林機構"),
    Printed("加速させるため、森林技術組合（JFTRA）とも連携", "JFTRA = 森林技術組合"),
    Printed("施設「みどり創造館（ＭＳＫ、ＭＳＴ、ＭＳＷ）」", "MSK = みどり創造館"),
    Printed("「Midori Forest Technology Lab（通称：もりテック）」を核とした", "もりテック = Midori Forest Technology Lab"),
    Printed("市民の広場（愛称「ひだまり」）を開設", "ひだまり = 広場"),
    Printed("「みどり市総合計画」（以下、「総合計画」と言う。）の", "総合計画 = みどり市総合計画"),
    Printed("みどり市（以下「市」という。）は", "市 = みどり市"),
    Printed("○ICT(情報通信技術)の活用", "ICT = 情報通信技術"),
    Printed("徹底やBPR（業務プロセス改革）の徹底", "BPR = 業務プロセス改革"),
    Printed("「ＦＡＣ21」（国際森林保全枠組条約第 21 回締約国会議）", "FAC21 = 国際森林保全枠組条約第 21 回締約国会議"),
    Printed("「森林工程管理（ＦＡＰ：Forest Approved Practice）」の普及", "FAP = 森林工程管理"),
    Printed("○みどり温暖化対策推進会議（GM森林エコ会議）（団体、企業）", "GM森林エコ会議 = みどり温暖化対策推進会議"),
    Printed("「みどり市デジタル・トランスフォーメーション（DX）推進プラン」", "DX = デジタル・トランスフォーメーション"),
    Printed("「みどり市海外支援センター（ＭＯＢＳ）」", "MOBS = みどり市海外支援センター"),
    Printed("手続「オンラインみどり（e-MIDORI)」の運用", "e-MIDORI = オンラインみどり"),
    Printed("みどり森林\n研究センター\n（MiFRC）の", "MiFRC = みどり森林研究センター"),
    Printed("「みどり創造館（ＭＳ\n\nＫ）」", "MSK = みどり創造館"),
    Printed("「みどり基準（M K S）」に基づく認証", "MKS = みどり基準"),
    Printed("資源を分けあう循環型キャンパス（エコキャンパス）の実現", "エコキャンパス = 循環型キャンパス"),
    Printed("創業者支援制度（スタートみどり市）を設けた。\n\n「創業者支援制度(スタートみどり市)」の活用"),
    Printed("起業家支援制度（トビラ創業）を設けた。\n\n「起業家支援制度(トビラ創業)」の活用", "トビラ創業 = 起業家支援制度"),
    Printed("労働会館（サンピアンみどり）で", "サンピアンみどり = 労働会館"),
    Printed("「駅北口行政サービス施設（みどり きた\nテラス）」の供用", "みどりきたテラス = 駅北口行政サービス施設"),
    Printed("拠点に寄与する森川スカイブリッジ（里山連絡道路）が開通", "森川スカイブリッジ = 里山連絡道路"),
    Printed("カルッツみどり（みどり市スポーツ・文化総合センター）など", "カルッツみどり = みどり市スポーツ・文化総合センター"),
    Printed("入居率\n○みどり創造館（MSK）の入居率", "MSK = みどり創造館"),
  ]
  @Test("reads a short form and what it stands for", arguments: printed) func reads(_ printed: Printed) {
    #expect(Self.read(printed.text).map(Self.line) == printed.reads)
  }

  @Test(
    "leaves brackets that hold something else",
    arguments: [
      "計画（2021年度）", "面積（約82.0ha）", "団体（企業、NPO、学校）", "排出量（t-CO2）", "ＳＮＳ（Facebook や Instagram）等",
      "起業家支援制度（トビラ創業）を設けた。", "案内係（カタリスト）", "クルーズ船（ホテルシップ等）", "対象公園施設（コンビニ）", "文化会館（建て替え）", "福祉施設（グループホーム）",
      "森林センター（木材情報センター）", "交流の場（オープンファクトリー）", "市（インドネシア）",
      "(KPIの考え方)", "技術（ＡＲ技術、ＭＲ技術）", "動画（YouTube）", "様式（PDF）", "目標（Ⅱ）", "目標（II）", "（仮称）みどり館",
      "登録（みどり SDGs パートナー）", "（以下同じ。）", "（以下、省略）", "ABC", "（MSK", "MSK）", "（）", "",
    ])
  func leaves(_ text: String) {
    #expect(Self.read(text).map(Self.line) == [])
  }

  @Test func `printings of one short form are one definition with the shorter words and all sources`() throws
  {
    let facts = Self.read("「みどり市持続可能な森林目標（SFGs）推進方針」\n\n『持続可能な森林目標（SFGs）』を\n明記する。")
    let fact = try #require(facts.first)
    #expect(facts.count == 1)
    #expect(Self.line(fact) == "SFGs = 持続可能な森林目標")
    #expect(fact.sources.map(\.lines) == [LineRange(1), LineRange(3)])
  }

  @Test func `a short form with two meanings is two definitions`() {
    let facts = Self.read("森林組合（FC）がある。\n財務委員会（FC）もある。")
    #expect(facts.map(Self.line) == ["FC = 森林組合", "FC = 財務委員会"])
  }

  static let counts = [
    "action-plan-6-results": 5, "industry-promotion-program": 14, "international-policy-review": 0,
    "project-evaluation-2023": 3, "sdgs-future-city-plan": 15,
  ]
  @Test(.enabled(if: Published.isAtHand), arguments: Published.names)
  func `the published plans define as many short forms as a reader finds`(_ name: String) throws {
    let facts = DefinitionExtractor().extract(from: try Published.document(name)).facts
    #expect(facts.count == Self.counts[name])
  }
}
