import JapaneseText

extension Unicode.Scalar {
  var isJapaneseLetter: Bool {
    // 〇 and ヶ aside, the signs among Han (々, 〇) are letters too.
    ScriptClass(self).isJapanese
  }

  var isKana: Bool {
    switch ScriptClass(self) {
    case .hiragana, .katakana: true
    case .han, .latin, .digit, .space, .other: false
    }
  }

  var isLatinOrDigit: Bool {
    switch ScriptClass(self) {
    case .latin, .digit: true
    case .han, .hiragana, .katakana, .space, .other: false
    }
  }
}

/// Figures as tables print them.
enum FigureText {
  /// `△1,234.5`, `12%`, `（3）`.
  static func matches(_ text: String) -> Bool {
    var hasDigit = false
    for scalar in text.unicodeScalars {
      if ScriptClass(scalar) == .digit {
        hasDigit = true
        continue
      }
      guard marks.contains(scalar) else { return false }
    }
    return hasDigit
  }

  private static let marks = Set(",.，．%％△▲-−－+＋()（） \u{3000}".unicodeScalars)
}
