import Answers
import ArgumentParser
import JapaneseText
import Phrases
import Rendering
import SourceFiles
import SystemFiles

/// `shirabe read FILE...`
struct Read: ShirabeCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Print what is read of files, line by line with its place: the first thing to look at when an answer is odd.",
    discussion:
      "Tables are rows of pipes, headings begin with #, and what was left out or is unsure begins with !.")

  @OptionGroup var speech: SpeechOptions

  @Option(name: .long, help: "text, or jsonl (a line an object, with its place).")
  var format: OutputFormat = .text

  @Argument(help: "Files of any format that index takes.")
  var files: [String]

  func validate() throws {
    guard format == .text || format == .jsonl else { throw ValidationError("read prints text or jsonl") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let reader = try SourceReader(console)
    var status = ExitStatus.answered
    for path in files {
      guard let source = source(path, reader, console) else {
        status = .unreadable
        continue
      }
      try console.write(format == .text ? text(source, path, console.language) : jsonLines(source, path))
      if source.remarks.contains(where: \.isLoss) { status = .unreadable }
    }
    return status
  }

  /// nil, and the reason on standard error, where the file can't be read.
  private func source(_ path: String, _ reader: SourceReader, _ console: Console) -> SourceText? {
    do {
      return try reader.read(FilePath(path))
    } catch let failure as ReadingFailure {
      console.report(Phrase.pathAnd.with(Saying(path), failure.saying))
    } catch {
      console.report(Saying(error: error))
    }
    return nil
  }

  private func text(_ source: SourceText, _ path: String, _ language: Language) -> String {
    let headings = Set(source.headings.map(\.line))
    let width = String(source.lines.count).count
    let counts = Phrase.linesAndTables.with(Saying(source.lines.count), Saying(source.grids.count))
    var out = TextStyle.printable("\(path): \(source.format.rawValue), \(counts[language])") + "\n"
    for remark in source.remarks {
      out += TextStyle.printable("! \(remark.saying[language])") + "\n"
    }
    for (i, line) in source.lines.enumerated() {
      let number = String(i + 1)
      let place = source.places.indices.contains(i) ? source.places[i].map { "\($0)  " } ?? "" : ""
      let mark = headings.contains(i + 1) ? "# " : ""
      out += String(repeating: " ", count: width - number.count) + number + "  "
      out += TextStyle.printable(place + mark + line) + "\n"
    }
    return out
  }

  private func jsonLines(_ source: SourceText, _ path: String) -> String {
    let remarks = source.remarks.map { remark in
      JSONValue.object([.init("path", .text(path)), .init("remark", .text(remark.description))])
    }
    let lines = source.lines.enumerated().map { i, line in
      let place = source.places.indices.contains(i) ? source.places[i].map(JSONValue.members(of:)) ?? [] : []
      return JSONValue.object(
        [.init("path", .text(path)), .init("line", .number(i + 1)), .init("text", .text(line))] + place)
    }
    return (remarks + lines).map { $0.encoded(.line) + "\n" }.joined()
  }
}
