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
    /// Those that were read one by one, by their places.
    var single: [Int: Fact] = [:]
    var all: [Fact]?
    var unread: [UnreadRow]?
    var unreadOfKind: [FactKind: [UnreadRow]] = [:]
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

  /// Those at some places among all, in the order of the places; nothing of the others is read.
  func facts(at places: [Int]) -> [Fact] {
    decoded.withLock { decoded in
      let missing = places.filter { decoded.single[$0] == nil }
      let found =
        (try? read(&decoded, facts, missing) { reader throws(DamagedBytes) in try reader.fact() }) ?? []
      if decoded.single.count > Self.mostSingle { decoded.single.removeAll() }
      let read = Dictionary(zip(missing, found), uniquingKeysWith: { first, _ in first })
      let facts = places.compactMap { read[$0] ?? decoded.single[$0] }
      decoded.single.merge(read) { first, _ in first }
      return facts
    }
  }

  /// Facts that are kept of those that were read one by one.
  private static let mostSingle = 50_000

  /// The names at some places among all, in the order of the places; of a fact no more than its name is read.
  func names(at places: [Int]) -> [String] {
    decoded.withLock { decoded in
      (try? read(&decoded, facts, places, isWhole: false) { reader throws(DamagedBytes) in try reader.name() })
        ?? []
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

  /// Those of a kind, in the same order; of the others no more than the kind is read.
  func unread(of kind: FactKind?) -> [UnreadRow] {
    guard let kind else { return [] }
    if let all = decoded.withLock({ $0.unread }) { return all.filter { $0.kind == kind } }
    return decoded.withLock { decoded in
      if let known = decoded.unreadOfKind[kind] { return known }
      let rows = Array(0..<unreadRows.count)
      let kinds: [FactKind] =
        (try? read(&decoded, unreadRows, rows, isWhole: false) { reader throws(DamagedBytes) in
          try reader.kind()
        }) ?? []
      let own = zip(rows, kinds).filter { $0.1 == kind }.map(\.0)
      let found =
        (try? read(&decoded, unreadRows, own) { reader throws(DamagedBytes) in try reader.unread() }) ?? []
      decoded.unreadOfKind[kind] = found
      return found
    }
  }

  func has(_ kind: FactKind) -> Bool {
    guard let bytes = kinds.part(0..<kinds.count)?.raw else { return false }
    return withExtendedLifetime(kinds) { bytes.contains(kind.code) }
  }

  /// The places of those of a kind among all, ascending.
  func places(of kind: FactKind) -> [Int] {
    guard let bytes = kinds.part(0..<kinds.count)?.raw else { return [] }
    return withExtendedLifetime(kinds) { bytes.indices.filter { bytes[$0] == kind.code } }
  }

  /// - Parameter isWhole: whether the value is all that a record holds.
  private func read<Value>(
    _ decoded: inout Decoded, _ table: RecordTable, _ places: [Int], isWhole: Bool = true,
    _ read: (inout FactReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> [Value] {
    var known = decoded.strings
    decoded.strings = []
    if known.isEmpty { known = Array(repeating: nil, count: strings.count) }
    var reader = FactReader(strings: strings, known: known)
    defer { decoded.strings = reader.known }
    var values: [Value] = []
    values.reserveCapacity(places.count)
    for place in places { values.append(try reader.record(table.decoder(place), isWhole: isWhole, read)) }
    return values
  }
}
