import JapaneseText

extension PlanDocument {
  /// What furniture says in words, a passage a line, in order: running heads, labels of charts, vertical text put together. It is
  /// no part of the text, and still stands in the plan for whoever looks for it. Every line with a letter is in one of these or in
  /// `passages`.
  package var furniturePassages: [Passage] {
    var passages: [Passage] = []
    for number in furniture {
      let text = LineText(number: number, raw: plan[line: number]).text
      let isSingle = text.unicodeScalars.count == 1
      if isSingle, let last = passages.last, last.lines.last == number - 1,
        last.text.unicodeScalars.count == last.lines.last - last.lines.first + 1
      {
        // 政／策／１: a character a line
        passages[passages.count - 1] = Passage(
          text: last.text + text, lines: LineRange(last.lines.first, number), section: last.section)
      } else {
        passages.append(Passage(text: text, lines: LineRange(number), section: outline.path(at: number)))
      }
    }
    return passages.filter { $0.text.unicodeScalars.contains(where: \.properties.isAlphabetic) }
  }
}
