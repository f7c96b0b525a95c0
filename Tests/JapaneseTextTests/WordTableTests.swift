import JapaneseText
import TestSupport
import Testing

@Suite("Prepared tables") struct WordTableTests {
  private static func word(_ random: inout SeededRandom, _ length: ClosedRange<Int>) -> [Unicode.Scalar] {
    (0..<Int.random(in: length, using: &random)).map { _ in
      Unicode.Scalar(UInt32.random(in: 0x5DDD...0x5DE0, using: &random)) ?? "川"
    }
  }

  private static func table(_ random: inout SeededRandom) -> [[Unicode.Scalar]: [UInt32]] {
    var words: [[Unicode.Scalar]: [UInt32]] = [:]
    for n in 0..<Int.random(in: 0...60, using: &random) {
      words[word(&random, 1...5)] = Array(repeating: UInt32(n), count: n % 3)
    }
    return words
  }

  @Test func `the words that a text goes on with are those that a look at each gives, longest first`() throws
  {
    var random = SeededRandom(seed: .random(in: .min ... .max))
    for _ in 0..<300 {
      let words = Self.table(&random)
      let table = try #require(WordTable(PreparedBytes(WordTable(words).encoded)))
      let text = Self.word(&random, 0...12)
      for start in 0...text.count {
        let found = table.words(in: text, at: start)
        let expected = words.keys.filter { text[start...].starts(with: $0) }.sorted { $0.count > $1.count }
        #expect(found.map { table.scalars($0.word) } == expected, "seed \(random.seed)")
        #expect(found.map { table.values($0.word) } == expected.map { words[$0] }, "seed \(random.seed)")
        #expect(table.longest(in: text, at: start)?.length == expected.first?.count)
      }
      for word in words.keys { #expect(table.contains(word)) }
      #expect(table.contains(text) == (words[text] != nil), "seed \(random.seed)")
    }
  }

  @Test func `expressions are taken to pieces at their spaces, up to the first that is not English`() {
    let words = ["greenhouse gas", "gas", "3 year plan", "川 gas meter"].map { Array($0.unicodeScalars) }
    let table = WordTable(Dictionary(uniqueKeysWithValues: words.map { ($0, [1]) }))
    #expect(
      table.asciiPieces == Set(["greenhouse", "gas", "3", "year", "plan"].map { Array($0.unicodeScalars) }))
  }

  @Test func `a text may count as something else`() {
    let table = WordTable([Array("かわ".unicodeScalars): []])
    let text = Array("カワ".unicodeScalars)
    #expect(table.words(in: text, at: 0).isEmpty)
    #expect(table.words(in: text, at: 0, as: Folder.kana).map(\.length) == [2])
  }

  @Test func `texts and sections come back`() throws {
    let texts = ["川", "", "green"]
    let column = try #require(TextColumn(PreparedBytes(TextColumn.encode(texts))))
    #expect((-1...3).map { column[$0] } == ["", "川", "", "green", ""])
    let bytes = PreparedBytes(PreparedBytes.encode([[1, 2], [3]]))
    #expect(bytes.array == [2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 1, 2, 3])
    #expect(bytes.sections(2)?.map(\.array) == [[1, 2], [3]])
    #expect(bytes.sections(3) == nil)
  }

  @Test func `bytes cut short are refused, changed ones trap nothing`() {
    var random = SeededRandom(seed: .random(in: .min ... .max))
    for _ in 0..<100 {
      let bytes = WordTable(Self.table(&random)).encoded
      for length in 0..<min(bytes.count, 700) {
        #expect(WordTable(PreparedBytes(Array(bytes.prefix(length)))) == nil, "seed \(random.seed)")
      }
      var changed = bytes
      for _ in 0..<4 {
        changed[Int.random(in: changed.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      guard let table = WordTable(PreparedBytes(changed)) else { continue }
      for found in table.words(in: Self.word(&random, 1...6), at: 0) { _ = table.values(found.word) }
      for word in 0..<min(table.count, 100) { _ = (table.scalars(word), table.value(word)) }
    }
  }
}
