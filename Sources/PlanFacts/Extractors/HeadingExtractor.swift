import JapaneseText
import PlanDocuments

/// Reads the headings of a plan: those with a label of their own, a number or a mark.
///
/// Headings without a label (【主な取組内容】, (環境)) only divide what stands under a labelled one: they are no facts, no
/// parents, and count for no depth. A mark
/// such as ○ makes a heading where items or the cells of a row stand under it and its siblings, not where paragraphs
/// follow: there it opens the entries of a list. A heading of a named rank that is printed again (`アクションプログラム：…` over its table) is one
/// fact with several sources.
package struct HeadingExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    let sections = document.outline.sections
    let isFact = headings(sections, in: document.plan)
    let owners = owners(sections, isFact: isFact)
    var children = [Int](repeating: 0, count: sections.count)
    for i in sections.indices where isFact[i] && owners[i] == i {
      if let parent = ancestor(of: i, in: sections, where: isFact) { children[owners[parent]] += 1 }
    }
    let places = Dictionary(grouping: sections.indices.filter { isFact[$0] }) { owners[$0] }
    var depths = [Int](repeating: 0, count: sections.count)
    let facts = sections.indices.filter { isFact[$0] && owners[$0] == $0 }.map { i in
      let parent = ancestor(of: i, in: sections, where: isFact)
      // owners come before what they own, so that a parent's depth is known before its children's
      depths[i] = 1 + (parent.map { depths[owners[$0]] } ?? 0)
      return fact(
        i, parent: parent.map { sections[owners[$0]] }, depth: depths[i], childCount: children[i],
        places: places[i, default: [i]].map { sections[$0] }, in: document)
    }
    return Extraction(facts: facts)
  }

  /// Which sections are headings; of marked lines under one parent all or none, as most of them are.
  private func headings(_ sections: [Section], in plan: Plan) -> [Bool] {
    let opening = sections.map { isMarked($0) && opensItems($0, in: plan) }
    var balance: [Int?: Int] = [:]
    for i in sections.indices where isMarked(sections[i]) {
      balance[sections[i].parent, default: 0] += opening[i] ? 1 : -1
    }
    return sections.indices.map { i in
      guard !sections[i].label.isEmpty, !sections[i].name.isEmpty else { return false }
      let siblings = balance[sections[i].parent, default: 0]
      return !isMarked(sections[i]) || siblings > 0 || siblings == 0 && opening[i]
    }
  }

  private func isMarked(_ section: Section) -> Bool {
    guard section.label.unicodeScalars.count == 1, let mark = section.label.unicodeScalars.first else {
      return false
    }
    return Self.marks.contains(mark)
  }

  private func opensItems(_ section: Section, in plan: Plan) -> Bool {
    plan[line: section.heading.first].unicodeScalars.contains("\t")
      || opensItems(plan, after: section.heading.last)
  }

  /// Whether the next line with text is an item.
  private func opensItems(_ plan: Plan, after line: Int) -> Bool {
    for number in (line + 1)..<(line + 4) {
      if let first = plan[line: number].unicodeScalars.first(where: { !$0.properties.isWhitespace }) {
        return "-・●･•".unicodeScalars.contains(first)
      }
    }
    return false
  }

  private static let marks = Set("○〇◯●■□◆◇▶►◎★☆".unicodeScalars)

  /// For each section the one it is a repetition of; itself where it is none.
  private func owners(_ sections: [Section], isFact: [Bool]) -> [Int] {
    var first: [String: Int] = [:]
    return sections.indices.map { i in
      guard isFact[i], let rank = sections[i].rank else { return i }
      // Only the word that names the rank, in place of a number, says that a heading is printed again.
      let key = rank + "\n" + sections[i].name
      if sections[i].label == rank, let owner = first[key] { return owner }
      first[key] = first[key] ?? i
      return i
    }
  }

  private func ancestor(of index: Int, in sections: [Section], where isFact: [Bool]) -> Int? {
    var parent = sections[index].parent
    while let i = parent, !isFact[i] { parent = sections[i].parent }
    return parent
  }

  private func fact(
    _ index: Int, parent: Section?, depth: Int, childCount: Int, places: [Section], in document: PlanDocument
  ) -> Fact {
    let section = document.outline.sections[index]
    let lines = section.heading
    var fields = [
      Field(.label, .text(section.label), lines: lines),
      Field(.depth, .number(ExactNumber(depth)), lines: lines),
      Field(.childCount, .number(ExactNumber(childCount)), lines: section.lines),
    ]
    if let rank = section.rank { fields.append(Field(.rank, .text(rank), lines: lines)) }
    if let page = section.page, let printed = section.contentsLines {
      fields.append(Field(.page, .number(ExactNumber(page)), lines: printed))
    }
    if let parent { fields.append(Field(.parent, .text(parent.name), lines: parent.heading)) }
    fields += HeadingLevel(printed: document.plan, lines: lines)?.fields ?? []
    return Fact(
      kind: .heading, name: section.name, plan: document.plan.id, fields: fields,
      sources: places.flatMap { sources(of: $0, in: document) })
  }

  /// The heading in the body and in the table of contents.
  private func sources(of section: Section, in document: PlanDocument) -> [FactSource] {
    let path = document.outline.path(at: section.heading.first)
    let body = FactSource(lines: section.heading, section: Array(path.dropLast()))
    guard let printed = section.contentsLines else { return [body] }
    return [FactSource(lines: printed, section: []), body]
  }
}
