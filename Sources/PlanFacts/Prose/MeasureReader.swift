import JapaneseText
import PlanDocuments

/// A result with or without its target, printed in brackets behind what was done.
struct MeasuredResult: Hashable, Sendable {
  /// What is measured: `入居率`; for a bare 実績 the noun in front of the bracket: `企業見学会`.
  var name: String
  var actual: MeasuredFigure?
  var target: MeasuredFigure?
  /// The bracket, and what the name was taken from.
  var lines: LineRange

  /// Whether the target was reached; nil without both figures, or where their units differ.
  var isMet: Bool? {
    guard let actual = actual?.quantity, let target = target?.quantity,
      actual.unit?.squeezed == target.unit?.squeezed
    else { return nil }
    return switch target.bound {
    case .atMost: actual.value <= target.value
    case .lessThan: actual.value < target.value
    case .moreThan: actual.value > target.value
    case .atLeast, nil: actual.value >= target.value
    }
  }
}

extension MeasuredResult {
  /// The measure as a fact of the project named at `nameLines`.
  func fact(of project: String, at nameLines: LineRange, in document: PlanDocument) -> Fact {
    var fields: [Field] = []
    for (name, figure) in [(FieldName.actual, actual), (.target, target)] {
      if let figure { fields.append(Field(name, .number(figure.quantity.value), lines: figure.lines)) }
    }
    if let figure = [actual, target].compactMap(\.self).first(where: { $0.quantity.unit != nil }),
      let unit = figure.quantity.unit
    {
      fields.append(Field(.unit, .text(unit), lines: figure.lines))
    }
    if let isMet { fields.append(Field(.met, .flag(isMet), lines: lines)) }
    fields.append(Field(.project, .text(project), lines: nameLines))
    return Fact(
      kind: .measure, name: name, plan: document.plan.id, fields: fields,
      sources: [FactSource(lines: lines, section: document.outline.path(at: lines.first))])
  }
}

/// A figure with the lines it stands on.
struct MeasuredFigure: Hashable, Sendable {
  let quantity: Quantity
  let lines: LineRange
}

/// Reads measures out of the brackets of a ● text.
///
/// A bracket holds parts divided by 、. A part is `名：実績62`, `名：62件`, `実績：62件` or `目標50`: one that brings a name
/// opens a measure, one without goes to the open one; actual and target come in either order. A bracket without a word
/// of those (`（累計）`, `（令和４年度に完成予定）`) is none.
enum MeasureReader {
  static func measures(in results: [LinedText]) -> [MeasuredResult] {
    results.flatMap { text in
      Bracket.outermost(in: text.scalars).flatMap { measures(in: $0, of: text) }
    }
  }

  private static func measures(in bracket: Bracket, of text: LinedText) -> [MeasuredResult] {
    let parts = split(bracket.content, of: text).map { MeasurePart($0, of: text) }
    // one part that is no figure makes the bracket a remark that happens to hold figures
    guard !parts.isEmpty, parts.allSatisfy({ $0 != nil }) else { return [] }
    var found: [MeasuredResult] = []
    for part in parts.compactMap(\.self) {
      if let name = part.name {
        found.append(MeasuredResult(name: name, lines: part.lines))
      } else if found.isEmpty {
        guard let before = NounPhrase.done(before: bracket.whole.lowerBound, in: text) else { return [] }
        found.append(MeasuredResult(name: before.text, lines: before.lines.union(part.lines)))
      }
      let last = found.count - 1
      found[last].lines = found[last].lines.union(part.lines)
      switch part.role {
      case .actual where found[last].actual == nil: found[last].actual = part.figure
      case .target where found[last].target == nil: found[last].target = part.figure
      case .actual, .target: return []
      }
    }
    return found
  }

  /// The parts between 、 (and commas that group no digits), outside inner brackets.
  private static func split(_ range: Range<Int>, of text: LinedText) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for i in range {
      switch text.scalars[i].widthFolded {
      case "(": depth += 1
      case ")": depth -= 1
      case "、" where depth == 0:
        parts.append(start..<i)
        start = i + 1
      default: break
      }
    }
    parts.append(start..<range.upperBound)
    return parts
  }
}

/// A part of a measure's bracket: name, role and figure.
private struct MeasurePart {
  enum Role { case actual, target }

  /// nil where the part only continues the measure before it.
  let name: String?
  let role: Role
  let figure: MeasuredFigure
  let lines: LineRange

  /// What says of a figure only how it was counted, and so names no measure.
  private static let qualifiers: Set<String> = [
    "累計", "合計", "年間", "延べ", "のべ", "開催", "実施", "参加", "件数", "回数", "",
  ]
  private static let roles: [(String, Role)] = [
    ("実績値", .actual), ("目標値", .target), ("実績", .actual), ("目標", .target),
  ]

  init?(_ range: Range<Int>, of text: LinedText) {
    guard let lines = text.lines(of: range), let cut = MeasurePart.figureStart(in: range, of: text.scalars),
      let quantity = Quantity(parsing: text.text(in: cut..<range.upperBound)),
      let figureLines = text.lines(of: cut..<range.upperBound)
    else { return nil }
    var label = text.text(in: range.lowerBound..<cut)
    let hasColon = MeasurePart.dropColon(&label)
    var role: Role?
    for (word, meaning) in MeasurePart.roles where label.hasSuffix(word) {
      label.removeLast(word.count)
      role = meaning
      break
    }
    MeasurePart.dropColon(&label)
    guard role != nil || (hasColon && !label.isEmpty) else { return nil }
    self.role = role ?? .actual
    name = MeasurePart.qualifiers.contains(label) ? nil : label
    figure = MeasuredFigure(quantity: quantity, lines: figureLines)
    self.lines = lines
  }

  /// Where the figure that closes the part starts: behind the last colon or role word, at its first digit.
  private static func figureStart(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> Int? {
    var start = range.lowerBound
    for i in range {
      if scalars[i].widthFolded == ":" { start = i + 1 }
      for (word, _) in roles {
        let end = i + word.unicodeScalars.count
        if end <= range.upperBound, scalars[i..<end].elementsEqual(word.unicodeScalars) {
          start = max(start, end)
        }
      }
    }
    return start > range.lowerBound && start < range.upperBound ? start : nil
  }

  @discardableResult private static func dropColon(_ label: inout String) -> Bool {
    label = label.trimmed
    guard let last = label.unicodeScalars.last, last.widthFolded == ":" else { return false }
    label = String(label.dropLast()).trimmed
    return true
  }
}
