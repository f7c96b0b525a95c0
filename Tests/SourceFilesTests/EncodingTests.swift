import SystemFiles
import Testing

@testable import SourceFiles

@Suite("Encodings") struct EncodingTests {
  struct Case: CustomTestStringConvertible {
    let encoding: TextEncoding
    let bytes: [UInt8]
    var testDescription: String { "\(encoding)" }
  }

  /// みどり市 in every encoding.
  static let cases = [
    Case(encoding: .utf8, bytes: Array("みどり市".utf8)),
    Case(encoding: .utf8, bytes: [0xEF, 0xBB, 0xBF] + Array("みどり市".utf8)),
    Case(encoding: .utf16LittleEndian, bytes: [0xFF, 0xFE, 0x7F, 0x30, 0x69, 0x30, 0x8A, 0x30, 0x02, 0x5E]),
    Case(encoding: .utf16BigEndian, bytes: [0xFE, 0xFF, 0x30, 0x7F, 0x30, 0x69, 0x30, 0x8A, 0x5E, 0x02]),
    Case(encoding: .shiftJIS, bytes: [0x82, 0xDD, 0x82, 0xC7, 0x82, 0xE8, 0x8E, 0x73]),
    Case(encoding: .eucJP, bytes: [0xA4, 0xDF, 0xA4, 0xC9, 0xA4, 0xEA, 0xBB, 0xD4]),
    Case(
      encoding: .iso2022JP,
      bytes: [0x1B, 0x24, 0x42, 0x24, 0x5F, 0x24, 0x49, 0x24, 0x6A, 0x3B, 0x54, 0x1B, 0x28, 0x42]),
  ]

  @Test("tells the encoding by the bytes", arguments: cases)
  func tells(_ sample: Case) throws {
    let (text, encoding) = try TextEncoding.decode(sample.bytes)
    #expect(text == "みどり市")
    #expect(encoding == sample.encoding)
  }

  @Test func `①, ㈱ and 髙 are characters of Windows, which Shift_JIS itself lacks`() throws {
    #expect(try TextEncoding.decode([0x87, 0x40, 0x87, 0x8A, 0xFB, 0xFC]).text == "①㈱髙")
  }

  @Test func `bytes of no encoding are named by the first that is wrong`() {
    #expect(throws: ReadingFailure.encoding(offset: 3)) {
      try TextEncoding.decode([0x61, 0x62, 0x63, 0xFF, 0xFF, 0xA0])
    }
    #expect(throws: ReadingFailure.encoding(offset: 0)) { try TextEncoding.decode([0xFF, 0xFE, 0x00]) }
  }

  @Test func `UTF-8 that was damaged is not read as something else`() {
    #expect(throws: ReadingFailure.encoding(offset: 3)) {
      try TextEncoding.decode(Array("樹".utf8) + [0x82, 0xA0])
    }
  }

  @Test func `another encoding than UTF-8 is said`() throws {
    let text = try SourceReader().read([0x82, 0xDD, 0x0A], of: FilePath("a.txt"))
    #expect(text.lines == ["み"])
    #expect(text.remarks.map(\.description) == ["read as Shift_JIS"])
  }
}
