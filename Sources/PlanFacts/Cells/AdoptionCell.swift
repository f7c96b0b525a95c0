import JapaneseText
import PlanDocuments

/// A cell that says when a plan was adopted or revised: `令和２年３月`, `平成31年2月改定`.
struct AdoptionCell: Hashable {
  let year: Int
  let month: Int?
  /// `策定` or `改定`
  let kind: String
  /// The date as printed.
  let date: String

  /// nil for a cell without a date, or with one that is only planned.
  init?(_ text: String) {
    let scalars = Array(text.joiningJapanese.unicodeScalars)
    let years = YearMention.all(in: scalars, bareYears: true)
    guard !text.contains("予定"), let year = years.first, !year.isRange else { return nil }
    let tail = DateTail(scalars, after: year)
    self.year = year.first
    month = tail.month
    // what stands behind a second date is said of that
    let own = String(
      String.UnicodeScalarView(scalars[..<(years.dropFirst().first?.range.lowerBound ?? scalars.count)]))
    kind = ["改定", "改訂"].contains { own.contains($0) } ? "改定" : "策定"
    date = String(String.UnicodeScalarView(scalars[year.range.lowerBound..<tail.end]))
  }

  func fields(at lines: LineRange) -> [Field] {
    var fields = [Field(.adoptedYear, .number(ExactNumber(year)), lines: lines)]
    if let month { fields.append(Field(.adoptedMonth, .number(ExactNumber(month)), lines: lines)) }
    fields.append(Field(.kind, .text(kind), lines: lines))
    fields.append(Field(.text, .text(date + kind), lines: lines))
    return fields
  }
}
