import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

/// Plans of an invented city as other publishers lay them out: pipes, tabs and spaces, sheets, bullets, wraps, page
/// numbers, full-width digits, missing cells.
@Suite("Plans of other publishers") struct OtherPublishersTests {
  static let names = [
    "midori-jimu-jigyo-hyoka", "midori-kankyo-kihon-keikaku", "midori-sogo-keikaku",
    "midori-sogo-senryaku-kensho",
  ]

  static func document(_ name: String) -> PlanDocument {
    PlanDocument(
      reading: Plan(
        id: name, path: "\(name).txt", text: Files.text("\(Paths.top)/Tests/Fixtures/\(name).txt")))
  }

  @Test("every record of the gold is read with every field, and nothing else is", arguments: names)
  func readsAll(_ name: String) {
    let gold = GoldRecord.all(in: Files.text("\(Paths.top)/Tests/Fixtures/\(name).gold"))
    #expect(gold.count > 10)
    let comparison = Comparison(gold: gold, read: GoldRecord.all(read: Self.document(name)))
    #expect(comparison.missing.isEmpty, "recall:\n\(comparison.summary)")
    #expect(comparison.invented.isEmpty, "precision:\n\(comparison.summary)")
    #expect(
      comparison.missingFields.isEmpty && comparison.wrongFields.isEmpty, "fields:\n\(comparison.summary)")
  }

  @Test("every figure stands in the lines its field cites", arguments: names)
  func isSupported(_ name: String) {
    let document = Self.document(name)
    for fact in Extraction(reading: document).facts {
      #expect(unsupportedFields(of: fact, in: document.plan) == [], "\(fact.kind) \(fact.name)")
    }
  }

  @Test("the outline is the one a reader would draw", arguments: names)
  func outline(_ name: String) {
    let sections = Self.document(name).outline.sections
    let text = sections.map { section in
      String(repeating: "  ", count: max(0, section.depth - 1)) + section.title
        + (section.page.map { " …\($0)" } ?? "") + " (\(section.heading.first))\n"
    }.joined()
    #expect(Golden.difference(text, "\(name).outline") == nil)
  }
}

/// Forms that a page of its own tells better than a whole plan.
@Suite("Wordings of other publishers") struct OtherWordingsTests {
  @Test("a verdict may be worded in several ways", arguments: ["達成状況", "総合評価", "評価", "進捗状況", "達成度"])
  func verdict(_ word: String) {
    let facts = Reading.facts(
      ReviewSummaryExtractor(), in: "基本目標１ 湖のまち（事業数：12件）\n\nこのため、基本目標１の\(word)は「Ｂ おおむね順調」とした。\n")
    #expect(facts.map(\.name) == ["湖のまち"])
    #expect(facts.first?.text(.grade) == "B")
    #expect(facts.first?.number(.count) == 12)
  }

  @Test(
    "codes of projects have as many digits as a city likes", arguments: ["510203", "5102030", "5102030405"])
  func code(_ code: String) {
    let facts = Reading.facts(
      EvaluationListExtractor(), in: "予算額 決算額\n\n1 \(code)\n花壇事業\n\n花を植えます。\n\n●花を植えた\n\n1,200 1,100 3 P2\n")
    #expect(facts.map(\.name) == ["花壇事業"])
    #expect(facts.first?.text(.code) == code)
  }

  @Test(
    "titles say what their columns hold, in any wording and width",
    arguments: [
      ("決 算 額 （千円）", "settlement"), ("No．", "number"), ("所管部局", "bureau"), ("事務事業名称", "name"),
      ("総合評価", "level"), ("H30 基準", "baseline"), ("目標値(R4年度末)", "target"), ("KPI", "name"), ("品名", ""),
      ("関連するゴール", "sdgTargets"), ("目標 R8", "target"),
    ])
  func title(_ text: String, _ meaning: String) {
    let head = FieldSchema.builtIn.head(text)
    let meanings =
      FieldSchema.builtIn.fields(of: head).map(\.name)
      + [FieldSchema.builtIn.role(of: head)?.rawValue].compactMap(\.self)
    #expect(meaning.isEmpty ? meanings.isEmpty : meanings.contains(meaning), "\(meanings)")
  }

  @Test func `cells that can't be told to columns make a row unread`() {
    let extraction = Extraction(
      reading: Reading.document("No. 事業名 担当課 予算額 決算額\n1 花壇 公園課 120 100\n2 木陰 と 泉 公園課 120 100\n"))
    #expect(extraction.facts.filter { $0.kind == .project }.map(\.name) == ["花壇"])
    #expect(extraction.unread.map(\.lines) == [LineRange(3)])
  }
}
