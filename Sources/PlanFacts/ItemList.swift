/// Cuts a cell into its bulleted items.
enum ItemList {
  /// `３大学`, `年４回`: counted, not named.
  static func counts(_ item: String) -> Bool {
    let rest = item.droppingPrefix(of: ["年", "約", "計", "全", "各", "延べ", "定員", "会員"]) ?? item
    return rest.unicodeScalars.first?.decimalDigit != nil
  }

  /// `●調査の実施 ●計画の策定` are two items; words without a bullet are one (`事業推進`).
  ///
  /// A head in brackets over the items that follow (`(湖の再生) ●…`) is an item of its own.
  static func items(_ cell: String) -> [String] {
    var items: [String] = []
    let parts = cell.split(separator: "●", omittingEmptySubsequences: false).map { String($0).trimmed }
    for (i, part) in parts.enumerated() where !part.isEmpty {
      if i > 0, i + 1 < parts.count, let (item, head) = cuttingHead(part) {
        items += [item, head]
      } else {
        items.append(part)
      }
    }
    return items
  }

  /// `計画の策定 (湖の再生)`: a bracket set apart by a space, before the next bullet, is the head of what follows.
  private static func cuttingHead(_ part: String) -> (item: String, head: String)? {
    let scalars = Array(part.unicodeScalars)
    guard let bracket = Bracket.outermost(in: scalars).last, bracket.whole.upperBound == scalars.count,
      bracket.whole.lowerBound > 1, scalars[bracket.whole.lowerBound - 1].isSpace
    else { return nil }
    let item = String(String.UnicodeScalarView(scalars[..<bracket.whole.lowerBound])).trimmed
    return (item, String(String.UnicodeScalarView(scalars[bracket.whole])))
  }
}
