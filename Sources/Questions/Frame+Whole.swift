import PlanFacts

/// Whether a reading has all that the question says.
extension Frame {
  /// A part of a question that a reading of some kind may not have.
  package enum Part: Hashable, Sendable {
    case shown(Mention)
    case order, openOrder, course, group, aggregate, ordinal
    /// What headings are called that are asked for: 基本目標.
    case rank
    /// One of the kinds that are listed.
    case kind(SelectionKind)
    /// A kind listed beside words that are looked for: 協議会とプラットフォーム.
    case kindBesideWords
  }

  /// The first word that no reading of facts may leave out; nil where there is none, or where words alone are looked for.
  package var refusal: QuestionError? {
    if let exclusion = unplaced.first(where: { $0.reason == .exclusion }) { return .unplaced(exclusion) }
    guard !isBareText, !asksForReason else { return nil }
    return unplaced.min { $0.range.lowerBound < $1.range.lowerBound }.map(QuestionError.unplaced)
  }

  /// What makes half a question of it, where there is no question before that completes it.
  package var refusalAlone: QuestionError? {
    guard yearOffset != nil || shortYear != nil || excludesLast, let word = words[.ordinal] else {
      return nil
    }
    return .unplaced(
      Unplaced(reason: excludesLast ? .exclusion : .year, text: word.text, range: word.range))
  }

  /// Words of the question that say something a reading does not have.
  package func omitted(by question: Question) -> [String] {
    let selection: Selection? =
      switch question {
      case .list(let selection, _), .aggregate(_, _, let selection): selection
      default: nil
      }
    // what is asked of a table of figures is told by its rows
    if selection?.kind == .figures { return [] }
    // words of fields may be a part of a name that is looked for
    let names = (selection?.conditions ?? []).compactMap {
      if case .matching(let name) = $0 { name } else { nil }
    }
    let kinds = words.keys.compactMap { part in
      switch part {
      case .kind(let kind): selection.map { $0.kind != kind } ?? false ? part : nil
      case .kindBesideWords: names.isEmpty ? nil : part
      default: nil
      }
    }.sorted { (words[$0]?.range.lowerBound ?? 0) < (words[$1]?.range.lowerBound ?? 0) }
    // things of a budget are no basic goals
    let isRanked = rank.map { rank in
      question.description.contains(rank) || selection?.kind == .headings || selection?.kind == .passages
    }
    return (parts(notIn: question) + kinds + (isRanked == false ? [.rank] : [])).filter {
      $0 != .ordinal || ordinal != nil
    }.compactMap {
      words[$0]?.text
    }
    .filter { word in !names.contains { $0.contains(word) } }.uniqued
  }

  /// What is left of verbs (廃止 of 廃止された), which no condition takes up; passages are looked up by them too.
  package func verbs(omittedBy question: Question) -> [String] {
    if case .passages = question { return [] }
    return uses.filter { $0.use == .verb }.map(\.text)
  }

  private func parts(notIn question: Question) -> [Part] {
    switch question {
    case .list(let selection, let show):
      missing(shown, from: show, selection.kind)
        + (selection.isOrdered ? [] : [.order, .openOrder])
        + (selection.position == nil && selection.limit == nil ? [.ordinal] : [])
        + [.group, .course, .aggregate]
    case .count(let selection):
      missing(shown.filter { $0 != .field(.count) }, from: [], selection.kind) + [.course, .group, .ordinal]
        + (selection.isOrdered ? [] : [.order, .openOrder])
    case .aggregate(_, of: let path, let selection):
      missing(shown, from: [path], selection.kind) + [.course, .group, .ordinal]
        + (selection.isOrdered ? [] : [.order, .openOrder])
    case .table(let selection, by: _, let columns):
      missing(shown, from: columns.compactMap(\.path), selection.kind) + [.course, .ordinal]
        + (mostFrequent == nil ? [.order, .openOrder] : [])
    case .share(let selection, of: _):
      missing(shown, from: [], selection.kind) + [.course, .group, .order, .openOrder]
    case .course(let selection):
      missing(shown.filter { !$0.isRole && !$0.isYear && $0 != .unit }, from: [], selection.kind)
        + [.order, .openOrder, .group, .ordinal]
    case .reckoning, .comparison, .definition, .passages: []
    }
  }

  private func missing(_ mentions: [Mention], from paths: [FieldPath], _ kind: SelectionKind) -> [Part] {
    mentions.filter { mention in
      let path = mention.path(in: kind) ?? mention.field.map(FieldPath.field)
      return path.map { !paths.contains($0) } ?? true
    }.map(Part.shown)
  }
}

extension Selection {
  /// In an order of its own, or of those that an order chose.
  fileprivate var isOrdered: Bool {
    !sort.isEmpty || conditions.contains { if case .among = $0 { true } else { false } }
  }
}

extension TableColumn {
  fileprivate var path: FieldPath? { if case .aggregate(_, let path) = shown { path } else { nil } }
}
