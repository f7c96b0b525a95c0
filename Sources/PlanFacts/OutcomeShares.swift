import JapaneseText
import PlanDocuments

/// What a text says of how results are spread: `「目標を上回った」と「ほぼ目標どおり」を合わせた割合が約８割`.
struct ShareStatement: Hashable, Sendable {
  /// The outcomes whose shares are added up, as quoted.
  let outcomes: [String]
  /// 8 for 約８割.
  let tenths: Int
  /// The year the sentence speaks of; nil where none is named before it.
  let fiscalYear: Int?

  /// All statements of a paragraph, left to right.
  static func all(in scalars: [Unicode.Scalar]) -> [ShareStatement] {
    let shares = shares(in: scalars)
    // years are dear to look for, and few blocks speak of shares
    guard !shares.isEmpty else { return [] }
    let years = YearMention.all(in: scalars)
    let reader = OutcomeReader(
      scalars: scalars, yearEnds: Dictionary(years.map { ($0.range.lowerBound, $0.range.upperBound) }) { $1 })
    var found: [ShareStatement] = []
    var start = 0
    var year: Int?
    var nextYear = 0
    for share in shares {
      while nextYear < years.count, years[nextYear].range.upperBound <= share.range.lowerBound {
        year = years[nextYear].last
        nextYear += 1
      }
      let before = start..<share.range.lowerBound
      if let outcomes = reader.outcomes(in: before) ?? reader.outcome(after: share.range.upperBound).map({
        [$0]
      })
        ?? (reader.onlyConnects(before) ? found.last?.outcomes : nil)
      {
        found.append(ShareStatement(outcomes: outcomes, tenths: share.tenths, fiscalYear: year))
      }
      start = share.range.upperBound
    }
    return found
  }

  /// 約８割, 約10割
  private static func shares(in scalars: [Unicode.Scalar]) -> [(tenths: Int, range: Range<Int>)] {
    scalars.indices.compactMap { i in
      guard scalars[i] == "約", let number = Numeral.read(scalars, at: i + 1), number.hasDigits,
        case let end = number.range.upperBound, end < scalars.count, scalars[end] == "割",
        let tenths = number.value.wholeNumber,
        (0...10).contains(tenths)
      else { return nil }
      return (tenths, i..<(end + 1))
    }
  }
}

/// Finds the outcomes that a share is said of.
private struct OutcomeReader {
  let scalars: [Unicode.Scalar]
  /// Ends of the years in the text, by their starts.
  let yearEnds: [Int: Int]

  /// `「A」が`, `「A」の取組は、令和３年度は`, `「A」と「B」を合わせると`: what stands before a share.
  func outcomes(in range: Range<Int>) -> [String]? {
    var outcomes: [String] = []
    var right = range.upperBound
    var isSum = false
    while let close = scalars[range.lowerBound..<right].lastIndex(of: "」"),
      let open = scalars[range.lowerBound..<close].lastIndex(of: "「")
    {
      let between = (close + 1)..<right
      if outcomes.isEmpty {
        isSum = text(between).contains("合わせ") || text(between).contains("合計")
        guard onlyConnects(between) else { return nil }
      } else if !["と", "及び", "、", "や"].contains(text(between)) {
        break
      }
      outcomes.insert(text((open + 1)..<close), at: 0)
      right = open
      if !isSum { break }
    }
    return outcomes.isEmpty ? nil : outcomes
  }

  /// `が「A」`: what stands behind a share.
  func outcome(after start: Int) -> String? {
    guard start + 1 < scalars.count, scalars[start] == "が", scalars[start + 1] == "「",
      let close = scalars[start...].firstIndex(of: "」")
    else { return nil }
    return text((start + 2)..<close)
  }

  /// Only years, particles and words of adding up: nothing that could be another subject.
  func onlyConnects(_ range: Range<Int>) -> Bool {
    var rest = ""
    var i = range.lowerBound
    while i < range.upperBound {
      if let end = yearEnds[i], end <= range.upperBound {
        i = end
      } else {
        rest.unicodeScalars.append(scalars[i])
        i += 1
      }
    }
    for word in ["を合わせると", "を合わせた", "を合わせて", "を合わせ", "の合計", "割合", "取組", "から", "及び", "年度"] {
      rest = rest.split(separator: word, omittingEmptySubsequences: false).joined()
    }
    return rest.allSatisfy { "、のにはがともでや".contains($0) }
  }

  private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
}

/// A chart whose figures and labels were torn apart: `87件(79.8%)` on lines of their own, the legend on another.
struct OutcomeChart: Sendable {
  struct Slice: Hashable, Sendable {
    let count: Int
    let share: ExactNumber
    let line: Int
  }

  struct Legend: Hashable, Sendable {
    /// As printed, in printed order.
    let labels: [String]
    let line: Int
  }

  let slices: [Slice]
  let legend: Legend
  /// `取組数 109件`, which the slices add up to.
  let total: Int
  /// The year in the chart's caption.
  let fiscalYear: Int?

  /// A statement with the number of works it speaks of; nil where it speaks of all.
  typealias Scoped = (statement: ShareStatement, works: Int?)

  /// The only way to pair slices with labels that agrees with every statement; nil where none or several do.
  func pairing(by statements: [Scoped]) -> [(label: String, slice: Slice)]? {
    guard slices.count == legend.labels.count, slices.count <= 6, slices.map(\.count).reduce(0, +) == total
    else {
      return nil
    }
    let known = statements.compactMap { scoped -> (labels: [Int], tenths: Int, works: Int?)? in
      guard
        scoped.statement.fiscalYear == nil || fiscalYear == nil || scoped.statement.fiscalYear == fiscalYear
      else { return nil }
      let labels = scoped.statement.outcomes.compactMap { legend.index(of: $0) }
      guard labels.count == scoped.statement.outcomes.count else { return nil }
      return (labels, scoped.statement.tenths, scoped.works)
    }
    let agreeing = OutcomeChart.orders(of: slices.count).filter { order in
      known.allSatisfy { labels, tenths, works in
        let count = labels.map { slices[order[$0]].count }.reduce(0, +)
        guard let works else { return abs(count * 100 - tenths * 10 * total) <= 5 * total }
        // a part can't have more of an outcome than the whole
        return count * 100 >= (tenths * 10 - 5) * works
      }
    }
    guard agreeing.count == 1, let order = agreeing.first else { return nil }
    return legend.labels.indices.map { (legend.labels[$0], slices[order[$0]]) }
  }

  /// All orders of the numbers below `count`, which is small.
  private static func orders(of count: Int) -> [[Int]] {
    var orders: [[Int]] = [[]]
    for _ in 0..<count {
      orders = orders.flatMap { order in (0..<count).filter { !order.contains($0) }.map { order + [$0] } }
    }
    return orders
  }
}

extension OutcomeChart.Legend {
  /// The label a text means: the same words, or the same beginning (`目標を上回った` for `目標を上回って達成`).
  func index(of outcome: String) -> Int? {
    if let same = labels.firstIndex(where: { $0.squeezed == outcome.squeezed }) { return same }
    let near = labels.indices.filter { i in
      zip(labels[i].squeezed, outcome.squeezed).prefix { $0 == $1 }.count >= 5
    }
    return near.count == 1 ? near.first : nil
  }
}
