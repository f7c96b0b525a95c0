/// A small generator (SplitMix64) whose seed a failing test prints.
package struct SeededRandom: RandomNumberGenerator {
  package let seed: UInt64
  private var state: UInt64

  package init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Scalars drawn from an alphabet.
  package mutating func scalars(of alphabet: [Unicode.Scalar], count: ClosedRange<Int>) -> [Unicode.Scalar] {
    (0..<Int.random(in: count, using: &self)).map { _ in alphabet.randomElement(using: &self) ?? "a" }
  }
}

extension Sequence<Unicode.Scalar> {
  /// The scalars as one string.
  package var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}
