/// The list of the files that make up an index: what is not listed is not part of it.
///
/// Text, so that a person can read it. The last line is the checksum of all lines before it:
///
///     shirabe index 3
///     file documents documents-0123456789abcdef 48120 0123456789abcdef
///     …                                         -- role, name, bytes, checksum in hexadecimal
///     end 0123456789abcdef
struct Manifest {
  static let fileName = "manifest"
  static let version: UInt32 = 3
  private static let opening = "shirabe index "

  struct File: Hashable {
    let role: String
    let name: String
    let length: UInt64
    let checksum: UInt64
  }

  let files: [File]

  init(files: [File]) { self.files = files }

  var encoded: [UInt8] {
    var text = "\(Self.opening)\(Self.version)\n"
    for file in files { text += "file \(file.role) \(file.name) \(file.length) \(Self.hex(file.checksum))\n" }
    text += "end \(Self.hex(Checksum.of(Array(text.utf8))))\n"
    return Array(text.utf8)
  }

  static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  init(directory: String) throws(IndexError) {
    let path = "\(directory)/\(Self.fileName)"
    let mapped: MappedFile
    do throws(IndexError) {
      mapped = try MappedFile(path)
    } catch {
      throw Folders.names(in: directory).contains(Self.fileName) ? error : .missing(directory: directory)
    }
    try self.init(Array(mapped.bytes), path: path)
  }

  init(_ bytes: [UInt8], path: String) throws(IndexError) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard let first = lines.first, first.hasPrefix(Self.opening),
      let version = UInt32(first.dropFirst(Self.opening.count))
    else { throw .foreign(path: path) }
    guard version == Self.version else { throw .version(path: path, found: version, expected: Self.version) }
    guard lines.count >= 3, lines.last == "", lines[lines.count - 2].hasPrefix("end ") else {
      throw .checksum(path: path)
    }
    let body = bytes.dropLast(lines[lines.count - 2].utf8.count + 1)
    guard lines[lines.count - 2] == "end \(Self.hex(Checksum.of(Array(body))))" else {
      throw .checksum(path: path)
    }
    var files: [File] = []
    for line in lines[1..<(lines.count - 2)] {
      let words = line.split(separator: " ")
      guard words.count == 5, words[0] == "file", !words[2].contains("/"), let length = UInt64(words[3]),
        let checksum = UInt64(words[4], radix: 16)
      else { throw .malformed(path: path, part: "the list of files") }
      files.append(File(role: String(words[1]), name: String(words[2]), length: length, checksum: checksum))
    }
    self.files = files
  }

  /// Opens one of the files and checks that it is as it was written.
  func open(_ role: String, in directory: String) throws(IndexError) -> MappedFile {
    guard let file = files.first(where: { $0.role == role }) else {
      throw .malformed(path: "\(directory)/\(Self.fileName)", part: "the file of \(role)")
    }
    let mapped = try MappedFile("\(directory)/\(file.name)")
    let found = UInt64(mapped.bytes.count)
    guard found == file.length else { throw .length(path: mapped.path, expected: file.length, found: found) }
    guard Checksum.of(mapped.bytes) == file.checksum else { throw .checksum(path: mapped.path) }
    return mapped
  }
}
