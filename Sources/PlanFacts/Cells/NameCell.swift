import JapaneseText
import PlanDocuments
import SourceFiles

/// A cell that names what its row is about.
enum NameCell {
  /// The name as printed, joined where it was wrapped; nil where the text is no name: a figure, a head, a mark, a sum or a sentence.
  static func read(_ text: String, _ schema: FieldSchema) -> String? {
    let name = withoutBullet(FootnoteMark.removed(from: text.trimmed).joiningJapanese)
    let dense = name.squeezed
    guard (2...90).contains(dense.unicodeScalars.count), !dense.contains("。"),
      name.unicodeScalars.contains(where: { $0.isKanji || $0.isKatakana || $0.isHiragana || $0.isLatinLetter }
      )
    else { return nil }
    switch CellKind(name, words: schema.words) {
    case .figure, .mark, .empty: return nil
    case .word, .long, .text, .period: break
    }
    let head = schema.head(name)
    guard !head.isPeriod, schema.fields(of: head).isEmpty, !schema.words.isGeneric(head), !isNoName(dense),
      !dense.contains("....")
    else {
      return nil
    }
    return name
  }

  /// The lines of a cell up to one that opens something else: `湖の学校事業` over `【実施期間】…` or `①…`.
  static func text(of cell: GridCell) -> String {
    let lines = cell.text.prefix { line in
      line == cell.text.first || !(line.unicodeScalars.first.map(opens) ?? false)
    }
    return GridCell(row: 0, column: 0, text: Array(lines), lines: Array(cell.lines.prefix(lines.count)))
      .joined
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    (0x2460...0x2473).contains(scalar.value) || "【［※◎●■◆〈＜<[".unicodeScalars.contains(scalar)
  }

  /// `合計`, `その他`, `同上`, `※…`: rows that name no thing of their own.
  private static func isNoName(_ dense: String) -> Bool {
    Table.isTotal(dense) || ["その他", "同上", "〃", "なし", "該当なし", "未定", "新規", "再掲"].contains(dense)
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
