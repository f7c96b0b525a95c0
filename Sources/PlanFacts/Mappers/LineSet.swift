import JapaneseText
import PlanDocuments

/// Lines of a plan that some things stand on.
struct LineSet {
  /// Ascending, without overlaps.
  private var ranges: [LineRange] = []

  init(_ all: [LineRange]) {
    for range in all.sorted() {
      if let last = ranges.last, range.first <= last.last + 1 {
        ranges[ranges.count - 1] = last.union(range)
      } else {
        ranges.append(range)
      }
    }
  }

  func contains(_ line: Int) -> Bool { overlaps(LineRange(line)) }

  func overlaps(_ range: LineRange) -> Bool {
    let i = firstEnding(from: range.first)
    return i < ranges.count && ranges[i].first <= range.last
  }

  func covers(_ range: LineRange) -> Bool {
    let i = firstEnding(from: range.first)
    return i < ranges.count && ranges[i].first <= range.first && range.last <= ranges[i].last
  }

  func covers(_ other: LineSet) -> Bool { !ranges.isEmpty && other.ranges.allSatisfy(covers) }

  /// Index of the first range that ends on a line or behind it.
  private func firstEnding(from line: Int) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].last < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The era in which a document counts years that name none.
enum DocumentEra {
  /// The year before its year 1; nil where the document names no era.
  static func base(of plan: Plan) -> Int? {
    var counts = [0, 0]
    for line in plan.lines {
      if line.contains("令和") { counts[0] += 1 }
      if line.contains("平成") { counts[1] += 1 }
    }
    guard counts.max() != 0 else { return nil }
    return counts[0] >= counts[1] ? 2018 : 1988
  }
}
