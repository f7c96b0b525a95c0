import JapaneseText

/// A figure reckoned from other figures: the difference of two sums, the ratio of two counts.
package indirect enum Reckoning: Hashable, Sendable {
  /// How many a selection selects.
  case count(Selection)
  case aggregate(Aggregate, of: FieldPath, Selection)
  case combined(Reckoning, Operation, Reckoning)

  /// What is done with two figures; the raw value is the sign of the canonical language.
  package enum Operation: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case dividedBy = "/"
    /// The first in percent of the second.
    case percentOf = "% of"
    /// How far apart the two are, whichever is larger: written `|(A) - (B)|`.
    case apart = "|"
  }
}

extension Reckoning: CustomStringConvertible {
  package var description: String {
    switch self {
    case .count(let selection): "count of \(selection)"
    case .aggregate(let aggregate, let path, let selection):
      "\(aggregate.rawValue) of \(path) of \(selection)"
    case .combined(let a, .apart, let b): "|(\(a)) - (\(b))|"
    case .combined(let a, let operation, let b): "(\(a)) \(operation.rawValue) (\(b))"
    }
  }
}
