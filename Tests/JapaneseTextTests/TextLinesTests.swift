import JapaneseText
import TestSupport
import Testing

@Suite("Lines of a text") struct TextLinesTests {
  static let texts: [(text: String, lines: [String])] = [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\n\n", ["a", ""]), ("a\nb", ["a", "b"]),
    ("a\r\nb\r\n", ["a", "b"]), ("a\r\r\nb", ["a\r", "b"]), ("\r\n", [""]), ("a\r", ["a\r"]),
    ("a\rb\nc", ["a\rb", "c"]), ("a\n\rb", ["a", "\rb"]),
    ("\u{C}a\n\u{C}\n", ["\u{C}a", "\u{C}"]), ("a\u{B}b\u{85}c\nd", ["a\u{B}b\u{85}c", "d"]),
    ("a\u{2028}b\u{2029}\nc", ["a\u{2028}b\u{2029}", "c"]), ("か\n\u{3099}", ["か", "\u{3099}"]),
  ]

  @Test("end at a line feed, alone or behind a carriage return, and nowhere else", arguments: texts)
  func ends(_ text: String, _ lines: [String]) {
    #expect(TextLines.split(text).map { Array($0.utf8) } == lines.map { Array($0.utf8) })
    let bytes = Array(text.utf8)
    #expect(TextLines.ranges(in: bytes).map { Array(bytes[$0]) } == lines.map { Array($0.utf8) })
  }

  @Test func `bytes that come block by block have the same ends`() {
    for (text, lines) in Self.texts {
      let bytes = Array(text.utf8)
      var found: [[UInt8]] = []
      var start = 0
      for arrived in 0...bytes.count {
        let seen = Array(bytes[..<arrived])
        while let end = TextLines.end(in: seen, ofLineFrom: start, searched: max(start, arrived - 1)) {
          found.append(Array(seen[start..<end.lowerBound]))
          start = end.upperBound
        }
      }
      if start < bytes.count { found.append(Array(bytes[start...])) }
      #expect(found == lines.map { Array($0.utf8) }, "\(text.debugDescription)")
    }
  }

  @Test func `only a byte order mark at the very start is passed over`() {
    #expect(TextLines.withoutByteOrderMark([0xEF, 0xBB, 0xBF, 0x61]) == [0x61])
    #expect(TextLines.withoutByteOrderMark([0x61, 0xEF, 0xBB, 0xBF]) == [0x61, 0xEF, 0xBB, 0xBF])
    #expect(TextLines.withoutByteOrderMark([0xEF, 0xBB]) == [0xEF, 0xBB])
  }
}
