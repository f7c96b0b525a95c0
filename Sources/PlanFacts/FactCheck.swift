import JapaneseText
import PlanDocuments

/// The fields of a fact whose figures do not stand in the lines they cite; empty for a fact that may be answered.
///
/// Looks at figures only: every number, every point as printed, every run of digits in a text. Width and whitespace are
/// left out of account, as is what a line break cut. Fields that are counted and not printed (depth, childCount, met)
/// are not looked for. Costs a pass over the cited lines for each field.
package func unsupportedFields(of fact: Fact, in plan: Plan) -> [FieldName] {
  fact.fields.filter { !isSupported($0, in: plan) }.map(\.name)
}

extension FieldName {
  /// Fields whose figures are counted, reckoned or printed in a head, and not in the row; the 2 of m2 is that of ㎡.
  fileprivate static let counted: Set<FieldName> = [
    .depth, .childCount, .rows, .columns, .unit, .scale, .levelRank, .partsSum, .budgetYear, .settlementYear,
  ]
}

private func isSupported(_ field: Field, in plan: Plan) -> Bool {
  if FieldName.counted.contains(field.name) { return true }
  switch field.value {
  case .flag: return true
  case .number(let number):
    let cited = CitedText(field.lines, of: plan)
    return cited.holds(number) || field.name == .fiscalYear && cited.holdsYearOfAnEra(number)
  case .text(let text): return CitedText(field.lines, of: plan).holdsDigits(of: text)
  case .list(let texts):
    let cited = CitedText(field.lines, of: plan)
    return texts.allSatisfy { cited.holdsDigits(of: $0) }
  case .points(let points): return points.allSatisfy { CitedText($0.lines, of: plan).holds(text: $0.text) }
  case .attributes(let attributes):
    let cited = CitedText(field.lines, of: plan)
    return attributes.allSatisfy { cited.holdsDigits(of: $0.value) }
  case .schedule(let entries):
    return entries.allSatisfy { entry in
      let cited = CitedText(entry.lines, of: plan)
      return entry.items.allSatisfy { cited.holdsDigits(of: $0) }
    }
  }
}

/// Cited lines, folded for looking figures up.
private struct CitedText {
  private let lines: [String]
  private let squeezed: String

  init(_ range: LineRange, of plan: Plan) {
    // a citation beyond the plan's end must not cost a loop over numbers that name no line
    let last = min(range.last, plan.lines.count)
    lines = range.first <= last ? (max(range.first, 1)...max(last, 1)).map { plan[line: $0].widthFolded } : []
    squeezed = lines.joined().squeezed
  }

  func holds(text: String) -> Bool {
    let wanted = text.squeezed
    return !wanted.isEmpty && stands(wanted.unicodeScalars)
  }

  /// By scalars: a mark that combines with a digit must not hide it.
  private func stands(_ wanted: some Collection<Unicode.Scalar>) -> Bool {
    var rest = squeezed.unicodeScalars[...]
    while let first = wanted.first, let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Whether a numeral, or a year in any era, of that value stands in the lines.
  func holds(_ number: ExactNumber) -> Bool {
    // a figure may be set apart by spaces, cut by a line's end, or neither
    [lines.joined(separator: " "), lines.joined(), squeezed].contains { text in
      let scalars = Array(text.unicodeScalars)
      if Numeral.all(in: scalars).contains(where: { CitedText.isSame($0.value, number) }) { return true }
      guard let year = number.wholeNumber else { return false }
      return YearMention.all(in: scalars).contains { $0.first == year || $0.last == year }
    }
  }

  /// Whether `27年度` stands in the lines for 2015: a document that counts in one era need not name it.
  func holdsYearOfAnEra(_ number: ExactNumber) -> Bool {
    guard let year = number.wholeNumber else { return false }
    let counted = [1925, 1988, 2018].map { year - $0 }.filter { (1...64).contains($0) }
    return counted.contains { stands("\($0)年".unicodeScalars) }
  }

  /// The dash of `2018-2021` is no sign.
  private static func isSame(_ printed: ExactNumber, _ wanted: ExactNumber) -> Bool {
    printed == wanted || (printed.digits < 0 && ExactNumber(0).subtracting(printed) == wanted)
  }

  func holdsDigits(of text: String) -> Bool {
    text.widthFolded.unicodeScalars.split { $0.decimalDigit == nil }.allSatisfy(stands)
  }
}
