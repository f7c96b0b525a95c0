import Glibc
import SystemFiles

/// Lets one writer at a time into a folder. A process that ends in any way gives it up.
///
///     shirabe writer 1
///     process 1234 on midori
///     build-0123456789abcdef                     -- the writer's own folder, and others that are still to be cleared
///     end 0123456789abcdef                       -- checksum of the lines before
///
/// What follows the last line doesn't count. The file is empty while nobody writes; its owner alone may open it, so that
/// no reader can keep a writer out.
final class WriterLock: Sendable {
  static let name = FilePath("lock")
  private static let opening = "shirabe writer 1"
  /// `F_OFD_SETLK` of <fcntl.h>: a lock that belongs to the open file, not to the process.
  private static let setLock: Int32 = 37

  private static let largest = 1 << 16

  private let file: FileDescriptor
  /// The folders of writers that were killed.
  let workshops: [String]

  /// - Throws: `.busy` at once where another writer has the lock.
  init(_ directory: FilePath) throws(IndexError) {
    let path = directory.appending(Self.name)
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK
    let file = try IndexError.writing { () throws(FileError) in try FileDescriptor(path, flags) }
    let content = try? FileSystem.read(path, limit: Self.largest)
    // another name, or other content: the file is someone else's
    guard let content, (try? file.linkCount) == 1, content.isEmpty || Self.lines(content) != nil else {
      throw .occupied(directory: directory.shown, names: [Self.name.shown])
    }
    do throws(FileError) {
      try Self.acquire(file)
    } catch {
      guard [.system(EAGAIN), .system(EACCES)].contains(error.reason) else {
        throw .file(error, action: .write)
      }
      throw .busy(directory: directory.shown, holder: Self.lines(content)?.holder)
    }
    // the writer before took its new folder away again, and the file with it
    guard (try? file.linkCount) == 1 else { throw .busy(directory: directory.shown, holder: nil) }
    let said = try IndexError.reading { () throws(FileError) in try FileSystem.read(path, limit: Self.largest)
    }
    workshops = Self.lines(said)?.workshops ?? []
    self.file = file
  }

  private static func acquire(_ file: borrowing FileDescriptor) throws(FileError) {
    let number = file.number
    try SystemCall.lock.run(file.path) { set(F_WRLCK, number) }
  }

  private static func set(_ type: Int32, _ number: Int32) -> Int32 {
    var whole = flock()
    whole.l_type = Int16(type)
    whole.l_whence = Int16(SEEK_SET)
    return withUnsafeMutablePointer(to: &whole) { fcntl(number, setLock, UnsafeMutableRawPointer($0)) }
  }

  /// Closing alone would leave the lock to a program that another thread is just starting, until that closes its copy of the file.
  deinit { _ = Self.set(F_UNLCK, file.number) }

  /// Says who writes, and where, before anything else is made.
  func announce(_ workshops: [String]) throws(IndexError) {
    try IndexError.writing { () throws(FileError) in try file.replaceContent(with: Self.text(workshops)) }
  }

  /// Says what is left to be cleared; the lock itself goes with this value.
  func release(_ workshops: [String]) {
    try? file.replaceContent(with: workshops.isEmpty ? [] : Self.text(workshops))
  }

  /// Takes the file away, before the folder goes.
  func removeFile() { try? FileSystem.remove(file.path) }

  private static func text(_ workshops: [String]) -> [UInt8] {
    let names = workshops.joined(separator: " ")
    let text = "\(opening)\nprocess \(getpid()) on \(hostName)\n\(names)\n"
    return Array((text + "end \(Manifest.hex(Checksum.of(Array(text.utf8))))\n").utf8)
  }

  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    let isKnown = gethostname(&name, name.count - 1) == 0
    let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return isKnown && !text.contains(where: \.isNewline) ? text : "this machine"
  }

  private static func lines(_ content: [UInt8]) -> (holder: String, workshops: [String])? {
    let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count > 4 else { return nil }
    let body = Array(lines[..<3].joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
    let text = lines[..<4].map { String(decoding: $0, as: UTF8.self) }
    let workshops = text[2].split(separator: " ")
    guard text[0] == opening, text[3] == "end \(Manifest.hex(Checksum.of(body)))",
      workshops.allSatisfy(Workshop.isName)
    else { return nil }
    return (text[1], workshops.map(String.init))
  }

  /// True where the lock can only have been made by a writer: by what it says, or since a writer that was stopped at once
  /// made nothing else.
  static func isOurs(in directory: FilePath, _ names: [FilePath]) -> Bool {
    let path = directory.appending(name)
    guard FileSystem.kind(ofEntry: path) == .file, let content = try? FileSystem.read(path, limit: largest)
    else { return false }
    return lines(content) != nil || content.isEmpty && names == [name]
  }
}
