/// Finds the best documents for a sum of weighted terms without walking every list to its end.
///
/// MaxScore (Turtle and Flood 1995) over windows of documents, with the bounds of the blocks that reach into the window
/// (Ding and Suel 2011; Mallia and others 2017). In each window the lists are taken by what they can add there for each of
/// their postings, most first. Once those that are left can't lift a document above the best so far by themselves, they are
/// only looked into for the documents met before, those that can add most first, and the documents get fewer from list to list.
struct Disjunction {
  struct Term {
    let list: PostingSlice
    /// What an impact of 1 is worth. Whole numbers add up to the same score in any order.
    let unit: Int
  }

  /// What `bound` may be at most, for sums in 32 bits.
  static let highestBound = Int(Int32.max) / 2

  private let terms: [Term]

  /// - Precondition: `bound` is at most `highestBound`.
  init(_ terms: [Term]) { self.terms = terms }

  /// The most a document can score.
  var bound: Int { terms.reduce(0) { $0 + Int($1.list.most) * $1.unit } }

  /// The best `limit` of an index's documents.
  ///
  /// - Parameter count: documents in the index.
  func best(_ limit: Int, of count: Int) throws(IndexError) -> [TopHits.Entry] {
    var top = TopHits(limit: limit)
    guard !terms.isEmpty, limit > 0 else { return [] }
    let windows = Windows(terms, documents: count)
    var first = 0
    while first < count {
      try windows.search(first..<min(first + Windows.width, count), &top)
      first += Windows.width
    }
    return top.sorted
  }

  /// The scores of given documents, which must ascend.
  func scores(of documents: [UInt32]) throws(IndexError) -> [Int] {
    let cursors = PostingCursors(terms.map(\.list))
    var scores: [Int] = []
    scores.reserveCapacity(documents.count)
    for document in documents {
      var score = 0
      for (i, term) in terms.enumerated() where try cursors[i].seek(to: document) == document {
        score += cursors[i].impact * term.unit
      }
      scores.append(score)
    }
    return scores
  }
}

/// The terms of a disjunction and the memory for a window.
private struct Windows: ~Copyable {
  /// Documents in a window: its sums fit into the nearest cache.
  static let width = 4096
  /// A document is looked for in a list in the time that so many postings take to be added.
  private static let postingsPerSeek = 32

  private let cursors: PostingCursors
  private let units: [Int]
  /// Postings of each list in a window, about.
  private let density: [Int]
  private let sums: UnsafeMutablePointer<Int32>
  private let candidates: UnsafeMutablePointer<UInt16>
  /// The most that each term adds in the window, and that for each of its postings.
  private let bounds: UnsafeMutablePointer<Int>
  private let shares: UnsafeMutablePointer<Int>
  /// The terms as they are taken.
  private let order: UnsafeMutablePointer<Int>

  init(_ terms: [Disjunction.Term], documents: Int) {
    cursors = PostingCursors(terms.map(\.list))
    units = terms.map(\.unit)
    density = terms.map { $0.list.count * Self.width / max(1, documents) }
    sums = .allocate(capacity: Self.width)
    sums.initialize(repeating: 0, count: Self.width)
    candidates = .allocate(capacity: Self.width)
    bounds = .allocate(capacity: terms.count)
    shares = .allocate(capacity: terms.count)
    order = .allocate(capacity: terms.count)
    for i in terms.indices { order[i] = i }
  }

  deinit {
    sums.deallocate()
    candidates.deallocate()
    bounds.deallocate()
    shares.deallocate()
    order.deallocate()
  }

  /// Puts the window's documents that are good enough among the best.
  func search(_ window: Range<Int>, _ top: inout TopHits) throws(IndexError) {
    let range = UInt32(window.lowerBound)..<UInt32(window.upperBound)
    let threshold = top.threshold
    var rest = 0
    for i in units.indices {
      bounds[i] = Int(try cursors[i].bound(range)) * units[i]
      shares[i] = bounds[i] / (density[i] + 8)
      rest += bounds[i]
    }
    guard rest > threshold else { return }
    sort(from: 0, by: shares)
    defer { sums.update(repeating: 0, count: window.count) }
    var next = 0
    while next < units.count, rest > threshold {
      try cursors[order[next]].add(range, times: Int32(truncatingIfNeeded: units[order[next]]), to: sums)
      rest -= bounds[order[next]]
      next += 1
    }
    sort(from: next, by: bounds)
    // A sum of 0 is a document that no list had.
    var count = gather(window.count, above: max(0, threshold - rest))
    while count > 0, next < units.count, bounds[order[next]] > 0 {
      let i = order[next]
      if count * Self.postingsPerSeek < density[i] {
        try look(for: count, in: i, from: range.lowerBound, above: threshold - (rest - bounds[i]))
      } else {
        try cursors[i].add(range, times: Int32(truncatingIfNeeded: units[i]), to: sums)
      }
      rest -= bounds[i]
      next += 1
      count = keep(count, above: max(0, threshold - rest))
    }
    for c in 0..<count {
      let score = Int(sums[Int(candidates[c])])
      if score > top.threshold { top.insert(range.lowerBound + UInt32(candidates[c]), score) }
    }
  }

  /// Puts terms from a place on in order of values, highest first. By insertion: there are few, and the order changes little
  /// from window to window.
  private func sort(from start: Int, by values: UnsafeMutablePointer<Int>) {
    for i in units.indices.dropFirst(start + 1) {
      let moved = order[i]
      var j = i
      while j > start, values[order[j - 1]] < values[moved] {
        order[j] = order[j - 1]
        j -= 1
      }
      order[j] = moved
    }
  }

  /// Makes candidates of the documents whose sums exceed `floor`, and counts them.
  private func gather(_ width: Int, above floor: Int) -> Int {
    let least = Int32(clamping: floor)
    var count = 0
    for i in 0..<width {
      candidates[count] = UInt16(truncatingIfNeeded: i)
      count += sums[i] > least ? 1 : 0
    }
    return count
  }

  /// Keeps the candidates whose sums exceed `floor`, and counts them.
  private func keep(_ candidateCount: Int, above floor: Int) -> Int {
    let least = Int32(clamping: floor)
    var count = 0
    for c in 0..<candidateCount {
      let candidate = candidates[c]
      candidates[count] = candidate
      count += sums[Int(candidate)] > least ? 1 : 0
    }
    return count
  }

  /// Adds to the candidates' sums; those that can't exceed `floor` by it may be passed over.
  private func look(
    for count: Int, in i: Int, from first: UInt32, above floor: Int
  ) throws(IndexError) {
    let unit = units[i]
    for c in 0..<count {
      let at = Int(candidates[c])
      let document = first + UInt32(candidates[c])
      if try cursors[i].seek(to: document, times: unit, above: floor - Int(sums[at])) == document {
        sums[at] &+= Int32(truncatingIfNeeded: cursors[i].impact &* unit)
      }
    }
  }
}
