import JapaneseText
import PlanDocuments

/// The fields of a project, taken one by one from cells or labels that name them.
struct ProjectRow {
  let legend: GradeLegend
  private(set) var fields: [Field] = []
  /// Cells whose words can't be what their title says.
  private(set) var problems: [String] = []

  init(legend: GradeLegend) { self.legend = legend }

  /// Takes a cell as what its title says; empty cells and dashes say nothing.
  mutating func take(_ text: String, as title: ColumnTitle, unit tableUnit: String?, lines: LineRange) {
    let squeezed = text.squeezed
    guard !squeezed.isEmpty, !EvaluationRow.isDash(squeezed) else { return }
    switch title.meaning {
    case .number: Int(squeezed).map { add(.number, .number(ExactNumber($0)), lines) }
    case .code: add(.code, .text(squeezed), lines)
    case .overview: add(.overview, .text(MarkupText.joiningWraps(text)), lines)
    case .category: add(.category, .text(MarkupText.joiningWraps(text)), lines)
    case .bureau: add(.bureau, .text(ProjectRow.bureaus(text)), lines)
    case .direction: add(.direction, .text(MarkupText.joiningWraps(text)), lines)
    case .budget: takeMoney(.budget, text, title.unit ?? tableUnit, lines)
    case .settlement: takeMoney(.settlement, text, title.unit ?? tableUnit, lines)
    case .level: takeLevel(squeezed, lines)
    case .grade: takeGrade(text, lines)
    case .page:
      let digits = squeezed.droppingPrefix(of: ["P.", "p.", "P", "p"]) ?? squeezed
      Int(digits).map { add(.page, .number(ExactNumber($0)), lines) }
    default: break
    }
  }

  mutating func add(_ name: FieldName, _ value: FieldValue, _ lines: LineRange) {
    guard !fields.contains(where: { $0.name == name }) else { return }
    fields.append(Field(name, value, lines: lines))
  }

  /// The amount with its own unit, or the one its column or table is counted in (`千円`), told once for all amounts.
  private mutating func takeMoney(_ name: FieldName, _ text: String, _ unit: String?, _ lines: LineRange) {
    guard let amount = Quantity(parsing: text), amount.unit == nil || amount.unit == "円" else {
      problems.append("no amount in the column of \(name.rawValue)")
      return
    }
    add(name, .number(amount.value), lines)
    if let unit = amount.unit ?? unit { add(.unit, .text(unit), lines) }
  }

  /// Several bureaus in one cell or in the rows of one project, each once: `危機管理課、教育総務課`. A division with its section
  /// (`環境部 資源循環課`) is one, and so is a name that was wrapped.
  private static func bureaus(_ text: String) -> String {
    let words = MarkupText.plain(text).words
    let ranks = words.map { word in
      word.unicodeScalars.last.flatMap { last in bureauRanks.firstIndex { $0.unicodeScalars.contains(last) } }
    }
    guard words.count > 1, !ranks.contains(nil) else { return MarkupText.joiningWraps(text) }
    var found = [words[0]]
    for i in words.indices.dropFirst() {
      if let rank = ranks[i], let above = ranks[i - 1], rank > above {
        found[found.count - 1] += words[i]
      } else if !found.contains(words[i]) {
        found.append(words[i])
      }
    }
    return found.joined(separator: "、")
  }

  /// The last characters of what a city's offices are called, from the highest on.
  private static let bureauRanks = ["部局", "課室所館署", "係"]

  private mutating func takeLevel(_ text: String, _ lines: LineRange) {
    guard let (value, isRevised) = ProjectRow.level(text) else {
      // 98% of a target is no level
      return Quantity(parsing: text)?.unit == "%" ? () : takeGrade(text, lines)
    }
    add(.level, .number(ExactNumber(value)), lines)
    if isRevised { add(.levelRevised, .flag(true), lines) }
  }

  /// A letter with the words of the legend, or words alone (`計画どおり`, `◎`).
  private mutating func takeGrade(_ text: String, _ lines: LineRange) {
    guard let (letter, words) = GradeLegend.split(text) else {
      return add(.gradeText, .text(MarkupText.joiningWraps(text)), lines)
    }
    add(.grade, .text(String(letter)), lines)
    if !words.isEmpty {
      add(.gradeText, .text(words), lines)
    } else if let words = legend.words[letter], let range = words.lines {
      add(.gradeText, .text(words.text), range)
    }
  }

  /// `4`, `3*`; 1 is the best.
  static func level(_ text: String) -> (value: Int, isRevised: Bool)? {
    let digits = text.hasSuffix("*") ? text.dropLast() : text[...]
    guard digits.count == 1, let value = Int(digits), (1...5).contains(value) else { return nil }
    return (value, digits.count < text.count)
  }
}
