import Analysis
import Answers
import ArgumentParser
import JapaneseText
import Phrases
import PlanFacts
import PlanLibrary
import Rendering
import SourceFiles
import SystemFiles

extension OutputFormat: ExpressibleByArgument {}

/// Which index a command reads.
struct IndexOptions: ParsableArguments {
  @Option(
    name: .long, help: "The index's folder (default: $SHIRABE_INDEX, else .shirabe, else the installed one).")
  var index: String?

  @Option(name: .long, help: "The lexicons' folder, for building an index.")
  var lexicons: String?

  /// The folder where nothing else is said.
  static let defaultDirectory = ".shirabe"
  /// The folder an index is built from where there is none.
  static let corpus = "Corpus"

  func directory(_ console: Console) -> String {
    index ?? console.variable("SHIRABE_INDEX") ?? IndexOptions.defaultDirectory
  }

  /// Opens the index; where none was named and none is there, it is built from `Corpus` here first, or is the one that
  /// was installed with the program.
  func open(_ console: Console) throws -> Library {
    if let library = try openExisting(console) { return library }
    let directory = directory(console)
    if index == nil, FileSystem.kind(of: FilePath(IndexOptions.corpus)) == .directory {
      _ = try update(IndexUpdate(adding: [IndexOptions.corpus]), directory, console)
    }
    return try IndexOptions.open(directory)
  }

  /// Opens the index; nil where it is to be built, or none was named and none is there.
  func openExisting(_ console: Console) throws -> Library? {
    let directory = directory(console)
    if index != nil || Library.exists(in: directory) { return try IndexOptions.open(directory) }
    guard FileSystem.kind(of: FilePath(IndexOptions.corpus)) != .directory else { return nil }
    guard console.variable("SHIRABE_INDEX") == nil else { return try IndexOptions.open(directory) }
    guard let installed = Installation.current?.index.shown, Library.exists(in: installed) else { return nil }
    return try IndexOptions.open(installed)
  }

  static func open(_ directory: String) throws -> Library {
    do throws(LibraryError) {
      return try Library.open(directory)
    } catch {
      throw Failure(opening: error)
    }
  }

  /// Renews an index and says what was left out; the status is `unreadable` where something was.
  /// - Parameter lists: whether a line a document says what was read of it.
  func update(
    _ update: IndexUpdate, _ directory: String, _ console: Console, lists: Bool = true
  ) throws -> ExitStatus {
    let lexicons = try TaughtLexicons(self, directory, console)
    let reader = try SourceReader(console)
    if Library.exists(in: directory), (try? Library.open(directory)) == nil {
      console.report(Phrase.builtAnew.with(Saying(directory)))
    }
    do {
      let report = try console.takingAwayUnfinished(of: directory) {
        try Library.update(
          update, in: directory, lexicons: lexicons.all, reader: reader, preparing: Preparation.forAnswers
        ) {
          console.progress(Phrase.readingFile.with(Saying($0)))
        }
      }
      console.endProgress()
      for name in report.escapedNames {
        console.report(Phrase.nameNotUTF8.with(Saying(name)))
      }
      for remark in report.remarks { console.report(remark.saying) }
      for problem in report.problems { console.report(problem.saying) }
      if lists {
        for reading in report.readings {
          console.report(Saying("\(reading.path): ").followed(by: Saying(reading)))
        }
      }
      if lists, report.readings.contains(where: \.isOpen) {
        console.report(Phrase.seeCoverage.with())
      }
      let counts = [
        (Phrase.documentCount, report.documents), (.passageCount, report.passages), (.factsOf, report.facts),
        (.unreadCount, report.unread),
      ].map { $0.with(Saying($1)) }
      let left = report.problems.isEmpty ? [] : [Phrase.leftOutCount.with(Saying(report.problems.count))]
      console.report(Saying("\(directory): ").followed(by: (counts + left).listed))
      return report.problems.isEmpty && lexicons.taught.problems.isEmpty ? .answered : .unreadable
    } catch let error as LibraryError {
      console.endProgress()
      throw Failure(building: error)
    }
  }

  /// `--lexicons`, `$SHIRABE_LEXICONS`, `Lexicons` here, or those the program was built with.
  func readLexicons(_ console: Console) throws -> Lexicons {
    let here = "Lexicons"
    guard
      let folder = lexicons ?? console.variable("SHIRABE_LEXICONS")
        ?? (FileSystem.kind(of: FilePath(here)) == .directory ? here : nil)
    else { return .builtIn }
    do throws(LexiconError) {
      let lexicons = try Lexicons(directory: folder)
      _ = try FieldSchema(lexicons)
      return lexicons
    } catch {
      throw Failure(error.saying, .unreadable)
    }
  }
}

extension Console {
  /// Makes an index; where a signal ends the process meanwhile, it says what stands in the folder.
  fileprivate func takingAwayUnfinished<Value>(of directory: String, _ build: () throws -> Value) rethrows
    -> Value
  {
    let before = Library.fingerprint(in: directory)
    return try Signals.takingAwayUnfinished(
      last: {
        let now = Library.fingerprint(in: directory)
        let state: Phrase =
          now != before ? .interruptedWhenBuilt : now == nil ? .interruptedBeforeAny : .interruptedBefore
        let isKept = Library.hasReadings(beside: directory)
        endProgress()
        report(state.with(Saying(directory), isKept ? Phrase.readingsKept.with() : Saying("")))
      }, build)
  }
}

/// The lexicons an index is built with, and what its owner taught besides.
struct TaughtLexicons {
  let base: Lexicons
  let taught: Taught
  let file: TaughtFile
  let all: Lexicons
  /// Of the lexicons alone.
  let schema: FieldSchema

  /// Reports each lesson that can't be read; the others hold.
  init(_ source: IndexOptions, _ directory: String, _ console: Console) throws {
    base = try source.readLexicons(console)
    file = TaughtFile(beside: directory)
    do throws(LexiconError) {
      schema = try FieldSchema(base)
      taught = try file.read(schema)
      all = try taught.lexicons(over: base)
    } catch {
      throw Failure(error.saying, .unreadable)
    }
    for problem in taught.problems { console.report(problem.saying) }
  }
}

/// How text for people looks; the data formats don't depend on it.
struct LookOptions: ParsableArguments {
  @OptionGroup var speech: SpeechOptions

  @Flag(name: .long, help: "Show every field, however long.")
  var wide = false

  @Flag(name: .long, help: "Print a thing a line, without tables and drawings, as screen readers like it.")
  var plain = false

  func style(_ console: Console, itemLimit: Int? = nil) -> TextStyle {
    var style = console.textStyle(itemLimit: itemLimit)
    style.layout = plain ? .plain : wide ? .wide : .fitted
    return style
  }
}

/// The language of people. It is the console's, which knows it before the command line is read, for help and errors.
struct SpeechOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "The language of answers and messages: ja or en (default: the question's, else the locale's).")
  var lang: Language?
}

extension Language: ExpressibleByArgument {}

/// Which documents are asked about.
struct ScopeOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: "Ask only about documents of this title, publisher or year; given again, all of them must fit.")
  var names: [String] = []

  func assistant(_ library: Library, _ console: Console) throws -> Assistant {
    do {
      return try Assistant(library: library, scope: names)
    } catch let error as UnknownScope {
      throw Failure(Phrase.pathAnd.with(Saying("--in"), error.saying), .unreadable)
    }
  }
}

/// How many items a command prints.
struct LimitOptions: ParsableArguments {
  @Option(name: .long, help: "The most items a reading prints (default: all).")
  var limit: Int?

  mutating func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit: \(limit) is below 0; give 0 or more") }
  }
}
