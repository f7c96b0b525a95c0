import Foundation
import TestSupport
import Testing

/// `shirabe install`, into a prefix of the test's own.
@Suite("Installation") struct InstallTests {
  private static let folder: TemporaryDirectory = {
    let folder = TemporaryDirectory()
    _ = try? folder.write("here/Corpus/midori-bus-plan.txt", "みどり市 バス計画\n\n　樹木のある停留所を増やします。\n")
    _ = try? folder.write("elsewhere/note.txt", "")
    return folder
  }()

  private static func install(
    _ environment: [String: String], _ arguments: String...
  ) throws -> ShirabeProcess {
    try ShirabeProcess(["install"] + arguments, in: folder.path + "/here", environment: environment)
  }

  @Test("what is installed answers in every folder, beside an index of the user's own")
  func installed() throws {
    let prefix = InstallTests.folder.path + "/prefix"
    let first = try InstallTests.install(["PREFIX": prefix])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors.contains("\(prefix)/bin is not on the PATH"))
    for file in [
      "bin/shirabe", "share/man/man1/shirabe.1", "share/bash-completion/completions/shirabe",
      "share/zsh/site-functions/_shirabe", "share/fish/vendor_completions.d/shirabe.fish",
      "share/shirabe/Corpus/midori-bus-plan.txt", "share/shirabe/index/manifest",
    ] { #expect(FileManager.default.fileExists(atPath: prefix + "/" + file), "\(file)") }
    let index = try FileManager.default.attributesOfItem(atPath: prefix + "/share/shirabe/index")
    #expect(index[.posixPermissions] as? Int == 0o755)
    // the program installs itself, and in a folder with neither an index nor a corpus it finds what it installed
    let elsewhere = InstallTests.folder.path + "/elsewhere"
    let answer = try ShirabeProcess(["ask", "停留所"], in: elsewhere, program: prefix + "/bin/shirabe")
    #expect(answer.status == 0 && answer.output.contains("midori-bus-plan:3"), "\(answer.errors)")
    let version = try ShirabeProcess(["--version"], in: elsewhere, program: prefix + "/bin/shirabe")
    #expect(version.output.contains("\nfingerprint "))
    // an index that was named and is not there is not replaced by another
    let named = try ShirabeProcess(
      ["ask", "停留所"], in: elsewhere, environment: ["SHIRABE_INDEX": "/nonexistent/i"],
      program: prefix + "/bin/shirabe")
    #expect(named.status == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere) == ["note.txt"])
    // again, over what is there
    #expect(try InstallTests.install(["PREFIX": "/nonexistent"], "--prefix", prefix).status == 0)
  }

  @Test("below DESTDIR, for packages")
  func staged() throws {
    let stage = InstallTests.folder.path + "/stage"
    #expect(try InstallTests.install(["DESTDIR": stage], "--prefix", "/usr").status == 0)
    #expect(FileManager.default.isExecutableFile(atPath: stage + "/usr/bin/shirabe"))
  }

  @Test("where there is no corpus, or nothing can be written, a sentence says so")
  func refused() throws {
    let lost = try ShirabeProcess(["install", "--prefix", "/nonexistent/x"], in: "/")
    #expect(lost.status == 2 && lost.errors.contains("Corpus: no such folder here"))
    let closed = try InstallTests.install([:], "--prefix", "/proc/nothing")
    #expect(closed.status == 3 && closed.errors.contains("choose another --prefix"))
  }

  /// Where the manual page and the completions are installed.
  private static let prefix: String = {
    let prefix = folder.path + "/manual"
    _ = try? install(["PREFIX": prefix])
    return prefix
  }()

  private static let manual = prefix + "/share/man/man1/shirabe.1"

  @Test("bash completes what is installed")
  func bash() throws {
    try completes(
      in: "bash", ["--norc", "--noprofile"],
      "source \(InstallTests.prefix)/share/bash-completion/completions/shirabe")
  }

  @Test("zsh completes what is installed", .enabled(if: Tool.isHere("zsh"), "needs zsh"))
  func zsh() throws {
    try completes(
      in: "zsh", ["-f"],
      "fpath=(\(InstallTests.prefix)/share/zsh/site-functions $fpath); autoload -Uz compinit; compinit -u -D")
  }

  @Test("fish completes what is installed", .enabled(if: Tool.isHere("fish"), "needs fish"))
  func fish() throws {
    // fish finds the file by itself, as it would below a prefix of the system's
    try completes(
      in: "fish", ["--no-config"],
      "set fish_complete_path \(InstallTests.prefix)/share/fish/vendor_completions.d")
  }

  /// Types the start of a command, an option and a value, each with a tab behind it, on a shell's own terminal.
  private func completes(in shell: String, _ arguments: [String], _ setUp: String) throws {
    let terminal = try PseudoTerminal(
      ["PATH=\(InstallTests.prefix)/bin:/usr/bin:/bin", shell] + arguments,
      environment: ["HOME": InstallTests.folder.path], program: "/usr/bin/env")
    terminal.type("\(setUp); echo re''ady\n")
    #expect(terminal.wait(for: "ready"))
    for (typed, completed) in [
      ("shirabe eval ques", "questions"), ("shirabe ask --rece", "--receipt"),
      ("shirabe ask --format markd", "markdown"),
    ] {
      let before = terminal.bytes.count
      terminal.type(typed + "\t")
      let isCompleted = terminal.wait { String(decoding: $0[before...], as: UTF8.self).contains(completed) }
      #expect(isCompleted, "\(String(decoding: terminal.bytes[before...], as: UTF8.self))")
      // C-u takes the line away
      terminal.type("\u{15}")
    }
  }

  @Test("the manual page has every command and option of the help")
  func manual() throws {
    let page = try String(contentsOfFile: InstallTests.manual, encoding: .utf8)
    let commands = try ShirabeProcess(["--help"]).output.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }
      .dropFirst().filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("'") }
      .compactMap { $0.split(separator: " ").first }
    #expect(commands.count > 5)
    for command in commands {
      #expect(page.contains("\n.SS shirabe \(command)\n"), "\(command)")
      let help = try ShirabeProcess(["help", String(command)]).output
      for option in help.matches(of: /(?m)^  (--[a-z-]+)/).map(\.1) {
        #expect(page.contains("\n.B " + option.replacing("-", with: "\\-")), "\(command) \(option)")
      }
    }
  }

  @Test("the manual page formats without a warning", .enabled(if: Tool.isHere("groff"), "needs groff"))
  func formatted() throws {
    let groff = Process()
    groff.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    groff.arguments = ["groff", "-man", "-Tutf8", "-ww", "-z", InstallTests.manual]
    let warnings = Pipe()
    groff.standardError = warnings
    try groff.run()
    let said = warnings.fileHandleForReading.readDataToEndOfFile()
    groff.waitUntilExit()
    #expect(String(decoding: said, as: UTF8.self) == "")
  }
}
