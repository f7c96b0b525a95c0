import Analysis
import PlanDocuments
import SourceFiles

/// What a file's bytes and its reader are known by: the same key, the same text.
struct SourceKey: Hashable, Sendable {
  let words: [UInt64]

  /// - Parameter reader: the reader's name and version.
  init(_ bytes: [UInt8], reader: String) {
    // Two of 64 bits: no two of a million files share both.
    words = [UInt8(0), 1].map { salt in
      var hash = StableHash()
      hash.combine([salt] + Array(reader.utf8))
      hash.combine(bytes)
      return hash.value
    }
  }

  fileprivate init(_ words: [UInt64]) { self.words = words }
}

/// What was extracted of a file besides its lines and their places, so that a file that did not change need not be read
/// again.
///
///     Source  = 0 | 1, key:u64 × 2, format:string, headings:list(line, level), grids:list(Grid), remarks:list(Remark)
///     Grid    = list(Cell)
///     Cell    = row, column, rowSpan, columnSpan, emphasis (0 none, 1 filled, 2 head), text:list(line:varint, string)
///     Remark  = 0 pages:list | 1 sheet:string | 2 program:string | 3 formulas | 4 furigana:list(string)
///
/// Numbers are varints. A text that is read as fast as this is none: `00`.
enum SourceCodec {
  /// The form of a document of which nothing is kept.
  static let nothing: [UInt8] = [0]

  static func encode(_ source: SourceText, key: SourceKey?) -> [UInt8] {
    var out = ByteEncoder()
    let remarks = source.remarks.compactMap(tagged)
    guard let key, remarks.count == source.remarks.count else { return nothing }
    out.varint(1)
    for word in key.words { out.u64(word) }
    out.string(source.format.rawValue)
    out.list(source.headings) {
      $0.varint($1.line)
      $0.varint($1.level)
    }
    out.list(source.grids) { $0.list($1.cells) { encode($1, &$0) } }
    out.list(remarks) { out, remark in
      out.varint(remark.tag)
      out.list(remark.numbers) { $0.varint($1) }
      out.list(remark.texts) { $0.string($1) }
    }
    return out.bytes
  }

  private static func encode(_ cell: GridCell, _ out: inout ByteEncoder) {
    for number in [cell.row, cell.column, cell.rowSpan, cell.columnSpan, tag(cell.emphasis)] {
      out.varint(number)
    }
    out.list(Array(zip(cell.lines, cell.text))) {
      $0.varint($1.0)
      $0.string($1.1)
    }
  }

  /// The key alone; nil where nothing was kept.
  static func key(_ bytes: ByteDecoder) -> SourceKey? {
    var decoder = bytes
    return (try? key(&decoder)) ?? nil
  }

  private static func key(_ decoder: inout ByteDecoder) throws(DamagedBytes) -> SourceKey? {
    guard try decoder.varint() == 1 else { return nil }
    return SourceKey([try decoder.u64(), try decoder.u64()])
  }

  /// The text, with the lines and places that are kept elsewhere; nil where nothing was kept.
  static func decode(_ bytes: ByteDecoder, lines: [String], places: [Place?]) throws(DamagedBytes)
    -> SourceText?
  {
    var decoder = bytes
    guard try key(&decoder) != nil, let format = FileFormat(rawValue: try decoder.string()) else {
      return nil
    }
    let headings = try decoder.list { d throws(DamagedBytes) in
      SourceText.Heading(line: try d.varint(), level: try d.varint())
    }
    let grids = try decoder.list { d throws(DamagedBytes) in
      Grid(cells: try d.list { d throws(DamagedBytes) in try cell(&d) })
    }
    let remarks = try decoder.list { d throws(DamagedBytes) in try remark(&d) }
    return SourceText(
      format: format, lines: lines, places: places, headings: headings, grids: grids, remarks: remarks)
  }

  private static func cell(_ decoder: inout ByteDecoder) throws(DamagedBytes) -> GridCell {
    var numbers: [Int] = []
    for _ in 0..<5 { numbers.append(try decoder.varint()) }
    let lines = try decoder.list { d throws(DamagedBytes) in (try d.varint(), try d.string()) }
    guard let emphasis = emphases.first(where: { tag($0) == numbers[4] }) else { throw DamagedBytes() }
    return GridCell(
      row: numbers[0], column: numbers[1], rowSpan: numbers[2], columnSpan: numbers[3], text: lines.map(\.1),
      lines: lines.map(\.0), emphasis: emphasis)
  }

  private static let emphases: [GridCell.Emphasis] = [.none, .filled, .head]

  private static func tag(_ emphasis: GridCell.Emphasis) -> Int {
    switch emphasis {
    case .none: 0
    case .filled: 1
    case .head: 2
    }
  }

  private struct TaggedRemark {
    let tag: Int
    var numbers: [Int] = []
    var texts: [String] = []
  }

  /// nil for what must be found anew each time.
  private static func tagged(_ remark: Remark) -> TaggedRemark? {
    switch remark {
    case .pagesWithoutText(let pages): TaggedRemark(tag: 0, numbers: pages)
    case .hiddenSheet(let name): TaggedRemark(tag: 1, texts: [name])
    case .tablesUnsure(let program): TaggedRemark(tag: 2, texts: [program])
    case .formulasWithoutValue(let count): TaggedRemark(tag: 3, numbers: [count])
    case .furigana(let words): TaggedRemark(tag: 4, texts: words)
    case .encoding, .partLeftOut: nil
    }
  }

  private static func remark(_ decoder: inout ByteDecoder) throws(DamagedBytes) -> Remark {
    let tag = try decoder.varint()
    let numbers = try decoder.list { d throws(DamagedBytes) in try d.varint() }
    let texts = try decoder.list { d throws(DamagedBytes) in try d.string() }
    switch (tag, numbers.first, texts.first) {
    case (0, _, _): return .pagesWithoutText(numbers)
    case (1, _, let name?): return .hiddenSheet(name)
    case (2, _, let program?): return .tablesUnsure(program: program)
    case (3, let count?, _): return .formulasWithoutValue(count)
    case (4, _, _): return .furigana(texts)
    default: throw DamagedBytes()
    }
  }
}
