import SourceFiles

extension SourceReader {
  /// Reads PDF by the program that `$SHIRABE_PDF` names, else by the best that is installed.
  init(_ console: Console) throws(Failure) {
    guard let name = console.variable("SHIRABE_PDF") else {
      self.init()
      return
    }
    guard let program = PDFReader.Program(rawValue: name) else {
      let names = PDFReader.Program.allCases.map(\.rawValue).joined(separator: " or ")
      throw Failure("SHIRABE_PDF is \"\(name)\"; it can be \(names)", .unreadable)
    }
    self.init(pdf: PDFReader(chosen: program))
  }
}
