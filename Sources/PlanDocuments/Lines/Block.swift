/// A logical line in the making.
struct Block {
  enum Kind {
    case text, note, heading, row, contents
    case bullet(Unicode.Scalar)
  }

  var kind: Kind
  /// Indexes of its physical lines, ascending.
  var lines: [Int]
}
