import JapaneseText
import PlanFacts
import Questions

/// The names and values of a library, as a question may hold them, and what its short forms stand for. An index keeps it as bytes,
/// which are used as they are:
///
///     Gazetteer = Sections: version:u32, Names, Names of other spellings, texts:TextColumn, meanings:TextColumn, meaning:u32 × texts,
///                 definitions:WordTable, defined:TextColumn
///     Names     = Sections: whole:WordTable, long:WordTable
///
/// A value of a name is the place of its text, of a short form the place of what it stands for among `defined`. The meanings of a
/// text are words divided by `|`: `name projects|value bureau projects`.
struct Gazetteer: Sendable {
  /// Goes up with every change of these forms, and of what is made of a fact.
  static let version: UInt32 = 3

  private let names: Names
  private let spelled: Names
  private let texts: TextColumn
  private let meanings: TextColumn
  private let meaningOfText: PreparedBytes
  private let definitions: WordTable
  private let defined: TextColumn

  /// A name that a question has at a place.
  struct Found {
    /// In scalars of the question.
    let range: Range<Int>
    /// As the document prints it.
    let text: String
    let meanings: [Entity.Meaning]
  }

  /// - Parameters:
  ///   - facts: all but figures and tables.
  ///   - terms: words of the lexicon that the question language must not cut (創造のもり).
  ///   - folder: knows the lexicon's spellings.
  init(_ facts: [Fact], vocabulary: Vocabulary, terms: [String], folder: Folder) {
    var maker = Maker(vocabulary: vocabulary, folder: folder)
    maker.add(terms: terms)
    maker.add(facts)
    maker.addAttributes(of: facts)
    var names: [Names.Entry] = []
    var spelled: [Names.Entry] = []
    var texts: [String] = []
    var lists: [String] = []
    var listPlaces: [String: UInt32] = [:]
    var meaningOfText: [UInt32] = []
    for entry in maker.entries {
      let place = UInt32(clamping: texts.count)
      texts.append(entry.text)
      let list = entry.meanings.map(\.encoded).joined(separator: "|")
      let listPlace = listPlaces[list] ?? UInt32(clamping: lists.count)
      if listPlaces.updateValue(listPlace, forKey: list) == nil { lists.append(list) }
      meaningOfText.append(listPlace)
      names.append(Names.Entry(scalars: entry.scalars, place: place))
      // short names spelled otherwise are found in too many words; the ranks of headings and the values of fields are few
      guard
        entry.meanings.contains(where: \.isOfFew)
          || entry.scalars.count >= Names.long && entry.meanings.contains(where: \.isName)
      else { continue }
      spelled.append(Names.Entry(scalars: folder.fold(entry.text).scalars, place: place))
    }
    var defined: [String] = []
    var definitions: [[Unicode.Scalar]: [UInt32]] = [:]
    func define(_ word: String, as other: String) {
      definitions[Array(word.unicodeScalars), default: []].append(UInt32(clamping: defined.count))
      defined.append(other)
    }
    // the entries of a legend are no other names of its title
    for fact in facts where fact.kind == .definition && fact[.label] == nil {
      for text in fact[.summary]?.texts ?? [] {
        let (short, long) = (folder.fold(string: fact.name), folder.fold(string: text))
        define(short, as: long)
        define(long, as: short)
      }
    }
    self.names = Names(names)
    self.spelled = Names(spelled)
    self.texts = TextColumn(texts)
    meanings = TextColumn(lists)
    self.meaningOfText = PreparedBytes(PreparedBytes.encode(meaningOfText))
    self.definitions = WordTable(definitions)
    self.defined = TextColumn(defined)
  }

  /// nil for bytes of another version, which are to be made anew.
  init?(decoding bytes: PreparedBytes) {
    guard let sections = bytes.sections(8), sections[0].array == PreparedBytes.encode([Self.version]),
      let names = Names(decoding: sections[1]), let spelled = Names(decoding: sections[2]),
      let texts = TextColumn(sections[3]), let meanings = TextColumn(sections[4]),
      let definitions = WordTable(sections[6]), let defined = TextColumn(sections[7])
    else { return nil }
    self.names = names
    self.spelled = spelled
    self.texts = texts
    self.meanings = meanings
    meaningOfText = sections[5]
    self.definitions = definitions
    self.defined = defined
  }

  var encoded: [UInt8] {
    PreparedBytes.encode([
      PreparedBytes.encode([Self.version]), names.encoded, spelled.encoded, texts.encoded, meanings.encoded,
      meaningOfText.array, definitions.encoded, defined.encoded,
    ])
  }

  /// The names that start at a place of a folded question, in the order in which they were read.
  func names(in question: [Unicode.Scalar], at start: Int, _ folder: Folder) -> [Found] {
    found(names, question, start) { folder.fold($0, depth: .characters).scalars }
  }

  /// Long names, and ranks, in another spelling than the document's; the question is folded with its spelling.
  func namesSpelledOtherwise(in question: [Unicode.Scalar], at start: Int, _ folder: Folder) -> [Found] {
    found(spelled, question, start) { folder.fold($0).scalars }
  }

  private func found(
    _ names: Names, _ question: [Unicode.Scalar], _ start: Int, _ fold: (String) -> [Unicode.Scalar]
  ) -> [Found] {
    names.places(in: question, at: start).compactMap { place in
      let text = texts[Int(place)]
      guard let end = Names.end(of: fold(text), in: question, from: start) else { return nil }
      let list = meanings[Int(meaningOfText.number(Int(place)))]
      return Found(
        range: start..<end, text: text,
        meanings: list.split(separator: "|").compactMap { Entity.Meaning(encoded: $0) })
    }
  }

  /// What the documents' own short forms stand for, and the other way round, folded.
  func definitions(of word: String) -> [String] {
    definitions.place(of: Array(word.unicodeScalars)).map(definitions.values)?.map { defined[Int($0)] } ?? []
  }
}

/// Folded names with the places of their texts. Long ones are known without their particles and signs too:
/// 特性活かした観光の振興 is 特性を活かした観光の振興.
private struct Names {
  struct Entry {
    let scalars: [Unicode.Scalar]
    let place: UInt32
  }

  /// From here on a name is long.
  static let long = 8
  private static let omissible: Set<Unicode.Scalar> = ["を", "の", "が", "に", "・", "、", "「", "」", "(", ")"]

  private let whole: WordTable
  /// Long ones without what may be left out behind their second scalar.
  private let bare: WordTable

  init(_ entries: [Entry]) {
    var whole: [[Unicode.Scalar]: [UInt32]] = [:]
    var bare: [[Unicode.Scalar]: [UInt32]] = [:]
    for entry in entries where entry.scalars.count > 1 {
      if entry.scalars.count < Names.long {
        whole[entry.scalars, default: []].append(entry.place)
      } else {
        bare[Names.bare(entry.scalars[...]), default: []].append(entry.place)
      }
    }
    self.whole = WordTable(whole)
    self.bare = WordTable(bare)
  }

  init?(decoding bytes: PreparedBytes) {
    guard let sections = bytes.sections(2), let whole = WordTable(sections[0]),
      let bare = WordTable(sections[1])
    else { return nil }
    self.whole = whole
    self.bare = bare
  }

  var encoded: [UInt8] { PreparedBytes.encode([whole.encoded, bare.encoded]) }

  private static func bare(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    scalars.prefix(2) + scalars.dropFirst(2).filter { !omissible.contains($0) }
  }

  /// Of the names that may start at a place of a question, ascending.
  func places(in question: [Unicode.Scalar], at start: Int) -> [UInt32] {
    (whole.words(in: question, at: start).flatMap { whole.values($0.word) }
      + bare.words(in: Names.bare(question[start...]), at: 0).flatMap { bare.values($0.word) }).sorted()
  }

  /// Where a name ends that begins at `start`; nil where it doesn't stand there.
  static func end(of name: [Unicode.Scalar], in question: [Unicode.Scalar], from start: Int) -> Int? {
    guard !name.isEmpty else { return nil }
    var i = start
    for (n, scalar) in name.enumerated() {
      if i < question.count, question[i] == scalar {
        i += 1
      } else if n < 2 || name.count < long || !omissible.contains(scalar) {
        return nil
      }
    }
    return i
  }
}
