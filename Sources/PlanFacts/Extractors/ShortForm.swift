/// What a bracket says the words in front of it are called.
enum ShortForm: Hashable, Sendable {
  /// The bracket holds the short form: `（iCONM）`, `（通称：ウェルテック）`, `（以下「計画」という。）`.
  case inside(String)
  /// The bracket spells out what stands in front of it: `ICT（情報通信技術）`.
  case before(String, long: String)

  /// Scalars of the longest bracket that is looked into: brackets in brackets hold each other's text.
  static let longest = 400

  /// nil for the many brackets that hold something else: years, counts, lists, remarks.
  init?(_ bracket: Bracket, in text: LinedText) {
    guard bracket.content.count <= ShortForm.longest else { return nil }
    let content = text.text(in: bracket.content)
    let before = text.scalars[..<bracket.whole.lowerBound]
    if let alias = ShortForm.alias(content) ?? ShortForm.abbreviation(in: content) {
      self = .inside(alias)
    } else if ShortForm.isShortened(content, of: before) || ShortForm.isCoined(content, of: before)
      || ShortForm.isPlaceName(content, of: before)
    {
      self = .inside(content.closedUp)
    } else if let short = ShortForm.placeName(before: bracket, spelledOut: content, in: text) {
      self = .before(short, long: content.closedUp)
    } else if let short = ShortForm.abbreviation(endingAt: bracket.whole.lowerBound, in: text.scalars),
      ShortForm.isPlainNoun(content)
    {
      self = .before(short, long: content)
    } else {
      return nil
    }
  }

  // MARK: Names

  private static let aliasWords = ["通称名", "通称", "愛称", "略称", "呼称", "別称"]
  private static let calls = ["という", "と言う", "とする", "と呼ぶ", "と略す", "と表記", "と記載"]

  /// `通称：ウェルテック`, `愛称「みどりん」`, `以下、「総合計画」と言う。`
  private static func alias(_ content: String) -> String? {
    let folded = content.widthFolded
    if let rest = folded.droppingPrefix(of: aliasWords) {
      guard let first = rest.first, ":「『、は".contains(first) else { return nil }
      return unquoted(String(content.suffix(rest.count - 1)), quoteOpened: first == "「" || first == "『")
    }
    // 以下 may follow a remark: （委員10名、以下「有識者会議」という。）
    let words = ["以下、", "以下,", "以下"]
    let clauses = folded.indices.filter {
      $0 == folded.startIndex || "、,。".contains(folded[folded.index(before: $0)])
    }
    guard let rest = clauses.lazy.compactMap({ String(folded[$0...]).droppingPrefix(of: words) }).first else {
      return nil
    }
    let name = String(content.suffix(rest.count)).trimmed
    if name.hasPrefix("「") || name.hasPrefix("『") {
      return unquoted(String(name.dropFirst()), quoteOpened: true)
    }
    for word in calls {
      if let end = name.firstRange(of: word), end.lowerBound > name.startIndex {
        return String(name[..<end.lowerBound]).trimmed
      }
    }
    return nil
  }

  private static func unquoted(_ text: String, quoteOpened: Bool) -> String? {
    var name = text.trimmed
    if quoteOpened {
      guard let close = name.firstIndex(where: { $0 == "」" || $0 == "』" }) else { return nil }
      name = String(name[..<close]).trimmed
    } else if let first = name.first, first == "「" || first == "『" {
      return unquoted(String(name.dropFirst()), quoteOpened: true)
    }
    return name.isEmpty || name.count > 30 || name.contains("、") ? nil : name
  }

  // MARK: Abbreviations

  /// The abbreviation a bracket holds: alone, before or behind the foreign words it is made of, or first in a list of
  /// nothing but abbreviations.
  private static func abbreviation(in content: String) -> String? {
    let folded = MarkupText.tidyingCapitals(content.widthFolded.trimmed)
    if isAbbreviation(folded) { return folded }
    let parts = folded.split { ":、,;".contains($0) }.map { String($0).trimmed }
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return nil }
    if parts.allSatisfy(isAbbreviation) { return first }
    guard parts.count == 2 else { return nil }
    if isAbbreviation(first), isLatin(last) { return first }
    if isAbbreviation(last), isLatin(first) { return last }
    return nil
  }

  /// Latin letters of which at least two, and at least half, are capitals: `KBIC`, `iCONM`, `SDGs`, `e-KAWASAKI`.
  static func isAbbreviation(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    guard (2...14).contains(scalars.count), let first = scalars.first, first.isLatinLetter,
      scalars.allSatisfy({
        $0.isASCII && ($0.isLatinLetter || $0.decimalDigit != nil || "-&./".unicodeScalars.contains($0))
      })
    else { return false }
    let letters = scalars.count(where: \.isLatinLetter)
    let capitals = scalars.count(where: \.isCapital)
    if capitals < 2 || capitals * 2 < letters || noAbbreviations.contains(word.uppercased()) { return false }
    return !scalars.allSatisfy { "IVX".unicodeScalars.contains($0) }
  }

  /// Units and file formats, which plans print in brackets too.
  private static let noAbbreviations: Set<String> = [
    "T-CO2", "KG-CO2", "KWH", "MWH", "GWH", "KW", "MW", "GJ", "TJ", "PJ", "KB", "MB", "GB", "PDF", "CSV",
    "HTML", "XLSX",
    "DOCX", "JPEG", "URL",
  ]

  private static func isLatin(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.isLatinLetter || $0.isSpace || $0 == "-" || $0 == "'")
      }
  }

  /// The abbreviation of capitals that ends in front of a bracket.
  private static func abbreviation(endingAt end: Int, in scalars: [Unicode.Scalar]) -> String? {
    var end = end
    if end > 0, scalars[end - 1] == "」" || scalars[end - 1] == "』" { end -= 1 }
    var start = end
    while start > 0, end - start < 10,
      scalars[start - 1].isLatinLetter || scalars[start - 1].decimalDigit != nil
    { start -= 1 }
    let word = String(String.UnicodeScalarView(scalars[start..<end])).widthFolded
    return word.count <= 8 && isAbbreviation(word) ? word : nil
  }

  /// A shorter name of the same kind of thing: capitals, then words of which the last is the long form's own
  /// (`…推進会議（ECO会議）`).
  private static func isShortened(_ content: String, of long: ArraySlice<Unicode.Scalar>) -> Bool {
    let scalars = Array(content.unicodeScalars)
    let capitals = scalars.prefix(while: \.isCapital).count
    guard capitals > 1, scalars.count - capitals > 1, isPlainNoun(String(content.dropFirst(capitals))) else {
      return false
    }
    return long.suffix(2).elementsEqual(scalars.suffix(2))
  }

  /// A name of katakana that ends with the long form's own last word: `再生可能エネルギー循環型キャンパス（エコキャンパス）`.
  private static func isCoined(_ content: String, of long: ArraySlice<Unicode.Scalar>) -> Bool {
    let scalars = Array(content.unicodeScalars)
    let word = long.reversed().prefix(while: \.isKatakana).count
    guard word >= 4, word < long.count, scalars.count > word + 1, scalars.allSatisfy(\.isKatakana) else {
      return false
    }
    return scalars.suffix(word).elementsEqual(long.suffix(word))
  }

  // MARK: Names of places

  private static let places = [
    "会館", "施設", "センター", "ステーション", "ホール", "図書館", "体育館", "公園", "広場", "庁舎", "道路", "大橋",
  ]

  /// A name with hiragana of its own, of a place that is called plainly in front of it: `労働会館（サンピアンみどり）`.
  private static func isPlaceName(_ content: String, of long: ArraySlice<Unicode.Scalar>) -> Bool {
    let scalars = Array(content.unicodeScalars).filter { !$0.isSpace }
    let place = String(String.UnicodeScalarView(long.suffix(8)))
    return (5...16).contains(scalars.count) && places.contains(where: place.hasSuffix)
      && scalars.allSatisfy { $0.isHiragana || $0.isKatakana || $0.isKanji } && hasOwnHiragana(scalars)
  }

  /// Three hiragana or more that inflect no ideograph (`建て替え`) and are no bare word of grammar.
  private static func hasOwnHiragana(_ scalars: [Unicode.Scalar]) -> Bool {
    let first = scalars.firstIndex(where: \.isHiragana) ?? scalars.endIndex
    guard first < scalars.endIndex, first == 0 || scalars[first - 1].isKatakana else { return false }
    return scalars[first...].prefix(while: \.isHiragana).count > 2
  }

  /// The name in katakana of a place that its bracket calls plainly: `カルッツみどり（みどり市文化総合センター）`.
  private static func placeName(before bracket: Bracket, spelledOut content: String, in text: LinedText)
    -> String?
  {
    let scalars = content.unicodeScalars.filter { !$0.isSpace }
    guard scalars.count > 5, places.contains(where: content.squeezed.hasSuffix),
      scalars.allSatisfy({ $0.isHiragana || $0.isKatakana || $0.isKanji || $0 == "・" }),
      let name = NounPhrase.named(before: bracket.whole, in: text)?.text, name.unicodeScalars.count <= 16,
      !places.contains(where: name.hasSuffix)
    else { return nil }
    let tail = name.unicodeScalars.reversed().prefix { $0.isKatakana || $0.isHiragana }
    return tail.count(where: \.isKatakana) > 3 ? name : nil
  }

  /// Whether a bracket may hold the name a system or a place is known by, katakana and then ideographs
  /// (`起業家支援制度（トビラ創業）`). A remark may look like that, so it counts only where it is printed more than once.
  static func mayBeByname(_ content: String, of long: String) -> Bool {
    let scalars = Array(content.unicodeScalars)
    let kana = scalars.prefix(while: \.isKatakana).count
    guard kana >= 3, (kana + 2...20).contains(scalars.count), scalars[kana...].allSatisfy(\.isKanji) else {
      return false
    }
    return ["制度", "事業", "施設", "会館", "センター", "プログラム", "プロジェクト"].contains {
      long.hasSuffix($0) && long.count > $0.count + 1
    }
  }

  /// Ideographs and katakana: a name spelled out, and no remark. Digits only inside a long one (`…条約第21回締約国会議`).
  private static func isPlainNoun(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    let words = scalars.count { $0.isKanji || $0.isKatakana || $0 == "・" }
    let digits = scalars.count { $0.decimalDigit != nil || $0.isSpace }
    return words >= 4 && words + digits == scalars.count && (digits == 0 || words >= 10)
  }
}
