import Answers
import JapaneseText

/// Figures as people read them.
package enum FigureText {
  /// With commas between groups of three digits: `-1,234.5`.
  package static func grouped(_ number: ExactNumber) -> String {
    let text = number.description
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
    var whole = ""
    let digits = parts.first.map(Array.init) ?? []
    for (place, digit) in digits.enumerated() {
      if place > 0 && (digits.count - place) % 3 == 0 { whole += "," }
      whole.append(digit)
    }
    return sign + whole + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// Grouped; years, pages and codes are no amounts and keep their digits together.
  package static func plain(_ number: ExactNumber, field: String) -> String {
    field.hasSuffix("Year") || field == "page" || field == "code" ? number.description : grouped(number)
  }

  /// A point of an indicator, read back from its contract form.
  package struct PointText {
    package let role: String
    package let year: String
    package let label: String
    /// As the document prints it.
    package let figure: String
    package let value: ExactNumber?
    package let unit: String

    package init(_ fields: [ItemField]) {
      func text(_ name: String) -> String? {
        if case .text(let text)? = fields.first(where: { $0.name == name })?.value { text } else { nil }
      }
      func number(_ name: String) -> ExactNumber? {
        if case .number(let number)? = fields.first(where: { $0.name == name })?.value { number } else { nil }
      }
      role = text("role") ?? ""
      unit = text("unit") ?? ""
      value = number("value")
      label = [text("period"), text("label")].compactMap { $0 }.joined(separator: " ")
      year = PointText.year(number("fiscalYear"), fields)
      figure = text("text") ?? ""
    }

    /// `FY2020`, `2020` (a calendar year), `FY2016–2018` (a mean over years).
    private static func year(_ year: ExactNumber?, _ fields: [ItemField]) -> String {
      let isCalendar = fields.contains { $0.name == "calendarYear" && $0.value == .flag(true) }
      let prefix = isCalendar ? "" : "FY"
      if case .list(let years)? = fields.first(where: { $0.name == "fiscalYears" })?.value {
        let numbers = years.compactMap { if case .number(let n) = $0 { n.description } else { nil } }
        if let first = numbers.first, let last = numbers.last { return "\(prefix)\(first)–\(last)" }
      }
      return year.map { prefix + $0.description } ?? ""
    }
  }

  /// What a project plans for a year, read back from its contract form.
  package struct ScheduleText {
    package let year: String
    package let items: String

    /// nil where the fields are of something else.
    package init?(_ fields: [ItemField]) {
      guard case .list(let list)? = fields.first(where: { $0.name == "items" })?.value else { return nil }
      items = list.map(ItemTable.cell).joined(separator: "; ")
      let isLater = fields.contains { $0.name == "orLater" && $0.value == .flag(true) }
      if case .number(let number)? = fields.first(where: { $0.name == "fiscalYear" })?.value {
        year = "FY\(number)" + (isLater ? "+" : "")
      } else {
        year = "year unknown"
      }
    }
  }

  /// A bar of at most `width` columns whose length is the value's share of `largest`; empty below zero.
  static func bar(_ value: ExactNumber, of largest: Double, width: Int) -> String {
    let share = largest > 0 ? Double(value) / largest : 0
    guard share > 0, share <= 1 else { return "" }
    let eighths = Int((share * Double(width * 8)).rounded())
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }
}
