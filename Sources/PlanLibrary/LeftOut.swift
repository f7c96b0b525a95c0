/// Something that was to be in the index and is not: a file or folder, or one record of a `.jsonl` file.
///
///     x-leftout = list of (path:string, line:varint, reason:string)      -- line 0 where it is no record
package struct LeftOut: Hashable, Sendable {
  /// As it was given to `index`, or stands below a folder that was; bytes that are no UTF-8 escaped.
  package let path: String
  /// The record's line in its file, from 1; nil for a file or folder as a whole.
  package let line: Int?
  /// Why, and what could be done; a sentence without a full stop.
  package let reason: String

  package init(path: String, line: Int? = nil, reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  init(_ problem: SourceProblem) {
    self.init(path: problem.path, line: problem.line, reason: problem.reason.english)
  }

  static func encode(_ list: [LeftOut]) -> [UInt8] {
    var out = ByteEncoder()
    out.list(list) {
      $0.string($1.path)
      $0.varint($1.line ?? 0)
      $0.string($1.reason)
    }
    return out.bytes
  }

  static func decode(_ bytes: StoredBytes) throws(DamagedBytes) -> [LeftOut] {
    var decoder = ByteDecoder(bytes)
    return try decoder.list { (decoder) throws(DamagedBytes) in
      let path = try decoder.string()
      let line = try decoder.varint()
      return LeftOut(path: path, line: line == 0 ? nil : line, reason: try decoder.string())
    }
  }
}
