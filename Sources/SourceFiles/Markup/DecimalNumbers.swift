/// Numbers as programs write them: `-12.5`, `.332`, `1e-05`.
enum DecimalNumbers {
  /// All numbers, between anything that is none.
  static func read(_ bytes: ArraySlice<UInt8>) -> [Double] {
    var numbers: [Double] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if let number = number(bytes, from: &i) { numbers.append(number) } else { i += 1 }
    }
    return numbers
  }

  static func first(_ bytes: ArraySlice<UInt8>) -> Double? {
    var i = bytes.startIndex
    return number(bytes, from: &i)
  }

  private static func number(_ bytes: ArraySlice<UInt8>, from i: inout Int) -> Double? {
    var k = i
    var isNegative = false
    if k < bytes.endIndex, bytes[k] == UInt8(ascii: "-") || bytes[k] == UInt8(ascii: "+") {
      isNegative = bytes[k] == UInt8(ascii: "-")
      k += 1
    }
    var value = 0.0
    var digits = 0
    var scale = 1.0
    var isFraction = false
    while k < bytes.endIndex {
      if let digit = digit(bytes[k]) {
        digits += 1
        value = value * 10 + digit
        if isFraction { scale *= 10 }
      } else if bytes[k] == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        break
      }
      k += 1
    }
    guard digits > 0 else { return nil }
    value /= scale
    i = k
    if k < bytes.endIndex, bytes[k] | 0x20 == UInt8(ascii: "e") {
      value *= exponent(bytes, from: k + 1, end: &i)
    }
    return value.isFinite ? (isNegative ? -value : value) : 0
  }

  /// The power of ten behind `e`; 1, and nothing passed, where there is none.
  private static func exponent(_ bytes: ArraySlice<UInt8>, from start: Int, end: inout Int) -> Double {
    var k = start
    let isNegative = k < bytes.endIndex && bytes[k] == UInt8(ascii: "-")
    if isNegative || k < bytes.endIndex && bytes[k] == UInt8(ascii: "+") { k += 1 }
    var power = 0
    let first = k
    while k < bytes.endIndex, let digit = digit(bytes[k]), power < 400 {
      power = power * 10 + Int(digit)
      k += 1
    }
    guard k > first else { return 1 }
    end = k
    var factor = 1.0
    for _ in 0..<power { factor *= 10 }
    return isNegative ? 1 / factor : factor
  }

  private static func digit(_ byte: UInt8) -> Double? {
    (0x30...0x39).contains(byte) ? Double(byte - 0x30) : nil
  }
}
