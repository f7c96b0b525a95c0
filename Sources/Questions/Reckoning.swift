import JapaneseText

/// A figure reckoned from other figures: the difference of two sums, the ratio of two counts; on its own or compared with.
package indirect enum Reckoning: Hashable, Sendable {
  /// How many a selection selects.
  case count(Selection)
  /// `budget of projects named "…"`: the one figure that is printed of a thing.
  case figure(FieldPath, Selection)
  case aggregate(Aggregate, of: FieldPath, Selection)
  case combined(Reckoning, Operation, Reckoning)

  /// What is done with two figures, be they fields or figures over many things; the raw value is the sign of the
  /// canonical language.
  package enum Operation: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case dividedBy = "/"
    /// The first in percent of the second.
    case percentOf = "% of"
    /// How far apart the two are, whichever is larger: written `|A - B|`.
    case apart = "|"
  }
}

extension Reckoning {
  /// The selections it is reckoned from, left to right.
  var selections: [Selection] {
    switch self {
    case .count(let selection), .figure(_, let selection), .aggregate(_, _, let selection): [selection]
    case .combined(let a, _, let b): a.selections + b.selections
    }
  }
}

extension Reckoning: CustomStringConvertible {
  package var description: String {
    switch self {
    case .count(let selection): "count of \(selection)"
    case .figure(let path, let selection): "\(path) of \(selection)"
    case .aggregate(let aggregate, let path, let selection):
      "\(aggregate.rawValue) of \(path) of \(selection)"
    case .combined(let a, .apart, let b): "|(\(a)) - (\(b))|"
    case .combined(let a, let operation, let b): "(\(a)) \(operation.rawValue) (\(b))"
    }
  }
}
