/// The SDG goals and targets printed in a cell.
enum SDGTargets {
  /// In printed order, without repeats: `12a` and `12.a` are `12.a`; a goal without a target stays as it is (`3`).
  ///
  /// A bare number before a Japanese word is the number of an icon with its caption (`3 すべての人に健康と福祉を`): icons
  /// stand for every goal of a row and name no target, so they are left out.
  static func read(_ cell: String) -> [String] {
    let scalars = Array(cell.widthFolded.unicodeScalars)
    var found: [String] = []
    var i = 0
    while i < scalars.count {
      guard let token = Token(scalars, at: i) else {
        i += 1
        continue
      }
      if let target = token.target, !found.contains(target) { found.append(target) }
      i = token.end
    }
    return found
  }

  /// By goal, then target; a goal alone stands before its targets, numbers before letters.
  static func sorted(_ targets: some Sequence<String>) -> [String] {
    Set(targets).sorted { key($0).lexicographicallyPrecedes(key($1)) }
  }

  private static func key(_ target: String) -> [Int] {
    let parts = target.split(separator: ".")
    return parts.map { part in Int(part) ?? 100 + Int(part.unicodeScalars.first?.value ?? 0) }
  }

  /// A number that stands alone, with what belongs to it.
  private struct Token {
    /// nil where it names neither goal nor target.
    var target: String?
    var end: Int

    init?(_ scalars: [Unicode.Scalar], at start: Int) {
      guard start == 0 || !SDGTargets.isWordPart(scalars, start - 1) else { return nil }
      let goal = SDGTargets.digits(scalars, from: start)
      guard !goal.isEmpty else { return nil }
      var end = start + goal.count
      let hasPoint = end < scalars.count && scalars[end] == "."
      if hasPoint { end += 1 }
      var detail = SDGTargets.digits(scalars, from: end)
      if detail.isEmpty, end < scalars.count, ("a"..."d").contains(scalars[end]) { detail = [scalars[end]] }
      end += detail.count
      self.end = end
      guard let number = Int(String(String.UnicodeScalarView(goal))), (1...17).contains(number),
        !SDGTargets.isWordPart(scalars, end), detail.count <= 2
      else { return }
      if !detail.isEmpty {
        target = "\(number).\(String(String.UnicodeScalarView(detail)))"
      } else if !hasPoint, !SDGTargets.hasCaption(scalars, from: end) {
        target = String(number)
      }
    }
  }

  private static func digits(_ scalars: [Unicode.Scalar], from start: Int) -> [Unicode.Scalar] {
    Array(scalars[min(start, scalars.count)...].prefix { $0.decimalDigit != nil })
  }

  /// A letter or digit beside a number makes it part of a word.
  private static func isWordPart(_ scalars: [Unicode.Scalar], _ i: Int) -> Bool {
    scalars.indices.contains(i) && (scalars[i].properties.isAlphabetic || scalars[i].decimalDigit != nil)
  }

  private static func hasCaption(_ scalars: [Unicode.Scalar], from end: Int) -> Bool {
    scalars[min(end, scalars.count)...].first { !$0.isSpace }?.properties.isAlphabetic ?? false
  }
}
