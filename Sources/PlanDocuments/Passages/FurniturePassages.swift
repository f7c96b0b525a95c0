import JapaneseText

extension PlanDocument {
  /// What furniture says in words, a passage a line, in order: running heads, labels of charts, vertical text put together. It is
  /// no part of the text, and still stands in the plan for whoever looks for it. Every line with a letter is in one of these or in
  /// `passages`.
  package var furniturePassages: [Passage] {
    var passages: [Passage] = []
    var run: [LineText] = []
    var runsOn = false
    func endRun() {
      guard let first = run.first, let last = run.last else { return }
      passages.append(
        Passage(
          text: run.map(\.text).joined(), lines: LineRange(first.number, last.number),
          section: outline.path(at: first.number)))
      run = []
    }
    for number in furniture {
      let line = LineText(number: number, raw: plan[line: number])
      let isSingle = line.text.unicodeScalars.count == 1
      // 政／策／１: a character a line
      if !(isSingle && runsOn && run.last?.number == number - 1) { endRun() }
      runsOn = isSingle
      run.append(line)
    }
    endRun()
    return passages.filter { $0.text.unicodeScalars.contains(where: \.properties.isAlphabetic) }
  }
}
