import PlanDocuments
import PlanFacts
import PlanLibrary

/// Reads the cited lines of a fact again before it is answered: each figure must stand there.
final class CitationCheck {
  private let library: Library
  private var plans: [String: Plan] = [:]
  private var known: [Fact: Bool] = [:]

  init(library: Library) { self.library = library }

  func supports(_ fact: Fact) -> Bool {
    if let known = known[fact] { return known }
    let result = unsupportedFields(of: fact, in: plan(fact.plan)).isEmpty
    known[fact] = result
    return result
  }

  private func plan(_ id: String) -> Plan {
    if let plan = plans[id] { return plan }
    let record = library.document(id)
    let lines = library.lines(of: id, in: LineRange(1, max(1, record?.lineCount ?? 1)))
    let plan = Plan(id: id, path: record?.path ?? id, lines: lines)
    plans[id] = plan
    return plan
  }
}
