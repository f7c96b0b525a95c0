import JapaneseText
import PlanLibrary
import Questions

/// A question whose words were typed with a slip, with what was meant in their place.
struct Respelling {
  /// The question as it is read.
  let text: String
  let words: [ReadAs]
  /// Where the words stand in the question and in `text`, in Unicode scalars, ascending.
  fileprivate let pieces: [(asked: Range<Int>, read: Range<Int>)]

  /// The part of the question that a part of `text` stands for.
  func asked(_ read: Range<Int>) -> Range<Int> {
    let lower = asked(read.lowerBound)
    return lower..<max(lower, asked(read.upperBound))
  }

  private func asked(_ place: Int) -> Int {
    var shift = 0
    for piece in pieces where piece.read.lowerBound < place {
      guard piece.read.upperBound <= place else {
        return min(piece.asked.lowerBound + place - piece.read.lowerBound, piece.asked.upperBound)
      }
      shift = piece.asked.upperBound - piece.read.upperBound
    }
    return place + shift
  }
}

/// A word of a question, and the one that it was read as.
package struct ReadAs: Hashable, Sendable {
  package let asked: String
  package let read: String

  package init(_ asked: String, as read: String) {
    self.asked = asked
    self.read = read
  }
}

/// Finds words that were typed with a slip of the hand.
///
/// A word of five or more katakana or Latin letters that nothing knows (no text, no lexicon) is read as the one known word that has a
/// letter once where this has it twice, or the other way round, or two neighbours changed about. Other differences are left to
/// suggestions: オーストリア is not オーストラリア. Hiragana that the texts print as a word of katakana are that word: four and more, or three with a long mark.
struct Respeller {
  let library: Library
  let matcher: KeywordMatcher
  let words: KnownWords
  let lexicon: QuestionLexicon
  let breaker: WordBreaker
  /// Latin words that expressions of the lexicons are made of.
  private let parts: Lazy<Set<[Unicode.Scalar]>>

  init(
    library: Library, matcher: KeywordMatcher, words: KnownWords, lexicon: QuestionLexicon,
    breaker: WordBreaker
  ) {
    self.library = library
    self.matcher = matcher
    self.words = words
    self.lexicon = lexicon
    self.breaker = breaker
    let vocabulary = lexicon.vocabulary
    parts = Lazy { vocabulary.englishPieces.union(library.synonymFinder.englishPieces) }
  }

  /// nil where every word stands as it was typed.
  func respelling(of question: String) -> Respelling? {
    let scalars = Array(question.unicodeScalars)
    var text: [Unicode.Scalar] = []
    var found: [ReadAs] = []
    var pieces: [(asked: Range<Int>, read: Range<Int>)] = []
    var end = 0
    for run in Self.runs(of: scalars) {
      let replaced: [(range: Range<Int>, word: [Unicode.Scalar])] =
        switch run.writing {
        case .hiragana: printed(run.range, of: scalars)
        case .katakana, .latin:
          meant(Array(scalars[run.range]), run.writing).map { [(run.range, $0)] } ?? []
        }
      for (range, word) in replaced {
        text += scalars[end..<range.lowerBound]
        pieces.append((range, text.count..<text.count + word.count))
        found.append(ReadAs(String(scalars[range]), as: String(word)))
        text += word
        end = range.upperBound
      }
    }
    guard !found.isEmpty else { return nil }
    return Respelling(text: String(text + scalars[end...]), words: found, pieces: pieces)
  }

  private enum Writing { case hiragana, katakana, latin }

  /// Runs of one writing that may hold a word of their own; of katakana and Latin letters those of five and more.
  private static func runs(of scalars: [Unicode.Scalar]) -> [(range: Range<Int>, writing: Writing)] {
    func writing(_ scalar: Unicode.Scalar, after last: Writing?) -> Writing? {
      if scalar == "ー", let last, last != .latin { return last }
      switch ScriptClass(scalar) {
      case .hiragana: return .hiragana
      case .katakana: return .katakana
      case .latin: return .latin
      case .han, .digit, .space, .other: return nil
      }
    }
    var runs: [(range: Range<Int>, writing: Writing)] = []
    var start = 0
    var last: Writing?
    for i in 0...scalars.count {
      let next = i < scalars.count ? writing(scalars[i], after: last) : nil
      guard next != last else { continue }
      if let last, i - start >= (last == .hiragana ? shortest - 1 : 5) { runs.append((start..<i, last)) }
      (start, last) = (i, next)
    }
    return runs
  }

  // MARK: slips

  private func meant(_ word: [Unicode.Scalar], _ writing: Writing) -> [Unicode.Scalar]? {
    guard word.count <= 40, !isKnown(word, writing) else { return nil }
    var candidates: [[Unicode.Scalar]] = []
    for i in word.indices.dropFirst() {
      var other = word
      if word[i] == word[i - 1] {
        other.remove(at: i)
      } else {
        other.swapAt(i, i - 1)
      }
      candidates.append(other)
    }
    for i in word.indices { candidates.append(Array(word[...i] + word[i...])) }
    let known = candidates.uniqued.filter { isKnown($0, writing) }
    return known.count == 1 ? known[0] : nil
  }

  private func isKnown(_ word: [Unicode.Scalar], _ writing: Writing) -> Bool {
    let text = QuestionText(String(word), breaker: breaker)
    if lexicon.vocabulary.reads(text) || lexicon.lemmas.contains(text.folded.scalars)
      || matcher.isListed(String(word))
    {
      return true
    }
    guard writing == .latin else { return library.contains(String(word)) }
    return parts.value.contains(text.folded.scalars) || words.isAnyKnown(in: String(word))
  }

  // MARK: katakana in hiragana

  /// The longest pieces of the run that the documents print as words of katakana, as they print them, in order.
  private func printed(_ run: Range<Int>, of scalars: [Unicode.Scalar])
    -> [(range: Range<Int>, word: [Unicode.Scalar])]
  {
    let folded = Folder().fold(String(scalars[run]), depth: .characters).scalars
    guard run.count >= Self.shortest - 1, !lexicon.vocabulary.covers(folded) else { return [] }
    for length in stride(from: min(run.count, 40), through: Self.shortest - 1, by: -1) {
      for start in run.lowerBound...(run.upperBound - length) where scalars[start] != "ー" {
        let range = start..<start + length
        guard length >= Self.shortest || scalars[range].contains("ー") else { continue }
        let asked = String(scalars[range])
        guard let word = unitInKatakana(asked) ?? printedInKatakana(asked) else { continue }
        return printed(run.lowerBound..<range.lowerBound, of: scalars) + [(range, word)]
          + printed(range.upperBound..<run.upperBound, of: scalars)
      }
    }
    return []
  }

  /// Shorter pieces without a long mark are particles and endings as often as words.
  private static let shortest = 4

  /// へくたーる as ヘクタール.
  private func unitInKatakana(_ word: String) -> [Unicode.Scalar]? {
    guard matcher.isUnit(word) else { return nil }
    return word.unicodeScalars.map { ("ぁ"..."ゖ").contains($0) ? Unicode.Scalar($0.value + 0x60) ?? $0 : $0 }
  }

  private func printedInKatakana(_ word: String) -> [Unicode.Scalar]? {
    func isKatakana(_ scalar: Unicode.Scalar) -> Bool { ScriptClass(scalar) == .katakana }
    guard let (text, range) = library.firstPlace(of: word), isKatakana(text[range.lowerBound]),
      isKatakana(text[range.upperBound - 1]),
      !(range.lowerBound > 0 && isKatakana(text[range.lowerBound - 1])),
      !(range.upperBound < text.count && isKatakana(text[range.upperBound]))
    else { return nil }
    return Array(text[range])
  }
}

extension Answer {
  /// The answer to a question that was read as the one it answers.
  /// - Parameters:
  ///   - readAs: the words that were read as others.
  ///   - place: the part of the question that a part of the one it was read as stands for.
  func asked(as question: String, readAs: [ReadAs] = [], _ place: (Range<Int>) -> Range<Int>) -> Answer {
    func moved(_ words: QuestionWords) -> QuestionWords {
      QuestionWords(
        unknown: words.unknown, ignored: words.ignored,
        spans: words.spans.map { QuestionWords.Span(place($0.range), $0.use) }
          .filter { !$0.range.isEmpty }.sorted { $0.range.lowerBound < $1.range.lowerBound },
        readAs: readAs + words.readAs)
    }
    return Answer(
      question: question, status: status,
      readings: readings.map { reading in
        var reading = reading
        reading.words = moved(reading.words)
        reading.notes = readAs.map(Note.readAs) + reading.notes
        return reading
      },
      words: moved(words), suggestions: suggestions,
      error: error.map { AnswerError($0.code, $0.saying, span: place($0.span)) })
  }
}

extension String {
  fileprivate init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
