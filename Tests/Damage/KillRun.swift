import TestSupport

/// The program is killed while it builds an index.
package enum KillRun: DamageRun {
  package static func failures(seed: UInt64, count: Int) throws -> [String] {
    var random = SeededRandom(seed: seed)
    var failures: [String] = []
    let clock = ContinuousClock()
    let whole = try clock.measure { try run(Scene()) { _ = $0.end() } }
    for _ in 0..<count {
      let time = Int.random(in: 0...Int(whole / .microseconds(1)), using: &random)
      let scene = try Scene()
      try run(scene) { $0.kill(after: time) }
      if let fault = try scene.fault(comparedWith: Scene.fresh(scene)) {
        failures.append("killed after \(time) µs: \(fault)")
      }
    }
    return failures
  }

  private static func run(_ scene: Scene, _ body: (RunningShirabe) -> Void) throws {
    body(try RunningShirabe(["index", "--index", scene.index, scene.texts]))
  }
}
