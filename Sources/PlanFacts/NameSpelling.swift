/// A name as one of its spellings: 関わったことのある人 and かかわったことがある人, 取り組み and 取組み.
struct NameSpelling {
  private let scalars: [Unicode.Scalar]

  init(_ name: String) { scalars = Array(name.squeezed.lowercased().unicodeScalars) }

  /// Whether two names differ in nothing but short stretches of hiragana, with at most one kanji that kana stand for.
  ///
  /// Looks at every pairing of their beginnings; costs the product of their lengths.
  func isSpelling(of other: NameSpelling) -> Bool {
    let a = scalars
    let b = other.scalars
    guard a != b else { return true }
    guard a.count <= Self.longest, b.count <= Self.longest, abs(a.count - b.count) <= Self.stretch * 3 else {
      return false
    }
    var meets = [[Bool]](repeating: [Bool](repeating: false, count: b.count + 1), count: a.count + 1)
    meets[0][0] = true
    for i in 0...a.count {
      for j in 0...b.count where meets[i][j] {
        if i < a.count, j < b.count, a[i] == b[j] {
          meets[i + 1][j + 1] = true
          continue
        }
        for k in i...min(a.count, i + Self.stretch) {
          for l in j...min(b.count, j + Self.stretch) where k > i || l > j {
            if Self.isSpelling(a[i..<k], b[j..<l]) { meets[k][l] = true }
          }
        }
      }
    }
    return meets[a.count][b.count]
  }

  private static let longest = 120
  /// Scalars of the longest difference at one place.
  private static let stretch = 3

  private static func isSpelling(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>) -> Bool {
    let kanji = [a, b].map { $0.count(where: { !$0.isHiragana }) }
    guard kanji.contains(0), kanji.allSatisfy({ $0 <= 1 }) else { return false }
    // a kanji is read by kana, and never left out
    if kanji[0] == 1 { return b.count > 0 && a.allSatisfy { $0.isHiragana || $0.isKanji } }
    if kanji[1] == 1 { return a.count > 0 && b.allSatisfy { $0.isHiragana || $0.isKanji } }
    return true
  }
}
