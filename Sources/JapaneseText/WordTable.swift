/// Words with numbers to each, found where a text goes on with one; sorted, so that they are looked up in the bytes as they
/// were written.
///
///     WordTable = count:u32, first:u32 × 128, end of scalars:u32 × count, end of values:u32 × count, scalar:u32 × …, value:u32 × …
///
/// Words ascend by their scalars; ends count from the first scalar and value. `first` has a bit for the 12 lowest bits of each
/// word's first scalar: most scalars of a text begin no word, and a bit tells so soonest. It may say yes wrongly, never no.
package struct WordTable: Sendable {
  private static let firsts = 128

  private let numbers: PreparedBytes
  package let count: Int
  private let scalars: Int
  private let values: Int

  /// A word that a text goes on with.
  package struct Found {
    /// In scalars.
    package let length: Int
    /// Its place in the table.
    package let word: Int
  }

  /// nil where the bytes have not this form.
  package init?(_ bytes: PreparedBytes) {
    let count = Int(bytes.number(0))
    let ends = 1 + WordTable.firsts
    guard count <= bytes.numbers - ends, ends + 2 * count <= bytes.numbers else { return nil }
    scalars = ends + 2 * count
    values = scalars + (count == 0 ? 0 : Int(bytes.number(ends + count - 1)))
    let end = values + (count == 0 ? 0 : Int(bytes.number(ends + 2 * count - 1)))
    guard end * 4 == bytes.count else { return nil }
    numbers = bytes
    self.count = count
  }

  package init(_ words: [[Unicode.Scalar]: [UInt32]]) {
    let sorted = words.filter { !$0.key.isEmpty }.sorted {
      $0.key.lexicographicallyPrecedes($1.key) { $0.value < $1.value }
    }
    var firsts = [UInt32](repeating: 0, count: WordTable.firsts)
    var scalars: [UInt32] = []
    var values: [UInt32] = []
    var ends: (scalars: [UInt32], values: [UInt32]) = ([], [])
    for (word, own) in sorted {
      firsts[Int(word[0].value >> 5 & 127)] |= 1 << (word[0].value & 31)
      scalars += word.map(\.value)
      values += own
      ends.scalars.append(UInt32(clamping: scalars.count))
      ends.values.append(UInt32(clamping: values.count))
    }
    let all = [UInt32(clamping: sorted.count)] + firsts + ends.scalars + ends.values + scalars + values
    numbers = PreparedBytes(PreparedBytes.encode(all))
    count = sorted.count
    self.scalars = 1 + WordTable.firsts + 2 * sorted.count
    self.values = self.scalars + scalars.count
  }

  package var encoded: [UInt8] { numbers.array }

  private func start(_ word: Int, _ ends: Int) -> Int { word == 0 ? 0 : Int(numbers.number(ends + word - 1)) }

  private func range(_ word: Int, _ ends: Int) -> Range<Int> {
    let start = start(word, ends)
    return start..<max(start, min(numbers.numbers, Int(numbers.number(ends + word))))
  }

  /// The numbers of a word.
  package func values(_ word: Int) -> [UInt32] {
    range(word, 1 + WordTable.firsts + count).map { numbers.number(values + $0) }
  }

  /// The first number of a word.
  package func value(_ word: Int) -> UInt32 {
    numbers.number(values + start(word, 1 + WordTable.firsts + count))
  }

  package func scalars(_ word: Int) -> [Unicode.Scalar] {
    range(word, 1 + WordTable.firsts).compactMap { Unicode.Scalar(numbers.number(scalars + $0)) }
  }

  /// The pieces between spaces of the words that begin with an ASCII character, which are the first ones.
  package var asciiPieces: Set<[Unicode.Scalar]> {
    var pieces: Set<[Unicode.Scalar]> = []
    for word in 0..<count {
      let scalars = scalars(word)
      guard scalars.first?.isASCII ?? false else { break }
      for piece in scalars.split(separator: " ") { pieces.insert(Array(piece)) }
    }
    return pieces
  }

  /// Visits the words that the text goes on with, shortest first, each scalar as `fold` gives it.
  private func visit(
    _ text: [Unicode.Scalar], _ start: Int, _ fold: (Unicode.Scalar) -> Unicode.Scalar,
    _ body: (Found) -> Void
  ) {
    guard start < text.count, mayBegin(with: fold(text[start])) else { return }
    var words = 0..<count
    var length = 0
    while start + length < text.count {
      words = narrowed(words, length, fold(text[start + length]).value)
      guard !words.isEmpty else { return }
      length += 1
      // a word goes before those it begins
      if range(words.lowerBound, 1 + WordTable.firsts).count == length {
        body(Found(length: length, word: words.lowerBound))
        words = words.lowerBound + 1..<words.upperBound
      }
    }
  }

  private func mayBegin(with scalar: Unicode.Scalar) -> Bool {
    numbers.number(1 + Int(scalar.value >> 5 & 127)) & 1 << (scalar.value & 31) != 0
  }

  /// Those of some words, all longer than `place` and alike up to there, that have a scalar at that place.
  private func narrowed(_ words: Range<Int>, _ place: Int, _ scalar: UInt32) -> Range<Int> {
    let first = firstWord(of: words, place) { $0 >= scalar }
    // few words go on alike: the end is near
    var end = first
    var step = 1
    while end < words.upperBound, self.scalar(end, place) == scalar {
      end += step
      step *= 2
    }
    return
      first..<firstWord(of: max(first, end - step / 2)..<min(end, words.upperBound), place) { $0 > scalar }
  }

  private func scalar(_ word: Int, _ place: Int) -> UInt32 {
    numbers.number(scalars + start(word, 1 + WordTable.firsts) + place)
  }

  private func firstWord(of words: Range<Int>, _ place: Int, where isPast: (UInt32) -> Bool) -> Int {
    var (low, high) = (words.lowerBound, words.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isPast(scalar(middle, place)) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The words that a text goes on with at a place, longest first.
  package func words(in text: [Unicode.Scalar], at start: Int) -> [Found] {
    words(in: text, at: start) { $0 }
  }

  /// The same where the text counts as `fold` makes its scalars.
  package func words(
    in text: [Unicode.Scalar], at start: Int, as fold: (Unicode.Scalar) -> Unicode.Scalar
  ) -> [Found] {
    var found: [Found] = []
    visit(text, start, fold) { found.append($0) }
    found.reverse()
    return found
  }

  /// The longest word that a text goes on with at a place.
  package func longest(in text: [Unicode.Scalar], at start: Int) -> Found? {
    var found: Found?
    visit(text, start, { $0 }, { found = $0 })
    return found
  }

  /// The place of a word; nil where the table has no such word.
  package func place(of word: [Unicode.Scalar]) -> Int? {
    longest(in: word, at: 0).flatMap { $0.length == word.count ? $0.word : nil }
  }

  package func contains(_ word: [Unicode.Scalar]) -> Bool { place(of: word) != nil }
}
