import Foundation

/// The built program while it runs, with a line in and a line out.
package final class RunningShirabe {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let folder = TemporaryDirectory()
  private var waiting = Data()

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
    process.standardError = FileHandle(forWritingAtPath: try folder.write("errors", ""))
    // threads that tests run on let no signal in, and a process has that from the thread that starts it
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
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

  package var isRunning: Bool { process.isRunning }

  /// What it wrote to standard error so far.
  package var errors: String {
    String(decoding: FileManager.default.contents(atPath: folder.path + "/errors") ?? Data(), as: UTF8.self)
  }

  /// Sends it a signal and waits for its end; its exit status, nil where the signal itself ended it.
  package func end(by signal: Int32) -> Int32? {
    Foundation.kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : nil
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
