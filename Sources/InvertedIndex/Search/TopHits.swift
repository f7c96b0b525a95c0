/// The best `limit` documents met so far: the highest scores, and of equal ones the lowest documents.
struct TopHits {
  struct Entry {
    let document: UInt32
    let score: Int

    func isWorse(than other: Entry) -> Bool {
      score != other.score ? score < other.score : document > other.document
    }
  }

  private let limit: Int
  /// A heap with the worst on top.
  private var heap: [Entry] = []

  init(limit: Int) { self.limit = max(0, limit) }

  /// What a score must exceed to get in; documents come in ascending order, so an equal score comes too late.
  var threshold: Int { heap.count < limit ? -1 : heap.first?.score ?? .max }

  mutating func insert(_ document: UInt32, _ score: Int) {
    let entry = Entry(document: document, score: score)
    if heap.count < limit {
      heap.append(entry)
      rise(heap.count - 1)
    } else if let worst = heap.first, worst.isWorse(than: entry) {
      heap[0] = entry
      sink()
    }
  }

  private mutating func rise(_ start: Int) {
    var i = start
    while i > 0, heap[i].isWorse(than: heap[(i - 1) / 2]) {
      heap.swapAt(i, (i - 1) / 2)
      i = (i - 1) / 2
    }
  }

  private mutating func sink() {
    var i = 0
    while 2 * i + 1 < heap.count {
      var child = 2 * i + 1
      if child + 1 < heap.count, heap[child + 1].isWorse(than: heap[child]) { child += 1 }
      guard heap[child].isWorse(than: heap[i]) else { return }
      heap.swapAt(i, child)
      i = child
    }
  }

  /// Best first.
  var sorted: [Entry] { heap.sorted { $1.isWorse(than: $0) } }
}
