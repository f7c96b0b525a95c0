import Analysis
import JapaneseText

/// Builds an index in a folder: add documents, then commit once.
///
/// Until `commit()` has returned, an index that was in the folder before stays as it was and can be read. The same
/// documents in the same order with the same lexicons give the same bytes. Postings beyond `flushBytes` wait in files
/// of the folder; documents go to the disk at once.
package final class IndexWriter {
  private let directory: String
  private let settings: IndexSettings
  private let lexicons: Lexicons
  private let analyzers: AnalyzerPool
  private let flushBytes: Int
  private var buffer = PostingBuffer()
  private var runs: [String] = []
  private var waiting: [AnalyzerPool.Document] = []
  private let records: FileWriter
  private var offsets: [UInt64] = [0]
  private var wordLengths: [UInt32] = []
  private var gramLengths: [UInt32] = []
  private var attachments: [(role: String, bytes: [UInt8])] = []

  /// - Parameters:
  ///   - directory: made where it is not there.
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
    self.directory = directory
    self.settings = settings
    self.lexicons = lexicons
    self.flushBytes = flushBytes
    analyzers = try AnalyzerPool(lexicons: lexicons)
    try Folders.make(directory)
    records = try FileWriter(directory: directory, name: "documents")
  }

  deinit { for run in runs { Folders.remove("\(directory)/\(run)") } }

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
    for terms in analyzers.terms(of: waiting) {
      guard let document = UInt32(exactly: offsets.count - 1), document < UInt32.max - 1 else {
        throw .tooManyDocuments
      }
      try records.write(terms.record)
      offsets.append(records.length)
      wordLengths.append(contentsOf: terms.wordLengths)
      gramLengths.append(contentsOf: terms.gramLengths)
      buffer.add(document, terms)
      if buffer.size > flushBytes { try flush() }
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private func flush() throws(IndexError) {
    let name = "run-\(runs.count)"
    let file = try FileWriter(directory: directory, name: name)
    try buffer.drain(file.write)
    try file.finish(as: name)
    runs.append(name)
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
    for (role, bytes) in attachments { files.append(try write(role, bytes)) }
    _ = try write(manifest: Manifest(files: files))
    removeOthers(than: files)
  }

  /// Merges the runs into the files of terms and postings.
  private func writeTerms() throws(IndexError) -> [Manifest.File] {
    var last: [UInt8] = []
    try buffer.drain { (bytes: [UInt8]) throws(IndexError) in last.append(contentsOf: bytes) }
    var mapped: [MappedFile] = []
    for run in runs { mapped.append(try MappedFile("\(directory)/\(run)")) }
    let postings = try FileWriter(directory: directory, name: "postings")
    let terms = try FileWriter(directory: directory, name: "terms")
    let model = ImpactModel(settings: settings, wordLengths: wordLengths, gramLengths: gramLengths)
    try last.withUnsafeBufferPointer { (rest: UnsafeBufferPointer<UInt8>) throws(IndexError) in
      let sources = mapped.map(\.bytes) + [UnsafeRawBufferPointer(rest)]
      var merger = try RunMerger(sources.map { ByteReader($0, path: directory, part: "a run") })
      try Self.merge(&merger, terms: terms, postings: postings, model: model)
    }
    return [try finish(terms, "terms"), try finish(postings, "postings")]
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
      let bytes = PostingList.encode(list)
      try postings.write(bytes)
      try dictionary.add(term, count: list.count, most: list.map(\.impact).max() ?? 0, length: bytes.count)
    }
    try dictionary.finish()
  }

  private func write(_ role: String, _ bytes: [UInt8]) throws(IndexError) -> Manifest.File {
    let file = try FileWriter(directory: directory, name: role)
    try file.write(bytes)
    return try finish(file, role)
  }

  /// Names a file by its content: an index that is open keeps its files, and equal files are the same file.
  private func finish(_ file: FileWriter, _ role: String) throws(IndexError) -> Manifest.File {
    let name = "\(role)-\(Manifest.hex(file.checksumValue))"
    try file.finish(as: name)
    return Manifest.File(role: role, name: name, length: file.length, checksum: file.checksumValue)
  }

  private func write(manifest: Manifest) throws(IndexError) {
    Folders.sync(directory)
    let file = try FileWriter(directory: directory, name: Manifest.fileName)
    try file.write(manifest.encoded)
    try file.finish(as: Manifest.fileName)
    Folders.sync(directory)
  }

  /// Removes the files of the index before, and of builds that never ended.
  private func removeOthers(than files: [Manifest.File]) {
    let kept = Set(files.map(\.name))
    let roles = files.map(\.role) + ["x-"]
    for name in Folders.names(in: directory) where !kept.contains(name) {
      let isOurs = roles.contains { name.hasPrefix($0 + ($0 == "x-" ? "" : "-")) } || name.hasPrefix("run-")
      if isOurs { Folders.remove("\(directory)/\(name)") }
    }
    runs = []
  }
}

extension [UInt8] {
  fileprivate init(_ offset: UInt64) {
    self = []
    append(fixed: offset)
  }
}
