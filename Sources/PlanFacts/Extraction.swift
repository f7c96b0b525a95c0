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
    tables = (tables + TableReading.others(facts, besides: tables)).sorted { a, b in
      (a.lines, a.readAs?.rawValue ?? "", a.title ?? "") < (b.lines, b.readAs?.rawValue ?? "", b.title ?? "")
    }
    facts = Scale.ranked(placingReviewed(mergingRepeats(facts)), in: document.plan, schema)
    unread += UnclaimedRows(document, self).rows
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
