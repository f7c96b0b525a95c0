import Answers

/// An answer as a table of delimited cells with a line of column names.
package struct DelimitedRenderer: AnswerRenderer {
  package enum Dialect: Hashable, Sendable {
    /// RFC 4180, but with line feeds alone.
    case commas
    /// The same with `'` before each cell that a spreadsheet would take for a formula.
    case spreadsheet
    /// No quotes; tab, line feed, carriage return and backslash as `\t`, `\n`, `\r`, `\\`.
    case tabs
  }

  package let dialect: Dialect

  package init(dialect: Dialect) { self.dialect = dialect }

  package func render(_ answer: Answer) -> String {
    let table = ItemTable(answer)
    return ([table.columns] + table.rows).map(line).joined()
  }

  /// A row of cells.
  func line(_ cells: [String]) -> String {
    switch dialect {
    case .commas: cells.map(DelimitedRenderer.quoted).joined(separator: ",") + "\n"
    case .spreadsheet:
      cells.map { DelimitedRenderer.quoted(DelimitedRenderer.disarmed($0)) }.joined(separator: ",") + "\n"
    case .tabs: cells.map(DelimitedRenderer.escaped).joined(separator: "\t") + "\n"
    }
  }

  /// Cells that begin like a formula (=, +, -, @, full-width too), or with white space that is dropped before one, are
  /// text after `'`; numbers stay numbers.
  private static func disarmed(_ cell: String) -> String {
    guard let first = cell.unicodeScalars.first, "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first),
      !isNumber(cell)
    else { return cell }
    return "'" + cell
  }

  /// `-1,234.5`
  private static func isNumber(_ cell: String) -> Bool {
    let parts = cell.utf8.dropFirst("+-".utf8.contains(cell.utf8.first ?? 0) ? 1 : 0)
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    return parts.count <= 2 && parts.allSatisfy { $0.contains(where: isDigit) }
      && parts[0].allSatisfy { isDigit($0) || $0 == UInt8(ascii: ",") }
      && parts.dropFirst().allSatisfy { $0.allSatisfy(isDigit) }
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.unicodeScalars.contains(where: { "\",\n\r".unicodeScalars.contains($0) }) else { return cell }
    var out = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }

  private static func escaped(_ cell: String) -> String {
    var out = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\\": out += "\\\\"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
