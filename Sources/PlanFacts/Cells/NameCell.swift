import JapaneseText
import PlanDocuments
import SourceFiles

/// A cell that names what its row is about.
enum NameCell {
  /// The name as printed, joined where it was wrapped; nil where the text is no name: a figure, a head, a mark, a sum or a sentence.
  /// - Parameter isTold: whether the owner said that it is a name, so that it may be a sentence: what is to be done is told in one.
  static func read(_ text: String, _ schema: FieldSchema, isTold: Bool = false) -> String? {
    guard let text = withoutLabel(text.trimmed, schema) else { return nil }
    let printed = withoutBullet(FootnoteMark.removed(from: text).joiningJapanese)
    let name = isTold ? sentence(printed) : printed.dropping(code(of: printed))
    let dense = name.squeezed
    guard !isToBeFilled(text), !Table.isTotal(text), isClosed(dense),
      (2...(isTold ? 300 : 90)).contains(dense.unicodeScalars.count),
      isTold ? isWhole(printed.squeezed) : !dense.contains("。"),
      name.unicodeScalars.contains(where: { $0.isKanji || $0.isKatakana || $0.isHiragana || $0.isLatinLetter }
      )
    else { return nil }
    switch CellKind(name, words: schema.words) {
    case .figure, .mark, .empty: return nil
    case .word, .long, .text, .period: break
    }
    let head = schema.head(name)
    // `主な事業内容国`: a head and a part of another
    let shorter = schema.head(String(dense.dropLast()))
    guard !head.isPeriod, schema.fields(of: head).isEmpty,
      dense.count < 5 || schema.fields(of: shorter).isEmpty
        || shorter.names.contains(where: { $0.count < 4 }),
      !schema.words.isGeneric(head), !isChapter(dense, schema), !isNoName(dense),
      !dense.contains("....")
    else {
      return nil
    }
    return name
  }

  /// Without a head that was set before the name (`指標 湖の数`); nil where one stands behind it (`湖の数 目標`): it says what the figures
  /// of the row are, and not what they are of.
  private static func withoutLabel(_ text: String, _ schema: FieldSchema) -> String? {
    let words = text.split(separator: " ", maxSplits: 8).map(String.init)
    guard words.count > 1, let first = words.first, let last = words.last else { return text }
    if last.count <= 4, schema.role(of: schema.head(last)) != nil { return nil }
    let rest = words.dropFirst().joined(separator: " ")
    return !schema.fields(of: schema.head(first)).isEmpty && rest.count > 3 ? rest : text
  }

  /// Whether a text of its owner's is no half sentence, and none with the next numbered line behind it: a short one without commas, or one
  /// with its stop.
  private static func isWhole(_ dense: String) -> Bool {
    let parts = dense.split(separator: "。")
    guard dense.hasSuffix("。") else { return parts.count == 1 && dense.count <= 30 && !dense.contains("、") }
    return parts.dropFirst().allSatisfy { part in
      !(part.unicodeScalars.first.map { $0.decimalDigit != nil || "（(".unicodeScalars.contains($0) } ?? true)
    }
  }

  /// Without the number before it (①) and the stop behind.
  private static func sentence(_ text: String) -> String {
    let number = text.unicodeScalars.first.map { (0x2460...0x2473).contains($0.value) } ?? false
    let rest = String(text.dropFirst(number ? 1 : 0)).trimmed
    return rest.hasSuffix("。") ? String(rest.dropLast()) : rest
  }

  /// Whether a text is an example to be filled in, as forms print it: `○○事業`, `△△計画`.
  static func isToBeFilled(_ text: String) -> Bool {
    ["○○", "〇〇", "◯◯", "△△", "□□", "●●"].contains { text.contains($0) }
  }

  /// `２．１．８` before 企画一般管理費: the number of a budget's chapter, section and item; nil where a name has none.
  static func code(of name: String) -> String? {
    let code = name.unicodeScalars.prefix {
      $0.decimalDigit != nil || "．.-－".unicodeScalars.contains($0)
    }
    let parts = code.split { $0.decimalDigit == nil }
    guard parts.count == 3, parts.allSatisfy({ $0.count < 3 }), code.last?.decimalDigit != nil,
      code.count < name.unicodeScalars.count
    else { return nil }
    return String(code)
  }

  /// Whether each bracket is opened and closed: another cell is glued to a name, or a part of it is missing, where one is not.
  private static func isClosed(_ name: String) -> Bool {
    var depth = 0
    for scalar in name.unicodeScalars {
      if "(（「『【".unicodeScalars.contains(scalar) { depth += 1 }
      if ")）」』】".unicodeScalars.contains(scalar) { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// The lines of a cell up to one that opens something else: `湖の学校事業` over `【実施期間】…` or `①…`.
  ///
  /// - Parameter isLabel: Whether a line of the cell says what the name is (活動指標), and is no part of it.
  static func text(of cell: GridCell, besides isLabel: (String) -> Bool = { _ in false }) -> String {
    let first = cell.text.firstIndex { !isLabel($0) } ?? 0
    return joined(cell, first..<max(first, end(in: cell)))
  }

  /// `※…` behind the name in its cell.
  static func note(of cell: GridCell) -> String? {
    let end = end(in: cell)
    guard end < cell.text.count, CellKind.isNote(cell.text[end]) else { return nil }
    return joined(cell, end..<cell.text.count)
  }

  private static func end(in cell: GridCell) -> Int {
    cell.text.indices.dropFirst().first { i in
      (cell.text[i].unicodeScalars.first.map(opens) ?? false) || CellKind.isNote(cell.text[i])
    } ?? cell.text.count
  }

  private static func joined(_ cell: GridCell, _ range: Range<Int>) -> String {
    GridCell(row: 0, column: 0, text: Array(cell.text[range]), lines: Array(cell.lines[range])).joined
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    (0x2460...0x2473).contains(scalar.value) || "【［※◎●■◆〈＜<[".unicodeScalars.contains(scalar)
  }

  /// `第２款総務費`, `３款`, `２ 総務費`: a part of a budget.
  private static func isChapter(_ dense: String, _ schema: FieldSchema) -> Bool {
    let behind = dense.unicodeScalars.drop { $0 == "第" }
    let name = behind.drop { $0.decimalDigit != nil }
    return name.count < behind.count
      && ("款項目節".unicodeScalars.contains(name.first ?? " ") || schema.isChapter(String(name)))
  }

  /// `合計`, `その他`, `同上`, `※…`: rows that name no thing of their own.
  private static func isNoName(_ dense: String) -> Bool {
    Table.isTotal(dense)
      || ["その他", "同上", "〃", "なし", "該当なし", "未定", "新規", "再掲"].contains(dense)
      || ["※", "注)", "(注", "(単位", "単位:", "出典", "資料:"].contains { dense.hasPrefix($0) }
  }

  private static func withoutBullet(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, "・○●■◆□◇▪➢✓ 　".unicodeScalars.contains(first) {
      scalars = scalars.dropFirst()
    }
    return String(scalars)
  }
}

extension String {
  /// Without what it opens with, and white space behind that.
  fileprivate func dropping(_ opening: String?) -> String {
    opening.map { String(unicodeScalars.dropFirst($0.unicodeScalars.count)).trimmed } ?? self
  }

  /// With single spaces; letters that were set apart one by one (`町　　　長`) are one word.
  var closingSpread: String {
    let words = self.words
    return words.joined(separator: words.allSatisfy { $0.unicodeScalars.count == 1 } ? "" : " ")
  }

  /// Without the spaces beside Japanese letters that even setting or a broken line put there; others are one space.
  var joiningJapanese: String {
    var joined = String.UnicodeScalarView()
    var hasGap = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        hasGap = !joined.isEmpty
        continue
      }
      if hasGap, let last = joined.last, last.value < 0x3000, scalar.value < 0x3000 { joined.append(" ") }
      hasGap = false
      joined.append(scalar)
    }
    return String(joined)
  }
}
