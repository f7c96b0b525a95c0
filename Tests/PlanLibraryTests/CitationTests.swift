import Foundation
import PlanDocuments
import TestSupport
import Testing

@testable import PlanLibrary

@Suite("Citations that sed agrees with") struct CitationTests {
  private let folder = TemporaryDirectory()

  /// What `sed -n` prints of some lines of a file.
  private func sed(_ lines: LineRange, of path: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sed")
    process.arguments = ["-n", "\(lines.first),\(lines.last)p", path]
    process.environment = ["LC_ALL": "C"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
  }

  /// Everything that some reader takes for the end of a line or a page, among words; `\r\n` and `\n` are ends.
  private static let pieces = [
    "\n", "\n", "\r\n", "\n\n", "\r", "\u{C}", "\n\u{C}", "\u{B}", "\u{85}", "\u{2028}", "\u{2029}", "\u{1C}",
    "\u{0}",
    "\t", "　", " ", "\u{FEFF}", "\u{3099}", "。", "・", "第１章 ", "(1) ", "|", "緑地を守る。", "樹木を植えます。\n",
  ]

  private static func text(_ random: inout SeededRandom) -> String {
    let count = Int.random(in: 1...120, using: &random)
    let start = Bool.random(using: &random) ? "\u{FEFF}" : ""
    return start
      + (0..<count).map { i in
        Int.random(in: 0..<3, using: &random) == 0
          ? "標\(i)印" : pieces.randomElement(using: &random) ?? ""
      }.joined()
  }

  /// The lines that sed printed, without their ends.
  private func lines(_ printed: [UInt8]) -> [[UInt8]] {
    var lines = printed.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let isEnded = lines.last?.isEmpty ?? true
    if isEnded { lines.removeLast() }
    return lines.enumerated().map { i, line in
      line.last == 0x0D && (i + 1 < lines.count || isEnded) ? line.dropLast() : line
    }
  }

  @Test("the lines of a document are those of its file", arguments: UInt64(0)..<30)
  func documentLines(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let text = Self.text(&random)
    let path = try folder.write("t/x.txt", text)
    _ = try Library.build(paths: [path], into: folder.path + "/index", lexicons: .builtIn)
    let library = try Library.open(folder.path + "/index")
    let count = try #require(library.document("x")).lineCount
    let first = Int.random(in: 1...max(1, count), using: &random)
    let ranges = [LineRange(1, count + 3), LineRange(first, first + Int.random(in: 0...3, using: &random))]
    for range in ranges {
      var expected = try lines(sed(range, of: path))
      if range.first == 1, text.unicodeScalars.first == "\u{FEFF}", !expected.isEmpty {
        expected[0].removeFirst(3)
      }
      #expect(library.lines(of: "x", in: range).map { Array($0.utf8) } == expected, "seed \(seed), \(range)")
    }
    for passage in PlanDocument(reading: Plan(id: "x", path: path, text: text)).passages {
      let printed = try String(decoding: sed(passage.lines, of: path), as: UTF8.self)
      for mark in passage.text.matches(of: /標[0-9]+印/) {
        #expect(printed.contains(mark.output), "seed \(seed), \(passage.lines)")
      }
    }
  }

  @Test func `the text of a record is cited by lines counted the same way`() throws {
    let path = try folder.write(
      "r.jsonl",
      "\u{FEFF}{\"id\": \"r\", \"text\": \"一\\f二\\u0085三\\r\\n四\\u2028五\\n\"}\r\n\u{C}\r\n{\"id\": \"s\", \"text\": \"\"}"
    )
    let report = try Library.build(paths: [path], into: folder.path + "/index", lexicons: .builtIn)
    let library = try Library.open(folder.path + "/index")
    #expect(report.problems.isEmpty)
    #expect(library.lines(of: "r", in: LineRange(1, 9)) == ["一\u{C}二\u{85}三", "四\u{2028}五"])
    #expect(library.document("s")?.lineCount == 1)
  }
}
