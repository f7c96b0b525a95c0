import JapaneseText
import PlanDocuments

/// Reads the summary of a review: goals with the number of their works, grade and direction; the directions under
/// each goal with their outcome; and how many works met, surpassed or missed their targets.
package struct ReviewSummaryExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    let lines = NumberedLine.all(in: document.plan)
    var reader = ReviewReader(goals: ReviewGoal.all(in: lines))
    for block in TextBlock.all(of: lines) { reader.read(block, document.plan) }
    reader.finish()
    reader.readLines(lines)
    // directions and charts belong to a review only where goals are judged
    guard reader.hasVerdict else { return Extraction() }
    var extraction = Extraction()
    extraction.facts = reader.judgements.map { $0.fact(in: document) }
    readChart(lines, reader, document, into: &extraction)
    return extraction
  }

  private func readChart(
    _ lines: [NumberedLine], _ reader: ReviewReader, _ document: PlanDocument,
    into extraction: inout Extraction
  ) {
    let chartReader = OutcomeChartReader(
      lines: lines, outcomes: Set(reader.statements.flatMap { $0.statement.outcomes }))
    let slices = chartReader.slices
    guard slices.count > 1 else { return }
    guard let chart = chartReader.chart(), let pairs = chart.pairing(by: reader.statements) else {
      extraction.unread += slices.map { slice in
        UnreadRow(
          kind: .evaluation, plan: document.plan.id, lines: LineRange(slice.line),
          section: document.outline.path(above: slice.line),
          reason: "a count and share whose label stands apart and can't be told for sure")
      }
      return
    }
    let caption = chartReader.caption(near: chart.legend)
    for (label, slice) in pairs {
      let own = LineRange(slice.line)
      let legend = LineRange(chart.legend.line)
      var fields = [
        Field(.gradeText, .text(label), lines: legend),
        Field(.count, .number(ExactNumber(slice.count)), lines: own),
        Field(.share, .number(slice.share), lines: own),
      ]
      if let caption { fields.append(Field(.subject, .text(caption.text), lines: caption.lines)) }
      let sources = [own, legend, caption?.lines].compactMap(\.self).map {
        FactSource(lines: $0, section: document.outline.path(above: $0.first))
      }
      extraction.facts.append(
        Fact(kind: .evaluation, name: label, plan: document.plan.id, fields: fields, sources: sources))
    }
  }
}

/// Walks through the blocks of a review in printed order.
///
/// Columns of a page may be interleaved, so a direction belongs to the goal whose verdict closes its run, not to the
/// goal whose head was printed last.
private struct ReviewReader {
  private(set) var judgements: [ReviewJudgement] = []
  private(set) var statements: [OutcomeChart.Scoped] = []
  private let goals: [ReviewGoal]
  private var open: [ReviewDirection] = []
  /// The goal whose head stands just above.
  private var scope: ReviewGoal?
  private var judged: Set<ReviewLabel> = []

  init(goals: [ReviewGoal]) { self.goals = goals }

  var hasVerdict: Bool { !judged.isEmpty }

  mutating func read(_ block: TextBlock, _ plan: Plan) {
    scope = goals.last { $0.lines.overlaps(block.lines) } ?? scope
    statements += ShareStatement.all(in: block.text.scalars).map { ($0, scope?.count) }
    if let direction = ReviewDirection(block, plan) {
      if let last = open.last, last.number >= direction.number { flush(under: nil) }
      open.append(direction)
    }
    guard let verdict = ReviewVerdict(block.text) else { return }
    let goal = goals.first { $0.label == verdict.label }
    if judged.insert(verdict.label).inserted { judgements.append(.goal(goal, verdict)) }
    flush(under: goal.map { ($0.title, $0.lines) } ?? (verdict.label.text, verdict.gradeLines))
    scope = nil
  }

  mutating func finish() { flush(under: nil) }

  /// Verdicts on lines of their own, at most three lines below the head of their goal.
  mutating func readLines(_ lines: [NumberedLine]) {
    for goal in goals where !judged.contains(goal.label) {
      guard let start = lines.firstIndex(where: { $0.number > goal.lines.last }) else { continue }
      let verdict = lines[start...].prefix(3).lazy.compactMap { ReviewVerdict($0, under: goal) }.first
      guard let verdict else { continue }
      judged.insert(goal.label)
      judgements.append(.goal(goal, verdict))
    }
  }

  private mutating func flush(under goal: (title: String, lines: LineRange)?) {
    judgements += open.map { .direction($0, of: goal) }
    open = []
  }
}

/// A direction of a goal with what came of it: `〇取組の方向性１ 湖の再生` and the text under it.
private struct ReviewDirection {
  let name: String
  /// What it is called beside its number: 取組の方向性.
  let rank: String
  let number: Int
  let headLine: Int
  let outcome: (text: String, lines: LineRange)?
  let lines: LineRange

  init?(_ block: TextBlock, _ plan: Plan) {
    let head = Array(
      plan[line: block.lines.first].trimmed.unicodeScalars.drop { TextBlock.marks.contains($0) })
    let phrase = Array("方向性".unicodeScalars)
    guard let place = head.firstOccurrence(of: phrase), place <= 6 else { return nil }
    let digits = head[(place + 3)...].prefix { $0.decimalDigit != nil }
    let name = String(String.UnicodeScalarView(head[digits.endIndex...])).trimmed
    guard (1...2).contains(digits.count), !name.isEmpty, head.last != "。" else { return nil }
    self.name = name
    rank = String(String.UnicodeScalarView(head[..<(place + phrase.count)])).trimmed
    number = digits.reduce(0) { $0 * 10 + ($1.decimalDigit ?? 0) }
    headLine = block.lines.first
    lines = block.lines
    outcome = ReviewDirection.outcome(block.text)
  }

  /// The last clause, where it speaks of progress: `…など、一定の進捗があった。`
  private static func outcome(_ text: LinedText) -> (String, LineRange)? {
    guard let stop = text.scalars.lastIndex(of: "。") else { return nil }
    let start = text.scalars[..<stop].lastIndex { $0 == "、" || $0 == "。" }.map { $0 + 1 } ?? 0
    let clause = text.text(in: start..<stop)
    guard ["進捗", "達成", "順調", "遅れ"].contains(where: { clause.contains($0) }), clause.count <= 40 else {
      return nil
    }
    return text.lines(of: start..<stop).map { (clause, $0) }
  }
}

/// What a review judges, ready to be a fact.
private enum ReviewJudgement {
  case goal(ReviewGoal?, ReviewVerdict)
  case direction(ReviewDirection, of: (title: String, lines: LineRange)?)

  func fact(in document: PlanDocument) -> Fact {
    switch self {
    case .goal(let goal, let verdict): ReviewJudgement.fact(goal, verdict, document)
    case .direction(let direction, let goal): ReviewJudgement.fact(direction, goal, document)
    }
  }

  private static func fact(_ goal: ReviewGoal?, _ verdict: ReviewVerdict, _ document: PlanDocument) -> Fact {
    var fields = [
      Field(.grade, .text(verdict.grade), lines: verdict.gradeLines),
      Field(.gradeText, .text(verdict.gradeText), lines: verdict.gradeLines),
    ]
    if let direction = verdict.direction, let text = verdict.directionText, let lines = verdict.directionLines
    {
      fields.append(Field(.direction, .text(direction), lines: lines))
      fields.append(Field(.directionText, .text(text), lines: lines))
    }
    fields.append(
      Field(.subject, .text(goal?.title ?? verdict.label.text), lines: goal?.lines ?? verdict.gradeLines))
    let rank = verdict.label.text.prefix { !$0.isNumber }
    if !rank.isEmpty { fields.append(Field(.rank, .text(String(rank).trimmed), lines: verdict.gradeLines)) }
    if let goal { fields.append(Field(.count, .number(ExactNumber(goal.count)), lines: goal.countLines)) }
    let verdictLines = verdict.directionLines.map { verdict.gradeLines.union($0) } ?? verdict.gradeLines
    let places = [goal?.lines, verdictLines].compactMap(\.self)
    return Fact(
      kind: .evaluation, name: goal?.name ?? verdict.label.text, plan: document.plan.id, fields: fields,
      sources: places.map { FactSource(lines: $0, section: document.outline.path(above: $0.first)) })
  }

  private static func fact(
    _ direction: ReviewDirection, _ goal: (title: String, lines: LineRange)?, _ document: PlanDocument
  ) -> Fact {
    var fields: [Field] = []
    if let goal { fields.append(Field(.subject, .text(goal.title), lines: goal.lines)) }
    if let outcome = direction.outcome {
      fields.append(Field(.outcome, .text(outcome.text), lines: outcome.lines))
    }
    fields.append(
      Field(.rank, .text(direction.rank), lines: LineRange(direction.headLine, direction.headLine)))
    return Fact(
      kind: .evaluation, name: direction.name, plan: document.plan.id, fields: fields,
      sources: [FactSource(lines: direction.lines, section: document.outline.path(above: direction.headLine))]
    )
  }
}
