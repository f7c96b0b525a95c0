import JapaneseText

/// Finds what ICU must not cut: katakana runs and the lexicon's terms.
struct UnitFinder {
  /// A word with the words inside it.
  struct Unit {
    let range: Range<Int>
    let parts: [Range<Int>]
  }

  /// Words, folded one scalar for one.
  let terms: WordTable

  init(_ terms: WordTable) { self.terms = terms }

  /// ICU's words, those inside a unit gathered under it; ascending by start.
  func arrange(_ cuts: [Range<Int>], in text: [Unicode.Scalar]) -> [Unit] {
    let wholes = wholes(in: text, edges: Edges(cuts))
    var units: [Unit] = []
    var next = cuts[...]
    for whole in wholes {
      while let cut = next.first, cut.lowerBound < whole.lowerBound {
        units.append(Unit(range: cut, parts: WordParts.ranges(of: cut, in: text)))
        next.removeFirst()
      }
      let inside = next.prefix { $0.upperBound <= whole.upperBound }
      next = next.dropFirst(inside.count)
      units.append(Unit(range: whole, parts: parts(Array(inside), in: text)))
    }
    return units + next.map { Unit(range: $0, parts: WordParts.ranges(of: $0, in: text)) }
  }

  /// A piece of one katakana shows that ICU did not know the word: then no katakana piece of it means anything.
  private func parts(_ cuts: [Range<Int>], in text: [Unicode.Scalar]) -> [Range<Int>] {
    guard cuts.count > 1 else { return [] }
    let isShredded = cuts.contains { $0.count < 2 && isKatakana(text[$0.lowerBound]) }
    return isShredded ? cuts.filter { !isKatakana(text[$0.lowerBound]) } : cuts
  }

  /// Units left to right, the longest at each place, without overlap.
  private func wholes(in text: [Unicode.Scalar], edges: Edges) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var i = 0
    while i < text.count {
      let end = max(termEnd(text, at: i, edges) ?? i, katakanaEnd(text, at: i) ?? i)
      if end > i {
        found.append(i..<end)
        i = end
      } else {
        i += 1
      }
    }
    return found
  }

  private func termEnd(_ text: [Unicode.Scalar], at i: Int, _ edges: Edges) -> Int? {
    terms.words(in: text, at: i, as: Folder.kana).lazy.map { i + $0.length }
      .first { isWhole(text, i..<$0, edges) }
  }

  /// Where ICU's words start and end.
  private struct Edges {
    let starts: Set<Int>
    let ends: Set<Int>

    init(_ cuts: [Range<Int>]) {
      starts = Set(cuts.map(\.lowerBound))
      ends = Set(cuts.map(\.upperBound))
    }
  }

  /// A term in Latin letters does not stand inside a longer word of such; one in Han characters stands where a word
  /// starts or ends (市民 is not in 都市民間), one in hiragana where a word starts and one ends (がん is not in がんばる).
  private func isWhole(_ text: [Unicode.Scalar], _ range: Range<Int>, _ edges: Edges) -> Bool {
    let starts = edges.starts.contains(range.lowerBound)
    let ends = edges.ends.contains(range.upperBound)
    if text[range].allSatisfy({ ScriptClass($0) == .han }), !starts, !ends { return false }
    if text[range].allSatisfy({ ScriptClass($0) == .hiragana }), !starts || !ends { return false }
    func joins(_ a: Int, _ b: Int) -> Bool {
      a >= 0 && b < text.count && ScriptClass(text[a]) == ScriptClass(text[b])
        && [.latin, .digit, .katakana].contains(ScriptClass(text[a]))
    }
    return !joins(range.lowerBound - 1, range.lowerBound) && !joins(range.upperBound - 1, range.upperBound)
  }

  /// The end of a run of two katakana or more that begins here.
  private func katakanaEnd(_ text: [Unicode.Scalar], at i: Int) -> Int? {
    guard isKatakana(text[i]), text[i] != "ー", i == 0 || !isKatakana(text[i - 1]) else { return nil }
    let end = text[i...].firstIndex { !isKatakana($0) } ?? text.count
    return end - i > 1 ? end : nil
  }

  private func isKatakana(_ scalar: Unicode.Scalar) -> Bool { ScriptClass(scalar) == .katakana }
}
