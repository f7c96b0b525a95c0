import Analysis
import JapaneseText
import Phrases

/// The words of the question language, folded, ready to be found in a question.
///
///     Vocabulary = Sections: words:WordTable, concepts:TextColumn, units:WordTable
///
/// The values of a word: 1 where it is of hiragana alone, else 0; then the places of its concepts, in the order of the file.
package struct Vocabulary: Sendable {
  private let table: WordTable
  private let names: TextColumn
  /// As `names` has them.
  private let concepts: [Concept]
  private let units: WordTable
  /// Endings of verbs that deny them, in hiragana: ていない, ません.
  let negativeEndings: [[Unicode.Scalar]]
  /// Words that say of the topic before them only that it is one (関連, 向け), longest first.
  package let tails: [[Unicode.Scalar]]

  /// Reads the `vocabulary` and `units` of the lexicons.
  /// - Throws: `VocabularyError` for a line whose right-hand side names no concept.
  package init(_ lexicons: Lexicons) throws(VocabularyError) {
    let folder = Folder()
    let spellings = OtherSpellings(lexicons.okurigana)
    var names: [String] = []
    var places: [Concept: UInt32] = [:]
    var words: [[Unicode.Scalar]: [UInt32]] = [:]
    for entry in lexicons.vocabulary {
      guard let concept = Concept(entry.value) else {
        throw VocabularyError(line: entry.line, concept: entry.value)
      }
      let place = places[concept] ?? UInt32(clamping: names.count)
      if places.updateValue(place, forKey: concept) == nil { names.append(entry.value) }
      for word in entry.word.split(separator: ",").flatMap({ Vocabulary.spoken(String($0)) })
        .flatMap(spellings.forms)
      {
        let folded = folder.fold(String(word), depth: .characters).scalars.trimmed
        guard !folded.isEmpty else { continue }
        var values = words[folded] ?? [0]
        if !values.dropFirst().contains(place) { values.append(place) }
        if word.unicodeScalars.allSatisfy({ [.hiragana, .space].contains(ScriptClass($0)) }) {
          values[0] = 1
        }
        words[folded] = values
      }
    }
    let units = lexicons.units.flatMap { $0.word.split(whereSeparator: { ",/".contains($0) }) }
      .map { folder.fold(String($0), depth: .characters).scalars.trimmed }
    self.init(
      WordTable(words), names: TextColumn(names), concepts: names.compactMap(Concept.init),
      units: WordTable(Dictionary(units.map { ($0, []) }, uniquingKeysWith: { first, _ in first })))
  }

  /// nil for bytes that were not written by this program: a concept may have had another name.
  init?(decoding bytes: PreparedBytes) {
    guard let sections = bytes.sections(3), let words = WordTable(sections[0]),
      let names = TextColumn(sections[1]), let units = WordTable(sections[2])
    else { return nil }
    let concepts = (0..<names.count).compactMap { Concept(names[$0]) }
    guard concepts.count == names.count else { return nil }
    self.init(words, names: names, concepts: concepts, units: units)
  }

  var encoded: [UInt8] { PreparedBytes.encode([table.encoded, names.encoded, units.encoded]) }

  private init(_ table: WordTable, names: TextColumn, concepts: [Concept], units: WordTable) {
    self.table = table
    self.names = names
    self.concepts = concepts
    self.units = units
    var negativeEndings: [[Unicode.Scalar]] = []
    var tails: [[Unicode.Scalar]] = []
    let negated = concepts.firstIndex(of: .negated).map(UInt32.init)
    let tail = concepts.firstIndex(of: .tail).map(UInt32.init)
    for word in 0..<table.count {
      let values = table.values(word)
      for place in values.dropFirst() {
        if place == negated, values[0] == 1 { negativeEndings.append(table.scalars(word)) }
        if place == tail { tails.append(table.scalars(word)) }
      }
    }
    self.negativeEndings = negativeEndings
    self.tails = tails.sorted { $1.count < $0.count }
  }

  /// The word, and as it is spoken: している is also してる and しています.
  private static func spoken(_ word: String) -> [String] {
    // replacing is dear, and most words have nothing to replace
    guard word.unicodeScalars.contains("て") else { return [word] }
    let short = word.replacing("ている", with: "てる").replacing("ていた", with: "てた")
      .replacing("ています", with: "てます")
    var forms = short == word ? [word] : [word, short]
    // an ending alone (れている) would cut verbs that no one listed: 置か|れています
    if word.hasSuffix("ている"), word.unicodeScalars.contains(where: { ScriptClass($0) == .han }) {
      forms += ["ています", "てます"].map { word.dropLast(3) + $0 }
    }
    return forms
  }

  /// Lengths and concepts of the words that start at `start`, longest first. A concept per line of the vocabulary: a
  /// word with several meanings gives them in the order of the file.
  func words(in text: QuestionText, at start: Int) -> [(length: Int, concepts: [Concept])] {
    table.words(in: text.folded.scalars, at: start).compactMap { found in
      let values = table.values(found.word)
      // カ in カ所 is not the particle か
      if values.first == 1, text.scripts[start..<(start + found.length)].contains(.katakana) { return nil }
      return (found.length, concepts(values))
    }
  }

  private func concepts(_ values: [UInt32]) -> [Concept] {
    values.dropFirst().compactMap { Int($0) < concepts.count ? concepts[Int($0)] : nil }
  }

  /// The lengths of the units that start at `start`, longest first.
  func unitLengths(in scalars: [Unicode.Scalar], at start: Int) -> [Int] {
    units.words(in: scalars, at: start).map(\.length)
  }

  /// Whether a word of two characters or more with this meaning begins where a word does.
  package func says(_ concept: Concept, in text: QuestionText) -> Bool {
    text.folded.scalars.indices.contains { start in
      text.mayBeginWord(at: start)
        && words(in: text, at: start).contains { $0.length > 1 && $0.concepts.contains(concept) }
    }
  }

  /// True where a word for a kind of thing starts.
  package func namesKind(in text: QuestionText, at start: Int) -> Bool {
    words(in: text, at: start).contains { $0.concepts.contains(where: \.isKind) }
  }

  /// A word for a kind of thing that is made of another (事務事業 of 事業) and starts here; nil where none does.
  package func kindOfCompound(in text: QuestionText, at start: Int) -> (length: Int, kinds: [SelectionKind])?
  {
    for word in words(in: text, at: start)
    where word.concepts.contains(where: \.isKind) || word.concepts.contains(.initiatives) {
      let end = start + word.length
      let isMade = (start + 1..<end).contains { isKind(text, $0..<end) || isPlan(text, $0..<end) }
      let kinds = word.concepts.flatMap { concept -> [SelectionKind] in
        switch concept {
        case .kind(let kind): [kind]
        case .initiatives: [.projects]
        case .chapters: [.headings]
        default: []
        }
      }
      return isMade ? (word.length, kinds) : nil
    }
    return nil
  }

  /// 計画, the word of many names.
  private func isPlan(_ text: QuestionText, _ range: Range<Int>) -> Bool {
    words(in: text, at: range.lowerBound).contains {
      $0.length == range.count && $0.concepts.contains(.generic(.plans))
    }
  }

  /// True where a piece of the text is a word for a kind of thing, or for what a plan calls its works.
  package func isKind(_ text: QuestionText, _ range: Range<Int>) -> Bool {
    words(in: text, at: range.lowerBound).contains { word in
      word.length == range.count
        && (word.concepts.contains(.initiatives) || word.concepts.contains(where: \.isKind))
    }
  }

  /// Words that its English expressions are made of, folded.
  package var englishPieces: Set<[Unicode.Scalar]> { table.asciiPieces }

  /// True where the folded text is a word that is said and dropped.
  package func isDropped(_ text: [Unicode.Scalar]) -> Bool {
    table.place(of: text).map { concepts(table.values($0)).contains { $0 == .dropped || $0 == .tail } }
      ?? false
  }

  /// True where the folded text is made of words of the vocabulary alone.
  package func covers(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count <= 24 else { return false }
    var reached = [Bool](repeating: false, count: text.count + 1)
    reached[0] = true
    for start in text.indices where reached[start] {
      for word in table.words(in: text, at: start) { reached[start + word.length] = true }
    }
    return reached[text.count]
  }

  /// True where the folded text is a word of the vocabulary.
  package func contains(_ text: [Unicode.Scalar]) -> Bool { table.contains(text) }

  /// Whether a word, if it is in the vocabulary, asks for fields and nothing else, or is passed over.
  package func namesOnlyFields(_ text: [Unicode.Scalar]) -> Bool {
    guard let place = table.place(of: text) else { return true }
    return concepts(table.values(place)).allSatisfy { concept in
      if case .field = concept { true } else { concept == .dropped }
    }
  }
}

/// A line of `vocabulary.txt` whose concept does not exist.
package struct VocabularyError: Error, Hashable, Said {
  package let line: Int
  package let concept: String
  package var saying: Saying {
    Phrase.noConcept.with(Saying("vocabulary.txt:\(line)"), Saying(concept))
  }
}

extension [Unicode.Scalar] {
  /// Without spaces at the ends.
  var trimmed: [Unicode.Scalar] {
    guard let first = firstIndex(where: { !$0.properties.isWhitespace }),
      let last = lastIndex(where: { !$0.properties.isWhitespace })
    else { return [] }
    return Array(self[first...last])
  }
}
