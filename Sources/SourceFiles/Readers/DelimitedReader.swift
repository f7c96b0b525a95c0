/// Reads CSV and TSV by RFC 4180: a quoted cell may hold the delimiter, quotes and line breaks.
enum DelimitedReader {
  static func read(_ text: String, format: FileFormat) -> SourceText {
    let delimiter: Unicode.Scalar = format == .tsv ? "\t" : ","
    var builder = SourceTextBuilder()
    for block in SheetBlocks.split(cells(of: text, delimiter: delimiter)) {
      block.write(to: &builder, sheet: nil)
    }
    return builder.finish(format)
  }

  static func cells(of text: String, delimiter: Unicode.Scalar) -> [TableCell] {
    var cells: [TableCell] = []
    var cell = String.UnicodeScalarView()
    var (row, column) = (0, 0)
    var isQuoted = false
    var wasQuoted = false
    func finished() -> TableCell {
      TableCell(row: row, column: column, text: SourceTextBuilder.lines(of: String(cell)))
    }
    let scalars = Array(text.unicodeScalars)
    var i = 0
    while i < scalars.count {
      let scalar = scalars[i]
      i += 1
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if i < scalars.count, scalars[i] == "\"" {
          cell.append(scalar)
          i += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"", cell.isEmpty, !wasQuoted {
        (isQuoted, wasQuoted) = (true, true)
      } else if scalar == delimiter || scalar == "\n" {
        cells.append(finished())
        cell = String.UnicodeScalarView()
        wasQuoted = false
        (row, column) = scalar == "\n" ? (row + 1, 0) : (row, column + 1)
      } else if scalar != "\r" {
        cell.append(scalar)
      }
    }
    cells.append(finished())
    return cells.filter { !$0.text.isEmpty && $0.column < TableAssembler.mostColumns }
  }
}
