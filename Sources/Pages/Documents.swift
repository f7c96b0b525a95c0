import Answers
import JapaneseText
import Phrases
import PlanDocuments
import PlanFacts
import PlanLibrary
import Rendering
import SourceFiles
import SystemFiles

/// The documents of a library as pages show them.
struct Documents {
  let library: Library

  func title(_ id: String) -> String {
    guard let record = library.document(id), !record.title.isEmpty else { return id }
    return record.title
  }

  /// A place, leading to its lines in the document.
  func link(_ source: ItemSource, _ frame: Frame) -> HTML {
    HTML(
      "a", ["href": Route.document(source.document, line: source.lines.first, frame.chosen)],
      HTML(source.citation))
  }

  // MARK: the list

  /// What is indexed of each document, and what of it or beside it was not read.
  func list(_ frame: Frame) -> [HTML] {
    let facts = Dictionary(grouping: library.facts, by: \.plan)
    let unread = Dictionary(grouping: library.unread, by: \.plan)
    let rows = library.documents.filter { $0.origin == .text }.map { record in
      row(record, facts[record.id] ?? [], unread[record.id] ?? [], frame)
    }
    let records = library.documents.count { $0.origin == .record }
    let head = [
      Phrase.pageDocumentTitle, .pageFileName, .pageLines, .pageFacts, .pageTables, .pageRowsUnread,
    ].map { text in
      HTML("th", ["scope": "col"], frame.say(text))
    }
    return [
      HTML("h1", [:], frame.say(.pageDocuments)),
      HTML(
        "div",
        ["class": "table", "role": "region", "tabindex": "0", "aria-label": frame.said(.pageDocuments)],
        HTML("table", [:], HTML("thead", [:], HTML("tr", [:], head)), HTML("tbody", [:], rows))),
      records > 0 ? HTML("p", [:], HTML("jsonl: \(records)")) : HTML(), leftOut(frame),
      HTML("p", [:], frame.say(.pageIndexHow)),
    ]
  }

  private func row(_ record: DocumentRecord, _ facts: [Fact], _ unread: [UnreadRow], _ frame: Frame) -> HTML {
    let kinds = FactKind.allCases.filter { $0 != .table && $0 != .heading }.compactMap { kind -> HTML? in
      let count = facts.count { $0.kind == kind }
      return count == 0 ? nil : HTML("li", [:], HTML(frame.kind(kind.rawValue) + " \(count)"))
    }
    let reading = library.reading(of: record)
    let seen = reading.tables.values.reduce(0, +)
    let (plain, open) = (reading.tables[.figure] ?? 0, reading.tables[nil] ?? 0)
    let fates = [
      (Phrase.pageTablesRead, seen - plain - open), (.pagePlainTables, plain), (.pageUnreadTables, open),
    ].filter { $0.1 > 0 }.map { HTML("li", [:], frame.say($0, Saying($1))) }
    let rows = unread.map { row in
      let source = ItemSource(row, in: library)
      return HTML("li", [:], link(source, frame), HTML(" \(Saying(message: row.reason)[frame.language])"))
    }
    return HTML(
      "tr", ["class": "item", "tabindex": "-1"],
      HTML(
        "th", ["scope": "row"],
        HTML(
          "a", ["href": Route.document(record.id, line: 1, frame.chosen)], frame.japanese(title(record.id)))),
      HTML(
        "td", ["class": "long"], HTML(record.path),
        library.isChanged(record.id) ? HTML("p", ["class": "wrong"], frame.say(.pageChanged)) : HTML()),
      HTML(
        "td", ["class": "figure"], HTML(FigureText.grouped(ExactNumber(record.lineCount))),
        reading.pages.map { HTML("p", ["class": "faint"], frame.say(.pagePages, Saying($0.count))) } ?? HTML()
      ),
      HTML("td", [:], HTML("ul", [:], kinds)),
      HTML(
        "td", ["class": open > 0 ? "wrong" : nil],
        seen == 0
          ? HTML("–")
          : HTML("ul", [:], [HTML("li", [:], frame.say(.pageTablesSeen, Saying(seen)))] + fates)),
      HTML(
        "td", ["class": rows.isEmpty ? "figure" : "wrong"],
        rows.isEmpty
          ? HTML("0")
          : HTML("details", [:], HTML("summary", [:], HTML(String(rows.count))), HTML("ul", [:], rows))))
  }

  private func leftOut(_ frame: Frame) -> HTML {
    guard !library.leftOut.isEmpty else { return HTML("p", [:], frame.say(.pageNothingLeftOut)) }
    let rows = library.leftOut.map { left in
      HTML(
        "tr", [:], HTML("th", ["scope": "row"], HTML(left.path + (left.line.map { ":\($0)" } ?? ""))),
        HTML("td", ["class": "long"], HTML(Saying(message: left.reason)[frame.language])))
    }
    return HTML(
      "section", ["class": "gaps wrong"], HTML("h2", [:], frame.say(.pageNotRead)),
      HTML(
        "div", ["class": "table", "role": "region", "tabindex": "0", "aria-label": frame.said(.pageNotRead)],
        HTML(
          "table", [:],
          HTML(
            "thead", [:],
            HTML(
              "tr", [:], HTML("th", ["scope": "col"], frame.say(.pageFileName)),
              HTML("th", ["scope": "col"], frame.say(.pageReason)))),
          HTML("tbody", [:], rows))))
  }

  // MARK: one document

  /// Lines of one page of a document.
  private static let pageLines = 300

  /// Lines of a document around one of them; nil where there is no such document.
  func page(_ id: String, line: Int, _ frame: Frame) -> [HTML]? {
    guard let record = library.document(id) else { return nil }
    let wanted = min(line, max(1, record.lineCount))
    let first = (wanted - 1) / Documents.pageLines * Documents.pageLines + 1
    let last = min(record.lineCount, first + Documents.pageLines - 1)
    let previous = first > 1 ? Route.document(id, line: first - Documents.pageLines, frame.chosen) : nil
    let next = last < record.lineCount ? Route.document(id, line: last + 1, frame.chosen) : nil
    return [
      HTML("h1", [:], frame.japanese(title(id))), HTML("p", ["class": "faint"], HTML(record.path)),
      library.isChanged(id) ? HTML("p", ["class": "wrong"], frame.say(.pageChanged)) : HTML(),
      HTML("p", [:], frame.say(.pageLinesFrom, Saying(first), Saying(last), Saying(record.lineCount))),
      pages(previous, next, frame), lines(of: id, LineRange(first, max(first, last)), cited: nil),
      pages(previous, next, frame),
    ]
  }

  private func pages(_ previous: String?, _ next: String?, _ frame: Frame) -> HTML {
    guard previous != nil || next != nil else { return HTML() }
    return HTML(
      "p", ["class": "pages"],
      previous.map { HTML("a", ["href": $0, "rel": "prev"], frame.say(.pagePrevious)) } ?? HTML(),
      HTML(" "), next.map { HTML("a", ["href": $0, "rel": "next"], frame.say(.pageNext)) } ?? HTML())
  }

  /// Lines with their numbers; those that are cited marked.
  func lines(of id: String, _ range: LineRange, cited: LineRange?) -> HTML {
    let rows = zip(range.first..., library.lines(of: id, in: range)).map { number, line in
      let isCited = cited.map { $0.first <= number && number <= $0.last } ?? false
      return HTML(
        "tr", ["id": "L\(number)", "class": isCited ? "cited" : nil],
        HTML("th", ["scope": "row"], HTML(String(number))),
        HTML("td", ["lang": "ja"], isCited ? HTML("mark", [:], HTML(line)) : HTML(line)))
    }
    return HTML("table", ["class": "lines"], HTML("tbody", [:], rows))
  }
}
