import Answers
import JapaneseText
import Phrases
import PlanFacts
import Questions

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

  /// A point of an indicator, or an amount of money of a year, read back from its contract form.
  package struct PointText {
    /// What the figure is: the role of a point; of money, which it is (`budget`).
    package let role: String
    /// The year it is of; empty where none is printed.
    package let year: Saying
    /// The year as a number; of a mean over years, the last.
    package let lastYear: Int?
    package let label: String
    /// As the document prints it; money with the unit of its head.
    package let figure: String
    package let value: ExactNumber?
    package let unit: String

    /// - Parameter name: the field that has it: `points`, `budgets`, `settlements`.
    package init(_ fields: [ItemField], of name: String = FieldName.points.rawValue) {
      func text(_ name: String) -> String? {
        if case .text(let text)? = fields.first(where: { $0.name == name })?.value { text } else { nil }
      }
      func number(_ name: String) -> ExactNumber? {
        if case .number(let number)? = fields.first(where: { $0.name == name })?.value { number } else { nil }
      }
      role = PointText.moneys[name]?.rawValue ?? text("role") ?? ""
      unit = text("unit") ?? ""
      value = number("value")
      label = [text("period"), text("label")].compactMap { $0 }.joined(separator: " ")
      let years = PointText.years(number("fiscalYear"), fields)
      lastYear = years.last?.wholeNumber
      let isCalendar = fields.contains { $0.name == "calendarYear" && $0.value == .flag(true) }
      year =
        switch (years.first, years.last) {
        case (let first?, let last?) where first != last && !isCalendar:
          Phrase.fiscalYears.with(Saying("\(first)"), Saying("\(last)"))
        case (let first?, let last?) where first != last: Saying("\(first)–\(last)")
        case (let first?, _) where isCalendar: Phrase.calendarYear.with(Saying("\(first)"))
        case (let first?, _): Phrase.fiscalYear.with(Saying("\(first)"))
        default: Saying("")
        }
      let printed = text("text") ?? ""
      // 299,244 under a head that says 千円
      figure = PointText.moneys[name] == nil || printed.hasSuffix(unit) ? printed : printed + unit
    }

    /// Amounts of several years, and what one of them is.
    private static let moneys = Dictionary(
      uniqueKeysWithValues: FieldName.yearly.map { ($1.rawValue, $0) })

    /// The fields that hold points.
    package static let names = Set(moneys.keys).union([FieldName.points.rawValue])

    /// One year, or those a mean is taken over.
    private static func years(_ year: ExactNumber?, _ fields: [ItemField]) -> [ExactNumber] {
      if case .list(let years)? = fields.first(where: { $0.name == "fiscalYears" })?.value {
        let numbers = years.compactMap { if case .number(let n) = $0 { n } else { nil } }
        if !numbers.isEmpty { return numbers }
      }
      return year.map { [$0] } ?? []
    }

    /// `現状 902g（2020年度）`
    package var saying: Saying {
      let roles = Saying(field: role)
      func line(_ language: Language) -> String {
        let what = [roles[language], label, figure].filter { !$0.isEmpty }.joined(separator: " ")
        guard !year[language].isEmpty else { return what }
        return language == .japanese ? "\(what)（\(year.japanese)）" : "\(what) (\(year.english))"
      }
      return Saying(english: line(.english), japanese: line(.japanese))
    }
  }

  /// The points of an indicator on one line: `現状 902g（2020年度）→ 目標 872g以下（2025年度）`.
  struct PointLine {
    let points: [PointText]

    init(_ values: [ItemValue], of name: String = FieldName.points.rawValue) {
      points = values.compactMap {
        if case .object(let fields) = $0 { PointText(fields, of: name) } else { nil }
      }
    }

    /// The newest figure and the target of its year or, where that year has none, the last.
    var newestBesideTarget: PointLine {
      let targets = points.filter { $0.role == Point.Role.target.rawValue }
      guard let newest = points.last(where: { $0.role != Point.Role.target.rawValue && $0.value != nil }),
        let target = targets.last(where: { $0.lastYear == newest.lastYear }) ?? targets.last
      else { return self }
      return PointLine(points: [newest, target])
    }

    private init(points: [PointText]) { self.points = points }

    var saying: Saying {
      Saying(
        english: points.map(\.saying.english).joined(separator: " → "),
        japanese: points.map(\.saying.japanese).joined(separator: " → "))
    }
  }

  /// What a project plans for a year, read back from its contract form.
  package struct ScheduleText {
    package let year: Saying
    package let items: String

    /// nil where the fields are of something else.
    package init?(_ fields: [ItemField]) {
      guard case .list(let list)? = fields.first(where: { $0.name == "items" })?.value else { return nil }
      items = list.map(ItemTable.cell).joined(separator: "; ")
      let isLater = fields.contains { $0.name == "orLater" && $0.value == .flag(true) }
      if case .number(let number)? = fields.first(where: { $0.name == "fiscalYear" })?.value {
        let plain = Phrase.fiscalYear.with(Saying("\(number)"))
        year = isLater ? Phrase.orLater.with(plain) : plain
      } else {
        year = Phrase.yearUnknown.with()
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
