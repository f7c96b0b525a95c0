import JapaneseText

/// In which order the pieces of a page are read.
enum ReadingOrder {
  typealias Segment = FreeLines.Segment

  /// Blocks in order of reading: the columns of a page one after the other, else everything from top to bottom.
  static func blocks(_ segments: [Segment]) -> [[Segment]] { blocks(segments, depth: 0) }

  private static let deepest = 8

  private static func blocks(_ segments: [Segment], depth: Int) -> [[Segment]] {
    guard depth < deepest, segments.count >= 6 else { return segments.isEmpty ? [] : [segments] }
    if let cut = edgeCut(segments) {
      return blocks(segments.filter { $0.box.midY < cut }, depth: depth)
        + blocks(segments.filter { $0.box.midY >= cut }, depth: depth)
    }
    if let cut = columnCut(segments) {
      return blocks(segments.filter { $0.box.midX < cut }, depth: depth + 1)
        + blocks(segments.filter { $0.box.midX >= cut }, depth: depth + 1)
    }
    if let cut = bandCut(segments) {
      return blocks(segments.filter { $0.box.midY < cut }, depth: depth + 1)
        + blocks(segments.filter { $0.box.midY >= cut }, depth: depth + 1)
    }
    return [segments]
  }

  /// Where a line or two at the upper or lower end stand by themselves: running heads, titles and page numbers belong to
  /// no column.
  private static func edgeCut(_ segments: [Segment]) -> Double? {
    let gaps = whiteBands(segments, from: 1.2)
    guard let first = gaps.first, let last = gaps.last else { return nil }
    if segments.count(where: { $0.box.midY < first }) <= 2 { return first }
    return segments.count(where: { $0.box.midY >= last }) <= 2 ? last : nil
  }

  /// The middles of the white bands from left to right at least so many ems high, from top to bottom.
  private static func whiteBands(_ segments: [Segment], from ems: Double) -> [Double] {
    var end = -Double.infinity
    var middles: [Double] = []
    for segment in segments.sorted(by: { $0.box.top < $1.box.top }) {
      if end.isFinite, segment.box.top - end > ems * segment.size {
        middles.append((segment.box.top + end) / 2)
      }
      end = max(end, segment.box.bottom)
    }
    return middles
  }

  /// The middle of the widest white stripe from top to bottom that has columns of prose on both sides.
  private static func columnCut(_ segments: [Segment]) -> Double? {
    let size = segments.map(\.size).sorted()[segments.count / 2]
    var best: (width: Double, middle: Double)?
    var end = -Double.infinity
    for segment in segments.sorted(by: { $0.box.left < $1.box.left }) {
      let width = segment.box.left - end
      if end.isFinite, width > size, width > best?.width ?? 0,
        isColumns(segments, cut: end + width / 2)
      {
        best = (width, end + width / 2)
      }
      end = max(end, segment.box.right)
    }
    return best?.middle
  }

  private static func isColumns(_ segments: [Segment], cut: Double) -> Bool {
    let left = segments.filter { $0.box.midX < cut }
    let right = segments.filter { $0.box.midX >= cut }
    let (a, b) = (isProse(left), isProse(right))
    if a && b { return true }
    // Notes beside a drawing: lines that share no baseline with what stands next to them.
    return (a && left.count >= 3 || b && right.count >= 3)
      && shared(left, right) * 2 < min(left.count, right.count)
  }

  /// Lines one under the other, most of them about as long as the column is wide.
  private static func isProse(_ segments: [Segment]) -> Bool {
    guard segments.count >= 3, let box = Box.around(segments.map(\.box)) else { return false }
    let size = segments.map(\.size).max() ?? 0
    guard box.width >= 8 * size else { return false }
    return segments.count { $0.box.width >= 0.6 * box.width } * 2 >= segments.count
  }

  private static func shared(_ left: [Segment], _ right: [Segment]) -> Int {
    let baselines = right.map(\.baseline).sorted()
    return left.count { segment in
      let i = baselines.partitioningIndex { $0 >= segment.baseline - 0.3 * segment.size }
      return i < baselines.count && baselines[i] <= segment.baseline + 0.3 * segment.size
    }
  }

  /// Where a band of the page ends whose columns do not go on below: the highest white stripe from left to right behind
  /// which one half has columns of its own.
  private static func bandCut(_ segments: [Segment]) -> Double? {
    whiteBands(segments, from: 0.2).first { cut in
      let (above, below) = (segments.filter { $0.box.midY < cut }, segments.filter { $0.box.midY >= cut })
      return above.count >= 6 && columnCut(above) != nil || below.count >= 6 && columnCut(below) != nil
    }
  }
}
