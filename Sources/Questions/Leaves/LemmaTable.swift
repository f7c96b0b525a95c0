import Analysis
import JapaneseText
import Phrases

/// The lemmas of the question language, found in a question in any of their forms.
///
/// A lemma is kept as its stem with the class it is inflected by, so that the endings are looked up and never listed.
///
///     LemmaTable = Sections: stems:WordTable, concepts:TextColumn, classes
///     classes    = count:u32, (count:u32, Ending × count) × count
///     Ending     = (length << 1 | isAffirmed):u32, scalar:u32 × length
///
/// A value of a stem is `concept << 17 | class << 1 | isDeniedOnly`; class 0 has no ending.
package struct LemmaTable: Sendable {
  /// A word found in a question: how long it is, in folded scalars, and what it means.
  struct Word: Hashable {
    let length: Int
    let concept: Concept
    /// False for a form of denial: 超えなかった.
    let isAffirmed: Bool
  }

  private struct Ending {
    let scalars: [Unicode.Scalar]
    let isAffirmed: Bool
  }

  private let stems: WordTable
  private let names: TextColumn
  /// As `names` has them.
  private let concepts: [Concept]
  private let classes: [[Ending]]

  /// Reads the `lemmas` and the `inflection` of the lexicons.
  /// - Throws: `LemmaError` for a line that names no concept or no class.
  package init(_ lexicons: Lexicons) throws(LemmaError) {
    let (classes, places) = LemmaTable.classes(of: lexicons.inflection)
    var names: [String] = []
    var conceptPlaces: [Concept: Int] = [:]
    var stems: [[Unicode.Scalar]: [UInt32]] = [:]
    for line in lexicons.lemmas {
      let isDeniedOnly = line.value.hasPrefix("not ")
      let name = isDeniedOnly ? String(line.value.dropFirst(4)) : line.value
      guard let concept = Concept(name) else { throw LemmaError(line: line.line, name: line.value) }
      let place = conceptPlaces[concept] ?? names.count
      if conceptPlaces.updateValue(place, forKey: concept) == nil { names.append(name) }
      func add(_ stem: [Unicode.Scalar], class number: Int, isDeniedOnly: Bool) {
        stems[stem, default: []]
          .append(UInt32(clamping: place << 17 | number << 1 | (isDeniedOnly ? 1 : 0)))
      }
      for word in line.word.split(separator: ",") {
        let parts = word.split(separator: "/", maxSplits: 1)
        guard let lemma = parts.first.map({ LemmaTable.fold(String($0)) }), !lemma.isEmpty else { continue }
        guard parts.count == 2 else {
          add(lemma, class: 0, isDeniedOnly: false)
          continue
        }
        let name = String(parts[1].filter { $0 != " " })
        guard let number = places[name], let first = classes[number].first, lemma.count >= first.scalars.count
        else {
          throw LemmaError(line: line.line, name: name)
        }
        let cut =
          lemma.elementsEqual(lemma.dropLast(first.scalars.count) + first.scalars) ? first.scalars.count : 0
        add(Array(lemma.dropLast(cut)), class: number, isDeniedOnly: isDeniedOnly)
      }
    }
    self.init(
      WordTable(stems), names: TextColumn(names), concepts: names.compactMap(Concept.init), classes: classes)
  }

  private init(_ stems: WordTable, names: TextColumn, concepts: [Concept], classes: [[Ending]]) {
    self.stems = stems
    self.names = names
    self.concepts = concepts
    self.classes = classes
  }

  /// nil for bytes that were not written by this program: a concept may have had another name.
  init?(decoding bytes: PreparedBytes) {
    guard let sections = bytes.sections(3), let stems = WordTable(sections[0]),
      let names = TextColumn(sections[1])
    else { return nil }
    let concepts = (0..<names.count).compactMap { Concept(names[$0]) }
    guard concepts.count == names.count else { return nil }
    self.init(stems, names: names, concepts: concepts, classes: LemmaTable.classes(decoding: sections[2]))
  }

  var encoded: [UInt8] {
    var numbers = [UInt32(clamping: classes.count)]
    for endings in classes {
      numbers.append(UInt32(clamping: endings.count))
      for ending in endings {
        numbers.append(UInt32(clamping: ending.scalars.count << 1 | (ending.isAffirmed ? 1 : 0)))
        numbers += ending.scalars.map(\.value)
      }
    }
    return PreparedBytes.encode([stems.encoded, names.encoded, PreparedBytes.encode(numbers)])
  }

  private static func classes(decoding bytes: PreparedBytes) -> [[Ending]] {
    var at = 0
    func next() -> Int {
      at += 1
      return Int(bytes.number(at - 1))
    }
    return (0..<min(next(), bytes.numbers)).map { _ in
      (0..<min(next(), bytes.numbers - at)).map { _ in
        let head = next()
        let length = min(head >> 1, bytes.numbers - at)
        at += length
        return Ending(
          scalars: (at - length..<at).compactMap { Unicode.Scalar(bytes.number($0)) },
          isAffirmed: head & 1 == 1)
      }
    }
  }

  /// The endings of each class, the dictionary's first, and the classes by their names; the first has no ending and no name.
  private static func classes(of lines: [LexiconEntry]) -> ([[Ending]], [String: Int]) {
    var classes: [[Ending]] = [[Ending(scalars: [], isAffirmed: true)]]
    var places: [String: Int] = [:]
    for line in lines {
      let words = line.word.split(separator: " ")
      guard let name = words.first.map(String.init) else { continue }
      let place = places[name] ?? classes.count
      if places.updateValue(place, forKey: name) == nil { classes.append([]) }
      classes[place] += line.value.split(separator: ",").map { ending in
        let isBare = ending.filter { $0 != " " } == "-"
        return Ending(scalars: isBare ? [] : fold(String(ending)), isAffirmed: words.count == 1)
      }
    }
    return (classes, places)
  }

  private static func fold(_ text: String) -> [Unicode.Scalar] {
    Folder().fold(text, depth: .characters).scalars.trimmed
  }

  /// True where the folded text is a form of a lemma.
  package func contains(_ scalars: [Unicode.Scalar]) -> Bool {
    words(in: scalars, at: 0).contains { $0.length == scalars.count }
  }

  /// Where a form of a lemma with this meaning ends that begins at a place; the longest.
  func end(of concept: Concept, in scalars: [Unicode.Scalar], at start: Int) -> Int? {
    words(in: scalars, at: start).filter { $0.concept == concept }.map(\.length).max().map { start + $0 }
  }

  /// Whether a form of a lemma with this meaning begins where a word does.
  package func says(_ concept: Concept, in text: QuestionText) -> Bool {
    text.folded.scalars.indices.contains { start in
      text.mayBeginWord(at: start)
        && words(in: text.folded.scalars, at: start).contains { $0.isAffirmed && $0.concept == concept }
    }
  }

  /// The words that start at a place of the folded text; overlaps are kept.
  func words(in scalars: [Unicode.Scalar], at start: Int) -> [Word] {
    var found: [Word] = []
    for stem in stems.words(in: scalars, at: start) {
      let end = start + stem.length
      for value in stems.values(stem.word) {
        let isDeniedOnly = value & 1 == 1
        let (place, number) = (Int(value >> 17), Int(value >> 1 & 0xFFFF))
        guard place < concepts.count, number < classes.count else { continue }
        for ending in classes[number] where scalars[end...].starts(with: ending.scalars) {
          if isDeniedOnly, ending.isAffirmed { continue }
          let word = Word(
            length: stem.length + ending.scalars.count, concept: concepts[place],
            isAffirmed: ending.isAffirmed || isDeniedOnly)
          if !found.contains(word) { found.append(word) }
        }
      }
    }
    return found
  }
}

/// A line of `lemmas.txt` whose concept or class does not exist.
package struct LemmaError: Error, Hashable, Said {
  package let line: Int
  package let name: String
  package var saying: Saying {
    Phrase.noConceptOrClass.with(Saying("lemmas.txt:\(line)"), Saying(name))
  }
}
