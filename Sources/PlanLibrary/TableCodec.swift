import JapaneseText
import PlanDocuments
import PlanFacts

/// The ledger of a document's tables as bytes.
///
///     Tables = list(Table)
///     Table  = title:Text?, Lines, rows, columns:list(head:string, samples:list(string)), readAs:Text?, reason:Text?,
///              unread:list(Lines), totals:list(Total)
///     Total  = name:string, column:string, printed:Number, sum:Number, Lines
///     Text?  = 0 | 1, string
///     Lines  = first:varint, (last - first):varint
///     Number = digits:signed, scale:varint
///
/// Kinds and reasons stand as the contract's word for them. A document without tables is `00`.
enum TableCodec {
  static func encode(_ tables: [TableReading]) -> [UInt8] {
    var out = ByteEncoder()
    out.list(tables) { out, table in
      optional(table.title, &out)
      lines(table.lines, &out)
      out.varint(table.rowCount)
      out.list(table.columns) { out, column in
        out.string(column.head)
        out.list(column.samples) { $0.string($1) }
      }
      optional(table.readAs?.rawValue, &out)
      optional(table.reason?.rawValue, &out)
      out.list(table.unread) { lines($1, &$0) }
      out.list(table.totals) { out, total in
        out.string(total.name)
        out.string(total.column)
        for number in [total.printed, total.sum] {
          out.signed(number.digits)
          out.varint(number.scale)
        }
        lines(total.lines, &out)
      }
    }
    return out.bytes
  }

  private static func optional(_ text: String?, _ out: inout ByteEncoder) {
    out.varint(text == nil ? 0 : 1)
    if let text { out.string(text) }
  }

  private static func lines(_ lines: LineRange, _ out: inout ByteEncoder) {
    out.varint(lines.first)
    out.varint(lines.last - lines.first)
  }

  static func decode(_ bytes: ByteDecoder) throws(DamagedBytes) -> [TableReading] {
    var decoder = bytes
    return try decoder.list { d throws(DamagedBytes) in
      TableReading(
        title: try optional(&d), lines: try lines(&d), rowCount: try d.varint(),
        columns: try d.list { d throws(DamagedBytes) in
          TableReading.Column(
            head: try d.string(), samples: try d.list { d throws(DamagedBytes) in try d.string() })
        },
        readAs: try value(&d, FactKind.init), reason: try value(&d, TableReading.Reason.init),
        unread: try d.list { d throws(DamagedBytes) in try lines(&d) },
        totals: try d.list { d throws(DamagedBytes) in
          TotalCheck(
            name: try d.string(), column: try d.string(), printed: try number(&d), sum: try number(&d),
            lines: try lines(&d))
        })
    }
  }

  private static func optional(_ decoder: inout ByteDecoder) throws(DamagedBytes) -> String? {
    try decoder.varint() == 0 ? nil : try decoder.string()
  }

  /// A word that names a value; one that names none is damage.
  private static func value<T>(
    _ decoder: inout ByteDecoder, _ named: (String) -> T?
  ) throws(DamagedBytes) -> T? {
    guard let text = try optional(&decoder) else { return nil }
    guard let value = named(text) else { throw DamagedBytes() }
    return value
  }

  private static func number(_ decoder: inout ByteDecoder) throws(DamagedBytes) -> ExactNumber {
    let digits = try decoder.signed()
    let scale = try decoder.varint()
    guard scale <= 18 else { throw DamagedBytes() }
    return ExactNumber(digits: digits, scale: scale)
  }

  private static func lines(_ decoder: inout ByteDecoder) throws(DamagedBytes) -> LineRange {
    let first = try decoder.varint()
    let (last, overflow) = first.addingReportingOverflow(try decoder.varint())
    guard !overflow else { throw DamagedBytes() }
    return LineRange(first, last)
  }
}
