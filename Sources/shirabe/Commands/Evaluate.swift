import ArgumentParser
import Evaluation
import Glibc
import JapaneseText
import Phrases
import PlanLibrary
import SystemFiles

/// `shirabe eval`: how good answers are, measured.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Measure search quality.",
    subcommands: [EvaluateQuestions.self, EvaluateTopics.self, EvaluateRewordings.self])
}

extension ReportLayout: ExpressibleByArgument {}

/// How a report is printed.
struct ReportOptions: ParsableArguments {
  @Option(name: .long, help: "text, markdown or json.")
  var format: ReportLayout = .text

  @Option(name: .long, help: "Where to write the report as a page with charts, which needs no network.")
  var html: String?

  /// Writes the page that was asked for.
  func writePage(_ page: () -> String) throws {
    guard let html else { return }
    try EvaluationFile.write(page(), to: html)
  }
}

/// What an evaluation is compared with.
struct BaselineOptions: ParsableArguments {
  @Option(name: .long, help: "A baseline to compare with; the status is 1 where something is worse.")
  var baseline: String?

  @Option(name: .long, help: "Where to write this run's baseline, a line a topic or question.")
  var writeBaseline: String?

  @Option(name: .long, help: "A file of ids, one a line, that may be worse.")
  var allow: String?

  func allowed() throws -> Set<String> {
    guard let allow else { return [] }
    return Set(try EvaluationFile.text(allow).split(separator: "\n").map(String.init))
  }

  /// Writes the baseline that was asked for.
  func write(_ text: String) throws {
    guard let writeBaseline else { return }
    try EvaluationFile.write(text, to: writeBaseline)
  }

  /// What `--baseline` names, read; nil where it is not given.
  func read<Baseline>(_ parse: (String) throws(TopicReport.BadLine) -> Baseline) throws -> Baseline? {
    guard let baseline else { return nil }
    let text = try EvaluationFile.text(baseline)
    do throws(TopicReport.BadLine) {
      return try parse(text)
    } catch {
      throw Failure(Phrase.notABaseline.with(Saying("\(baseline):\(error.number)")), .unreadable)
    }
  }
}

/// The files of evaluations.
enum EvaluationFile {
  static func bytes(_ path: String) throws -> [UInt8] {
    do throws(FileError) {
      return TextLines.withoutByteOrderMark(try FileSystem.read(FilePath(path)))
    } catch {
      throw Failure(error.saying, .unreadable)
    }
  }

  static func text(_ path: String) throws -> String {
    let bytes = try bytes(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let offset = TextValidation.firstInvalidByte(in: bytes) ?? 0
      throw Failure(FileError(path: path, reason: .notUTF8(offset: offset)).saying, .unreadable)
    }
    return text
  }

  static func set(_ path: String) throws -> QuestionSet {
    let bytes = try bytes(path)
    do throws(Judgements.Problem) {
      return try QuestionSet(parsing: bytes, name: path)
    } catch {
      throw Failure(error.saying, .unreadable)
    }
  }

  static func write(_ text: String, to path: String) throws {
    do throws(FileError) {
      let file = try FileDescriptor(FilePath(path), O_WRONLY | O_CREAT | O_TRUNC, mode: 0o666)
      try file.write(Array(text.utf8))
    } catch {
      throw Failure(error.saying, .unreadable)
    }
  }
}
