/// Text folded for matching, with the way back to the text it came from.
///
/// - Invariant: the source ranges of successive scalars never go back; together they may leave gaps (dropped
///   spaces) and may repeat (`㎡` gives two scalars with one source).
package struct FoldedText: Hashable, Sendable {
  /// What is compared.
  package private(set) var scalars: [Unicode.Scalar] = []
  /// For each scalar, the offset (in scalars of the original) where its source starts, and where it ends.
  package private(set) var starts: [UInt32] = []
  package private(set) var ends: [UInt32] = []

  package init() {}

  /// The folded text as a string.
  package var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  package var count: Int { scalars.count }

  /// The part of the original, in Unicode scalars, that a part of the folded text came from.
  ///
  /// Bounds outside the text are cut to it; an empty range gives an empty range.
  package func sourceRange(_ folded: Range<Int>) -> Range<Int> {
    let range = folded.clamped(to: 0..<scalars.count)
    guard let last = range.last else {
      let at = range.lowerBound < starts.count ? Int(starts[range.lowerBound]) : Int(ends.last ?? 0)
      return at..<at
    }
    let first = Int(starts[range.lowerBound])
    return first..<max(first, Int(ends[last]))
  }

  /// Every place where `pattern` stands, as offsets of its first scalar, ascending, overlapping ones too.
  package func occurrences(of pattern: [Unicode.Scalar]) -> [Int] {
    guard let first = pattern.first, pattern.count <= scalars.count else { return [] }
    return (0...(scalars.count - pattern.count)).filter {
      scalars[$0] == first && scalars[$0..<($0 + pattern.count)].elementsEqual(pattern)
    }
  }

  /// The scalars at some indices, which must ascend.
  package func keeping(_ indices: [Int]) -> FoldedText {
    var kept = FoldedText()
    kept.reserveCapacity(indices.count)
    for i in indices { kept.append(i, of: self) }
    return kept
  }

  mutating func reserveCapacity(_ count: Int) {
    scalars.reserveCapacity(count)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
  }

  mutating func append(_ scalar: Unicode.Scalar, from source: Range<Int>) {
    append(scalar, start: UInt32(clamping: source.lowerBound), end: UInt32(clamping: source.upperBound))
  }

  mutating func append(_ scalar: Unicode.Scalar, start: UInt32, end: UInt32) {
    scalars.append(scalar)
    starts.append(start)
    ends.append(end)
  }

  /// Takes scalar `index` of another text over, as `scalar` where one is given.
  mutating func append(_ index: Int, of other: FoldedText, as scalar: Unicode.Scalar? = nil) {
    append(scalar ?? other.scalars[index], start: other.starts[index], end: other.ends[index])
  }

  /// Lets the last scalar stand for more of the original, up to `end`.
  mutating func extendLast(to end: UInt32) {
    if let last = ends.indices.last, end > ends[last] { ends[last] = end }
  }
}
