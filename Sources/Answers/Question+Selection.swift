import Questions

extension Question {
  /// The same question about another selection.
  func replacing(_ old: Selection, with new: Selection) -> Question {
    switch self {
    case .list(_, let show): .list(new, show: show)
    case .count: .count(new)
    case .aggregate(let aggregate, let path, _): .aggregate(aggregate, of: path, new)
    case .share(_, let whole): .share(new, of: whole)
    case .table(_, let path, let columns): .table(new, by: path, columns: columns)
    case .course: .course(new)
    case .passages: .passages(new)
    case .reckoning, .comparison, .definition: self
    }
  }

  /// What it selects; nil where it is more than one selection, or none.
  var selection: Selection? {
    switch self {
    case .list(let selection, _), .count(let selection), .aggregate(_, _, let selection),
      .share(let selection, _), .table(let selection, _, _), .course(let selection), .passages(let selection):
      selection
    case .reckoning, .comparison, .definition: nil
    }
  }
}
