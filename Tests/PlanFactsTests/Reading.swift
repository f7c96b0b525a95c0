import JapaneseText
import PlanDocuments
import Testing

@testable import PlanFacts

/// Short ways to read an invented page and to look at what was read.
enum Reading {
  static func document(_ text: String) -> PlanDocument {
    PlanDocument(reading: Plan(id: "midori", path: "midori.txt", text: text))
  }

  static func facts(_ extractor: some FactExtractor, in text: String) -> [Fact] {
    extractor.extract(from: document(text)).facts
  }
}

extension Fact {
  var points: [Point] {
    if case .points(let points) = self[.points] { points } else { [] }
  }

  var schedule: [ScheduleEntry] {
    if case .schedule(let entries) = self[.schedule] { entries } else { [] }
  }

  func list(_ name: FieldName) -> [String]? {
    if case .list(let items) = self[name] { items } else { nil }
  }

  func text(_ name: FieldName) -> String? {
    if case .text(let text) = self[name] { text } else { nil }
  }

  func number(_ name: FieldName) -> Int? {
    if case .number(let number) = self[name] { number.wholeNumber } else { nil }
  }

  func flag(_ name: FieldName) -> Bool? {
    if case .flag(let flag) = self[name] { flag } else { nil }
  }
}

extension Point {
  /// `current 2020年度 902 g [902g]`, for comparing in tables.
  var summary: String {
    var parts = ["\(role)"]
    if let fiscalYear { parts.append("\(fiscalYear)\(calendarYear ? "年" : "年度")") }
    if let label { parts.append(label) }
    if let value { parts.append("\(value)\(unit.map { " \($0)" } ?? "")") }
    if let bound { parts.append("\(bound)") }
    return parts.joined(separator: " ") + " [\(text)]"
  }
}
