import JapaneseText
import SystemFiles

/// The encodings that Japanese texts come in.
package enum TextEncoding: Hashable, Sendable, CaseIterable {
  case utf8, utf16LittleEndian, utf16BigEndian, shiftJIS, eucJP, iso2022JP

  /// As people call it.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .shiftJIS: "Shift_JIS"
    case .eucJP: "EUC-JP"
    case .iso2022JP: "ISO-2022-JP"
    }
  }

  /// The encoding that a byte order mark names, and how long the mark is.
  static func byteOrderMark(of bytes: [UInt8]) -> (TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// A text and the encoding it is in, told by the byte order mark, else by what is valid: UTF-8 before all, since no
  /// other encoding's text is valid UTF-8 by chance.
  package static func decode(_ bytes: [UInt8]) throws(ReadingFailure) -> (
    text: String, encoding: TextEncoding
  ) {
    if let (encoding, length) = byteOrderMark(of: bytes) {
      guard let text = encoding.text(Array(bytes[length...])) else {
        throw .encoding(offset: TextValidation.firstInvalidByte(in: bytes) ?? 0)
      }
      return (text, encoding)
    }
    if bytes.contains(0x1B), let text = TextEncoding.iso2022JP.text(bytes),
      !text.unicodeScalars.contains("\u{1B}")
    {
      return (text, .iso2022JP)
    }
    if let text = TextEncoding.utf8.text(bytes) { return (text, .utf8) }
    if isBrokenUTF8(bytes) { throw .encoding(offset: TextValidation.firstInvalidByte(in: bytes) ?? 0) }
    let fits = [TextEncoding.shiftJIS, .eucJP].compactMap { encoding in
      encoding.text(bytes).map { (text: $0, encoding: encoding) }
    }
    guard let best = fits.min(by: { oddity($0.text) < oddity($1.text) }) else {
      throw .encoding(offset: TextValidation.firstInvalidByte(in: bytes) ?? 0)
    }
    return best
  }

  /// True where most is UTF-8 for Japanese: a text that was cut or damaged, which in another encoding would be read as
  /// nonsense. In those a third byte of three hardly ever fits.
  private static func isBrokenUTF8(_ bytes: [UInt8]) -> Bool {
    var (valid, invalid) = (0, 0)
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    while true {
      switch decoder.decode(&rest) {
      case .scalarValue(let scalar): if UTF8.width(scalar) == 3 { valid += 1 }
      case .error: invalid += 1
      case .emptyInput: return valid > 0 && valid * 3 >= invalid
      }
    }
  }

  /// How many characters nobody writes: each encoding's bytes, taken for the other's, become half-width kana and the
  /// user-defined area.
  private static func oddity(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { count, scalar in
      switch scalar.value {
      case 0xFF61...0xFF9F, 0xE000...0xF8FF, 0x80...0x9F: count + 1
      default: count
      }
    }
  }

  /// nil where the bytes are not of this encoding.
  private func text(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: String(validating: bytes, as: UTF8.self)
    case .utf16LittleEndian: Self.utf16(bytes) { UInt16($1) << 8 | UInt16($0) }
    case .utf16BigEndian: Self.utf16(bytes) { UInt16($0) << 8 | UInt16($1) }
    case .shiftJIS: LegacyText.decode(bytes, converter: "windows-31j")
    case .eucJP: LegacyText.decode(bytes, converter: "euc-jp")
    case .iso2022JP: LegacyText.decode(bytes, converter: "iso-2022-jp")
    }
  }

  private static func utf16(_ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16) -> String? {
    guard bytes.count % 2 == 0 else { return nil }
    let units = stride(from: 0, to: bytes.count, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    return String(validating: units, as: UTF16.self)
  }
}
