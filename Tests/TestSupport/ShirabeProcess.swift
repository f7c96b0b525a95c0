import Foundation

/// A run of the built program.
package struct ShirabeProcess: Sendable {
  package let status: Int32
  package let output: String
  package let errors: String
  /// True where a signal ended it.
  package let crashed: Bool

  package var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// The built program, which stands beside the tests.
  package static let path: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = (tests as NSString).deletingLastPathComponent + "/shirabe"
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : Paths.top + "/.build/debug/shirabe"
  }()

  /// Runs the program in `directory` with nothing of the caller's environment but `environment`.
  package init(
    _ arguments: [String], input: some Sequence<UInt8> = [], in directory: String = "/",
    environment: [String: String] = [:], program: String = ShirabeProcess.path
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    var variables = environment
    variables["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    variables["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = variables
    let folder = TemporaryDirectory()
    let (out, err) = ("\(folder.path)/out", "\(folder.path)/err")
    let source = try folder.write("in", input)
    _ = try (folder.write("out", ""), folder.write("err", ""))
    process.standardInput = FileHandle(forReadingAtPath: source)
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    crashed = process.terminationReason == .uncaughtSignal
    output = String(decoding: FileManager.default.contents(atPath: out) ?? Data(), as: UTF8.self)
    errors = String(decoding: FileManager.default.contents(atPath: err) ?? Data(), as: UTF8.self)
  }

  package init(_ arguments: String..., input: String, in directory: String = "/") throws {
    try self.init(arguments, input: Array(input.utf8), in: directory)
  }
}
