import Damage
import Glibc

/// Long runs of what `swift test` takes a sample of; exit 1 where one failed.
///
///     swift run DamageRuns [COUNT [SEED]]                    all of them
///     swift run -c release DamageRuns slow [COUNT [SEED]]    one of them; slow prints its times
@main
enum DamageRuns {
  static var runs: [(key: String, name: String, run: any DamageRun.Type)] {
    [
      ("faults", "calls to the system that fail", FaultRun.self),
      ("kills", "builds that are killed", KillRun.self),
      ("batches", "files changed under a batch", BatchRun.self),
      ("rest", "files changed at rest", RestRun.self),
      ("names", "names of all kinds", NameRun.self), ("readers", "files to be read", ReaderRun.self),
      ("slow", "texts and questions made to be slow", SlowRun.self),
    ]
  }

  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    let chosen = runs.filter { $0.key == arguments.first }
    if !chosen.isEmpty { arguments = arguments.dropFirst() }
    let numbers = arguments.map { UInt64($0) }
    let count = Int(numbers.first.flatMap { $0 } ?? 200)
    let seed = (numbers.count > 1 ? numbers[1] : nil) ?? .random(in: .min ... .max)
    var isWhole = true
    for (key, name, run) in chosen.isEmpty ? runs : chosen {
      let failures: [String]
      if key == "slow", !chosen.isEmpty {
        let times = try SlowRun.times(seed: seed, count: count)
        for time in times { print(time) }
        failures = times.filter { !$0.isLinear }.map(\.description)
      } else {
        failures = try run.failures(seed: seed, count: count)
      }
      print("\(name): \(failures.count) failures, count \(count), seed \(seed)")
      for failure in failures { print("  \(failure)") }
      isWhole = isWhole && failures.isEmpty
      fflush(nil)
    }
    exit(isWhole ? 0 : 1)
  }
}
