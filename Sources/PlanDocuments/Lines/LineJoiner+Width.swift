/// How full a line is, told from the lines around it.
extension LineJoiner {
  func isFull(_ above: LineText, _ below: LineText, start: Int, next: Int) -> Bool {
    let column = columnWidth(below, start: start, next: next)
    return above.width + slack(below) >= column && above.width * 4 >= column * 3
  }

  /// A line that ends a sentence is full only where another line shows that its column is no wider.
  func isExactlyFull(_ above: LineText, _ below: LineText, start: Int, next: Int) -> Bool {
    guard above.width >= 40, above.width + 2 >= columnWidth(below, start: start, next: next) else {
      return false
    }
    let others = text[start..<(next - 1)].map { lines[$0].width } + [below.width]
    if others.contains(where: { abs($0 - above.width) <= 5 }) { return true }
    guard case .bullet(let mark)? = opens[start] else { return false }
    return abs(widthOfItems(mark, around: start, without: next - 1) - above.width) <= 5
  }

  /// How far a full line may fall short of its column: two characters that may not stand at a line's end, or a Latin
  /// word or figure that was not broken.
  func slack(_ below: LineText) -> Int {
    let opening = below.scalars.prefix(while: \.isOpening)
    let unbroken = below.scalars.dropFirst(opening.count).prefix { $0.columns == 1 && !$0.isBlank }
    return max(5, opening.columns + unbroken.count + 4)
  }

  /// The width of the column a block stands in, as far as its lines and those of the items around tell.
  func columnWidth(_ below: LineText, start: Int, next: Int) -> Int {
    let own = text[start..<next].map { lines[$0].width }.max() ?? 0
    if next - start > 1 { return own }
    guard case .bullet(let mark)? = opens[start] else { return max(own, below.width, widthBelow(next)) }
    return max(own, below.width, widthOfItems(mark, around: start))
  }

  /// The widest of the lines that follow close together without a mark: items whose marks were lost.
  func widthBelow(_ next: Int) -> Int {
    var width = 0
    for position in next..<min(text.count, next + 6) {
      if position > next, opens[position] != nil || spacing.gap(before: position) > 0 { break }
      width = max(width, lines[text[position]].width)
    }
    return width
  }

  /// The widest line among the items with the same mark near by, the one at a position left out.
  func widthOfItems(_ mark: Unicode.Scalar, around start: Int, without skipped: Int? = nil) -> Int {
    var width = 0
    for position in max(0, start - 6)..<min(text.count, start + 7) where spacing.isNear(position, start) {
      guard case .bullet(mark)? = opens[position] else { continue }
      let line = lines[text[position]]
      if position != skipped { width = max(width, line.width) }
      if position + 1 < text.count, position + 1 != skipped, opens[position + 1] == nil {
        width = max(width, lines[text[position + 1]].width)
      }
    }
    return width
  }
}
