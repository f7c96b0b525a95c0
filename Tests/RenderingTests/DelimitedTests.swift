import Answers
import PlanDocuments
import Rendering
import TestSupport
import Testing

@Suite("Delimited cells") struct DelimitedTests {
  /// The name cell of an answer's only row.
  private func cell(_ name: String, _ format: OutputFormat) throws -> [UInt8] {
    let reading = Reading(
      canonical: "projects", kind: .projects, total: 1,
      items: [Item(type: "project", name: name, fields: [], sources: [])])
    let text = format.renderer(TextStyle()).render(
      Answer(question: "", status: .answered, readings: [reading]))
    let head = Array(
      "reading,canonical,total,value,valueUnit,type,name,sameAs,sources\n1,projects,1,,,project,".utf8)
    return Array(Array(text.utf8).dropFirst(head.count).dropLast(",,\n".utf8.count))
  }

  /// What a reader of RFC 4180 makes of a cell.
  private func read(_ cell: [UInt8]) -> [UInt8]? {
    guard cell.first == 0x22 else {
      return cell.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } ? nil : cell
    }
    guard cell.count >= 2, cell.last == 0x22 else { return nil }
    var out: [UInt8] = []
    var rest = cell.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      if byte == 0x22, rest.popFirst() != 0x22 { return nil }
      out.append(byte)
    }
    return out
  }

  @Test("what is written is read back, whatever it holds", arguments: UInt64(0)..<200)
  func quotes(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let alphabet = Array(
      "\"\",,\r\n\n\r\t '=+-@＝木a1.\u{1B}\u{9B}\u{202E}\u{3099}\u{2028}\u{FEFF}".unicodeScalars)
    let name = random.scalars(of: alphabet, count: 0...12).string
    #expect(try read(cell(name, .csv)) == Array(name.utf8), "seed \(seed)")
    let excel = try read(cell(name, .csvExcel))
    #expect(excel == Array(name.utf8) || excel == Array("'\(name)".utf8), "seed \(seed)")
  }

  static let cells = [
    ("=1+1", true), ("+a", true), ("-a", true), ("@SUM(A1)", true), ("＝1", true), ("＋1", true), ("－1", true),
    ("＠a", true),
    ("\t=1", true), ("\r=1", true), ("\n=1", true), ("-", true), ("-1-1", true), ("-1.2.3", true),
    ("+1e5", true),
    ("-12", false), ("+3", false), ("-1,234.5", false), ("0.5", false), ("a=1", false), ("", false),
    ("▲10", false),
    ("'=1", false),
  ]

  @Test("a cell that a spreadsheet would reckon is text, a number stays one", arguments: cells)
  func formulas(_ text: String, _ isFormula: Bool) throws {
    #expect(try read(cell(text, .csvExcel)) == Array(((isFormula ? "'" : "") + text).utf8))
    #expect(try read(cell(text, .csv)) == Array(text.utf8))
  }
}

@Suite("Text on its way to a terminal") struct TerminalTextTests {
  private let colours = TextStyle(colour: .ansi)
  private let plain = TextStyle()

  @Test func `only the colours of the style itself come out`() {
    let marks = [0xFDD0, 0xFDD4].compactMap(Unicode.Scalar.init).string
    let text = "\u{1B}[31m木\u{1B}]8;;x\u{7}\u{9B}\u{202E}\(marks)\r\n\t木"
    let shown = "\u{FFFD}[31m木\u{FFFD}]8;;x\u{FFFD}\u{FFFD}\u{FFFD}"
    #expect(plain.written(text) == shown + "\u{FFFD}\u{FFFD}\u{FFFD}\n\t木")
    #expect(
      colours.written(colours.strong(TextStyle.printable(text)))
        == "\u{1B}[1m\(shown)\u{FFFD}\u{FFFD}   木\u{1B}[0m")
  }

  @Test func `every control, C0, DEL and C1, is taken out`() {
    for value in Array(0..<0x20) + Array(0x7F...0x9F) where ![0x09, 0x0A].contains(value) {
      let text = "a" + String(Unicode.Scalar(UInt8(value))) + "b"
      #expect(plain.written(text) == "a\u{FFFD}b")
    }
  }

  @Test func `a piece in one line has no line ends and no tabs`() {
    #expect(TextStyle.printable("a\r\n\u{B}\u{C}\u{85}\u{2028}\tb") == "a       b")
  }
}
