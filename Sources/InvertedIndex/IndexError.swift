import Analysis
import Phrases
import SystemFiles

/// What can be wrong with an index, as facts; `saying` is the sentence for people.
package enum IndexError: Error, Hashable, Sendable {
  /// There is no index in the folder.
  case missing(directory: String)
  /// A file or folder was refused.
  case file(FileError, action: Action)
  /// The folder holds these names and is no folder of an index; nothing of it was touched.
  case occupied(directory: String, names: [String])
  /// Another process writes into the folder; `holder` says which, where it has said so itself.
  case busy(directory: String, holder: String?)
  /// The file was written to or cut short after it was opened: what was read of it may be anything.
  case changed(path: String)
  /// The file is shorter or longer than the index says.
  case length(path: String, expected: UInt64, found: UInt64)
  /// The bytes are not the ones that were written.
  case checksum(path: String)
  /// The file is not what its name says.
  case foreign(path: String)
  /// Written by a program with another format.
  case version(path: String, found: UInt32, expected: UInt32)
  /// The bytes are as written but make no sense; `part` names the structure.
  case malformed(path: String, part: String)
  /// This program would cut the texts otherwise than they were cut.
  case behaviour(directory: String)
  /// A document has another number of fields than the index, or the index has no or too many fields.
  case fields(expected: Int, found: Int)
  /// The index can't hold more documents.
  case tooManyDocuments
  /// ICU could not be opened.
  case wordBreaker(code: Int32)
  /// The lexicons kept in the index can't be read.
  case lexicons(LexiconError)

  package enum Action: String, Hashable, Sendable {
    case read, write
  }
}

extension IndexError: Said {
  package var saying: Saying {
    switch self {
    case .missing(let directory): Phrase.noIndexHere.with(Saying(directory))
    case .file(let error, .read): Phrase.cantBeRead.with(Saying(error.path), error.reason.saying)
    case .file(let error, .write): Phrase.cantBeWritten.with(Saying(error.path), error.reason.saying)
    case .occupied(let directory, let names): Self.occupied(directory, names)
    case .busy(let directory, let holder):
      Phrase.indexBusy.with(Saying(directory), holder.map { Saying($0) } ?? Phrase.anotherProcess.with())
    case .changed(let path): Phrase.changedInUse.with(Saying(path))
    case .length(let path, let expected, let found):
      (found < expected ? Phrase.truncated : .tooLongFile).with(
        Saying(path), Saying("\(expected)"), Saying("\(found)"))
    case .checksum(let path): Phrase.checksumDiffers.with(Saying(path))
    case .foreign(let path): Phrase.foreignFile.with(Saying(path))
    case .version(let path, let found, let expected):
      Phrase.fileOtherFormat.with(Saying(path), Saying("\(found)"), Saying("\(expected)"))
    case .malformed(let path, let part): Phrase.damagedFile.with(Saying(path), Saying(part))
    case .behaviour(let directory): Phrase.cutOtherwise.with(Saying(directory))
    case .fields(let expected, let found): Phrase.otherFields.with(Saying(found), Saying(expected))
    case .tooManyDocuments: Phrase.tooManyDocuments.with()
    case .wordBreaker(let code): Phrase.noWordBreaker.with(Saying("\(code)"))
    case .lexicons(let error): error.saying
    }
  }

  private static func occupied(_ directory: String, _ names: [String]) -> Saying {
    let first = names.prefix(3).map { Saying($0) }.listed
    let held = names.count > 3 ? Phrase.fewMore.with(first, Saying(names.count - 3)) : first
    return Phrase.folderOccupied.with(Saying(directory), held)
  }
}

extension IndexError {
  /// Runs `body`; what it throws is about reading.
  static func reading<R: ~Copyable>(_ body: () throws(FileError) -> R) throws(IndexError) -> R {
    do throws(FileError) { return try body() } catch { throw .file(error, action: .read) }
  }

  /// Runs `body`; what it throws is about writing.
  static func writing<R: ~Copyable>(_ body: () throws(FileError) -> R) throws(IndexError) -> R {
    do throws(FileError) { return try body() } catch { throw .file(error, action: .write) }
  }
}
