/// Whether two systems that were asked the same topics differ by more than chance.
///
/// The paired randomization test (Fisher; Smucker, Allan and Carterette 2007): how often the mean difference would be as large if
/// each pair had been the other way round by the toss of a coin.
package enum PairedRandomization: Hashable, Sendable {
  /// Fewer than six topics differ: no outcome of the test could be below 0.05.
  case tooFew(differing: Int)
  /// The share of all ways to toss (of 2^n for up to 16 pairs that differ, else of 100,000 drawn with a fixed seed).
  case chance(Double)

  private static let draws = 100_000

  /// - Parameter differences: new less old, a topic each, in any unit.
  package init(_ differences: [Int]) {
    let differing = differences.filter { $0 != 0 }
    guard differing.count >= 6 else {
      self = .tooFew(differing: differing.count)
      return
    }
    let observed = abs(differing.reduce(0, +))
    if differing.count <= 16 {
      let ways = 1 << differing.count
      let extreme = (0..<ways).count { way in
        abs(PairedRandomization.sum(differing) { way >> $0 & 1 == 1 }) >= observed
      }
      self = .chance(Double(extreme) / Double(ways))
    } else {
      var state: UInt64 = 0x5EED
      let extreme = (0..<PairedRandomization.draws).count { _ in
        abs(PairedRandomization.sum(differing) { _ in PairedRandomization.toss(&state) }) >= observed
      }
      self = .chance(Double(extreme + 1) / Double(PairedRandomization.draws + 1))
    }
  }

  private static func sum(_ differences: [Int], _ isTurned: (Int) -> Bool) -> Int {
    differences.indices.reduce(0) { $0 + (isTurned($1) ? -differences[$1] : differences[$1]) }
  }

  /// SplitMix64's next number, of which one bit is taken.
  private static func toss(_ state: inout UInt64) -> Bool {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (z ^ (z >> 31)) & 1 == 1
  }
}
