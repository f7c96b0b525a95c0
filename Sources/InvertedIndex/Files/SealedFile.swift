import JapaneseText
import Synchronization
import SystemFiles

/// A file of an index, mapped into memory. What is read of it was checked to be as it was written: a small file when it is
/// opened, of a large one each block before it is first read.
final class SealedFile: @unchecked Sendable {
  /// Up to here a file is small: checking it takes less time than opening it.
  private static let small = 1 << 20

  let path: String
  private let file: MappedFile
  private let content: UnsafeRawBufferPointer
  /// By block, 1 where it was checked; several readers may find the same.
  private let checked: UnsafeMutablePointer<Atomic<UInt8>>
  private let isChecked: Bool
  private let foundDamage = Atomic<Bool>(false)

  var count: Int { content.count }

  /// - Throws: where the file is not the one that is described, or its seal or a small content is not as written.
  init(_ path: FilePath, length: UInt64, root: UInt64) throws(IndexError) {
    file = try IndexError.reading { () throws(FileError) in try MappedFile(path) }
    self.path = file.path
    let found = UInt64(file.bytes.count)
    guard found == length else { throw .length(path: file.path, expected: length, found: found) }
    let seal = try Seal(file.bytes, path: file.path)
    guard seal.root == root else { throw .checksum(path: file.path) }
    content = UnsafeRawBufferPointer(rebasing: file.bytes[..<Int(seal.length)])
    let blocks = Seal.blocks(content.count)
    checked = .allocate(capacity: max(1, blocks))
    for block in 0..<blocks { (checked + block).initialize(to: Atomic(0)) }
    isChecked = content.count <= Self.small
    if isChecked { try check(0..<blocks) }
  }

  deinit {
    checked.deinitialize(count: Seal.blocks(content.count))
    checked.deallocate()
  }

  /// A part of the content; valid for as long as this object lives.
  func bytes(_ range: Range<Int>) throws(IndexError) -> UnsafeRawBufferPointer {
    guard range.lowerBound >= 0, range.upperBound <= content.count else {
      throw .malformed(path: path, part: "a place in the file")
    }
    if !isChecked, !range.isEmpty {
      try check(range.lowerBound / Seal.blockSize..<(range.upperBound - 1) / Seal.blockSize + 1)
    }
    return UnsafeRawBufferPointer(rebasing: content[range])
  }

  /// The whole content.
  func bytes() throws(IndexError) -> UnsafeRawBufferPointer { try bytes(0..<content.count) }

  /// A part of the content, for what is used as it was written.
  func prepared(_ range: Range<Int>) throws(IndexError) -> PreparedBytes {
    PreparedBytes(try bytes(range), of: self)
  }

  /// The content from an offset on, of which only `length` bytes are checked: what follows may only be read to be thrown
  /// away.
  func bytes(from offset: Int, length: Int) throws(IndexError) -> UnsafeRawBufferPointer {
    guard length >= 0, offset >= 0, offset <= content.count - length else {
      throw .malformed(path: path, part: "a place in the file")
    }
    _ = try bytes(offset..<(offset + length))
    return UnsafeRawBufferPointer(rebasing: content[offset...])
  }

  private func check(_ blocks: Range<Int>) throws(IndexError) {
    for block in blocks where checked[block].load(ordering: .acquiring) == 0 {
      let start = block * Seal.blockSize
      let bytes = content[start..<min(start + Seal.blockSize, content.count)]
      let sum = file.bytes.loadUnaligned(fromByteOffset: content.count + block * 8, as: UInt64.self)
      guard Checksum.of(UnsafeRawBufferPointer(rebasing: bytes)) == UInt64(littleEndian: sum) else {
        foundDamage.store(true, ordering: .relaxed)
        throw file.isAsOpened ? .checksum(path: path) : .changed(path: path)
      }
      checked[block].store(1, ordering: .releasing)
    }
  }

  /// Throws where the file was written to or cut short since it was opened, or a part of it was found damaged.
  func checkIsAsOpened() throws(IndexError) {
    guard file.isAsOpened else { throw .changed(path: path) }
    guard !foundDamage.load(ordering: .relaxed) else { throw .checksum(path: path) }
  }
}
