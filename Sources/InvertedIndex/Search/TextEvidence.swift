/// What the texts of documents show of a query beyond its terms: pairs of its words that stand there as in the query, or near
/// each other. Each word is looked for once in a text, whatever the pairs it is in.
struct TextEvidence {
  /// The farthest that counts as near: thirty characters of Japanese.
  private static let reach = 90

  private struct Pair {
    let phrase: BytePattern?
    /// Where the first stem stands in the phrase; nil where it does not.
    let stemInPhrase: Int?
    /// Of `stems`.
    let first: Int
    let second: Int
    /// Of the rarer word, in scores.
    let worth: Float
    let weight: Float
  }

  private let pairs: [Pair]
  private let stems: [BytePattern]
  private let tuning: Tuning
  /// The most that a text can show.
  let most: Int
  /// Where the stems stand in the text at hand, one stem after the other; and where each one's places end.
  private var places: [Int] = []
  private var ends: [Int] = []

  /// - Parameter units: what an impact of 1 is worth, by term; a pair of which a word is in no document shows nothing.
  init(_ plan: QueryPlan, _ units: [[UInt8]: Int], _ tuning: Tuning) {
    var stems: [BytePattern] = []
    func number(of stem: BytePattern) -> Int {
      if let known = stems.firstIndex(of: stem) { return known }
      stems.append(stem)
      return stems.count - 1
    }
    var pairs: [Pair] = []
    for pair in plan.pairs {
      let unit = min(units[pair.first] ?? 0, units[pair.second] ?? 0)
      guard unit > 0 else { continue }
      pairs.append(
        Pair(
          phrase: pair.phrase, stemInPhrase: pair.phrase.flatMap { pair.stems.0.first(in: $0.bytes) },
          first: number(of: pair.stems.0), second: number(of: pair.stems.1), worth: Float(unit) * 255,
          weight: pair.weight))
    }
    self.pairs = pairs
    self.stems = stems
    self.tuning = tuning
    let share = max(tuning.pair, tuning.near, 0)
    most = pairs.reduce(0) { $0 + Int(($1.worth * $1.weight * share).rounded(.up)) + 1 }
  }

  /// How much a folded text shows of all pairs.
  mutating func score(of text: UnsafeRawBufferPointer) -> Int {
    places.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for stem in stems {
      stem.appendPlaces(in: text, to: &places)
      ends.append(places.count)
    }
    return pairs.reduce(0) { $0 + Int(($1.worth * evidence(of: $1, in: text)).rounded()) }
  }

  private func places(of stem: Int) -> ArraySlice<Int> {
    places[(stem == 0 ? 0 : ends[stem - 1])..<ends[stem]]
  }

  /// In parts of the rarer word's weight.
  private func evidence(of pair: Pair, in text: UnsafeRawBufferPointer) -> Float {
    if hasPhrase(pair, text) { return pair.weight * tuning.pair }
    guard tuning.near > 0, let distance = distance(pair) else { return 0 }
    return pair.weight * tuning.near * (1 - Float(distance) / Float(Self.reach + 1))
  }

  private func hasPhrase(_ pair: Pair, _ text: UnsafeRawBufferPointer) -> Bool {
    guard let phrase = pair.phrase else { return false }
    guard let offset = pair.stemInPhrase else { return phrase.isIn(text) }
    return places(of: pair.first).contains { phrase.stands(at: $0 - offset, in: text) }
  }

  /// The fewest bytes between the words, in either order; nil where they don't stand within reach of each other.
  private func distance(_ pair: Pair) -> Int? {
    let (first, second) = (places(of: pair.first), places(of: pair.second))
    let (firstLength, secondLength) = (stems[pair.first].bytes.count, stems[pair.second].bytes.count)
    var best: Int?
    var (i, j) = (first.startIndex, second.startIndex)
    while i < first.endIndex, j < second.endIndex {
      let (a, b) = (first[i], second[j])
      let gap = a <= b ? b - a - firstLength : a - b - secondLength
      // Overlapping words are one word.
      if gap >= 0, gap <= best ?? Self.reach { best = gap }
      if a <= b { i += 1 } else { j += 1 }
    }
    return best
  }
}
