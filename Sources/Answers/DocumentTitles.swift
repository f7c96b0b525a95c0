import JapaneseText
import PlanLibrary

/// What documents are called, folded and cut into words. An index keeps it as bytes, which are used as they are:
///
///     DocumentTitles = Sections: version:u32, TextColumn of four texts a document
///
/// The texts are: the title and the other names it prints, a line each; all that it may be called; the words of these; the years they
/// mention. Words and names end with a zero byte each, years with a space.
struct DocumentTitles: Sendable {
  /// Goes up with every change of this form, and of what is made of a title.
  static let version: UInt32 = 1

  private let texts: TextColumn

  /// A document's titles, read where they are asked for.
  final class Known {
    let record: DocumentRecord
    let title: String
    private let texts: (names: String, words: String, years: String)
    private(set) lazy var names = Set(texts.names.split(separator: "\0").map(String.init))
    private(set) lazy var words = Set(texts.words.split(separator: "\0").map(String.init))
    private(set) lazy var years = Set(texts.years.split(separator: " ").compactMap { Int($0) })
    /// Scalars of the longest word.
    private(set) lazy var longestWord = words.map(\.unicodeScalars.count).max() ?? 0

    fileprivate init(_ record: DocumentRecord, _ texts: TextColumn, _ place: Int) {
      self.record = record
      title = texts[4 * place]
      self.texts = (texts[4 * place + 1], texts[4 * place + 2], texts[4 * place + 3])
    }
  }

  /// - Parameter documents: all of a library, in their order.
  init(_ documents: [DocumentRecord], matcher: KeywordMatcher) {
    texts = TextColumn(
      documents.flatMap { record -> [String] in
        let spaced = String(record.id.map { $0 == "-" || $0 == "_" ? " " : $0 })
        let text = ([record.title] + record.names + [spaced]).joined(separator: "\n")
        let names = (record.names + [record.title, record.id, spaced]).map { matcher.fold($0) }.uniqued
        let words = matcher.terms(of: text).flatMap { $0.forms.map { String($0) } }.uniqued
        let years = YearMention.all(in: Array(text.unicodeScalars), bareYears: true)
          .flatMap { [$0.first, $0.last] }.uniqued.sorted()
        return [
          ([record.title] + record.names).map { matcher.fold($0) }.joined(separator: "\n"),
          names.map { $0 + "\0" }.joined(), words.map { $0 + "\0" }.joined(),
          years.map { "\($0) " }.joined(),
        ]
      })
  }

  /// nil for bytes of another version or of other documents, which are to be made anew.
  /// - Parameter count: how many documents there are.
  init?(decoding bytes: PreparedBytes, count: Int) {
    guard let sections = bytes.sections(2), sections[0].array == PreparedBytes.encode([Self.version]),
      let texts = TextColumn(sections[1]), texts.count == 4 * count
    else { return nil }
    self.texts = texts
  }

  var encoded: [UInt8] {
    PreparedBytes.encode([PreparedBytes.encode([Self.version]), texts.encoded])
  }

  /// - Parameter documents: those it was made of.
  func known(_ documents: [DocumentRecord]) -> [Known] {
    documents.enumerated().map { Known($1, texts, $0) }
  }
}
