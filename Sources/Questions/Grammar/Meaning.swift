import JapaneseText
import PlanFacts

/// What an edge means.
package indirect enum Meaning: Hashable, Sendable {
  case things(Things)
  case field(Reference)
  case fields([Reference])
  case fieldsOfThings(FieldsOfThings)
  case condition(Restriction)
  case order(Ordering)
  case amount(Amount)
  case figure(Figure)
  case figures([Figure])
  case year(YearMention)
  case period(String)
  case span(Reference, Reference)
  /// 2番目
  case place(Int)
  case comparison(Comparison)
  case direction(Direction)
  case aggregate(Aggregate)
  case operation(Reckoning.Operation)
  case met(Bool)
  case boundary(Point.Bound)
  case change(Concept.Change)
  case text(String)
  case inquiry(Inquiry)
  case acts([Act])
  /// Last, next.
  case ordinal(Act.Place)
  /// The year before: -1.
  case offset(Int)
  /// A word that only rules speak of.
  case word
}

/// A number with the unit it was asked in.
package struct Figure: Hashable, Sendable {
  package let value: ExactNumber
  package let unit: String?

  /// Three of them: a count of things.
  var count: Int? {
    guard let count = value.wholeNumber, (1...999).contains(count), unit.map(Figure.counters.contains) ?? true
    else { return nil }
    return count
  }

  private static let counters: Set<String> = [
    "件", "つ", "個", "事業", "施策", "取組", "指標", "団体", "組織", "社", "計画", "項目", "政策", "位", "本", "種類", "items",
  ]
  private static let money: Set<String> = ["円", "yen", "千円", "百万円", "億円", "万円"]
  private static let parts: Set<String> = ["%", "％", "パーセント", "percent"]

  var isMoney: Bool { unit.map(Figure.money.contains) ?? false }

  /// In percent, where it is one: 80%, 8割.
  var percent: ExactNumber? {
    switch unit {
    case "割": value.multiplied(by: ExactNumber(10))
    case "倍": value.multiplied(by: ExactNumber(100))
    case let unit?: Figure.parts.contains(unit) ? value : nil
    case nil: value
    }
  }
}

extension Reference.FieldType {
  /// A figure of this sort may be printed in such a unit.
  func isCounted(in unit: String) -> Bool {
    let figure = Figure(value: ExactNumber(0), unit: unit)
    return switch self {
    case .money: figure.isMoney
    case .percent, .score: figure.percent != nil || unit == "ポイント"
    case .number, .figure: true
    case .level, .year, .text: false
    }
  }
}

/// Which way an order goes, and what the word for it speaks of.
package struct Direction: Hashable, Sendable {
  /// 高い and 良い mean another way for levels, whose best is 1; 古い is said of years alone; 多い may be
  /// said of the things themselves.
  /// The way of a bare 順 is not said.
  enum Manner: Hashable { case amount, count, height, judgement, age, unsaid }

  let way: SortKey.Direction
  let manner: Manner

  /// The way for a field; nil where the word is not said of such a field.
  func way(for field: Reference) -> SortKey.Direction? {
    let turned: SortKey.Direction = way == .ascending ? .descending : .ascending
    switch (manner, field.type) {
    case (.age, .year): return way
    case (.age, _): return nil
    case (.height, .level): return turned
    case (.judgement, .level): return way
    case (.judgement, .score): return turned
    case (.judgement, _): return nil
    case (.amount, .text), (.count, .text), (.height, .text), (.unsaid, .text): return nil
    case (.amount, _), (.count, _), (.height, _), (.unsaid, _): return way
    }
  }

  /// What such a word speaks of where no field is named: 一番古い計画 is the one adopted first.
  func usualField(of kind: SelectionKind) -> Reference? {
    switch (kind, manner) {
    case (.projects, .amount), (.projects, .height): .budget
    case (.projects, .judgement): .level
    case (.organizations, .age): .mention(.field(.foundedYear))
    case (.plans, .age): .mention(.field(.adoptedYear))
    default: nil
    }
  }
}
