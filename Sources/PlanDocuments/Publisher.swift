import JapaneseText

/// The city, ward, town, village or prefecture whose plan a document is.
enum Publisher {
  /// The one its titles name; else the one its text names at least once in so many lines, and twice as often as any other.
  /// nil where there is none or it is not sure.
  static func read(titles: [String], lines: [String]) -> String? {
    guard let breaker = try? WordBreaker() else { return nil }
    let named = Set(titles.flatMap { names(in: $0, breaker) })
    if named.count == 1 { return named.first.flatMap { $0.isEmpty ? nil : $0 } }
    guard named.isEmpty else { return nil }
    var counts: [String: Int] = [:]
    for line in lines { for name in names(in: line, breaker) { counts[name, default: 0] += 1 } }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ordered.first, !first.key.isEmpty, first.value * linesPerName >= lines.count,
      ordered.count == 1 || ordered[1].value * 2 <= first.value
    else { return nil }
    return first.key
  }

  private static let linesPerName = 150

  /// Words that end as a place's name does, or a name and such an end: 横浜市, 横浜|市.
  private static func names(in text: String, _ breaker: WordBreaker) -> [String] {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: ends.contains) else { return [] }
    let words = breaker.words(in: scalars)
    return words.indices.compactMap { i in
      var range = words[i]
      guard let last = range.last, ends.contains(scalars[last]) else { return nil }
      if range.count == 1, i > 0, words[i - 1].upperBound == range.lowerBound {
        range = words[i - 1].lowerBound..<range.upperBound
      }
      // 市|場, 市|民: a word goes on
      if range.upperBound < scalars.count, scalars[range.upperBound].isHan,
        !words.contains(where: { $0.lowerBound == range.upperBound })
      {
        return nil
      }
      let name = String(String.UnicodeScalarView(scalars[range]))
      guard !common.contains(name) else { return nil }
      // 川|上市: a name that was cut elsewhere, which one is not known
      return isName(scalars[range]) ? name : range.count > 1 && scalars[range].allSatisfy(\.isHan) ? "" : nil
    }
  }

  private static let ends = Set("市区町村県".unicodeScalars)

  private static func isName(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let script = ScriptClass(scalars[scalars.startIndex])
    // two letters and the end; a name in kana or Chinese characters throughout
    return scalars.count >= 3 && scalars.count <= 7
      && scalars.dropLast().allSatisfy {
        ScriptClass($0) == script && [.han, .hiragana, .katakana].contains(script)
      }
      && !common.contains { String(String.UnicodeScalarView(scalars)).hasSuffix($0) }
  }

  /// What ends so and names no place.
  private static let common: Set<String> = [
    "都市", "市区町村", "市町村", "区市町村", "政令市", "指定市", "中核市", "特例市", "近隣市", "周辺市", "全市", "同市", "本市", "当市", "他市", "各市",
    "両市", "行政区", "特別区", "全区", "各区", "地区", "街区", "学区", "校区", "選挙区", "都道府県", "同県", "本県", "当県", "他県", "各県", "近県",
    "農村",
    "山村", "漁村", "町村", "青空市", "朝市", "見本市", "下町", "城下町", "門前町", "宿場町",
  ]
}

extension Unicode.Scalar {
  fileprivate var isHan: Bool { ScriptClass(self) == .han }
}
