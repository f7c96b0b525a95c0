import JapaneseText
import SystemFiles

/// Reads a file of any known format.
package struct SourceReader: Sendable {
  /// Goes up with every change of what any reader gives, so that what was kept of an older one is read again.
  package static let version = 2

  private let pdf: PDFReader

  package init(pdf: PDFReader = PDFReader()) { self.pdf = pdf }

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
    switch FileSignature(bytes) {
    case .pdf: return try pdf.read(file)
    case .zip: return try archive(bytes)
    case .compoundFile: throw .oldOffice
    case .other(let kind): throw .kind(kind)
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
    throw .kind("an archive")
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
