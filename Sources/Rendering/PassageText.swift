import Answers

/// A passage as lines of text, its found words marked.
struct PassageText {
  let style: TextStyle

  /// - Parameter head: what stands before the place.
  func lines(_ item: Item, head: String) -> [String] {
    guard case .text(let text)? = item.fields.first(where: { $0.name == "text" })?.value else { return [] }
    let place = [
      item.sources.first.map { $0.citation + $0.remark(in: style.language) },
      item.sources.first?.section.last,
    ]
    .compactMap { $0 }
    return [style.faint("  " + head + TextStyle.printable(place.joined(separator: "  ")))]
      + wrapped(marked(text, item), indent: 4)
  }

  /// The text's characters, each with whether it is marked.
  private func marked(_ text: String, _ item: Item) -> [(Character, Bool)] {
    var isMarked = Array(repeating: false, count: text.unicodeScalars.count)
    if case .list(let ranges)? = item.fields.first(where: { $0.name == "highlights" })?.value {
      for case .list(let bounds) in ranges {
        let ends = bounds.compactMap { if case .number(let n) = $0 { n.wholeNumber } else { nil } }
        guard ends.count == 2, ends[0] <= ends[1] else { continue }
        for place in (ends[0]..<ends[1]).clamped(to: isMarked.indices) { isMarked[place] = true }
      }
    }
    var place = 0
    return text.map { character in
      defer { place += character.unicodeScalars.count }
      return (character, place < isMarked.count && isMarked[place])
    }
  }

  private func wrapped(_ characters: [(Character, Bool)], indent: Int) -> [String] {
    let room = max(10, style.columns - indent)
    var lines: [[(Character, Bool)]] = [[]]
    var used = 0
    for (character, isMarked) in characters {
      let shown = TextStyle.printable(String(character)).first ?? " "
      let own = style.width.columns(shown)
      if used + own > room {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append((shown, isMarked))
      used += own
    }
    return lines.map { String(repeating: " ", count: indent) + painted($0) }
  }

  private func painted(_ line: [(Character, Bool)]) -> String {
    var out = ""
    var run = ""
    var isMarked = false
    for (character, marked) in line {
      if marked != isMarked {
        out += isMarked ? style.marked(run) : run
        (run, isMarked) = ("", marked)
      }
      run.append(character)
    }
    return out + (isMarked ? style.marked(run) : run)
  }
}
