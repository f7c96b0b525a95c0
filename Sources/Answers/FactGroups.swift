import PlanFacts

/// The facts of a library by kind and document, in their order: what is asked of a thing looks at its own kind, and at its
/// own document where one is meant, not at all there is.
struct FactGroups {
  private let byKind: [FactKind: [Fact]]
  private let byPlan: [Place: [Fact]]
  private let projects: [Name: Fact]

  private struct Place: Hashable {
    let kind: FactKind
    let plan: String
  }

  private struct Name: Hashable {
    let plan: String
    let name: String
  }

  init(_ facts: [Fact]) {
    byKind = Dictionary(grouping: facts, by: \.kind)
    byPlan = Dictionary(grouping: facts) { Place(kind: $0.kind, plan: $0.plan) }
    projects = Dictionary(
      facts.lazy.filter { $0.kind == .project }.map { (Name(plan: $0.plan, name: $0.name), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func facts(of kind: FactKind) -> [Fact] { byKind[kind] ?? [] }
  func facts(of kind: FactKind, in plan: String) -> [Fact] { byPlan[Place(kind: kind, plan: plan)] ?? [] }

  /// The first project of a name in a document.
  func project(named name: String, in plan: String) -> Fact? { projects[Name(plan: plan, name: name)] }
}
