import Damage
import Glibc

/// Long runs of what `swift test` takes a sample of: `swift run DamageRuns [COUNT [SEED]]`; exit 1 where one failed.
@main
enum DamageRuns {
  static var runs: [(name: String, run: any DamageRun.Type)] {
    [
      ("calls to the system that fail", FaultRun.self), ("builds that are killed", KillRun.self),
      ("files changed under a batch", BatchRun.self), ("files changed at rest", RestRun.self),
      ("names of all kinds", NameRun.self), ("files to be read", ReaderRun.self),
    ]
  }

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().map { UInt64($0) }
    let count = Int(arguments.first.flatMap { $0 } ?? 200)
    let seed = (arguments.count > 1 ? arguments[1] : nil) ?? .random(in: .min ... .max)
    var isWhole = true
    for (name, run) in runs {
      let failures = try run.failures(seed: seed, count: count)
      print("\(name): \(failures.count) failures, count \(count), seed \(seed)")
      for failure in failures { print("  \(failure)") }
      isWhole = isWhole && failures.isEmpty
      fflush(nil)
    }
    exit(isWhole ? 0 : 1)
  }
}
