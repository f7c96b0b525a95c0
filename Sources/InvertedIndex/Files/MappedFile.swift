import Glibc

/// A file's bytes, mapped into memory for as long as this object lives.
///
/// The pointer is only read, and nobody writes to a file of an index once it has its name.
final class MappedFile: @unchecked Sendable {
  let path: String
  let bytes: UnsafeRawBufferPointer

  init(_ path: String) throws(IndexError) {
    self.path = path
    bytes = try Self.map(path)
  }

  deinit {
    if let base = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) }
  }

  private static func map(_ path: String) throws(IndexError) -> UnsafeRawBufferPointer {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .system(path: path, action: .read, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .system(path: path, action: .read, reason: "not a regular file")
    }
    guard status.st_size > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    guard let base = mmap(nil, status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    else {
      throw .system(path: path, action: .read, reason: String(cString: strerror(errno)))
    }
    return UnsafeRawBufferPointer(start: base, count: status.st_size)
  }
}
