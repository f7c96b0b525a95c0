import PlanDocuments
import TestSupport

@testable import PlanFacts

/// A record of a gold file: `kind<TAB>name<TAB>field=value…`, written by hand from the text beside it.
struct GoldRecord: Hashable, Sendable {
  let kind: String
  let name: String
  /// `field=value`, in any order.
  let fields: Set<String>

  static func all(in text: String) -> [GoldRecord] {
    text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t").map(String.init)
      return GoldRecord(kind: parts[0], name: parts[1], fields: Set(parts.dropFirst(2)))
    }
  }

  /// All that was read except headings, which the outline's golden holds.
  static func all(read document: PlanDocument) -> [GoldRecord] {
    Extraction(reading: document).facts.filter { $0.kind != .heading }.map { fact in
      GoldRecord(
        kind: fact.kind.rawValue, name: fact.name,
        fields: Set(fact.fields.map { "\($0.name.rawValue)=\(written($0.value))" }))
    }
  }

  private static func written(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .flag(let flag): "\(flag)"
    case .list(let items): items.joined(separator: " / ")
    case .points(let points): points.map(written).joined(separator: " / ")
    case .attributes(let attributes): attributes.map { "\($0.name): \($0.value)" }.joined(separator: " / ")
    case .schedule(let entries):
      entries.map { entry in
        "\(entry.fiscalYear.map { "\($0)" } ?? "?"):\(entry.items.joined(separator: "・"))"
      }.joined(separator: " / ")
    }
  }

  /// `target@2027=60.0 % atLeast`
  private static func written(_ point: Point) -> String {
    var text = "\(point.role)@"
    if let year = point.fiscalYear { text += "\(year)\(point.calendarYear ? "年" : "")" }
    text += "=\(point.value.map { "\($0)" } ?? point.text)"
    if let unit = point.unit { text += " \(unit)" }
    if let bound = point.bound { text += " \(bound)" }
    if let label = point.label { text += " #\(label)" }
    return text
  }
}

/// What was read, held against the gold.
struct Comparison {
  /// Records of the gold that were not read, and read ones that are not in it.
  private(set) var missing: [GoldRecord] = []
  private(set) var invented: [GoldRecord]
  /// `name: field=value` of records that both have.
  private(set) var missingFields: [String] = []
  private(set) var wrongFields: [String] = []
  private(set) var rightFields = 0
  let gold: Int
  let read: Int

  init(gold: [GoldRecord], read: [GoldRecord]) {
    self.gold = gold.count
    self.read = read.count
    var rest = read
    for record in gold {
      guard let i = rest.firstIndex(where: { $0.kind == record.kind && $0.name == record.name }) else {
        missing.append(record)
        continue
      }
      let found = rest.remove(at: i)
      rightFields += record.fields.intersection(found.fields).count
      missingFields += record.fields.subtracting(found.fields).sorted().map { "\(record.name): \($0)" }
      wrongFields += found.fields.subtracting(record.fields).sorted().map { "\(record.name): \($0)" }
    }
    invented = rest
  }

  var summary: String {
    let lines =
      ["\(gold) in the gold, \(read) read, \(rightFields) fields right"]
      + missing.map { "- \($0.kind) \($0.name)" }
      + invented.map { "+ \($0.kind) \($0.name) \($0.fields.sorted())" }
      + missingFields.map { "-   \($0)" } + wrongFields.map { "+   \($0)" }
    return lines.joined(separator: "\n")
  }
}
