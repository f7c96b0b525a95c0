import Questions

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

  /// The same of things that stand in the documents of some names.
  func asked(in names: [String]) -> Question {
    mapSelections { selection in
      var selection = selection
      for name in names where !selection.conditions.contains(.document(name)) {
        selection.conditions.append(.document(name))
      }
      return selection
    }
  }

  /// How many evaluations meet conditions, where the figure that each prints is asked for: one line is both. Nil for one that is
  /// named, and for any other question.
  var countOfEvaluations: Question? {
    guard case .list(let selection, [.field(.count)]) = self, selection.kind == .evaluations,
      selection.conditions.contains(where: { !$0.isPlace })
    else { return nil }
    return .count(selection)
  }

  /// The same with every selection changed.
  func mapSelections(_ change: (Selection) -> Selection) -> Question {
    switch self {
    case .list(let selection, let show): .list(change(selection), show: show)
    case .count(let selection): .count(change(selection))
    case .aggregate(let aggregate, let path, let selection):
      .aggregate(aggregate, of: path, change(selection))
    case .share(let part, let whole): .share(change(part), of: change(whole))
    case .table(let selection, let path, let columns): .table(change(selection), by: path, columns: columns)
    case .course(let selection): .course(change(selection))
    case .comparison(let sides, let paths): .comparison(sides.map(change), by: paths)
    case .reckoning(let figure): .reckoning(figure.mapSelections(change))
    case .passages(let selection): .passages(change(selection))
    case .definition: self
    }
  }

  /// A table of every group, where only those with the most or the least are meant; nil for any other question.
  var ofAllGroups: Question? {
    guard case .table(let selection, let path, let columns) = self else { return nil }
    return .table(selection, by: path, columns: columns.map(\.shown))
  }

  /// The figures that its conditions compare with.
  var comparedFigures: [Reckoning] {
    var found: [Reckoning] = []
    _ = mapSelections { selection in
      selection.mapOperands { operand in
        if case .reckoned(let figure) = operand { found.append(figure) }
        return operand
      }
    }
    return found
  }
}

extension Reckoning {
  fileprivate func mapSelections(_ change: (Selection) -> Selection) -> Reckoning {
    switch self {
    case .count(let selection): .count(change(selection))
    case .figure(let path, let selection): .figure(path, change(selection))
    case .aggregate(let aggregate, let path, let selection):
      .aggregate(aggregate, of: path, change(selection))
    case .combined(let a, let operation, let b):
      .combined(a.mapSelections(change), operation, b.mapSelections(change))
    }
  }
}

extension Selection {
  /// The same with everything that fields are compared with changed.
  func mapOperands(_ change: (Operand) -> Operand) -> Selection {
    var selection = self
    selection.conditions = conditions.map { $0.mapOperands(change) }
    return selection
  }
}

extension Condition {
  fileprivate func mapOperands(_ change: (Operand) -> Operand) -> Condition {
    switch self {
    case .comparison(let path, let comparison, let operand): .comparison(path, comparison, change(operand))
    case .among(let selection): .among(selection.mapOperands(change))
    case .not(let part): .not(part.mapOperands(change))
    case .any(let parts): .any(parts.map { $0.mapOperands(change) })
    case .all(let parts): .all(parts.map { $0.mapOperands(change) })
    case .prefix, .contains, .missing, .under, .named, .matching, .about, .document, .alsoIn: self
    }
  }
}

extension Condition {
  fileprivate var withUnstated: Condition {
    switch self {
    case .not(.comparison(let path, .equal, .text)): .any([self, .missing(path)])
    case .not(.contains(let path, _)): .any([self, .missing(path)])
    case .not(.any(let parts)): parts.first?.textPath.map { .any([self, .missing($0)]) } ?? self
    default: self
    }
  }

  /// The field whose words it compares.
  private var textPath: FieldPath? {
    if case .comparison(let path, .equal, .text) = self { path } else { nil }
  }
}

extension Question {
  /// Names of the fields that it shows, compares or orders by.
  package var mentionedFields: [String] { mentionedPaths.flatMap(\.fieldNames).uniqued }

  /// The paths that it shows, compares or orders by.
  var mentionedPaths: [FieldPath] {
    var paths: [FieldPath] = []
    if case .list(_, let show) = self { paths += show }
    if case .aggregate(_, let path, _) = self { paths.append(path) }
    if case .comparison(_, let by) = self { paths += by }
    if case .table(_, _, let columns) = self {
      paths += columns.compactMap { if case .aggregate(_, let path) = $0 { path } else { nil } }
    }
    _ = mapSelections { selection in
      paths += selection.sort.map(\.path) + selection.conditions.flatMap(\.paths)
      return selection
    }
    return paths.uniqued
  }
}

extension Condition {
  /// The fields it tests.
  var paths: [FieldPath] {
    switch self {
    case .comparison(let path, _, .field(let other)): [path, other]
    case .comparison(let path, _, _), .prefix(let path, _), .contains(let path, _), .missing(let path): [path]
    case .any(let parts), .all(let parts): parts.flatMap(\.paths)
    case .not(let part): part.paths
    case .under, .named, .matching, .about, .document, .alsoIn, .among: []
    }
  }
}
