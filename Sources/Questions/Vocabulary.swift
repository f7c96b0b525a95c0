import Analysis
import JapaneseText

/// The words of the question language, folded, ready to be found in a question.
package struct Vocabulary: Sendable {
  private let concepts: [[Unicode.Scalar]: [Concept]]
  private let longest: Int
  /// Units a number can have, folded, longest first.
  let units: [[Unicode.Scalar]]

  /// Reads the `vocabulary` and `units` of the lexicons.
  /// - Throws: `VocabularyError` for a line whose right-hand side names no concept.
  package init(_ lexicons: Lexicons) throws(VocabularyError) {
    let folder = Folder()
    var concepts: [[Unicode.Scalar]: [Concept]] = [:]
    for entry in lexicons.vocabulary {
      guard let concept = Concept(entry.value) else {
        throw VocabularyError(line: entry.line, concept: entry.value)
      }
      for word in entry.word.split(separator: ",") {
        let folded = folder.fold(String(word), depth: .characters).scalars.trimmed
        if !folded.isEmpty, !(concepts[folded]?.contains(concept) ?? false) {
          concepts[folded, default: []].append(concept)
        }
      }
    }
    self.concepts = concepts
    self.longest = concepts.keys.map(\.count).max() ?? 0
    self.units = lexicons.units.flatMap { $0.word.split(separator: ",") }
      .map { folder.fold(String($0), depth: .characters).scalars.trimmed }
      .filter { !$0.isEmpty }.sorted { ($1.count, $0.description) < ($0.count, $1.description) }
  }

  /// Lengths and concepts of the words that start at `start`, longest first. A concept per line of the vocabulary: a
  /// word with several meanings gives them in the order of the file.
  func words(in text: [Unicode.Scalar], at start: Int) -> [(length: Int, concepts: [Concept])] {
    var found: [(Int, [Concept])] = []
    for length in stride(from: min(longest, text.count - start), through: 1, by: -1) {
      if let concept = concepts[Array(text[start..<(start + length)])] { found.append((length, concept)) }
    }
    return found
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
