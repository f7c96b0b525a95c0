import Analysis
import Glibc
import JapaneseText

/// An index opened for reading; all that is read of it was checked to be as it was written (`SealedFile`).
///
/// It goes on reading what it opened where another index takes the place of this one.
package final class IndexReader: Sendable {
  package let directory: String
  package let settings: IndexSettings
  /// The lexicons the texts were cut with; questions are cut with the same.
  package let lexicons: Lexicons
  /// Documents in the index.
  package let count: Int
  let terms: TermDictionaryReader
  let postings: SealedFile
  /// What one occurrence of a word is worth, by document; and then of a gram.
  private let ones: SealedFile
  let store: DocumentStore
  let analyzers: SpareAnalyzers
  /// What analyzers of this index's texts and questions share.
  package let tables: AnalyzerTables
  let attachments: [String: SealedFile]
  private let files: [SealedFile]

  /// - Throws: `.missing` where there is no index; `.version`, `.behaviour` where another program wrote it; others
  ///   where it is damaged.
  package init(directory: String) throws(IndexError) {
    self.directory = directory
    let manifest = try Manifest(directory: directory)
    let header = try Header(try manifest.open("header", in: directory))
    count = header.documentCount
    settings = header.settings
    do throws(LexiconError) {
      lexicons = try Lexicons(decoding: header.lexicons)
    } catch {
      throw .lexicons(error)
    }
    let dictionary = try manifest.open("terms", in: directory)
    terms = try TermDictionaryReader(dictionary)
    postings = try manifest.open("postings", in: directory)
    ones = try manifest.open("ones", in: directory)
    guard ones.count == 2 * count else { throw .malformed(path: ones.path, part: "the list of impacts") }
    let records = try manifest.open("documents", in: directory)
    let offsets = try manifest.open("offsets", in: directory)
    store = try DocumentStore(
      records: records, offsets: offsets,
      fieldCount: header.settings.fields.count, count: header.documentCount)
    var attachments: [String: SealedFile] = [:]
    for file in manifest.files where file.role.hasPrefix("x-") {
      attachments[file.role] = try manifest.open(file.role, in: directory)
    }
    self.attachments = attachments
    let words = try manifest.open("words", in: directory)
    files =
      [dictionary, postings, ones, records, offsets, words] + attachments.values.sorted { $0.path < $1.path }
    let prepared = try words.prepared(0..<words.count)
    do throws(LexiconError) {
      tables = try AnalyzerTables(lexicons, decoding: prepared)
    } catch {
      throw .lexicons(error)
    }
    let analyzer = try Self.analyzer(tables)
    guard analyzer.fingerprint == header.fingerprint else { throw .behaviour(directory: directory) }
    analyzers = SpareAnalyzers(analyzer, tables: tables)
  }

  /// Checks that the files are still as they were opened. What was read since the check before can only be relied on
  /// where this returns; it costs a few microseconds.
  package func checkFiles() throws(IndexError) {
    for file in files { try file.checkIsAsOpened() }
  }

  /// Checks every byte of every file. Costs reading them.
  package func checkWhole() throws(IndexError) {
    for file in files {
      _ = try file.bytes()
      try file.checkIsAsOpened()
    }
  }

  package var synonymFinder: SynonymFinder { tables.synonyms }

  /// The folding of this index's texts.
  package var folder: Folder { tables.folder }

  static func analyzer(_ tables: AnalyzerTables) throws(IndexError) -> Analyzer {
    do throws(WordBreaker.Failure) {
      return try Analyzer(tables)
    } catch {
      throw .wordBreaker(code: error.code)
    }
  }

  /// Bytes kept with `IndexWriter.attach`; nil where there are none of this name.
  package func attachment(_ name: String) -> [UInt8]? {
    attachments["x-" + name].flatMap { try? $0.bytes() }.map { Array($0) }
  }

  /// The caller's name for a document.
  package func id(_ document: DocID) throws(IndexError) -> String {
    String(decoding: try store.head(document).id, as: UTF8.self)
  }

  /// The caller's bytes for a document.
  package func stored(_ document: DocID) throws(IndexError) -> [UInt8] {
    Array(try store.head(document).stored)
  }

  /// The texts of a document's fields, as they were added.
  package func fields(_ document: DocID) throws(IndexError) -> [String] { try contents(document).fields }

  /// The caller's bytes for a document, and the texts of its fields.
  package func contents(_ document: DocID) throws(IndexError) -> (stored: [UInt8], fields: [String]) {
    let record = try store.record(document)
    return (Array(record.head.stored), record.fields.map { String(decoding: $0, as: UTF8.self) })
  }

  /// The texts of some of a document's fields folded as deep as it goes, as they were when the index was made; where a field
  /// ends stands what no text has.
  package func folded(_ document: DocID, where isWanted: (_ field: Int) -> Bool) throws(IndexError)
    -> [Unicode.Scalar]
  {
    let bytes = try store.spellings(document)
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count / 2)
    var field = 0
    var takes = isWanted(0)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.value == UInt32(DocumentRecord.separator) {
        field += 1
        takes = isWanted(field)
        scalars.append(scalar)
      } else if takes {
        scalars.append(scalar)
      }
    }
    return scalars
  }

  /// The posting list of a term; nil where no document holds it.
  func list(_ key: [UInt8]) throws(IndexError) -> PostingSlice? {
    guard let entry = try terms.find(key), entry.count > 0 else { return nil }
    guard entry.count <= count else { throw .malformed(path: postings.path, part: "a posting list") }
    let ones = try ones.bytes(key.first == TermKey.gram ? count..<2 * count : 0..<count)
    return try PostingSlice(
      try postings.bytes(from: entry.start, length: entry.length), length: entry.length, count: entry.count,
      most: entry.most, ones: ones, path: postings.path)
  }
}
