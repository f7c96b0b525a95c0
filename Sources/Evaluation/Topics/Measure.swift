import Glibc

/// A measure of a ranking, named as `ir_measures` names it; what it computes is what `trec_eval` computes.
///
/// Grades above 0 are relevant; what was not judged counts as not relevant. A topic with nothing found has 0.
package struct Measure: Hashable, Sendable {
  package enum Formula: Hashable, Sendable {
    /// Discounted gain beside the best possible (Järvelin and Kekäläinen 2002): the gain is the grade, or 2^grade - 1.
    case gain(isExponential: Bool)
    case reciprocalRank, precision, recall, averagePrecision
  }

  package let formula: Formula
  /// How many ranks are looked at; nil for all.
  package let cutoff: Int?

  package init(_ formula: Formula, cutoff: Int? = nil) {
    self.formula = formula
    self.cutoff = cutoff
  }

  private static let names: [(name: String, formula: Formula)] = [
    ("nDCG", .gain(isExponential: false)), ("nDCG(dcg='exp-log2')", .gain(isExponential: true)),
    ("RR", .reciprocalRank), ("P", .precision), ("R", .recall), ("AP", .averagePrecision),
  ]

  /// The names that can be given, without their cut-offs.
  package static var knownNames: [String] { names.map(\.name) }

  /// `nDCG@10`, `RR`, `P@5`; precision needs its cut-off.
  package init?(name: String) {
    let parts = name.split(separator: "@", omittingEmptySubsequences: false)
    guard let formula = Measure.names.first(where: { $0.name == parts[0] })?.formula, parts.count <= 2 else {
      return nil
    }
    let cutoff = parts.count == 2 ? Int(parts[1]) : nil
    guard parts.count == 1 ? formula != .precision : (cutoff ?? 0) > 0 else { return nil }
    self.init(formula, cutoff: cutoff)
  }

  package var name: String {
    let name = Measure.names.first { $0.formula == formula }?.name ?? ""
    return cutoff.map { "\(name)@\($0)" } ?? name
  }

  /// 0 to 1.
  /// - Parameters:
  ///   - ranking: ids, best first, none twice.
  ///   - grades: of the judged ids.
  package func value(of ranking: [String], grades: [String: Int]) -> Double {
    let found = ranking.prefix(cutoff ?? ranking.count).map { max(0, grades[$0] ?? 0) }
    let relevant = grades.values.filter { $0 > 0 }
    guard !relevant.isEmpty else { return 0 }
    switch formula {
    case .gain(let isExponential):
      let best = relevant.sorted(by: >).prefix(cutoff ?? relevant.count)
      return Measure.gain(found, isExponential) / Measure.gain(Array(best), isExponential)
    case .reciprocalRank: return found.firstIndex { $0 > 0 }.map { 1 / Double($0 + 1) } ?? 0
    case .precision: return Double(found.count { $0 > 0 }) / Double(cutoff ?? max(1, found.count))
    case .recall: return Double(found.count { $0 > 0 }) / Double(relevant.count)
    case .averagePrecision:
      let hits = found.indices.filter { found[$0] > 0 }
      return hits.enumerated().reduce(0) { $0 + Double($1.offset + 1) / Double($1.element + 1) }
        / Double(relevant.count)
    }
  }

  private static func gain(_ grades: [Int], _ isExponential: Bool) -> Double {
    zip(1..., grades).reduce(0) { sum, at in
      sum + (isExponential ? exp2(Double(at.1)) - 1 : Double(at.1)) / log2(Double(at.0) + 1)
    }
  }
}
