import JapaneseText

/// Month and day behind a year: `3月`, `９月25日`.
struct DateTail: Hashable, Sendable {
  /// 1–12; nil where none is printed.
  private(set) var month: Int?
  /// Behind the last part of the date.
  private(set) var end: Int

  init(_ scalars: [Unicode.Scalar], after year: YearMention) {
    end = year.range.upperBound
    guard let (month, monthEnd) = DateTail.number(scalars, from: end, before: "月"), (1...12).contains(month)
    else {
      return
    }
    self.month = month
    end = DateTail.number(scalars, from: monthEnd, before: "日")?.end ?? monthEnd
  }

  /// A number of at most two digits with its unit, spaces allowed around it.
  private static func number(
    _ scalars: [Unicode.Scalar], from start: Int, before unit: Unicode.Scalar
  ) -> (value: Int, end: Int)? {
    var i = YearMention.skipped(scalars, start)
    let first = i
    var value = 0
    while i < scalars.count, i - first < 2, let digit = scalars[i].decimalDigit {
      value = value * 10 + digit
      i += 1
    }
    guard i > first else { return nil }
    i = YearMention.skipped(scalars, i)
    return i < scalars.count && scalars[i] == unit ? (value, i + 1) : nil
  }
}
