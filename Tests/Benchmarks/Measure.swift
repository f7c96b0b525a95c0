import Glibc
import TestSupport

/// What a piece of work took of the machine.
struct Measure {
  /// Seconds of the processor, of all threads together: what others do meanwhile does not count.
  let processor: Double
  let wall: Double
  /// The most memory held, in bytes, mapped files too.
  let memory: Int

  /// Runs `body` and measures it.
  static func of<R>(_ body: () throws -> R) rethrows -> (result: R, measure: Measure) {
    // 5 makes the kernel forget the highest so far
    Files.write(Array("5".utf8), to: "/proc/self/clear_refs")
    let (processor, wall) = (seconds(CLOCK_PROCESS_CPUTIME_ID), seconds(CLOCK_MONOTONIC))
    let result = try body()
    return (
      result,
      Measure(
        processor: seconds(CLOCK_PROCESS_CPUTIME_ID) - processor, wall: seconds(CLOCK_MONOTONIC) - wall,
        memory: peak())
    )
  }

  /// Seconds that this thread has had of the processor.
  static func threadSeconds() -> Double { seconds(CLOCK_THREAD_CPUTIME_ID) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func peak() -> Int {
    let line = Files.text("/proc/self/status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }
}

/// One line of JSON for a case; figures rounded to three places.
struct Report {
  private var fields: [String] = []

  init(_ name: String, passages: Int) { fields = ["\"case\":\"\(name)\"", "\"passages\":\(passages)"] }

  mutating func add(_ name: String, _ value: Double) {
    fields.append("\"\(name)\":\((value * 1_000).rounded() / 1_000)")
  }

  mutating func add(_ name: String, _ value: Int) { fields.append("\"\(name)\":\(value)") }
  mutating func add(_ name: String, _ value: String) { fields.append("\"\(name)\":\"\(value)\"") }

  func print() {
    Swift.print("{\(fields.joined(separator: ","))}")
    fflush(nil)
  }
}
