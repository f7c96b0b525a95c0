import SourceFiles
import SystemFiles

/// What is wrong with a text to be indexed.
package enum SourceProblem: Hashable, Sendable {
  case missing(path: String)
  /// The system refuses it, or it is too large.
  case unreadable(FileError)
  /// A folder without a file that is read of folders.
  case noTexts(path: String)
  /// A file of a folder whose ending is none that is read.
  case otherEnding(path: String)
  /// A link that leads nowhere.
  case deadLink(path: String)
  /// A link to a folder in a folder.
  case linkedFolder(path: String)
  /// A pipe, socket or device.
  case special(path: String, FileSystem.Kind)
  /// A file of a kind or state that no reader reads.
  case notRead(path: String, ReadingFailure)
  /// A file of which something is missing; the rest is in the index.
  case partlyRead(path: String, Remark)
  case badRecord(path: String, line: Int, problem: String)
  case repeatedID(path: String, line: Int?, id: String)

  /// nil where the entry is a file that is read.
  init?(_ entry: FileSystem.Entry, at path: FilePath) {
    switch entry {
    case .file where SourceFile.endings.contains(where: path.hasEnding): return nil
    case .file: self = .otherEnding(path: path.shown)
    case .deadLink: self = .deadLink(path: path.shown)
    case .linkedFolder: self = .linkedFolder(path: path.shown)
    case .special(let kind): self = .special(path: path.shown, kind)
    case .unreadable(let error): self = .unreadable(error)
    }
  }

  /// True where the path that was named is at fault: an index that lacks it without a word would be wrong.
  var isAboutPath: Bool {
    switch self {
    case .missing, .noTexts: true
    case .unreadable, .otherEnding, .deadLink, .linkedFolder, .special, .notRead, .partlyRead, .badRecord,
      .repeatedID:
      false
    }
  }

  package var path: String {
    switch self {
    case .missing(let path), .noTexts(let path), .otherEnding(let path), .deadLink(let path),
      .linkedFolder(let path), .special(let path, _), .notRead(let path, _), .partlyRead(let path, _),
      .badRecord(let path, _, _), .repeatedID(let path, _, _):
      path
    case .unreadable(let error): error.path
    }
  }

  /// The line of a `.jsonl` file, from 1, where one record of it is left out.
  package var line: Int? {
    switch self {
    case .badRecord(_, let line, _): line
    case .repeatedID(_, let line, _): line
    case .missing, .unreadable, .noTexts, .otherEnding, .deadLink, .linkedFolder, .special, .notRead,
      .partlyRead:
      nil
    }
  }

  /// Why, without the path.
  package var reason: String {
    switch self {
    case .missing: "no such file or folder"
    case .unreadable(let error): error.reason.description
    case .noTexts: "no file in this folder that can be read"
    case .otherEnding: "of a kind that is not read of folders; to index it all the same, name it"
    case .deadLink: "a link that leads nowhere"
    case .linkedFolder: "a link to a folder; to index what is there, name it"
    case .special(_, let kind): "a \(kind.rawValue), not a file"
    case .notRead(_, let failure): failure.description
    case .partlyRead(_, let remark): remark.description
    case .badRecord(_, _, let problem): problem
    case .repeatedID(_, _, let id): "the id \"\(id)\" is taken by an earlier text"
    }
  }
}

extension SourceProblem: CustomStringConvertible {
  package var description: String {
    let text = "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)"
    if case .partlyRead = self { return text }
    return isAboutPath ? text : "\(text); left out"
  }
}
