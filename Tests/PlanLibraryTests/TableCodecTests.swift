import JapaneseText
import PlanDocuments
import PlanFacts
import Testing

@testable import PlanLibrary

@Suite("Ledgers as bytes") struct TableCodecTests {
  static let tables = [
    TableReading(
      title: "表１ 町の費用", lines: LineRange(3, 9), rowCount: 4,
      columns: [
        TableReading.Column(head: "区分", samples: ["北", "南"]), TableReading.Column(head: "", samples: []),
      ], readAs: .figure, reason: nil, unread: [LineRange(5), LineRange(7, 8)],
      totals: [
        TotalCheck(
          name: "合計", column: "令和4年度", printed: ExactNumber(digits: -123, scale: 1), sum: ExactNumber(7),
          lines: LineRange(9))
      ]),
    TableReading(
      title: nil, lines: LineRange(12), rowCount: 0, columns: [], readAs: nil, reason: .doubtfulCells,
      unread: [], totals: []),
  ]

  private func decoded(_ bytes: [UInt8]) throws -> [TableReading] {
    try TableCodec.decode(ByteDecoder(StoredBytes(bytes)))
  }

  @Test func `what is written is read back`() throws {
    #expect(try decoded(TableCodec.encode(Self.tables)) == Self.tables)
    #expect(TableCodec.encode([]) == [0])
  }

  @Test func `bytes that are cut are damage`() {
    let bytes = TableCodec.encode(Self.tables)
    for end in bytes.indices { #expect(throws: DamagedBytes.self) { try decoded(Array(bytes[..<end])) } }
  }

  @Test func `a kind that nobody knows is damage`() {
    let bytes = TableCodec.encode(Self.tables)
    let word = Array("figure".utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: word) }) else {
      Issue.record("no kind")
      return
    }
    var changed = bytes
    changed[start] = UInt8(ascii: "x")
    #expect(throws: DamagedBytes.self) { try decoded(changed) }
  }
}
