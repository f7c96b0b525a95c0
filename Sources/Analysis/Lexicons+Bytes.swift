extension Lexicons {
  /// The lexicons as bytes, for an index to keep.
  ///
  ///     Lexicons = File × count of LexiconFile.allCases
  ///     File     = length:u32 little-endian, UTF-8 text of that length
  package func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    for file in LexiconFile.allCases {
      let text = Array(text(of: file).utf8)
      withUnsafeBytes(of: UInt32(clamping: text.count).littleEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: text)
    }
    return bytes
  }

  /// Reads what `encoded()` wrote.
  package init(decoding bytes: [UInt8]) throws(LexiconError) {
    var texts: [LexiconFile: String] = [:]
    var rest = bytes[...]
    for file in LexiconFile.allCases {
      guard rest.count >= 4 else { throw .damaged }
      let length = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      guard length <= rest.count, let text = String(validating: rest.prefix(length), as: UTF8.self) else {
        throw .damaged
      }
      texts[file] = text
      rest = rest.dropFirst(length)
    }
    guard rest.isEmpty else { throw .damaged }
    self.init(known: texts, folder: "the index's lexicons")
  }
}
