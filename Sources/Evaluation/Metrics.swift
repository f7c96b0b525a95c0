import Glibc
import PlanDocuments

/// A passage of a ranking, as far as its quality is concerned.
package struct RankedLines: Hashable, Sendable {
  package let document: String
  package let lines: LineRange

  package init(document: String, lines: LineRange) {
    self.document = document
    self.lines = lines
  }
}

/// How good one ranking is; each figure is 0 (an empty ranking, too) to 1.
package struct Metrics: Hashable, Sendable {
  /// Discounted gain of the first ten beside the best possible.
  package let gainAt10: Double
  /// Share of the relevant spans that the first twenty find.
  package let recallAt20: Double
  /// One divided by the rank of the first relevant passage.
  package let reciprocalRank: Double

  package init(gainAt10: Double, recallAt20: Double, reciprocalRank: Double) {
    self.gainAt10 = gainAt10
    self.recallAt20 = recallAt20
    self.reciprocalRank = reciprocalRank
  }

  /// A passage is relevant where its lines overlap a relevant span. A span is found once: further passages over the
  /// same lines add nothing, and a passage over two spans has the higher grade.
  package init(of ranking: [RankedLines], against spans: [RelevantSpan]) {
    var missing = Set(spans.indices)
    var gain = 0.0
    var foundAt20 = 0
    var firstRank: Int?
    for (rank, passage) in zip(1..., ranking) {
      let overlapping = spans.indices.filter {
        spans[$0].document == passage.document && spans[$0].lines.overlaps(passage.lines)
      }
      if !overlapping.isEmpty && firstRank == nil { firstRank = rank }
      let new = overlapping.filter(missing.contains)
      missing.subtract(new)
      if rank <= 10, let best = new.map({ spans[$0].grade }).max() { gain += Metrics.gain(best, rank: rank) }
      if rank <= 20 { foundAt20 += new.count }
    }
    let ideal = zip(1...10, spans.map(\.grade).sorted(by: >)).reduce(0) {
      $0 + Metrics.gain($1.1, rank: $1.0)
    }
    self.init(
      gainAt10: ideal > 0 ? gain / ideal : 0,
      recallAt20: spans.isEmpty ? 0 : Double(foundAt20) / Double(spans.count),
      reciprocalRank: firstRank.map { 1 / Double($0) } ?? 0)
  }

  private static func gain(_ grade: Int, rank: Int) -> Double {
    (exp2(Double(grade)) - 1) / log2(Double(rank) + 1)
  }
}
