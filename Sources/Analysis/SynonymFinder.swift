import JapaneseText

/// Finds the words of a question that the lexicon knows other words for.
package struct SynonymFinder: Sendable {
  /// The values of a word are the places of its other words.
  private let words: WordTable
  private let others: TextColumn
  private let folder: Folder

  init(_ rules: [SynonymRule], folder: Folder) {
    self.folder = folder
    var words: [[Unicode.Scalar]: [UInt32]] = [:]
    var places: [String: UInt32] = [:]
    var texts: [String] = []
    for rule in rules {
      for word in rule.from.flatMap({ [$0] + Self.plural($0) }) {
        let folded = folder.fold(word).scalars
        for other in rule.to where other != word {
          let place = places[other] ?? UInt32(clamping: texts.count)
          if places.updateValue(place, forKey: other) == nil { texts.append(other) }
          if !words[folded, default: []].contains(place) { words[folded, default: []].append(place) }
        }
      }
    }
    self.words = WordTable(words)
    others = TextColumn(texts)
  }

  init(decoding bytes: PreparedBytes, folder: Folder) throws(LexiconError) {
    guard let sections = bytes.sections(2), let words = WordTable(sections[0]),
      let others = TextColumn(sections[1])
    else { throw .damaged }
    self.words = words
    self.others = others
    self.folder = folder
  }

  ///     SynonymFinder = Sections: words:WordTable, other words:TextColumn
  var encoded: [UInt8] { PreparedBytes.encode([words.encoded, others.encoded]) }

  /// company → companies; other plurals only add to the word.
  private static func plural(_ word: String) -> [String] {
    let vowels = "aeiou".unicodeScalars
    guard let first = word.unicodeScalars.first, ScriptClass(first) == .latin, word.hasSuffix("y"),
      let before = word.unicodeScalars.dropLast().last, !vowels.contains(before)
    else { return [] }
    return [word.dropLast() + "ies"]
  }

  /// Other words for one word, which is folded; nil where the lexicon has none.
  package func others(of word: [Unicode.Scalar]) -> [String]? { words.place(of: word).map(others) }

  /// Words that English expressions (greenhouse gas) are made of, folded.
  package var englishPieces: Set<[Unicode.Scalar]> { words.asciiPieces }

  private func others(_ word: Int) -> [String] { words.values(word).map { others[Int($0)] } }

  /// Other words for words of the text, in order of the text; longest words first at each place, without overlap.
  package func others(for text: AnalyzedText) -> [String] {
    let edges = Edges(text)
    var found: [String] = []
    var i = 0
    let scalars = text.spellings.scalars
    while i < scalars.count {
      let entry = words.words(in: scalars, at: i).first {
        edges.allow(i..<(i + $0.length), in: text.spellings)
      }
      if let entry {
        // Other spellings of the word itself find nothing more. They are told here, not where the entries are made: a
        // question meets a few of a thousand rules.
        let word = Array(scalars[i..<(i + entry.length)])
        found.append(
          contentsOf: others(entry.word).filter { !found.contains($0) && folder.fold($0).scalars != word })
        i += entry.length
      } else {
        i += 1
      }
    }
    return found
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
