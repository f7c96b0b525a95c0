import CICU

/// Text in the encodings from before Unicode, by ICU's converters.
package enum LegacyText {
  /// nil where the bytes hold something the encoding does not know, or ICU has no such converter.
  ///
  /// - Parameter converter: ICU's name, as `windows-31j`.
  package static func decode(_ bytes: [UInt8], converter: String) -> String? {
    guard bytes.count < Int(Int32.max) / 4 else { return nil }
    // No encoding here gives more UTF-16 units than it has bytes.
    var units = [UInt16](repeating: 0, count: bytes.count + 1)
    var error: Int32 = 0
    let count = cicu_decode(converter, bytes, Int32(bytes.count), &units, Int32(units.count), &error)
    guard error == 0, count >= 0 else { return nil }
    return String(decoding: units.prefix(Int(count)), as: UTF16.self)
  }
}
