import Answers
import JapaneseText
import Phrases
import PlanFacts
import Questions

extension Answer {
  /// The language an answer is given in: the question's own, else `otherwise`.
  package func language(otherwise: Language) -> Language { Language(of: question) ?? otherwise }

  /// What is said first: how many there are, or the figure that was asked for, or what is wrong with the question.
  package var sentence: Saying {
    if let error { return error.saying }
    return readings.first?.sentence ?? Phrase.noMatch.with(Saying(question))
  }
}

extension Reading {
  /// The reading's answer in one sentence. It never says more than the reading does: what may be missing is said by `because`.
  package var sentence: Saying {
    if let gap = because.first(where: \.isAnswer) { return Phrase.sentence.with(gap.saying) }
    // a list that no question asked for has a title of its own
    guard let question = Question(canonical: canonical) else { return Saying(canonical) }
    switch question {
    case .list(let selection, let show): return list(selection, show)
    case .count(let selection):
      return value.map { counted(selection.subject, FigureText.grouped($0.value)) }
        ?? counted(selection.subject)
    case .aggregate(let aggregate, let path, let selection):
      guard let value else { return counted(selection.subject) }
      guard selection.sort.isEmpty, selection.limit == nil, selection.position == nil else {
        return Phrase.isValue.with(value.saying(of: path))
      }
      return Phrase.valueOfAll.with(
        total == 1 ? selection.subjectOfOne : selection.subject, Saying(total), Saying(path),
        Saying(field: aggregate.rawValue), value.saying(of: path))
    case .reckoning: return value.map { Phrase.isValue.with($0.saying(of: nil)) } ?? counted(Saying(kind))
    case .share: return value.map { Phrase.shareIs.with($0.saying(of: nil)) } ?? counted(Saying(kind))
    case .table(let selection, let path, _):
      return total == 0
        ? counted(selection.subject)
        : Phrase.groups.with(selection.subject, Saying(total), Saying(path))
    case .course(let selection):
      return total == 0 ? counted(selection.subject) : Phrase.course.with(selection.subject, Saying(total))
    case .comparison:
      return total == 0 ? counted(Saying(kind)) : Phrase.sideBySide.with(Saying(total))
    case .definition(let term):
      guard items.count == 1, let item = items.first, case .text(let summary)? = item["summary"] else {
        return counted(total == 0 ? Saying(kind) : Phrase.definitionsOf.with(Saying(term)))
      }
      return Phrase.definition.with(Saying(term), Saying(summary))
    case .passages(let selection): return counted(selection.subject)
    }
  }

  /// There are so many; or so many were found, where there may be more.
  private func counted(_ subject: Saying, _ count: String? = nil) -> Saying {
    let shown = Saying(count ?? FigureText.grouped(ExactNumber(total)))
    if total == 0 && count == nil { return Phrase.noneFound.with(subject) }
    let one = shown.english == "1" ? Question(canonical: canonical)?.subjectOfOne : nil
    guard isComplete, kind != .passages else { return Phrase.found.with(one ?? subject, shown) }
    return one.map { Phrase.thereIsOne.with($0) } ?? Phrase.thereAre.with(subject, shown)
  }

  private func list(_ selection: Selection, _ show: [FieldPath]) -> Saying {
    let subject = selection.subject
    guard total > 0 else { return counted(subject) }
    if total == 1, let item = items.first, let said = single(item, show) { return said }
    let key = selection.sort.first
    let isAscending = key?.direction == .ascending
    // the best level is the first, whatever its number
    let direction =
      (key?.path == .field(.level)
      ? isAscending ? Phrase.bestFirst : .worstFirst : isAscending ? .smallestFirst : .largestFirst).with()
    if let position = selection.position {
      guard let key else { return counted(subject) }
      return Phrase.placeInOrder.with(subject, Saying(total), Saying(position), Saying(key.path), direction)
    }
    if let limit = selection.limit, limit < total {
      let count = Saying(max(limit, items.count))
      return key.map { Phrase.firstInOrder.with(subject, Saying(total), count, Saying($0.path), direction) }
        ?? Phrase.firstPrinted.with(subject, Saying(total), count)
    }
    guard let key, total > 1 else { return counted(subject) }
    for case .leftOutOfOrder(let left, _) in notes {
      return Phrase.firstInOrder.with(
        subject, Saying(total), Saying(total - left), Saying(key.path), direction)
    }
    return Phrase.allInOrder.with(subject, Saying(total), Saying(key.path), direction)
  }

  /// What a single thing states: the one field asked for, or the figures of an indicator.
  private func single(_ item: Item, _ show: [FieldPath]) -> Saying? {
    if let value, let path = show.count == 1 ? show.first : show.first(where: \.isReckoned) {
      return Phrase.valueOfOne.with(Saying(item.name), Saying(path), value.saying(of: path))
    }
    // how it was graded, where it has no level
    let isGrade = show == [.field(.level)] || show == [.field(.grade)]
    if isGrade, item[FieldName.level.rawValue] == nil, let path = show.first {
      let printed = [FieldName.grade, .gradeText].compactMap { name -> String? in
        if case .text(let text)? = item[name.rawValue] { text } else { nil }
      }
      if let grade = printed.first {
        let words = printed.dropFirst().first
        let shown = Saying(
          english: grade + (words.map { " (\($0))" } ?? ""), japanese: grade + (words.map { "（\($0)）" } ?? "")
        )
        return Phrase.valueOfOne.with(Saying(item.name), Saying(path), shown)
      }
    }
    if case .list(let points)? = item["points"], item.type == FactKind.indicator.rawValue {
      let line = FigureText.PointLine(points)
      if show.contains(.field(.met)), case .flag(let isMet)? = item[FieldName.met.rawValue] {
        return (isMet ? Phrase.metOfOne : .notMetOfOne).with(
          Saying(item.name), line.newestBesideTarget.saying)
      }
      guard line.points.count <= 4, !line.points.isEmpty else { return nil }
      return Phrase.pointsOfOne.with(Saying(item.name), line.saying)
    }
    guard show.count == 1, let path = show.first, case .field(let field) = path,
      let value = item[field.rawValue]
    else { return nil }
    switch value {
    case .number(let number):
      let words = field == .level ? item["levelText"] : nil
      if case .text(let text)? = words {
        let shown = Saying(english: "\(number) (\(text))", japanese: "\(number)（\(text)）")
        return Phrase.valueOfOne.with(Saying(item.name), Saying(path), shown)
      }
      guard field == .budget || field == .settlement else {
        return Phrase.valueOfOne.with(
          Saying(item.name), Saying(path), Saying(FigureText.plain(number, field: field.rawValue)))
      }
      return Phrase.valueOfOne.with(
        Saying(item.name), Saying(path),
        NumberValue(value: number, unit: item.moneyUnit(of: field.rawValue)).saying(of: path))
    case .text(let text): return Phrase.valueOfOne.with(Saying(item.name), Saying(path), Saying(text))
    case .flag, .list, .object: return nil
    }
  }
}

extension Gap {
  /// True where it is itself the answer: nothing states what was asked for, or only part of it could be reckoned.
  fileprivate var isAnswer: Bool {
    switch self {
    case .notStated, .overPart, .passagesInstead, .noneRead: true
    case .wordsNotUnderstood, .rowsUnread, .stated, .figuresUnread, .unlikeUnits, .byName, .byText,
      .wordsApart, .ofEverything, .ofEarlier, .filesLeftOut, .filesChanged, .withheld:
      false
    }
  }
}

extension NumberValue {
  /// The figure with its unit; where a figure is printed without one, that is said.
  /// - Parameter path: the field it is of; nil for what is worked out and has a unit only where it is said.
  fileprivate func saying(of path: FieldPath?) -> Saying {
    let number = FigureText.grouped(value)
    if let unit { return Saying(english: "\(number) \(unit)", japanese: "\(number) \(unit)") }
    switch path {
    case .field, .point, .pointIn, .attribute: return Phrase.noUnitStated.with(Saying(number))
    case .combined, .derived, .scheduleYear, .name, .document, .rank, nil: return Saying(number)
    }
  }
}

extension Question {
  fileprivate var subjectOfOne: Saying? {
    switch self {
    case .list(let selection, _), .count(let selection), .passages(let selection): selection.subjectOfOne
    case .aggregate, .reckoning, .share, .table, .course, .comparison, .definition: nil
    }
  }
}

extension Selection {
  /// The things it selects, in words: `総務企画局の事業`, `projects where bureau = "総務企画局"`. A condition that has no short
  /// wording is left to the canonical line, with all the others.
  var subject: Saying {
    var bare = self
    (bare.sort, bare.limit, bare.position) = ([], nil, nil)
    let words = conditions.map(\.phrase)
    let said =
      words.contains(nil)
      ? Phrase.meetsConditions.with().japanese : words.compactMap { $0?.japanese }.joined()
    return Saying(english: bare.description, japanese: said + CanonicalWords.japanese(kind: kind.rawValue))
  }

  /// The same in the singular.
  var subjectOfOne: Saying {
    let subject = subject
    return Saying(
      english: String(kind.rawValue.dropLast()) + subject.english.dropFirst(kind.rawValue.count),
      japanese: subject.japanese)
  }
}

extension Condition {
  /// Before a noun; nil where that would be too long to be said in one breath.
  fileprivate var phrase: Saying? {
    switch self {
    case .comparison(.field(.bureau), .equal, .text(let text)): Phrase.ofBureau.with(Saying(text))
    case .comparison(let path, .equal, .text(let text)): Phrase.equalText.with(Saying(path), Saying(text))
    case .comparison(let path, let comparison, .number(let value, let unit)):
      comparison.phrase.with(
        Saying(path), Saying(FigureText.plain(value, field: path.description) + (unit ?? "")))
    case .comparison(let path, let comparison, .field(let other)):
      comparison.phraseOfFields.with(Saying(path), Saying(other))
    case .prefix(let path, let text): Phrase.startsWith.with(Saying(path), Saying(text))
    case .contains(let path, let text): Phrase.contains.with(Saying(path), Saying(text))
    case .missing(let path): Phrase.lacks.with(Saying(path))
    case .under(let text): Phrase.under.with(Saying(text))
    case .named(let text): Phrase.named.with(Saying(text))
    case .matching(let text): Phrase.matching.with(Saying(text))
    case .about(let text): Phrase.about.with(Saying(text))
    case .document(let text): Phrase.inDocument.with(Saying(text))
    case .alsoIn(let text): Phrase.alsoInDocument.with(Saying(text))
    case .comparison, .among, .any, .all, .not: nil
    }
  }
}

extension Comparison {
  fileprivate var phrase: Phrase {
    switch self {
    case .equal: .equalNumber
    case .notEqual: .unequal
    case .less: .less
    case .atMost: .atMost
    case .greater: .greater
    case .atLeast: .atLeast
    }
  }

  fileprivate var phraseOfFields: Phrase {
    switch self {
    case .equal: .sameAsField
    case .notEqual: .unlikeField
    case .less: .lessThanField
    case .atMost: .atMostField
    case .greater: .greaterThanField
    case .atLeast: .atLeastField
    }
  }
}
