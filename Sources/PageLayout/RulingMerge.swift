import JapaneseText

extension Rulings {
  /// Collinear pieces put together, and what is too short to bound a cell left out.
  func merged() -> Rulings {
    var merged = Rulings()
    merged.vertical = Self.merged(vertical)
    merged.horizontal = Self.merged(horizontal)
    return merged
  }

  /// Lines as far apart as a thick ruling's two edges are one.
  private static let nearness = 1.6
  /// Gaps in a dotted ruling.
  private static let gap = 3.2
  private static let shortest = 5.0

  private static func merged(_ rulings: [Ruling]) -> [Ruling] {
    let sorted = rulings.sorted { ($0.position, $0.start) < ($1.position, $1.start) }
    var merged: [Ruling] = []
    var first = 0
    while first < sorted.count {
      var end = first + 1
      while end < sorted.count, sorted[end].position - sorted[end - 1].position <= nearness,
        sorted[end].position - sorted[first].position <= 2 * nearness
      {
        end += 1
      }
      merged += collinear(sorted[first..<end])
      first = end
    }
    return merged.filter { $0.end - $0.start > shortest }
  }

  private static func collinear(_ group: ArraySlice<Ruling>) -> [Ruling] {
    let position = group.reduce(0) { $0 + $1.position } / Double(group.count)
    return group.sorted { $0.start < $1.start }.reduce(into: []) { lines, piece in
      if let last = lines.last, piece.start <= last.end + gap {
        lines[lines.count - 1].end = max(last.end, piece.end)
      } else {
        lines.append(Ruling(position: position, start: piece.start, end: piece.end))
      }
    }
  }

  /// Rulings that touch each other, group by group.
  func regions() -> [Rulings] {
    var groups = DisjointSets(count: vertical.count + horizontal.count)
    let touch = 2.5
    let order = horizontal.indices.sorted { horizontal[$0].position < horizontal[$1].position }
    let positions = order.map { horizontal[$0].position }
    for (i, upright) in vertical.enumerated() {
      var k = positions.partitioningIndex { $0 >= upright.start - touch }
      while k < positions.count, positions[k] <= upright.end + touch {
        if horizontal[order[k]].covers(upright.position, slack: touch) {
          groups.join(i, vertical.count + order[k])
        }
        k += 1
      }
    }
    var regions: [Int: Rulings] = [:]
    for i in vertical.indices { regions[groups.root(of: i), default: Rulings()].vertical.append(vertical[i]) }
    for i in horizontal.indices {
      regions[groups.root(of: vertical.count + i), default: Rulings()].horizontal.append(horizontal[i])
    }
    return regions.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// Which things hang together (union–find).
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of i: Int) -> Int {
    var i = i
    while parents[i] != i {
      parents[i] = parents[parents[i]]
      i = parents[i]
    }
    return i
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    parents[max(a, b)] = min(a, b)
  }
}

extension [Double] {
  /// Values that lie together, each group as its mean; ascending.
  func clustered(within distance: Double) -> [Double] {
    var groups: [(sum: Double, count: Double, last: Double)] = []
    for value in sorted() {
      if let last = groups.last, value - last.last <= distance {
        groups[groups.count - 1] = (last.sum + value, last.count + 1, value)
      } else {
        groups.append((value, 1, value))
      }
    }
    return groups.map { $0.sum / $0.count }
  }
}
