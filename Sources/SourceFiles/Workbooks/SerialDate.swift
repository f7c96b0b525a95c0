/// A day and time as spreadsheets count them: days since the end of 1899.
struct SerialDate: Hashable {
  let year: Int
  let month: Int
  let day: Int
  private let seconds: Int

  /// nil for what no spreadsheet takes for a date: before 1900, after 9999.
  init?(_ number: DecimalDigits, from1904: Bool) {
    guard !number.isNegative, let whole = number.integer, whole < 2_958_466 else { return nil }
    // 60 is the 29th of February 1900, which there was not.
    let days = from1904 ? whole + 1462 : whole
    let (year, month, day) = Self.civil(fromDays: days - 25_569 + (days < 60 ? 1 : 0))
    (self.year, self.month, self.day) = (year, month, day)
    seconds = Int((number.fraction * 86_400).rounded())
  }

  /// Days since 1970 as a date (H. Hinnant, "chrono-compatible low-level date algorithms").
  private static func civil(fromDays days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  func text(_ pieces: [NumberFormat.Piece]) -> String {
    var out = ""
    for (i, piece) in pieces.enumerated() {
      switch piece {
      case .literal(let text): out += text
      case .date("m", let count):
        out += isMinute(pieces, i) ? padded(seconds / 60 % 60, count) : padded(month, count)
      case .date(let letter, let count): out += text(letter, count)
      case .digits, .percent, .general: break
      }
    }
    return out
  }

  /// `m` beside an hour or second is a minute.
  private func isMinute(_ pieces: [NumberFormat.Piece], _ i: Int) -> Bool {
    func letter(_ candidates: some Sequence<NumberFormat.Piece>) -> Character? {
      for case .date(let letter, _) in candidates { return letter }
      return nil
    }
    return letter(pieces[..<i].reversed()) == "h" || letter(pieces[(i + 1)...]) == "s"
  }

  private func text(_ letter: Character, _ count: Int) -> String {
    switch letter {
    case "y": return count <= 2 ? padded(year % 100, 2) : "\(year)"
    case "d": return count <= 2 ? padded(day, count) : ""
    case "h": return padded(seconds / 3600, count)
    case "s": return padded(seconds % 60, count)
    case "g": return count == 1 ? era.letter : count == 2 ? String(era.name.prefix(1)) : era.name
    case "e": return padded(year - era.before, count)
    default: return ""
    }
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    width >= 2 && number < 10 ? "0\(number)" : "\(number)"
  }

  private struct Era {
    let name: String
    let letter: String
    /// The year before its first.
    let before: Int
    let start: (Int, Int, Int)
  }

  private var era: Era {
    Self.eras.first { (year, month, day) >= $0.start } ?? Self.eras[Self.eras.count - 1]
  }

  private static let eras = [
    Era(name: "令和", letter: "R", before: 2018, start: (2019, 5, 1)),
    Era(name: "平成", letter: "H", before: 1988, start: (1989, 1, 8)),
    Era(name: "昭和", letter: "S", before: 1925, start: (1926, 12, 25)),
    Era(name: "大正", letter: "T", before: 1911, start: (1912, 7, 30)),
    Era(name: "明治", letter: "M", before: 1867, start: (1868, 1, 25)),
  ]
}
