import Foundation
import PlanDocuments
import TestSupport
import Testing

/// Counts a careful reader finds in the published texts.
@Suite("Published plans", .enabled(if: FileManager.default.fileExists(atPath: Paths.publishedPlans)))
struct PublishedPlansTests {
  private func document(_ id: String) throws -> PlanDocument {
    let path = "\(Paths.publishedPlans)/\(id).txt"
    return PlanDocument(
      reading: Plan(id: id, path: path, text: try String(contentsOfFile: path, encoding: .utf8)))
  }

  @Test func `an industry program has 7 policies, 19 strategies, 33 items with pages`() throws {
    let sections = try document("industry-promotion-program").outline.sections
    #expect(sections.filter { $0.rank == "政策" }.count == 7)
    #expect(sections.filter { $0.rank == "基本戦略" }.count == 19)
    let items = sections.filter { $0.rank == "取組項目" }
    #expect(items.count == 33)
    #expect(items.allSatisfy { $0.page != nil && $0.contentsLines != nil })
    #expect(items.compactMap(\.page) == items.compactMap(\.page).sorted())
    #expect(sections.filter { $0.rank == "政策" || $0.rank == "基本戦略" }.allSatisfy { $0.contentsLines != nil })
  }

  @Test func `an SDGs plan has 5 fields, 23 tasks, 74 measures`() throws {
    let sections = try document("sdgs-future-city-plan").outline.sections
    let fields = sections.indices.filter { i in
      sections[i].label.count == 1 && "①②③④⑤".contains(sections[i].label)
        && sections.contains { $0.parent == i && $0.label == "1." }
        && sections.contains { s in s.label == "○" && s.parent.flatMap { sections[$0].parent } == i }
    }.filter { sections[$0].lines.first > 250 }
    #expect(fields.count == 5)
    let tasks = sections.indices.filter { sections[$0].parent.map(fields.contains) ?? false }
    #expect(tasks.count == 23)
    #expect(sections.filter { $0.label == "○" && ($0.parent.map(tasks.contains) ?? false) }.count == 74)
  }

  @Test func `4 action programs stand over 18 measures`() throws {
    let sections = try document("action-plan-6-results").outline.sections
    #expect(sections.filter { $0.rank == "アクションプログラム" && $0.label.count == 1 }.count == 4)
    #expect(sections.filter { $0.rank == "施策計画" }.count == 18)
  }

  @Test func `diagrams on 30 pages are furniture`() throws {
    let document = try document("industry-promotion-program")
    #expect(!document.passages.contains { $0.text.contains("イ ノ ベ") || $0.text.contains("５つの視点に基づく") })
  }
}
