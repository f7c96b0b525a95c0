/// Which entry of the table of contents announces which heading of the body.
struct ContentsMatch {
  private var entries: [Int: ContentsEntry] = [:]
  private var ranks: [HeadingForm: String] = [:]

  /// Pairs in reading order: an entry and a heading match where form, number and name are the same.
  init(_ contents: Contents, _ marks: [HeadingMark]) {
    var waiting: [Key: [Int]] = [:]
    for (i, mark) in marks.enumerated().reversed() { waiting[Key(mark), default: []].append(i) }
    for entry in contents.entries {
      if let rank = entry.rank { ranks[entry.mark.form] = rank }
      guard let heading = waiting[Key(entry.mark)]?.popLast() else { continue }
      entries[heading] = entry
    }
  }

  /// The entry of the heading at an index.
  func entry(of index: Int) -> ContentsEntry? { entries[index] }

  /// What the header of the table calls headings of a form.
  func rank(of form: HeadingForm) -> String? { ranks[form] }

  private struct Key: Hashable {
    let form: HeadingForm
    let ordinal: Int?
    let name: [Unicode.Scalar]

    init(_ mark: HeadingMark) {
      form = mark.form
      ordinal = mark.ordinal
      name = nameKey(mark.name)
    }
  }
}
