import Answers
import PlanLibrary
import SourceFiles
import TestSupport
import Testing

@testable import Evaluation

@Suite("Receipts") struct ReceiptTests {
  private let folder = TemporaryDirectory()
  private static let text =
    "みどり市 水と緑の計画\n\n| 指標 | 現状値(令和4年度) | 目標値(令和9年度) |\n|---|---|---|\n| 来館者数 | 120人 | 150人 |\n| 緑地面積 | 10ha | 12ha |\n"

  private func library(_ text: String) throws -> Library {
    let path = try folder.write("plan.txt", text)
    _ = try Library.build(paths: [path], into: folder.path + "/i", lexicons: .builtIn)
    return try Library.open(folder.path + "/i")
  }

  private func receipt(_ question: String, _ library: Library) throws -> Receipt {
    var assistant = try Assistant(library: library)
    return Receipt(try #require(assistant.ask(question).readings.first), from: library)
  }

  private func changes(_ receipt: Receipt, _ library: Library) throws -> [ReceiptChange] {
    receipt.changes(since: library, reader: SourceReader(), assistant: try Assistant(library: library))
  }

  @Test func `it comes back as it was written, and nothing changed`() throws {
    let library = try library(Self.text)
    let kept = try receipt("来館者数の目標は？", library)
    #expect(kept.quoteCount > 0)
    let read = try Receipt(parsing: Array(kept.text.utf8))
    #expect(read == kept && read.hash == kept.hash && read.isOf(library))
    #expect(try changes(read, library).isEmpty)
  }

  @Test func `one figure of a source that changed is told with its line, also before it is indexed again`()
    throws
  {
    let before = try library(Self.text)
    let kept = try receipt("来館者数の目標は？", before)
    let changed = Self.text.split(separator: "150人", omittingEmptySubsequences: false).joined(
      separator: "160人")
    let path = try folder.write("plan.txt", changed)
    let line = ReceiptChange.Place(document: "plan", path: path, lines: .init(5))
    let told = ReceiptChange.line(
      line, before: "| 来館者数 | 120人 | 150人 |", after: "| 来館者数 | 120人 | 160人 |")
    #expect(try changes(kept, before) == [told])
    let after = try library(changed)
    let found = try changes(kept, after)
    #expect(found.last == told)
    #expect(
      found.contains {
        if case .field(let name, let field, let before?, let after?, let old?, let new?) = $0 {
          name == "来館者数" && field == "points" && before.contains("150") && after.contains("160")
            && old.lines == new.lines
        } else {
          false
        }
      })
    #expect(!kept.isOf(after))
  }

  @Test func `another line's figure changes nothing, and lines that moved are told where they went`() throws {
    let before = try library(Self.text)
    let kept = try receipt("来館者数の目標は？", before)
    let other = Self.text.split(separator: "12ha", omittingEmptySubsequences: false).joined(separator: "13ha")
    try folder.write("plan.txt", other)
    #expect(try changes(kept, before).isEmpty)
    try folder.write("plan.txt", "表紙\n" + Self.text)
    let moved = try changes(kept, before)
    #expect(moved.count == kept.quoteCount)
    #expect(
      moved.allSatisfy {
        if case .moved(let from, let to) = $0 { to.lines.first == from.lines.first + 1 } else { false }
      })
    folder.delete("plan.txt")
    #expect(try changes(kept, before).allSatisfy { if case .fileGone = $0 { true } else { false } })
  }

  @Test func `what no longer answers is told`() throws {
    let kept = try receipt("来館者数の目標は？", try library(Self.text))
    let after = try library("みどり市 別の計画\n\n　樹木を植えます。\n")
    let found = try changes(kept, after)
    #expect(
      found.contains { if case .unanswered = $0 { true } else if case .itemGone = $0 { true } else { false } }
    )
  }

  @Test func `a receipt that was changed itself is none`() throws {
    let text = try receipt("来館者数の目標は？", try library(Self.text)).text
    for (old, new) in [("150", "151"), ("\"plan\"", "\"plam\""), ("\"total\": 1", "\"total\": 2")] {
      let parts = text.split(separator: old, omittingEmptySubsequences: false)
      #expect(parts.count > 1)
      #expect(throws: Receipt.Problem.changed) {
        try Receipt(parsing: Array(parts.joined(separator: new).utf8))
      }
    }
    for bad in ["", "[]", "{}", "{\"receipt\": \"a\", \"contract\": 1}", String(text.dropLast(3))] {
      #expect(throws: Receipt.Problem.self) { try Receipt(parsing: Array(bad.utf8)) }
    }
  }
}
