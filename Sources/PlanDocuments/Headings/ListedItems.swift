/// Tells numbered items of a list from numbered headings: items follow one another with nothing between them.
enum ListedItems {
  /// The candidates that are headings, and the blocks of those that can be neither: labels out of any order.
  static func sorted(
    _ candidates: [HeadingCandidate], blockCount: Int
  ) -> (headings: [HeadingCandidate], unsure: Set<Int>) {
    var headings = candidates.filter { $0.level != nil }
    var unsure: Set<Int> = []
    let candidates = candidates.filter { $0.level == nil }
    for run in runs(candidates) {
      let first = candidates[run[0]]
      if isList(run.map { candidates[$0] }, blockCount: blockCount) { continue }
      if first.mark.form == .roman, first.mark.ordinal != 1 || run.count < 2 {
        unsure.formUnion(run.map { candidates[$0].block })
      } else if first.mark.name.isEmpty {
        unsure.insert(first.block)
        headings += run.dropFirst().map { candidates[$0] }
      } else {
        headings += run.map { candidates[$0] }
      }
    }
    return (headings.sorted { $0.block < $1.block }, unsure)
  }

  /// Candidates of one form that count on from one another; those without a number stand alone.
  private static func runs(_ candidates: [HeadingCandidate]) -> [[Int]] {
    var runs: [[Int]] = []
    var open: [HeadingForm: Int] = [:]
    for (i, candidate) in candidates.enumerated() {
      let form = candidate.mark.form
      if let ordinal = candidate.mark.ordinal, let run = open[form], let last = runs[run].last,
        candidates[last].mark.ordinal.map({ $0 + 1 == ordinal }) ?? false
      {
        runs[run].append(i)
      } else {
        runs.append([i])
        open[form] = runs.count - 1
      }
    }
    return runs
  }

  private static func isList(_ run: [HeadingCandidate], blockCount: Int) -> Bool {
    guard let last = run.last, last.mark.ordinal != nil else { return false }
    let adjacent = zip(run, run.dropFirst()).filter { $0.block + 1 == $1.block }.count
    if run.count > 1, adjacent * 2 >= run.count - 1 { return true }
    return run.count == 1 && last.block + 1 == blockCount
  }
}
