import PlanDocuments

/// Lines that print a numbered title again where no heading of the outline stands: `基本目標１ 湖と生きるまち` in a drawing or
/// over a list of results.
struct HeadingPrintings {
  private var places: [String: [FactSource]] = [:]

  init(of sections: [Section], in document: PlanDocument) {
    let titles = Set(sections.filter(HeadingPrintings.isNamed).map(\.title.squeezed))
    guard !titles.isEmpty else { return }
    let headings = Set(sections.map(\.heading))
    for line in document.logicalLines where line.kind == .paragraph && !headings.contains(line.range) {
      let title = line.text.squeezed
      guard titles.contains(title) else { continue }
      places[title, default: []].append(
        FactSource(lines: line.range, section: document.outline.path(at: line.range.first)))
    }
  }

  /// The other printings of a heading; empty where its label is no word with a number.
  func others(of section: Section) -> [FactSource] {
    HeadingPrintings.isNamed(section) ? places[section.title.squeezed] ?? [] : []
  }

  /// A title that a word and a number open is like no other text: 政策１, 基本目標２.
  static func isNamed(_ section: Section) -> Bool {
    section.label.unicodeScalars.first?.isKanji ?? false
      && section.label.unicodeScalars.last?.decimalDigit != nil && !section.name.isEmpty
  }
}
