import JapaneseText
import PlanDocuments

/// Reads the headings of a plan: those with a label of their own, a number or a mark, and those that the file itself marks as
/// headings.
///
/// Other headings without a label (【主な取組内容】, (環境)) only divide what stands under a labelled one: they are no facts, no
/// parents, and count for no depth. A mark such as ○ makes a heading where items or the cells of a row stand under it
/// and its siblings, or where numbered headings open with the same mark (〇取組の方向性１ … beside 〇今後の方向性), not where
/// paragraphs follow: there it opens the entries of a list. A heading of a named rank that is printed again
/// (`アクションプログラム：…` over its table, `基本目標１ …` over its results) is one fact with several sources.
package struct HeadingExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    let sections = document.outline.sections
    let printings = HeadingPrintings(of: sections, in: document)
    let isFact = headings(sections, in: document.plan)
    let owners = owners(sections, isFact: isFact)
    var children = [Int](repeating: 0, count: sections.count)
    for i in sections.indices where isFact[i] && owners[i] == i {
      if let parent = ancestor(of: i, in: sections, where: isFact) { children[owners[parent]] += 1 }
    }
    let places = Dictionary(grouping: sections.indices.filter { isFact[$0] }) { owners[$0] }
    var depths = [Int](repeating: 0, count: sections.count)
    for i in sections.indices where isFact[i] {
      // what is printed again has its owner's depth, and hands it down; later owners stand under the same parent
      let above = ancestor(of: i, in: sections, where: isFact)
      depths[i] = owners[i] < i ? depths[owners[i]] : 1 + (above.map { depths[$0] } ?? 0)
    }
    let facts = sections.indices.filter { isFact[$0] && owners[$0] == $0 }.map { i in
      let parent = ancestor(of: i, in: sections, where: isFact)
      return fact(
        i, parent: parent.map { sections[owners[$0]] }, depth: depths[i], childCount: children[i],
        places: places[i, default: [i]].map { sections[$0] }, printings, in: document)
    }
    return Extraction(facts: facts + HeadingScheme.facts(in: document))
  }

  /// Which sections are headings; of marked lines under one parent all or none, as most of them are.
  private func headings(_ sections: [Section], in plan: Plan) -> [Bool] {
    let opening = sections.map { isMarked($0) && opensItems($0, in: plan) }
    var balance: [Int?: Int] = [:]
    for i in sections.indices where isMarked(sections[i]) {
      balance[sections[i].parent, default: 0] += opening[i] ? 1 : -1
    }
    let numbered = Set(sections.compactMap { isMarked($0) ? nil : rankAndMark($0, in: sections, plan) })
    return sections.indices.map { i in
      if sections[i].isDeclared { return true }
      guard !sections[i].label.isEmpty, !sections[i].name.isEmpty else { return false }
      if isMarked(sections[i]), let key = rankAndMark(sections[i], in: sections, plan), numbered.contains(key)
      {
        return true
      }
      let siblings = balance[sections[i].parent, default: 0]
      return !isMarked(sections[i]) || siblings > 0 || siblings == 0 && opening[i]
    }
  }

  /// What the headings above one are called, and the mark its line opens with; nil where it opens with none.
  private func rankAndMark(_ section: Section, in sections: [Section], _ plan: Plan) -> String? {
    guard let first = plan[line: section.heading.first].trimmed.unicodeScalars.first,
      Self.marks.contains(first)
    else { return nil }
    return (section.parent.flatMap { sections[$0].rank } ?? "") + "\n\(first)"
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
    let longest = longestPrintings(sections, isFact: isFact)
    return sections.indices.map { i in
      if let owner = longest[Printing(sections[i])], isFact[i] { return owner }
      guard isFact[i], let rank = sections[i].rank else { return i }
      // Only the word that names the rank, in place of a number, says that a heading is printed again.
      let key = rank + "\n" + sections[i].name
      if sections[i].label == rank, let owner = first[key] { return owner }
      first[key] = first[key] ?? i
      return i
    }
  }

  /// A title at one place of the outline.
  private struct Printing: Hashable {
    let title: String
    let parent: Int?

    init(_ section: Section) {
      title = section.title.squeezed
      parent = section.parent
    }
  }

  /// Of each title that opens with a numbered word (基本目標１ …) and is printed more than once under one parent, the place
  /// with most under it.
  private func longestPrintings(_ sections: [Section], isFact: [Bool]) -> [Printing: Int] {
    let named = sections.indices.filter { isFact[$0] && HeadingPrintings.isNamed(sections[$0]) }
    let length = { (i: Int) in sections[i].lines.last - sections[i].lines.first }
    return Dictionary(grouping: named) { Printing(sections[$0]) }.filter { $0.value.count > 1 }
      .compactMapValues { places in places.reduce(places.first) { length($1) > length($0 ?? $1) ? $1 : $0 } }
  }

  private func ancestor(of index: Int, in sections: [Section], where isFact: [Bool]) -> Int? {
    var parent = sections[index].parent
    while let i = parent, !isFact[i] { parent = sections[i].parent }
    return parent
  }

  private func fact(
    _ index: Int, parent: Section?, depth: Int, childCount: Int, places: [Section],
    _ printings: HeadingPrintings, in document: PlanDocument
  ) -> Fact {
    let section = document.outline.sections[index]
    let lines = section.heading
    var fields = [
      Field(.depth, .number(ExactNumber(depth)), lines: lines),
      Field(.childCount, .number(ExactNumber(childCount)), lines: section.lines),
    ]
    if !section.label.isEmpty { fields.append(Field(.label, .text(section.label), lines: lines)) }
    if let rank = section.rank { fields.append(Field(.rank, .text(rank), lines: lines)) }
    if let page = section.page, let printed = section.contentsLines {
      fields.append(Field(.page, .number(ExactNumber(page)), lines: printed))
    }
    if let parent { fields.append(Field(.parent, .text(parent.name), lines: parent.heading)) }
    fields += HeadingLevel(printed: document.plan, lines: lines)?.fields ?? []
    return Fact(
      kind: .heading, name: section.name, plan: document.plan.id, fields: fields,
      sources: places.flatMap { sources(of: $0, in: document) } + printings.others(of: section))
  }

  /// The heading in the body and in the table of contents.
  private func sources(of section: Section, in document: PlanDocument) -> [FactSource] {
    let path = document.outline.path(at: section.heading.first)
    let body = FactSource(lines: section.heading, section: Array(path.dropLast()))
    guard let printed = section.contentsLines else { return [body] }
    return [FactSource(lines: printed, section: []), body]
  }
}
