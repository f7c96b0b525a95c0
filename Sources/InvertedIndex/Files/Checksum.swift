/// A 64-bit checksum over bytes, fed in pieces of any size: four lanes of multiply and rotate, as xxHash does.
///
/// It finds every change within one lane's 8 bytes (each step is invertible), and others with overwhelming odds.
struct Checksum {
  private static let odd1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let odd2: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  private var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  init() { pending.reserveCapacity(32) }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var checksum = Checksum()
    checksum.update(bytes)
    return checksum.value
  }

  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let taken = rest.prefix(32 - pending.count)
      pending.append(contentsOf: taken)
      rest = rest.dropFirst(taken.count)
      guard pending.count == 32 else { return }
      pending.withUnsafeBytes { mix($0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count & ~31
    mix(UnsafeRawBufferPointer(rebasing: rest.prefix(whole)))
    pending.append(contentsOf: rest.dropFirst(whole))
  }

  /// Takes whole stripes of 32 bytes.
  private mutating func mix(_ stripes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = lanes
    for at in stride(from: 0, to: stripes.count, by: 32) {
      a = Self.step(a, stripes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      b = Self.step(b, stripes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
      c = Self.step(c, stripes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self))
      d = Self.step(d, stripes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self))
    }
    lanes = (a, b, c, d)
  }

  private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let sum = lane &+ UInt64(littleEndian: word) &* odd2
    return (sum << 31 | sum >> 33) &* odd1
  }

  var value: UInt64 {
    var hash = length
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { hash = Self.step(hash, lane) }
    for byte in pending { hash = Self.step(hash, UInt64(byte) &+ 1) }
    hash = (hash ^ hash >> 33) &* Self.odd2
    return hash ^ hash >> 29
  }
}
