import Foundation
import TestSupport
import Testing

/// An index of two invented plans that all tests of the program share.
private let sample: TemporaryDirectory = {
  let folder = TemporaryDirectory()
  _ = try? folder.write(
    "plans/midori-green-plan.txt", "みどり市 緑の基本計画\n\n　駅前の広場に樹木を植えます。\n\n　市民農園の面積を広げます。\n")
  _ = try? folder.write("plans/midori-bus-plan.txt", "みどり市 バス計画\n\n　樹木のある停留所を増やします。\n")
  _ = try? ShirabeProcess(["index", "--index", folder.path + "/index", folder.path + "/plans"])
  return folder
}()

private func run(_ arguments: String..., input: String = "") throws -> ShirabeProcess {
  try ShirabeProcess(
    arguments, input: Array(input.utf8), environment: ["SHIRABE_INDEX": sample.path + "/index"])
}

private func status(_ line: String) throws -> String? {
  (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["status"] as? String
}

@Suite("The program's exit statuses")
struct ExitStatusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    var testDescription: String { arguments.map { $0.prefix(40) }.joined(separator: " ") }

    init(_ status: Int32, _ arguments: String...) {
      self.arguments = arguments
      self.status = status
    }
  }

  static let cases = [
    Case(0, "ask", "樹木"), Case(0, "search", "樹木"), Case(0, "search", "--format", "trec", "樹木"),
    Case(0, "tokens", "樹木"),
    Case(0, "--help"), Case(0, "help", "ask"), Case(0, "facts", "--coverage"),
    Case(1, "ask", "ﾈｺﾈｺﾈｺ"), Case(1, "search", "ﾈｺﾈｺﾈｺ"), Case(1, "facts", "--kind", "project"),
    Case(2, "ask"), Case(2, "ask", ""), Case(2, "ask", "　\n"), Case(2, "ask", "--format", "xml", "樹木"),
    Case(2, "ask", "--limit", "-1", "樹木"), Case(2, "ask", "--limit", "many", "樹木"), Case(2, "unknown"),
    Case(2, "facts", "--kind", "nothing"), Case(2, "search", "--timing", "樹木"), Case(2, "index"),
    Case(2, "index", "--index", "/nonexistent/x", "/nonexistent/y"), Case(2, "ask", "--unknown", "樹木"),
    Case(2, "eval", "topics", "/nonexistent/t", "/nonexistent/q"), Case(2, "ask", "--tolerance"),
    Case(3, "ask", "--index", "/nonexistent/index", "樹木"), Case(3, "facts", "--index", "/nonexistent/index"),
    Case(3, "search", "--index", "/nonexistent/index", "樹木"),
  ]

  @Test("each outcome has its status, and errors stay off standard output", arguments: cases)
  func statuses(_ test: Case) throws {
    let process = try ShirabeProcess(test.arguments, environment: ["SHIRABE_INDEX": sample.path + "/index"])
    #expect(!process.crashed)
    #expect(process.status == test.status, "\(process.errors)")
    if test.status >= 2 && test.arguments.first != "ask" { #expect(process.output.isEmpty) }
    if test.status >= 2 { #expect(!process.errors.isEmpty || !process.output.isEmpty) }
  }
}

@Suite("A document that is too long")
struct LongDocumentTests {
  @Test func `is not read, and named with the reason and the way out`() throws {
    let folder = TemporaryDirectory()
    try folder.write("t/short.txt", "みどり市 緑の計画\n\n　広場に樹木を植えます。\n")
    let long = try folder.write("t/long.txt", String(repeating: "　広場に樹木を植えます。\n", count: 32_000))
    let process = try ShirabeProcess(
      ["index", "--index", folder.path + "/i", folder.path + "/t"], environment: ["SHIRABE_LARGEST_TEXT": "1"]
    )
    #expect(process.status == 2)
    #expect(
      process.errors.contains(
        "\(long): 2 MB of text, and 1 MB are read of one document; split it, or set SHIRABE_LARGEST_TEXT to more MB; left out"
      ))
    #expect(process.errors.contains("1 document, ") && process.errors.contains(", 1 left out"))
    let line = "{\"id\": \"d\", \"path\": \"\(long)\"}\n"
    let stream = try ShirabeProcess(
      ["facts", "--stdin"], input: Array(line.utf8), environment: ["SHIRABE_LARGEST_TEXT": "1"])
    #expect(
      stream.status == 0 && stream.output.hasPrefix("{\"id\":\"d\",\"error\":\"2 MB of text"),
      "\(stream.output)")
    for wrong in ["0", "many", "1001"] {
      let refused = try ShirabeProcess(["read", long], environment: ["SHIRABE_LARGEST_TEXT": wrong])
      #expect(refused.status == 2 && refused.errors.contains("1 to 1000, in MB"))
    }
  }
}

@Suite("The program's versions")
struct VersionTests {
  @Test func `each stands on a line of its own, and the fingerprint is that of the index`() throws {
    let names = ["shirabe", "contract", "index-format", "fingerprint"]
    let lines = try run("--version").lines.map { $0.split(separator: " ").map(String.init) }
    #expect(lines.map(\.first) == names)
    #expect(lines.allSatisfy { $0.count == 2 })
    let digits = try #require(lines.last?.last)
    #expect(digits.count == 16 && digits.allSatisfy(\.isHexDigit))
    let answer = try run("ask", "--format", "json", "樹木").output
    let contract = try #require(lines.dropFirst().first?.last)
    #expect(answer.contains("\"contract\": \(contract),"))
    let folder = TemporaryDirectory()
    try folder.write("a.txt", "別の市\n")
    _ = try ShirabeProcess(["index", "--index", folder.path + "/i", folder.path + "/a.txt"])
    let other = try ShirabeProcess(["--index", folder.path + "/i", "--version"])
    #expect(other.lines.last?.hasPrefix("fingerprint ") == true)
    #expect(other.lines.last != "fingerprint \(digits)")
  }

  @Test func `without an index there is no fingerprint, and one that is named and missing is an error`()
    throws
  {
    let folder = TemporaryDirectory()
    let none = try ShirabeProcess(["--version"], in: folder.path)
    #expect(none.lines.count == 3 && none.status == 0)
    let missing = try ShirabeProcess(["--version", "--index", "/nonexistent/index"])
    #expect(missing.lines == none.lines && missing.status == 3 && !missing.errors.isEmpty)
  }
}

@Suite("The batch on standard input")
struct BatchTests {
  @Test func `answers and lines stay in step, and the worst status counts`() throws {
    let process = try run(input: "樹木\n\nﾈｺﾈｺﾈｺ\r\n市民農園\n")
    #expect(try process.lines.map(status) == ["answered", "invalid", "noMatch", "answered"])
    #expect(process.status == 2)
    #expect(process.errors.hasPrefix("stdin:2: "))
  }

  @Test func `a batch without a bad line ends with what it met`() throws {
    #expect(try run(input: "樹木\n").status == 0)
    #expect(try run(input: "樹木\nﾈｺﾈｺﾈｺ\n").status == 1)
    #expect(try run(input: "").status == 0)
  }

  static let strange: [(name: String, bytes: [UInt8])] = [
    ("NUL", [0x41, 0, 0x42]), ("controls", Array(1...9) + Array(11...31)),
    ("not UTF-8", [0xFF, 0xFE, 0xE5, 0xB7]),
    ("100,000 letters", Array(repeating: 0x61, count: 100_000)),
    ("100,000 kanji", Array(String(repeating: "川", count: 100_000).utf8)),
    ("brackets", Array(String(repeating: "(", count: 50_000).utf8)),
    ("quotes", Array(String(repeating: "「\"", count: 20_000).utf8)),
    ("digits", Array("平成\(String(repeating: "9", count: 5_000))年度の目標".utf8)),
    ("marks", Array("\u{3099}\u{202E}\u{FEFF}".utf8)),
  ]

  @Test("strange lines get one answer each", arguments: strange)
  func strangeLines(_ name: String, _ bytes: [UInt8]) throws {
    let process = try ShirabeProcess(
      [], input: bytes + Array("\n樹木\n".utf8), environment: ["SHIRABE_INDEX": sample.path + "/index"])
    #expect(!process.crashed)
    #expect(process.lines.count == 2)
    #expect(try process.lines.last.flatMap(status) == "answered")
  }

  @Test(
    "the same question gives the same bytes", arguments: ["text", "json", "jsonl", "csv", "tsv", "markdown"])
  func sameBytes(_ format: String) throws {
    let outputs = try (0..<3).map { _ in try run("ask", "--format", format, "樹木").output }
    #expect(Set(outputs).count == 1)
    #expect(outputs[0].contains("midori-bus-plan"))
    let elsewhere = try ShirabeProcess(
      ["ask", "--format", format, "樹木"],
      environment: ["SHIRABE_INDEX": sample.path + "/index", "COLUMNS": "20", "TERM": "xterm", "LC_ALL": "C"])
    #expect(elsewhere.output == outputs[0])
  }
}

@Suite("Topics on standard input")
struct TopicTests {
  @Test func `a run file names topic, passage, rank and score`() throws {
    let process = try run("search", "--format", "trec", "--timing", input: "t1\t樹木\nバス 停留所\n")
    let rows = process.lines.map { $0.split(separator: " ").map(String.init) }
    #expect(rows.allSatisfy { $0.count == 6 || ($0.count == 3 && $0[0] == "#") })
    #expect(rows.first?.prefix(2) == ["t1", "Q0"])
    #expect(rows.first?.last == "shirabe")
    #expect(rows.filter { $0[0] == "#" }.map { $0[1] } == ["t1", "2"])
    #expect(rows.first?[2].hasPrefix("midori-") == true)
  }

  @Test func `a record is named by its id`() throws {
    let folder = TemporaryDirectory()
    try folder.write("r.jsonl", "{\"id\": \"doc-7\", \"title\": \"木\", \"text\": \"樹木を植える\"}\n")
    let built = try ShirabeProcess(["index", "--index", folder.path + "/i", folder.path + "/r.jsonl"])
    #expect(built.status == 0)
    let found = try ShirabeProcess(["search", "--index", folder.path + "/i", "--format", "trec", "樹木"])
    #expect(found.output.hasPrefix("1 Q0 doc-7 1 "))
  }
}

@Suite("Building an index")
struct IndexCommandTests {
  @Test func `a text in no encoding is named with its byte, the rest is indexed, and the status is 2`()
    throws
  {
    let folder = TemporaryDirectory()
    try folder.write("t/good.txt", "樹木\n")
    let bad = try folder.write("t/bad.txt", [0x61, 0xFF, 0x61])
    let process = try ShirabeProcess(["index", "--index", folder.path + "/i", folder.path + "/t"])
    #expect(process.status == 2)
    #expect(process.errors.contains("\(bad): in no encoding that is known (not UTF-8 at byte offset 1"))
    #expect(try ShirabeProcess(["ask", "--index", folder.path + "/i", "樹木"]).status == 0)
  }

  @Test func `a folder that holds something else is refused with status 2, and nothing in it changes`() throws
  {
    let folder = TemporaryDirectory()
    try folder.write("t/documents-1.txt", "樹木\n")
    try folder.write("t/manifest", "公園\n")
    let before = try folder.contents(of: "t")
    let process = try ShirabeProcess(["index", "--index", folder.path + "/t", folder.path + "/t"])
    #expect(process.status == 2)
    #expect(process.errors.contains("it holds documents-1.txt, manifest"))
    #expect(try folder.contents(of: "t") == before)
  }

  @Test func `an index that can only be read can be asked, and not built`() throws {
    let folder = TemporaryDirectory()
    try folder.write("t/a.txt", "樹木\n")
    _ = try ShirabeProcess(["index", "--index", folder.path + "/i", folder.path + "/t"])
    folder.delete("i/lock")
    folder.link("i/lock", to: "/nonexistent/lock")
    #expect(try ShirabeProcess(["ask", "--index", folder.path + "/i", "樹木"]).status == 0)
    let process = try ShirabeProcess(["index", "--index", folder.path + "/i", folder.path + "/t"])
    #expect(process.status == 3)
    #expect(!process.errors.contains("rebuild"))
  }

  @Test func `read prints what is read of a file with its places, and says what it can't read`() throws {
    let folder = TemporaryDirectory()
    let list = try folder.write("list.csv", "名称,数\n中央館,3\n")
    let text = try ShirabeProcess(["read", list])
    #expect(text.status == 0)
    #expect(
      text.output == "\(list): csv, 2 lines, 1 table\n1  A1:B1  | 名称 | 数 |\n2  A2:B2  | 中央館 | 3 |\n")
    let json = try ShirabeProcess(["read", "--format", "jsonl", list])
    #expect(
      json.lines.last == "{\"path\":\"\(list)\",\"line\":2,\"text\":\"| 中央館 | 3 |\",\"cells\":\"A2:B2\"}")
    let picture = try folder.write("a.txt", [0x89, 0x50, 0x4E, 0x47])
    let failed = try ShirabeProcess(["read", picture, list, folder.path + "/missing"])
    #expect(failed.status == 2)
    #expect(failed.errors.contains("a PNG picture, not a text"))
    #expect(failed.errors.contains("missing"))
    #expect(failed.output == text.output)
    #expect(try ShirabeProcess(["read", "--format", "csv", list]).status == 2)
    let chosen = try ShirabeProcess(["read", list], environment: ["SHIRABE_PDF": "acroread"])
    #expect(chosen.status == 2)
    #expect(chosen.errors.contains("mutool or pdftotext"))
  }

  @Test func `without an index one is built from Corpus, and nothing else is written`() throws {
    let folder = TemporaryDirectory()
    try folder.write("Corpus/a.txt", "樹木を植えます。\n")
    let process = try ShirabeProcess(["ask", "樹木"], in: folder.path)
    #expect(process.status == 0)
    let written = try folder.contents(of: "").keys.filter { !$0.hasPrefix(".shirabe/") }
    #expect(written.sorted() == ["Corpus/a.txt"])
  }

  @Test func `a damaged index is status 3 with the command that mends it`() throws {
    let folder = TemporaryDirectory()
    try folder.write("t/a.txt", "樹木\n")
    _ = try ShirabeProcess(["index", "--index", folder.path + "/i", folder.path + "/t"])
    for (name, bytes) in try folder.contents(of: "i") where !bytes.isEmpty {
      try folder.write("i/\(name)", bytes.dropLast())
      let process = try ShirabeProcess(["ask", "--index", folder.path + "/i", "樹木"])
      #expect(process.status == 3 && !process.crashed, "\(name)")
      #expect(process.errors.contains("shirabe index --index \(folder.path)/i"), "\(name)")
      try folder.write("i/\(name)", bytes)
    }
  }

  @Test func `a failed rebuild leaves the old index`() throws {
    let folder = TemporaryDirectory()
    try folder.write("t/a.txt", "樹木\n")
    _ = try ShirabeProcess(["index", "--index", folder.path + "/i", folder.path + "/t"])
    let before = try folder.contents(of: "i")
    #expect(try ShirabeProcess(["index", "--index", folder.path + "/i", folder.path + "/gone"]).status == 2)
    #expect(try folder.contents(of: "i") == before)
  }
}
