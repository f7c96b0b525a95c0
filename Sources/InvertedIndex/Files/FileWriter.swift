import Glibc

/// Writes a file under a temporary name and gives it its real name when it is whole.
final class FileWriter {
  private let temporary: String
  private let directory: String
  private var file: UnsafeMutablePointer<FILE>?
  private var checksum = Checksum()
  private(set) var length: UInt64 = 0
  private var failed: Int32 = 0

  init(directory: String, name: String) throws(IndexError) {
    self.directory = directory
    temporary = "\(directory)/\(name).part"
    file = fopen(temporary, "wb")
    guard file != nil else { throw Self.error(temporary, errno) }
  }

  deinit {
    if let file {
      fclose(file)
      unlink(temporary)
    }
  }

  private static func error(_ path: String, _ code: Int32) -> IndexError {
    .system(path: path, action: .write, reason: String(cString: strerror(code)))
  }

  func write(_ bytes: [UInt8]) throws(IndexError) {
    let wrong: Int32 = bytes.withUnsafeBytes { buffer in
      checksum.update(buffer)
      return fwrite(buffer.baseAddress, 1, buffer.count, file) == buffer.count ? 0 : errno
    }
    if wrong != 0 { throw Self.error(temporary, wrong) }
    length += UInt64(bytes.count)
  }

  var checksumValue: UInt64 { checksum.value }

  /// Brings the file to the disk and names it.
  func finish(as name: String) throws(IndexError) {
    guard let open = file else { return }
    let flushed = fflush(open) == 0 && fsync(fileno(open)) == 0
    let code = errno
    file = nil
    guard fclose(open) == 0, flushed else {
      unlink(temporary)
      throw Self.error(temporary, code)
    }
    guard rename(temporary, "\(directory)/\(name)") == 0 else { throw Self.error(temporary, errno) }
  }
}

/// What the writer asks of a folder.
enum Folders {
  /// Makes a folder and the folders it stands in, where they are not there.
  static func make(_ path: String) throws(IndexError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made == "/" ? "\(part)" : "/\(part)"
      if mkdir(made, 0o777) != 0, errno != EEXIST {
        throw .system(path: made, action: .write, reason: String(cString: strerror(errno)))
      }
    }
  }

  /// Brings renames in a folder to the disk.
  static func sync(_ path: String) {
    let descriptor = open(path, O_RDONLY)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
  }

  /// The names in a folder, in no order; empty where it can't be read.
  static func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }

  static func remove(_ path: String) { unlink(path) }
}
