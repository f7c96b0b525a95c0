import PageLayout
import PlanDocuments
import SourceFiles

/// The places of a document's lines as bytes.
///
///     Places = Place × lines
///     Place  = 0                                                             -- none, as for a blank line
///            | 1, page:varint                                                -- a page that knows no places
///            | 2, page:varint, left:signed, top:signed, right:signed, bottom:signed      -- in tenths of a point
///            | 3, sheet:string, row:varint, rows:varint, column:varint, columns:varint   -- the first, and how many more
///            | 4, element:string
///
/// A file whose lines are its own has no places. A line of page 3 without a box: `01 03`.
enum PlaceCodec {
  static func encode(_ places: [Place?]) -> [UInt8] {
    var out = ByteEncoder()
    for place in places {
      switch place {
      case nil: out.varint(0)
      case .page(let page, nil):
        out.varint(1)
        out.varint(page)
      case .page(let page, let box?):
        out.varint(2)
        out.varint(page)
        for edge in [box.left, box.top, box.right, box.bottom] { out.signed(Int((edge * 10).rounded())) }
      case .cells(let sheet, let range):
        out.varint(3)
        out.string(sheet ?? "")
        for span in [range.rows, range.columns] {
          out.varint(span.lowerBound)
          out.varint(span.count - 1)
        }
      case .element(let path):
        out.varint(4)
        out.string(path)
      }
    }
    return out.bytes
  }

  /// The places of some lines, blank ones left out; as many as can be read.
  static func places(_ bytes: ByteDecoder, in range: LineRange) -> [Place] {
    var decoder = bytes
    var places: [Place] = []
    var line = 1
    do throws(DamagedBytes) {
      while line <= range.last, !decoder.isAtEnd {
        let place = try place(&decoder)
        if range.contains(line), let place { places.append(place) }
        line += 1
      }
    } catch {
      return places
    }
    return places
  }

  /// The places of all lines.
  static func all(_ bytes: ByteDecoder) throws(DamagedBytes) -> [Place?] {
    var decoder = bytes
    var places: [Place?] = []
    while !decoder.isAtEnd { places.append(try place(&decoder)) }
    return places
  }

  private static func place(_ decoder: inout ByteDecoder) throws(DamagedBytes) -> Place? {
    switch try decoder.varint() {
    case 0: return nil
    case 1: return .page(try decoder.varint(), box: nil)
    case 2:
      let page = try decoder.varint()
      var edges: [Double] = []
      for _ in 0..<4 { edges.append(Double(try decoder.signed()) / 10) }
      return .page(page, box: Box(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3]))
    case 3:
      let sheet = try decoder.string()
      let rows = try span(&decoder)
      let columns = try span(&decoder)
      return .cells(sheet: sheet.isEmpty ? nil : sheet, CellRange(rows: rows, columns: columns))
    case 4: return .element(try decoder.string())
    default: throw DamagedBytes()
    }
  }

  private static func span(_ decoder: inout ByteDecoder) throws(DamagedBytes) -> ClosedRange<Int> {
    let first = try decoder.varint()
    let (last, overflow) = first.addingReportingOverflow(try decoder.varint())
    guard first >= 0, !overflow, last >= first else { throw DamagedBytes() }
    return first...last
  }
}
