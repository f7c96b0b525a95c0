import Phrases

/// One line of a `.jsonl` file: an object with the strings `id`, `text` and, where given, `title`; other members are
/// passed over.
struct RecordLine: Hashable, Sendable {
  let id: String
  /// Empty where it is not given or blank.
  let title: String
  let text: String

  /// Why a line is no record, as a message says it.
  struct Problem: Error, Hashable, Said {
    let saying: Saying
  }

  init(parsing line: some Collection<UInt8>) throws(Problem) {
    let members = try RecordLine.members(of: line)
    id = try RecordLine.id(in: members)
    guard let text = members["text"] else { throw Problem(saying: Phrase.hasNoText.with()) }
    self.text = text
    let title = members["title"] ?? ""
    self.title = title.allSatisfy(\.isWhitespace) ? "" : title
  }

  /// The members of a line that are strings.
  static func members(of line: some Collection<UInt8>) throws(Problem) -> [String: String] {
    do throws(JSONScanner.Problem) {
      var scanner = JSONScanner(Array(line))
      return try scanner.stringMembers()
    } catch {
      throw Problem(saying: Phrase.isNoObject.with(error.saying, Saying(error.offset)))
    }
  }

  /// The id, which is a word.
  static func id(in members: [String: String]) throws(Problem) -> String {
    guard let id = members["id"], !id.isEmpty else { throw Problem(saying: Phrase.hasNoID.with()) }
    guard !id.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 }) else {
      throw Problem(saying: Phrase.idHasSpace.with())
    }
    return id
  }
}

extension JSONScanner {
  /// The members of one object that are strings.
  fileprivate mutating func stringMembers() throws(Problem) -> [String: String] {
    var members: [String: String] = [:]
    try expect("{")
    skipSpace()
    if next == UInt8(ascii: "}") { return members }
    while true {
      skipSpace()
      let name = try string()
      try expect(":")
      skipSpace()
      if next == UInt8(ascii: "\"") {
        members[name] = try string()
      } else {
        try skipValue()
      }
      skipSpace()
      if next == UInt8(ascii: "}") { break }
      try expect(",")
    }
    try expect("}")
    skipSpace()
    guard next == nil else { throw problem(Phrase.jsonMore.with()) }
    return members
  }
}
