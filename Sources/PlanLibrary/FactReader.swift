import JapaneseText
import PlanDocuments
import PlanFacts

/// Reads facts back; `FactCodec` gives the grammar. Anything the grammar does not allow is damage.
struct FactReader {
  private let strings: RecordTable
  /// The strings that were read before, by their places.
  private(set) var known: [String?]
  private var decoder = ByteDecoder(PreparedBytes([]))

  /// - Parameter known: nil for each string that is still to be read.
  init(strings: RecordTable, known: [String?]) {
    self.strings = strings
    self.known = known
  }

  /// Reads a record, which must end where the value does if that is whole.
  mutating func record<T>(
    _ record: ByteDecoder?, isWhole: Bool = true, _ read: (inout FactReader) throws(DamagedBytes) -> T
  ) throws(DamagedBytes) -> T {
    guard let record else { throw DamagedBytes() }
    decoder = record
    let value = try read(&self)
    guard decoder.isAtEnd || !isWhole else { throw DamagedBytes() }
    return value
  }

  /// The kind that a record begins with.
  mutating func kind() throws(DamagedBytes) -> FactKind { try word() }

  /// The name of a fact.
  mutating func name() throws(DamagedBytes) -> String {
    _ = try kind()
    return try text()
  }

  mutating func unread() throws(DamagedBytes) -> UnreadRow {
    UnreadRow(
      kind: try word(), plan: try text(), lines: try lines(), section: try texts(), reason: try text())
  }

  private mutating func list<T>(
    _ read: (inout FactReader) throws(DamagedBytes) -> T
  ) throws(DamagedBytes) -> [T] {
    let count = try decoder.varint()
    guard count <= decoder.remaining else { throw DamagedBytes() }
    var values: [T] = []
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  private mutating func text() throws(DamagedBytes) -> String {
    let place = try decoder.varint()
    guard known.indices.contains(place) else { throw DamagedBytes() }
    if let text = known[place] { return text }
    guard let text = strings.string(place) else { throw DamagedBytes() }
    known[place] = text
    return text
  }

  private mutating func texts() throws(DamagedBytes) -> [String] {
    try list { reader throws(DamagedBytes) in try reader.text() }
  }

  private mutating func word<W: RawRepresentable<String>>() throws(DamagedBytes) -> W {
    guard let word = W(rawValue: try text()) else { throw DamagedBytes() }
    return word
  }

  private mutating func flag() throws(DamagedBytes) -> Bool {
    switch try decoder.varint() {
    case 0: return false
    case 1: return true
    default: throw DamagedBytes()
    }
  }

  private mutating func optional<T>(
    _ read: (inout FactReader) throws(DamagedBytes) -> T
  ) throws(DamagedBytes) -> T? {
    try flag() ? try read(&self) : nil
  }

  private mutating func number() throws(DamagedBytes) -> ExactNumber {
    let digits = try decoder.signed()
    let scale = try decoder.varint()
    guard scale <= 18 else { throw DamagedBytes() }
    return ExactNumber(digits: digits, scale: scale)
  }

  private mutating func lines() throws(DamagedBytes) -> LineRange {
    let first = try decoder.varint()
    let (last, overflow) = first.addingReportingOverflow(try decoder.varint())
    guard !overflow else { throw DamagedBytes() }
    return LineRange(first, last)
  }

  mutating func fact() throws(DamagedBytes) -> Fact {
    let kind: FactKind = try word()
    let name = try text()
    let plan = try text()
    let fields = try list { reader throws(DamagedBytes) in try reader.field() }
    let sources = try list { reader throws(DamagedBytes) in
      FactSource(
        lines: try reader.lines(), section: try reader.texts(), sdgTargets: try reader.texts(),
        repeated: try reader.flag(),
        spelling: try reader.optional { reader throws(DamagedBytes) in try reader.text() })
    }
    var fact = Fact(kind: kind, name: name, plan: plan, fields: fields, sources: sources)
    fact.sameAs = try list { reader throws(DamagedBytes) in
      FactLink(plan: try reader.text(), name: try reader.text())
    }
    return fact
  }

  private mutating func field() throws(DamagedBytes) -> Field {
    let name: FieldName = try word()
    let lines = try lines()
    return Field(name, try value(), lines: lines)
  }

  private mutating func value() throws(DamagedBytes) -> FieldValue {
    switch try decoder.varint() {
    case 0: return .text(try text())
    case 1: return .number(try number())
    case 2: return .flag(try flag())
    case 3: return .list(try texts())
    case 4: return .points(try list { reader throws(DamagedBytes) in try reader.point() })
    case 5: return .schedule(try list { reader throws(DamagedBytes) in try reader.entry() })
    case 6:
      return .attributes(
        try list { reader throws(DamagedBytes) in
          Attribute(
            name: try reader.text(), value: try reader.text(),
            figure: try reader.optional { reader throws(DamagedBytes) in try reader.number() },
            unit: try reader.optional { reader throws(DamagedBytes) in try reader.text() })
        })
    default: throw DamagedBytes()
    }
  }

  private mutating func point() throws(DamagedBytes) -> Point {
    let role: Point.Role = try word()
    var point = Point(role: role, text: "", lines: LineRange(1))
    point.fiscalYear = try optional { reader throws(DamagedBytes) in try reader.decoder.signed() }
    point.fiscalYears = try list { reader throws(DamagedBytes) in try reader.decoder.signed() }
    point.calendarYear = try flag()
    point.period = try optional { reader throws(DamagedBytes) in try reader.text() }
    point.label = try optional { reader throws(DamagedBytes) in try reader.text() }
    point.value = try optional { reader throws(DamagedBytes) in try reader.number() }
    point.unit = try optional { reader throws(DamagedBytes) in try reader.text() }
    point.bound = try optional { reader throws(DamagedBytes) in try reader.word() }
    point.text = try text()
    point.lines = try lines()
    return point
  }

  private mutating func entry() throws(DamagedBytes) -> ScheduleEntry {
    let year = try optional { reader throws(DamagedBytes) in try reader.decoder.signed() }
    let orLater = try flag()
    let items = try texts()
    return ScheduleEntry(fiscalYear: year, orLater: orLater, items: items, lines: try lines())
  }
}
