import Analysis
import JapaneseText

/// A way to say a question differently that asks for the same.
package enum Rewording: String, Hashable, Sendable, CaseIterable {
  /// カタカナ as ひらがな.
  case kana
  /// 2021 and KPI as ２０２１ and ＫＰＩ.
  case width
  /// 取組 as 取り組み: spellings that the lexicon takes for one.
  case okurigana
  /// 2021年度 as 令和3年度, and back.
  case era
  /// は before the end of a question, left out or put in.
  case particles
  /// を教えてください, ですか, please.
  case politeness
  /// The parts of 「…で、…」 the other way round.
  case order
  /// A word for another that the lexicon finds both ways.
  case synonyms
  /// show me, the, a question mark: English words that say nothing.
  case functionWords = "function words"
  /// Latin letters large or small.
  case letterCase = "letter case"
  /// Spaces before and behind what is Latin or a number.
  case spacing
  /// A letter of the longest word doubled.
  case typo

  /// The question said differently, in up to a few ways; empty where this says nothing new.
  package func wordings(of question: String, _ lexicons: Lexicons) -> [String] {
    let made: [String] =
      switch self {
      case .kana: [question.mappingScalars(Rewording.hiragana)]
      case .width: [question.mappingScalars(Rewording.fullWidth)]
      case .okurigana: Rewording.swapped(question, lexicons.okurigana)
      case .era: [Rewording.otherEra(question)]
      case .particles: Rewording.otherParticle(question)
      case .politeness: Rewording.polite(question)
      case .order: [Rewording.turned(question)]
      case .synonyms: Rewording.swapped(question, lexicons.synonyms.filter { $0.from == $0.to }.map(\.from))
      case .functionWords: Rewording.wordier(question)
      case .letterCase: [question.uppercased(), question.lowercased()]
      case .spacing: [Rewording.spaced(question)]
      case .typo: [Rewording.mistyped(question)]
      }
    return made.filter { $0 != question }
  }

  private static func hiragana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard ("ァ"..."ヶ").contains(scalar) else { return scalar }
    return Unicode.Scalar(scalar.value - 0x60) ?? scalar
  }

  private static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isWord = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.decimalDigit != nil)
    return isWord ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
  }

  /// The first word that stands in a group, in each of its other spellings.
  private static func swapped(_ question: String, _ groups: [[String]]) -> [String] {
    for group in groups {
      guard let word = group.filter({ question.contains($0) }).max(by: { $0.count < $1.count }) else {
        continue
      }
      return group.filter { $0 != word && !$0.contains(word) }.prefix(2).map {
        question.replacing(word, with: $0)
      }
    }
    return []
  }

  private static let eras = [(name: "令和", before: 2018), (name: "平成", before: 1988)]

  private static func otherEra(_ question: String) -> String {
    let scalars = Array(question.unicodeScalars)
    guard let year = YearMention.all(in: scalars).first(where: { !$0.isRange && $0.form != .bare }) else {
      return question
    }
    let ending = year.form == .fiscal ? "年度" : "年"
    let printed = scalars[year.range].contains {
      ScriptClass($0) == .han && !"年度元以降".unicodeScalars.contains($0)
    }
    let era = eras.first { year.first > $0.before + 1 }
    let other = printed ? "\(year.first)" : era.map { "\($0.name)\(year.first - $0.before)" } ?? ""
    guard !other.isEmpty else { return question }
    return scalars[..<year.range.lowerBound].string + other + ending + (year.orLater ? "以降" : "")
      + scalars[year.range.upperBound...].string
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
    guard isJapanese(question) else { return [] }
    if body.hasSuffix("は") { return [String(body.dropLast()) + mark] }
    guard let last = body.unicodeScalars.last, ScriptClass(last) == .han else { return [] }
    return [body + "は" + mark]
  }

  private static func polite(_ question: String) -> [String] {
    let (body, _) = split(question)
    guard isJapanese(question) else {
      return ["Could you tell me: \(question)"]
    }
    if body.hasSuffix("は") { return [String(body.dropLast()) + "を教えてください", body + "何ですか？"] }
    return body.hasSuffix("か") || body.hasSuffix("い") ? [] : ["すみません、" + question]
  }

  private static func turned(_ question: String) -> String {
    let (body, mark) = split(question)
    let parts = body.split(separator: "で、", omittingEmptySubsequences: false)
    guard parts.count == 2, let last = parts[1].unicodeScalars.last, ScriptClass(last) == .han else {
      return question
    }
    return "\(parts[1])で、\(parts[0])\(mark)"
  }

  private static func wordier(_ question: String) -> [String] {
    guard !isJapanese(question) else { return [] }
    let first = question.split(separator: " ").first?.lowercased() ?? ""
    let asks = ["which", "what", "how", "who", "when", "where", "why", "is", "are", "did", "does"].contains(
      first)
    return asks ? ["Please: \(question)"] : ["show me \(question)", "show me the \(question)"]
  }

  private static func spaced(_ question: String) -> String {
    var spaced: [Unicode.Scalar] = []
    for scalar in question.unicodeScalars {
      if let last = spaced.last, isNarrow(last) != isNarrow(scalar), last != " ", scalar != " " {
        spaced.append(" ")
      }
      spaced.append(scalar)
    }
    return spaced[...].string
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

extension ArraySlice<Unicode.Scalar> {
  fileprivate var string: String { String(String.UnicodeScalarView(self)) }
}

extension String {
  fileprivate func mappingScalars(_ map: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    String(String.UnicodeScalarView(unicodeScalars.map(map)))
  }
}
