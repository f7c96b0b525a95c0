import JapaneseText
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
    where unit == "円" || unit == nil && !(value < ExactNumber(100_000_000)):
      guard isPrintedWithoutUnit(path, kind), let thousands = value.divided(by: ExactNumber(1_000), places: 3)
      else { return condition }
      return .comparison(path, comparison, .number(thousands, unit: "千円"))
    case .any(let parts): return .any(parts.map { inThousands($0, of: kind) })
    case .all(let parts): return .all(parts.map { inThousands($0, of: kind) })
    case .not(let part): return .not(inThousands(part, of: kind))
    case .comparison, .prefix, .contains, .missing, .under, .named, .matching, .about, .document, .among:
      return condition
    }
  }

  private func isPrintedWithoutUnit(_ path: FieldPath, _ kind: FactKind) -> Bool {
    guard path == .field(.budget) || path == .field(.settlement) else { return false }
    return groups.facts(of: kind).contains { $0[.unit] == nil && $0.figure(at: path) != nil }
  }
}
