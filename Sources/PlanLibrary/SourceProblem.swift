/// What is wrong with a text to be indexed.
package enum SourceProblem: Hashable, Sendable {
  case missing(path: String)
  case unreadable(FileError)
  /// A folder without `.txt` and `.jsonl` files.
  case noTexts(path: String)
  /// `offset` is the first byte, counted from 0, that belongs to no character.
  case notUTF8(path: String, offset: Int)
  case badRecord(path: String, line: Int, problem: String)
  case repeatedID(path: String, line: Int?, id: String)

  /// True where the path that was named is at fault: an index that lacks it without a word would be wrong.
  var isAboutPath: Bool {
    switch self {
    case .missing, .noTexts: true
    case .unreadable, .notUTF8, .badRecord, .repeatedID: false
    }
  }
}

extension SourceProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder"
    case .unreadable(let error): "\(error); left out"
    case .noTexts(let path): "\(path): no .txt or .jsonl file in this folder"
    case .notUTF8(let path, let offset):
      "\(path): not UTF-8 at byte offset \(offset); left out (from Shift_JIS: iconv -f CP932 -t UTF-8)"
    case .badRecord(let path, let line, let problem): "\(path):\(line): \(problem); left out"
    case .repeatedID(let path, let line, let id):
      "\(path)\(line.map { ":\($0)" } ?? ""): the id \"\(id)\" is taken by an earlier text; left out"
    }
  }
}
