import Foundation
import TestSupport
import Testing

/// The README's `console` blocks: a command after `$ `, then what it prints.
@Suite("README", .serialized) struct ReadmeTests {
  private static let path = Paths.top + "/README.md"

  /// One index of `Corpus/` for all blocks, in a folder of its own.
  private static let folder: TemporaryDirectory = {
    let folder = TemporaryDirectory()
    _ = try? FileManager.default.createSymbolicLink(
      atPath: folder.path + "/Corpus", withDestinationPath: Paths.corpus)
    return folder
  }()

  /// What the shell prints for a block's command, standard error included.
  private static func output(of command: String) throws -> String {
    let program = ShirabeProcess.path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "shirabe() { '\(program)' \"$@\"; }; " + command + " 2>&1"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["SHIRABE_LEXICONS"] = Paths.lexicons
    environment["SHIRABE_INDEX"] = nil
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test func `every command prints what stands under it`() throws {
    _ = try ReadmeTests.output(of: "shirabe index --index .shirabe Corpus")
    let text = try String(contentsOfFile: ReadmeTests.path, encoding: .utf8)
    var recorded: [Substring] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      recorded.append(line)
      guard line == "```console" else { continue }
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
      try recorded.joined(separator: "\n").write(toFile: ReadmeTests.path, atomically: true, encoding: .utf8)
    }
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
