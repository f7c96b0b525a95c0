import PlanDocuments

/// Heads that say what the figures of years are, where the page set them so far from their columns that they stand over the wrong ones:
///
///        基準値        実績値       目標値
///     H30   R4   R5   R6   R12            a start of two years, or a last year that no head is over
///
/// A start is of one year and a target of the last: the years between are those of what came of it. Where the heads say so themselves,
/// nothing is changed.
enum RolesOverYears {
  /// What stands over the year of a column, and the year.
  private struct Dated {
    let words: [String]
    let year: String
    let number: Int

    /// nil for a head that ends with no year, or with several.
    init?(_ head: ColumnHead?, _ schema: FieldSchema) {
      guard let head, let leaf = head.path.last, let mention = head.year, !mention.isRange else { return nil }
      // 実績値令和5年度: in one cell of the head
      guard let start = leaf.indices.first(where: { schema.head(String(leaf[$0...])).isPeriod }) else {
        return nil
      }
      words = head.path.dropLast() + (start > leaf.startIndex ? [String(leaf[..<start])] : [])
      year = String(leaf[start...])
      number = mention.first
    }
  }

  /// - Parameter heads: By column, as they were found.
  static func settled(_ heads: [ColumnHead?], _ schema: FieldSchema) -> [ColumnHead?] {
    let dated = heads.map { Dated($0, schema) }
    var settled = heads
    for run in heads.indices.split(whereSeparator: { dated[$0] == nil }) {
      let years = run.compactMap { dated[$0] }
      guard run.count > 3, zip(years, years.dropFirst()).allSatisfy({ $0.number < $1.number }) else {
        continue
      }
      let roles = run.map { (heads[$0]?.role ?? heads[$0]?.field(of: .indicator)?.role)?.ofPoint }
      let order = roles.compactMap(\.self).reduce(into: [Point.Role]()) {
        if $0.last != $1 { $0.append($1) }
      }
      guard order == [.baseline, .actual, .target] || order == [.baseline, .current, .target],
        roles.count(where: { $0 == .baseline }) > 1 || roles.contains(nil)
      else { continue }
      let words = order.compactMap { role in zip(years, roles).first { $0.1 == role }?.0.words }
      for (i, column) in run.enumerated() where words.count == 3 {
        settled[column] = ColumnHead(
          words[i == 0 ? 0 : i == run.count - 1 ? 2 : 1] + [years[i].year], schema)
      }
    }
    return settled
  }
}
