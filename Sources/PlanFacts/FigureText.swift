import JapaneseText

/// What a cell says where a figure is due: one figure or several, each with what its bracket adds.
struct FigureText: Hashable, Sendable {
  struct Figure: Hashable, Sendable {
    /// As printed, without its bracket: `872g以下`.
    var text: String
    /// nil where it is not a number that can be read exactly (`増加`).
    var quantity: Quantity?
    /// What sets it apart from the others of its cell: `中2`.
    var label: String?
    /// The year its bracket prints.
    var year: YearMention?
  }

  private(set) var figures: [Figure] = []
  /// Words about the figures or in place of one: `暫定値`, `2021年度から新たに実施`.
  private(set) var notes: [String] = []

  /// Reads the text behind `現在(2021年度):`; words without a figure count as one only where `allowsWords` is true.
  init(_ text: String, allowsWords: Bool) {
    let text = MarkupText.plain(text)
    guard !FigureText.isPhoneNumber(text) else { return }
    let pieces = FigureText.pieces(of: text)
    for piece in pieces {
      if let figure = figure(piece, isAlone: pieces.count == 1) {
        figures.append(figure)
      } else {
        addWords(MarkupText.joiningWraps(text), allowsWords: allowsWords)
        return
      }
    }
  }

  private struct Piece {
    var body: String
    var bracket: String?
  }

  /// Cuts behind each bracket that a further figure follows: `90.1%(小5) 79.6%(中2)`.
  private static func pieces(of text: String) -> [Piece] {
    let scalars = Array(text.unicodeScalars)
    var pieces: [Piece] = []
    var start = 0
    for bracket in Bracket.outermost(in: scalars) where bracket.whole.lowerBound > start {
      pieces.append(
        Piece(
          body: string(scalars[start..<bracket.whole.lowerBound]), bracket: string(scalars[bracket.content])))
      start = bracket.whole.upperBound
      while start < scalars.count, scalars[start].isSpace || "、，,/／・".unicodeScalars.contains(scalars[start])
      {
        start += 1
      }
    }
    if start < scalars.count { pieces.append(Piece(body: string(scalars[start...]))) }
    return pieces
  }

  private mutating func figure(_ piece: Piece, isAlone: Bool) -> Figure? {
    let body = FigureText.withoutMark(piece.body)
    guard let quantity = Quantity(parsing: FigureText.bare(body)) else { return nil }
    var figure = Figure(text: body, quantity: quantity)
    guard let bracket = piece.bracket, !bracket.isEmpty else { return figure }
    if let year = YearMention.all(in: Array(bracket.unicodeScalars)).first {
      figure.year = year
    } else if isAlone || FigureText.isRemark(bracket) {
      notes.append(bracket)
    } else {
      figure.label = bracket
    }
    return figure
  }

  /// `12団体※1` without the mark of its note.
  private static func withoutMark(_ text: String) -> String {
    let text = FootnoteMark.removed(from: text)
    guard let last = text.last, "※*＊".contains(last), text.count > 1 else { return text }
    return String(text.dropLast()).trimmed
  }

  /// Without the words that say over which time was counted, and what a bound is for: `累計500件`, `年延べ1,200人`,
  /// `５年間で15人`, `◇30件`, `1,200万円以下に抑制`.
  private static func bare(_ text: String) -> String {
    var rest = behindYears(text) ?? text
    while let behind = rest.droppingPrefix(of: heads), !behind.trimmed.isEmpty { rest = behind.trimmed }
    for bound in ["以上", "以下", "以内", "未満"] {
      for end in ["に抑制", "に削減", "に縮減", "に低減", "に減少", "に増加", "に向上", "を維持", "を確保", "とする", "に維持"]
      where rest.hasSuffix(bound + end) {
        return String(rest.dropLast(end.count))
      }
    }
    return rest.hasSuffix("程度") ? String(rest.dropLast(2)) : rest
  }

  /// Longer words before their beginnings.
  private static let heads = [
    "計画期間中", "期間中", "累計", "延べ", "のべ", "年間", "月間", "通算", "合計", "毎年度", "毎年", "各年度", "各年", "計", "年",
    "◇", "◆", "○", "●", "◎", "□", "■", "・",
  ]

  /// What stands behind `５年間で`, `4か年で`; nil where the text begins otherwise.
  private static func behindYears(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let years = Numeral.read(scalars, at: 0), years.hasDigits else { return nil }
    return string(scalars[years.range.upperBound...])
      .droppingPrefix(of: ["年間で", "か年で", "ヵ年で", "カ年で", "ケ年で", "箇年で"])?.trimmed
  }

  /// What is said of a figure's standing, not of what was counted.
  private static func isRemark(_ bracket: String) -> Bool {
    ["暫定", "速報", "見込", "推計", "概算", "参考"].contains { bracket.contains($0) }
  }

  /// A dash says that there is none; words that only name years say why there is none.
  private mutating func addWords(_ text: String, allowsWords: Bool) {
    figures = []
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { $0.properties.isAlphabetic || $0.decimalDigit != nil }),
      text.contains(where: { !"ー―‐".contains($0) })
    else { return }
    let years = YearMention.all(in: scalars)
    let numbers = Numeral.all(in: scalars).filter { number in
      !years.contains { $0.range.overlaps(number.range) }
    }
    if years.isEmpty, allowsWords || !numbers.isEmpty {
      figures = [Figure(text: text)]
    } else {
      notes.append(text)
    }
  }

  /// `0123-45-6789`: digits for calling, which count nothing.
  static func isPhoneNumber(_ text: String) -> Bool {
    let digits = text.unicodeScalars.count { $0.decimalDigit != nil }
    let parts = text.unicodeScalars.split { "-－‐ー".unicodeScalars.contains($0) }
    return text.unicodeScalars.first?.decimalDigit == 0 && (9...11).contains(digits) && parts.count == 3
      && parts.allSatisfy { $0.allSatisfy { $0.decimalDigit != nil } }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).trimmed
  }
}
