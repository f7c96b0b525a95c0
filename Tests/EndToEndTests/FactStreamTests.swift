import TestSupport
import Testing

@Suite("Facts of standard input") struct FactStreamTests {
  private static let row = "| 指標 | 現状値(令和4年度) |\\n|---|---|\\n| 来館者数 | 120人 |\\n"

  private func run(_ lines: [String], _ arguments: String...) throws -> ShirabeProcess {
    try ShirabeProcess(
      ["facts", "--stdin"] + arguments, input: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  @Test("documents keep their order, and bad ones are lines of their own", arguments: ["1", "2", "7"])
  func order(_ jobs: String) throws {
    var random = SeededRandom(seed: 22)
    let lines = (0..<60).map { number in
      switch Int.random(in: 0..<4, using: &random) {
      case 0: "{\"id\": \"d\(number)\"}"
      case 1:
        "{\"id\": \"d\(number)\", \"text\": \"\(String(repeating: "市の計画です。\\n", count: 40))\(Self.row)\"}"
      default: "{\"id\": \"d\(number)\", \"text\": \"\(Self.row)\"}"
      }
    }
    let process = try run(lines, "--jobs", jobs, "--kind", "indicator")
    #expect(process.status == 0 && process.errors.isEmpty)
    #expect(process.lines.count == lines.count)
    for (number, (line, input)) in zip(process.lines, lines).enumerated() {
      let what =
        input.contains("text") ? "\"type\":\"indicator\",\"name\":\"来館者数\"" : "\"error\":\"the line has no"
      #expect(line.hasPrefix("{\"id\":\"d\(number)\",\(what)"), "\(line)")
    }
    let flat = try run(lines, "--jobs", jobs, "--format", "flat", "--kind", "indicator")
    #expect(flat.lines.first == "document,type,name,field,value,number,unit,fiscalYear,page,lines")
    #expect(flat.lines.filter { $0.contains(",error,") }.count == lines.filter { !$0.contains("text") }.count)
  }

  @Test func `each document's facts are written before the next line is sent`() throws {
    let running = try RunningShirabe(["facts", "--stdin", "--kind", "indicator"])
    for number in 0..<3 {
      let line = running.ask("{\"id\": \"d\(number)\", \"text\": \"\(Self.row)\"}")
      #expect(line?.hasPrefix("{\"id\":\"d\(number)\",") == true)
    }
    #expect(running.end() == 0)
  }

  @Test func `lines that are no documents are errors, and the run ends well`() throws {
    let process = try ShirabeProcess(
      ["facts", "--stdin"],
      input: Array("bad\n\n".utf8) + [0xFF, 0x0A] + Array("{\"id\": \"a\", \"text\": \"\"}".utf8))
    #expect(process.status == 0)
    #expect(
      process.lines.count == 3
        && process.lines.allSatisfy { $0.hasPrefix("{\"id\":null,\"error\":\"the line is not ") })
    #expect(try run([]).lines.count == 1)
  }

  @Test func `options that mean nothing here are refused`() throws {
    for arguments in [["--index", "x"], ["--coverage"], ["--format", "csv"], ["--jobs", "0"]] {
      #expect(try ShirabeProcess(["facts", "--stdin"] + arguments).status == 2, "\(arguments)")
    }
    #expect(try ShirabeProcess(["facts", "--jobs", "2"]).status == 2)
  }
}
