import Foundation
import TestSupport
import Testing

/// The `console` blocks of the README and of the docs: a command after `$ `, then what a person sees of it at 80 columns.
@Suite("README and docs", .serialized) struct ReadmeTests {
  private static let path = Paths.top + "/README.md"
  private static let docs = Paths.top + "/Sources/shirabe/shirabe.docc"
  private static let pages: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: docs)) ?? []
    return [path] + names.filter { $0.hasSuffix(".md") }.sorted().map { docs + "/" + $0 }
  }()

  /// One index of `Corpus/` for all blocks, in a folder of its own.
  private static let folder: TemporaryDirectory = {
    let folder = TemporaryDirectory()
    for (name, path) in [("Corpus", Paths.corpus), ("Tests", Paths.top + "/Tests")] {
      _ = try? FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: path)
    }
    return folder
  }()

  private static let indexed: Void = {
    _ = try? output(of: "shirabe index --index .shirabe Corpus")
  }()

  /// What a person sees of a block's command in a terminal of 80 columns that has no colours and can't be steered.
  private static func output(of command: String) throws -> String {
    let terminal = try PseudoTerminal(
      ["-c", "cd '\(folder.path)'; shirabe() { '\(ShirabeProcess.path)' \"$@\"; }; " + command], columns: 80,
      rows: 10_000,
      environment: ["SHIRABE_LEXICONS": Paths.lexicons, "TERM": "dumb"], program: "/bin/sh")
    _ = terminal.end()
    return String(decoding: terminal.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
  }

  @Test(arguments: pages) func `every command prints what stands under it`(page: String) throws {
    try compare(page, fence: "```console")
  }

  @Test(.enabled(if: Tool.isHere("mutool"), "needs mutool: apt-get install mupdf-tools"))
  func `commands on a PDF print what stands under them`() throws {
    for page in ReadmeTests.pages { try compare(page, fence: "```console mutool") }
  }

  private func compare(_ page: String, fence: String) throws {
    _ = ReadmeTests.indexed
    let text = try String(contentsOfFile: page, encoding: .utf8)
    var recorded: [Substring] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      recorded.append(line)
      guard line == fence else { continue }
      let block = lines.prefix { $0 != "```" }
      lines = lines.dropFirst(block.count)
      let command = try #require(block.first.map { $0.dropFirst(2) })
      let expected = block.dropFirst().joined(separator: "\n")
      let printed = try ReadmeTests.output(of: String(command))
      #expect(printed == expected + (expected.isEmpty ? "" : "\n"), "$ \(command)")
      recorded +=
        block.prefix(1) + printed.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
    // RECORD=1 writes what is printed today; the run still fails where it differs, so that someone looks
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try recorded.joined(separator: "\n").write(toFile: page, atomically: true, encoding: .utf8)
    }
  }

  @Test func `pages of the docs have commands that are run`() throws {
    let pages = try ReadmeTests.pages.filter {
      try String(contentsOfFile: $0, encoding: .utf8).contains("```console")
    }
    #expect(pages.count >= 6, "\(pages)")
  }

  @Test func `the two set-up commands stand alone on their lines`() throws {
    let lines = try String(contentsOfFile: ReadmeTests.path, encoding: .utf8).split(separator: "\n")
    let install = "apt-get update && apt-get install -y libicu-dev && "
    #expect(
      lines.filter { $0 == install + "swift run -c release --traits Web shirabe install && shirabe" }.count
        == 1)
    #expect(lines.filter { $0 == install + "swift test" }.count == 1)
  }

  @Test func `every subcommand is spoken of`() throws {
    let text = try String(contentsOfFile: ReadmeTests.path, encoding: .utf8)
    let help = try ReadmeTests.output(of: "shirabe --help")
    let commands = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
      .prefix { $0.hasPrefix("  ") }.filter {
        $0.dropFirst(2).first?.isLetter ?? false && !$0.contains("(default)") && !$0.contains("'shirabe help")
      }
      .compactMap { $0.split(separator: " ").first }
    #expect(commands.count >= 5)
    for command in commands {
      #expect(text.contains("`\(command)`") || text.contains("shirabe \(command)"), "\(command)")
    }
  }
}
