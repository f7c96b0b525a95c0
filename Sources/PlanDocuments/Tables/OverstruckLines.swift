import JapaneseText

/// Lines of bold print, which a program that turns pages into text may give once for every time the letters were struck, each a piece
/// further to the right:
///
///     湖を訪れた人の数１
///     湖を訪れた人の数１人（2014
///               人（2014 年度）→５年間で
///                      年度）→５年間で５人（2019 年度）
///
/// Where the text keeps no places, each piece begins with what the one before ends with; three lines or more of that kind are one.
package enum OverstruckLines {
  /// The lines put together, each with the lines (1-based) it was printed on; only those of two lines or more.
  package static func all(in lines: [String]) -> [(text: String, lines: LineRange)] {
    var found: [(text: String, lines: LineRange)] = []
    var open: [Unicode.Scalar] = []
    var first = 0
    var last = 0
    var keepsPlaces = true
    func close() {
      if last - first > (keepsPlaces ? 0 : 1) {
        found.append((open.trimmed.text, LineRange(first + 1, last + 1)))
      }
    }
    for (i, line) in lines.enumerated() {
      let next = line.utf8.count > 1_000 ? [] : Array(line.unicodeScalars)
      if i == last + 1, let joined = joined(open, next) {
        open = joined
        last = i
      } else if i == last + 1, let joined = overlapping(open, next) {
        open = joined
        last = i
        keepsPlaces = false
      } else {
        close()
        (open, first, last, keepsPlaces) = (next, i, i, true)
      }
    }
    close()
    return found
  }

  /// A line struck again and further: where both print something they print the same; nil for any other two.
  private static func joined(_ above: [Unicode.Scalar], _ below: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard let start = below.firstIndex(where: { !$0.isBlank }), start < above.count,
      below.count >= above.count,
      above.prefix(start).contains(where: { !$0.isBlank })
        || start == above.firstIndex(where: { !$0.isBlank })
    else { return nil }
    let common = start..<above.count
    guard common.count > 1 || above[start] == below[start],
      common.allSatisfy({ above[$0] == below[$0] || above[$0].isBlank && below[$0].isBlank })
    else { return nil }
    return Array(above[..<start]) + Array(below[start...])
  }

  /// A line that begins with the end of the text before it, two characters or more; nil for any other.
  private static func overlapping(_ above: [Unicode.Scalar], _ below: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard below.count > 1, let first = above.first, !first.isBlank, above.count < 200 else { return nil }
    let most = min(above.count, below.count)
    let common = (2...max(2, most)).reversed().first {
      $0 <= most && above.suffix($0).elementsEqual(below.prefix($0))
    }
    return common.map { above + below.dropFirst($0) }
  }
}
