import JapaneseText
import Phrases
import SystemFiles

/// Reads a file of any known format.
package struct SourceReader: Sendable {
  /// Goes up with every change of what any reader gives, so that what was kept of an older one is read again.
  package static let version = 3

  /// As much text as a document is read of where nothing else is said, in bytes of UTF-8: ten times that of the longest plans, and
  /// what is made of it fits into the memory of a small machine.
  package static let defaultLimit = 32_000_000

  private let pdf: PDFReader
  /// How many bytes the text of one document may have. A file of records is no document; each record is one.
  package let limit: Int

  package init(pdf: PDFReader = PDFReader(), limit: Int = SourceReader.defaultLimit) {
    self.pdf = pdf
    self.limit = limit
  }

  /// Why a file is not to be read into memory, as its size and its first bytes tell; nil where it may be.
  package func refusal(of file: FilePath) -> ReadingFailure? {
    var head = [UInt8](repeating: 0, count: 1024)
    guard let opened = try? FileDescriptor.reading(file), let size = try? opened.size, size > limit,
      let count = try? opened.read(into: &head, from: 0)
    else { return nil }
    switch FileSignature(Array(head[..<count])) {
    case .text:
      return FileFormat("", named: file.shown) == .records ? nil : .tooLong(bytes: size, limit: limit)
    case .other(let kind): return .kind(kind.with())
    case .pdf, .zip, .compoundFile: return nil
    }
  }

  /// What stands in a file.
  /// - Throws: `ReadingFailure`, or `FileError` where the system refuses it.
  package func read(_ file: FilePath) throws -> SourceText {
    if let refusal = refusal(of: file) { throw refusal }
    return try read(try FileSystem.read(file), of: file)
  }

  /// The name of the reader of these bytes, with its version: the same name and bytes give the same text. nil for what is
  /// read as fast as it could be kept.
  package func name(for bytes: [UInt8]) -> String? {
    switch FileSignature(bytes) {
    case .pdf: pdf.program.map { "\($0.rawValue) \(Self.version)" }
    case .zip: "archive \(Self.version)"
    case .compoundFile, .other, .text: nil
    }
  }

  /// What stands in a file, its format told by its content and, among texts, by its ending.
  ///
  /// - Parameter file: where the bytes come from; other programs that read PDF open it by this name.
  package func read(_ bytes: [UInt8], of file: FilePath) throws(ReadingFailure) -> SourceText {
    guard !bytes.isEmpty else { throw .empty }
    let source = try unbounded(bytes, of: file)
    let length = source.lines.reduce(0) { $0 + $1.utf8.count + 1 }
    guard source.format == .records || length <= limit else { throw .tooLong(bytes: length, limit: limit) }
    return source
  }

  private func unbounded(_ bytes: [UInt8], of file: FilePath) throws(ReadingFailure) -> SourceText {
    switch FileSignature(bytes) {
    case .pdf: return try pdf.read(file)
    case .zip: return try archive(bytes)
    case .compoundFile: throw .oldOffice
    case .other(let kind): throw .kind(kind.with())
    case .text: return try text(bytes, name: file.shown)
    }
  }

  private func archive(_ bytes: [UInt8]) throws(ReadingFailure) -> SourceText {
    var archive = try ZipArchive(bytes)
    if archive.contains(WorkbookReader.main) { return try WorkbookReader.read(&archive, size: bytes.count) }
    if archive.contains(WordReader.main) { return try WordReader.read(&archive) }
    if archive.contains(SlidesReader.main) { return try SlidesReader.read(&archive) }
    let kind = try archive.part("mimetype").map { String(decoding: $0, as: UTF8.self) } ?? ""
    if kind.hasPrefix("application/vnd.oasis.opendocument.text") {
      return try OpenDocumentReader.read(&archive, format: .odt, size: bytes.count)
    }
    if kind.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") {
      return try OpenDocumentReader.read(&archive, format: .ods, size: bytes.count)
    }
    throw .kind(Phrase.anArchive.with())
  }

  private func text(_ bytes: [UInt8], name: String) throws(ReadingFailure) -> SourceText {
    let (text, encoding) = try TextEncoding.decode(bytes)
    let remarks = encoding == .utf8 ? [] : [Remark.encoding(encoding)]
    let format = FileFormat(text, named: name)
    let source =
      switch format {
      case .csv, .tsv: DelimitedReader.read(text, format: format)
      case .html: HTMLReader.read(text)
      case .markdown: MarkdownReader.read(text)
      default: SourceText(format: format, lines: TextLines.split(text).map(String.init))
      }
    return source.adding(remarks)
  }
}

extension SourceText {
  func adding(_ more: [Remark]) -> SourceText {
    SourceText(
      format: format, lines: lines, places: places, headings: headings, grids: grids, remarks: more + remarks)
  }
}
