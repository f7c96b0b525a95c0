import JapaneseText
import PlanFacts
import Questions

/// Figures reckoned from figures, and things side by side.
extension ReadingBuilder {
  /// The figure with everything that it was reckoned from; nil where a part of it has nothing to be reckoned from.
  func reckoning(_ figure: Reckoning, _ question: Question) throws(Refusal) -> Reading? {
    var parts: [Reading] = []
    guard let value = try number(figure, &parts) else { return nil }
    let notes = parts.map { part in
      "\(part.canonical): \(part.value.map { "\($0.value)\($0.unit ?? "")" } ?? "")"
    }
    let items = parts.flatMap(\.items).uniqued
    return Reading(
      canonical: question.description, kind: .number, total: items.count, value: value, items: cut(items),
      asked: parts.flatMap(\.asked).uniqued, unread: parts.flatMap(\.unread).uniqued,
      notes: (notes + parts.flatMap(\.notes)).uniqued)
  }

  private func number(_ figure: Reckoning, _ parts: inout [Reading]) throws(Refusal) -> NumberValue? {
    let simple: Question
    switch figure {
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
    let unit = a.unit ?? b.unit
    switch operation {
    case .plus: return a.value.adding(b.value).map { NumberValue(value: $0, unit: unit) }
    case .minus: return a.value.subtracting(b.value).map { NumberValue(value: $0, unit: unit) }
    case .apart:
      let (low, high) = (min(a.value, b.value), max(a.value, b.value))
      return high.subtracting(low).map { NumberValue(value: $0, unit: unit) }
    case .dividedBy:
      return a.value.divided(by: b.value, places: 4).map { NumberValue(value: $0, unit: "倍") }
    case .percentOf:
      return a.value.multiplied(by: ExactNumber(100))?.divided(by: b.value, places: 1)
        .map { NumberValue(value: $0, unit: "%") }
    }
  }

  // MARK: side by side

  /// A thing for each side that selects one, a group with its count and figures for each that selects several.
  func comparison(_ sides: [Selection], by paths: [FieldPath], _ question: Question) throws(Refusal)
    -> Reading?
  {
    var items: [Item] = []
    var notes: [String] = []
    for side in sides {
      let chosen = evaluator.chosen(side)
      notes += chosen.notes
      if chosen.facts.isEmpty {
        notes.append("\(side): none")
      } else if chosen.facts.count == 1 || side.limit == 1 || side.isNamed {
        items += chosen.facts.map { Item($0, in: library) }
      } else {
        items.append(try group(side, chosen.facts, paths))
      }
    }
    guard !items.isEmpty else { return nil }
    return Reading(
      canonical: question.description, kind: .comparison, total: items.count, items: cut(items),
      asked: paths.flatMap(\.fieldNames).uniqued,
      unread: sides.compactMap(\.kind.factKind).uniqued.flatMap { unread(of: $0) }, notes: notes.uniqued)
  }

  private func group(_ side: Selection, _ facts: [Fact], _ paths: [FieldPath]) throws(Refusal) -> Item {
    var fields = [ItemField("count", .number(ExactNumber(facts.count)))]
    for path in paths {
      let figures = facts.compactMap { $0.figure(at: path) }
      let units = Set(figures.map { $0.unit ?? "" })
      guard units.count <= 1 else { throw .unlikeUnits(units.sorted()) }
      if !figures.isEmpty, let sum = reckon(.sum, figures.map(\.value)) {
        fields.append(ItemField("sum of \(path)", .number(sum)))
      }
    }
    return Item(
      type: "group", name: side.description, fields: fields,
      sources: facts.flatMap { $0.itemSources(in: library) })
  }
}

extension Selection {
  /// Says by name which things it selects.
  fileprivate var isNamed: Bool { conditions.contains { if case .named = $0 { true } else { false } } }
}
