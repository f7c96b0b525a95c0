/// How each file of an index ends: it says what the file is, and every block of it can be checked by itself.
///
///     File   = content, sum:u64 × ⌈length / 16384⌉, Footer
///     Footer = length:u64, root:u64, version:u32, "shrb"
///
/// `length` is that of the content in bytes, `sum` the checksum of 16,384 bytes of it (fewer in the last block), `root` that
/// of the sums, the length and the version; it is also in the manifest and in the file's name. A file without content is the
/// 24 bytes of the footer.
struct Seal {
  static let blockSize = 1 << 14
  static let footerSize = 24
  private static let magic = Array("shrb".utf8)

  let length: UInt64
  let root: UInt64

  /// The sums and the footer, as they follow the content.
  static func encode(sums: [UInt64], length: UInt64) -> (bytes: [UInt8], root: UInt64) {
    var bytes: [UInt8] = []
    for sum in sums { bytes.append(fixed: sum) }
    let root = root(of: bytes, length: length)
    bytes.append(fixed: length)
    bytes.append(fixed: root)
    bytes.append(fixed: Manifest.version)
    bytes.append(contentsOf: magic)
    return (bytes, root)
  }

  private static func root(of sums: some Sequence<UInt8>, length: UInt64) -> UInt64 {
    var bytes = Array(sums)
    bytes.append(fixed: length)
    bytes.append(fixed: Manifest.version)
    return Checksum.of(bytes)
  }

  /// Reads the seal at the end of a file's bytes, and checks it, but not the content.
  init(_ bytes: UnsafeRawBufferPointer, path: String) throws(IndexError) {
    guard bytes.count >= Self.footerSize, bytes.suffix(4).elementsEqual(Self.magic) else {
      throw .foreign(path: path)
    }
    var footer = ByteReader(bytes, at: bytes.count - Self.footerSize, path: path, part: "the end of the file")
    length = try footer.fixed(UInt64.self)
    root = try footer.fixed(UInt64.self)
    let version = try footer.fixed(UInt32.self)
    guard version == Manifest.version else {
      throw .version(path: path, found: version, expected: Manifest.version)
    }
    let rest = UInt64(bytes.count - Self.footerSize)
    guard length <= rest, rest - length == UInt64(Self.blocks(Int(length))) * 8 else {
      throw .length(path: path, expected: length, found: rest)
    }
    guard Self.root(of: bytes[Int(length)..<Int(rest)], length: length) == root else {
      throw .checksum(path: path)
    }
  }

  static func blocks(_ length: Int) -> Int { (length + blockSize - 1) / blockSize }
}
