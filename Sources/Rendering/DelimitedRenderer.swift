import Answers

/// An answer as a table of delimited cells with a line of column names.
package struct DelimitedRenderer: AnswerRenderer {
  package enum Dialect: Hashable, Sendable {
    /// RFC 4180, but with line feeds alone.
    case commas
    /// No quotes; tab, line feed, carriage return and backslash as `\t`, `\n`, `\r`, `\\`.
    case tabs
  }

  package let dialect: Dialect

  package init(dialect: Dialect) { self.dialect = dialect }

  package func render(_ answer: Answer) -> String {
    let table = ItemTable(answer)
    return ([table.columns] + table.rows).map(line).joined()
  }

  private func line(_ cells: [String]) -> String {
    switch dialect {
    case .commas: cells.map(DelimitedRenderer.quoted).joined(separator: ",") + "\n"
    case .tabs: cells.map(DelimitedRenderer.escaped).joined(separator: "\t") + "\n"
    }
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
