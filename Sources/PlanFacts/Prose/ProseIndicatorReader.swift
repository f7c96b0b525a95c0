import JapaneseText
import PlanDocuments

/// Reads indicators that a sentence names with its target in a bracket:
///
///     ・指標：湖を訪れた人の数【数値目標：8,300人（考え方：…）】
///
/// The bracket may close two lines below.
struct ProseIndicatorReader {
  let document: PlanDocument
  let schema: FieldSchema

  func facts() -> [Fact] {
    document.plan.lines.indices.flatMap { i -> [Fact] in
      guard document.plan.lines[i].contains("指標"), document.plan.lines[i].utf8.count < 4_000 else {
        return []
      }
      return facts(from: i)
    }
  }

  /// The indicators whose mark stands on a line (0-based).
  private func facts(from i: Int) -> [Fact] {
    var text = LinedText()
    for (j, line) in document.plan.lines[i...].prefix(3).enumerated() {
      text.append(NumberedLine(number: i + j + 1, text: line), columnWidth: 0)
    }
    let scalars = text.scalars.map(\.widthFolded)
    return ProseIndicatorReader.marks(of: "指標:", in: scalars).compactMap { start in
      guard text.lines(of: start..<(start + 1))?.first == i + 1,
        let open = scalars[start...].prefix(70).firstIndex(of: "【"),
        let close = scalars[open...].prefix(300).firstIndex(of: "】"),
        let colon = scalars[open..<close].firstIndex(of: ":"),
        String(String.UnicodeScalarView(scalars[(open + 1)..<colon])).squeezed.hasSuffix("目標")
          || String(String.UnicodeScalarView(scalars[(open + 1)..<colon])).squeezed.hasSuffix("目標値"),
        let name = NameCell.read(text.text(in: start..<open), schema),
        let lines = text.lines(of: start..<close)
      else { return nil }
      let end = scalars[(colon + 1)..<close].firstIndex(of: "(") ?? close
      let printed = text.text(in: (colon + 1)..<end).trimmed
      let points = PointCell.read(
        printed, .target, under: ColumnHead([], schema), unit: nil, units: schema.words.units, at: lines
      ).points
      guard points.contains(where: { $0.value != nil }) else { return nil }
      var draft = FactDraft(.indicator, name, at: lines)
      draft.add(points)
      return draft.fact(in: document)
    }
  }

  /// Where what a mark opens begins.
  private static func marks(of mark: String, in scalars: [Unicode.Scalar]) -> [Int] {
    let wanted = Array(mark.unicodeScalars)
    return scalars.indices.filter { scalars[$0...].starts(with: wanted) }.map { $0 + wanted.count }
  }
}
