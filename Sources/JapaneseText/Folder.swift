/// Folds text so that spellings a reader takes for one compare equal. Never used for what is printed.
///
/// The first two depths look at no more than the nearest neighbours of a scalar, so a part of a text always folds to
/// a part of the folded text. The third depth knows words; it may join or drop scalars by what stands around them.
/// A search that must only gain by folding looks for both `characters` and `spellings`.
package struct Folder: Sendable {
  /// How far folding goes; each depth begins with the one before.
  package enum Depth: Hashable, Sendable, CaseIterable {
    /// NFKC, case, radicals for Han characters, white space as one space. Still cut into words by ICU.
    case width
    /// Katakana as hiragana, dashes and long marks as `ー`, no space beside Japanese.
    case characters
    /// The final long mark, `ヴァ`/`バ`, `ヶ所`/`箇所`, `々`, dots inside katakana, the lexicon's spellings.
    case spellings
  }

  private let spellings: SpellingTable

  /// A folder that knows no spelling pairs.
  package init() { self.init(spellings: []) }

  /// - Parameter spellings: groups of equal spellings, `["取組", "取り組み"]`; the first of a group stands for all.
  package init(spellings: [[String]]) {
    let plain = SpellingTable(groups: [])
    func fold(_ text: String, _ depth: Depth) -> [Unicode.Scalar] {
      CharacterFold.fold(WidthFold.fold(text), table: plain, depth: depth).scalars
    }
    self.spellings = SpellingTable(
      groups: spellings.map { group in
        SpellingTable.Group(
          spellings: group.map { fold($0, .characters) },
          canonical: group.first.map { fold($0, .spellings) } ?? [])
      })
  }

  /// A folder with the spellings of another, as its `spellingWords` has them.
  package init(spellings words: WordTable) { spellings = SpellingTable(words) }

  /// The spellings it knows, for a folder of another process.
  package var spellingWords: WordTable { spellings.words }

  /// Folds a text, keeping the way back to it.
  package func fold(_ text: String, depth: Depth = .spellings) -> FoldedText {
    deepen(WidthFold.fold(text), to: depth)
  }

  /// Folds a text that is only compared.
  package func fold(string text: String, depth: Depth = .spellings) -> String {
    fold(text, depth: depth).string
  }

  /// Goes on from a text folded to depth `width`.
  package func deepen(_ width: FoldedText, to depth: Depth) -> FoldedText {
    depth == .width ? width : CharacterFold.fold(width, table: spellings, depth: depth)
  }

  /// What the second depth makes of a single scalar of the first: one scalar for one.
  package static func kana(_ scalar: Unicode.Scalar) -> Unicode.Scalar { KanaFold.fold(scalar) }
}
