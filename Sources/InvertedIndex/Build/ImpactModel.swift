/// Turns counts in fields into impacts: BM25F, with the part that the term's weight is multiplied with kept in 8 bits.
///
/// `impact = 255 · x / (k1 + x)` with `x = Σ weight · count / (1 − b + b · length / average length)` over the fields;
/// `length` is never less than the settings' shortest. Where the first field, the text itself, is a label, of less than
/// six words, `x` is divided by `1 + (6 − words) / 5`: it names what others tell.
struct ImpactModel {
  private let settings: IndexSettings
  /// Lengths by document, field after field; and their averages by field.
  private let wordLengths: [UInt32]
  private let gramLengths: [UInt32]
  private let wordAverages: [Float]
  private let gramAverages: [Float]
  /// By document, the impact of one word or gram in the first field and nowhere else: that of most postings.
  private(set) var oneWord: [UInt8] = []
  private(set) var oneGram: [UInt8] = []

  init(settings: IndexSettings, wordLengths: [UInt32], gramLengths: [UInt32]) {
    self.settings = settings
    self.wordLengths = wordLengths
    self.gramLengths = gramLengths
    wordAverages = Self.averages(wordLengths, fields: settings.fields.count)
    gramAverages = Self.averages(gramLengths, fields: settings.fields.count)
    let documents = 0..<UInt32(truncatingIfNeeded: wordLengths.count / max(1, settings.fields.count))
    oneWord = documents.map { computed(1, in: $0, isGram: false) }
    oneGram = documents.map { computed(1, in: $0, isGram: true) }
  }

  /// Over the documents in which the field is not empty.
  private static func averages(_ lengths: [UInt32], fields: Int) -> [Float] {
    var sums = [Double](repeating: 0, count: fields)
    var filled = sums
    for (i, length) in lengths.enumerated() where length > 0 {
      sums[i % fields] += Double(length)
      filled[i % fields] += 1
    }
    return zip(sums, filled).map { $1 == 0 ? 1 : Float($0 / $1) }
  }

  /// Words that a text has at least where it is more than a label.
  private static let fewestWords: Float = 6

  /// - Parameter first: where the document's lengths begin.
  private func labelDivisor(_ first: Int) -> Float {
    guard first < wordLengths.count else { return 1 }
    let missing = Self.fewestWords - Float(wordLengths[first])
    return missing > 0 ? 1 + missing / (Self.fewestWords - 1) : 1
  }

  func impact(of counts: UInt32, in document: UInt32, isGram: Bool) -> UInt8 {
    let ones = isGram ? oneGram : oneWord
    return counts == 1 && document < ones.count
      ? ones[Int(document)] : computed(counts, in: document, isGram: isGram)
  }

  private func computed(_ counts: UInt32, in document: UInt32, isGram: Bool) -> UInt8 {
    let lengths = isGram ? gramLengths : wordLengths
    let averages = isGram ? gramAverages : wordAverages
    let shortest = Float(settings.shortest * (isGram ? IndexSettings.gramsPerWord : 1))
    let first = Int(document) * settings.fields.count
    var x: Float = 0
    for (i, field) in settings.fields.enumerated() {
      let count = counts.count(in: i)
      guard count > 0, first + i < lengths.count else { continue }
      let b = field.lengthNormalization
      x += field.weight * Float(count) / (1 - b + b * max(shortest, Float(lengths[first + i])) / averages[i])
    }
    x /= labelDivisor(first)
    guard x > 0 else { return 1 }
    return UInt8(min(255, max(1, (255 * x / (settings.k1 + x)).rounded())))
  }
}
