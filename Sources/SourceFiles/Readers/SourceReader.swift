/// Reads a file of any known format.
package struct SourceReader: Sendable {
  /// Goes up with every change of what any reader gives, so that what was kept of an older one is read again.
  package static let version = 1

  package init() {}

  /// What stands in a file, its format told by its content and, among texts, by its ending.
  ///
  /// - Parameter path: where the file stands; other programs that read PDF open it by this name.
  package func read(_ bytes: [UInt8], path: String) throws(ReadingFailure) -> SourceText {
    guard !bytes.isEmpty else { throw .empty }
    switch FileSignature(bytes) {
    case .pdf: throw .noProgram(["mutool"])
    case .zip: return try archive(bytes)
    case .compoundFile: throw .oldOffice
    case .other(let kind): throw .kind(kind)
    case .text: return try text(bytes, path: path)
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

  private func text(_ bytes: [UInt8], path: String) throws(ReadingFailure) -> SourceText {
    let (text, encoding) = try TextEncoding.decode(bytes)
    let remarks = encoding == .utf8 ? [] : [Remark.encoding(encoding)]
    let format = FileFormat(text, named: path)
    let source =
      switch format {
      case .csv, .tsv: DelimitedReader.read(text, format: format)
      case .html: HTMLReader.read(text)
      case .markdown: MarkdownReader.read(text)
      default: SourceText(format: format, lines: FileLines.split(text))
      }
    return source.adding(remarks)
  }
}

/// The lines of a text as an editor counts them.
enum FileLines {
  /// `\n` and `\r\n` end a line, nothing else; a text that ends with one has no line behind it.
  static func split(_ text: String) -> [String] {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
  }
}

extension SourceText {
  func adding(_ more: [Remark]) -> SourceText {
    SourceText(
      format: format, lines: lines, places: places, headings: headings, grids: grids, remarks: more + remarks)
  }
}
