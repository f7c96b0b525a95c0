import Analysis
import JapaneseText

/// A way to say a question differently that asks for the same.
package enum Rewording: String, Hashable, Sendable, CaseIterable {
  /// カタカナ as ひらがな, and words of asking in kana or kanji.
  case kana
  /// 2021 and KPI as ２０２１ and ＫＰＩ.
  case width
  /// 取組 as 取り組み: spellings that the lexicon takes for one.
  case okurigana
  /// 2021年度 as 令和3年度, and back.
  case era
  /// は before the end of a question, left out, put in or as って; を before 教えて, left out.
  case particles
  /// を教えてください, ですか, please.
  case politeness
  /// 「…で、…」 and what is asked of a thing the other way round: いくら、水の予算は？; a year before all else, what stands behind the
  /// last in, under, for or of in an English question; the budget of X as X's budget.
  case order
  /// A word for another that the lexicon finds both ways; a word of a name is no such word.
  case synonyms
  /// show me, please, the: English words that say nothing, put in or left out.
  case functionWords = "function words"
  /// Latin letters large or small.
  case letterCase = "letter case"
  /// Spaces between Japanese and what is Latin or a number, and in place of commas.
  case spacing
  /// A letter of the longest word doubled.
  case typo

  /// The question said differently, in up to a few ways; empty where this says nothing new, or the question has no words.
  /// - Parameter names: of things in the library, which keep their words.
  package func wordings(of question: String, _ lexicons: Lexicons, names: [String] = []) -> [String] {
    guard question.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return [] }
    let made: [String] =
      switch self {
      case .kana:
        [question.mappingScalars(Rewording.hiragana)] + Rewording.otherWriting(question, names: names)
      case .width: [question.mappingScalars(Rewording.fullWidth)]
      case .okurigana: RewordedPlaces(question, names: []).swapped(lexicons.okurigana, withinCompounds: true)
      case .era: Rewording.otherEras(question)
      case .particles: Rewording.otherParticle(question)
      case .politeness: Rewording.polite(question)
      case .order: Rewording.turned(question, names: names)
      case .synonyms:
        RewordedPlaces(question, names: names)
          .swapped(Rewording.synonyms(lexicons), withinCompounds: false)
      case .functionWords: Rewording.wordier(question)
      case .letterCase: [question.uppercased(), question.lowercased()]
      case .spacing: [Rewording.spaced(question)] + Rewording.spacedAtCommas(question)
      case .typo: [Rewording.mistyped(question)]
      }
    return made.reduce(into: []) { if $1 != question, !$0.contains($1) { $0.append($1) } }
  }

  /// Words that find each other, and nouns of the question language for one kind, field or role, those of a script together.
  private static func synonyms(_ lexicons: Lexicons) -> [[String]] {
    let entries = lexicons.vocabulary.map { entry in
      (
        value: entry.value,
        words: entry.word.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
      )
    }
    var meanings: [String: Set<String>] = [:]
    for entry in entries { for word in entry.words { meanings[word, default: []].insert(entry.value) } }
    let nouns = entries.filter { entry in
      ["kind ", "field ", "role "].contains { entry.value.hasPrefix($0) }
    }.flatMap { entry in
      // 上位 says more than 親
      [[.han, .katakana], [.latin, .space]].map { (scripts: Set<ScriptClass>) in
        entry.words.filter {
          $0.unicodeScalars.allSatisfy { scripts.contains(ScriptClass($0)) }
            && meanings[$0]?.count == 1
        }
      }
    }
    return lexicons.synonyms.filter { $0.from == $0.to }.map(\.from) + nouns.filter { $0.count > 1 }
  }

  /// Words of asking that are written either way.
  private static let eitherWay = [
    ("教えて", "おしえて"), ("何が", "なにが"), ("何を", "なにを"), ("何か", "なにか"), ("何ですか", "なんですか"), ("全部", "ぜんぶ"),
    ("一番", "いちばん"), ("多い", "おおい"), ("大きい", "おおきい"),
    ("少ない", "すくない"), ("小さい", "ちいさい"), ("高い", "たかい"), ("低い", "ひくい"), ("事", "こと"), ("下さい", "ください"),
    ("全て", "すべて"), ("合わせて", "あわせて"), ("比べて", "くらべて"), ("幾つ", "いくつ"),
  ]

  /// The question with its first word of asking that may be written otherwise, so.
  private static func otherWriting(_ question: String, names: [String]) -> [String] {
    let places = RewordedPlaces(question, names: names)
    for (kanji, kana) in eitherWay {
      if let range = question.ranges(of: kana).first, places.areFree(range) {
        return [question.replacingCharacters(in: range, with: kanji)]
      }
      // 事 of 事業 is a part of a word
      if let range = question.ranges(of: kanji).first, places.areFree(range), stands(range, in: question) {
        return [question.replacingCharacters(in: range, with: kana)]
      }
    }
    return []
  }

  /// No Han character and no katakana stands beside a word.
  private static func stands(_ range: Range<String.Index>, in question: String) -> Bool {
    let before = question[..<range.lowerBound].unicodeScalars.last
    let behind = question[range.upperBound...].unicodeScalars.first
    return [before, behind].allSatisfy { $0.map { ![.han, .katakana].contains(ScriptClass($0)) } ?? true }
  }

  private static func hiragana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard ("ァ"..."ヶ").contains(scalar) else { return scalar }
    return Unicode.Scalar(scalar.value - 0x60) ?? scalar
  }

  private static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isWord = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.decimalDigit != nil)
    return isWord ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
  }

  private static let eras = [
    (name: "令和", letter: "R", before: 2018), (name: "平成", letter: "H", before: 1988),
  ]

  /// 2021年度 as 令和3年度, R3年度 and 2021（令和3）年度; 令和3年度 as 2021年度 and the last.
  private static func otherEras(_ question: String) -> [String] {
    let scalars = Array(question.unicodeScalars)
    guard let year = YearMention.all(in: scalars).first(where: { !$0.isRange && $0.form != .bare }),
      let era = eras.first(where: { year.first > $0.before + 1 })
    else { return [] }
    let ending = (year.form == .fiscal ? "年度" : "年") + (year.orLater ? "以降" : "")
    let printed = scalars[year.range].contains {
      ScriptClass($0) == .han && !"年度元以降".unicodeScalars.contains($0)
    }
    let count = year.first - era.before
    let both = "\(year.first)（\(era.name)\(count)）"
    let others = printed ? ["\(year.first)", both] : ["\(era.name)\(count)", "\(era.letter)\(count)", both]
    let (before, behind) = (
      scalars[..<year.range.lowerBound].string, scalars[year.range.upperBound...].string
    )
    return others.map { before + $0 + ending + behind }
  }

  private static func split(_ question: String) -> (body: String, mark: String) {
    for mark in ["？", "?"] where question.hasSuffix(mark) { return (String(question.dropLast()), mark) }
    return (question, "")
  }

  private static func isJapanese(_ question: String) -> Bool {
    question.unicodeScalars.contains { ScriptClass($0) == .hiragana }
  }

  private static func otherParticle(_ question: String) -> [String] {
    let (body, mark) = split(question)
    // とは asks what a word means
    guard isJapanese(question), !body.hasSuffix("とは") else { return [] }
    let request = requests.compactMap { question.ranges(of: "を" + $0).first }.first.map { range in
      [question.replacingCharacters(in: range, with: String(question[range].dropFirst()))]
    }
    if let request { return request }
    if body.hasSuffix("は") { return [String(body.dropLast()) + mark, String(body.dropLast()) + "って" + mark] }
    guard let last = body.unicodeScalars.last, ScriptClass(last) == .han else { return [] }
    return [body + "は" + mark]
  }

  private static func polite(_ question: String) -> [String] {
    let (body, _) = split(question)
    guard isJapanese(question) else {
      return ["Could you tell me: \(question)"]
    }
    if body.hasSuffix("とは") { return [body + "何ですか？"] }
    if body.hasSuffix("は") { return [String(body.dropLast()) + "を教えてください", body + "何ですか？"] }
    return body.hasSuffix("か") || body.hasSuffix("い") ? [] : ["すみません、" + question]
  }

  private static func turned(_ question: String, names: [String]) -> [String] {
    let (body, mark) = split(question)
    guard isJapanese(question) else { return fronted(question) + possessive(question) }
    let yearFirst = yearFirst(question)
    if !yearFirst.isEmpty { return yearFirst }
    let parts = body.split(separator: "で、", omittingEmptySubsequences: false)
    if parts.count == 2, let last = parts[1].unicodeScalars.last, ScriptClass(last) == .han {
      return ["\(parts[1])で、\(parts[0])\(mark)"]
    }
    let afterthought = afterthought(question, names: names)
    // 水の予算はいくら as いくら、水の予算は: what is asked is short and holds no other part of the sentence
    guard let topic = body.lastIndex(where: { "はを".contains($0) }), body[..<topic].count >= 3 else {
      return afterthought
    }
    let asked = body[body.index(after: topic)...]
    guard (2...12).contains(asked.count), !asked.contains(where: { "、。がにで「」（）".contains($0) }),
      body[topic] == "は" || requests.contains(where: asked.hasPrefix)
    else { return afterthought }
    return ["\(asked)、\(body[...topic])\(mark)"] + afterthought
  }

  /// 水の予算は as 予算は、水の and 予算を教えて、水の: a thing is named behind what is asked of it, in a question of one clause.
  private static func afterthought(_ question: String, names: [String]) -> [String] {
    let (body, mark) = split(question)
    guard let topic = body.firstIndex(where: { "はを".contains($0) }),
      !body.contains(where: { "、がでと「」（）".contains($0) }),
      body[topic] == "は" || requests.contains(where: body[body.index(after: topic)...].hasPrefix),
      let joint = body[..<topic].lastIndex(of: "の"), body[..<joint].count >= 3,
      RewordedPlaces(body, names: names).areFree(joint..<body.index(after: joint))
    else { return [] }
    let asked = body[body.index(after: joint)..<topic]
    guard asked.count >= 2,
      asked.unicodeScalars.allSatisfy({ ![.hiragana, .space].contains(ScriptClass($0)) })
    else { return [] }
    return ["\(body[body.index(after: joint)...])、\(body[...joint])\(mark)"]
  }

  /// 水の2021年度の予算は as 2021年度の水の予算は.
  private static func yearFirst(_ question: String) -> [String] {
    let scalars = Array(question.unicodeScalars)
    for year in YearMention.all(in: scalars) where !year.isRange && year.form != .bare {
      let (start, end) = (year.range.lowerBound, year.range.upperBound)
      guard start > 1, scalars[start - 1] == "の", end < scalars.count, scalars[end] == "の",
        !scalars[..<start].contains(where: { "、。「」（）はが".unicodeScalars.contains($0) })
      else { continue }
      return [
        scalars[start...end].string + scalars[..<start].string + scalars[(end + 1)...].string
      ]
    }
    return []
  }

  /// How many projects are there under X? as Under X, how many projects are there?
  private static func fronted(_ question: String) -> [String] {
    let (body, mark) = split(question)
    let asks = ["which", "what", "how", "who", "list", "show", "give", "name"]
    guard let first = body.split(separator: " ").first?.lowercased(), asks.contains(first) else { return [] }
    var places = [" under ", " in ", " for "].compactMap { word in
      body.ranges(of: word).last.map { (word: word, range: $0) }
    }
    // What is the budget of X? as For X, what is the budget?
    let of = body.ranges(of: " of ")
    if places.isEmpty, of.count == 1, first == "what" { places = [(word: " for ", range: of[0])] }
    guard let place = places.max(by: { $0.range.lowerBound < $1.range.lowerBound }),
      !body.contains(",")
    else { return [] }
    let rest = body[..<place.range.lowerBound]
    guard rest.split(separator: " ").count >= 3 else { return [] }
    let word = place.word.dropFirst().dropLast()
    return [
      word.prefix(1).uppercased() + word.dropFirst() + " " + body[place.range.upperBound...] + ", "
        + rest.prefix(1).lowercased() + rest.dropFirst() + mark
    ]
  }

  /// …the budget of X? as …X's budget?, and back.
  private static func possessive(_ question: String) -> [String] {
    let (body, mark) = split(question)
    if let found = body.firstMatch(of: /^(.* )?the ([a-z]+) of ([^ ,]+)$/) {
      return ["\(found.1 ?? "")\(found.3)'s \(found.2)\(mark)"]
    }
    if let found = body.firstMatch(of: /^(.* )?([^ ,]+)'s ([a-z]+)$/) {
      return ["\(found.1 ?? "")the \(found.3) of \(found.2)\(mark)"]
    }
    return []
  }

  /// How verbs begin that ask to be told: all else that follows を says something of it.
  private static let requests = [
    "教え", "おしえ", "示し", "挙げ", "あげ", "列挙", "並べ", "見せ", "出し", "説明", "知り", "お願い", "答え", "表示", "数え",
  ]

  private static func wordier(_ question: String) -> [String] {
    guard !isJapanese(question) else { return [] }
    let first = question.split(separator: " ").first?.lowercased() ?? ""
    let asks = ["which", "what", "how", "who", "when", "where", "why", "is", "are", "did", "does"].contains(
      first)
    let longer =
      asks
      ? ["Please: \(question)", "Please tell me, \(question)"]
      : ["show me \(question)", "show me the \(question)", "please list \(question)"]
    return longer + [question.replacing(" the ", with: " ")]
  }

  private static func spaced(_ question: String) -> String {
    var spaced: [Unicode.Scalar] = []
    for scalar in question.unicodeScalars {
      if let last = spaced.last,
        isNarrow(last) && ScriptClass(scalar).isJapanese || ScriptClass(last).isJapanese && isNarrow(scalar)
      {
        spaced.append(" ")
      }
      spaced.append(scalar)
    }
    return spaced[...].string
  }

  private static func spacedAtCommas(_ question: String) -> [String] {
    let (body, mark) = split(question)
    return body.contains("、")
      ? [body.replacing("、", with: " ") + mark, body.replacing("、", with: "　") + mark] : []
  }

  private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.decimalDigit != nil)
  }

  /// A letter in the middle of the longest word of kana or Latin letters, typed twice.
  private static func mistyped(_ question: String) -> String {
    let scalars = Array(question.unicodeScalars)
    var longest = 0..<0
    var start = 0
    for i in 0...scalars.count {
      let isSame = i > 0 && i < scalars.count && ScriptClass(scalars[i]) == ScriptClass(scalars[i - 1])
      if !isSame {
        let isWord = start < i && [.katakana, .latin].contains(ScriptClass(scalars[start]))
        if isWord, i - start > longest.count { longest = start..<i }
        start = i
      }
    }
    guard longest.count >= 5 else { return question }
    let middle = longest.lowerBound + longest.count / 2
    return scalars[...middle].string + scalars[middle...].string
  }
}

/// Where words of a question may be put in the place of others.
private struct RewordedPlaces {
  private let question: String
  /// Names, and what is quoted, which is a name too.
  private let names: [Range<String.Index>]

  /// Words that are names themselves stand in the place of no other.
  private let wholeNames: Set<String>

  init(_ question: String, names: [String]) {
    self.question = question
    wholeNames = Set(names)
    self.names =
      question.matches(of: /「[^」]*」/).map(\.range)
      + names.filter { $0.count >= 4 }.flatMap { question.ranges(of: $0) }
  }

  /// The question with the longest word of each group that stands in it in up to two of its other spellings.
  /// - Parameter withinCompounds: also where the word is a part of a longer one.
  func swapped(_ groups: [[String]], withinCompounds: Bool) -> [String] {
    groups.flatMap { group -> [String] in
      let found = group.compactMap { word in
        question.ranges(of: word).first { withinCompounds || standsAlone($0) }.map { (word: word, range: $0) }
      }
      guard let place = found.max(by: { $0.word.count < $1.word.count }) else { return [] }
      return group.filter { $0 != place.word && !$0.contains(place.word) && !wholeNames.contains($0) }.prefix(
        2
      ).map {
        question.replacingCharacters(in: place.range, with: $0)
      }
    }
  }

  /// Outside of names.
  func areFree(_ range: Range<String.Index>) -> Bool { !names.contains { $0.overlaps(range) } }

  /// Outside of names, and no part of a word: 緑地 in 生産緑地 is another thing, ai in main is none, 基準 in かわさき基準 is a part of what a
  /// name has.
  private func standsAlone(_ range: Range<String.Index>) -> Bool {
    guard areFree(range) else { return false }
    let word = question[range].unicodeScalars
    let before = question[..<range.lowerBound].unicodeScalars.last
    let behind = question[range.upperBound...].unicodeScalars.first
    if let before, ScriptClass(before) == .hiragana, !"のはがをにでとも".unicodeScalars.contains(before),
      wholeNames.contains(where: { $0.contains(String(before) + question[range]) })
    {
      return false
    }
    return !joins(before, word.first) && !joins(word.last, behind)
  }

  private func joins(_ a: Unicode.Scalar?, _ b: Unicode.Scalar?) -> Bool {
    guard let a, let b else { return false }
    let scripts = [ScriptClass(a), ScriptClass(b)]
    let written: Set<ScriptClass> = [.han, .katakana]
    return scripts == [.latin, .latin] || scripts.allSatisfy(written.contains)
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate var string: String { String(String.UnicodeScalarView(self)) }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }

  fileprivate func mappingScalars(_ map: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    String(String.UnicodeScalarView(unicodeScalars.map(map)))
  }
}
