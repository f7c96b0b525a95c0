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

  /// The manual page as it is installed.
  private static let manual: String = {
    let prefix = folder.path + "/manual"
    _ = try? install(["PREFIX": prefix])
    return prefix + "/share/man/man1/shirabe.1"
  }()

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
