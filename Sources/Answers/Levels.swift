import JapaneseText
import PlanFacts
import Questions

/// The achievement levels of the documents.
struct Levels {
  /// From the lowest to the highest that a document gives or explains; nil where there are none.
  let stated: ClosedRange<ExactNumber>?
  /// Whether a legend explains them: one that stands on no scale here is then no level.
  let areExplained: Bool

  init(_ groups: FactGroups) {
    func levels(of kind: FactKind) -> [ExactNumber] {
      groups.facts(of: kind).compactMap { if case .number(let level)? = $0[.level] { level } else { nil } }
    }
    let explained = levels(of: .definition)
    let all = explained + [.project, .measure, .indicator, .evaluation].flatMap(levels)
    areExplained = !explained.isEmpty
    stated = all.min().flatMap { low in all.max().map { low...$0 } }
  }

  /// The first of these levels that stands on no scale here, with those that there are.
  func impossible(in asked: [ExactNumber]) -> (level: ExactNumber, levels: ClosedRange<ExactNumber>)? {
    guard areExplained, let stated else { return nil }
    return asked.first { !stated.contains($0) }.map { ($0, stated) }
  }
}

extension Question {
  /// The levels that it asks for.
  var levels: [ExactNumber] { (selection?.conditions ?? []).flatMap(\.levels) }
}

extension Condition {
  /// The levels that it holds against those of things.
  fileprivate var levels: [ExactNumber] {
    switch self {
    case .comparison(.field(.level), _, .number(let level, unit: nil)): [level]
    case .any(let parts), .all(let parts): parts.flatMap(\.levels)
    case .not(let condition): condition.levels
    default: []
    }
  }
}

extension FactGroups {
  /// The levels that a legend of this title explains, in the order of the documents.
  func legend(_ title: String) -> [Fact] {
    let wanted = title.squeezed
    return facts(of: .definition).filter { $0.legendTitle == wanted }
  }
}

extension Fact {
  /// What the legend is called that explains a level: `達成状況区分` of `達成状況区分 3`, without white space; nil for other facts.
  var legendTitle: String? {
    guard kind == .definition, case .number(let level)? = self[.level],
      let name = self[.summary]?.texts.first?.squeezed,
      name.hasSuffix("\(level)"), name.count > "\(level)".count
    else { return nil }
    return String(name.dropLast("\(level)".count))
  }
}
