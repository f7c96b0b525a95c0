/// A bracketed stretch of a text. Full- and half-width brackets pair with each other, as plans mix them: `(累計：3件）`.
struct Bracket: Hashable, Sendable {
  /// Between the brackets.
  let content: Range<Int>
  /// From the opening bracket to behind the closing one.
  let whole: Range<Int>

  /// The brackets that stand in no other, left to right; one that never closes is left out.
  static func outermost(in scalars: [Unicode.Scalar]) -> [Bracket] {
    var found: [Bracket] = []
    for bracket in all(in: scalars) {
      while let last = found.last, bracket.whole.lowerBound < last.whole.lowerBound { found.removeLast() }
      found.append(bracket)
    }
    return found
  }

  /// What the brackets hold where a line is nothing but brackets, set apart or not: `（令和５年度） （令和９年度）`; empty for any
  /// other line.
  static func alone(in scalars: [Unicode.Scalar]) -> [String] {
    guard scalars.first?.widthFolded == "(" else { return [] }
    let brackets = outermost(in: scalars)
    let isCovered = scalars.indices.allSatisfy { i in
      scalars[i].isSpace || brackets.contains { $0.whole.contains(i) }
    }
    return isCovered ? brackets.map { String(String.UnicodeScalarView(scalars[$0.content])).trimmed } : []
  }

  /// All brackets in the order in which they close.
  static func all(in scalars: [Unicode.Scalar]) -> [Bracket] {
    var found: [Bracket] = []
    var open: [Int] = []
    for (i, scalar) in scalars.enumerated() {
      if scalar.widthFolded == "(" {
        open.append(i)
      } else if scalar.widthFolded == ")", let start = open.popLast() {
        found.append(Bracket(content: (start + 1)..<i, whole: start..<(i + 1)))
      }
    }
    return found
  }
}
