import Foundation
import PageLayout
import SystemFiles
import TestSupport
import Testing

@testable import SourceFiles

@Suite("PDF") struct PDFTests {
  static let file = Paths.top + "/Tests/Fixtures/midori-kyoiku-plan.pdf"

  /// What `mutool draw -F trace` or `pdftotext -bbox` printed of the file.
  private static func recorded(_ ending: String) throws -> [UInt8] {
    let folder = (#filePath as NSString).deletingLastPathComponent
    return Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/Traces/midori-kyoiku-plan.\(ending)")))
  }

  private static func text(_ bytes: [UInt8], _ read: @escaping ([UInt8]) -> PageContent) throws -> SourceText
  {
    var stream = PageStream(read)
    // As a pipe hands it on: in pieces that end anywhere.
    for start in stride(from: 0, to: bytes.count, by: 4099) {
      stream.take(Array(bytes[start...].prefix(4099)))
    }
    return try PageText.text(stream.pages)
  }

  /// A text with what is known of each line.
  private static func printed(_ text: SourceText) -> String {
    let lines = zip(text.lines, text.places).map { line, place in
      line == "\u{C}" ? "----" : line + (place.map { "  <\($0)>" } ?? "")
    }
    let grids = text.grids.map { grid in
      "grid \(grid.rowCount)×\(grid.columnCount)\n"
        + grid.cells.filter { !$0.text.isEmpty }.map { cell in
          "  \(cell.row),\(cell.column)"
            + (cell.rowSpan * cell.columnSpan > 1 ? " {\(cell.rowSpan)×\(cell.columnSpan)}" : "")
            + (cell.emphasis == .filled ? " filled" : "") + " \(cell.text) \(cell.lines)"
        }.joined(separator: "\n")
    }
    return (text.remarks.map { "! \($0)" } + lines + grids).joined(separator: "\n") + "\n"
  }

  @Test func `glyphs and rulings become lines and grids`() throws {
    let text = try Self.text(try Self.recorded("trace"), TraceReader.page)
    if let difference = Golden.difference(Self.printed(text), "midori-kyoiku-plan.trace.txt") {
      Issue.record("\(difference)")
    }
  }

  @Test func `words with boxes become lines, tables less sure`() throws {
    let text = try Self.text(try Self.recorded("bbox"), WordBoxReader.page)
    if let difference = Golden.difference(Self.printed(text), "midori-kyoiku-plan.bbox.txt") {
      Issue.record("\(difference)")
    }
  }

  @Test(
    "the file itself reads as its recorded trace",
    .enabled(if: Tool.isHere("mutool"), "needs mupdf-tools"))
  func reads() throws {
    let recorded = try Self.text(try Self.recorded("trace"), TraceReader.page)
    let read = try SourceReader().read(Array("%PDF-1.4".utf8), of: FilePath(Self.file))
    #expect(read.lines == recorded.lines)
    #expect(
      read.remarks.map(\.description) == [
        "page 4 without text, perhaps scanned (ocrmypdf adds it)", "furigana left out: まな",
      ])
  }

  @Test(
    "a broken PDF and one with a password are told apart",
    .enabled(if: Tool.isHere("mutool"), "needs mupdf-tools"))
  func broken() throws {
    let folder = TemporaryDirectory()
    let path = try folder.write("-x.pdf", "%PDF-1.4\nnothing")
    let failure = #expect(throws: ReadingFailure.self) {
      try SourceReader().read(Array("%PDF-1.4".utf8), of: FilePath(path))
    }
    guard case .damaged? = failure else {
      Issue.record("a broken file is not said to be damaged")
      return
    }
    let locked = (#filePath as NSString).deletingLastPathComponent + "/Traces/password.pdf"
    #expect(throws: ReadingFailure.encrypted) {
      try SourceReader().read(Array("%PDF-1.4".utf8), of: FilePath(locked))
    }
  }

  @Test func `without a program that reads PDF the remedy is said`() {
    #expect(throws: ReadingFailure.noProgram(["mutool", "pdftotext"])) {
      try PDFReader(path: { _ in nil }).read(FilePath(Self.file))
    }
    #expect(ReadingFailure.noProgram(["mutool"]).description.contains("apt install mupdf-tools"))
  }

  /// A page turned by a quarter: its lines run upwards on the sheet.
  @Test func `a page whose text stands on its side is turned`() {
    let trace = """
      <page mediabox="0 0 600 800"><fill_text transform="1 0 0 -1 0 800">
      <span font="x" wmode="0" trm="0 10 -10 0"><g unicode="縦" x="100" y="300" adv="1"/><g unicode="横" x="100" y="310" adv="1"/></span>
      </fill_text></page>
      """
    let page = TraceReader.page(Array(trace.utf8))
    #expect([page.width, page.height] == [800, 600])
    #expect(page.glyphs.map(\.x) == [300, 310])
    #expect(page.glyphs.map(\.baseline) == [100, 100])
    #expect(page.glyphs.allSatisfy { !$0.isVertical })
  }

  /// A page that holds a table of level and upright rulings, a row of texts each 20 points.
  private static func page(_ rows: [[String]], xs: [Double], title: String = "") -> LaidOutPage {
    var page = PageContent(width: 600, height: 800)
    for (n, scalar) in title.unicodeScalars.enumerated() {
      page.glyphs.append(Glyph(scalar, x: 50 + Double(n) * 10, baseline: 90, size: 10, advance: 10))
    }
    let ys = (0...rows.count).map { 100 + 20 * Double($0) }
    for y in ys { page.rulings.horizontal.append(Ruling(position: y, start: xs[0], end: xs[xs.count - 1])) }
    for x in xs { page.rulings.vertical.append(Ruling(position: x, start: ys[0], end: ys[ys.count - 1])) }
    for (i, row) in rows.enumerated() {
      for (k, text) in row.enumerated() {
        for (n, scalar) in text.unicodeScalars.enumerated() {
          page.glyphs.append(
            Glyph(scalar, x: xs[k] + 4 + Double(n) * 10, baseline: ys[i] + 14, size: 10, advance: 10))
        }
      }
    }
    return PageReader.layOut(page)
  }

  @Test func `a row that the page's end cuts is one row of the grid`() throws {
    let xs: [Double] = [50, 100, 200, 400]
    let head = ["番号", "事業", "内容"]
    let text = try PageText.text([
      Self.page([head, ["一", "植樹", "街路樹を植え"]], xs: xs),
      Self.page([head, ["", "", "手入れをする"], ["二", "清掃", "川を掃く"]], xs: xs),
    ])
    let cells = try #require(text.grids.first).cells
    #expect(text.grids.count == 1)
    #expect(cells.map(\.text).suffix(4) == [["街路樹を植え", "手入れをする"], ["二"], ["清掃"], ["川を掃く"]])
    #expect(cells.map(\.lines).suffix(4) == [[2, 6], [7], [7], [7]])
    #expect(cells.last?.row == 2)
  }

  @Test func `a title that stands above each page's part begins no new table, another does`() throws {
    func grids(_ second: String) throws -> [Int] {
      let xs: [Double] = [50, 100, 200, 400]
      let head = ["番号", "事業", "内容"]
      return try PageText.text([
        Self.page([head, ["一", "植樹", "木を植える"]], xs: xs, title: "事業一覧"),
        Self.page([head, ["二", "清掃", "川を掃く"]], xs: xs, title: second),
      ]).grids.map(\.rowCount)
    }
    #expect(try grids("事業一覧") == [3])
    #expect(try grids("工事一覧") == [2, 2])
  }

  @Test func `the dots of a dotted line run the way the line runs`() {
    let dots = (0..<20).map { i in
      let (left, right) = (Double(i) * 4 + 10, Double(i) * 4 + 13)
      return """
        <moveto x="\(left)" y="50"/><lineto x="\(right)" y="50"/><lineto x="\(right)" y="51"/>
        <lineto x="\(left)" y="51"/><closepath/>
        """
    }
    let trace = """
      <page mediabox="0 0 600 800"><fill_path winding="eofill" color="0 0 0" transform="1 0 0 1 0 0">
      \(dots.joined())
      </fill_path></page>
      """
    let rulings = TraceReader.page(Array(trace.utf8)).rulings
    #expect(rulings.horizontal.count == 20)
    #expect(rulings.vertical.isEmpty)
  }

  @Test("a trace that is cut or changed gives pages or nothing, and never traps", arguments: 0..<30)
  func damaged(_ round: Int) throws {
    var random = SeededRandom(seed: UInt64(round))
    var bytes = Array(try Self.recorded("trace").prefix(60_000))
    for _ in 0..<Int.random(in: 1...400, using: &random) {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[place] = UInt8(ascii: "9")
      case 2: bytes[place] = UInt8(ascii: "\"")
      default: bytes.remove(at: place)
      }
    }
    _ = try? Self.text(bytes + Array("</page>".utf8), TraceReader.page)
  }
}

@Suite("Programs of others") struct ChildProcessTests {
  private func run(_ program: String, _ arguments: [String], _ limits: ChildProcess.Limits = .init()) throws
    -> [UInt8]
  {
    var out: [UInt8] = []
    try ChildProcess.run(program, arguments.map { Array($0.utf8) }, limits: limits) { out += $0 }
    return out
  }

  @Test func `what it prints comes back, whole and without a shell`() throws {
    #expect(try run("echo", ["a b", "$HOME", "*"]) == Array("a b $HOME *\n".utf8))
    #expect(try run("seq", ["200000"]).count == 1_288_895)
  }

  @Test func `what it may not take long, print or do ends it`() {
    var limits = ChildProcess.Limits()
    limits.seconds = 1
    #expect(throws: ChildProcess.Failure.timeout) { try run("sleep", ["60"], limits) }
    limits.output = 1000
    #expect(throws: ChildProcess.Failure.tooMuchOutput) { try run("yes", [], limits) }
    #expect(throws: ChildProcess.Failure.notFound) { try run("no-such-program-here", []) }
    #expect(throws: ChildProcess.Failure.self) { try run("ls", ["/nonexistent/folder"]) }
  }

  @Test(
    .enabled(if: ChildProcess.hasNoNetwork, "needs a system that lets its user unshare a network"))
  func `it has no network, and writes no file`() throws {
    let interfaces = String(decoding: try run("cat", ["/proc/net/dev"]), as: UTF8.self)
      .split(separator: "\n").filter { $0.contains(":") }.map { $0.prefix { $0 != ":" }.filter { $0 != " " } }
    #expect(interfaces == ["lo"])
    let folder = TemporaryDirectory()
    try folder.write("a.txt", "樹木\n")
    #expect(throws: ChildProcess.Failure.self) {
      try run("cp", [folder.path + "/a.txt", folder.path + "/b.txt"])
    }
    #expect(Files.text(folder.path + "/b.txt").isEmpty)
  }

  @Test func `no name is taken for an option`() {
    #expect(ChildProcess.argument(for: FilePath("-o.pdf")) == Array("./-o.pdf".utf8))
    #expect(ChildProcess.argument(for: FilePath("/a/-o.pdf")) == Array("/a/-o.pdf".utf8))
  }
}
