import Analysis
import SystemFiles

/// What can be wrong with an index, as facts; `description` is the sentence for people.
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

extension IndexError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let directory): "\(directory): there is no index here"
    case .file(let error, .read): "\(error.path): can't be read: \(error.reason)"
    case .file(let error, .write): "\(error.path): can't be written: \(error.reason)"
    case .occupied(let directory, let names): Self.occupied(directory, names)
    case .busy(let directory, let holder):
      "\(directory): \(holder ?? "another process") is writing this index; try again when it has ended"
    case .changed(let path): "\(path): changed while it was in use"
    case .length(let path, let expected, let found):
      found < expected
        ? "\(path): truncated (the index says \(expected) bytes, the file has \(found))"
        : "\(path): too long (the index says \(expected) bytes, the file has \(found))"
    case .checksum(let path): "\(path): damaged (the checksum differs)"
    case .foreign(let path): "\(path): not a file of an index"
    case .version(let path, let found, let expected):
      "\(path): written in format \(found), this program reads format \(expected)"
    case .malformed(let path, let part): "\(path): damaged (\(part) can't be read)"
    case .behaviour(let directory):
      "\(directory): its texts were cut into words otherwise than this program cuts questions"
    case .fields(let expected, let found): "\(found) fields where the index has \(expected)"
    case .tooManyDocuments: "an index holds no more than 4294967294 documents"
    case .wordBreaker(let code): "ICU's word breaker can't be opened (error \(code))"
    case .lexicons(let error): "\(error)"
    }
  }

  private static func occupied(_ directory: String, _ names: [String]) -> String {
    let first = names.prefix(3).joined(separator: ", ")
    let held = names.count > 3 ? "\(first) and \(names.count - 3) more" : first
    return "\(directory): not a folder of an index, it holds \(held); give an empty or a new folder"
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
