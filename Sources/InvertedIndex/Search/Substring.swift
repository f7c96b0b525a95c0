import JapaneseText

/// A byte string to be found in others, by Horspool's algorithm: the byte under the pattern's end says how far to skip.
///
/// UTF-8 text is found in UTF-8 text at its scalars only.
struct BytePattern: Hashable, Sendable {
  let bytes: [UInt8]
  private let skips: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var skips = [Int](repeating: max(1, bytes.count), count: 256)
    for (i, byte) in bytes.dropLast().enumerated() { skips[Int(byte)] = bytes.count - 1 - i }
    self.skips = skips
  }

  func isIn(_ text: UnsafeRawBufferPointer) -> Bool { first(in: text) != nil }
  func isIn(_ text: ArraySlice<UInt8>) -> Bool { text.withUnsafeBytes { isIn($0) } }

  /// The offset of the first occurrence at or after `from`; nil for an empty pattern.
  func first(in text: UnsafeRawBufferPointer, from: Int = 0) -> Int? {
    guard let last = bytes.last, from >= 0 else { return nil }
    let length = bytes.count
    return skips.withUnsafeBufferPointer { skips in
      var end = from + length - 1
      while end < text.count {
        let byte = text[end]
        if byte == last, matches(text, at: end + 1 - length) { return end + 1 - length }
        end += skips[Int(byte)]
      }
      return nil
    }
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
