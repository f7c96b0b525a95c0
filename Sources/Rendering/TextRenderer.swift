import Answers
import JapaneseText

/// An answer for people: the reading, how complete it is, the items with their places, and what else it could mean.
package struct TextRenderer: AnswerRenderer {
  package let style: TextStyle

  package init(style: TextStyle) { self.style = style }

  package func render(_ answer: Answer) -> String {
    var lines: [String] = []
    if let error = answer.error {
      lines += errorLines(answer.question, error)
    } else if let first = answer.readings.first {
      lines += readingLines(first)
      lines += otherReadings(answer.readings.dropFirst())
    } else {
      lines.append("No match for: \(TextStyle.printable(answer.question))")
    }
    lines += wordLines(answer)
    return lines.map { $0 + "\n" }.joined()
  }

  /// One reading alone, as `render` prints the preferred one.
  package func render(_ reading: Reading) -> String { readingLines(reading).map { $0 + "\n" }.joined() }

  private func errorLines(_ question: String, _ error: AnswerError) -> [String] {
    let message = TextStyle.printable(error.message)
    let shown = TextStyle.printable(question)
    let count = question.unicodeScalars.count
    let span = error.span.clamped(to: 0..<count)
    // A question longer than the screen would put the caret under another line.
    guard count > 0, count <= 500, style.width.columns(shown) <= style.columns else {
      return [style.wrong(message)]
    }
    let before = style.width.columns(shown, scalars: span.lowerBound)
    let under = max(1, style.width.columns(shown, scalars: span.upperBound) - before)
    return [
      shown,
      String(repeating: " ", count: before)
        + style.wrong(String(repeating: "^", count: under) + " " + message),
    ]
  }

  private func readingLines(_ reading: Reading) -> [String] {
    var lines = [style.strong(TextStyle.printable(reading.canonical))]
    // above what was found: it may be something else
    lines += words("Not understood: ", reading.words.unknown).map(style.wrong)
    let shown = reading.items.prefix(style.itemLimit ?? .max).map { $0.only(reading.asked) }
    let completeness = completeness(reading, shown: shown.count)
    // what may be missing is said before what is there
    if !reading.isComplete { lines.append(completeness) }
    lines += reading.unread.map { "  unread: \($0.citation)\($0.reason.map { " (\($0))" } ?? "")" }
      .map(TextStyle.printable)
    lines += reading.notes.map { "Note: " + TextStyle.printable($0) }
    if let value = reading.value {
      lines += [
        "", "  " + style.strong(FigureText.grouped(value.value) + (value.unit.map { " " + $0 } ?? "")),
      ]
    }
    if !shown.isEmpty { lines += [""] + ItemText(style: style).lines(shown, of: reading.items.count) }
    if shown.count < reading.items.count {
      lines.append(
        "… \(reading.items.count - shown.count) more: \(style.place == .conversation ? ":all" : "--limit \(reading.total)")"
      )
    }
    return reading.isComplete ? lines + ["", completeness] : lines
  }

  /// How many of how many, and what may be missing. Only a complete reading has "N of N".
  private func completeness(_ reading: Reading, shown: Int) -> String {
    let noun = reading.kind.noun
    guard !reading.isComplete else {
      switch reading.kind {
      case _ where reading.total == 0 && reading.items.isEmpty && reading.value == nil:
        return "no \(noun) match"
      case .number: return "from \(max(reading.total, reading.items.count)), 0 rows unread"
      case .definition, .table, .passages, .documents, .comparison: return "\(shown) of \(reading.total)"
      case .projects, .indicators, .measures, .evaluations, .headings, .organizations, .plans, .figures,
        .tables:
        return "\(shown) of \(reading.total) \(noun), 0 rows unread"
      }
    }
    let because = style.wrong(": " + reading.because.map(sentence).joined(separator: "; "))
    guard reading.total > 0 else { return style.wrong("no match") + because }
    let total =
      reading.unread.isEmpty
      ? "\(reading.total) \(noun) found" : "at least \(reading.total + reading.unread.count) \(noun)"
    if reading.kind == .number, reading.value != nil { return "from \(reading.total) of \(total)" + because }
    return (reading.unread.isEmpty && shown == reading.total ? "" : "\(shown) of ") + total + because
  }

  private func sentence(_ gap: Gap) -> String {
    if style.place == .conversation, case .byName(let more, _) = gap {
      return "by name; \(more) more speak of it: :more"
    }
    return TextStyle.printable(gap.sentence)
  }

  private func otherReadings(_ readings: ArraySlice<Reading>) -> [String] {
    guard !readings.isEmpty else { return [] }
    return ["", "It can also mean\(style.place == .conversation ? " (:pick N)" : ""):"]
      + zip(2..., readings).map { number, reading in
        let value = reading.value.map { " = \(FigureText.grouped($0.value))\($0.unit ?? "")" } ?? ""
        return "  \(number)  \(TextStyle.printable(reading.canonical))\(value)  (\(reading.total))"
      }
  }

  private func wordLines(_ answer: Answer) -> [String] {
    // a reading says itself what it does not use
    (answer.readings.isEmpty ? words("Not understood: ", answer.words.unknown) : [])
      + words("Ignored: ", answer.words.ignored).map(style.faint)
      + words("Try: ", answer.suggestions.map { "\($0.text) (\($0.total))" })
  }

  private func words(_ title: String, _ words: [String]) -> [String] {
    words.isEmpty ? [] : [title + words.map(TextStyle.printable).joined(separator: ", ")]
  }
}

extension ReadingKind {
  /// What is counted.
  fileprivate var noun: String {
    switch self {
    case .number: "things"
    case .definition: "definitions"
    case .table: "groups"
    case .projects, .indicators, .measures, .evaluations, .headings, .organizations, .plans, .figures,
      .tables, .documents, .passages:
      rawValue
    case .comparison: "things"
    }
  }
}

extension Item {
  /// Fields that say more of another.
  private static let companions: [String: [String]] = [
    "level": ["levelText", "levelRevised"], "actual": ["unit", "met"], "target": ["unit", "met"],
    "met": ["actual", "target", "unit"], "grade": ["gradeText"], "direction": ["directionText"],
    "adoptedYear": ["text"], "results": ["measures"], "amount": ["unit", "share", "text"],
    "share": ["amount", "unit", "text"],
  ]

  /// The item with the fields that were asked for; all of them where none were, or where it has none of those.
  package func only(_ asked: [String]) -> Item {
    let wanted = Set(asked + asked.flatMap { Item.companions[$0] ?? [] })
    let kept = fields.filter { wanted.contains($0.name) }
    return asked.isEmpty || kept.isEmpty
      ? self : Item(type: type, name: name, fields: kept, sources: sources, sameAs: sameAs)
  }
}
