import JapaneseText
import PlanDocuments

/// Puts headings of a review under the goal they belong to, where the page prints them before or beside its own head.
///
/// The outline leaves such headings at the top. What is said of them tells: a direction is judged as part of its goal,
/// and the heading right above a verdict is the goal's that it names.
func placingReviewed(_ facts: [Fact]) -> [Fact] {
  var goals: [LineRange: Int] = [:]
  for (i, fact) in facts.enumerated() where fact.kind == .heading {
    for source in fact.sources { goals[source.lines] = i }
  }
  guard facts.contains(where: { $0.kind == .evaluation }) else { return facts }
  var placed = facts
  var children: [Int: Int] = [:]
  let owners = owners(in: facts)
  for (i, fact) in facts.enumerated() where fact.kind == .heading && fact[.parent] == nil {
    guard let first = fact.sources.first, let lines = owners[first.lines.first],
      let goal = goals[lines], goal != i, facts[goal].plan == fact.plan,
      case .number(let depth)? = facts[goal][.depth], let above = depth.wholeNumber
    else { continue }
    let fields = [
      Field(.depth, .number(ExactNumber(above + 1)), lines: first.lines),
      Field(.parent, .text(facts[goal].name), lines: lines),
    ]
    placed[i] = fact.replacing(fields)
    children[goal, default: 0] += 1
  }
  for (goal, added) in children {
    guard let count = facts[goal].fields.first(where: { $0.name == .childCount }),
      case .number(let number) = count.value, let before = number.wholeNumber
    else { continue }
    placed[goal] = placed[goal].replacing([
      Field(.childCount, .number(ExactNumber(before + added)), lines: count.lines)
    ])
  }
  return placed
}

/// The lines of the goal's head by the line of a heading that belongs to it.
private func owners(in facts: [Fact]) -> [Int: LineRange] {
  var owners: [Int: LineRange] = [:]
  for fact in facts where fact.kind == .evaluation {
    guard let subject = fact.fields.first(where: { $0.name == .subject }) else { continue }
    if let grade = fact.fields.first(where: { $0.name == .gradeText }), fact[.grade] != nil {
      owners[grade.lines.first - 1] = subject.lines
    } else if fact[.outcome] != nil, let first = fact.sources.first {
      owners[first.lines.first] = subject.lines
    }
  }
  return owners
}

extension Fact {
  /// With each of `fields` in place of the one of its name, or added.
  fileprivate func replacing(_ fields: [Field]) -> Fact {
    let names = Set(fields.map(\.name))
    var fact = Fact(
      kind: kind, name: name, plan: plan, fields: self.fields.filter { !names.contains($0.name) } + fields,
      sources: sources)
    fact.sameAs = sameAs
    return fact
  }
}
