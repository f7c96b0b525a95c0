import Glibc
import SystemFiles
import TestSupport

/// The n-th call of a kind fails while an index is built.
package enum FaultRun: DamageRun {
  package static func failures(seed: UInt64, count: Int) throws -> [String] {
    var random = SeededRandom(seed: seed)
    var failures: [String] = []
    for call in SystemCall.allCases {
      let counter = InjectedFault(call, number: 0, code: EIO)
      let counted = try Scene()
      try InjectedFault.$active.withValue(counter) { try counted.build() }
      let numbers = (1..<(counter.count + 1)).shuffled(using: &random).prefix(count)
      for number in numbers {
        let code = [EIO, ENOSPC, EACCES, EMFILE].randomElement(using: &random) ?? EIO
        if let fault = try fault(call, number, code) {
          failures.append("\(call) \(number) with error \(code): \(fault)")
        }
      }
    }
    return failures
  }

  private static func fault(_ call: SystemCall, _ number: Int, _ code: Int32) throws -> String? {
    let scene = try Scene()
    InjectedFault.$active.withValue(InjectedFault(call, number: number, code: code)) { try? scene.build() }
    return try scene.fault(comparedWith: Scene.fresh(scene))
  }
}
