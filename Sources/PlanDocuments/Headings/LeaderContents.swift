/// A table of contents under the word 目次, an entry a line, with leaders or table bars before the page:
/// `| (1) 地域の実態..... | 2 |`, `第１章 はじめに ………… 1`.
enum LeaderContents {
  static func read(_ lines: [LineText]) -> Contents {
    guard let title = lines.firstIndex(where: isTitle) else { return Contents() }
    var contents = Contents()
    var stack: [Int] = []
    for line in lines[(title + 1)...] where !line.isBlank {
      guard let (text, page, hasLeader) = entry(line) else { break }
      guard !text.isEmpty else {
        contents.rows.append([line.number])
        continue
      }
      let mark = HeadingMark(text) ?? HeadingMark(form: .plain, label: "", name: text.text, ordinal: nil)
      guard hasLeader || page != nil || mark.form != .plain else { break }
      // The body repeats the first heading.
      if contents.entries.first.map({ $0.mark == mark && page == nil && !hasLeader }) ?? false { break }
      while let top = stack.last, !isUnder(mark, contents, stack: stack, top: top) { stack.removeLast() }
      contents.entries.append(
        ContentsEntry(mark: mark, page: page, lines: LineRange(line.number), rank: nil, parent: stack.last))
      contents.rows.append([line.number])
      stack.append(contents.entries.count - 1)
    }
    guard !contents.entries.isEmpty else { return Contents() }
    contents.rows.insert([lines[title].number], at: 0)
    return contents
  }

  private static func isTitle(_ line: LineText) -> Bool {
    let word = line.scalars.dense.filter(\.isWritten).text
    return word == "目次" || word == "もくじ" || word == "CONTENTS" || word == "Contents"
  }

  /// A form seen in the stack ends what stands below it; a new form goes deeper.
  private static func isUnder(_ mark: HeadingMark, _ contents: Contents, stack: [Int], top: Int) -> Bool {
    let forms = stack.map { contents.entries[$0].mark.form }
    return mark.form != .plain && !forms.contains(mark.form)
      && forms.allSatisfy { mark.form.mayStand(under: $0) }
  }

  /// The words and the page of an entry; nil where the line is none.
  private static func entry(
    _ line: LineText
  ) -> (text: [Unicode.Scalar], page: Int?, hasLeader: Bool)? {
    var scalars = line.scalars
    let isRow = scalars.first == "|"
    if isRow {
      scalars =
        scalars.split(separator: "|").map { $0.map { $0 } }.filter { !$0.trimmed.isEmpty }
        .joined(separator: [" "]).map { $0 }.trimmed
      if !scalars.contains(where: \.isWritten) { return ([], nil, true) }
    }
    if let count = scalars.partOfPage { scalars.removeLast(count) }
    let digits = Array(scalars.reversed().prefix(while: \.isDigit).reversed())
    let before = scalars.dropLast(digits.count)
    let words = Array(before.trimmed)
    let leader = words.reversed().prefix { ".…‥・．｡-―─".unicodeScalars.contains($0) || $0.isBlank }.count
    let hasLeader = leader >= 2
    guard isRow || hasLeader || (!digits.isEmpty && before.last?.isBlank == true) else {
      return HeadingMark(scalars) == nil || line.width > 80 ? nil : (scalars, nil, false)
    }
    let page = (1...4).contains(digits.count) ? digits.reduce(0) { $0 * 10 + ($1.decimalDigit ?? 0) } : nil
    let hasPage = page != nil && (hasLeader || isRow || before.last?.isBlank == true)
    return (words.dropLast(hasLeader ? leader : 0).trimmed, hasPage ? page : nil, hasLeader || isRow)
  }
}

extension [Unicode.Scalar] {
  /// How many scalars a page takes that is numbered within its part, behind a leader (`…… 震-1`); nil where there is none.
  var partOfPage: Int? {
    let digits = reversed().prefix(while: \.isDigit).count
    let part = dropLast(digits + 1).reversed().prefix(while: \.isWritten).count
    guard digits > 0, (1...2).contains(part), count > digits + part + 2,
      "-－‐―".unicodeScalars.contains(self[count - digits - 1]), self[count - digits - part - 2].isBlank
    else { return nil }
    return digits + 1 + part
  }

  /// Whether a line ends with a leader and a page: `１　目的 ・・・・・・ 3`.
  var endsWithLeader: Bool {
    let rest = dropLast(partOfPage ?? reversed().prefix(while: \.isDigit).count)
    let leader = rest.reversed().prefix { $0.isBlank || ".．・･…‥｡".unicodeScalars.contains($0) }
    // `…` is three dots
    return rest.count < count && leader.reduce(0) { $0 + ($1.isBlank ? 0 : $1 == "…" ? 3 : 1) } >= 3
  }
}
