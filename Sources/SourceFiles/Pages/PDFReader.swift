import PageLayout
import Phrases
import SystemFiles

/// Reads PDF through the programs of others that interpret it.
package struct PDFReader: Sendable {
  /// The programs that can be used, best first.
  package enum Program: String, Hashable, Sendable, CaseIterable {
    /// Glyphs and ruling lines.
    case mutool
    /// Words and their places.
    case pdftotext
  }

  private let programs: [Program]
  /// Where a program of this name stands.
  private let path: @Sendable (String) -> String?

  /// - Parameter chosen: one program alone; nil for the best that is installed.
  package init(chosen: Program? = nil) {
    self.init(programs: chosen.map { [$0] } ?? Program.allCases, path: ChildProcess.path(of:))
  }

  init(programs: [Program] = Program.allCases, path: @escaping @Sendable (String) -> String?) {
    self.programs = programs
    self.path = path
  }

  /// The program that would be used.
  var program: Program? { programs.first { path($0.rawValue) != nil } }

  func read(_ file: FilePath) throws(ReadingFailure) -> SourceText {
    guard let program else {
      throw .noProgram(programs.map(\.rawValue))
    }
    let (pages, failure) = try pages(file, program)
    var remarks = program == .mutool ? [] : [Remark.tablesUnsure(program: program.rawValue)]
    // A file that breaks off has whole pages before the break.
    if let failure { remarks.append(.partLeftOut(name: Phrase.afterPage.with(Saying(pages.count)), failure)) }
    return try PageText.text(pages).adding(remarks)
  }

  /// The pages, and what ended the reading before the file's end.
  private func pages(
    _ file: FilePath, _ program: Program
  ) throws(ReadingFailure) -> ([LaidOutPage], ReadingFailure?) {
    let name = ChildProcess.argument(for: file)
    let (arguments, read): ([[UInt8]], ([UInt8]) -> PageContent) =
      switch program {
      case .mutool:
        (["draw", "-q", "-F", "trace", "-o", "-"].map { Array($0.utf8) } + [name], TraceReader.page)
      case .pdftotext:
        (["-q", "-raw", "-bbox"].map { Array($0.utf8) } + [name, Array("-".utf8)], WordBoxReader.page)
      }
    var stream = PageStream(read)
    let limits = ChildProcess.Limits()
    do throws(ChildProcess.Failure) {
      try ChildProcess.run(program.rawValue, arguments, limits: limits) { stream.take($0) }
    } catch {
      let failure = Self.failure(error, program, limits)
      guard !stream.pages.isEmpty else { throw failure }
      return (stream.pages, failure)
    }
    return (stream.pages, nil)
  }

  private static func failure(
    _ failure: ChildProcess.Failure, _ program: Program, _ limits: ChildProcess.Limits
  ) -> ReadingFailure {
    switch failure {
    case .notFound: .noProgram([program.rawValue])
    case .timeout: .timeout(program.rawValue, seconds: limits.seconds)
    case .tooMuchOutput: .tooMuch(.whatIsDrawn)
    case .signal(let signal):
      .programFailed(program.rawValue, reason: Phrase.endedBySignal.with(Saying("\(signal)")))
    case .exit(_, let lines): complaint(lines, of: program)
    case .system(let code):
      .programFailed(program.rawValue, reason: Phrase.errorNumber.with(Saying("\(code)")))
    }
  }

  /// What a program complains of.
  private static func complaint(_ lines: [String], of program: Program) -> ReadingFailure {
    if lines.contains(where: { $0.lowercased().contains("password") }) { return .encrypted }
    let error = lines.first { $0.hasPrefix("error: ") }.map { Saying(String($0.dropFirst(7))) }
    let program = Saying(program.rawValue)
    return .damaged(error.map { Phrase.asFoundBecause.with(program, $0) } ?? Phrase.asFound.with(program))
  }
}
