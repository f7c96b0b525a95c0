import PlanDocuments

/// What was read from a plan.
package struct Extraction: Hashable, Sendable {
  package var facts: [Fact] = []
  package var unread: [UnreadRow] = []
  /// Every table, in order of lines.
  package var tables: [TableReading] = []

  package init(facts: [Fact] = [], unread: [UnreadRow] = [], tables: [TableReading] = []) {
    self.facts = facts
    self.unread = unread
    self.tables = tables
  }

  /// Reads everything a document holds: each extractor in turn, then what needs all of them (links, repeats).
  ///
  /// - Parameter schema: What the heads of tables mean.
  package init(reading document: PlanDocument, schema: FieldSchema = .builtIn) {
    self.init()
    for extractor in Extraction.extractors {
      let part = extractor.extract(from: document)
      facts += part.facts
      unread += part.unread
    }
    // tables of plain figures are what no other form of page has claimed
    self = TableReader(document, schema).adding(to: self)
    facts += FigureTableExtractor(besides: facts, unread).extract(from: document).facts
    facts.removeAll { $0.kind != .heading && NameCell.isToBeFilled($0.name) }
    takeOutNameless()
    tables = (tables + TableReading.others(facts, besides: tables)).sorted { a, b in
      (a.lines, a.readAs?.rawValue ?? "", a.title ?? "") < (b.lines, b.readAs?.rawValue ?? "", b.title ?? "")
    }
    facts = Scale.ranked(placingReviewed(mergingRepeats(facts)), in: document.plan, schema)
    let unclaimed = UnclaimedRows(document, self).rows
    unread += unclaimed
    tables = tables.map { $0.adding(unread: unclaimed.map(\.lines)) }
  }

  /// A figure or a mark is nobody's name, whichever reader took it for one.
  private mutating func takeOutNameless() {
    let nameless = facts.filter {
      [.project, .indicator, .measure].contains($0.kind)
        && !$0.name.unicodeScalars.contains(where: \.properties.isAlphabetic)
    }
    guard !nameless.isEmpty else { return }
    facts.removeAll(where: nameless.contains)
    unread += nameless.flatMap { fact in
      fact.sources.map {
        UnreadRow(
          kind: fact.kind, plan: fact.plan, lines: $0.lines, section: $0.section,
          reason: "no name in a row of figures")
      }
    }
  }

  /// One for each form of page, in the order in which their facts are listed.
  package static let extractors: [any FactExtractor] = [
    ActionProgramExtractor(),
    AdoptedPlanExtractor(),
    DefinitionExtractor(),
    GlossaryExtractor(),
    LegendExtractor(),
    EvaluationListExtractor(),
    HeadingExtractor(),
    IndicatorLinesExtractor(),
    IndicatorTableExtractor(),
    OrganizationExtractor(),
    ReviewSummaryExtractor(),
  ]
}

/// Reads one form of page, recognised by its layout and labels; gives nothing where the form does not occur.
package protocol FactExtractor: Sendable {
  func extract(from document: PlanDocument) -> Extraction
}
