import Glibc

/// A path as the system has it: bytes, which need not be UTF-8. Two spellings of one name (が composed or not) are two
/// paths.
package struct FilePath: Hashable, Sendable {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ text: String) { bytes = Array(text.utf8) }

  /// The path as it is printed and kept. Where it is not UTF-8, a byte that belongs to no character is `\x8D`, and a
  /// backslash `\\`.
  package var shown: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var rest = bytes[...]
    while let byte = rest.first {
      let character = (1...4).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
      switch character {
      case "\\": text += "\\\\"
      case let character?: text += character
      case nil: text += "\\x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
      rest = rest.dropFirst(character?.utf8.count ?? 1)
    }
    return text
  }

  package var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// A name in this folder.
  package func appending(_ name: FilePath) -> FilePath {
    FilePath(bytes: bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name.bytes)
  }

  /// The folder that holds this name; `.` for a name alone, and `/` for itself.
  package var parent: FilePath {
    let slash = UInt8(ascii: "/")
    let path = normalized
    guard let end = path.bytes.lastIndex(of: slash) else { return FilePath(".") }
    return FilePath(bytes: Array(path.bytes[..<max(end, 1)]))
  }

  /// The same path without `.` and doubled slashes, to tell whether two paths are one; links are not followed.
  package var normalized: FilePath {
    let slash = UInt8(ascii: "/")
    let parts = bytes.split(separator: slash).filter { !$0.elementsEqual([UInt8(ascii: ".")]) }
    return FilePath(bytes: (bytes.first == slash ? [slash] : []) + parts.joined(separator: [slash]))
  }

  /// True where the name ends so, in capitals or not.
  package func hasEnding(_ ending: String) -> Bool {
    bytes.count > ending.utf8.count
      && bytes.suffix(ending.utf8.count).map(Self.lowercased).elementsEqual(ending.utf8)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

  /// Runs `body` with the path as C has it.
  func withCString<R>(_ body: (UnsafePointer<CChar>) -> R) -> R {
    (bytes + [0]).withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("a path has a byte at its end") }
        return body(base)
      }
    }
  }
}

extension FilePath: Comparable {
  /// By bytes.
  package static func < (a: FilePath, b: FilePath) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

extension FilePath {
  /// The path from a folder to this place, links followed in both: `../plans/a.txt`. Absolute where it can't be told.
  package func location(from directory: FilePath) -> String {
    guard let here = directory.real, let there = real else { return shown }
    let (from, to) = (here.parts, there.parts)
    let shared = zip(from, to).prefix { $0 == $1 }.count
    let steps = Array(repeating: Array("..".utf8), count: from.count - shared) + to.dropFirst(shared)
    return steps.isEmpty ? "." : FilePath(bytes: Array(steps.joined(separator: [UInt8(ascii: "/")]))).shown
  }

  private var parts: [[UInt8]] { bytes.split(separator: UInt8(ascii: "/")).map(Array.init) }

  /// The absolute path without links; of what is not there yet, as far as it is. nil where the folder above is not there either.
  private var real: FilePath? {
    if let found = withCString({ realpath($0, nil) }) {
      defer { free(found) }
      return FilePath(bytes: Array(UnsafeRawBufferPointer(start: found, count: strlen(found))))
    }
    let name = parts.last ?? []
    let above = bytes.dropLast(name.count)
    guard !name.isEmpty, name != Array("..".utf8) else { return nil }
    let folder = FilePath(bytes: above.isEmpty ? Array(".".utf8) : Array(above))
    return folder.bytes == bytes ? nil : folder.real?.appending(FilePath(bytes: name))
  }
}
