import Analysis
import JapaneseText

/// A text to be found as a part of documents, in either folding.
struct SubstringQuery {
  /// One folding of the text: the bytes to be found, and the grams that every text with them has.
  struct Pattern {
    let bytes: BytePattern
    let grams: [Gram]
    /// True where having the grams is having the text.
    let isGram: Bool

    init(_ scalars: [Unicode.Scalar]) {
      bytes = BytePattern(Array(String(scalars).utf8))
      isGram = scalars.count <= 2
      grams =
        scalars.count == 1
        ? [Gram(scalars[0])] : Array(Set(zip(scalars, scalars.dropFirst()).map { Gram($0, $1) })).sorted()
    }
  }

  let characters: Pattern?
  /// Nil where it would be the same; then the one pattern is looked for in both foldings of the documents.
  let spellings: Pattern?

  init(_ text: AnalyzedText) {
    let shallow = Self.trimmed(text.characters.scalars)
    let deep = Self.trimmed(text.spellings.scalars)
    characters = shallow.isEmpty ? nil : Pattern(shallow)
    spellings = deep.isEmpty || deep == shallow ? nil : Pattern(deep)
  }

  private static func trimmed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let first = scalars.firstIndex(where: { $0 != " " }),
      let last = scalars.lastIndex(where: { $0 != " " })
    else { return [] }
    return Array(scalars[first...last])
  }

  /// True where the text stands in a document's text of the deepest folding.
  func isIn(spellings text: ArraySlice<UInt8>) -> Bool {
    (spellings ?? characters)?.bytes.isIn(text) ?? false
  }

  /// True where the text stands in a document: in its text of either folding.
  func isIn(_ record: DocumentRecord) -> Bool {
    isIn(spellings: record.spellings) || (characters?.bytes.isIn(record.characters) ?? false)
  }
}
