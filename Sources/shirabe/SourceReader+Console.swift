import Phrases
import SourceFiles

extension SourceReader {
  /// Reads PDF by the program that `$SHIRABE_PDF` names, else by the best that is installed, and of a document as many MB of text as
  /// `$SHIRABE_LARGEST_TEXT` says.
  init(_ console: Console) throws(Failure) {
    self.init(pdf: try SourceReader.pdf(console), limit: try SourceReader.limit(console))
  }

  private static func pdf(_ console: Console) throws(Failure) -> PDFReader {
    guard let name = console.variable("SHIRABE_PDF") else { return PDFReader() }
    guard let program = PDFReader.Program(rawValue: name) else {
      let names = PDFReader.Program.allCases.map(\.rawValue).joined(separator: " or ")
      throw Failure(Phrase.pdfProgramUnknown.with(Saying(name), Saying(names)), .unreadable)
    }
    return PDFReader(chosen: program)
  }

  private static func limit(_ console: Console) throws(Failure) -> Int {
    guard let text = console.variable("SHIRABE_LARGEST_TEXT") else { return defaultLimit }
    // what is more than a file that is read
    guard let megabytes = Int(text), (1...1_000).contains(megabytes) else {
      throw Failure(Phrase.largestTextUnknown.with(Saying(text)), .unreadable)
    }
    return megabytes * 1_000_000
  }
}
