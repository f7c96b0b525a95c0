import JapaneseText

/// The text of a head taken apart: what names a field, apart from the year, the unit and the marks printed with it.
///
///     （５）目標値〔令和９年度〕（千円）   names 目標値 · year 2027 · unit 千円
///     Ｒ５実績                             names 実績 · year 2023
///     12月補正                             names 12月補正 · is a period
package struct HeadText: Hashable, Sendable {
  /// What is left to name a field, the most complete first; folded, without white space; empty where nothing is left.
  package let names: [String]
  package let year: YearMention?
  /// As printed in a bracket or behind 単位：.
  package let unit: String?
  /// Whether it names a time and nothing else: a year, months, a quarter.
  package let isPeriod: Bool

  /// - Parameter era: The year before year 1 of the era in which bare years (`20年度`) are counted; nil leaves them out.
  package init(_ text: String, units: Set<String> = [], era: Int? = nil) {
    var rest = HeadText.unmarked(HeadText.folded(text))
    unit = HeadText.takeUnit(from: &rest, units, isReference: HeadText.refersToSum(text))
    let mention = HeadText.year(in: rest, era)
    year = mention
    if let mention { rest = HeadText.removing(mention, from: rest) }
    rest = HeadText.withoutEmptyBrackets(rest)
    let named = rest.contains { !"()・~-:,/".unicodeScalars.contains($0) }
    isPeriod = mention != nil && !named || HeadText.isMonths(rest) || HeadText.isThisYear(rest)
    names = named ? HeadText.namings(rest) : []
  }

  static let folder = Folder()

  /// Width, case and white space leveled; brackets of all kinds are round ones, or gone where they only set a title off.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    folder.fold(string: HeadText.withoutCircled(text), depth: .width).unicodeScalars.compactMap { scalar in
      if scalar.isBlank || "【】[]≪≫<>《》「」〈〉".unicodeScalars.contains(scalar) { return nil }
      if scalar == "〔" { return "(" }
      return scalar == "〕" ? ")" : scalar
    }
  }

  private static func withoutCircled(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: HeadText.isMark) else { return text }
    return text.unicodeScalars.filter { !HeadText.isMark($0) }.text
  }

  /// ①, ●, ※: marks that number or adorn a head.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x2460...0x2473).contains(scalar.value) || "◎○●■□◆◇※*▼▽▶★☆".unicodeScalars.contains(scalar)
  }

  /// Without the number in front: `(1)`, `1.`, `ア)`, and `・`.
  private static func unmarked(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var rest = text[...]
    while rest.first == "・" { rest = rest.dropFirst() }
    let isBracketed = rest.first == "("
    let label = isBracketed ? rest.dropFirst() : rest
    let digits = label.prefix { $0.isDigit }
    let letters = label.prefix { "アイウエオカキクケコabcde".unicodeScalars.contains($0) }
    for (mark, limit) in [(digits, 2), (letters, 1)] where (1...limit).contains(mark.count) {
      let behind = label.dropFirst(mark.count)
      guard let end = behind.first, behind.count > 1 else { continue }
      let next = behind[behind.index(after: behind.startIndex)]
      if end == ")" || !isBracketed && "..、)".unicodeScalars.contains(end) && !next.isDigit {
        return Array(behind.dropFirst())
      }
    }
    return Array(rest)
  }

  /// The year a head prints last; of a bare `20年度`, by the era of the document.
  private static func year(in text: [Unicode.Scalar], _ era: Int?) -> YearMention? {
    if let last = YearMention.all(in: text).last { return last }
    // 目標R8: the letter of an era behind a word
    if let start = text.lastIndex(where: { !$0.isDigit }), start > 0, ScriptClass(text[start - 1]) == .han,
      let year = YearMention.read(Array(text[start...]), at: 0, bareYears: true),
      year.range.upperBound == text.count - start
    {
      return YearMention(
        first: year.first, last: year.last, form: year.form, orLater: false, range: start..<text.count)
    }
    // 2022, 2022実績: four digits are a year where they open the head
    if let first = YearMention.read(text, at: 0, bareYears: true),
      first.range.upperBound == text.count || ScriptClass(text[first.range.upperBound]) == .han
    {
      return first
    }
    guard let era, let end = text.indices.first(where: { i in text[i...].starts(with: "年度".unicodeScalars) })
    else { return nil }
    var start = end
    while start > 0, text[start - 1].isDigit { start -= 1 }
    guard (1...2).contains(end - start), let number = Int(text[start..<end].text), number > 0 else {
      return nil
    }
    return YearMention(
      first: era + number, last: era + number, form: .fiscal, orLater: false, range: start..<(end + 2))
  }

  /// `（千円）`, `（単位：人）`, `単位：千円`.
  private static func takeUnit(
    from text: inout [Unicode.Scalar], _ units: Set<String>, isReference: Bool
  ) -> String? {
    for bracket in RoundBracket.all(in: text).reversed() {
      var content = text[bracket.content].text
      var isSaid = false
      // 事業費の単位:百万円
      if let said = content.firstRange(of: "単位:") {
        content.removeSubrange(..<said.upperBound)
        isSaid = true
      } else if content.hasPrefix("単位") {
        content.removeFirst(2)
        isSaid = true
      }
      guard
        units.contains(content) && !(isReference && content.count == 1)
          || isSaid && (1...8).contains(content.count)
      else { continue }
      text.removeSubrange(bracket.whole)
      return content
    }
    let whole = text.text
    guard whole.hasPrefix("単位:"), whole.count <= 10, whole.count > 3 else { return nil }
    text = []
    return String(whole.dropFirst(3))
  }

  /// `合計（A）`: a capital letter in a bracket is what sums refer to, and no unit.
  private static func refersToSum(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.dropFirst().dropLast().contains { i in
      let isCapital = (0x41...0x5A).contains(scalars[i].value) || (0xFF21...0xFF3A).contains(scalars[i].value)
      return isCapital && "(（".unicodeScalars.contains(scalars[i - 1])
        && ")）".unicodeScalars.contains(scalars[i + 1])
    }
  }

  /// Without a year and what joins it to the rest: `R7年度末の`, `令和5年度時点`.
  private static func removing(_ year: YearMention, from text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var behind = text[year.range.upperBound...]
    for joint in ["末", "時点", "における", "の"] where behind.starts(with: joint.unicodeScalars) {
      behind = behind.dropFirst(joint.unicodeScalars.count)
    }
    return Array(text[..<year.range.lowerBound] + behind)
  }

  private static func withoutEmptyBrackets(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var rest = text
    for bracket in RoundBracket.all(in: text).reversed()
    where text[bracket.content].allSatisfy({ "・~-:,/".unicodeScalars.contains($0) }) {
      rest.removeSubrange(bracket.whole)
    }
    // a head that stands in a bracket as a whole: (実績)
    if let only = RoundBracket.all(in: rest).first, only.whole == rest.indices {
      rest = Array(rest[only.content])
    }
    while let last = rest.last, ":・,".unicodeScalars.contains(last) { rest.removeLast() }
    return rest
  }

  /// As it stands, without its brackets, without the letter that sums refer to (`事業費A`, `一般財源(B)`).
  private static func namings(_ text: [Unicode.Scalar]) -> [String] {
    var plain = text
    for bracket in RoundBracket.all(in: text).reversed() where bracket.whole.upperBound <= plain.count {
      plain.removeSubrange(bracket.whole)
    }
    var bare = plain
    if bare.count > 2, let last = bare.last, "abcd".unicodeScalars.contains(last),
      ScriptClass(bare[bare.count - 2]) != .latin
    {
      bare.removeLast()
    }
    var names: [String] = []
    for name in [text.text, plain.text, bare.text] where !name.isEmpty && !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// 本年度: the year that a budget is of.
  private static func isThisYear(_ text: [Unicode.Scalar]) -> Bool {
    ["本年度", "当年度", "今年度"].contains(text.text)
  }

  /// `4月`, `12月専決`, `4~6月`, `第1四半期`, `上半期`.
  private static func isMonths(_ text: [Unicode.Scalar]) -> Bool {
    let name = text.text
    if name.hasSuffix("半期") { return name.count <= 5 }
    let digits = text.prefix { $0.isDigit || "~-".unicodeScalars.contains($0) }
    guard (1...5).contains(digits.count), digits.first?.isDigit == true else { return false }
    let behind = text.dropFirst(digits.count)
    return behind.first == "月" && behind.count <= 5
  }
}

/// A stretch between `(` and `)` that stands in no other.
struct RoundBracket {
  let content: Range<Int>
  let whole: Range<Int>

  /// Left to right; one that never closes is left out.
  static func all(in text: [Unicode.Scalar]) -> [RoundBracket] {
    var found: [RoundBracket] = []
    var depth = 0
    var start = 0
    for (i, scalar) in text.enumerated() {
      if scalar == "(" {
        if depth == 0 { start = i }
        depth += 1
      } else if scalar == ")", depth > 0 {
        depth -= 1
        if depth == 0 { found.append(RoundBracket(content: (start + 1)..<i, whole: start..<(i + 1))) }
      }
    }
    return found
  }
}
