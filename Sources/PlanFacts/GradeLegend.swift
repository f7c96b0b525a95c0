import JapaneseText
import PlanDocuments

/// What the letters of an evaluation stand for, as a list of them says: `Ａ　計画どおり達成した`, `Ｂ：おおむね達成した`.
struct GradeLegend: Sendable {
  /// By half-width letter; the first list of a plan that names a letter says what it means.
  private(set) var words: [Character: LinedText] = [:]

  /// Says nothing.
  init() {}

  init(reading lines: [NumberedLine]) {
    var run: [(letter: Character, text: LinedText)] = []
    for line in lines {
      if let entry = GradeLegend.entry(line) {
        run.append(entry)
      } else {
        close(&run)
      }
    }
    close(&run)
  }

  /// A letter alone says little: only two or more in order are a list.
  private mutating func close(_ run: inout [(letter: Character, text: LinedText)]) {
    let letters = run.map { GradeLegend.order.firstIndex(of: $0.letter) ?? 0 }
    if run.count > 1, zip(letters, letters.dropFirst()).allSatisfy(<) {
      for (letter, text) in run where words[letter] == nil { words[letter] = text }
    }
    run = []
  }

  static let order = GradeSign.letters

  private static func entry(_ line: NumberedLine) -> (letter: Character, text: LinedText)? {
    guard line.scalars.count <= 60, let (letter, words) = split(line.text), !words.isEmpty,
      !line.scalars.contains("\t"), !line.scalars.contains("|")
    else { return nil }
    var text = LinedText(joining: CollectionOfOne(line))
    text.removeFirst(line.scalars.count - words.unicodeScalars.count)
    return (letter, text)
  }

  /// `Ａ`, `Ａ　計画どおり達成した`, `「Ｂ：おおむね達成」`: the letter in half width, and the words behind it; nil for other text.
  static func split(_ cell: String) -> (letter: Character, words: String)? {
    var scalars = Array(cell.trimmed.unicodeScalars)
    if scalars.first == "「", scalars.last == "」" { scalars = Array(scalars.dropFirst().dropLast()) }
    guard let first = scalars.first, order.contains(Character(first.widthFolded)) else { return nil }
    let letter = Character(first.widthFolded)
    guard let next = scalars.dropFirst().first else { return (letter, "") }
    guard next.isSpace || ":.．、…＝=（(".unicodeScalars.contains(next.widthFolded) else { return nil }
    var rest = scalars.dropFirst(2)
    if next.widthFolded == "(" {
      guard rest.last?.widthFolded == ")" else { return nil }
      rest = rest.dropLast()
    }
    return (letter, String(String.UnicodeScalarView(rest)).trimmed)
  }
}
