import Analysis
import JapaneseText

extension Highlighter {
  /// The window of a text that shows most of the query: most different terms, then most marks, then the first.
  ///
  /// - Parameter length: about how many scalars; the window begins and ends where words do, so it may be shorter.
  package func snippet(of text: String, length: Int) -> Snippet {
    let length = max(1, length)
    let scalars = Array(text.unicodeScalars)
    let marks = highlights(in: text)
    let cuts = cuts(in: scalars)
    let start = bestStart(marks, cuts: cuts, count: scalars.count, length: length)
    let end = cuts.last { $0 <= start + length } ?? scalars.count
    let range =
      start..<max(
        end, min(scalars.count, marks.first { $0.range.lowerBound >= start }?.range.upperBound ?? end))
    let inside = marks.filter {
      $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
    }
    return Snippet(
      range: range, text: String(scalars[range]),
      highlights: inside.map {
        Highlight(range: ($0.range.lowerBound - start)..<($0.range.upperBound - start), term: $0.term)
      })
  }

  /// Where the text may be cut, ascending: not inside a word, from 0 to the end.
  private func cuts(in scalars: [Unicode.Scalar]) -> [Int] {
    var isInside = [Bool](repeating: false, count: scalars.count + 1)
    for word in wordRanges(in: scalars) {
      for i in (word.lowerBound + 1)..<max(word.lowerBound + 1, word.upperBound) { isInside[i] = true }
    }
    return isInside.indices.filter { !isInside[$0] }
  }

  private func bestStart(_ marks: [Highlight], cuts: [Int], count: Int, length: Int) -> Int {
    guard count > length, let first = marks.first else { return 0 }
    var best = (terms: 0, marks: 0, start: first.range.lowerBound)
    for mark in marks {
      let window = marks.filter {
        $0.range.lowerBound >= mark.range.lowerBound && $0.range.upperBound <= mark.range.lowerBound + length
      }
      let terms = Set(window.map(\.term)).count
      if (terms, window.count) > (best.terms, best.marks) {
        best = (terms, window.count, mark.range.lowerBound)
      }
    }
    // Some words before the first mark tell what it is about.
    let lead = min(best.start, max(0, min(length / 4, best.start)))
    let latest = max(0, count - length)
    let wanted = min(best.start - lead, max(latest, 0))
    return cuts.first { $0 >= wanted } ?? 0
  }
}
