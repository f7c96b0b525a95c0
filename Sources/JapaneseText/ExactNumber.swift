/// A decimal number held exactly: `digits × 10^-scale`, as printed figures are (`14.6` is 146 with scale 1).
///
/// Equal values are equal whatever their scale (`2.50 == 2.5`). Arithmetic that would overflow gives nil.
package struct ExactNumber: Hashable, Sendable {
  /// All digits as one integer, with the sign.
  package let digits: Int
  /// How many of the digits stand after the decimal point; 0...18, without trailing zeros.
  package let scale: Int

  package init(_ value: Int) { self.init(digits: value, scale: 0) }

  package init(digits: Int, scale: Int) {
    var digits = digits
    var scale = scale
    while scale > 0 && digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    self.digits = digits
    self.scale = scale
  }

  /// The value where it is a whole number.
  package var wholeNumber: Int? { scale == 0 ? digits : nil }

  package func adding(_ other: ExactNumber) -> ExactNumber? {
    guard let (a, b, scale) = aligned(with: other) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : ExactNumber(digits: sum, scale: scale)
  }

  package func subtracting(_ other: ExactNumber) -> ExactNumber? {
    guard other.digits != .min else { return nil }
    return adding(ExactNumber(digits: -other.digits, scale: other.scale))
  }

  package func multiplied(by other: ExactNumber) -> ExactNumber? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
    guard !overflow, scale + other.scale <= 18 else { return nil }
    return ExactNumber(digits: product, scale: scale + other.scale)
  }

  /// The quotient rounded half away from zero to `places` decimal places.
  package func divided(by other: ExactNumber, places: Int) -> ExactNumber? {
    guard other.digits != 0, let (a, b, _) = aligned(with: other),
      let factor = ExactNumber.powerOfTen(places + 1)
    else { return nil }
    let (scaled, overflow) = a.multipliedReportingOverflow(by: factor)
    guard !overflow, b != -1 || scaled != .min else { return nil }
    let quotient = scaled / b
    let rounded = (quotient + (quotient < 0 ? -5 : 5)) / 10
    return ExactNumber(digits: rounded, scale: places)
  }

  private func aligned(with other: ExactNumber) -> (Int, Int, Int)? {
    let common = max(scale, other.scale)
    guard let f = ExactNumber.powerOfTen(common - scale), let g = ExactNumber.powerOfTen(common - other.scale)
    else { return nil }
    let (a, overflowA) = digits.multipliedReportingOverflow(by: f)
    let (b, overflowB) = other.digits.multipliedReportingOverflow(by: g)
    return overflowA || overflowB ? nil : (a, b, common)
  }

  static func powerOfTen(_ exponent: Int) -> Int? {
    guard (0...18).contains(exponent) else { return nil }
    return (0..<exponent).reduce(1) { value, _ in value * 10 }
  }
}

extension ExactNumber: Comparable {
  package static func < (a: ExactNumber, b: ExactNumber) -> Bool {
    if let (x, y, _) = a.aligned(with: b) { return x < y }
    return Double(a) < Double(b)
  }
}

extension ExactNumber: CustomStringConvertible {
  /// Plain decimal notation without grouping: `-10.2`, `145000000`. A JSON number as it stands.
  package var description: String {
    guard scale > 0 else { return String(digits) }
    var text = String(digits.magnitude)
    while text.count <= scale { text = "0" + text }
    text.insert(".", at: text.index(text.endIndex, offsetBy: -scale))
    return (digits < 0 ? "-" : "") + text
  }
}

extension Double {
  /// The nearest double; for comparing and drawing, never for printing.
  package init(_ number: ExactNumber) {
    var value = Double(number.digits)
    for _ in 0..<number.scale { value /= 10 }
    self = value
  }
}
