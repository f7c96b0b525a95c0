import Analysis
import JapaneseText
import PlanDocuments
import PlanFacts
import SourceFiles

/// What reading some documents anew with a lesson gives more, or less where a count is below 0.
package struct LessonTrial: Hashable, Sendable {
  /// Facts of things (all but headings, plain figures and tables), by kind; kinds without a change are left out.
  package let things: [FactKind: Int]
  /// Values of things: each point, amount, text and attribute is one.
  package let values: Int
  /// Those of them that are fields, and not attributes under a head that nothing is known of.
  package let fields: Int
  /// Figures that are kept under the heads of their table and belong to nothing.
  package let figures: Int
  package let unread: Int
  /// Things that are new, three at most.
  package let examples: [Fact]

  /// Whether more is read, and nothing that was a thing is lost.
  package var isGain: Bool {
    (values > 0 || fields > 0 || things.values.contains { $0 > 0 }) && !things.values.contains { $0 < 0 }
      && values >= 0
  }
}

/// Lessons in the making: what could be taught of the tables of a library, and what each would change.
///
/// Nothing is written. Documents are read again as they are asked about, and kept in memory.
package struct Lessons {
  /// A head with the meanings that would make more be read, the likeliest first; not empty.
  package struct Question: Hashable, Sendable {
    package let proposal: HeadProposal
    package let options: [(content: Taught.Content, kind: FieldSchema.Kind, trial: LessonTrial)]
    /// Whether a plain yes to the first option is answer enough.
    package let isSure: Bool

    package static func == (a: Question, b: Question) -> Bool { a.proposal == b.proposal }
    package func hash(into hasher: inout Hasher) { hasher.combine(proposal) }
  }

  private let library: Library
  private let base: Lexicons
  private let reader: SourceReader
  private let taught: Taught
  private var schema: FieldSchema
  private var tables: [(document: String, tables: [TableReading])]
  private var documents: [String: PlanDocument] = [:]
  private var read: [String: Extraction] = [:]
  private var plain: Set<[String]>
  private var passed: Set<HeadProposal> = []
  /// What was said yes or no to, in order.
  package private(set) var kept: [Taught.Content] = []

  /// - Parameters:
  ///   - library: Built with `base` and `taught`.
  ///   - base: The lexicons without lessons.
  package init(_ library: Library, base: Lexicons, taught: Taught, reader: SourceReader) throws(LexiconError)
  {
    self.library = library
    self.base = base
    self.reader = reader
    self.taught = taught
    schema = try FieldSchema(taught.lexicons(over: base))
    plain = taught.plain
    tables = library.documents.filter { $0.origin == .text }.map { ($0.id, library.tables(of: $0.id)) }
  }

  /// The tables of a document, read with what was taught so far; nil where there is no such document.
  package func tables(of document: String) -> [TableReading]? {
    tables.first { $0.document == document }?.tables
  }

  /// The head of most rows that was not asked about; nil where there is none.
  package mutating func next() -> Question? {
    for proposal in HeadProposal.all(in: tables, schema, plain: plain) where !passed.contains(proposal) {
      passed.insert(proposal)
      let places = Set(proposal.places.map(\.document)).sorted()
      var options: [(content: Taught.Content, kind: FieldSchema.Kind, trial: LessonTrial)] = []
      for option in proposal.options {
        let trial = self.trial(option.content, in: places)
        if trial.isGain { options.append((option.content, option.kind, trial)) }
      }
      guard let first = options.first else { continue }
      return Question(
        proposal: proposal, options: options,
        isSure: proposal.isSure && first.content == proposal.options[0].content)
    }
    return nil
  }

  /// What a lesson would change in some documents.
  package mutating func trial(_ content: Taught.Content, in places: [String]) -> LessonTrial {
    let schema = schema(with: [content])
    var before: [Fact] = []
    var after: [Fact] = []
    var unread = 0
    for id in places {
      guard let document = document(id) else { continue }
      let old = reading(of: id, document)
      let new = Extraction(reading: document, schema: schema)
      before += old.facts
      after += new.facts
      unread += new.unread.count - old.unread.count
    }
    return LessonTrial(from: before, to: after, unread: unread)
  }

  /// Takes a lesson, or a no, as said; what is asked from now on is asked with it.
  package mutating func keep(_ content: Taught.Content, in places: [String]) {
    kept.append(content)
    if case .plain(let heads) = content { plain.insert(heads) }
    schema = schema(with: [])
    read = [:]
    for (i, entry) in tables.enumerated() where places.contains(entry.document) {
      guard let document = document(entry.document) else { continue }
      tables[i].tables = reading(of: entry.document, document).tables
    }
  }

  private func schema(with more: [Taught.Content]) -> FieldSchema {
    let all = taught.adding(kept + more)
    return (try? all.lexicons(over: base)).map(FieldSchema.init(valid:)) ?? schema
  }

  private mutating func document(_ id: String) -> PlanDocument? {
    if let known = documents[id] { return known }
    let document = library.plan(of: id, reader: reader).map { PlanDocument(reading: $0) }
    documents[id] = document
    return document
  }

  private mutating func reading(of id: String, _ document: PlanDocument) -> Extraction {
    if let known = read[id] { return known }
    let extraction = Extraction(reading: document, schema: schema)
    read[id] = extraction
    return extraction
  }
}

extension LessonTrial {
  fileprivate init(from before: [Fact], to after: [Fact], unread: Int) {
    var things: [FactKind: Int] = [:]
    for fact in after where fact.isThing { things[fact.kind, default: 0] += 1 }
    for fact in before where fact.isThing { things[fact.kind, default: 0] -= 1 }
    let values = { (facts: [Fact], attributes: Bool) in
      facts.filter(\.isThing).map { $0.valueCount(attributes: attributes) }.reduce(0, +)
    }
    let figures = { (facts: [Fact]) in facts.count { $0.kind == .figure } }
    let old = Set(before)
    self.init(
      things: things.filter { $0.value != 0 }, values: values(after, true) - values(before, true),
      fields: values(after, false) - values(before, false), figures: figures(after) - figures(before),
      unread: unread,
      examples: after.lazy.filter { $0.isThing && !old.contains($0) }.prefix(3).map(\.self))
  }
}

extension Fact {
  fileprivate var isThing: Bool {
    switch kind {
    case .project, .indicator, .measure, .evaluation, .organization, .definition: true
    case .heading, .plan, .figure, .table: false
    }
  }

  fileprivate func valueCount(attributes counts: Bool) -> Int {
    fields.map { field in
      switch field.value {
      case .points(let points): points.count
      case .attributes(let attributes): counts ? attributes.count : 0
      case .list(let texts): texts.count
      case .schedule(let entries): entries.count
      case .text, .number, .flag: [.unit, .scale, .table].contains(field.name) ? 0 : 1
      }
    }.reduce(0, +)
  }
}
