import JapaneseText
import PlanDocuments

/// A row of an indicator table printed in lines: a wrapped name, then a cell for each column.
struct IndicatorLinesRow: Sendable {
  /// A cell: figures (more than one where labels set them apart) or none (`―`), and the year in brackets.
  struct Cell: Sendable {
    var figures: [Figure] = []
    var years: Years?
    /// What the cell says where a figure is due (`第２期から新たに設定`), or in a bracket behind the dash for none.
    var remark: String?
    var lines: LineRange

    /// A bare number of at most three digits.
    var isPageNumber: Bool {
      figures.count == 1 && years == nil && figures[0].quantity?.unit == nil
        && figures[0].text.count <= 3 && figures[0].text.allSatisfy(\.isNumber)
    }
  }

  struct Figure: Sendable {
    let label: String?
    /// nil for a figure told in words (`増加`).
    let quantity: Quantity?
    /// As printed, with single spaces.
    let text: String
    let line: Int
  }

  /// What a bracket says of the time of a figure.
  struct Years: Hashable, Sendable {
    let first: Int
    let last: Int
    let isCalendar: Bool
    /// 「…平均」: the figure is the average of the years from first to last.
    let isAverage: Bool

    init?(_ bracket: String) {
      let mentions = YearMention.all(in: Array(bracket.unicodeScalars))
      guard let first = mentions.map(\.first).min(), let last = mentions.map(\.last).max() else { return nil }
      self.first = first
      self.last = last
      isCalendar = mentions.allSatisfy { $0.form == .calendar }
      isAverage = bracket.contains("平均") && last > first && last - first < 20
    }

    /// Whether a bracket holds more than years and their 平均.
    static func isExceeded(by bracket: String) -> Bool {
      let scalars = Array(bracket.unicodeScalars)
      let years = YearMention.all(in: scalars)
      let rest = scalars.indices.filter { i in
        !years.contains { $0.range.contains(i) } && (scalars[i].isKanji || scalars[i].isHiragana)
      }
      return !rest.isEmpty && !String(String.UnicodeScalarView(rest.map { scalars[$0] })).hasSuffix("平均")
    }

    init(_ mention: YearMention) {
      first = mention.first
      last = mention.last
      isCalendar = mention.form == .calendar
      isAverage = false
    }
  }

  private(set) var name: [NumberedLine] = []
  var cells: [Cell] = []
  /// From a column of units.
  private(set) var unit: String?
  /// Columns are missing rather than unreadable where a row has fewer cells than they are.
  var problem: String?

  var hasName: Bool { !name.isEmpty }
  var lines: LineRange? { union(name.map { LineRange($0.number) } + cells.map(\.lines)) }

  mutating func appendToName(_ text: String, line: Int) {
    name.append(NumberedLine(number: line, text: text))
  }

  /// The name as its author wrote it, and the mark of the note behind it (`※`, `※1`, `*`).
  var nameAndMark: (name: String, mark: String?) {
    let text = LinedText(joining: name).text
    guard let start = text.lastIndex(where: { "※*＊".contains($0) }) else { return (text, nil) }
    let mark = text[start...].squeezedMark
    return mark.map { (String(text[..<start]).trimmed, $0) } ?? (text, nil)
  }

  /// Whether a note's mark stands anywhere in the row.
  func carries(mark: String) -> Bool {
    nameAndMark.mark == mark || cells.contains { $0.figures.isEmpty && marks.contains(mark) }
  }

  /// Cuts the unit that a column of its own prints off the end of the name; false where there is none.
  mutating func takeUnit() -> Bool {
    guard let last = name.last, case let words = last.text.words, name.count > 1 || words.count > 1,
      let word = words.last, word.count <= 8
    else { return false }
    let text = Bracket.alone(in: Array(word.unicodeScalars)).first ?? word
    guard Quantity(parsing: "1\(text)")?.unit != nil else { return false }
    unit = text == "％" ? "%" : text
    name.removeLast()
    let rest = words.dropLast().joined(separator: " ")
    if !rest.isEmpty { name.append(NumberedLine(number: last.number, text: rest)) }
    return true
  }

  /// What cells say in place of a figure, each once, with the lines.
  var remarks: [(text: String, lines: LineRange)] {
    var found: [(text: String, lines: LineRange)] = []
    for cell in cells {
      guard let text = cell.remark, !found.contains(where: { $0.text == text }) else { continue }
      found.append((text, cell.lines))
    }
    return found
  }

  /// Marks printed behind cells that hold no figure (`ー*`).
  var marks: Set<String> = []
}

extension Substring {
  /// A note's mark with nothing else, width-folded; nil for anything longer.
  var squeezedMark: String? {
    let folded = String(self).squeezed
    guard let first = folded.first, first == "※" || first == "*",
      folded.dropFirst().allSatisfy({ $0.isNumber && $0.isASCII })
    else { return nil }
    return folded
  }
}
