import PlanDocuments
import TestSupport
import Testing

@Suite("Reading loses nothing") struct ReadingPropertyTests {
  private static let fixtures = [
    PlanFixtures.industry, PlanFixtures.sdgs, PlanFixtures.evaluation, PlanFixtures.actionProgram,
    PlanFixtures.review,
  ]

  @Test(arguments: fixtures) func `fixtures keep every line`(_ text: String) {
    expectWhole(PlanFixtures.document(text), "fixture")
  }

  @Test(arguments: 0..<300) func `shuffled and broken texts keep every line`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    expectWhole(PlanFixtures.document(Self.text(&random)), "seed \(seed)")
  }

  @Test(arguments: [
    "", "\n", "\r\n\r\n", "\u{c}", "\t", "|", "||||", "○", "- ", "【】", "【", "第章", "第１章", "政策１", "①", "(1)",
    "（）", "目次", "目次\n|",
    "指 標 現 状 目 標", "指 標 現 状 目 標\n１", "頁", "Ａ 頁\n①", "\u{0}", "〔", "1\n2\n3", "あ\nい\nう", "\u{feff}",
    "99999999999999999999",
    "政策99999999999999999999 名", "第９９９９９９９９９９９９９９９９９９章",
  ])
  func `odd texts are read`(_ text: String) {
    expectWhole(PlanFixtures.document(text), text.debugDescription)
  }

  @Test func `a very long line and very many lines are read`() {
    expectWhole(PlanFixtures.document(String(repeating: "（あ", count: 50_000)), "long")
    expectWhole(PlanFixtures.document(String(repeating: "①あ\n", count: 20_000)), "many")
    expectWhole(PlanFixtures.document(String(repeating: "①あ 頁\nあいう\n", count: 5_000)), "tables")
  }

  /// Each line with text is furniture or stands in exactly one logical line; pieces joined are the lines without white
  /// space; each logical line is in the passages once.
  private func expectWhole(_ document: PlanDocument, _ name: String) {
    var seen: [Int: Int] = [:]
    for line in document.logicalLines {
      for number in line.lines { seen[number, default: 0] += 1 }
      let printed = line.lines.map { dense(document.plan[line: $0]) }.joined()
      #expect(dense(line.text) == printed, "\(name)")
      #expect(zip(line.lines, line.lines.dropFirst()).allSatisfy { $0 < $1 }, "\(name)")
    }
    for number in document.furniture { seen[number, default: 0] += 1 }
    for number in 1...max(1, document.plan.lines.count) {
      let isBlank = dense(document.plan[line: number]).isEmpty
      #expect(seen[number, default: 0] == (isBlank ? 0 : 1), "\(name), line \(number)")
    }
    let passages = dense(document.passages.map(\.text).joined())
    #expect(passages == dense(document.logicalLines.map(\.text).joined()), "\(name)")
  }

  private func dense(_ text: String) -> String {
    text.unicodeScalars.filter {
      !$0.properties.isWhitespace && $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
        && $0.value != 0xFEFF
        && !(0x200B...0x200F).contains($0.value)
    }.string
  }

  /// Lines of the fixtures in any order, cut, doubled, and mixed with lines of random characters.
  private static func text(_ random: inout SeededRandom) -> String {
    let pool = fixtures.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let alphabet = Array("第１章政策(1)①・○●【】|\t 　〔〕：、。%5２あいうカナ漢字A-*※―".unicodeScalars)
    let count = Int.random(in: 0...60, using: &random)
    return (0..<count).map { _ in
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return random.scalars(of: alphabet, count: 0...30).string
      case 1:
        return String(
          (pool.randomElement(using: &random) ?? "").prefix(Int.random(in: 0...20, using: &random)))
      default: return pool.randomElement(using: &random) ?? ""
      }
    }.joined(separator: "\n")
  }
}
