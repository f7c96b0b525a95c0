/// Writes ZIP files for tests: parts as they are, or compressed with the fixed codes of DEFLATE.
package struct ZipBuilder {
  package init() {}

  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// - Parameter flags: bit 0 marks the part as encrypted.
  package mutating func add(
    _ name: String, _ content: [UInt8], method: Int = 0, packed: [UInt8]? = nil, flags: Int = 0
  ) {
    let packed = packed ?? content
    let common =
      u16(20) + u16(flags) + u16(method) + u32(0) + u32(0) + u32(packed.count) + u32(content.count)
      + u16(name.utf8.count) + u16(0)
    directory +=
      [0x50, 0x4B, 0x01, 0x02] + u16(20) + common + u16(0) + u16(0) + u16(0) + u32(0) + u32(body.count)
    directory += Array(name.utf8)
    body += [0x50, 0x4B, 0x03, 0x04] + common + Array(name.utf8) + packed
    count += 1
  }

  package mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  package func finish() -> [UInt8] {
    body + directory + [0x50, 0x4B, 0x05, 0x06] + u16(0) + u16(0) + u16(count) + u16(count)
      + u32(directory.count)
      + u32(body.count) + u16(0)
  }

  private func u16(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  private func u32(_ value: Int) -> [UInt8] { u16(value & 0xFFFF) + u16(value >> 16 & 0xFFFF) }

  /// A compressed block of one character, `count` times: a zip bomb in a few bytes.
  package static func bomb(_ count: Int) -> [UInt8] {
    var writer = BitWriter()
    writer.put(0b011, 3)  // last block, fixed codes
    writer.putCode(0x30 + 0x61, 8)  // the literal "a"
    var left = count - 1
    while left >= 258 {
      writer.putCode(0b1100_0101, 8)  // length 258
      writer.putCode(0, 5)  // distance 1
      left -= 258
    }
    writer.putCode(0, 7)  // end of block
    return writer.finish()
  }
}

/// Puts bits together as DEFLATE does.
struct BitWriter {
  private var bytes: [UInt8] = []
  private var bits = 0
  private var count = 0

  /// Lowest bit first.
  mutating func put(_ value: Int, _ width: Int) {
    bits |= value << count
    count += width
    while count >= 8 {
      bytes.append(UInt8(bits & 0xFF))
      bits >>= 8
      count -= 8
    }
  }

  /// Highest bit first, as codes are written.
  mutating func putCode(_ code: Int, _ width: Int) {
    for i in stride(from: width - 1, through: 0, by: -1) { put(code >> i & 1, 1) }
  }

  func finish() -> [UInt8] { count > 0 ? bytes + [UInt8(bits & 0xFF)] : bytes }
}
