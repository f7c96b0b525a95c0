import JapaneseText

/// Lines as they are printed one under another, put together.
package enum PrintedLines {
  /// One line: a word that was broken is whole again, Latin words keep their space, list items and figures theirs.
  package static func joined(_ lines: [String]) -> String {
    var joined = ""
    for line in lines {
      if let last = joined.unicodeScalars.last, let first = line.unicodeScalars.first,
        needsSpace(last, first)
      {
        joined += " "
      }
      joined += line
    }
    return joined
  }

  private static func needsSpace(_ last: Unicode.Scalar, _ first: Unicode.Scalar) -> Bool {
    if marks.contains(first) || last == "。" { return true }
    return isLatinOrDigit(last) && isLatinOrDigit(first)
  }

  private static func isLatinOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch ScriptClass(scalar) {
    case .latin, .digit: true
    case .han, .hiragana, .katakana, .space, .other: scalar == "%" || scalar == "％"
    }
  }

  /// What begins an item of a list or a choice.
  private static let marks = Set("・○●◎◇◆■□▪※☆★➢▲△☐☑①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".unicodeScalars)

  /// A line without white space at its ends and without controls; runs of blanks inside are one, full-width ones stay.
  package static func cleaned(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var kept = String.UnicodeScalarView()
    var blank: Unicode.Scalar?
    for scalar in scalars {
      switch scalar.value {
      case 0x3000: blank = "\u{3000}"
      case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F:
        blank = blank ?? " "
      case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFD, 0xAD:
        continue
      default:
        if let space = blank, !kept.isEmpty { kept.append(space) }
        blank = nil
        kept.append(scalar)
      }
    }
    return String(kept)
  }
}
