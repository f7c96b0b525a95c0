import JapaneseText
import TestSupport

/// Passages of about 200 to 300 characters, made of the sentences of texts by chance: the same seed gives the same ones, and
/// those of a smaller number are the first of a larger.
///
/// Topics come up by Zipf's law. A third of the nouns of a sentence and half of its figures are put in the place of
/// others, so that new words and neighbours go on coming as a collection grows, as they do in life.
struct GeneratedCorpus {
  struct Passage {
    let id: String
    let section: String
    let title: String
    let text: String
  }

  /// A sentence cut into nouns (runs of Han or katakana), figures and what stands between.
  private struct Sentence {
    enum Part {
      case noun(String)
      case figure(Int)
      case other(String)
    }
    let parts: [Part]
    let length: Int

    var nouns: [String] {
      parts.compactMap { part in if case .noun(let noun) = part { noun } else { nil } }
    }
  }

  private struct Topic {
    let title: String
    let sentences: [Sentence]
  }

  private let topics: [Topic]
  private let nouns: [String]
  private let topicLaw: ZipfLaw
  private let nounLaw: ZipfLaw
  private var random: SeededRandom
  private var count = 0

  /// - Parameter texts: the sources, in order.
  init(of texts: [String], seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let sentences = texts.flatMap(Self.sentences)
    var seen: Set<String> = []
    nouns = sentences.flatMap(\.nouns).filter { seen.insert($0).inserted }.shuffled(using: &random)
    let sectioned = stride(from: 0, to: sentences.count, by: 12).map { start in
      Array(sentences[start..<min(start + 12, sentences.count)])
    }
    topics = sectioned.map { sentences in
      Topic(title: sentences.flatMap(\.nouns).prefix(2).joined(separator: "の"), sentences: sentences)
    }.shuffled(using: &random)
    topicLaw = ZipfLaw(topics.count)
    nounLaw = ZipfLaw(nouns.count)
    self.random = random
  }

  private static func sentences(of text: String) -> [Sentence] {
    text.split { "。\n".contains($0) }.compactMap { piece in
      let scalars = Array(piece.unicodeScalars).drop { ScriptClass($0) == .space }
      return (8...200).contains(scalars.count) ? sentence(Array(scalars)) : nil
    }
  }

  private static func sentence(_ scalars: [Unicode.Scalar]) -> Sentence {
    var parts: [Sentence.Part] = []
    var start = 0
    while start < scalars.count {
      let script = ScriptClass(scalars[start])
      let end = scalars[start...].firstIndex { ScriptClass($0) != script } ?? scalars.count
      let text = scalars[start..<end].string
      switch script {
      case .han where (2...6).contains(end - start), .katakana where (3...12).contains(end - start):
        parts.append(.noun(text))
      case .digit where end - start <= 4: parts.append(.figure(end - start))
      default: parts.append(.other(text))
      }
      start = end
    }
    return Sentence(parts: parts, length: scalars.count)
  }

  /// The next passage.
  mutating func passage() -> Passage {
    let topic = topics[topicLaw.draw(&random)]
    let wanted = Int.random(in: 200...300, using: &random)
    var at = Int.random(in: topic.sentences.indices, using: &random)
    var text = ""
    var length = 0
    while length < wanted {
      let isOwn = Int.random(in: 0..<4, using: &random) > 0
      let others = isOwn ? topic : topics[topicLaw.draw(&random)]
      let next = isOwn ? at % topic.sentences.count : Int.random(in: others.sentences.indices, using: &random)
      at += 1
      text += varied(others.sentences[next]) + "。"
      length += others.sentences[next].length
    }
    count += 1
    return Passage(
      id: "p\(count)", section: "\(topic.title)について", title: "計画\(count / 200 + 1)", text: text)
  }

  private mutating func varied(_ sentence: Sentence) -> String {
    sentence.parts.map { part in
      switch part {
      case .noun(let noun): Int.random(in: 0..<3, using: &random) > 0 ? noun : nouns[nounLaw.draw(&random)]
      case .figure(let digits): figure(digits)
      case .other(let text): text
      }
    }.joined()
  }

  private mutating func figure(_ digits: Int) -> String {
    String((0..<digits).map { Character("\(Int.random(in: ($0 == 0 ? 1 : 0)...9, using: &random))") })
  }

  /// Sentences with their ends made into questions, and two to four nouns that stand together in one.
  mutating func queries(_ count: Int) -> (questions: [String], keywords: [String]) {
    var questions: [String] = []
    var keywords: [String] = []
    while questions.count < count || keywords.count < count {
      let topic = topics[topicLaw.draw(&random)]
      let sentence = topic.sentences[Int.random(in: topic.sentences.indices, using: &random)]
      let text = varied(sentence)
      if questions.count < count, (10...60).contains(sentence.length) {
        questions.append(text + "のはどこですか")
      }
      let nouns = sentence.nouns
      if keywords.count < count, nouns.count > 1 {
        let first = Int.random(in: 0..<(nouns.count - 1), using: &random)
        let wanted = Int.random(in: 2...4, using: &random)
        keywords.append(nouns[first...].prefix(wanted).joined(separator: " "))
      }
    }
    return (questions, keywords)
  }
}

/// Numbers from 0 whose odds fall with 1 / (number + 20).
private struct ZipfLaw {
  private let sums: [Double]

  init(_ count: Int) {
    var sum = 0.0
    sums = (0..<count).map { rank in
      sum += 1 / Double(rank + 20)
      return sum
    }
  }

  func draw(_ random: inout SeededRandom) -> Int {
    let at = Double.random(in: 0..<(sums.last ?? 1), using: &random)
    var (low, high) = (0, sums.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= at { low = middle + 1 } else { high = middle }
    }
    return min(low, sums.count - 1)
  }
}
