extension Question {
  /// The same asked of other things: in place of what it selects.
  package func asked(of selection: Selection) -> Question {
    switch self {
    case .list(_, let show): .list(selection, show: show)
    case .count: .count(selection)
    case .aggregate(let aggregate, let path, _): .aggregate(aggregate, of: path, selection)
    case .share(_, let whole): .share(selection, of: whole)
    case .table(_, let path, let columns): .table(selection, by: path, columns: columns)
    case .course: .course(selection)
    case .passages: .passages(selection)
    case .reckoning, .comparison, .definition: self
    }
  }

  /// What it selects; nil where it is more than one selection, or none.
  package var selection: Selection? {
    switch self {
    case .list(let selection, _), .count(let selection), .aggregate(_, _, let selection),
      .share(let selection, _), .table(let selection, _, _), .course(let selection), .passages(let selection):
      selection
    case .reckoning, .comparison, .definition: nil
    }
  }
}
