import JapaneseText
import PlanDocuments

/// A cell that grades what its row is about: a level (`3`, `4*`), a letter with its words or without (`Ａ　計画どおり`), a sign (`◎`), or words
/// alone.
struct GradeCell: Hashable {
  /// 1–10, where the cell says it by a number; 1 is the best unless the document's legend says otherwise.
  private(set) var level: Int?
  private(set) var isRevised = false
  /// A letter in half width, or a sign.
  private(set) var letter: Character?
  /// Empty where only a level or a letter is printed.
  private(set) var words = ""

  /// nil for what grades nothing: no text, a figure of another kind (`98%`), a sentence.
  init?(_ text: String) {
    let printed = ChoiceCell.chosen(text)
    guard !CellKind.isNothing(printed), printed.unicodeScalars.count <= 30, !printed.contains("。") else {
      return nil
    }
    if let (letter, words) = GradeLegend.split(text) ?? GradeLegend.split(printed) {
      self.letter = letter
      self.words = words
    } else if let only = printed.squeezed.unicodeScalars.first, printed.squeezed.unicodeScalars.count == 1,
      let sign = GradeSign.named(only)
    {
      letter = Character(sign)
    } else if let (level, isRevised) = GradeCell.level(printed.squeezed) {
      self.level = level
      self.isRevised = isRevised
    } else if Quantity(parsing: printed) == nil {
      words = printed
    } else {
      return nil
    }
  }

  /// Whether it is a letter or a level, with words or without.
  var isLabelled: Bool { letter != nil || level != nil }

  /// What the grade is called: its words, those of the legend, or the letter or level itself.
  func name(_ legend: GradeLegend) -> String {
    if !words.isEmpty { return words }
    if let letter { return legend.words[letter]?.text ?? String(letter) }
    return level.map { "\($0)" } ?? ""
  }

  func fields(_ legend: GradeLegend, at lines: LineRange) -> [Field] {
    var fields: [Field] = []
    if let level { fields.append(Field(.level, .number(ExactNumber(level)), lines: lines)) }
    if isRevised { fields.append(Field(.levelRevised, .flag(true), lines: lines)) }
    if let letter { fields.append(Field(.grade, .text(String(letter)), lines: lines)) }
    if !words.isEmpty {
      fields.append(Field(.gradeText, .text(words), lines: lines))
    } else if let known = letter.flatMap({ legend.words[$0] }), let range = known.lines {
      fields.append(Field(.gradeText, .text(known.text), lines: range))
    }
    return fields
  }

  /// `4`, `3*`
  private static func level(_ text: String) -> (value: Int, isRevised: Bool)? {
    let digits = text.hasSuffix("*") ? text.dropLast() : text[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(digits),
      (1...10).contains(value), !digits.hasPrefix("0")
    else { return nil }
    return (value, digits.utf8.count < text.utf8.count)
  }
}
