import Glibc
import SystemFiles

/// The list of the files that make up an index: what is not listed is not part of it.
///
/// Text, so that a person can read it. The last line is the checksum of all lines before it:
///
///     shirabe index 6
///     file documents documents-0123456789abcdef 48120 0123456789abcdef
///     …                                         -- role, name, bytes, root of the seal in hexadecimal
///     end 0123456789abcdef
struct Manifest {
  static let name = FilePath("manifest")
  static let version: UInt32 = 6
  private static let opening = "shirabe index "

  struct File: Hashable {
    let role: String
    let name: String
    /// Of the file as a whole, in bytes.
    let length: UInt64
    let root: UInt64

    static let roles = ["header", "words", "documents", "offsets", "terms", "postings", "ones"]

    /// True for the names that files have while they are written; `x-` begins those of attachments.
    static func isRole(_ name: String) -> Bool { roles.contains(name) || name.hasPrefix("x-") }

    /// A file is named by its content: an index that is open keeps its files, and equal files are the same file.
    init(role: String, length: UInt64, root: UInt64) {
      self.role = role
      self.length = length
      self.root = root
      name = "\(role)-\(Manifest.hex(root))"
    }
  }

  let files: [File]

  init(files: [File]) { self.files = files }

  var encoded: [UInt8] {
    var text = "\(Self.opening)\(Self.version)\n"
    for file in files { text += "file \(file.role) \(file.name) \(file.length) \(Self.hex(file.root))\n" }
    text += "end \(Self.hex(Checksum.of(Array(text.utf8))))\n"
    return Array(text.utf8)
  }

  static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  init(directory: String) throws(IndexError) {
    let path = FilePath(directory).appending(Self.name)
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path, limit: Self.largest)
    } catch {
      throw error.reason == .system(ENOENT) ? .missing(directory: directory) : .file(error, action: .read)
    }
    try self.init(bytes, path: path.shown)
  }

  init(_ bytes: [UInt8], path: String) throws(IndexError) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard let first = lines.first, first.hasPrefix(Self.opening),
      let version = UInt32(first.dropFirst(Self.opening.count))
    else { throw .foreign(path: path) }
    guard version == Self.version else { throw .version(path: path, found: version, expected: Self.version) }
    guard Self.hasItsChecksum(bytes) else { throw .checksum(path: path) }
    var files: [File] = []
    for line in lines[1..<(lines.count - 2)] {
      let words = line.split(separator: " ")
      guard words.count == 5, words[0] == "file", File.isRole(String(words[1])), !words[1].contains("/"),
        let length = UInt64(words[3]), let root = UInt64(words[4], radix: 16)
      else { throw .malformed(path: path, part: "the list of files") }
      let file = File(role: String(words[1]), length: length, root: root)
      guard file.name == words[2] else { throw .malformed(path: path, part: "the list of files") }
      files.append(file)
    }
    self.files = files
  }

  /// Opens one of the files.
  func open(_ role: String, in directory: String) throws(IndexError) -> SealedFile {
    guard let file = files.first(where: { $0.role == role }) else {
      throw .malformed(path: "\(directory)/\(Self.name.shown)", part: "the file of \(role)")
    }
    return try SealedFile(FilePath("\(directory)/\(file.name)"), length: file.length, root: file.root)
  }
}

/// What can only have been written by an index, told by more than its name.
extension Manifest {
  /// No manifest is so large.
  private static let largest = 1 << 20

  /// True where the last line is the checksum of those before it.
  private static func hasItsChecksum(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count >= 3, lines[lines.count - 1].isEmpty else { return false }
    let end = lines[lines.count - 2]
    let body = Array(bytes.dropLast(end.count + 1))
    return end.elementsEqual("end \(hex(Checksum.of(body)))".utf8)
  }

  /// A manifest's bytes, of whatever version; nil where there is no file, or it is no manifest, a damaged one, or a link
  /// to one.
  static func ownBytes(_ name: FilePath = name, in directory: FilePath) throws(FileError) -> [UInt8]? {
    let path = directory.appending(name)
    guard FileSystem.kind(ofEntry: path) == .file else { return nil }
    let bytes = try FileSystem.read(path, limit: largest)
    return bytes.starts(with: opening.utf8) && hasItsChecksum(bytes) ? bytes : nil
  }

  /// The names of the files in a manifest of whatever version.
  static func fileNames(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let words = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
      guard words.count >= 3, words[0] == "file", File.isRole(words[1]) else { return nil }
      let hash = words[2].dropFirst(words[1].count + 1)
      guard words[2].hasPrefix(words[1] + "-"), hash.utf8.count == 16, hash.allSatisfy(\.isHexDigit) else {
        return nil
      }
      return words[2]
    }
  }

  /// True for the header of an index, whose name is the checksum of its content: it tells an index whose manifest is
  /// damaged.
  static func isCertified(_ name: FilePath, in directory: FilePath) -> Bool {
    let path = directory.appending(name)
    guard name.shown.hasPrefix("header-"), FileSystem.kind(ofEntry: path) == .file,
      let bytes = try? FileSystem.read(path),
      let seal = try? bytes.withUnsafeBytes({ try Seal($0, path: path.shown) }),
      let file = try? SealedFile(path, length: UInt64(bytes.count), root: seal.root),
      (try? file.bytes()) != nil
    else { return false }
    return name.shown == "header-\(hex(seal.root))"
  }
}
