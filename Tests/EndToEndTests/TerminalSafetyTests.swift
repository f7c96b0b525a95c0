import Foundation
import TestSupport
import Testing

/// Sequences that colour, link, move or turn round what a terminal shows.
private let steering = "\u{1B}[31m\u{1B}]8;;http://x\u{1B}\\\u{9B}2J\u{202E}\u{2066}\u{7F}\u{8}"

/// A text whose name, title, headings, lines and rows, and a record whose id, title and text, steer terminals.
private let sample: TemporaryDirectory = {
  let folder = TemporaryDirectory()
  let name = "木\u{1B}[31m\u{9B}\u{202E}計画"
  let text = """
    みどり市\(steering) 緑の計画

    第１章 \(steering)樹木の取組

    　駅前の\(steering)広場に樹木を植えます。

    指標\t現状（令和２年度）\t目標（令和７年度）
    樹木\(steering)の数\t10本\(steering)\t20本

    「樹木\(steering)」とは、木のことをいう。
    """
  _ = try? folder.write("plans/\(name).txt", text)
  _ = try? folder.write("plans/\(name)2.txt", [0x61, 0xFF])
  _ = try? folder.write(
    "plans/r.jsonl",
    "{\"id\": \"r%\u{9B}\u{202E}1\", \"title\": \"木\\u001b[31m\", \"text\": \"樹木\\u009b2J\\u202e\\u001b]8;;\\u0007\"}\n"
      + "{\"id\": \"\(steering)\"}\n")
  return folder
}()

@Suite("What can steer a terminal", .serialized) struct TerminalSafetyTests {
  private static let built: ShirabeProcess? = try? ShirabeProcess(
    ["index", "--index", sample.path + "/index\u{1B}[31m", sample.path + "/plans"])

  private func run(_ arguments: [String], input: String = "") throws -> ShirabeProcess {
    _ = Self.built
    return try ShirabeProcess(
      arguments, input: Array(input.utf8), environment: ["SHIRABE_INDEX": sample.path + "/index\u{1B}[31m"])
  }

  /// Scalars that a terminal obeys, but for line feeds and tabs.
  private func steers(_ text: String) -> [String] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
      default: false
      }
    }.map { String($0.value, radix: 16) }
  }

  static let commands: [[String]] = [
    ["ask", "樹木"], ["ask", "樹木" + steering], ["ask", "「\(steering)」の目標"], ["ask", "indicators"],
    ["ask", "documents"], ["ask", "headings"], ["ask", "樹木とは"], ["ask", "\(steering)"],
    ["search", "樹木"], ["search", "樹木\(steering)"], ["search", steering], ["facts"], ["facts", "--coverage"],
  ]

  @Test("is in no text, Markdown or JSON, whatever file, record or question holds it", arguments: commands)
  func output(_ command: [String]) throws {
    for format in ["text", "markdown", "json", "jsonl"] {
      let process = try run([command[0], "--format", format] + command.dropFirst())
      #expect(!process.crashed)
      #expect(steers(process.output).isEmpty, "\(format)")
      #expect(steers(process.errors).isEmpty, "\(format)")
    }
  }

  @Test func `is in no message`() throws {
    let built = try #require(Self.built)
    #expect(built.status == 2)
    #expect(built.errors.contains("not UTF-8") && built.errors.contains("r.jsonl:2: "))
    #expect(steers(built.errors).isEmpty)
    let wrong = [
      ["ask", "--format", steering, "樹木"], ["ask", "--\(steering)"], [steering],
      ["facts", "--kind", steering],
      ["ask", "--index", "/nonexistent/\(steering)", "樹木"], ["index", "/nonexistent/\(steering)"],
      ["eval", "topics", "/nonexistent/\(steering)", "/nonexistent/x"],
      ["ask", "--lexicons", steering, "樹木"],
      ["ask", "", "--format", "json"], ["help", steering],
    ]
    for arguments in wrong {
      let process = try run(arguments)
      #expect(steers(process.output + process.errors).isEmpty, "\(arguments.first ?? "")")
    }
    let batch = try run(["--format", "text"], input: "達成度が9の事業\(steering)\n\n\(steering)\n")
    #expect(batch.errors.contains("stdin:2:"))
    #expect(steers(batch.output + batch.errors).isEmpty)
    #expect(try steers(run(["tokens", "樹木\(steering)"]).output).isEmpty)
  }

  @Test func `is percent-encoded in a run file, with white space and %`() throws {
    let process = try run(["search", "--format", "trec"], input: "q 1%\u{1B}\t樹木\n")
    #expect(process.lines.count > 1)
    #expect(
      process.lines.allSatisfy { $0.hasPrefix("q%201%25%1B Q0 ") && $0.split(separator: " ").count == 6 })
    #expect(process.output.contains(" r%25%C2%9B%E2%80%AE1 "))
    #expect(steers(process.output).isEmpty)
  }

  @Test func `stays byte for byte in CSV and TSV for programs`() throws {
    for format in ["csv", "tsv", "csv-excel"] {
      let output = try run(["search", "--format", format, "樹木"]).output
      #expect(output.contains("\u{9B}2J\u{202E}\u{1B}]8;;"), "\(format)")
    }
  }
}

@Suite("CSV for spreadsheets") struct SpreadsheetTests {
  @Test func `a byte order mark stands once before everything`() throws {
    let folder = TemporaryDirectory()
    let path = try folder.write("t/a.txt", "みどり市\n\n樹木を植えます。\n")
    _ = try ShirabeProcess(["index", "--index", folder.path + "/i", path])
    let environment = ["SHIRABE_INDEX": folder.path + "/i"]
    for (arguments, input) in [
      (["ask", "樹木"], ""), (["search", "樹木"], ""), ([], "樹木\n樹木\n"), (["search"], "樹木\nみどり市\n"),
    ] {
      let process = try ShirabeProcess(
        arguments + ["--format", "csv-excel"], input: Array(input.utf8), environment: environment)
      #expect(process.output.hasPrefix("\u{FEFF}reading,"))
      #expect(process.output.unicodeScalars.count { $0 == "\u{FEFF}" } == 1, "\(arguments)")
    }
  }
}
