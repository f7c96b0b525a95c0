import JapaneseText
import PlanFacts
import Synchronization

/// The facts of an index, decoded kind by kind where something asks for the kind.
///
/// `FactCodec` gives the grammar of its files.
final class FactStore: Sendable {
  private let strings: RecordTable
  private let facts: RecordTable
  private let unreadRows: RecordTable
  /// A byte a fact.
  private let kinds: StoredBytes
  private let decoded = Mutex(Decoded())

  private struct Decoded {
    var strings: [String?] = []
    var ofKind: [FactKind: [Fact]] = [:]
    var all: [Fact]?
    var unread: [UnreadRow]?
  }

  init(strings: RecordTable, facts: RecordTable, kinds: StoredBytes, unread: RecordTable) throws(DamagedBytes)
  {
    guard kinds.count == facts.count else { throw DamagedBytes() }
    self.strings = strings
    self.facts = facts
    self.kinds = kinds
    unreadRows = unread
  }

  var count: Int { facts.count }

  // The checksums of the files were right, so only a fault of the writer can make a record unreadable: then none is given.

  /// Those of a kind, in order of document, then of first line.
  func facts(of kind: FactKind) -> [Fact] {
    decoded.withLock { decoded in
      if let known = decoded.ofKind[kind] { return known }
      let found =
        (try? read(&decoded, facts, places(of: kind)) { reader throws(DamagedBytes) in try reader.fact() })
        ?? []
      decoded.ofKind[kind] = found
      return found
    }
  }

  /// All, in the same order.
  var all: [Fact] {
    decoded.withLock { decoded in
      if let known = decoded.all { return known }
      let found =
        (try? read(&decoded, facts, Array(0..<facts.count)) { reader throws(DamagedBytes) in try reader.fact()
        }) ?? []
      decoded.all = found
      return found
    }
  }

  /// In order of document, then of first line.
  var unread: [UnreadRow] {
    decoded.withLock { decoded in
      if let known = decoded.unread { return known }
      let found =
        (try? read(&decoded, unreadRows, Array(0..<unreadRows.count)) { reader throws(DamagedBytes) in
          try reader.unread()
        }) ?? []
      decoded.unread = found
      return found
    }
  }

  func has(_ kind: FactKind) -> Bool { !places(of: kind).isEmpty }

  private func places(of kind: FactKind) -> [Int] {
    guard let bytes = kinds.part(0..<kinds.count)?.raw else { return [] }
    return withExtendedLifetime(kinds) { bytes.indices.filter { bytes[$0] == kind.code } }
  }

  private func read<Value>(
    _ decoded: inout Decoded, _ table: RecordTable, _ places: [Int],
    _ read: (inout FactReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> [Value] {
    var known = decoded.strings
    decoded.strings = []
    if known.isEmpty { known = Array(repeating: nil, count: strings.count) }
    var reader = FactReader(strings: strings, known: known)
    defer { decoded.strings = reader.known }
    var values: [Value] = []
    values.reserveCapacity(places.count)
    for place in places { values.append(try reader.record(table.decoder(place), read)) }
    return values
  }
}
