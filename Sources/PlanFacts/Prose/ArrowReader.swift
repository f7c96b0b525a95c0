import JapaneseText
import PlanDocuments

/// Reads indicators that a line gives as a course: `①湖を訪れる人の数：５.5万人（平成25年）→６万人（平成31年）`.
///
/// Both figures need their year; what stands before the arrow is the state, what stands behind it the target.
struct ArrowReader {
  let document: PlanDocument
  let schema: FieldSchema

  func facts(where isOpen: (Int) -> Bool) -> [Fact] {
    let struck = OverstruckLines.all(in: document.plan.lines).filter {
      $0.text.contains("→") || $0.text.contains("⇒")
    }
    let struckLines = LineSet(struck.map(\.lines))
    // courses one below the other are lines of their own, whatever was joined
    let lines = document.logicalLines.flatMap { line in
      let printed = (line.range.first...line.range.last).map {
        (text: document.plan[line: $0].trimmed, lines: LineRange($0))
      }
      return printed.allSatisfy { $0.text.contains("→") || $0.text.contains("⇒") }
        ? printed : [(text: line.text, lines: line.range)]
    }
    let plain = lines.filter { line in
      (line.text.contains("→") || line.text.contains("⇒")) && !struckLines.overlaps(line.lines)
    }
    return (struck + plain).compactMap { line in
      guard line.text.unicodeScalars.count < 120, (line.lines.first...line.lines.last).allSatisfy(isOpen)
      else {
        return nil
      }
      return fact(line.text, line.lines)
    }
  }

  private func fact(_ text: String, _ lines: LineRange) -> Fact? {
    let sides = Array(text.unicodeScalars).split { $0 == "→" || $0 == "⇒" }
    guard sides.count == 2, let before = figure(Array(sides[0])), let behind = figure(Array(sides[1])),
      behind.start == 0 || behind.start < 6, before.start > 2
    else { return nil }
    var name = String(String.UnicodeScalarView(sides[0].prefix(before.start))).trimmed
    while let last = name.unicodeScalars.last, ":：… ".unicodeScalars.contains(last) {
      name.unicodeScalars.removeLast()
    }
    while let first = name.unicodeScalars.first, ArrowReader.isLabel(first) {
      name.unicodeScalars.removeFirst()
    }
    guard let read = NameCell.read(name, schema), read.unicodeScalars.count <= 40 else { return nil }
    var draft = FactDraft(.indicator, read, at: lines)
    draft.add([point(.current, before, lines), point(.target, behind, lines)])
    return draft.fact(in: document)
  }

  private static func isLabel(_ scalar: Unicode.Scalar) -> Bool {
    (0x2460...0x2473).contains(scalar.value) || "・○●◎◇◆■□※* 　".unicodeScalars.contains(scalar)
  }

  private struct Figure {
    let start: Int
    let text: String
    let quantity: Quantity
    let year: YearMention
  }

  /// The figure before the bracket of a year that closes a side.
  private func figure(_ side: [Unicode.Scalar]) -> Figure? {
    guard let bracket = Bracket.outermost(in: side).last,
      side[bracket.whole.upperBound...].allSatisfy(\.isSpace),
      let year = YearMention.all(in: Array(side[bracket.content]), bareYears: true).first
    else { return nil }
    let head = Array(side[..<bracket.whole.lowerBound])
    let numerals = Numeral.all(in: head)
    guard let last = numerals.last else { return nil }
    var start = last.range.lowerBound
    for word in ["年間", "年", "約", "５年間で", "5年間で"] {
      let scalars = Array(word.unicodeScalars)
      if start >= scalars.count, head[(start - scalars.count)..<start].elementsEqual(scalars) {
        start -= scalars.count
      }
    }
    let printed = String(String.UnicodeScalarView(head[start...])).joiningJapanese
    guard let quantity = Quantity(parsing: String(String.UnicodeScalarView(head[last.range.lowerBound...]))),
      quantity.unit.map({ $0.unicodeScalars.count <= 4 }) ?? true
    else { return nil }
    return Figure(start: start, text: printed, quantity: quantity, year: year)
  }

  private func point(_ role: Point.Role, _ figure: Figure, _ lines: LineRange) -> Point {
    Point(
      role: role, fiscalYear: figure.year.isRange ? nil : figure.year.first,
      calendarYear: figure.year.form == .calendar, value: figure.quantity.value, unit: figure.quantity.unit,
      bound: figure.quantity.bound.flatMap(Point.Bound.init), text: figure.text, lines: lines)
  }
}
