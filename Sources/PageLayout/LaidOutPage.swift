/// A page as people read it: lines and tables from top to bottom, column by column.
package struct LaidOutPage: Hashable, Sendable {
  package let width: Double
  package let height: Double
  package var items: [PageItem]
  /// Furigana, which were left out of the lines.
  package let ruby: [String]
  /// Pictures and paths.
  package let drawingCount: Int

  package init(width: Double, height: Double, items: [PageItem], ruby: [String] = [], drawingCount: Int = 0) {
    self.width = width
    self.height = height
    self.items = items
    self.ruby = ruby
    self.drawingCount = drawingCount
  }

  /// True where something is drawn and nothing of it can be read; a blank page is none.
  package var hasOnlyDrawings: Bool { items.isEmpty && drawingCount > 0 }
}

package enum PageItem: Hashable, Sendable {
  case line(PageLine)
  case table(PageTable)

  package var box: Box {
    switch self {
    case .line(let line): line.box
    case .table(let table): table.box
    }
  }
}

/// A line of text outside of tables.
package struct PageLine: Hashable, Sendable {
  package let text: String
  package let box: Box
  /// The largest height of a font in it.
  package let size: Double
  /// A running head or a page's number.
  package var isFurniture = false

  package init(text: String, box: Box, size: Double) {
    self.text = text
    self.box = box
    self.size = size
  }
}

/// A table as rulings, or the white between its columns, draw it.
package struct PageTable: Hashable, Sendable {
  package enum Layout: Hashable, Sendable { case ruled, unruled }

  package let layout: Layout
  /// In order of row, then of column; none covers another.
  package var cells: [PageCell]
  package let box: Box

  var rowCount: Int { cells.map { $0.row + $0.rowSpan }.max() ?? 0 }
  var columnCount: Int { cells.map { $0.column + $0.columnSpan }.max() ?? 0 }
}

package struct PageCell: Hashable, Sendable {
  /// 0-based.
  package var row: Int
  package var column: Int
  package var rowSpan: Int
  package var columnSpan: Int
  /// Lines without white space at their ends, none blank.
  package var text: [String]
  package let box: Box
  /// A colour lies behind it.
  package let isFilled: Bool
}
