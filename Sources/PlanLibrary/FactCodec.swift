import JapaneseText
import PlanDocuments
import PlanFacts

/// Facts and unread rows as bytes, each reached without reading the others.
///
///     x-strings = RecordTable of the distinct texts, in order of first use
///     x-facts   = RecordTable of Fact
///     x-kinds   = the place of each fact's kind in FactKind.allCases, a byte each
///     x-unread  = RecordTable of Unread
///
///     Fact   = kind, name, plan, fields:list(Field), sources:list(Source), sameAs:list(plan, name)
///     Field  = name, Lines, Value
///     Source = Lines, section:list(text), sdgTargets:list(text), repeated:flag, spelling:text?
///     Unread = kind, plan, Lines, section:list(text), reason
///     Value  = 0 text | 1 Number | 2 flag | 3 list(text) | 4 list(Point) | 5 list(Entry)
///            | 6 list(name:text, value:text, Number?, unit:text?)
///     Point  = role, signed?, years:list(signed), calendarYear:flag, period:text?, label:text?, Number?,
///              unit:text?, bound:text?, text, Lines
///     Entry  = signed?, orLater:flag, items:list(text), Lines
///     Number = digits:signed, scale:varint
///     Lines  = first:varint, (last - first):varint
///     X?     = flag, X where the flag is 1;   flag = 0 | 1
///
/// A text (and a kind, field name, role or bound, by the contract's word for it) is the varint of its place in `x-strings`. The
/// first fact of a plan `p`, if it has no name, no field and no source, is `00 01 02 00 00 00`: plan, "", p.
enum FactCodec {
  /// The bytes of the four files.
  struct Files {
    var strings = RecordTableWriter()
    var facts = RecordTableWriter()
    var kinds: [UInt8] = []
    var unread = RecordTableWriter()
  }

  static func encode(_ facts: [Fact], unread: [UnreadRow]) -> Files {
    var files = Files()
    var strings = StringTable()
    for fact in facts {
      var out = ByteEncoder()
      strings.write(fact, to: &out)
      files.facts.append(out.bytes)
      files.kinds.append(fact.kind.code)
    }
    for row in unread {
      var out = ByteEncoder()
      strings.write(row, to: &out)
      files.unread.append(out.bytes)
    }
    for string in strings.strings { files.strings.append(string.utf8) }
    return files
  }
}

extension FactKind {
  /// Its place among all.
  var code: UInt8 { FactKind.allCases.firstIndex(of: self).map { UInt8(clamping: $0) } ?? .max }
}

/// The distinct strings of a file, and how facts are written with them.
private struct StringTable {
  private(set) var strings: [String] = []
  private var places: [[UInt8]: Int] = [:]

  private mutating func text(_ text: String, _ out: inout ByteEncoder) {
    // strings are equal however their letters are spelled; what is read back is spelled as it was
    let spelling = Array(text.utf8)
    if let place = places[spelling] { return out.varint(place) }
    out.varint(strings.count)
    places[spelling] = strings.count
    strings.append(text)
  }

  private mutating func texts(_ texts: [String], _ out: inout ByteEncoder) {
    out.varint(texts.count)
    for each in texts { text(each, &out) }
  }

  private mutating func optional(_ value: String?, _ out: inout ByteEncoder) {
    out.varint(value == nil ? 0 : 1)
    if let value { text(value, &out) }
  }

  private func optional(_ year: Int?, _ out: inout ByteEncoder) {
    out.varint(year == nil ? 0 : 1)
    if let year { out.signed(year) }
  }

  private func number(_ number: ExactNumber, _ out: inout ByteEncoder) {
    out.signed(number.digits)
    out.varint(number.scale)
  }

  private func lines(_ lines: LineRange, _ out: inout ByteEncoder) {
    out.varint(lines.first)
    out.varint(lines.last - lines.first)
  }

  mutating func write(_ fact: Fact, to out: inout ByteEncoder) {
    text(fact.kind.rawValue, &out)
    text(fact.name, &out)
    text(fact.plan, &out)
    out.varint(fact.fields.count)
    for field in fact.fields {
      text(field.name.rawValue, &out)
      lines(field.lines, &out)
      value(field.value, &out)
    }
    out.varint(fact.sources.count)
    for source in fact.sources {
      lines(source.lines, &out)
      texts(source.section, &out)
      texts(source.sdgTargets, &out)
      out.varint(source.repeated ? 1 : 0)
      optional(source.spelling, &out)
    }
    out.varint(fact.sameAs.count)
    for link in fact.sameAs {
      text(link.plan, &out)
      text(link.name, &out)
    }
  }

  mutating func write(_ row: UnreadRow, to out: inout ByteEncoder) {
    text(row.kind.rawValue, &out)
    text(row.plan, &out)
    lines(row.lines, &out)
    texts(row.section, &out)
    text(row.reason, &out)
  }

  private mutating func value(_ value: FieldValue, _ out: inout ByteEncoder) {
    switch value {
    case .text(let printed):
      out.varint(0)
      text(printed, &out)
    case .number(let exact):
      out.varint(1)
      number(exact, &out)
    case .flag(let flag):
      out.varint(2)
      out.varint(flag ? 1 : 0)
    case .list(let list):
      out.varint(3)
      texts(list, &out)
    case .points(let list):
      out.varint(4)
      out.varint(list.count)
      for each in list { point(each, &out) }
    case .attributes(let list):
      out.varint(6)
      out.varint(list.count)
      for each in list {
        text(each.name, &out)
        text(each.value, &out)
        out.varint(each.figure == nil ? 0 : 1)
        if let figure = each.figure { number(figure, &out) }
        optional(each.unit, &out)
      }
    case .schedule(let entries):
      out.varint(5)
      out.varint(entries.count)
      for each in entries { entry(each, &out) }
    }
  }

  private mutating func point(_ point: Point, _ out: inout ByteEncoder) {
    text(point.role.rawValue, &out)
    optional(point.fiscalYear, &out)
    out.list(point.fiscalYears) { $0.signed($1) }
    out.varint(point.calendarYear ? 1 : 0)
    optional(point.period, &out)
    optional(point.label, &out)
    out.varint(point.value == nil ? 0 : 1)
    if let value = point.value { number(value, &out) }
    optional(point.unit, &out)
    optional(point.bound?.rawValue, &out)
    text(point.text, &out)
    lines(point.lines, &out)
  }

  private mutating func entry(_ entry: ScheduleEntry, _ out: inout ByteEncoder) {
    optional(entry.fiscalYear, &out)
    out.varint(entry.orLater ? 1 : 0)
    texts(entry.items, &out)
    lines(entry.lines, &out)
  }
}
