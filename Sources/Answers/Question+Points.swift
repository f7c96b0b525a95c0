import PlanFacts
import Questions

/// The figures of an indicator are points: a bare `target`, `current`, `actual` or `unit` of indicators, which are fields of
/// other things, is that of its points.
extension Question {
  /// The same with the points meant by bare names of fields.
  var ofPoints: Question {
    let selected = mapSelections(\.ofPoints)
    guard selected.selection?.kind == .indicators else { return selected }
    return switch selected {
    case .list(let selection, let show): .list(selection, show: show.map(\.ofPoints))
    case .aggregate(let aggregate, let path, let selection):
      .aggregate(aggregate, of: path.ofPoints, selection)
    case .table(let selection, let path, let columns):
      .table(selection, by: path.ofPoints, columns: columns)
    default: selected
    }
  }
}

extension Selection {
  fileprivate var ofPoints: Selection {
    guard kind == .indicators else { return self }
    var selection = self
    selection.conditions = conditions.map(\.ofPoints)
    selection.sort = sort.map { SortKey($0.path.ofPoints, $0.direction) }
    return selection
  }
}

extension FieldPath {
  fileprivate var ofPoints: FieldPath {
    switch self {
    case .field(.target): .point(.target, .value)
    case .field(.current): .point(.current, .value)
    case .field(.actual): .point(.actual, .value)
    case .field(.unit): .point(nil, .unit)
    case .combined(let a, let operation, let b): .combined(a.ofPoints, operation, b.ofPoints)
    default: self
    }
  }
}

extension Condition {
  fileprivate var ofPoints: Condition {
    switch self {
    case .comparison(let path, let comparison, .field(let other)):
      .comparison(path.ofPoints, comparison, .field(other.ofPoints))
    case .comparison(let path, let comparison, let operand): .comparison(path.ofPoints, comparison, operand)
    case .prefix(let path, let text): .prefix(path.ofPoints, text)
    case .contains(let path, let text): .contains(path.ofPoints, text)
    case .missing(let path): .missing(path.ofPoints)
    case .not(let part): .not(part.ofPoints)
    case .any(let parts): .any(parts.map(\.ofPoints))
    case .all(let parts): .all(parts.map(\.ofPoints))
    case .under, .named, .matching, .about, .document, .alsoIn, .among: self
    }
  }
}
