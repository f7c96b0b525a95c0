import Answers
import PlanLibrary

/// What a report of a fault begins with, and what a script asks before it relies on an answer.
enum Version {
  /// The program's. `Changelog.md` says what came with each.
  static let program = "0.2.0"

  /// Prints the versions, a name and a value a line, then the fingerprint of the index where there is one.
  /// - Throws: a `Failure` where an index was named and is missing, or is damaged or of another form.
  static func print(_ source: IndexOptions, _ console: Console) throws -> ExitStatus {
    try console.write("shirabe \(program)\ncontract \(Answer.contract)\nindex-format \(Library.format)\n")
    guard let library = try source.openExisting(console) else { return .answered }
    try console.write("fingerprint \(Library.text(ofFingerprint: library.fingerprint))\n")
    return .answered
  }
}
