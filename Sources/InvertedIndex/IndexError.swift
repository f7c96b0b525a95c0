import Analysis

/// What can be wrong with an index, as facts; `description` is the sentence for people.
package enum IndexError: Error, Hashable, Sendable {
  /// There is no index in the folder.
  case missing(directory: String)
  /// The system refused to read or write; `reason` is its word for it.
  case system(path: String, action: Action, reason: String)
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
    case .system(let path, let action, let reason):
      "\(path): can't be \(action == .read ? "read" : "written"): \(reason)"
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
}
