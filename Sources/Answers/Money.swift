import JapaneseText
import PlanDocuments
import PlanFacts
import Questions

/// Amounts of money where a document prints no unit: 予算 1,234 may be yen or, as budgets are mostly printed, thousands of yen.
extension Evaluator {
  /// A question with 円, or with 億 and no unit, read as if the figures it tests were printed in 千円; nil where it tests none, or where their unit is
  /// printed.
  func inThousands(_ question: Question) -> Question? {
    guard let selection = question.selection, let kind = selection.kind.factKind else { return nil }
    var thousands = selection
    thousands.conditions = selection.conditions.map { inThousands($0, of: kind) }
    return thousands == selection ? nil : question.asked(of: thousands)
  }

  private func inThousands(_ condition: Condition, of kind: FactKind) -> Condition {
    switch condition {
    // 10億以上: no figure in thousands is as large, and 円 goes without saying
    case .comparison(let path, let comparison, .number(let value, let unit))
    where unit == "円" || unit == nil && value.saysYen:
      guard isPrintedWithoutUnit(path, kind), let thousands = value.divided(by: ExactNumber(1_000), places: 3)
      else { return condition }
      return .comparison(path, comparison, .number(thousands, unit: "千円"))
    case .any(let parts): return .any(parts.map { inThousands($0, of: kind) })
    case .all(let parts): return .all(parts.map { inThousands($0, of: kind) })
    case .not(let part): return .not(inThousands(part, of: kind))
    case .comparison, .prefix, .contains, .missing, .under, .named, .matching, .about, .document, .alsoIn,
      .among:
      return condition
    }
  }

  private func isPrintedWithoutUnit(_ path: FieldPath, _ kind: FactKind) -> Bool {
    if case .attribute(let name) = path {
      return groups.facts(of: kind).contains {
        $0.attributes(called: name).contains { $0.figure != nil && $0.unit == nil }
      }
    }
    guard path == .field(.budget) || path == .field(.settlement) else { return false }
    return groups.facts(of: kind).contains { $0[.unit] == nil && $0.figure(at: path) != nil }
  }
}

extension Item {
  /// Fields that say in what money is counted.
  package static let moneyUnitNames = [FieldName.unit.rawValue, FieldName.scale.rawValue]

  /// The value of a field; nil where the item has none of the name.
  package subscript(_ name: String) -> ItemValue? { fields.first { $0.name == name }?.value }

  /// Whether its unit is that of its budget or settlement or, of a group, of what was reckoned.
  package var hasUnitOfMoney: Bool {
    type == "group"
      || FieldName.yearly.contains { self[$0.key.rawValue] != nil || self[$0.value.rawValue] != nil }
  }

  /// In what a budget, a settlement or a sum is counted; nil for other fields, and where its document doesn't say.
  package func moneyUnit(of field: String) -> String? {
    guard case .text(let unit)? = self[FieldName.unit.rawValue] else { return nil }
    if type == "group" { return field == "count" ? nil : unit }
    guard FieldName.yearly.keys.contains(where: { $0.rawValue == field }) else { return nil }
    guard case .number(let scale)? = self[FieldName.scale.rawValue] else { return unit }
    return scale.wholeNumber.flatMap { TableUnit.printed(unit, times: $0) }
  }
}

extension ExactNumber {
  /// From 1億 on an amount is one of yen where no unit is said.
  var saysYen: Bool { !(self < ExactNumber(100_000_000)) }
}
