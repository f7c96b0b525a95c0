import CICU

/// The first depth of folding: NFKC with case folding by ICU, radicals, white space.
enum WidthFold {
  static func fold(_ text: String) -> FoldedText {
    let source = Array(text.unicodeScalars)
    var folded = FoldedText()
    folded.reserveCapacity(source.count)
    var i = 0
    // a scalar is looked at once, as the one after another and as itself
    var next = source.first.flatMap(plain)
    while i < source.count {
      let this = next
      next = i + 1 < source.count ? plain(source[i + 1]) : nil
      if let this, i + 1 == source.count || next != nil || startsAnew(source[i + 1]) {
        append(this, from: i..<(i + 1), to: &folded)
        i += 1
      } else {
        let end = clusterEnd(source, after: i)
        for scalar in byICU(source[i..<end]) { append(scalar, from: i..<end, to: &folded) }
        i = end
        next = i < source.count ? plain(source[i]) : nil
      }
    }
    return folded
  }

  /// What a scalar becomes, for the scalars that texts are made of; nil where ICU must be asked.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x41...0x5A: return Unicode.Scalar(UInt8(scalar.value) + 0x20)
    case 0x09...0x0D, 0x20...0x7E, 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FE, 0x4E00...0x9FFF:
      return scalar
    case 0x3000: return " "
    case 0xFF21...0xFF3A: return Unicode.Scalar(scalar.value - 0xFEE0 + 0x20)
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
    default: return nil
    }
  }

  /// True for scalars that never change what stands before them.
  private static func startsAnew(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 || plain(scalar) != nil || cicu_fold_boundary(Int32(scalar.value)) != 0
  }

  /// The end of the scalars that must be normalised together.
  private static func clusterEnd(_ source: [Unicode.Scalar], after start: Int) -> Int {
    var end = start + 1
    while end < source.count, !startsAnew(source[end]) { end += 1 }
    return end
  }

  private static func byICU(_ cluster: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    let units = cluster.flatMap { Array(UTF16.encode($0) ?? UTF16.EncodedScalar()) }
    var result = [UInt16](repeating: 0, count: units.count + 32)
    var error: Int32 = 0
    var length = normalise(units, into: &result, &error)
    if length > result.count {
      result = [UInt16](repeating: 0, count: length)
      length = normalise(units, into: &result, &error)
    }
    guard error == 0, length <= result.count else { return Array(cluster) }
    return Array(String(decoding: result[..<length], as: UTF16.self).unicodeScalars)
  }

  private static func normalise(_ units: [UInt16], into result: inout [UInt16], _ error: inout Int32) -> Int {
    guard let count = Int32(exactly: units.count), let capacity = Int32(exactly: result.count) else {
      return 0
    }
    return Int(cicu_fold16(units, count, &result, capacity, &error))
  }

  /// Adds a folded scalar; white space becomes one space, and a space lengthens the space before it.
  private static func append(_ scalar: Unicode.Scalar, from source: Range<Int>, to folded: inout FoldedText) {
    guard ScriptClass(scalar) == .space else {
      folded.append(HanVariants.unified(scalar), from: source)
      return
    }
    if folded.scalars.last == " " {
      folded.extendLast(to: UInt32(clamping: source.upperBound))
    } else {
      folded.append(" ", from: source)
    }
  }
}
