import Answers
import JapaneseText
import Phrases
import PlanDocuments
import PlanFacts
import PlanLibrary
import Rendering

/// What was read of the documents, for a conversation: a line or two each, and what is unread with its places.
struct ReadingReport {
  private let library: Library
  private let style: TextStyle
  private let language: Language
  /// Entries of one document that are shown where it was not asked for by name.
  private static let few = 12

  init(_ library: Library, _ style: TextStyle, _ language: Language) {
    self.library = library
    self.style = style
    self.language = language
  }

  private func said(_ saying: Saying) -> String { TextStyle.printable(saying[language]) }

  /// All documents with what was read of each.
  func documents() -> String {
    let facts = Dictionary(grouping: library.facts, by: \.plan)
    return library.documents.map { record in
      let count = facts[record.id]?.count ?? 0
      let read =
        record.origin == .text
        ? [Saying(library.reading(of: record)), Phrase.factsOf.with(Saying(count))].listed
        : Phrase.linesAndFacts.with(Saying(record.lineCount), Saying(count))
      return head(record) + "      " + said(read) + "\n"
    }.joined()
  }

  /// Tables and rows that are unread, of one document or of all that have some, and what was left out of the index.
  func unread(of name: String?) throws(REPLCommand.Problem) -> String {
    let documents = name.map(library.documents(named:)) ?? library.documents
    if let name, documents.isEmpty { throw .init(.noDocument, name) }
    let parts = documents.filter { $0.origin == .text }.compactMap { record -> String? in
      let entries = entries(of: record)
      guard !entries.isEmpty else { return nil }
      let shown = name == nil ? entries.prefix(ReadingReport.few) : entries[...]
      let rest = entries.count - shown.count
      return head(record) + shown.map { fitted("    " + $0) }.joined()
        + (rest > 0
          ? "    " + said(Phrase.more.with(Saying(rest), Phrase.seeDocument.with(Saying(record.id)))) + "\n"
          : "")
    }
    let left =
      name == nil
      ? library.leftOut.map { fitted("  \($0.path)  \(Saying(message: $0.reason)[language])") } : []
    if parts.isEmpty, left.isEmpty { return said(Phrase.everythingRead.with()) + "\n" }
    return (parts + left).joined()
  }

  private func head(_ record: DocumentRecord) -> String {
    let title = record.title == record.id ? "" : "  " + style.strong(TextStyle.printable(record.title))
    return "  " + TextStyle.printable(record.id) + title + "\n"
  }

  /// Tables that became nothing or are kept plain, then rows.
  private func entries(of record: DocumentRecord) -> [String] {
    let tables = zip(1..., library.tables(of: record.id)).compactMap { number, table -> String? in
      let reason: Saying
      switch table.readAs {
      case nil: reason = table.reason.map { Saying($0) } ?? Phrase.tablesUnread.with(Saying(""))
      case .figure: reason = Phrase.plainTable.with()
      default: return nil
      }
      let heads = table.columns.map(\.head).filter { !$0.isEmpty }.joined(separator: " | ")
      let title = table.title.map { " " + $0 } ?? ""
      return Phrase.tableNumber.with(
        Saying(number), Saying(place(record, table.lines)), reason, Saying(title))[language]
        + (heads.isEmpty ? "" : "  " + heads)
    }
    let rows = library.unread.filter { $0.plan == record.id }.map { row in
      Phrase.rowOf.with(
        Saying(place(record, row.lines)), Saying(kindOf: row.kind), Saying(message: row.reason))[language]
    }
    return tables + rows
  }

  /// `p.3`, `Sheet1!A4`, or the lines.
  private func place(_ record: DocumentRecord, _ lines: LineRange) -> String {
    library.place(of: record.id, in: lines).map { "\($0)" }
      ?? (lines.first == lines.last ? ":\(lines.first)" : ":\(lines.first)-\(lines.last)")
  }

  private func fitted(_ line: String) -> String {
    style.width.shortened(TextStyle.printable(line), to: style.columns) + "\n"
  }
}
