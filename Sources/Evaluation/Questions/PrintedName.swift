import JapaneseText

/// Names as they are compared: what a printing puts before or behind a name is not held against it.
///
/// Width, case and white space never count. A label before the name (`①`, `(1)`, `政策４ `, `プラン：`) and a mark behind it (`※`,
/// `(再掲)`) may be there or not.
enum PrintedName {
  private static let folder = Folder()

  /// A text without what a printing may change: width, case, white space.
  static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        folder.fold(string: text, depth: .width).unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  /// The name as it is printed, and without its labels and marks.
  static func forms(_ name: String) -> Set<String> {
    var forms: Set<String> = []
    var waiting = [name]
    while let next = waiting.popLast() {
      let form = folded(next)
      guard !form.isEmpty, forms.insert(form).inserted else { continue }
      let scalars = Array(next.unicodeScalars)
      if let cut = labelLength(scalars) { waiting.append(String(String.UnicodeScalarView(scalars[cut...]))) }
      if let cut = markLength(scalars) {
        waiting.append(String(String.UnicodeScalarView(scalars.dropLast(cut))))
      }
    }
    return forms
  }

  private static let bullets = Set("○〇●◎・".unicodeScalars)

  /// How many scalars the label at the start takes: a bullet, a circled number, a number in brackets, before a point or before a
  /// space, a word with its number, a word before a colon; nil where there is none, or nothing else.
  private static func labelLength(_ name: [Unicode.Scalar]) -> Int? {
    func end(_ at: Int) -> Int? {
      let end = name[at...].firstIndex { !$0.properties.isWhitespace && !"：:".unicodeScalars.contains($0) }
      return end.flatMap { $0 > 0 ? $0 : nil }
    }
    guard let start = name.firstIndex(where: { !$0.properties.isWhitespace }), start + 1 < name.count else {
      return nil
    }
    if bullets.contains(name[start]) || ("①"..."⑳").contains(name[start]) { return end(start + 1) }
    if let colon = name.firstIndex(where: { "：:".unicodeScalars.contains($0) }), colon - start <= 12 {
      return end(colon)
    }
    let isBracketed = "（(".unicodeScalars.contains(name[start])
    var at = start + (isBracketed ? 1 : 0)
    if !isBracketed { while at < min(name.count, start + 8), isWordLetter(name[at]) { at += 1 } }
    let digits = at
    while at < name.count, name[at].decimalDigit != nil { at += 1 }
    guard at > digits, at < name.count else { return nil }
    if isBracketed { return "）)".unicodeScalars.contains(name[at]) ? end(at + 1) : nil }
    if "．.".unicodeScalars.contains(name[at]) { return digits == start ? end(at + 1) : nil }
    return name[at].properties.isWhitespace || digits > start ? end(at) : nil
  }

  private static func isWordLetter(_ scalar: Unicode.Scalar) -> Bool {
    ScriptClass(scalar).isJapanese && scalar.decimalDigit == nil
  }

  /// How many scalars a mark at the end takes: `※`, `*`, `(再掲)`; nil where there is none.
  private static func markLength(_ name: [Unicode.Scalar]) -> Int? {
    let text = String(String.UnicodeScalarView(name))
    for mark in ["（再掲）", "(再掲)", "※", "*", "＊", " "] where text.hasSuffix(mark) {
      return mark.unicodeScalars.count
    }
    return nil
  }
}
