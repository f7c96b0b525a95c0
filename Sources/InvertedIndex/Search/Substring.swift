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

  /// The offset of the first occurrence at or after `from`; nil for an empty pattern.
  func first(in text: UnsafeRawBufferPointer, from: Int = 0) -> Int? {
    guard let last = bytes.last, from >= 0 else { return nil }
    let length = bytes.count
    var end = from + length - 1
    while end < text.count {
      let byte = text[end]
      if byte == last, matches(text, at: end + 1 - length) { return end + 1 - length }
      end += skips[Int(byte)]
    }
    return nil
  }

  private func matches(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
    for i in 0..<(bytes.count - 1) where text[start + i] != bytes[i] { return false }
    return true
  }
}
