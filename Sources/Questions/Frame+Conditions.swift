import JapaneseText
import PlanFacts

extension Frame.Test {
  var mentions: [Frame.Mention] {
    switch self {
    case .comparison(let mention, _, let operand):
      if case .mention(let other) = operand { [mention, other] } else { [mention] }
    case .prefix(let mention, _), .contains(let mention, _), .missing(let mention): [mention]
    case .bound(let role, _): [.role(role ?? .target)]
    case .code: [.field(.code)]
    case .goal, .target: [.field(.sdgTargets)]
    case .period: [.role(.target)]
    case .met: [.field(.met)]
    case .year(_, let mention): mention.map { [$0] } ?? []
    case .entity, .matching, .place, .month: []
    case .not(let test): test.mentions
    case .any(let tests), .all(let tests): tests.flatMap(\.mentions)
    }
  }

  package var entities: [Entity] {
    switch self {
    case .entity(let entity): [entity]
    case .not(let test): test.entities
    case .any(let tests), .all(let tests): tests.flatMap(\.entities)
    default: []
    }
  }

  /// Says what a thing is not.
  package var isDenial: Bool {
    switch self {
    case .not: true
    case .any(let tests), .all(let tests): tests.contains(where: \.isDenial)
    default: false
    }
  }

  var isDocument: Bool {
    guard case .entity(let entity) = self else { return false }
    return entity.meanings.contains { if case .document = $0 { true } else { false } }
  }

  var isGoal: Bool {
    switch self {
    case .goal, .target: true
    case .not(let test): test.isGoal
    case .any(let tests), .all(let tests): tests.contains(where: \.isGoal)
    default: false
    }
  }

  /// The test as a condition on things of a kind; nil where the kind has no such field.
  package func condition(in kind: SelectionKind, frame: Frame) -> Condition? {
    switch self {
    case .comparison(.role(let role), let comparison, .mention(.role(.target)))
    where role != .target && (kind == .indicators || kind == .projects && frame.kinds.contains(kind)):
      return Frame.condition(reaching: comparison, in: kind)
    case .comparison(let mention, let comparison, let operand):
      guard let path = mention.path(in: kind), !(kind == .projects && mention.isRole) else { return nil }
      if path == .field(.code), comparison == .equal, case .number(let digits, unit: _) = operand {
        return Frame.condition(code: digits.description)
      }
      return operand.operand(for: path, in: kind).map { .comparison(path, comparison, $0) }
    case .prefix(let mention, let text): return mention.path(in: kind).map { .prefix($0, text) }
    case .contains(let mention, let text): return mention.path(in: kind).map { .contains($0, text) }
    case .missing(let mention): return mention.path(in: kind).map(Condition.missing)
    case .bound(let role, let bound):
      return kind == .indicators ? .comparison(.point(role, .bound), .equal, .text(bound.rawValue)) : nil
    case .met(let met): return Frame.condition(met: met, in: kind)
    case .goal(let goal): return kind == .indicators ? .contains(.field(.sdgTargets), "\(goal)") : nil
    case .target(let target): return kind == .indicators ? .contains(.field(.sdgTargets), target) : nil
    case .code(let code):
      return kind == .projects ? Frame.condition(code: code) : nil
    case .entity(let entity): return entity.condition(in: kind, frame: frame)
    case .matching(let words): return .matching(words)
    case .place(let label): return Frame.condition(place: label, in: kind, frame: frame)
    case .month(let month):
      return kind == .plans
        ? .comparison(.field(.adoptedMonth), .equal, .number(ExactNumber(month), unit: nil)) : nil
    case .period(let number):
      if kind == .indicators { return .contains(.point(.target, .period), "第\(number)期") }
      // 推進プラン第2期: a part of the document's name
      return frame.tests.contains(where: \.isDocument) ? .all([]) : nil
    case .year(let year, let mention): return Frame.condition(year: year, mention ?? frame.onlyRole, in: kind)
    case .not(let test): return test.condition(in: kind, frame: frame).map(Condition.not)
    case .any(let tests):
      let conditions = tests.compactMap { $0.condition(in: kind, frame: frame) }
      return conditions.count == tests.count ? .any(conditions) : nil
    case .all(let tests):
      let conditions = tests.compactMap { $0.condition(in: kind, frame: frame) }
      return conditions.count == tests.count ? .all(conditions) : nil
    }
  }
}

extension Frame.Operand {
  func operand(for path: FieldPath, in kind: SelectionKind) -> Operand? {
    switch self {
    case .number(let value, let unit):
      if path == .field(.code) { return .text(value.description) }
      return .number(value, unit: unit)
    case .text(let text):
      if case .field(.levelRevised) = path { return .flag(text == "true") }
      return .text(text)
    case .mention(let mention): return mention.path(in: kind).map(Operand.field)
    }
  }
}

extension Frame {
  static func condition(met: Bool, in kind: SelectionKind) -> Condition? {
    switch kind {
    case .measures, .indicators: .comparison(.field(.met), .equal, .flag(met))
    // levels of evaluation lists: 3 is 目標をほぼ達成, 4 is 目標を下回った
    case .projects:
      .comparison(.field(.level), met ? .atMost : .atLeast, .number(ExactNumber(met ? 3 : 4), unit: nil))
    default: nil
    }
  }

  /// How what was reached compares with its target: by bound and sign, not by which figure is larger (902g against 872g以下 is
  /// no more than the target). Of a project its level says it: 2 and better are above, 4 and worse below.
  static func condition(reaching comparison: Comparison, in kind: SelectionKind) -> Condition? {
    if kind == .projects {
      let level: (Comparison, Int)? =
        switch comparison {
        case .greater: (.atMost, 2)
        case .atLeast: (.atMost, 3)
        case .less: (.atLeast, 4)
        case .atMost: (.atLeast, 3)
        case .equal, .notEqual: nil
        }
      return level.map { .comparison(.field(.level), $0.0, .number(ExactNumber($0.1), unit: nil)) }
    }
    let equal = Condition.comparison(
      .point(.current, .value), .equal, .field(.point(.target, .value)))
    let met = { Condition.comparison(.field(.met), .equal, .flag($0)) }
    return switch comparison {
    case .greater: .all([met(true), .not(equal)])
    case .atLeast: met(true)
    case .less: met(false)
    case .atMost: .any([met(false), equal])
    case .equal: equal
    case .notEqual: .not(equal)
    }
  }

  /// A whole code is eight digits (evaluation list, column コード); fewer are its beginning.
  static func condition(code digits: String) -> Condition {
    digits.count == 8 ? .comparison(.field(.code), .equal, .text(digits)) : .prefix(.field(.code), digits)
  }

  static func condition(place label: String, in kind: SelectionKind, frame: Frame) -> Condition? {
    switch kind {
    case .evaluations: frame.rank == nil ? .named(label) : .under(label)
    case .headings: frame.asksForChildren ? .under(label) : .named(label)
    case .projects, .indicators, .measures, .figures, .tables, .passages: .under(label)
    case .organizations, .plans, .documents: nil
    }
  }

  static func condition(year: YearMention, _ mention: Mention?, in kind: SelectionKind) -> Condition? {
    func within(_ path: FieldPath) -> Condition {
      let first = Condition.comparison(
        path, year.orLater || year.isRange ? .atLeast : .equal, .number(ExactNumber(year.first), unit: nil))
      guard year.isRange else { return first }
      return .all([first, .comparison(path, .atMost, .number(ExactNumber(year.last), unit: nil))])
    }
    switch kind {
    case .indicators:
      switch mention {
      case .role(let role), .roleYear(let role): return within(.point(role, .fiscalYear))
      default: return within(.point(nil, .fiscalYear))
      }
    case .projects:
      if mention != nil { return within(.scheduleYear) }
      return .any([within(.scheduleYear), .document("\(year.first)年度")])
    case .organizations: return within(.field(.foundedYear))
    case .plans: return within(year.form == .fiscal ? .derived(.adoptedFiscalYear) : .field(.adoptedYear))
    case .figures: return within(.field(.fiscalYear))
    case .measures, .evaluations, .headings, .tables, .documents, .passages:
      return .document("\(year.first)年度")
    }
  }
}

extension Entity {
  /// What a value asks of things of a kind: where several of their fields may have it, that one of them does.
  func valueCondition(of kind: SelectionKind) -> Condition? {
    let conditions = meanings.compactMap { meaning -> Condition? in
      guard case .value(let field, kind) = meaning else { return nil }
      return .comparison(.field(field), .equal, .text(text))
    }
    return conditions.count > 1 ? .any(conditions) : conditions.first
  }

  /// What a name or value in the question asks of things of a kind.
  func condition(in kind: SelectionKind, frame: Frame) -> Condition? {
    if let value = valueCondition(of: kind) { return value }
    if meanings.contains(.name(kind)) {
      return kind == .headings && frame.asksForChildren ? .under(text) : .named(text)
    }
    for meaning in meanings { if case .document = meaning { return .document(text) } }
    if meanings.contains(.name(.projects)), kind == .measures {
      return .comparison(.field(.project), .equal, .text(text))
    }
    if meanings.contains(.name(.headings)) {
      switch kind {
      case .projects, .indicators, .passages: return .under(text)
      case .evaluations where frame.asksBelow: return .under(text)
      default: break
      }
    }
    return .matching(text)
  }
}
