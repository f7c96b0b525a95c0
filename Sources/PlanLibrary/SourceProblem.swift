import Phrases
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
  case badRecord(path: String, line: Int, problem: Saying)
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
  package var reason: Saying {
    switch self {
    case .missing: Phrase.noSuchFile.with()
    case .unreadable(let error): error.reason.saying
    case .noTexts: Phrase.noTexts.with()
    case .otherEnding: Phrase.otherEnding.with()
    case .deadLink: Phrase.deadLink.with()
    case .linkedFolder: Phrase.linkedFolder.with()
    case .special(_, let kind): Phrase.notAFile.with(kind.saying)
    case .notRead(_, let failure): failure.saying
    case .partlyRead(_, let remark): remark.saying
    case .badRecord(_, _, let problem): problem
    case .repeatedID(_, _, let id): Phrase.idTaken.with(Saying(id))
    }
  }
}

extension SourceProblem: Said {
  package var saying: Saying {
    let text = Phrase.pathAnd.with(Saying(path + (line.map { ":\($0)" } ?? "")), reason)
    if case .partlyRead = self { return text }
    return isAboutPath ? text : Phrase.leftOutBecause.with(text)
  }
}

extension FileSystem.Kind {
  fileprivate var saying: Saying {
    switch self {
    case .file: Phrase.aFile.with()
    case .directory: Phrase.aFolder.with()
    case .link: Phrase.aLink.with()
    case .pipe: Phrase.aPipe.with()
    case .socket: Phrase.aSocket.with()
    case .device: Phrase.aDevice.with()
    }
  }
}
