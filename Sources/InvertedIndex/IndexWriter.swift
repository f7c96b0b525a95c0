import Analysis
import JapaneseText
import SystemFiles

/// Builds an index in a folder: add documents, then commit once.
///
/// Until `commit()` has returned, an index that was in the folder before stays as it was and can be read. The same
/// documents in the same order with the same lexicons give the same bytes. Postings beyond `flushBytes` wait in files
/// of the writer's own; documents go to the disk at once. The folder is this writer's alone until it goes (`IndexFolder`).
package final class IndexWriter {
  private let folder: IndexFolder
  private let settings: IndexSettings
  private let lexicons: Lexicons
  private let analyzers: AnalyzerPool
  private let flushBytes: Int
  private var buffer = PostingBuffer()
  private var runs: [FileWriter] = []
  private var waiting: [AnalyzerPool.Document] = []
  private let records: FileWriter
  /// Where the records begin, and where the last one ends; empty before the first.
  private var offsets: [UInt64] = []
  private var compressor: Compressor?
  private var wordLengths: [UInt32] = []
  private var gramLengths: [UInt32] = []
  private var attachments: [(role: String, bytes: [UInt8])] = []

  /// - Parameters:
  ///   - directory: made where it is not there; else one that an index made, or an empty one.
  ///   - fields: 1 to 4; every document has a text for each, which may be empty.
  package convenience init(
    directory: String, fields: [IndexField], lexicons: Lexicons, flushBytes: Int = 256 << 20
  ) throws(IndexError) {
    try self.init(
      directory: directory, settings: IndexSettings(fields: fields), lexicons: lexicons,
      flushBytes: flushBytes)
  }

  package init(
    directory: String, settings: IndexSettings, lexicons: Lexicons, flushBytes: Int = 256 << 20
  ) throws(IndexError) {
    guard (1...IndexSettings.mostFields).contains(settings.fields.count) else {
      throw .fields(expected: IndexSettings.mostFields, found: settings.fields.count)
    }
    self.settings = settings
    self.lexicons = lexicons
    self.flushBytes = flushBytes
    analyzers = try AnalyzerPool(lexicons: lexicons)
    folder = try IndexFolder(directory)
    records = try folder.makeFile("documents")
  }

  /// Adds a document; its `DocID` is the number of documents added before.
  ///
  /// - Parameters:
  ///   - id: the caller's name for it; nothing requires it to be unique.
  ///   - fields: a text for each field of the index.
  ///   - stored: bytes that come back with the document.
  package func add(id: String, fields: [String], stored: [UInt8] = []) throws(IndexError) {
    guard fields.count == settings.fields.count else {
      throw .fields(expected: settings.fields.count, found: fields.count)
    }
    waiting.append(AnalyzerPool.Document(id: id, fields: fields, stored: stored))
    if waiting.count >= 512 { try countIn() }
  }

  /// Keeps bytes of the caller's in the index, under a name of letters.
  package func attach(_ name: String, _ bytes: [UInt8]) { attachments.append(("x-" + name, bytes)) }

  /// Analyses the waiting documents and adds what they hold.
  private func countIn() throws(IndexError) {
    let analyzed = analyzers.terms(of: waiting)
    let compressor = try compressor(for: analyzed)
    for terms in analyzed {
      guard let document = UInt32(exactly: offsets.count - 1), document < UInt32.max - 1 else {
        throw .tooManyDocuments
      }
      try records.write(terms.record.encoded(compressor))
      offsets.append(records.length)
      wordLengths.append(contentsOf: terms.wordLengths)
      gramLengths.append(contentsOf: terms.gramLengths)
      buffer.add(document, terms)
      if buffer.size > flushBytes { try flush() }
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// The first documents give the dictionary of all records, which is written before them.
  private func compressor(for documents: [DocumentTerms]) throws(IndexError) -> Compressor {
    if let compressor { return compressor }
    let dictionary = RawRecord.dictionary(documents.lazy.map(\.record))
    try records.write(dictionary)
    offsets = [records.length]
    let compressor = Compressor(dictionary: dictionary)
    self.compressor = compressor
    return compressor
  }

  private func flush() throws(IndexError) {
    let file = try folder.makeFile("run-\(runs.count)")
    try buffer.drain(file.write)
    try file.flush()
    runs.append(file)
  }

  /// Writes the index and puts it in the place of the one before.
  package func commit() throws(IndexError) {
    try countIn()
    var files = try writeTerms()
    files.append(try finish(records, "documents"))
    files.append(try write("offsets", offsets.flatMap { offset in Array(offset) }))
    let header = Header(
      documentCount: offsets.count - 1, settings: settings, fingerprint: analyzers.fingerprint,
      lexicons: lexicons.encoded())
    files.append(try write("header", header.encoded))
    files.append(try write("words", analyzers.tables.encoded))
    for (role, bytes) in attachments { files.append(try write(role, bytes)) }
    try folder.publish(Manifest(files: files))
  }

  /// Merges the runs into the files of terms and postings.
  private func writeTerms() throws(IndexError) -> [Manifest.File] {
    try flush()
    var mapped: [MappedFile] = []
    for run in runs {
      mapped.append(try IndexError.reading { () throws(FileError) in try MappedFile(run.path) })
    }
    let postings = try folder.makeFile("postings")
    let terms = try folder.makeFile("terms")
    let model = ImpactModel(settings: settings, wordLengths: wordLengths, gramLengths: gramLengths)
    var merger = try RunMerger(mapped)
    try Self.merge(&merger, terms: terms, postings: postings, model: model)
    return [
      try finish(terms, "terms"), try finish(postings, "postings"),
      try write("ones", model.oneWord + model.oneGram),
    ]
  }

  private static func merge(
    _ merger: inout RunMerger, terms: FileWriter, postings: FileWriter, model: ImpactModel
  ) throws(IndexError) {
    var dictionary = TermDictionaryWriter(terms)
    while let (term, found) = try merger.next() {
      let isGram = term.first == TermKey.gram
      let list = found.map {
        PostingList.Posting(
          document: $0.document, impact: model.impact(of: $0.counts, in: $0.document, isGram: isGram))
      }
      let bytes = PostingList.encode(list, ones: isGram ? model.oneGram : model.oneWord)
      try postings.write(bytes)
      try dictionary.add(term, count: list.count, most: list.map(\.impact).max() ?? 0, length: bytes.count)
    }
    try dictionary.finish()
  }

  private func write(_ role: String, _ bytes: [UInt8]) throws(IndexError) -> Manifest.File {
    let file = try folder.makeFile(role)
    try file.write(bytes)
    return try finish(file, role)
  }

  private func finish(_ file: FileWriter, _ role: String) throws(IndexError) -> Manifest.File {
    let root = try file.seal()
    return Manifest.File(role: role, length: file.length, root: root)
  }
}

extension [UInt8] {
  fileprivate init(_ offset: UInt64) {
    self = []
    append(fixed: offset)
  }
}
