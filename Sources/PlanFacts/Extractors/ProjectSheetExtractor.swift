import JapaneseText
import PlanDocuments

/// Reads sheets of one project each, a label a line: `事務事業名：…`, `担当課：…`, `予算額：12,400千円`, `評価：Ａ`.
///
/// A sheet opens with the name and ends at the next name, at a heading, or where two lines in a row have no label of
/// theirs. A line without a label goes on with the one above it where that was full.
package struct ProjectSheetExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    let furniture = Set(document.furniture)
    let lines = NumberedLine.all(in: document.plan).filter { !furniture.contains($0.number) }
    let legend = GradeLegend(reading: lines)
    var extraction = Extraction()
    var open: ProjectSheet?
    func close() {
      if let sheet = open { extraction.facts += sheet.facts(legend: legend, in: document) }
      open = nil
    }
    for line in lines {
      if let name = ProjectSheet.name(line) {
        close()
        open = ProjectSheet(name: name, line: line)
      } else if open?.read(line) == false {
        close()
      }
    }
    close()
    return extraction
  }
}

/// A sheet while it is read.
private struct ProjectSheet {
  private let name: LinedText
  private var cells: [(title: ColumnTitle, value: LinedText, columns: Int)] = []
  private var measured: [LinedText] = []
  private var lines: LineRange

  init(name: LinedText, line: NumberedLine) {
    self.name = name
    lines = LineRange(line.number)
  }

  /// The name that a line with its label opens a sheet with; the head of a table has further titles instead of a name.
  static func name(_ line: NumberedLine) -> LinedText? {
    guard !line.scalars.contains("\t"), line.scalars.first != "|",
      let labelled = LabelledLine(
        line, isLabel: { ColumnTitle($0)?.meaning == .project && $0.hasSuffix("名") }),
      labelled.value.scalars.count <= 60, labelled.value.scalars.last != "。",
      labelled.hasColon || !labelled.value.text.words.contains(where: { ColumnTitle($0) != nil })
    else { return nil }
    return labelled.value
  }

  /// Whether a line opens with a short word and a colon.
  private static func opensLabel(_ line: NumberedLine) -> Bool {
    let head = line.scalars.prefix(12)
    guard let colon = head.firstIndex(where: { $0.widthFolded == ":" }), colon > 1 else { return false }
    return head[..<colon].allSatisfy {
      $0.isKanji || $0.isKatakana || $0.isLatinLetter || $0.isSpace || $0 == "の"
    }
  }

  /// Takes a line; false where it does not belong to the sheet.
  mutating func read(_ line: NumberedLine) -> Bool {
    guard !line.scalars.contains("\t"), line.scalars.first != "|" else { return false }
    if let labelled = LabelledLine(line, isLabel: { ColumnTitle($0) != nil || $0 == "指標" || $0 == "成果指標" }) {
      lines = lines.union(LineRange(line.number))
      if labelled.label.hasSuffix("指標") {
        measured.append(labelled.value)
      } else if let title = ColumnTitle(labelled.label) {
        cells.append((title, labelled.value, line.columns))
      }
      return true
    }
    guard let last = cells.indices.last, !line.followsBlank, SectionLabel(line.text) == nil,
      case .overview = cells[last].title.meaning
    else {
      // a label that is not known, one of its own
      return !line.followsBlank && line.scalars.count <= 60 && SectionLabel(line.text) == nil
        && line.text.widthFolded.prefix(20).contains { $0 == ":" || $0 == " " }
    }
    // `電話番号：…`: a label that is not known opens something else than the text above
    if ProjectSheet.opensLabel(line) { return true }
    cells[last].value.append(line, columnWidth: 0)
    lines = lines.union(LineRange(line.number))
    return true
  }

  func facts(legend: GradeLegend, in document: PlanDocument) -> [Fact] {
    var row = ProjectRow(legend: legend)
    for (title, value, _) in cells {
      guard let range = value.lines else { continue }
      row.take(value.text, as: title, unit: nil, lines: range)
    }
    let measures = MeasureReader.measures(in: measured)
    if let range = union(measures.map(\.lines)) { row.add(.measures, .list(measures.map(\.name)), range) }
    guard !row.fields.isEmpty, let nameLines = name.lines else { return [] }
    let section = document.outline.path(above: lines.first)
    let project = Fact(
      kind: .project, name: name.text, plan: document.plan.id, fields: row.fields,
      sources: [FactSource(lines: lines, section: section)])
    return [project] + measures.map { $0.fact(of: name.text, at: nameLines, in: document) }
  }
}
