import JapaneseText
import PlanDocuments

/// A stack of heads over a column, or beside a row, read as one: the leaf says what the field is; a year, a unit or a role that it
/// does not say comes from above.
package struct ColumnHead: Hashable, Sendable {
  /// As printed, from the top.
  package let path: [String]
  /// What the leaf may mean, or where it says only when or how, what the head above it means.
  package let fields: [FieldSchema.Field]
  package let role: FieldSchema.Role?
  package let year: YearMention?
  package let unit: String?
  /// Whether the leaf names a time and nothing else.
  package let isPeriod: Bool
  package let isGeneric: Bool

  package init(_ path: [String], _ schema: FieldSchema) {
    self.path = path
    let heads = path.map(schema.head)
    let known = heads.map(schema.fields)
    let said = heads.map(schema.role)
    role = said.last { $0 != nil } ?? nil
    year = heads.last { $0.year != nil }?.year
    // two units over one column: which of them is meant can't be told
    let units = heads.compactMap(\.unit)
    unit = heads.last?.unit ?? (Set(units).count > 1 ? nil : units.last)
    isPeriod = heads.last?.isPeriod ?? false
    isGeneric = heads.last.map(schema.words.isGeneric) ?? false
    let leaf = known.last ?? []
    let saysOnlyHow = isPeriod || said.last.map { $0 != nil } ?? false
    let stacked = ColumnHead.joined(heads).map(schema.fields) ?? []
    if !stacked.isEmpty {
      fields = stacked
    } else if leaf.isEmpty, saysOnlyHow, !isGeneric {
      fields = known.dropLast().last { !$0.isEmpty } ?? []
    } else {
      fields = leaf
    }
  }

  /// What stands beside a row, below heads that say of what year its figures are and what they are: the row says what they are of.
  package init(row: [String], below columns: [String], _ schema: FieldSchema) {
    let whole = ColumnHead(row + columns, schema)
    (path, role, year, unit) = (whole.path, whole.role, whole.year, whole.unit)
    (isPeriod, isGeneric) = (whole.isPeriod, whole.isGeneric)
    fields = ColumnHead(row, schema).fields
  }

  /// A head wrapped over two rows: `重要業績評価指標` over `（ＫＰＩ）`, `目標` over `値`.
  private static func joined(_ heads: [HeadText]) -> HeadText? {
    guard heads.count == 2, let above = heads[0].names.last, let leaf = heads[1].names.last,
      heads[0].year == nil, leaf.count <= 4
    else { return nil }
    return HeadText(above + leaf)
  }

  package func field(of kind: FieldSchema.Kind) -> FieldSchema.Field? { fields.first { $0.kind == kind } }

  /// The heads as one name: `令和5年度 › 実績`.
  package var name: String { path.joined(separator: " › ") }
}
