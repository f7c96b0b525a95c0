import JapaneseText
import PlanFacts
import Questions

/// Figures reckoned from figures, and things side by side.
extension ReadingBuilder {
  /// The figure with everything that it was reckoned from; nil where a part of it has nothing to be reckoned from.
  func reckoning(_ figure: Reckoning, _ question: Question) throws(Refusal) -> Reading? {
    var parts: [Reading] = []
    guard let value = try number(figure, &parts) else { return nil }
    let items = parts.flatMap(\.items).uniqued
    return Reading(
      canonical: question.description, kind: .number, total: items.count, value: value, items: cut(items),
      asked: parts.flatMap(\.asked).uniqued, unread: parts.flatMap(\.unread).uniqued,
      notes: (parts.map(\.noted) + parts.flatMap(\.notes)).uniqued,
      because: parts.flatMap(\.because).filter { if case .rowsUnread = $0 { false } else { true } }.uniqued)
  }

  private func number(_ figure: Reckoning, _ parts: inout [Reading]) throws(Refusal) -> NumberValue? {
    let simple: Question
    switch figure {
    case .figure(let path, let selection): return try self.figure(path, selection, &parts)
    case .count(let selection): simple = .count(selection)
    case .aggregate(let aggregate, let path, let selection):
      simple = .aggregate(aggregate, of: path, selection)
    case .combined(let a, let operation, let b):
      guard let x = try number(a, &parts), let y = try number(b, &parts) else { return nil }
      return try combine(x, operation, y)
    }
    guard let reading = try readings(of: simple).first, let value = reading.value else { return nil }
    parts.append(reading)
    return value
  }

  private func combine(_ a: NumberValue, _ operation: Reckoning.Operation, _ b: NumberValue) throws(Refusal)
    -> NumberValue?
  {
    if let x = a.unit, let y = b.unit, x != y { throw .unlikeUnits([x, y].sorted()) }
    return operation.result(a.value, b.value).map {
      NumberValue(value: $0, unit: operation.unit(of: a.unit ?? b.unit))
    }
  }

  /// The one figure at a path of the things selected: where several print it, they must print the same.
  private func figure(_ path: FieldPath, _ selection: Selection, _ parts: inout [Reading]) throws(Refusal)
    -> NumberValue?
  {
    let chosen = evaluator.chosen(selection)
    let points = PointScope(selection)
    let found = chosen.facts.compactMap { fact in
      points.narrowed(fact).figure(at: path).map { (fact, NumberValue(value: $0.value, unit: $0.unit)) }
    }
    guard let value = found.first?.1 else { return nil }
    let others = found.map { "\($0.1.value)\($0.1.unit ?? "") (\(titles($0.0)))" }.uniqued
    guard found.allSatisfy({ $0.1 == value }) else {
      throw .severalFigures("\(path) of \(selection)", others)
    }
    parts.append(
      reading(
        .list(selection, show: [path]), ReadingKind(selection.kind), found.map(\.0), total: found.count,
        value: value, asked: path.fieldNames, notes: chosen.notes))
    return value
  }

  private func titles(_ fact: Fact) -> String { "\(fact.name), \(evaluator.titles[fact.plan] ?? fact.plan)" }

  // MARK: figures that are compared with

  /// The question with each figure that it compares with reckoned, and the parts of those figures; nil where one of them
  /// has nothing to be reckoned from.
  func settled(_ question: Question) throws(Refusal) -> (question: Question, parts: [Reading])? {
    var values: [Reckoning: Operand] = [:]
    var parts: [Reading] = []
    for figure in question.comparedFigures where values[figure] == nil {
      guard let value = try number(figure, &parts) else { return nil }
      values[figure] = .number(value.value, unit: value.unit)
    }
    guard !values.isEmpty else { return (question, []) }
    let settled = question.mapSelections { selection in
      selection.mapOperands { operand in
        if case .reckoned(let figure) = operand { values[figure] ?? operand } else { operand }
      }
    }
    return (settled, parts)
  }

  // MARK: side by side

  /// A thing for each side that selects one, a group with its count and figures for each that selects several.
  func comparison(_ sides: [Selection], by paths: [FieldPath], _ question: Question) throws(Refusal)
    -> Reading?
  {
    var items: [Item] = []
    var notes: [Note] = []
    var because: [Gap] = []
    for side in sides {
      let chosen = evaluator.chosen(side)
      because += gaps(in: side, chosen, Evaluator.Scope())
      notes += chosen.notes
      if chosen.facts.isEmpty {
        notes.append(.none(canonical: side.description))
      } else if chosen.facts.count == 1 || side.limit == 1 || side.isNamed {
        items += chosen.facts.map { Item($0, in: library) }
      } else {
        items.append(try group(side, chosen.facts.map(PointScope(side).narrowed), paths))
      }
    }
    guard !items.isEmpty else { return nil }
    return Reading(
      canonical: question.description, kind: .comparison, total: items.count, items: cut(items),
      asked: paths.flatMap(\.fieldNames).uniqued,
      unread: sides.compactMap(\.kind.factKind).uniqued.flatMap { unread(of: $0) }, notes: notes.uniqued,
      because: because.uniqued)
  }

  private func group(_ side: Selection, _ facts: [Fact], _ paths: [FieldPath]) throws(Refusal) -> Item {
    var fields = [ItemField("count", .number(ExactNumber(facts.count)))]
    for path in paths {
      guard let sum = try value(.sum, of: path, facts) else { continue }
      fields.append(ItemField("sum of \(path)", .number(sum.value)))
      if let unit = sum.unit, !fields.contains(where: { $0.name == FieldName.unit.rawValue }) {
        fields.append(ItemField(FieldName.unit.rawValue, .text(unit)))
      }
    }
    return Item(
      type: "group", name: side.description, fields: fields,
      sources: facts.flatMap { $0.itemSources(in: library) })
  }
}

extension Reading {
  /// The figure of a part, as a note.
  var noted: Note { .figure(canonical: canonical, value) }
}

extension Selection {
  /// Says by name which things it selects.
  fileprivate var isNamed: Bool { conditions.contains { if case .named = $0 { true } else { false } } }
}
