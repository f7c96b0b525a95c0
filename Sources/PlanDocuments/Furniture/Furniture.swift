/// Finds what a page carries beside its text: page numbers, running heads, vertical text at the margin, blocks of spaced
/// fragments, drawn lines, detached labels of charts.
struct Furniture {
  /// The lines found, by index into the lines.
  private(set) var marked: Set<Int> = []

  init(_ lines: [LineText], kept: Set<Int>) {
    let text = lines.indices.filter { !lines[$0].isBlank && !kept.contains($0) }
    marked.formUnion(EditorNotes.find(lines, text))
    marked.formUnion(Rulings.find(lines, text))
    marked.formUnion(MarginText.find(lines, text))
    marked.formUnion(SpacedFragments.find(lines, text))
    marked.formUnion(PageNumbers.find(lines, text))
    marked.formUnion(RunningHeads.find(lines, text, pageNumbers: marked))
    marked.formUnion(ChartLabels.find(lines, text.filter { !marked.contains($0) }))
  }
}
