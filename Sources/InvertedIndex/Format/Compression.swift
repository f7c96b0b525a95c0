/// Makes records smaller by what came before in them, or in a dictionary that they share.
///
///     Compressed = Sequence × n
///     Sequence   = token:u8, more:varint?, literal × literals, (distance:u16, more:varint?)?
///
/// The upper four bits of the token are the number of literals, the lower four the length of the match, less 5; 15 says that
/// `more` is to be added. A match repeats what stands `distance` bytes before, in the dictionary where that is before the
/// record. The last sequence ends with its literals. (LZ77 as LZ4 writes it; this form is not LZ4's.)
///
/// `abcdeabcdeX` without a dictionary: `50 61 62 63 64 65 05 00 · 10 58`.
enum Compression {
  static let shortest = 5
  static let farthest = Int(UInt16.max)
  /// The most that a dictionary is worth: its matches must be within reach.
  static let largestDictionary = 1 << 15
}

/// Compresses records against one dictionary.
struct Compressor {
  private static let tableBits = 14

  private let dictionary: [UInt8]
  /// Where bytes of some hash were last met in the dictionary.
  private let known: [Int32]

  init(dictionary: [UInt8]) {
    self.dictionary = dictionary
    var known = [Int32](repeating: -1, count: 1 << Self.tableBits)
    dictionary.withUnsafeBytes { bytes in
      for at in 0..<max(0, bytes.count - 7) { known[Self.hash(bytes, at)] = Int32(at) }
    }
    self.known = known
  }

  /// Of the five bytes at an offset; eight can be read there.
  private static func hash(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) << 24
    return Int((word &* 0x9E37_79B1_85EB_CA87) >> UInt64(64 - tableBits))
  }

  func compress(_ record: [UInt8]) -> [UInt8] {
    var known = known
    var out: [UInt8] = []
    out.reserveCapacity(record.count / 2)
    (dictionary + record).withUnsafeBytes { bytes in
      known.withUnsafeMutableBufferPointer { known in
        var at = dictionary.count
        var literals = at
        while at + 8 <= bytes.count {
          let hash = Self.hash(bytes, at)
          let candidate = Int(known[hash])
          known[hash] = Int32(truncatingIfNeeded: at)
          let length = candidate < 0 ? 0 : match(bytes, candidate, at)
          guard length >= Compression.shortest else {
            at += 1
            continue
          }
          Self.append(
            UnsafeRawBufferPointer(rebasing: bytes[literals..<at]),
            (distance: at - candidate, length: length),
            to: &out)
          let end = at + length
          at += 1
          while at < min(end, bytes.count - 8) {
            known[Self.hash(bytes, at)] = Int32(truncatingIfNeeded: at)
            at += 1
          }
          at = end
          literals = end
        }
        Self.append(UnsafeRawBufferPointer(rebasing: bytes[literals...]), nil, to: &out)
      }
    }
    return out
  }

  /// How many bytes are the same at both; a match in the dictionary does not reach beyond it.
  private func match(_ bytes: UnsafeRawBufferPointer, _ candidate: Int, _ at: Int) -> Int {
    guard at - candidate <= Compression.farthest else { return 0 }
    let end = candidate < dictionary.count ? min(bytes.count, at + dictionary.count - candidate) : bytes.count
    var length = 0
    while at + length < end, bytes[candidate + length] == bytes[at + length] { length += 1 }
    return length
  }

  private static func append(
    _ literals: UnsafeRawBufferPointer, _ match: (distance: Int, length: Int)?, to out: inout [UInt8]
  ) {
    let more = (match?.length ?? Compression.shortest) - Compression.shortest
    out.append(UInt8(min(15, literals.count)) << 4 | UInt8(min(15, more)))
    if literals.count >= 15 { out.append(varint: UInt64(literals.count - 15)) }
    out.append(contentsOf: literals)
    guard let match else { return }
    out.append(fixed: UInt16(truncatingIfNeeded: match.distance))
    if more >= 15 { out.append(varint: UInt64(more - 15)) }
  }
}

extension Compression {
  /// Bytes that are copied at once, also beyond what is wanted where there is room for them.
  private typealias Chunk = SIMD16<UInt8>
  private static let chunk = MemoryLayout<Chunk>.size

  /// The first `length` bytes of a record.
  ///
  /// - Throws: where the bytes from the reader's place on are no compressed record of at least so many.
  static func decompress(
    _ reader: inout ByteReader, dictionary: UnsafeRawBufferPointer, length: Int
  ) throws(IndexError) -> [UInt8] {
    // Memory is only touched as far as there are bytes for it, whatever length was made up.
    guard length >= 0, length <= 1 << 32 else { throw reader.failure }
    var failure: IndexError?
    let bytes = [UInt8](unsafeUninitializedCapacity: length + chunk) { buffer, count in
      do throws(IndexError) {
        let room = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[..<(length + chunk)])
        try decompress(&reader, dictionary, into: room, length)
        count = length
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// - Parameter out: `chunk` bytes longer than `length`.
  private static func decompress(
    _ reader: inout ByteReader, _ dictionary: UnsafeRawBufferPointer, into out: UnsafeMutableRawBufferPointer,
    _ length: Int
  ) throws(IndexError) {
    var count = 0
    while count < length {
      let token = try reader.fixed(UInt8.self)
      var literals = Int(token >> 4)
      if literals == 15 { literals += min(length, try reader.count()) }
      let taken = min(literals, length - count)
      let start = reader.offset
      _ = try reader.slice(taken)
      copy(reader.bytes, start, to: out, count, taken)
      count += taken
      if count == length { break }
      let distance = Int(try reader.fixed(UInt16.self))
      var wanted = Int(token & 15) + shortest
      if wanted == 15 + shortest { wanted += min(length, try reader.count()) }
      wanted = min(wanted, length - count)
      guard distance > 0, distance <= count + dictionary.count else { throw reader.failure }
      if distance > count {
        let start = dictionary.count - (distance - count)
        guard wanted <= dictionary.count - start else { throw reader.failure }
        copy(dictionary, start, to: out, count, wanted)
      } else if distance >= chunk {
        copy(UnsafeRawBufferPointer(out), count - distance, to: out, count, wanted)
      } else {
        // What is copied is copied again.
        for i in 0..<wanted { out[count + i] = out[count - distance + i] }
      }
      count += wanted
    }
  }

  /// Copies `count` bytes, which both hold; the target may be the source, `chunk` bytes further on.
  @inline(__always)
  private static func copy(
    _ source: UnsafeRawBufferPointer, _ from: Int, to target: UnsafeMutableRawBufferPointer, _ to: Int,
    _ count: Int
  ) {
    var done = 0
    while done < count, from + done + chunk <= source.count, to + done + chunk <= target.count {
      let bytes = source.loadUnaligned(fromByteOffset: from + done, as: Chunk.self)
      target.storeBytes(of: bytes, toByteOffset: to + done, as: Chunk.self)
      done += chunk
    }
    while done < count {
      target[to + done] = source[from + done]
      done += 1
    }
  }
}
