import JapaneseText

/// What a cell looks like, before its place is looked at.
package enum CellKind: Hashable, Sendable {
  case empty
  /// A number with or without a unit that is one: `1,234`, `▲10.2%`, `約５人以上`.
  case figure
  /// A time and nothing else: `R4年度`, `12月補正`.
  case period
  /// A head that the vocabulary knows.
  case word
  /// `－`, `○`, `…`
  case mark
  /// A sentence, or more than a name is long.
  case long
  case text

  package init(_ text: String, words: HeadWords) {
    let scalars = Array(text.unicodeScalars)
    let dense = scalars.dense
    if dense.isEmpty {
      self = .empty
    } else if dense.allSatisfy(CellKind.isMark) {
      self = .mark
    } else if dense.count > 45 || CellKind.isSentence(dense) {
      self = .long
    } else if FigureShape(text, units: words.units) != nil {
      self = .figure
    } else {
      let head = words.head(text)
      self =
        words.know(head)
        ? .word : head.isPeriod ? .period : head.year != nil && dense.count < 14 ? .period : .text
    }
  }

  /// Ends a sentence outside of a bracket behind it: 診療所（住宅を含む。） is a name.
  private static func isSentence(_ dense: [Unicode.Scalar]) -> Bool {
    guard let last = dense.last, last == "）" || last == ")",
      let open = dense.lastIndex(where: { $0 == "（" || $0 == "(" })
    else { return dense.contains("。") }
    return dense[..<open].contains("。")
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    "○◯●◎×✕△▲－‐\\-―—–ー*＊✓レ・／/…~〜→⇒xXｘＸ-−".unicodeScalars.contains(scalar)
  }

  /// `※…`, `（注）…`, `注１ …`: what is said of what stands above it.
  package static func isNote(_ text: String) -> Bool {
    let opening = HeadText.folder.fold(string: text, depth: .width).unicodeScalars.dense.prefix(3)
    guard let first = opening.first, opening.count > 2 else { return false }
    if first == "※" { return true }
    let word = first == "(" ? opening.dropFirst() : opening[...]
    let behind = word.dropFirst().first ?? " "
    return word.first == "注" && (behind.isDigit || ")):：".unicodeScalars.contains(behind))
  }

  /// A mark that says there is nothing, or nothing that may be told.
  package static func isNothing(_ text: String) -> Bool {
    let dense = text.unicodeScalars.dense
    return dense.isEmpty || dense.allSatisfy { "－‐-―—–ー…・／/xXｘＸ*＊−".unicodeScalars.contains($0) }
  }
}

/// A cell that is one figure: a number, perhaps a unit of the list, perhaps a bound, perhaps a short note in brackets.
package struct FigureShape: Hashable, Sendable {
  package let quantity: Quantity
  /// As printed, without white space around it and the note.
  package let text: String
  /// What the bracket behind it says: `延べ300日`.
  package let note: String?

  package init?(_ text: String, units: Set<String>) {
    var scalars = text.unicodeScalars.dense
    guard scalars.count <= 40, scalars.contains(where: \.isDigit) else { return nil }
    var note: String?
    if let last = scalars.last, last == ")" || last == "）",
      let open = scalars.lastIndex(where: { $0 == "(" || $0 == "（" }), open > 0
    {
      note = scalars[(open + 1)..<(scalars.count - 1)].text
      scalars.removeSubrange(open...)
    }
    let printed = scalars.text
    var bare = scalars[...]
    for word in ["延べ", "のべ", "延", "年間", "年", "計", "累計"] where bare.starts(with: word.unicodeScalars) {
      bare = bare.dropFirst(word.unicodeScalars.count)
      break
    }
    guard let quantity = Quantity(parsing: bare.text), FigureShape.isUnit(quantity.unit, units) else {
      return nil
    }
    self.quantity = quantity
    self.text = printed
    self.note = note
  }

  /// A unit is of the list, or signs without letters; digits before other words are no figure (`1普通債`).
  private static func isUnit(_ unit: String?, _ units: Set<String>) -> Bool {
    guard let unit else { return true }
    let folded = HeadText.folder.fold(string: unit, depth: .width)
    return units.contains(folded) || units.contains(unit) || folded.hasPrefix("程度") && folded.count == 2
      || folded.hasSuffix("程度") && units.contains(String(folded.dropLast(2)))
  }
}
