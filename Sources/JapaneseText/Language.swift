/// A language that people are spoken to in; the raw value is its code (BCP 47).
package enum Language: String, Hashable, Sendable, CaseIterable {
  case japanese = "ja"
  case english = "en"

  /// The language a question is asked in; nil where nothing tells (a number, an abbreviation alone).
  ///
  /// What stands in quotation marks is a name and tells nothing. A Latin word in lower case that stands by itself is English,
  /// as in `KPI for ごみ排出量`; else any Japanese character tells.
  package init?(of question: String) {
    var isJapanese = false
    var isQuoted = false
    var word: [Unicode.Scalar] = []
    var isEnglish = false
    func endsEnglish() -> Bool {
      word.count > 1 && word.contains { ("a"..."z").contains($0) } && word.allSatisfy(\.isASCII)
        && word.dropFirst().contains { ("a"..."z").contains($0) }
    }
    for scalar in question.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if ScriptClass(scalar).isJapanese { isJapanese = true }
      if scalar.properties.isWhitespace {
        isEnglish = isEnglish || endsEnglish()
        word = []
      } else {
        word.append(scalar)
      }
    }
    if isEnglish || endsEnglish() {
      self = .english
    } else if isJapanese {
      self = .japanese
    } else {
      return nil
    }
  }

  /// The language of a locale's name: `ja_JP.UTF-8`.
  package init(locale: String) { self = locale.hasPrefix("ja") ? .japanese : .english }
}
