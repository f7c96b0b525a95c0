/// How a spreadsheet prints a number: `#,##0;"▲"#,##0`, `0.0%`, `#,##0,` (in thousands), `ggge"年"m"月"d"日"`.
struct NumberFormat: Hashable, Sendable {
  /// Those for positive numbers (or all), negative ones, zero, and text, as far as given.
  private let sections: [[Piece]]

  enum Piece: Hashable, Sendable {
    case literal(String)
    /// The digits: at least so many before the point, decimals, groups of three, and how often divided by 1,000.
    case digits(Digits)
    case percent
    /// `y`, `m`, `d`, `h`, `s`, `g`, `e` or `a`, as often as written.
    case date(Character, count: Int)
    /// The number as it comes.
    case general
  }

  struct Digits: Hashable, Sendable {
    var minimumIntegers = 0
    var minimumDecimals = 0
    var maximumDecimals = 0
    var isGrouped = false
    var thousands = 0
  }

  init(code: String) {
    sections = NumberFormatParser.sections(of: code)
  }

  /// The formats that every file may name without saying what they are; 27 to 58 are those of Japan.
  init(builtIn id: Int) { self.init(code: Self.builtIn[id] ?? "General") }

  private static let builtIn: [Int: String] = {
    let era = "[$-411]ge.m.d"
    let longEra = "[$-411]ggge\"年\"m\"月\"d\"日\""
    let (month, day) = ("yyyy\"年\"m\"月\"", "m\"月\"d\"日\"")
    return [
      1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "\"¥\"#,##0;\"¥\"-#,##0", 6: "\"¥\"#,##0;\"¥\"-#,##0",
      7: "\"¥\"#,##0.00;\"¥\"-#,##0.00", 8: "\"¥\"#,##0.00;\"¥\"-#,##0.00", 9: "0%", 10: "0.00%",
      14: "yyyy/m/d", 15: "d-m-yy", 16: "d-m", 17: "m-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm",
      21: "h:mm:ss",
      22: "yyyy/m/d h:mm", 27: era, 28: longEra, 29: longEra, 30: "m/d/yy", 31: "yyyy\"年\"m\"月\"d\"日\"",
      32: "h\"時\"mm\"分\"", 33: "h\"時\"mm\"分\"ss\"秒\"", 34: month, 35: day, 36: era, 37: "#,##0;-#,##0",
      38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "h:mm:ss",
      47: "mm:ss", 50: era, 51: longEra, 52: month, 53: day, 54: longEra, 55: month, 56: day, 57: era,
      58: longEra,
    ]
  }()

  /// The number as printed; as it stands where it is none.
  ///
  /// - Parameter from1904: true where the file counts its days from 1904.
  func text(_ stored: String, from1904: Bool = false) -> String {
    guard let number = DecimalDigits(stored) else { return stored }
    var section = sections.first ?? [.general]
    var printed = number
    if number.isNegative, sections.count > 1 {
      (section, printed) = (sections[1], number.magnitude)
    } else if number.isZero, sections.count > 2 {
      section = sections[2]
    }
    if section.contains(where: \.isDate) {
      guard let date = SerialDate(number, from1904: from1904) else { return stored }
      return date.text(section)
    }
    return Self.text(printed, section)
  }

  private static func text(_ number: DecimalDigits, _ section: [Piece]) -> String {
    let number = section.contains(.percent) ? number.shifted(2) : number
    var out = ""
    for piece in section {
      switch piece {
      case .literal(let text): out += text
      case .percent: out += "%"
      case .general: out += general(number)
      case .date: break
      case .digits(let digits):
        out += number.shifted(-3 * digits.thousands).text(
          decimals: digits.minimumDecimals...max(digits.minimumDecimals, digits.maximumDecimals),
          minimumIntegers: digits.minimumIntegers, grouped: digits.isGrouped)
      }
    }
    // The sign stands before everything: -¥5, not ¥-5.
    if let sign = out.firstIndex(of: "-"), sign != out.startIndex, number.isNegative,
      !section.contains(.literal("-"))
    {
      out.remove(at: sign)
      out = "-" + out
    }
    return out
  }

  /// As a cell of no format shows it: eleven characters.
  private static func general(_ number: DecimalDigits) -> String {
    number.text(decimals: 0...(number.isInteger ? 0 : max(0, 10 - number.integerLength)))
  }
}

extension NumberFormat.Piece {
  var isDate: Bool {
    switch self {
    case .date: true
    case .literal, .digits, .percent, .general: false
    }
  }
}
