import CLexicons
import Glibc
import JapaneseText
import Phrases
import SystemFiles

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
    guard FileSystem.kind(of: FilePath(directory)) == .directory else {
      throw .unreadable(FileError(path: directory, reason: .notADirectory))
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
    do throws(FileError) {
      return try FileSystem.read(FilePath(path))
    } catch {
      if error.reason == .system(ENOENT) { return nil }
      throw .unreadable(FileError(path: path, reason: error.reason))
    }
  }
}
