/// The kind of writing one scalar belongs to, as far as Japanese text needs to tell.
package enum ScriptClass: UInt8, Hashable, Sendable {
  case han, hiragana, katakana, latin, digit, space, other

  /// The class of a scalar. Kana include their small, half-width and iteration forms; `ー` counts as katakana;
  /// full-width letters and digits count as what they stand for.
  package init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19: self = .digit
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xC0...0x24F: self = .latin
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: self = .space
    case 0x3041...0x3096, 0x309D...0x309F: self = .hiragana
    case 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .katakana
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x2E80...0x2FD5,
      0x20000...0x3FFFD:
      self = .han
    default: self = .other
    }
  }

  /// True for Han and kana: scripts written without spaces between words.
  package var isJapanese: Bool { self == .han || self == .hiragana || self == .katakana }
}
