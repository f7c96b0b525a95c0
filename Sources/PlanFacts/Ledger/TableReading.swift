import PlanDocuments

/// A table that a document holds, and what became of it: a line of the document's ledger.
///
/// Every table that a reader of layouts found has one, in order of lines, whether its rows became facts or not; so what is unread can be
/// counted, shown and taught.
package struct TableReading: Hashable, Sendable {
  /// Why a table gave nothing.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    /// No head names a kind of thing, and no figure has both a row and a column that name it.
    case unknownHeads
    /// A head names a kind of thing, but no row names one.
    case noNames
    /// The cells of its rows can't be told to its columns.
    case doubtfulCells
  }

  package struct Column: Hashable, Sendable {
    /// Heads as printed, from the top, joined with ` › `; empty where none stands over the column.
    package let head: String
    /// The first cells below, three at most, as printed.
    package let samples: [String]

    package init(head: String, samples: [String]) {
      self.head = head
      self.samples = samples
    }
  }

  /// As printed above it; nil where nothing is.
  package let title: String?
  /// From the first line of a cell to the last.
  package let lines: LineRange
  package let rowCount: Int
  /// From the left; no more than `mostColumns`.
  package let columns: [Column]
  /// The kind of fact its rows became; `figure` for a table that is kept plain, nil for one that is unread.
  package let readAs: FactKind?
  /// Where `readAs` is nil.
  package let reason: Reason?
  /// The rows of it that are unread, ascending.
  package let unread: [LineRange]
  /// The totals it prints, as far as it can be told what they are made of.
  package let totals: [TotalCheck]

  package static let mostColumns = 64

  package init(
    title: String?, lines: LineRange, rowCount: Int, columns: [Column], readAs: FactKind?, reason: Reason?,
    unread: [LineRange], totals: [TotalCheck]
  ) {
    self.title = title
    self.lines = lines
    self.rowCount = rowCount
    self.columns = columns
    self.readAs = readAs
    self.reason = reason
    self.unread = unread
    self.totals = totals
  }

  init(
    _ table: Table, readAs: FactKind?, reason: Reason?, unread: [LineRange], totals: [TotalCheck]
  ) {
    self.init(
      title: table.title?.text, lines: table.lines, rowCount: table.rowCount,
      columns: TableReading.columns(of: table), readAs: readAs, reason: reason, unread: unread.sorted(),
      totals: totals)
  }

  /// With those rows of it that nothing claimed.
  func adding(unread rows: [LineRange]) -> TableReading {
    let own = readAs == nil ? [] : rows.filter { lines.overlaps($0) && !unread.contains($0) }
    guard !own.isEmpty else { return self }
    return TableReading(
      title: title, lines: lines, rowCount: rowCount, columns: columns, readAs: readAs, reason: reason,
      unread: (unread + own).sorted(), totals: totals)
  }

  /// Lists and tables that only their own forms of page tell: runs of facts of one kind and title, or in one section, that stand in no
  /// other table.
  static func others(_ facts: [Fact], besides tables: [TableReading]) -> [TableReading] {
    struct Place: Hashable {
      let kind: FactKind
      let title: String?
      let section: [String]
    }
    let known = LineSet(tables.map(\.lines))
    var runs: [Place: (lines: LineRange, count: Int)] = [:]
    for fact in facts where fact.isOfTable && fact.kind != .table {
      guard let source = fact.sources.first, !known.overlaps(source.lines) else { continue }
      let title: String? = if case .text(let title)? = fact[.table] { title } else { nil }
      let place = Place(kind: fact.kind, title: title, section: source.section)
      let run = runs[place]
      runs[place] = (run?.lines.union(source.lines) ?? source.lines, (run?.count ?? 0) + 1)
    }
    return runs.map { place, run in
      TableReading(
        title: place.title ?? place.section.last, lines: run.lines, rowCount: run.count, columns: [],
        readAs: place.kind, reason: nil, unread: [], totals: [])
    }
  }

  private static func columns(of table: Table) -> [Column] {
    (0..<min(table.columnCount, mostColumns)).map { column in
      let heads = table.topHeads(over: column)
      let below = heads.map { table.grid.cells[$0].endRow }.max() ?? 0
      var samples: [String] = []
      for row in below..<max(below, min(table.rowCount, below + 12)) where samples.count < 3 {
        guard let cell = table.cell(row, column), table.roles[cell] != .columnHead,
          case let text = table.text(cell).joiningJapanese, !text.isEmpty, samples.last != text
        else { continue }
        samples.append(String(text.prefix(40)))
      }
      return Column(
        head: heads.map { table.text($0).joiningJapanese }.joined(separator: " › "), samples: samples)
    }
  }
}
