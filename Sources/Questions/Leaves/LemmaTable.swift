import Analysis
import JapaneseText

/// The lemmas of the question language, found in a question in any of their forms.
///
/// A lemma is kept as its stem with the class it is inflected by, so that the endings are looked up and never listed.
package struct LemmaTable: Sendable {
  /// A word found in a question: how long it is, in folded scalars, and what it means.
  struct Word: Hashable {
    let length: Int
    let concept: Concept
    /// False for a form of denial: 超えなかった.
    let isAffirmed: Bool
  }

  private struct Ending {
    let scalars: [Unicode.Scalar]
    let isAffirmed: Bool
  }

  private struct Entry {
    let concept: Concept
    let endings: [Ending]
    /// Only the denied forms say something.
    let isDeniedOnly: Bool
  }

  private var entries: [[Unicode.Scalar]: [Entry]] = [:]
  private var longest = 0

  /// Reads the `lemmas` and the `inflection` of the lexicons.
  /// - Throws: `LemmaError` for a line that names no concept or no class.
  package init(_ lexicons: Lexicons) throws(LemmaError) {
    let classes = LemmaTable.classes(of: lexicons.inflection)
    for line in lexicons.lemmas {
      let isDeniedOnly = line.value.hasPrefix("not ")
      let name = isDeniedOnly ? String(line.value.dropFirst(4)) : line.value
      guard let concept = Concept(name) else { throw LemmaError(line: line.line, name: line.value) }
      for word in line.word.split(separator: ",") {
        let parts = word.split(separator: "/", maxSplits: 1)
        guard let lemma = parts.first.map({ LemmaTable.fold(String($0)) }), !lemma.isEmpty else { continue }
        guard parts.count == 2 else {
          add(lemma, Entry(concept: concept, endings: [LemmaTable.bare], isDeniedOnly: false))
          continue
        }
        let name = String(parts[1].filter { $0 != " " })
        guard let endings = classes[name], let first = endings.first, lemma.count >= first.scalars.count
        else {
          throw LemmaError(line: line.line, name: name)
        }
        let cut =
          lemma.elementsEqual(lemma.dropLast(first.scalars.count) + first.scalars) ? first.scalars.count : 0
        add(
          Array(lemma.dropLast(cut)), Entry(concept: concept, endings: endings, isDeniedOnly: isDeniedOnly))
      }
    }
  }

  private static let bare = Ending(scalars: [], isAffirmed: true)

  private mutating func add(_ stem: [Unicode.Scalar], _ entry: Entry) {
    entries[stem, default: []].append(entry)
    longest = max(longest, stem.count)
  }

  /// The endings of each class, the dictionary's first.
  private static func classes(of lines: [LexiconEntry]) -> [String: [Ending]] {
    var classes: [String: [Ending]] = [:]
    for line in lines {
      let words = line.word.split(separator: " ")
      guard let name = words.first else { continue }
      classes[String(name), default: []] += line.value.split(separator: ",").map { ending in
        let isBare = ending.filter { $0 != " " } == "-"
        return Ending(scalars: isBare ? [] : fold(String(ending)), isAffirmed: words.count == 1)
      }
    }
    return classes
  }

  private static func fold(_ text: String) -> [Unicode.Scalar] {
    Folder().fold(text, depth: .characters).scalars.trimmed
  }

  /// The words that start at a place of the folded text; overlaps are kept.
  func words(in scalars: [Unicode.Scalar], at start: Int) -> [Word] {
    var found: [Word] = []
    for length in stride(from: min(longest, scalars.count - start), through: 1, by: -1) {
      let end = start + length
      for entry in entries[Array(scalars[start..<end])] ?? [] {
        for ending in entry.endings where scalars[end...].starts(with: ending.scalars) {
          if entry.isDeniedOnly, ending.isAffirmed { continue }
          let word = Word(
            length: length + ending.scalars.count, concept: entry.concept,
            isAffirmed: ending.isAffirmed || entry.isDeniedOnly)
          if !found.contains(word) { found.append(word) }
        }
      }
    }
    return found
  }
}

/// A line of `lemmas.txt` whose concept or class does not exist.
package struct LemmaError: Error, Hashable, Sendable, CustomStringConvertible {
  package let line: Int
  package let name: String
  package var description: String {
    "lemmas.txt:\(line): \"\(name)\" is no concept of the question language and no class of inflection.txt"
  }
}
