import JapaneseText
import PlanFacts

extension Comparison {
  /// Has a direction.
  var isBound: Bool { self != .equal && self != .notEqual }
}

extension Frame.Mention {
  /// Whether a number with this unit can be a value of the field: a budget is no number of years, a founding year no
  /// length of time. A number without a unit can be a value of anything but a year.
  func accepts(_ value: ExactNumber, _ unit: String?) -> Bool {
    if isYear {
      return unit.map { ["年", "年度"].contains($0) } ?? true && value.wholeNumber.map { $0 > 1_000 } ?? false
    }
    guard let unit else { return true }
    switch self {
    case .field(.budget), .field(.settlement), .difference(.budget, _), .difference(.settlement, _),
      .gap(.budget, _), .gap(.settlement, _):
      return unit.contains("円") || unit == "yen"
    case .field(.level), .field(.originalLevel): return ["点", "段階"].contains(unit)
    // コード512台
    case .field(.code), .field(.number): return ["台", "番", "号"].contains(unit)
    case .field(.page): return false
    case .field, .role, .roleYear, .unit, .share, .difference, .gap, .ratio: return true
    }
  }
}
