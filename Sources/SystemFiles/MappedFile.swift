import CFaultGuard
import Glibc

/// A file's bytes, mapped into memory for as long as this object lives.
///
/// The bytes are only read. A file that is cut short meanwhile reads as zeros from there on, and one that is written to
/// may read as anything; `isAsOpened` tells, so ask it before what was read is used.
package final class MappedFile: @unchecked Sendable {
  /// As it is printed.
  package let path: String
  package let bytes: UnsafeRawBufferPointer
  private let file: FileDescriptor
  private let state: FileDescriptor.State
  /// Of the fault guard; -1 where nothing is mapped.
  private let range: Int32

  package init(_ path: FilePath) throws(FileError) {
    let file = try FileDescriptor.reading(path)
    let state = try file.state
    let bytes = try Self.map(file, size: state.size)
    let range = bytes.baseAddress.map { fault_guard_watch($0, bytes.count) } ?? -1
    self.path = path.shown
    self.file = file
    self.state = state
    self.bytes = bytes
    self.range = range
    guard bytes.isEmpty || range >= 0 else { throw FileError(path: path.shown, reason: .system(ENFILE)) }
  }

  deinit {
    if range >= 0 { fault_guard_release(range) }
    if let base = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) }
  }

  /// False where the file was written to or cut short since it was opened, under whatever name it now has.
  package var isAsOpened: Bool {
    (range < 0 || fault_guard_was_hit(range) == 0) && (try? file.state) == state
  }

  /// Gives the memory of a part back, whole pages of it; where it is read again, it comes from the file again.
  package func release(_ part: Range<Int>) {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let (start, end) = ((part.lowerBound + page - 1) / page * page, part.upperBound / page * page)
    guard let base = bytes.baseAddress, start < end, end <= bytes.count else { return }
    madvise(UnsafeMutableRawPointer(mutating: base) + start, end - start, MADV_DONTNEED)
  }

  private static func map(
    _ file: borrowing FileDescriptor, size: Int
  ) throws(FileError) -> UnsafeRawBufferPointer {
    guard size > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let number = file.number
    var base: UnsafeMutableRawPointer?
    try SystemCall.map.run(file.path) {
      base = mmap(nil, size, PROT_READ, MAP_PRIVATE, number, 0)
      return base == MAP_FAILED ? Int32(-1) : 0
    }
    return UnsafeRawBufferPointer(start: base, count: size)
  }
}
