import JapaneseText
import PlanFacts

extension Frame.Mention {
  /// Fields that hold a figure to compare, sort by or add up.
  var isNumeric: Bool {
    switch self {
    case .field(let field): field.isNumeric
    case .role, .roleYear, .difference, .gap, .ratio, .share: true
    case .unit: false
    }
  }

  /// The field that holds one amount of a thing; the figures of a role are those of a measure.
  var amount: FieldName? {
    switch self {
    case .field(let field): field.isNumeric ? field : nil
    case .role(.actual): .actual
    case .role(.target): .target
    default: nil
    }
  }

  package var field: FieldName? { if case .field(let field) = self { field } else { nil } }

  var isMoney: Bool { self == .field(.budget) || self == .field(.settlement) }

  var isText: Bool {
    switch self {
    case .field(let field): !field.isNumeric
    case .unit: true
    case .role, .roleYear, .share, .difference, .gap, .ratio: false
    }
  }

  /// 目標, 実績, 現状: what it is depends on the kind of thing.
  var isRole: Bool { if case .role = self { true } else { false } }

  /// Fields whose value is a year.
  var isYear: Bool {
    switch self {
    case .field(.foundedYear), .field(.adoptedYear), .roleYear: true
    case .field, .role, .unit, .share, .difference, .gap, .ratio: false
    }
  }
}

extension FieldName {
  package var isNumeric: Bool {
    switch self {
    case .number, .budget, .settlement, .level, .originalLevel, .page, .actual, .target, .count, .share,
      .depth,
      .childCount, .foundedYear, .adoptedYear, .adoptedMonth:
      true
    default: false
    }
  }
}

extension Entity {
  /// Both are names of one kind: no thing has two.
  func isOther(than other: Entity) -> Bool {
    meanings.contains { if case .name = $0 { other.meanings.contains($0) } else { false } }
  }

  /// Both are documents, or values of one field: a thing can't have both, so either will do.
  func isAlternative(to other: Entity) -> Bool {
    for case .document in meanings {
      return other.meanings.contains { if case .document = $0 { true } else { false } }
    }
    for case .value(let field, _) in meanings {
      return other.meanings.contains { if case .value(let own, _) = $0 { own == field } else { false } }
    }
    return false
  }

  func isValue(of mention: Frame.Mention) -> Bool {
    guard case .field(let field) = mention else { return false }
    return meanings.contains { if case .value(let own, _) = $0 { own == field } else { false } }
  }
}
