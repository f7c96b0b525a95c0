import Damage
import Testing

/// A sample of `swift run DamageRuns`.
@Suite("Damage, a sample") struct DamageSampleTests {
  private let seed = UInt64.random(in: .min ... .max)

  @Test func `a call to the system that fails leaves the old index or the new one`() throws {
    let failures = try FaultRun.failures(seed: seed, count: 2)
    #expect(failures == [], "seed \(seed)")
  }

  @Test func `a build that is killed leaves the old index or the new one, and nothing else`() throws {
    let failures = try KillRun.failures(seed: seed, count: 3)
    #expect(failures == [], "seed \(seed)")
  }

  @Test func `a file that changes under a batch ends no batch and is no answer`() throws {
    let failures = try BatchRun.failures(seed: seed, count: 12)
    #expect(failures == [], "seed \(seed)")
  }

  @Test func `a file that changed is said, and a build mends it`() throws {
    let failures = try RestRun.failures(seed: seed, count: 3)
    #expect(failures == [], "seed \(seed)")
  }

  @Test func `a file that was harmed is a text that fits together, or a failure`() {
    #expect(ReaderRun.failures(seed: seed, count: 600) == [], "seed \(seed)")
  }

  @Test func `every name is a document or left out`() throws {
    let failures = try NameRun.failures(seed: seed, count: 3)
    #expect(failures == [], "seed \(seed)")
  }
}
