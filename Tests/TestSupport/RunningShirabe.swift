import Foundation

/// The built program while it runs, with a line in and a line out.
package final class RunningShirabe {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var waiting = Data()

  /// What was written to standard error is lost.
  package init(_ arguments: [String], in directory: String = "/") throws {
    process.executableURL = URL(fileURLWithPath: ShirabeProcess.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.environment = [
      "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Sends a line; the next line that comes back, nil where none does.
  package func ask(_ line: String) -> String? {
    try? input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    while true {
      if let end = waiting.firstIndex(of: 0x0A) {
        let line = waiting[..<end]
        waiting = Data(waiting[(end + 1)...])
        return String(decoding: line, as: UTF8.self)
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      waiting.append(more)
    }
  }

  /// Ends it as `kill -9` does, after a time.
  package func kill(after microseconds: Int) {
    usleep(UInt32(microseconds))
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Lets it read to the end of its input; its exit status, nil where a signal ended it.
  package func end() -> Int32? {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }
}
