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

extension Question {
  /// The same question where what does not say counts as not being so: 総務局以外, where no other bureau is printed; nil
  /// where nothing is denied.
  var withUnstated: Question? {
    let open = mapSelections { selection in
      var selection = selection
      selection.conditions = selection.conditions.map(\.withUnstated)
      return selection
    }
    return open == self ? nil : open
  }

  private func mapSelections(_ change: (Selection) -> Selection) -> Question {
    switch self {
    case .list(let selection, let show): .list(change(selection), show: show)
    case .count(let selection): .count(change(selection))
    case .aggregate(let aggregate, let path, let selection):
      .aggregate(aggregate, of: path, change(selection))
    case .share(let part, let whole): .share(change(part), of: whole)
    case .table(let selection, let path, let columns): .table(change(selection), by: path, columns: columns)
    case .course, .comparison, .reckoning, .definition, .passages: self
    }
  }
}

extension Condition {
  fileprivate var withUnstated: Condition {
    switch self {
    case .not(.comparison(let path, .equal, .text)): .any([self, .missing(path)])
    case .not(.any(let parts)): parts.first?.textPath.map { .any([self, .missing($0)]) } ?? self
    default: self
    }
  }

  /// The field whose words it compares.
  private var textPath: FieldPath? {
    if case .comparison(let path, .equal, .text) = self { path } else { nil }
  }
}
