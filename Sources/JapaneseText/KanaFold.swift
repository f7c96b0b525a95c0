/// Kana and dashes, one scalar for one.
enum KanaFold {
  /// Katakana as hiragana, small ヶ and ヵ as full ones, every dash as `ー`, every quotation mark as the ASCII one.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x30F5, 0x3095: return "か"
    case 0x30F6, 0x3096: return "け"
    case 0x30A1...0x30F4, 0x30FD, 0x30FE: return Unicode.Scalar(scalar.value - 0x60) ?? scalar
    case 0x2D, 0xAD, 0x2010...0x2015, 0x2043, 0x2212, 0x2500, 0x2501, 0xFE58, 0xFE63, 0xFF0D: return "ー"
    case 0x2018, 0x2019: return "'"
    case 0x201C, 0x201D: return "\""
    case 0x301C, 0x223C, 0x223E: return "~"
    default: return scalar
    }
  }

  /// か → が; a kana without a voiced form stays.
  static func voiced(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let plain = "かきくけこさしすせそたちつてとはひふへほう".unicodeScalars
    let voiced = "がぎぐげござじずぜぞだぢづでどばびぶべぼゔ".unicodeScalars
    guard let index = plain.firstIndex(of: scalar) else { return scalar }
    return voiced[index]
  }
}
