import Analysis
import JapaneseText
import PlanFacts

/// How well keywords name a thing.
///
/// A keyword that stands in a name as it is wins over its words standing there one by one; a word counts by how few
/// names have it, so that 件数 alone never finds an indicator.
final class KeywordMatcher {
  private let analyzer: Analyzer
  private let folder: Folder
  private let synonyms: SynonymFinder
  /// What the documents' own short forms stand for and the other way round, folded.
  private let definitions: (String) -> [String]
  /// What else the words asked for so far may be called, folded; empty for a word that has no other.
  private var others: [String: [String]] = [:]
  private var folded: [String: [Unicode.Scalar]] = [:]
  private var foldedStrings: [String: String] = [:]
  private var plainTexts: [String: [Unicode.Scalar]] = [:]
  private var knownTerms: [String: [Term]] = [:]
  /// Texts that are kept of each kind before all are forgotten: names have an end, what is asked has none.
  private static let mostKept = 200_000
  /// Spellings of one unit, folded.
  private lazy var units = analyzer.lexicons.units.flatMap { $0.word.split(separator: ",") }
    .map { Set($0.split(separator: "/").map { fold(String($0).trimmed) }) }.filter { $0.count > 1 }

  /// What each unit counts, by its spellings, folded.
  private lazy var countedIn = Dictionary(
    analyzer.lexicons.units.flatMap { entry in
      entry.word.split(whereSeparator: { ",/".contains($0) }).map { (fold(String($0).trimmed), entry.value) }
    }, uniquingKeysWith: { first, _ in first })

  /// - Parameter definitions: what a folded short form stands for and the other way round, folded.
  init(analyzer: Analyzer, synonyms: SynonymFinder, definitions: @escaping (String) -> [String]) {
    self.analyzer = analyzer
    self.synonyms = synonyms
    self.definitions = definitions
    folder = analyzer.folder
  }

  /// What else a folded word may be called, folded: the lexicon's synonyms and the documents' short forms.
  private func variants(of word: String) -> [String] {
    if let known = others[word] { return known }
    let found = synonyms.others(of: Array(word.unicodeScalars)) ?? []
    let all = found.map { fold($0) } + definitions(word)
    others[word] = all
    return all
  }

  func isTerm(_ word: String) -> Bool { analyzer.isTerm(word) }

  /// True where the lexicons list a word of two or more letters as a unit.
  func isUnit(_ word: String) -> Bool { word.unicodeScalars.count >= 2 && countedIn[fold(word)] != nil }

  /// True where the lexicons list a word: it has other words, is a unit, or says nothing.
  func isListed(_ word: String) -> Bool {
    let folded = fold(word)
    return !variants(of: folded).isEmpty || analyzer.isTerm(word) || analyzer.words(word).isEmpty
      || isUnit(word)
  }

  func fold(_ text: String) -> String { Self.known(text, in: &foldedStrings) { folder.fold(string: text) } }

  func scalars(_ text: String) -> [Unicode.Scalar] {
    Self.known(text, in: &folded) { folder.fold(text).scalars }
  }

  /// The same of a text that is kept elsewhere, or asked for once.
  func unkeptScalars(_ text: String) -> [Unicode.Scalar] { folder.fold(text).scalars }

  /// Of one width and case, still to be cut into words: katakana stays.
  func plain(_ text: String) -> [Unicode.Scalar] {
    Self.known(text, in: &plainTexts) { folder.fold(text, depth: .width).scalars }
  }

  /// What was made of a text before, else what `make` gives.
  private static func known<Value>(
    _ text: String, in kept: inout [String: Value], _ make: () -> Value
  ) -> Value {
    if let value = kept[text] { return value }
    if kept.count >= mostKept { kept.removeAll() }
    let value = make()
    kept[text] = value
    return value
  }

  /// A word of the keywords with everything that may stand for it; the word itself first.
  struct Term: Hashable {
    let word: String
    let forms: [[Unicode.Scalar]]
    /// One character that is left of an inflected word (広さ), or stands by itself (やっている人の).
    var isSlight = false
    /// What a city, a ward or a bureau is called: it stands as it is or not at all.
    var isName = false
    /// Not a word of one or two hiragana, which are endings.
    var isNoun: Bool {
      word.unicodeScalars.contains { ScriptClass($0) != .hiragana } || word.unicodeScalars.count >= 3
    }
  }

  /// The words of keywords that say something. English phrases of the lexicon are one word (greenhouse gas).
  func terms(of keywords: String) -> [Term] {
    if let known = knownTerms[keywords] { return known }
    let terms = placedTerms(of: keywords).map(\.term).uniqued
    if knownTerms.count >= Self.mostKept { knownTerms.removeAll() }
    knownTerms[keywords] = terms
    return terms
  }

  /// The words of keywords, those together that are printed without anything between them: 生産緑地|下限面積 of
  /// 生産緑地の下限面積.
  func compounds(of keywords: String) -> [[Term]] {
    var compounds: [[Term]] = []
    var end: Int?
    for (term, range) in placedTerms(of: keywords) {
      if end == range.lowerBound, !compounds.isEmpty {
        compounds[compounds.count - 1].append(term)
      } else {
        compounds.append([term])
      }
      end = range.upperBound
    }
    return compounds
  }

  /// Kana of keywords that are in none of their words, so that no name or text is compared with them: たす, つける of
  /// 名前につける; a few between two words are an ending or a particle.
  func wordless(in keywords: String) -> [String] {
    let scalars = Array(keywords.unicodeScalars)
    let ranges = placedTerms(of: keywords).map(\.range)
    func isOfWord(_ i: Int) -> Bool { ranges.contains { $0.contains(i) } }
    let particles: Set<Unicode.Scalar> = ["の", "が", "を", "に", "は", "で", "と", "も", "や"]
    return scalars.indices.split { isOfWord($0) || ScriptClass(scalars[$0]) != .hiragana }.map { run in
      run.dropFirst(run.first.map { $0 > 0 && particles.contains(scalars[$0]) } ?? false ? 1 : 0)
    }.compactMap { run in
      guard !run.isEmpty else { return nil }
      let isWhole =
        (run.startIndex == 0 || ScriptClass(scalars[run.startIndex - 1]) == .space)
        && (run.endIndex == scalars.count || ScriptClass(scalars[run.endIndex]) == .space)
      return run.count >= (isWhole ? 2 : 3)
        ? String(String.UnicodeScalarView(scalars[run.startIndex..<run.endIndex])) : nil
    }
  }

  /// The words of keywords with their places, in scalars.
  private func placedTerms(of keywords: String) -> [(term: Term, range: Range<Int>)] {
    let whole = fold(keywords)
    let forms = variants(of: whole)
    if !forms.isEmpty {
      let term = Term(word: whole, forms: ([whole] + forms).map { Array($0.unicodeScalars) })
      return [(term, 0..<keywords.unicodeScalars.count)]
    }
    let scalars = Array(keywords.unicodeScalars)
    let all = analyzer.words(keywords)
    // 動物 of 動物園 is no word of the question, whether the lexicon knows it or not
    let inner = Self.inner(all.map(\.source))
    let tokens = all.filter { !$0.isPart && !inner.contains($0.source) }
    var terms: [(Term, Range<Int>)] = []
    var i = 0
    while i < tokens.count {
      let (word, length) = namedPlace(tokens, at: i) ?? longestPhrase(tokens, at: i)
      let forms = ([word] + variants(of: word)).uniqued
      let isSlight = word.unicodeScalars.count == 1 && !isPartOfCompound(tokens[i].source, of: scalars)
      let term = Term(
        word: word, forms: forms.map { Array($0.unicodeScalars) }, isSlight: isSlight,
        isName: KeywordMatcher.isPlaceName(word))
      terms.append((term, tokens[i].source.lowerBound..<tokens[i + length - 1].source.upperBound))
      i += length
    }
    return terms
  }

  /// 環境|局, 横浜|市: two words that are one name.
  private func namedPlace(_ tokens: [Token], at i: Int) -> (String, Int)? {
    guard i + 1 < tokens.count, tokens[i].source.upperBound == tokens[i + 1].source.lowerBound,
      tokens[i + 1].text.unicodeScalars.count == 1
    else { return nil }
    let word = tokens[i].text + tokens[i + 1].text
    return KeywordMatcher.isPlaceName(word) ? (word, 2) : nil
  }

  /// Ends as the names of cities, wards and bureaus end, and is none of the words that end so and name none (都市, 地区).
  private static func isPlaceName(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    guard scalars.count >= 3, let last = scalars.last, "市区町村県局".unicodeScalars.contains(last) else {
      return false
    }
    return scalars.allSatisfy { ScriptClass($0).isJapanese }
      && !["都市", "地区", "街区", "学区", "当局", "結局"].contains(where: word.hasSuffix)
  }

  /// Ranges that lie in a larger one of them.
  private static func inner(_ ranges: [Range<Int>]) -> Set<Range<Int>> {
    var inner: Set<Range<Int>> = []
    var reach = 0
    // of those that begin at one place the largest first
    for range in Set(ranges).sorted(by: {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    }) {
      if range.upperBound <= reach { inner.insert(range) }
      reach = max(reach, range.upperBound)
    }
    return inner
  }

  /// 局 in 港湾局: one character with another of its script beside it.
  private func isPartOfCompound(_ range: Range<Int>, of scalars: [Unicode.Scalar]) -> Bool {
    guard range.count == 1, scalars.indices.contains(range.lowerBound) else { return false }
    let script = ScriptClass(scalars[range.lowerBound])
    return [range.lowerBound - 1, range.upperBound].contains { i in
      scalars.indices.contains(i) && ScriptClass(scalars[i]) == script
    }
  }

  /// What a label's English word is called in the documents, with its number: policy 5 is 政策5; empty for other labels.
  func translated(label: String) -> [String] {
    let word = label.prefix { !$0.isNumber }
    let number = label.dropFirst(word.count)
    guard !number.isEmpty, number.allSatisfy(\.isNumber), !word.isEmpty, word.allSatisfy(\.isASCII) else {
      return []
    }
    return terms(of: String(word)).flatMap(\.forms).map { String(String.UnicodeScalarView($0)) + number }
  }

  /// True where two units are one, however spelt (ヘクタール, ha).
  func isSameUnit(_ a: String, _ b: String) -> Bool {
    let (a, b) = (fold(a), fold(b))
    return a == b || units.contains { $0.contains(a) && $0.contains(b) }
  }

  /// True where two units count things of different sorts (人, %).
  func areUnlikeUnits(_ a: String, _ b: String) -> Bool {
    guard let a = countedIn[fold(a)], let b = countedIn[fold(b)] else { return false }
    return a != b
  }

  /// The longest run of words that has synonyms, else the one word.
  private func longestPhrase(_ tokens: [Token], at start: Int) -> (String, Int) {
    for length in stride(from: min(4, tokens.count - start), through: 2, by: -1) {
      let words = tokens[start..<(start + length)].map(\.text)
      for joined in [words.joined(separator: " "), words.joined()] where !variants(of: joined).isEmpty {
        return (joined, length)
      }
    }
    let word = tokens[start].text
    // strategies, projects: the lexicon has the singular
    if variants(of: word).isEmpty, let singular = KeywordMatcher.singular(word),
      !variants(of: singular).isEmpty
    {
      return (singular, 1)
    }
    return (word, 1)
  }

  private static func singular(_ word: String) -> String? {
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    // the analyzer has cut the s already
    for ending in ["ies", "ie"] where word.hasSuffix(ending) { return word.dropLast(ending.count) + "y" }
    return word.hasSuffix("s") ? String(word.dropLast()) : nil
  }

  /// The piece of a text that a word was read from, as it is written there.
  func surface(of term: Term, in text: String) -> String? {
    let folded = folder.fold(text)
    guard let start = folded.occurrences(of: Array(term.word.unicodeScalars)).first else { return nil }
    let source = folded.sourceRange(start..<(start + term.word.unicodeScalars.count))
    return String(String.UnicodeScalarView(Array(text.unicodeScalars)[source]))
  }

  func stands(_ term: Term, in text: [Unicode.Scalar]) -> Bool {
    term.forms.contains { contains(text, $0) }
  }

  /// True where a folded text stands in another.
  func holds(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool { contains(text, part) }

  private func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard let first = part.first, part.count <= text.count else { return false }
    // a short Latin word must not be found inside another (ai in daily)
    let isLatin = part.allSatisfy { ScriptClass($0) == .latin }
    return text.withUnsafeBufferPointer { text in
      part.withUnsafeBufferPointer { part in
        for i in 0...(text.count - part.count) where text[i] == first {
          guard (1..<part.count).allSatisfy({ text[i + $0] == part[$0] }) else { continue }
          if !isLatin { return true }
          let before = i > 0 && ScriptClass(text[i - 1]) == .latin
          // a word is kept without the ending of its plural: SDG of SDGs
          let rest = text[(i + part.count)...].prefix { ScriptClass($0) == .latin }
          let isWhole = rest.isEmpty || part.count >= 3 && rest.elementsEqual("s".unicodeScalars)
          if !before && isWhole { return true }
        }
        return false
      }
    }
  }

  /// How much of a word stands in a text: 1 for all of it, else the share of its pairs of scalars, if more than half.
  func degree(_ term: Term, in text: [Unicode.Scalar]) -> Double {
    if stands(term, in: text) { return 1 }
    guard let word = term.forms.first, word.count >= 3 else { return 0 }
    let pairs = zip(word, word.dropFirst()).map { [$0, $1] }
    let found = pairs.filter { contains(text, $0) }.count
    let share = Double(found) / Double(pairs.count)
    return share > 0.5 ? share * 0.8 : 0
  }

  struct Match {
    let index: Int
    let score: Double
  }

  /// Names that the keywords name, best first; only those nearly as good as the best.
  ///
  /// The score is the share of the keywords' weight that stands in the name, 1 + where the keywords stand there whole.
  func names(matching keywords: String, in names: [String]) -> [Match] {
    matches(of: keywords, in: names.map { scalars($0) }, counts: nil, total: names.count)
      .sorted { ($1.score, $0.index) < ($0.score, $1.index) }
  }

  /// The same of names that are folded and each there once, in their order.
  /// - Parameters:
  ///   - texts: those that may share a word with the keywords.
  ///   - counts: how many things have each of them; nil where one has.
  ///   - total: how many things there are.
  func matches(of keywords: String, in texts: [[Unicode.Scalar]], counts: [Int]?, total: Int) -> [Match] {
    let whole = scalars(keywords)
    guard !whole.isEmpty else { return [] }
    let exact = texts.indices.filter { texts[$0] == whole }
    if !exact.isEmpty { return exact.map { Match(index: $0, score: 3) } }
    let parts = keywords.split(whereSeparator: \.isWhitespace).map { scalars(String($0)) }
    let holding = texts.indices.filter { i in parts.allSatisfy { contains(texts[i], $0) } }
    if !holding.isEmpty, whole.count >= 2 { return holding.map { Match(index: $0, score: 2) } }
    // 川崎市の…: a city that no name here has tells none of them apart
    let terms = terms(of: keywords).filter { term in
      !term.isName || texts.contains { stands(term, in: $0) }
    }
    guard !terms.isEmpty else { return [] }
    let weights = terms.map { term in
      let count = texts.indices.reduce(0) { $0 + (stands(term, in: texts[$1]) ? counts?[$1] ?? 1 : 0) }
      let rarity = (1 + Double(total) / (Double(count) + 0.5)).logarithm
      return term.isSlight ? rarity / 2 : rarity
    }
    let sum = weights.reduce(0, +)
    let scores = texts.indices.map { i in
      zip(terms, weights).reduce(0) { $0 + degree($1.0, in: texts[i]) * $1.1 } / sum
    }
    let best = scores.max() ?? 0
    guard best >= 0.5 else { return [] }
    return texts.indices.filter { scores[$0] >= max(0.5, best * 0.9) }
      .map { Match(index: $0, score: scores[$0]) }
  }

  /// The names that have most of the words of keywords by their weight.
  struct Nearest {
    /// The best, then those that have more than three quarters of what it has, in their order.
    let indices: [Int]
    /// How much of the weight of all words the best has; a word that no name has weighs most, but for those of the question itself.
    let share: Double
    /// Whether the words that the best has are enough to mean it: two of them, or four kanji that no other name has.
    let isTold: Bool
    /// Whether the best has one of the words as it was asked, and not only what may be meant by one.
    let isSaid: Bool
    /// The words that the best does not have, as they were asked.
    let missing: [String]
  }

  /// - Parameters:
  ///   - names: those that may share a word with the keywords.
  ///   - total: how many there are.
  ///   - isOwn: a place that all documents are of, so that no name need say it.
  ///   - isAsked: words of the question itself (何ヘクタール, 2025) are missing in no name.
  /// - Returns: nil where no name has a word, and where the best does not have a place that was asked for (大阪市の…).
  func nearest(
    to keywords: String, in names: [String], of total: Int, isOwn: (Term) -> Bool, isAsked: (Term) -> Bool
  ) -> Nearest? {
    let texts = names.map { scalars($0) }
    // 回 of 何回 is no word of 回遊性
    let terms = terms(of: keywords).filter {
      $0.isNoun && !$0.isSlight && !($0.word.unicodeScalars.count == 1 && isAsked($0))
    }
    let held = terms.map { term in texts.map { stands(term, in: $0) } }
    let weights = zip(terms, held).map { term, isHeld -> Double in
      let count = isHeld.count { $0 }
      return count == 0 && isAsked(term) ? 0 : (1 + Double(total) / (Double(count) + 0.5)).logarithm
    }
    let scores = texts.indices.map { i in
      terms.indices.reduce(0) { $0 + (held[$1][i] ? weights[$1] : 0) }
    }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 0,
      terms.indices.allSatisfy({ !terms[$0].isName || held[$0][best] || isOwn(terms[$0]) })
    else { return nil }
    // 国民健康保険: long enough, and in one name alone; katakana is in names of many sorts (ポイント)
    func tells(_ term: Int) -> Bool {
      held[term][best] && held[term].count { $0 } == 1
        && terms[term].forms.contains { form in
          form.count >= 4 && form.allSatisfy { ScriptClass($0) == .han } && contains(texts[best], form)
        }
    }
    return Nearest(
      indices: [best] + scores.indices.filter { $0 != best && scores[$0] > scores[best] * 0.75 },
      share: scores[best] / weights.reduce(0, +),
      isTold: terms.indices.count { held[$0][best] } >= 2 || terms.indices.contains(where: tells),
      isSaid: terms.indices.contains { held[$0][best] && contains(texts[best], terms[$0].forms[0]) },
      missing: terms.indices.filter { !held[$0][best] }
        .map { surface(of: terms[$0], in: keywords) ?? terms[$0].word })
  }

  /// True where every word of the keywords stands in the text.
  /// - Parameter others: words of them that need not.
  func all(_ keywords: String, standIn text: String, besides others: [Term] = []) -> Bool {
    let text = scalars(text)
    let whole = scalars(keywords)
    // one Han character stands in too many words, a sign (％) is no word at all
    let isWord = whole.count == 1 && !self.terms(of: keywords).isEmpty
    if !isWord, contains(text, whole) { return true }
    let terms = terms(of: keywords).filter { !others.contains($0) }
    return !terms.isEmpty
      && terms.allSatisfy { $0.isSlight ? standsAlone($0, in: text) : stands($0, in: text) }
  }

  /// 量 as a word, not 量 of 測量: in a whole text one character is found in too many words.
  private func standsAlone(_ term: Term, in text: [Unicode.Scalar]) -> Bool {
    let han = { (i: Int) in text.indices.contains(i) && ScriptClass(text[i]) == .han }
    return term.forms.contains { form in
      guard form.count == 1 else { return contains(text, form) }
      return text.indices.contains { text[$0] == form[0] && !han($0 - 1) && !han($0 + 1) }
    }
  }
}

extension Double {
  /// log2 by the exponent and a short series: exact enough for weights, and the same on every machine.
  fileprivate var logarithm: Double {
    guard self > 0 else { return 0 }
    let mantissa = significand
    let t = (mantissa - 1) / (mantissa + 1)
    let series = 2 * (t + t * t * t / 3 + t * t * t * t * t / 5 + t * t * t * t * t * t * t / 7)
    return Double(exponent) + series / 0.693_147_180_559_945_3
  }
}
