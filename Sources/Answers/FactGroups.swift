import PlanFacts
import PlanLibrary

/// The facts of a library by kind and document, in their order: what is asked of a thing looks at its own kind, and at its
/// own document where one is meant, not at all there is.
final class FactGroups {
  private let library: Library
  private var byPlan: [FactKind: [String: [Fact]]] = [:]
  private lazy var projects = Dictionary(
    facts(of: .project).map { (Name(plan: $0.plan, name: $0.name), $0) },
    uniquingKeysWith: { first, _ in first })

  private struct Name: Hashable {
    let plan: String
    let name: String
  }

  init(_ library: Library) { self.library = library }

  /// All; what has a kind in mind asks for that one, since only what is asked for is read.
  var all: [Fact] { library.facts }

  func facts(of kind: FactKind?) -> [Fact] { kind.map(library.facts) ?? [] }

  func has(_ kind: FactKind) -> Bool { library.hasFacts(of: kind) }

  func facts(of kind: FactKind, in plan: String) -> [Fact] {
    if let plans = byPlan[kind] { return plans[plan] ?? [] }
    let plans = Dictionary(grouping: facts(of: kind), by: \.plan)
    byPlan[kind] = plans
    return plans[plan] ?? []
  }

  /// The first project of a name in a document.
  func project(named name: String, in plan: String) -> Fact? { projects[Name(plan: plan, name: name)] }
}
