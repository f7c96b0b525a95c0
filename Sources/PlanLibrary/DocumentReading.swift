import PlanDocuments
import PlanFacts
import SourceFiles

/// What was read of a text, counted.
package struct DocumentReading: Hashable, Sendable {
  package let path: String
  package let lines: Int
  /// nil for a file that has none.
  package let pages: Pages?
  /// Tables by what their rows became; `figure` are kept plain, nil are unread.
  package let tables: [FactKind?: Int]
  /// Rows.
  package let unread: Int

  /// The pages of a file.
  package struct Pages: Hashable, Sendable {
    package let count: Int
    package let withoutText: Int

    /// nil where no line stands on a page.
    init?(_ source: SourceText) {
      let numbers = source.places.compactMap { place -> Int? in
        if case .page(let number, _)? = place { number } else { nil }
      }
      guard let last = numbers.max() else { return nil }
      let drawn = source.remarks.flatMap { remark -> [Int] in
        if case .pagesWithoutText(let pages) = remark { pages } else { [] }
      }
      count = max(last, drawn.max() ?? 0)
      withoutText = count - Set(numbers).count
    }
  }

  /// - Parameter source: what a reader gave; nil for a text in memory.
  init(path: String, lines: Int, source: SourceText?, tables: [TableReading], unread: Int) {
    self.path = path
    self.lines = lines
    pages = source.flatMap(Pages.init)
    self.tables = Dictionary(grouping: tables, by: \.readAs).mapValues(\.count)
    self.unread = unread
  }

  /// Whether something stayed unread.
  package var isOpen: Bool { unread > 0 || tables[nil] != nil }

  /// What tables became, those of most first: kept plain and unread behind equals.
  package var tablesInOrder: [(readAs: FactKind?, count: Int)] {
    func last(_ kind: FactKind?) -> String { kind == .figure ? "~" : kind?.rawValue ?? "~~" }
    return tables.map { (readAs: $0.key, count: $0.value) }.sorted {
      ($1.count, last($0.readAs)) < ($0.count, last($1.readAs))
    }
  }
}

extension Library {
  /// What was read of a document; nothing for a record.
  package func reading(of document: DocumentRecord) -> DocumentReading {
    DocumentReading(
      path: document.path, lines: document.lineCount, source: source(of: document.id),
      tables: tables(of: document.id), unread: unread.count { $0.plan == document.id })
  }

  /// The scales of evaluation that each document has, in order of document.
  package func scales(_ schema: FieldSchema) -> [(document: String, scales: [Scale])] {
    let facts = Dictionary(grouping: facts, by: \.plan)
    return documents.filter { $0.origin == .text }.compactMap { record in
      let plan = Plan(
        id: record.id, path: record.path,
        lines: lines(of: record.id, in: LineRange(1, max(1, record.lineCount))))
      let scales = Scale.all(in: plan, facts: facts[record.id] ?? [], schema)
      return scales.isEmpty ? nil : (record.id, scales)
    }
  }
}
