import JapaneseText

/// Finds the words of a question that the lexicon knows other words for.
package struct SynonymFinder: Sendable {
  private struct Entry: Sendable {
    let word: [Unicode.Scalar]
    let others: [String]
  }

  /// By first scalar, longest first.
  private let entries: [Unicode.Scalar: [Entry]]
  private let folder: Folder

  package init(_ tables: AnalyzerTables) {
    folder = tables.folder
    var others: [[Unicode.Scalar]: [String]] = [:]
    for rule in tables.lexicons.synonyms {
      for word in rule.from.flatMap({ [$0] + Self.plural($0) }) {
        let folded = tables.folder.fold(word).scalars
        for other in rule.to where other != word && !others[folded, default: []].contains(other) {
          others[folded, default: []].append(other)
        }
      }
    }
    var entries: [Unicode.Scalar: [Entry]] = [:]
    for (word, others) in others {
      if let first = word.first { entries[first, default: []].append(Entry(word: word, others: others)) }
    }
    self.entries = entries.mapValues { list in list.sorted { $0.word.count > $1.word.count } }
  }

  /// company → companies; other plurals only add to the word.
  private static func plural(_ word: String) -> [String] {
    let vowels = "aeiou".unicodeScalars
    guard let first = word.unicodeScalars.first, ScriptClass(first) == .latin, word.hasSuffix("y"),
      let before = word.unicodeScalars.dropLast().last, !vowels.contains(before)
    else { return [] }
    return [word.dropLast() + "ies"]
  }

  /// Other words for one word, which is folded; nil where the lexicon has none.
  package func others(of word: [Unicode.Scalar]) -> [String]? {
    word.first.flatMap { entries[$0] }?.first { $0.word == word }?.others
  }

  /// Other words for words of the text, in order of the text; longest words first at each place, without overlap.
  package func others(for text: AnalyzedText) -> [String] {
    let edges = Edges(text)
    var found: [String] = []
    var i = 0
    let scalars = text.spellings.scalars
    while i < scalars.count {
      if let entry = entry(at: i, of: text.spellings, edges) {
        // Other spellings of the word itself find nothing more. They are told here, not where the entries are made: a
        // question meets a few of a thousand rules.
        found.append(
          contentsOf: entry.others.filter { !found.contains($0) && folder.fold($0).scalars != entry.word })
        i += entry.word.count
      } else {
        i += 1
      }
    }
    return found
  }

  private func entry(at i: Int, of text: FoldedText, _ edges: Edges) -> Entry? {
    entries[text.scalars[i]]?.first { entry in
      let end = i + entry.word.count
      return end <= text.count && text.scalars[i..<end].elementsEqual(entry.word)
        && edges.allow(i..<end, in: text)
    }
  }

  /// Where words of a text start and end.
  private struct Edges {
    let starts: Set<Int>
    let ends: Set<Int>

    init(_ text: AnalyzedText) {
      starts = Set(text.words.map(\.source.lowerBound))
      ends = Set(text.words.map(\.source.upperBound))
    }

    /// A Latin word stands alone (a plural counts); a Japanese one where words start and end, or is the whole text.
    func allow(_ range: Range<Int>, in text: FoldedText) -> Bool {
      let scalars = text.scalars
      if ScriptClass(scalars[range.lowerBound]) == .latin {
        let isStart = range.lowerBound == 0 || ScriptClass(scalars[range.lowerBound - 1]) != .latin
        var end = range.upperBound
        if end + 1 < scalars.count, scalars[end] == "e", scalars[end + 1] == "s" { end += 1 }
        if end < scalars.count, scalars[end] == "s" { end += 1 }
        return isStart && (end == scalars.count || ScriptClass(scalars[end]) != .latin)
      }
      if range == 0..<text.count { return true }
      let source = text.sourceRange(range)
      return starts.contains(source.lowerBound) && ends.contains(source.upperBound)
    }
  }
}
