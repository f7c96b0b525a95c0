/// How a report differs from an earlier one.
package struct ReportChanges: Hashable, Sendable {
  /// A line for each figure and each rank that moved, and each topic that came or went; then what chance says of each measure.
  package let lines: [String]
  /// True where a figure of a topic or of the mean fell by more than is allowed, or a topic went.
  package let isWorse: Bool

  /// - Parameters:
  ///   - maxDrop: how far a figure may fall, 0 to 1.
  ///   - allowed: topics that may fall.
  package init(from baseline: TopicReport, to report: TopicReport, maxDrop: Double, allowed: Set<String> = [])
  {
    guard baseline.measures == report.measures else {
      lines = ["the measures differ: \(baseline.measures.joined(separator: ", "))"]
      isWorse = true
      return
    }
    let before = Dictionary(baseline.rows.map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [String] = []
    var isWorse = false
    var idle = allowed
    // a mean over other topics than before tells nothing of these
    let isOfTheSame = report.rows.allSatisfy { before[$0.topic] != nil }
    for row in report.rows where isOfTheSame || row.topic != TopicReport.meanID {
      guard let old = before[row.topic] else {
        lines.append("\(row.topic)\tnew")
        continue
      }
      for (name, (was, now)) in zip(report.measures, zip(old.figures, row.figures)) where was != now {
        let fall = Fall(
          by: was - now, of: Int((max(0, min(maxDrop, 1)) * 10_000).rounded()),
          isAllowed: allowed.contains(row.topic), hasNewcomers: row.unjudged > old.unjudged)
        isWorse = isWorse || fall == .worse
        if fall == .allowed { idle.remove(row.topic) }
        lines.append(
          "\(row.topic)\t\(name)\t\(TopicReport.decimal(was)) → \(TopicReport.decimal(now)) \(fall.rawValue)")
      }
      if let was = old.recall?.hits, let now = row.recall?.hits, was != now {
        lines.append("\(row.topic)\thits\t\(was) → \(now) \(now > was ? "↑" : "↓")")
      }
      if let unfound = row.recall?.unfound, unfound > old.recall?.unfound ?? 0 {
        lines.append("\(row.topic)\tunfound\t\(unfound) passages hold the query and are no hits ↓ worse")
        isWorse = true
      }
      lines += ReportChanges.moves(from: old, to: row)
    }
    let present = Set(report.rows.map(\.topic))
    for row in baseline.rows where !present.contains(row.topic) {
      lines.append("\(row.topic)\tgone")
      isWorse = true
    }
    self.lines = lines + ReportChanges.idleLines(idle) + ReportChanges.significance(before, report)
    self.isWorse = isWorse
  }

  /// A list of what may fall is to be emptied again: a line for each id that did not.
  static func idleLines(_ ids: Set<String>) -> [String] {
    ids.sorted().map { "\($0)\tallowed, and not worse: take it off the list" }
  }

  private enum Fall: String {
    case rise = "↑"
    case small = "↓"
    case allowed = "↓ allowed"
    /// New passages stand in the first ten that nobody judged.
    case toJudge = "↓ to judge: passages that nobody judged came in"
    case worse = "↓ worse"

    init(by fall: Int, of allowance: Int, isAllowed: Bool, hasNewcomers: Bool) {
      self =
        fall < 0
        ? .rise
        : fall <= allowance ? .small : isAllowed ? .allowed : hasNewcomers ? .toJudge : .worse
    }
  }

  /// `document:1-2	3 → 9 ↓`, `gained at 4`, `lost from 7`.
  private static func moves(from old: TopicReport.Row, to new: TopicReport.Row) -> [String] {
    let was = Dictionary(old.found.map { ($0.id, $0.rank) }, uniquingKeysWith: min)
    let now = Dictionary(new.found.map { ($0.id, $0.rank) }, uniquingKeysWith: min)
    return Set(was.keys).union(now.keys).sorted().compactMap { id in
      switch (was[id], now[id]) {
      case (let a?, let b?): a == b ? nil : "\(new.topic)\t\(id)\t\(a) → \(b) \(b < a ? "↑" : "↓")"
      case (nil, let b?): "\(new.topic)\t\(id)\tgained at \(b)"
      case (let a?, nil): "\(new.topic)\t\(id)\tlost from \(a)"
      case (nil, nil): nil
      }
    }
  }

  private static func significance(_ before: [String: TopicReport.Row], _ report: TopicReport) -> [String] {
    report.measures.indices.compactMap { column in
      let differences = report.rows.dropLast().compactMap { row in
        before[row.topic].map { row.figures[column] - $0.figures[column] }
      }
      guard differences.contains(where: { $0 != 0 }) else { return nil }
      let verdict =
        switch PairedRandomization(differences) {
        case .tooFew(let count): "too few to tell (\(count) topic\(count == 1 ? " differs" : "s differ"))"
        case .chance(let p): "chance \(TopicReport.decimal(Int((p * 10_000).rounded())))"
        }
      return "\(report.measures[column])\t\(verdict)"
    }
  }
}
