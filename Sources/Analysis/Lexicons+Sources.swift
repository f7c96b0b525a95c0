import CLexicons
import Glibc
import JapaneseText

extension Lexicons {
  /// The lexicons the program was built with.
  package static let builtIn = unchecked(builtInTexts)

  /// The texts compiled in, by file.
  package static let builtInTexts: [LexiconFile: String] = {
    var texts: [LexiconFile: String] = [:]
    var index: Int32 = 0
    while let name = clexicons_name(index) {
      let bytes = UnsafeBufferPointer(start: clexicons_text(index), count: clexicons_length(index))
      // A file that is not there is compiled in as one line end.
      if let file = LexiconFile(rawValue: String(cString: name)), bytes.count > 1 {
        texts[file] = String(decoding: bytes, as: UTF8.self)
      }
      index += 1
    }
    return texts
  }()

  /// Reads the lexicon files in a folder; files that are not there are empty.
  package init(directory: String) throws(LexiconError) {
    var status = stat()
    guard stat(directory, &status) == 0 else {
      throw .unreadable(path: directory, reason: String(cString: strerror(errno)))
    }
    var texts: [LexiconFile: String] = [:]
    for file in LexiconFile.allCases {
      let path = "\(directory)/\(file.fileName)"
      guard let bytes = try Self.read(path) else { continue }
      guard let text = String(validating: TextLines.withoutByteOrderMark(bytes), as: UTF8.self) else {
        throw .notUTF8(path: path)
      }
      texts[file] = text
    }
    try self.init(texts: texts, folder: directory)
  }

  /// The bytes of a file; nil where there is none.
  private static func read(_ path: String) throws(LexiconError) -> [UInt8]? {
    guard let file = fopen(path, "rb") else {
      if errno == ENOENT { return nil }
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    if ferror(file) != 0 { throw .unreadable(path: path, reason: String(cString: strerror(EIO))) }
    return bytes
  }
}
