import Phrases

/// The parts of a ZIP file, reached by name and unpacked in memory; nothing is ever written to a folder.
struct ZipArchive {
  private struct Entry {
    let method: Int
    let isEncrypted: Bool
    let packedSize: Int
    let size: Int
    let offset: Int
  }

  private let bytes: [UInt8]
  private let entries: [String: Entry]
  /// Bytes that all parts together may still give.
  private var budget: Int

  /// In order of name.
  var names: [String] { entries.keys.sorted() }

  /// Parts beyond 64 times the file's size (and a megabyte) are no document: text of office programs packs to a tenth.
  init(_ bytes: [UInt8]) throws(ReadingFailure) {
    self.bytes = bytes
    budget = min(bytes.count, 16 << 20) * 64 + (1 << 20)
    entries = try Self.directory(bytes)
  }

  func contains(_ name: String) -> Bool { entries[name] != nil }

  /// A part; nil where the archive has none of that name.
  mutating func part(_ name: String) throws(ReadingFailure) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    guard !entry.isEncrypted else { throw .encrypted }
    let header = entry.offset
    guard header >= 0, header <= bytes.count - 30, u32(header) == 0x0403_4B50 else {
      throw .damaged(Saying(name))
    }
    let start = header + 30 + u16(header + 26) + u16(header + 28)
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else { throw .damaged(Saying(name)) }
    let packed = bytes[start..<(start + entry.packedSize)]
    let content: [UInt8]
    switch entry.method {
    case 0:
      guard packed.count <= budget else { throw .tooMuch(.uncompressedSize) }
      content = Array(packed)
    case 8: content = try Inflate.decompress(packed, expecting: entry.size, limit: budget)
    default: throw .damaged(Phrase.unknownCompression.with(Saying(name)))
    }
    budget -= content.count
    return content
  }

  /// A part that must be there.
  mutating func requiredPart(_ name: String) throws(ReadingFailure) -> [UInt8] {
    guard let part = try part(name) else { throw .damaged(Phrase.partMissing.with(Saying(name))) }
    return part
  }

  private func u16(_ offset: Int) -> Int { Self.u16(bytes, offset) }
  private func u32(_ offset: Int) -> Int { Self.u32(bytes, offset) }

  private static func u16(_ bytes: [UInt8], _ offset: Int) -> Int {
    Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  private static func u32(_ bytes: [UInt8], _ offset: Int) -> Int {
    u16(bytes, offset) | u16(bytes, offset + 2) << 16
  }

  /// The central directory, found by the record at the file's end.
  private static func directory(_ bytes: [UInt8]) throws(ReadingFailure) -> [String: Entry] {
    let earliest = max(0, bytes.count - 22 - 0xFFFF)
    guard bytes.count >= 22,
      let end = stride(from: bytes.count - 22, through: earliest, by: -1).first(where: {
        u32(bytes, $0) == 0x0605_4B50
      })
    else {
      throw .damaged(Phrase.archiveEndMissing.with())
    }
    var offset = u32(bytes, end + 16)
    var entries: [String: Entry] = [:]
    for _ in 0..<u16(bytes, end + 10) {
      guard offset <= bytes.count - 46, u32(bytes, offset) == 0x0201_4B50 else {
        throw .damaged(Phrase.archiveDirectory.with())
      }
      let nameEnd = offset + 46 + u16(bytes, offset + 28)
      guard nameEnd <= bytes.count else { throw .damaged(Phrase.archiveDirectory.with()) }
      let name = String(decoding: bytes[(offset + 46)..<nameEnd], as: UTF8.self)
      // A name that leads out of the archive belongs to no document; no part is looked for under one.
      if !name.split(separator: "/").contains(".."), !name.hasPrefix("/") {
        entries[name] = Entry(
          method: u16(bytes, offset + 10), isEncrypted: u16(bytes, offset + 8) & 1 == 1,
          packedSize: u32(bytes, offset + 20), size: u32(bytes, offset + 24), offset: u32(bytes, offset + 42))
      }
      offset = nameEnd + u16(bytes, offset + 30) + u16(bytes, offset + 32)
    }
    return entries
  }
}
