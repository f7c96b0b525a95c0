import Evaluation
import Glibc
import JapaneseText
import Phrases
import SystemFiles

/// Where a conversation keeps answers for evaluations: those taken for right as a set of questions, those taken for wrong as open
/// cases.
struct CaseFiles {
  /// Where no file is named; nil where the user has no home.
  private let folder: String?

  init(folder: String?) { self.folder = folder }

  /// Why nothing was kept.
  struct Problem: Error, Hashable {
    let saying: Saying
  }

  /// The set that a name means: the file itself, or `questions.json` of the user's folder.
  func set(named name: String) throws(Problem) -> String { name.isEmpty ? try path("questions.json") : name }

  /// Adds an answer to a set, which is made where it is not there; a file that is no set is left as it is.
  func add(_ answer: ConfirmedAnswer, to path: String) throws(Problem) {
    let file = FilePath(path)
    let isThere = FileSystem.kind(ofEntry: file) != nil
    let old = try saying { () throws(FileError) in isThere ? try FileSystem.read(file) : [] }
    let new: [UInt8]
    do throws(Judgements.Problem) {
      new = try QuestionSet.text(TextLines.withoutByteOrderMark(old), name: path, adding: answer)
    } catch {
      throw Problem(saying: error.saying)
    }
    try saying { () throws(FileError) in
      if isThere {
        try FileDescriptor(file, O_WRONLY | O_NOFOLLOW | O_NONBLOCK).replaceContent(with: new)
      } else {
        try makeFolder()
        try FileDescriptor(newFile: file).write(new)
      }
    }
  }

  /// Adds an open case to `open-cases.jsonl` of the user's folder; where it is kept.
  func add(_ open: OpenCase) throws(Problem) -> String {
    let path = try path("open-cases.jsonl")
    try saying { () throws(FileError) in
      try makeFolder()
      try FileSystem.append(Array(open.line.utf8), to: FilePath(path))
    }
    return path
  }

  /// Writes a file that is not there yet.
  func write(_ text: String, toNew path: String) throws(Problem) {
    try saying { () throws(FileError) in try FileDescriptor(newFile: FilePath(path)).write(Array(text.utf8)) }
  }

  private func saying<T>(_ work: () throws(FileError) -> T) throws(Problem) -> T {
    do throws(FileError) {
      return try work()
    } catch {
      throw Problem(saying: error.saying)
    }
  }

  private func path(_ name: String) throws(Problem) -> String {
    guard let folder else { throw Problem(saying: Phrase.noHome.with()) }
    return "\(folder)/\(name)"
  }

  private func makeFolder() throws(FileError) {
    if let folder { try FileSystem.makeDirectory(FilePath(folder), mode: 0o700) }
  }
}

extension Console {
  /// `$XDG_STATE_HOME/shirabe`, else `~/.local/state/shirabe`; nil without a home.
  var stateFolder: String? {
    (variable("XDG_STATE_HOME") ?? variable("HOME").map { $0 + "/.local/state" }).map { $0 + "/shirabe" }
  }
}
