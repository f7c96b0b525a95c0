import Answers
import Foundation
import JapaneseText
import PlanLibrary
import Rendering
import TestSupport
import Testing

@testable import shirabe

/// Conversations over `Corpus/` as a terminal of 80 columns shows them: what is typed after `調べ> `, then what is said.
///
/// `RECORD=1 swift test --filter TranscriptTests` writes what is said today, and fails so that someone looks.
@Suite("Transcripts") struct TranscriptTests {
  private static let prompt = "調べ> "
  private static let folder = Paths.top + "/Tests/EndToEndTests/Transcripts"

  private static let index = TemporaryDirectory()
  /// One index for all; nil where it can't be built.
  private static let library: Library? = {
    _ = try? Library.build(paths: [Paths.corpus], into: index.path + "/index", lexicons: .builtIn)
    return try? Library.open(index.path + "/index")
  }()

  @Test("what is said stands in the transcript", arguments: ["japanese", "english", "commands"])
  func says(_ name: String) throws {
    let path = "\(Self.folder)/\(name).transcript"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let library = try #require(Self.library)
    let home = TemporaryDirectory()
    var conversation = REPL(
      library: library, assistant: try Assistant(library: library), format: .text, limit: nil,
      style: TextStyle(columns: 80), cases: CaseFiles(folder: home.path)
    ) { library }
    var text = ""
    for line in lines where line.hasPrefix(Self.prompt) {
      text += line + "\n"
      guard case .text(let said) = conversation.respond(to: String(line.dropFirst(Self.prompt.count))) else {
        continue
      }
      text += said.replacingOccurrences(of: Paths.corpus, with: "Corpus")
    }
    #expect(Golden.difference(text, named: name, at: path) == nil)
  }
}
