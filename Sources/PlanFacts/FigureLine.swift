import JapaneseText

/// What a line says in a table of figures or at the side of a chart.
enum FigureLine: Hashable, Sendable {
  /// Words that a figure may follow: `農用地`, `宿泊業，`.
  case label(String)
  /// Nothing but the figure of the words above: `279.0ha`, `50％`, `1,648(23.7%)`.
  case figure(FigureCell)
  /// `川崎区 163`, `２ 不動産貸借 500 敷金他`: words, their figure, and what is said of it.
  case row(number: ExactNumber?, label: String, FigureCell, note: String)
  /// Where the figures come from: `（出所）総務省「経済センサス」`.
  case source
  /// Anything else; no table goes on over it.
  case other

  init(_ line: NumberedLine) {
    let text = FigureLine.withoutBullet(line)
    if FigureLine.sourceMarks.contains(where: { text.hasPrefix($0) }) {
      self = .source
      return
    }
    guard !text.unicodeScalars.contains(where: { "。\t|【】※○●◎".unicodeScalars.contains($0) }),
      line.columns <= 80
    else {
      self = .other
      return
    }
    let words = FigureLine.words(of: text)
    if let cell = FigureCell(words[...]) {
      self = .figure(cell)
    } else if let row = FigureLine.row(words) {
      self = row
    } else if FigureLine.isLabel(Array(text.unicodeScalars)) {
      self = .label(text)
    } else {
      self = .other
    }
  }

  /// Rows are listed with bullets too.
  static func withoutBullet(_ line: NumberedLine) -> String {
    line.scalars.first == "・" ? String(line.text.dropFirst()).trimmed : line.text
  }

  private static let sourceMarks = ["（出所）", "(出所)", "（出典）", "(出典)", "出所：", "出典：", "出典:", "資料：", "（資料）"]

  /// 約 stands with its figure.
  private static func words(of text: String) -> [String] {
    text.words.reduce(into: []) { words, word in
      if let last = words.last, ["約", "およそ", "概ね"].contains(last) {
        words[words.count - 1] += word
      } else {
        words.append(word)
      }
    }
  }

  private static func row(_ words: [String]) -> FigureLine? {
    var rest = words[...]
    var number: ExactNumber?
    if rest.count > 2, let first = rest.first, let ordinal = Quantity(parsing: first), ordinal.unit == nil,
      ordinal.value.wholeNumber.map({ (1...99).contains($0) }) ?? false
    {
      number = ordinal.value
      rest = rest.dropFirst()
    }
    guard let start = rest.indices.dropFirst().first(where: { FigureCell(rest[$0...$0]) != nil }) else {
      return nil
    }
    let label = rest[..<start].joined(separator: " ")
    guard isLabel(Array(label.unicodeScalars)) else { return nil }
    // a share follows its amount
    let end =
      start + 1 < rest.endIndex && FigureCell(rest[start...(start + 1)]) != nil ? start + 2 : start + 1
    guard var cell = FigureCell(rest[start..<end]) else { return nil }
    // 全件数の約 32.5%: a remark that closes with its share
    if let last = rest[end...].last, let remark = FigureCell([last]), remark.amount == nil {
      cell = cell.adding(remark, printed: false) ?? cell
    }
    return .row(number: number, label: label, cell, note: rest[end...].joined(separator: " "))
  }

  /// A few words; a bracket may stand inside them, not behind.
  static func isLabel(_ scalars: [Unicode.Scalar]) -> Bool {
    (1...24).contains(scalars.count) && scalars.contains { $0.isKanji || $0.isKatakana || $0.isHiragana }
      && !scalars.contains { ":：「」？".unicodeScalars.contains($0) } && !isTornWord(scalars)
      && scalars.last?.widthFolded != ")"
      && scalars.count { "()".unicodeScalars.contains($0.widthFolded) } == Bracket.all(in: scalars).count * 2
  }

  /// Single letters set apart, as text at the margin is printed.
  private static func isTornWord(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count > 1 && scalars.split(whereSeparator: \.isSpace).allSatisfy { $0.count == 1 }
  }
}

/// An amount, a share of the whole, or both: `163`, `50％`, `75.2ha 13％`, `1,648(23.7%)`.
struct FigureCell: Hashable, Sendable {
  private(set) var amount: Quantity?
  /// In percent.
  private(set) var share: ExactNumber?
  /// As printed.
  private(set) var text: String
  /// `（約82.0ha）` under the name it belongs to.
  private(set) var isBracketed = false

  /// nil where the words are more or less than that.
  init?(_ words: ArraySlice<String>) {
    guard (1...2).contains(words.count) else { return nil }
    text = words.joined(separator: " ")
    for word in words {
      let scalars = Array(word.unicodeScalars)
      guard YearMention.all(in: scalars).isEmpty, !FigureText.isPhoneNumber(word) else { return nil }
      let open = scalars.firstIndex { $0.widthFolded == "(" } ?? scalars.endIndex
      if open > 0 {
        let outside = String(String.UnicodeScalarView(scalars[..<open]))
        guard let quantity = Quantity(parsing: outside), quantity.bound == nil,
          FigureCell.isUnit(quantity.unit ?? ""), add(quantity)
        else { return nil }
      }
      if open < scalars.endIndex {
        guard scalars.last?.widthFolded == ")" else { return nil }
        let inside = String(String.UnicodeScalarView(scalars[(open + 1)...].dropLast()))
        isBracketed = open == 0 && words.count == 1
        guard let quantity = Quantity(parsing: inside), quantity.bound == nil,
          quantity.unit == "%" || isBracketed && FigureCell.isUnit(quantity.unit ?? ""), add(quantity)
        else { return nil }
      }
    }
  }

  private mutating func add(_ quantity: Quantity) -> Bool {
    if quantity.unit == "%" {
      guard share == nil else { return false }
      share = quantity.value
    } else {
      // the share is printed behind its amount
      guard amount == nil, share == nil else { return false }
      amount = quantity
    }
    return true
  }

  /// The cell with the share that the next line prints, or a remark; nil where that is no share of it.
  func adding(_ next: FigureCell, printed: Bool = true) -> FigureCell? {
    guard amount != nil, share == nil, next.amount == nil, let share = next.share else { return nil }
    var whole = self
    whole.share = share
    if printed { whole.text += " " + next.text }
    return whole
  }

  /// A short word; 階, 番 and the like count nothing, and a line that begins with a figure has a longer tail.
  private static func isUnit(_ text: String) -> Bool {
    text.unicodeScalars.count <= 4
      && !["階", "番", "号", "条", "章", "歳", "丁目", "番地", "位", "期", "次"].contains(text)
  }
}
