import JapaneseText
import PlanDocuments

/// The headings of a scheme that is drawn on a page: boxes titled Ⅰ, Ⅱ, Ⅲ, in any order, each with its numbered lines.
///
///     Ⅱ 森の活用
///     １ 木材の利用
///     ２ 森の学校
///
/// Nothing stands under them but that, so they are no part of the outline. Only boxes that number themselves from Ⅰ
/// without a gap are a scheme, and only one whose titles head no text elsewhere.
enum HeadingScheme {
  private struct Box {
    let ordinal: Int
    let head: Line
    var items: [Line] = []
  }

  private struct Line {
    let label: String
    let name: String
    let number: Int
  }

  static func facts(in document: PlanDocument) -> [Fact] {
    let boxes = boxes(NumberedLine.all(in: document.plan))
    let ordinals = boxes.map(\.ordinal).sorted()
    guard boxes.count > 1, ordinals == Array(1...boxes.count) else { return [] }
    let headings = Set(document.outline.sections.map(\.title.squeezed))
    guard !boxes.contains(where: { headings.contains(($0.head.label + $0.head.name).squeezed) }) else {
      return []
    }
    return boxes.flatMap { box in
      [fact(box.head, childCount: box.items.count, under: nil, document)]
        + box.items.map { fact($0, childCount: 0, under: box.head, document) }
    }
  }

  private static func boxes(_ lines: [NumberedLine]) -> [Box] {
    var boxes: [Box] = []
    var isOpen = false
    for line in lines {
      if let (ordinal, head) = head(line) {
        boxes.append(Box(ordinal: ordinal, head: head))
        isOpen = true
      } else if isOpen, !line.followsBlank, let last = boxes.indices.last,
        let item = item(line, number: boxes[last].items.count + 1)
      {
        boxes[last].items.append(item)
      } else {
        isOpen = false
      }
    }
    return boxes.filter { $0.items.count > 1 }
  }

  /// `Ⅱ 森の活用`
  private static func head(_ line: NumberedLine) -> (ordinal: Int, Line)? {
    guard let first = line.scalars.first, (0x2160...0x2169).contains(first.value), line.scalars.count <= 60,
      line.scalars.count > 3, line.scalars[1].isSpace || line.scalars[1].widthFolded == ".",
      line.scalars.last != "。"
    else { return nil }
    let name = String(String.UnicodeScalarView(line.scalars[2...])).trimmed
    return (Int(first.value) - 0x215F, Line(label: String(first), name: name, number: line.number))
  }

  private static func item(_ line: NumberedLine, number: Int) -> Line? {
    guard let label = SectionLabel(line.text), label.number == number, !label.name.isEmpty,
      label.form == .spaced || label.form == .dotted
    else { return nil }
    let printed = String(line.text.prefix { $0.isNumber })
    return Line(label: printed, name: label.name, number: line.number)
  }

  private static func fact(
    _ line: Line, childCount: Int, under parent: Line?, _ document: PlanDocument
  ) -> Fact {
    let lines = LineRange(line.number)
    var fields = [
      Field(.label, .text(line.label), lines: lines),
      Field(.depth, .number(ExactNumber(parent == nil ? 1 : 2)), lines: lines),
      Field(.childCount, .number(ExactNumber(childCount)), lines: lines),
    ]
    if let parent { fields.append(Field(.parent, .text(parent.name), lines: LineRange(parent.number))) }
    let section = parent.map { ["\($0.label) \($0.name)"] } ?? []
    return Fact(
      kind: .heading, name: line.name, plan: document.plan.id, fields: fields,
      sources: [FactSource(lines: lines, section: section)])
  }
}
