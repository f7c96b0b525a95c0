import Analysis
import Glibc
import PlanDocuments
import PlanFacts
import TestSupport
import Testing

@Suite("The corpus's facts")
struct CorpusFactsTests {
  static let publishedIsAtHand = access(Paths.publishedPlans, R_OK) == 0

  @Test func `the corpus's records and their names and figures are the committed ones`() {
    let summary = RestatedPlan.names.map { RestatedPlan.corpus[$0]?.summary ?? "" }.joined()
    let difference = Golden.difference(summary, "corpus-facts.text")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: RestatedPlan.names)
  func `a restated text says first what it restates, then that the wording is its own`(name: String) throws {
    let lines = try #require(RestatedPlan.corpus[name]).plan.lines
    #expect(lines.count > 2)
    #expect(lines.first?.hasPrefix("〔原典〕") == true)
    #expect(lines.dropFirst().first?.hasPrefix("〔注記〕") == true)
  }

  @Test(.enabled(if: publishedIsAtHand), arguments: RestatedPlan.names)
  func `a restated text gives the published text's records, each with its names and figures`(
    name: String
  ) throws {
    let restated = try #require(RestatedPlan.corpus[name]).records
    let published = try #require(RestatedPlan.published[name]).records
    #expect(!published.isEmpty)
    let missing = published.subtracting(restated)
    let added = restated.subtracting(published)
    #expect(missing.isEmpty && added.isEmpty, "- \(missing.lines)\n+ \(added.lines)")
  }

  @Test(.enabled(if: publishedIsAtHand), arguments: RestatedPlan.names)
  func `a record stands where it stands in the published text, give or take a rewritten sentence`(
    name: String
  ) throws {
    let restated = try #require(RestatedPlan.corpus[name]).places
    let published = try #require(RestatedPlan.published[name]).places
    for (record, lines) in published {
      let others = restated[record] ?? []
      let isNear = zip(lines, others).allSatisfy { abs($0 - $1) <= 4 }
      #expect(lines.count == others.count && isNear, "\(record): \(lines), restated \(others)")
    }
  }
}

/// A plan of the corpus, or the published text of the same name, with its facts.
struct RestatedPlan {
  /// The plans of the corpus, in order.
  static let names = TemporaryDirectory.names(in: Paths.corpus).filter { $0.hasSuffix(".txt") }
    .map { String($0.dropLast(4)) }

  static let corpus = all(in: Paths.corpus)
  static let published = all(in: Paths.publishedPlans)

  let plan: Plan
  private let facts: [Fact]

  private static func all(in folder: String) -> [String: RestatedPlan] {
    Dictionary(uniqueKeysWithValues: names.map { ($0, RestatedPlan($0, in: folder)) })
  }

  private init(_ name: String, in folder: String) {
    let path = "\(folder)/\(name).txt"
    plan = Plan(id: name, path: path, text: Files.text(path))
    facts = Extraction(reading: PlanDocument(reading: plan)).facts
  }

  /// What each record says apart from its prose; a text may print the same record twice.
  var records: Multiset { Multiset(facts.map(RecordOutline.line)) }

  /// The first lines of the places of each record, by kind and name.
  var places: [String: [Int]] {
    facts.reduce(into: [:]) { places, fact in
      places["\(fact.kind.rawValue) \(fact.name)", default: []] += fact.sources.map(\.lines.first)
    }
  }

  /// A line a kind: the plan, the kind, how many records, and a hash of their names and figures.
  var summary: String {
    FactKind.allCases.compactMap { kind in
      let records = facts.filter { $0.kind == kind }.map(RecordOutline.line)
      guard !records.isEmpty else { return nil }
      var hash = StableHash()
      for record in records.sorted() { hash.combine(Array(record.utf8)) }
      let digits = String(hash.value, radix: 16)
      let padded = String(repeating: "0", count: 16 - digits.count) + digits
      return "\(plan.id) \(kind.rawValue) \(records.count) \(padded)\n"
    }.joined()
  }
}

/// Lines of which some may be the same.
struct Multiset {
  private var counts: [String: Int] = [:]

  init(_ lines: [String]) {
    for line in lines { counts[line, default: 0] += 1 }
  }

  var isEmpty: Bool { counts.isEmpty }
  var lines: String { counts.keys.sorted().joined(separator: "\n  ") }

  func subtracting(_ other: Multiset) -> Multiset {
    var rest = Multiset([])
    for (line, count) in counts where count > other.counts[line, default: 0] {
      rest.counts[line] = count - other.counts[line, default: 0]
    }
    return rest
  }
}

/// A record on one line: its kind, its name, and of each field what is no prose.
enum RecordOutline {
  /// Fields whose words are the plan's sentences: of these a text counts as there, a list by its length.
  private static let prose: Set<FieldName> = [
    .overview, .results, .current, .changedTargets, .note, .summary,
  ]

  static func line(_ fact: Fact) -> String {
    let fields = fact.fields.map { "\($0.name.rawValue)=\(value($0, of: fact.kind))" }
    let targets = fact.sources.map { $0.sdgTargets.joined(separator: ",") }
    return ([fact.kind.rawValue, fact.name] + fields + ["sources=\(targets)"]).joined(separator: " | ")
  }

  private static func value(_ field: Field, of kind: FactKind) -> String {
    let isProse = prose.contains(field.name)
    switch field.value {
    // what a note explains is a sentence, what a bracket shortens is not
    case .text(let text) where kind == .definition && !text.hasSuffix("。"):
      // dots may part the words of a long name
      return String(text.filter { $0.isLetter || $0.isNumber })
    case .text(let text): return isProse ? "…" : text
    case .number(let number): return number.description
    case .flag(let flag): return flag.description
    case .list(let items): return isProse ? "\(items.count)" : items.joined(separator: "; ")
    case .attributes(let attributes):
      return attributes.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
    case .points(let points): return points.map(point).joined(separator: "; ")
    case .schedule(let entries):
      return entries.map { "\($0.fiscalYear ?? 0)\($0.orLater ? "+" : ""):\($0.items.count)" }
        .joined(separator: "; ")
    }
  }

  private static func point(_ point: Point) -> String {
    let year = point.fiscalYear.map { "\($0)" } ?? "-"
    let parts: [String?] = [
      point.role.rawValue, point.period, point.label, year, point.calendarYear ? "年" : nil,
      point.fiscalYears.isEmpty ? nil : "\(point.fiscalYears)", point.bound?.rawValue,
      point.value?.description, point.unit, point.text,
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
