import JapaneseText

/// Reads a question by the rules of the grammar: as a whole, or not at all.
package struct GrammarParser: Sendable {
  /// Longer questions are texts, and left to the other parser.
  private static let longest = 300

  private let grammar: Grammar
  private let vocabulary: Vocabulary
  private let lemmas: LemmaTable

  package init(vocabulary: Vocabulary, lemmas: LemmaTable, grammar: Grammar = Grammar()) {
    self.vocabulary = vocabulary
    self.lemmas = lemmas
    self.grammar = grammar
  }

  /// The best derivation that uses every word, or drops it by rule; nil where there is none.
  ///
  /// Names and concepts come first: words that nothing knows are topics only where they are needed.
  ///
  /// - Parameter previous: what the question before was about: then it is a question with a word for that.
  package func derivation(of text: QuestionText, entities: [Entity], after previous: Selection? = nil)
    -> Derivation?
  {
    let edges = derivations(of: text, entities: entities, after: previous)
    guard let edge = edges.first,
      case .inquiry(let inquiry) = edge.meaning, !inquiry.isContradictory,
      // what names a kind of its own starts anew
      previous == nil
        || edge.leaves.contains(where: \.isGiven) && !edge.leaves.contains(where: { $0.category == .kind })
    else { return nil }
    // `cost` may be either field of money: the same words in the same places, and another meaning
    let others = edges.dropFirst().filter { $0.shape == edge.shape }
      .compactMap { if case .inquiry(let other) = $0.meaning, other != inquiry { other } else { nil } }
    return Derivation(inquiry: inquiry, others: others, parse: parse(edge, text, entities))
  }

  private func parse(_ edge: Edge, _ text: QuestionText, _ entities: [Entity]) -> Parse {
    let scalars = text.folded.scalars
    let mayHold = scalars.indices.contains { i in
      lemmas.end(of: .clauseEnd, in: scalars, at: i) != nil
        || LeafReader.claimEnds.contains(where: scalars[i...].starts)
    }
    guard mayHold else { return Parse(edge: edge, text: text, asides: []) }
    let reader = LeafReader(
      text: text, vocabulary: vocabulary, lemmas: lemmas, entities: entities, previous: nil, goesOn: false)
    return Parse(edge: edge, text: text, asides: reader.asidesSaying(besides: edge.leaves))
  }

  /// The text as half a question, which goes on from the one before: では決算は？; nil where it can be none.
  package func fragment(of text: QuestionText, entities: [Entity]) -> Fragment? {
    guard let edge = derivations(of: text, entities: entities, goal: .fragment).first,
      case .acts(let acts) = edge.meaning
    else { return nil }
    return Fragment(acts: acts, parse: parse(edge, text, entities))
  }

  /// False where the question asks for a figure in a unit that the reading's figure can't have.
  private func isCounted(_ edge: Edge, in units: [(range: Range<Int>, unit: String)]) -> Bool {
    guard case .inquiry(let inquiry) = edge.meaning else { return true }
    let leaves = edge.leaves
    return units.allSatisfy { asked in
      leaves.contains { $0.range.overlaps(asked.range) } || inquiry.gives(asked.unit)
    }
  }

  /// The whole derivations of a category, best first.
  package func derivations(
    of text: QuestionText, entities: [Entity], after previous: Selection? = nil, goal: Category = .question
  ) -> [Edge] {
    let length = text.folded.count
    guard length > 0, length <= GrammarParser.longest else { return [] }
    let reader = LeafReader(
      text: text, vocabulary: vocabulary, lemmas: lemmas, entities: entities, previous: previous,
      goesOn: goal == .fragment)
    guard !reader.speaksOfWords else { return [] }
    let leaves = reader.leaves()
    for edges in [leaves.edges, leaves.topics.isEmpty ? [] : leaves.edges + leaves.topics]
    where !edges.isEmpty {
      var chart = Chart(grammar, length: length, skips: leaves.skips, particles: leaves.particles)
      let found = chart.derivations(of: edges, goal: goal) { isCounted($0, in: leaves.units) }
      if !found.isEmpty { return found }
    }
    return []
  }
}

/// How a question was read: what it asks, and the tree that says so.
package struct Derivation: Sendable {
  package let inquiry: Inquiry
  /// What else it may ask, where a word of it means two fields.
  let others: [Inquiry]
  package let parse: Parse

  /// The questions it may be, best first.
  package var questions: [Question] { ([inquiry] + others).flatMap(\.questions) }
}

/// Half a question, and how it was read.
package struct Fragment: Sendable {
  package let acts: [Act]
  package let parse: Parse
}

/// A number of things that a question takes for granted: the seven policies.
package struct Claim: Hashable, Sendable {
  package let word: String
  package let count: Int
}

/// The tree by which a text was read, and what became of its words.
package struct Parse: Sendable {
  package let edge: Edge
  fileprivate let text: QuestionText
  /// Clauses beside the question that speak of something, as they were asked: passed over, and said.
  package let asides: [String]

  /// Words of which texts must speak, as asked.
  package var topics: [String] {
    edge.leaves.compactMap {
      if $0.category == .topic, case .text(let words) = $0.meaning { words } else { nil }
    }
  }

  /// The names and values of the library that it speaks of.
  var names: [Entity] {
    edge.leaves.compactMap { leaf in
      switch leaf.meaning {
      case .condition(.entity(let entity)): entity
      case .things(let things):
        things.restrictions.lazy.compactMap { if case .entity(let entity) = $0 { entity } else { nil } }.first
      default: nil
      }
    }
  }

  /// How many there are, as the question says it.
  package var claims: [Claim] {
    edge.leaves.compactMap { leaf in
      guard leaf.category == .claim, case .figure(let figure) = leaf.meaning else { return nil }
      return figure.value.wholeNumber.map { Claim(word: text.source(leaf.range), count: $0) }
    }
  }

  /// What became of each piece of the question, in order: what no leaf covers was dropped.
  package var uses: [WordUse] {
    var uses: [WordUse] = []
    var end = 0
    func drop(_ range: Range<Int>) {
      let words = range.split { text.folded.scalars[$0].properties.isWhitespace || !text.isWord($0) }
      for word in words { use(word.startIndex..<word.endIndex, .dropped) }
    }
    func use(_ range: Range<Int>, _ kind: WordUse.Use) {
      uses.append(WordUse(range: text.folded.sourceRange(range), text: text.source(range), use: kind))
    }
    for leaf in edge.leaves where !leaf.category.isMark {
      drop(end..<max(end, leaf.range.lowerBound))
      use(leaf.range, leaf.category == .topic ? .keyword : .concept)
      end = leaf.range.upperBound
    }
    drop(end..<max(end, text.folded.count))
    return uses
  }

  /// The tree, a line an edge: what was read as what, by which rule.
  package var explanation: [String] { lines(edge, depth: 0) }

  private func lines(_ edge: Edge, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let how = edge.rule ?? "word"
    return ["\(indent)\(edge.category.rawValue) \"\(text.source(edge.range))\" \(how)"]
      + edge.parts.flatMap { lines($0, depth: depth + 1) }
  }
}

extension Frame {
  /// The accounting of what was read by rules: what became of each word, and the words that texts must hold.
  package init(_ parse: Parse) {
    self.init()
    uses = parse.uses
    tests = parse.names.map(Test.entity)
    texts = parse.topics
    claims = parse.claims
    asides = parse.asides
  }
}

extension Edge {
  /// Which words it and its parts were read from, and as what.
  fileprivate var shape: [Place] { [Place(range: range, category: category)] + parts.flatMap(\.shape) }

  fileprivate struct Place: Hashable {
    let range: Range<Int>
    let category: Category
  }

  /// A word for what the question before was about.
  fileprivate var isGiven: Bool { if case .things(let things) = meaning { things.areGiven } else { false } }
}

extension QuestionText {
  fileprivate func isWord(_ i: Int) -> Bool { QuestionText.isLetter(folded.scalars[i]) }

  /// A letter or a figure.
  package static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
