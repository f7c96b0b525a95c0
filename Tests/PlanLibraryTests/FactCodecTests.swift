import JapaneseText
import PlanDocuments
import PlanFacts
import TestSupport
import Testing

@testable import PlanLibrary

@Suite("Facts as bytes")
struct FactCodecTests {
  static let facts: [Fact] = {
    let point = Point(
      role: .target, fiscalYear: 2025, fiscalYears: [2023, 2024], calendarYear: true, period: "第1期",
      label: "中2",
      value: ExactNumber(digits: -1025, scale: 2), unit: "g", bound: .atMost, text: "▲10.25g以下",
      lines: LineRange(7, 9))
    var project = Fact(
      kind: .project, name: "樹木を植える事業", plan: "midori-green-plan",
      fields: [
        Field(.budget, .number(ExactNumber(.max)), lines: LineRange(3)),
        Field(.overview, .text("広場に木を植える。"), lines: LineRange(3, 4)),
        Field(.levelRevised, .flag(true), lines: LineRange(5)),
        Field(.results, .list(["植えた", ""]), lines: LineRange(6)),
        Field(
          .points, .points([point, Point(role: .current, text: "―", lines: LineRange(1))]),
          lines: LineRange(7)),
        Field(
          .schedule,
          .schedule([ScheduleEntry(fiscalYear: nil, orLater: true, items: ["推進"], lines: LineRange(8))]),
          lines: LineRange(8)),
      ],
      sources: [
        FactSource(lines: LineRange(3, 9), section: ["第２章 取組", "(1) 公園"], sdgTargets: ["11.7", "15"])
      ])
    project.sameAs = [FactLink(plan: "midori-bus-plan", name: "樹木")]
    return [project, Fact(kind: .plan, name: "", plan: "p", fields: [], sources: [])]
  }()

  static let unread = [
    UnreadRow(
      kind: .indicator, plan: "midori-bus-plan", lines: LineRange(2, 4), section: ["表"],
      reason: "no name in a row of figures")
  ]

  /// The files' bytes: strings, facts, kinds, unread.
  private static func files(_ facts: [Fact], unread: [UnreadRow] = []) -> [[UInt8]] {
    let files = FactCodec.encode(facts, unread: unread)
    return [files.strings.finish(), files.facts.finish(), files.kinds, files.unread.finish()]
  }

  private static func store(_ files: [[UInt8]]) throws(DamagedBytes) -> FactStore {
    try FactStore(
      strings: RecordTable(StoredBytes(files[0])), facts: RecordTable(StoredBytes(files[1])),
      kinds: StoredBytes(files[2]), unread: RecordTable(StoredBytes(files[3])))
  }

  @Test func `what is written is read back, all of it and kind by kind`() throws {
    let store = try Self.store(Self.files(Self.facts, unread: Self.unread))
    #expect(store.facts(of: .plan) == [Self.facts[1]])
    #expect(store.facts(of: .project) == [Self.facts[0]])
    #expect(store.facts(of: .heading).isEmpty)
    #expect([FactKind.plan, .heading].map(store.has) == [true, false])
    #expect(store.all == Self.facts)
    #expect(store.unread == Self.unread)
  }

  @Test func `names that are spelled differently stay so`() throws {
    let names = ["が", "か\u{3099}"]
    let facts = names.map { Fact(kind: .plan, name: $0, plan: "p", fields: [], sources: []) }
    let decoded = try Self.store(Self.files(facts)).all
    #expect(decoded.map { Array($0.name.utf8) } == names.map { Array($0.utf8) })
  }

  @Test func `the example of the grammar`() {
    let files = FactCodec.encode([Self.facts[1]], unread: [])
    #expect(files.facts.finish().dropFirst(16) == [0, 1, 2, 0, 0, 0])
    #expect(files.kinds == [FactKind.plan.code])
  }

  @Test func `files cut short are damage or give nothing`() throws {
    let files = Self.files(Self.facts, unread: Self.unread)
    for file in files.indices {
      for length in 0..<files[file].count {
        var cut = files
        cut[file] = Array(files[file].prefix(length))
        guard let store = try? Self.store(cut) else { continue }
        #expect(store.all.isEmpty || store.unread.isEmpty || store.unread == Self.unread)
        #expect(store.all.isEmpty || store.all == Self.facts)
      }
    }
  }

  @Test func `changed bytes are read or refused, never a trap`() {
    var random = SeededRandom(seed: 20_260_401)
    let files = Self.files(Self.facts, unread: Self.unread)
    for _ in 0..<2_000 {
      var changed = files
      let file = Int.random(in: files.indices, using: &random)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        changed[file][Int.random(in: changed[file].indices, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      guard let store = try? Self.store(changed) else { continue }
      _ = (store.all, store.unread, store.facts(of: .project))
    }
  }
}

@Suite("Bytes of the library's files")
struct ByteCodingTests {
  @Test("numbers are read back", arguments: [0, 1, 127, 128, 300, -1, .max, .min])
  func numbers(_ number: Int) throws {
    var out = ByteEncoder()
    out.signed(number)
    if number >= 0 { out.varint(number) }
    out.string("川")
    var decoder = ByteDecoder(StoredBytes(out.bytes))
    #expect(try decoder.signed() == number)
    if number >= 0 { #expect(try decoder.varint() == number) }
    #expect(try decoder.string() == "川")
    #expect(decoder.isAtEnd)
  }

  @Test func `the examples of the grammar`() {
    var out = ByteEncoder()
    out.varint(300)
    out.signed(-1)
    out.string("川")
    #expect(out.bytes == [0xAC, 0x02, 0x01, 0x03, 0xE5, 0xB7, 0x9D])
  }

  @Test func `a number longer than 64 bits is damage`() {
    var decoder = ByteDecoder(StoredBytes(Array(repeating: 0xFF, count: 11)))
    #expect(throws: DamagedBytes.self) { try decoder.varint() }
  }

  @Test func `records are reached by number, and nothing outside`() throws {
    var writer = RecordTableWriter()
    for record in ["川", "", "緑"] { writer.append(record.utf8) }
    let table = try RecordTable(StoredBytes(writer.finish()))
    #expect((-1...3).map { table.string($0) } == [nil, "川", "", "緑", nil])
  }

  @Test func `a table of random bytes is read or refused, never a trap`() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...3, using: &random)
      }
      guard let table = try? RecordTable(StoredBytes(bytes)) else { continue }
      for number in -1...min(table.count, 20) { _ = table.string(number) }
    }
  }
}
