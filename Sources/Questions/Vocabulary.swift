import Analysis
import JapaneseText

/// The words of the question language, folded, ready to be found in a question.
package struct Vocabulary: Sendable {
  private let concepts: [[Unicode.Scalar]: [Concept]]
  private let longest: Int
  /// Words of hiragana alone: カ in カ所 is not the particle か.
  private let hiragana: Set<[Unicode.Scalar]>
  /// Endings of verbs that deny them, in hiragana: ていない, ません.
  let negativeEndings: [[Unicode.Scalar]]
  /// Units a number can have, folded, longest first.
  let units: [[Unicode.Scalar]]

  /// Reads the `vocabulary` and `units` of the lexicons.
  /// - Throws: `VocabularyError` for a line whose right-hand side names no concept.
  package init(_ lexicons: Lexicons) throws(VocabularyError) {
    let folder = Folder()
    let spellings = OtherSpellings(lexicons.okurigana)
    var concepts: [[Unicode.Scalar]: [Concept]] = [:]
    var hiragana: Set<[Unicode.Scalar]> = []
    for entry in lexicons.vocabulary {
      guard let concept = Concept(entry.value) else {
        throw VocabularyError(line: entry.line, concept: entry.value)
      }
      for word in entry.word.split(separator: ",").flatMap({ Vocabulary.spoken(String($0)) })
        .flatMap(spellings.forms)
      {
        let folded = folder.fold(String(word), depth: .characters).scalars.trimmed
        if !folded.isEmpty, !(concepts[folded]?.contains(concept) ?? false) {
          concepts[folded, default: []].append(concept)
        }
        if word.unicodeScalars.allSatisfy({ [.hiragana, .space].contains(ScriptClass($0)) }) {
          hiragana.insert(folded)
        }
      }
    }
    self.concepts = concepts
    self.hiragana = hiragana
    self.negativeEndings = concepts.filter { $0.value.contains(.negated) && hiragana.contains($0.key) }.map(
      \.key
    )
    .sorted { $0.lexicographicallyPrecedes($1) }
    self.tails = concepts.filter { $0.value.contains(.tail) }.map(\.key).sorted(by: Vocabulary.isLonger)
    self.longest = concepts.keys.map(\.count).max() ?? 0
    self.units = lexicons.units.flatMap { $0.word.split(whereSeparator: { ",/".contains($0) }) }
      .map { folder.fold(String($0), depth: .characters).scalars.trimmed }
      .filter { !$0.isEmpty }.sorted(by: Vocabulary.isLonger)
  }

  /// The longer first, those of a length by their scalars.
  private static func isLonger(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count > b.count
  }

  /// The word, and as it is spoken: している is also してる and しています.
  private static func spoken(_ word: String) -> [String] {
    // replacing is dear, and most words have nothing to replace
    guard word.unicodeScalars.contains("て") else { return [word] }
    let short = word.replacing("ている", with: "てる").replacing("ていた", with: "てた")
      .replacing("ています", with: "てます")
    var forms = short == word ? [word] : [word, short]
    // an ending alone (れている) would cut verbs that no one listed: 置か|れています
    if word.hasSuffix("ている"), word.unicodeScalars.contains(where: { ScriptClass($0) == .han }) {
      forms += ["ています", "てます"].map { word.dropLast(3) + $0 }
    }
    return forms
  }

  /// Lengths and concepts of the words that start at `start`, longest first. A concept per line of the vocabulary: a
  /// word with several meanings gives them in the order of the file.
  func words(in text: QuestionText, at start: Int) -> [(length: Int, concepts: [Concept])] {
    var found: [(Int, [Concept])] = []
    for length in stride(from: min(longest, text.folded.count - start), through: 1, by: -1) {
      let range = start..<(start + length)
      let word = Array(text.folded.scalars[range])
      guard let concept = concepts[word] else { continue }
      if hiragana.contains(word), text.scripts[range].contains(.katakana) { continue }
      found.append((length, concept))
    }
    return found
  }

  /// Words that say of the topic before them only that it is one (関連, 向け), longest first.
  package let tails: [[Unicode.Scalar]]

  /// True where a word for a kind of thing starts.
  package func namesKind(in text: QuestionText, at start: Int) -> Bool {
    words(in: text, at: start).contains { $0.concepts.contains(where: \.isKind) }
  }

  /// True where a piece of the text is a word for a kind of thing, or for what a plan calls its works.
  package func isKind(_ text: QuestionText, _ range: Range<Int>) -> Bool {
    words(in: text, at: range.lowerBound).contains { word in
      word.length == range.count
        && (word.concepts.contains(.initiatives) || word.concepts.contains(where: \.isKind))
    }
  }

  /// Its words, folded, in order.
  package var words: [String] { concepts.keys.map { String(String.UnicodeScalarView($0)) }.sorted() }

  /// True where the folded text is a word that is said and dropped.
  package func isDropped(_ text: [Unicode.Scalar]) -> Bool {
    concepts[text]?.contains { $0 == .dropped || $0 == .tail } ?? false
  }

  /// True where the folded text is made of words of the vocabulary alone.
  package func covers(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count <= 24 else { return false }
    var reached: Set<Int> = [0]
    for start in text.indices where reached.contains(start) {
      for end in (start + 1)...text.count where concepts[Array(text[start..<end])] != nil {
        reached.insert(end)
      }
    }
    return reached.contains(text.count)
  }

  /// True where the folded text is a word of the vocabulary.
  package func contains(_ text: [Unicode.Scalar]) -> Bool { concepts[text] != nil }
}

/// A line of `vocabulary.txt` whose concept does not exist.
package struct VocabularyError: Error, Hashable, Sendable, CustomStringConvertible {
  package let line: Int
  package let concept: String
  package var description: String {
    "vocabulary.txt:\(line): \"\(concept)\" is no concept of the question language; see the other lines for those there are"
  }
}

extension [Unicode.Scalar] {
  /// Without spaces at the ends.
  var trimmed: [Unicode.Scalar] {
    guard let first = firstIndex(where: { !$0.properties.isWhitespace }),
      let last = lastIndex(where: { !$0.properties.isWhitespace })
    else { return [] }
    return Array(self[first...last])
  }
}
