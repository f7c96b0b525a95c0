import JapaneseText

/// A byte string to be found in others: sixteen places at a time are asked for its last two bytes, which in UTF-8 say more
/// than the first.
///
/// UTF-8 text is found in UTF-8 text at its scalars only.
struct BytePattern: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func isIn(_ text: UnsafeRawBufferPointer) -> Bool { first(in: text) != nil }
  func isIn(_ text: ArraySlice<UInt8>) -> Bool { text.withUnsafeBytes { isIn($0) } }

  /// The offset of the first occurrence at or after `from`; nil for an empty pattern.
  func first(in text: UnsafeRawBufferPointer, from: Int = 0) -> Int? {
    guard let last = bytes.last, from >= 0 else { return nil }
    let beforeLast = bytes.count > 1 ? bytes[bytes.count - 2] : last
    let gap = min(1, bytes.count - 1)
    // Where the last byte would stand.
    var end = from + bytes.count - 1
    let (lasts, befores) = (SIMD16(repeating: last), SIMD16(repeating: beforeLast))
    while end + 16 <= text.count {
      let isLast = text.loadUnaligned(fromByteOffset: end, as: SIMD16<UInt8>.self) .== lasts
      let isBefore = text.loadUnaligned(fromByteOffset: end - gap, as: SIMD16<UInt8>.self) .== befores
      let both = unsafeBitCast(isLast .& isBefore, to: SIMD2<UInt64>.self)
      if both.x | both.y != 0 {
        for at in end..<(end + 16) where text[at] == last && matches(text, at: at + 1 - bytes.count) {
          return at + 1 - bytes.count
        }
      }
      end += 16
    }
    while end < text.count {
      if text[end] == last, matches(text, at: end + 1 - bytes.count) { return end + 1 - bytes.count }
      end += 1
    }
    return nil
  }

  /// The offset of the first occurrence in bytes in memory.
  func first(in text: [UInt8]) -> Int? { text.withUnsafeBytes { first(in: $0) } }

  /// Adds the offsets of all occurrences, overlapping ones too, ascending.
  func appendPlaces(in text: UnsafeRawBufferPointer, to places: inout [Int]) {
    var from = 0
    while let at = first(in: text, from: from) {
      places.append(at)
      from = at + 1
    }
  }

  /// True where the pattern stands at an offset.
  func stands(at start: Int, in text: UnsafeRawBufferPointer) -> Bool {
    let end = start + bytes.count - 1
    return start >= 0 && start <= end && end < text.count && text[end] == bytes.last
      && matches(text, at: start)
  }

  /// True where the pattern stands with no letter before or after it that would make a longer katakana or Latin word or
  /// number of it.
  func isWhole(in text: ArraySlice<UInt8>) -> Bool { text.withUnsafeBytes { isWhole(in: $0) } }

  private func isWhole(in text: UnsafeRawBufferPointer) -> Bool {
    var from = 0
    while let at = first(in: text, from: from) {
      if Self.isEdge(before: at, text), Self.isEdge(before: at + bytes.count, text) { return true }
      from = at + 1
    }
    return false
  }

  private static func isEdge(before at: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    let before = String(decoding: text[max(0, at - 4)..<at], as: UTF8.self).unicodeScalars.last
    let after = String(decoding: text[at..<min(text.count, at + 4)], as: UTF8.self).unicodeScalars.first
    guard let before, let after else { return true }
    let script = ScriptClass(before)
    return script != ScriptClass(after) || ![.katakana, .latin, .digit].contains(script)
  }

  private func matches(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
    for i in 0..<(bytes.count - 1) where text[start + i] != bytes[i] { return false }
    return true
  }
}
