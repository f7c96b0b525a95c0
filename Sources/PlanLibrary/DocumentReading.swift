import PlanFacts

/// What was read of a text, counted.
package struct DocumentReading: Hashable, Sendable {
  package let path: String
  package let lines: Int
  /// Tables by what their rows became; `figure` are kept plain, nil are unread.
  package let tables: [FactKind?: Int]
  /// Rows.
  package let unread: Int

  init(path: String, lines: Int, tables: [TableReading], unread: Int) {
    self.path = path
    self.lines = lines
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
      path: document.path, lines: document.lineCount, tables: tables(of: document.id),
      unread: unread.count { $0.plan == document.id })
  }
}
