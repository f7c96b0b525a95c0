/// A number in decimal digits, so that shifting its point and rounding it are exact.
struct DecimalDigits: Hashable {
  private(set) var isNegative: Bool
  /// Most significant first, without zeros at its head.
  private var digits: [UInt8]
  /// Digits before the decimal point; may be negative or beyond the digits.
  private var point: Int

  /// Reads `-12.5`, `1.2E-3`; nil where it is no number.
  init?(_ text: String) {
    var rest = Substring(text)
    isNegative = rest.first == "-"
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    let parts = rest.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count <= 2, let mantissa = parts.first else { return nil }
    let exponent = parts.count == 2 ? Int(parts[1]) : 0
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, let exponent, abs(exponent) < 400, mantissa.contains(where: \.isNumber) else {
      return nil
    }
    let values = halves.joined().utf8.map { $0 &- 0x30 }
    guard values.count < 400, values.allSatisfy({ $0 < 10 }) else { return nil }
    digits = values
    point = (halves.first?.utf8.count ?? 0) + exponent
    dropZeros()
    // A double holds 15 digits; what files store behind them is noise (0.28999999999999998).
    if digits.count > 15 { round(toPlace: 15) }
  }

  var isZero: Bool { digits.isEmpty }
  var isInteger: Bool { digits.count <= point || digits[max(0, point)...].allSatisfy { $0 == 0 } }
  /// Digits before the point as printed, at least one.
  var integerLength: Int { max(1, point) }

  var magnitude: DecimalDigits {
    var copy = self
    copy.isNegative = false
    return copy
  }

  /// Times 10 to the power of `places`.
  func shifted(_ places: Int) -> DecimalDigits {
    var copy = self
    if !isZero { copy.point += places }
    return copy
  }

  /// Digits with at least and at most so many decimals, half rounded away from zero.
  func text(decimals: ClosedRange<Int>, minimumIntegers: Int = 1, grouped: Bool = false) -> String {
    var rounded = self
    rounded.round(toPlace: point + decimals.upperBound)
    var integers = rounded.part(0..<max(0, rounded.point))
    while integers.count < minimumIntegers { integers.insert("0", at: integers.startIndex) }
    var fraction = rounded.part(rounded.point..<(rounded.point + decimals.upperBound))
    while fraction.count > decimals.lowerBound, fraction.last == "0" { fraction.removeLast() }
    let whole = grouped ? Self.grouping(integers) : integers
    let sign = isNegative && !rounded.isZero ? "-" : ""
    return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The number rounded to an integer, for serial dates; nil where it is too large.
  var integer: Int? {
    guard point <= 15 else { return nil }
    return Int(part(0..<max(0, point)).isEmpty ? "0" : part(0..<max(0, point))).map { isNegative ? -$0 : $0 }
  }

  /// What stands behind the point, as a part of one.
  var fraction: Double {
    var value = 0.0
    var scale = 0.1
    for digit in part(point..<(max(point, 0) + 12)).utf8 {
      value += Double(digit - 0x30) * scale
      scale /= 10
    }
    return value
  }

  private func part(_ places: Range<Int>) -> String {
    String(decoding: places.map { digits.indices.contains($0) ? digits[$0] + 0x30 : 0x30 }, as: UTF8.self)
  }

  private mutating func round(toPlace place: Int) {
    guard place < digits.count else { return }
    guard place >= 0 else {
      digits = []
      return
    }
    let goesUp = digits[place] >= 5
    digits.removeLast(digits.count - place)
    guard goesUp else { return dropZeros() }
    var i = place - 1
    while i >= 0, digits[i] == 9 {
      digits[i] = 0
      i -= 1
    }
    if i >= 0 {
      digits[i] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
    dropZeros()
  }

  private mutating func dropZeros() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  /// `1234567` is `1,234,567`.
  private static func grouping(_ digits: String) -> String {
    var out = ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return out
  }
}
