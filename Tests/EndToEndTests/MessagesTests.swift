import Analysis
import Answers
import ArgumentParser
import Foundation
import JapaneseText
import Phrases
import PlanLibrary
import SystemFiles
import TestSupport
import Testing

@testable import shirabe

@Suite("Messages in Japanese") struct MessagesTests {
  /// A command and those below it.
  private static func all(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    [command] + command.configuration.subcommands.flatMap(all)
  }

  @Test func `all of the help is known in Japanese`() {
    for command in Self.all(Shirabe.self) {
      let help = HelpText(Shirabe.helpMessage(for: command, columns: HelpText.columns))
      let texts = help.overview + (help.entries + help.subcommands).map(\.meaning)
      for text in texts where !text.isEmpty { #expect(Messages.japanese(text) != nil, "\(text)") }
    }
  }

  /// What stands before a text that people are told in their language, and that is no `Phrase`.
  private static let markers = [
    "shirabe": ["ValidationError("],
    "PlanFacts": [
      "reason: ", "problem = ", "row.problem ?? ", "? nil : ", "case noName = ", "case noFigure = ",
    ],
  ]

  @Test func `every message of the sources is known in Japanese`() throws {
    var count = 0
    func check(_ message: String, _ file: String) {
      let lines = message.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      for line in lines where SwiftStrings.isSentence(line) {
        count += 1
        #expect(Messages.japanese(line) != nil, "\(file): \(line)")
      }
    }
    for (room, markers) in Self.markers {
      let folder = "\(Paths.top)/Sources/\(room)"
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name.hasSuffix(".swift") {
        let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        for message in SwiftStrings(text).all where markers.contains(where: message.before.hasSuffix) {
          check(message.text, name)
        }
      }
    }
    #expect(count > 30)
  }

  @Test("each wording has a Japanese with the same blanks", arguments: Messages.all)
  func isComplete(_ entry: Messages.Entry) {
    func blanks(_ text: String) -> [String] { (1...9).map { "{\($0)}" }.filter(text.contains) }
    #expect(blanks(entry.english) == blanks(entry.japanese))
    #expect(!entry.japanese.isEmpty)
  }

  static let said = [
    ("no such file or folder", "そのようなファイルもフォルダーもありません"),
    (
      "damaged (a.xml is missing); open and save it again in its own program",
      "壊れています（a.xml がありません）。もとのソフトで開いて保存し直してください"
    ),
    // what is quoted is a name, and what nothing is known of stays
    ("the id \"empty\" is taken by an earlier text", "id「empty」は前の文書が使っています"),
    ("a.txt: as it was", "a.txt: as it was"),
    ("  See 'shirabe ask --help' for more information.", "  くわしくは：shirabe ask --help"),
  ]
  @Test("a message is found by its wording, and what it holds in its turn", arguments: said)
  func isSaid(_ english: String, _ japanese: String) {
    #expect(Saying(message: english).japanese == japanese)
  }

  static let facts: [(any Said & Sendable, String, String)] = [
    (
      LibraryError.index(.missing(directory: "d"), directory: "d"),
      "d: there is no index here; build one: shirabe index --index d PATH...",
      "d: ここに索引はありません。作るには：shirabe index --index d PATH..."
    ),
    (
      LibraryError.index(.checksum(path: "d/terms"), directory: "d"),
      "d/terms: damaged (the checksum differs); rebuild: shirabe index --index d PATH...",
      "d/terms: 壊れています（検査値が合いません）。作り直すには：shirabe index --index d PATH..."
    ),
    (SourceProblem.notRead(path: "a.pdf", .empty), "a.pdf: empty; left out", "a.pdf: 空です（除きました）"),
    (SourceProblem.missing(path: "/no"), "/no: no such file or folder", "/no: そのようなファイルもフォルダーもありません"),
    (
      SourceProblem.unreadable(FileError(path: "a: b.pdf", reason: .system(EACCES))),
      "a: b.pdf: Permission denied; left out", "a: b.pdf: 権限がありません（除きました）"
    ),
    (
      LexiconError.malformed(path: "units.txt", line: 3, problem: .emptyWord),
      "units.txt:3: a word is missing beside a comma or an arrow", "units.txt:3: 読点や矢印のとなりの語がありません"
    ),
  ]
  @Test("a fact is told in both languages, with what it holds", arguments: facts.indices)
  func isTold(_ place: Int) {
    let (fact, english, japanese) = Self.facts[place]
    #expect(fact.saying == Saying(english: english, japanese: japanese))
    #expect(fact.description == english)
  }

  @Test func `help and errors of the command line are in Japanese where the user is, or asks for it`() throws
  {
    let english = try ShirabeProcess(["ask", "--help"])
    #expect(english.output.hasPrefix("OVERVIEW: Answer one question."))
    for help in [
      try ShirabeProcess(["ask", "--help"], environment: ["LC_ALL": "ja_JP.UTF-8"]),
      try ShirabeProcess(["ask", "--lang", "ja", "--help"]),
    ] {
      #expect(help.status == 0)
      #expect(help.output.contains("質問一つに答える。") && help.output.contains("使い方："))
      #expect(help.output.split(separator: "\n").allSatisfy { DisplayWidth().columns(String($0)) <= 80 })
    }
    let wrong = try ShirabeProcess(["ask", "--lang", "ja", "--fromat", "json"])
    #expect(wrong.status == 2 && wrong.errors.contains("エラー：「--fromat」というオプションはありません"))
    let missing = try ShirabeProcess(["ask", "--lang=ja", "--index", "/nonexistent", "事業"])
    #expect(missing.status == 3 && missing.errors.contains("ここに索引はありません"))
  }
}

/// The string literals of a Swift file, interpolations as one sign each, and what stands before each on its line or the one above.
private struct SwiftStrings {
  private(set) var all: [(before: String, text: String)] = []
  private let text: [Character]
  private var at = 0

  init(_ file: String) {
    text = Array(
      file.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n"))
    scan(until: nil)
  }

  static func isSentence(_ text: String) -> Bool {
    !text.hasPrefix("shirabe ")
      && text.split { !$0.isLetter }.contains { $0.count > 2 && $0.allSatisfy(\.isLowercase) }
      && text.contains(" ")
  }

  private mutating func scan(until end: Character?) {
    var depth = 0
    while at < text.count {
      if end != nil, depth == 0, text[at] == end { return }
      switch text[at] {
      case "(": depth += 1
      case ")": depth -= 1
      case "\"":
        let before = String(text[max(0, at - 80)..<at]).split(
          separator: "\n", omittingEmptySubsequences: false)
        let start = before.last { $0.contains { $0 != " " } } ?? ""
        let own = before.last.map { $0.contains { $0 != " " } } ?? false
        let place = all.count
        let content = literal()
        all.insert(
          (own ? String(start) : String(start.reversed().drop { $0 == " " }.reversed()), content), at: place)
        continue
      default: break
      }
      at += 1
    }
  }

  /// What the literals from here on say, one behind the other where they are added up.
  private mutating func literal() -> String {
    var said = ""
    at += 1
    while at < text.count, text[at] != "\"" {
      if text[at] == "\\", at + 1 < text.count {
        at += 1
        switch text[at] {
        case "(":
          at += 1
          scan(until: ")")
          said += "¤"
        case "n": said += "\n"
        default: said.append(text[at])
        }
      } else {
        said.append(text[at])
      }
      at += 1
    }
    at += 1
    var next = at
    while next < text.count, text[next].isWhitespace || text[next] == "+" { next += 1 }
    if next < text.count, text[next] == "\"", text[at..<next].contains("+") {
      at = next
      return said + literal()
    }
    return said
  }
}
