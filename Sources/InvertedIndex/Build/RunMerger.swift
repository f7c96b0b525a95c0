/// Merges runs into one stream of terms with all their postings.
struct RunMerger {
  struct Posting {
    let document: UInt32
    let counts: UInt32
  }

  private struct Run {
    var reader: ByteReader
    var term: [UInt8] = []
    var count = 0

    /// Goes to the next term; false at the end.
    mutating func advance() throws(IndexError) -> Bool {
      if reader.isAtEnd { return false }
      term = Array(try reader.block())
      count = try reader.count()
      return true
    }
  }

  private var runs: [Run] = []

  /// - Parameter runs: in the order of their documents; their owners must outlive the merger.
  init(_ readers: [ByteReader]) throws(IndexError) {
    for reader in readers {
      var run = Run(reader: reader)
      if try run.advance() { runs.append(run) }
    }
  }

  /// The next term with its postings in order of documents; nil at the end.
  mutating func next() throws(IndexError) -> (term: [UInt8], postings: [Posting])? {
    guard let term = runs.map(\.term).min(by: { $0.lexicographicallyPrecedes($1) }) else { return nil }
    var postings: [Posting] = []
    var ended: [Int] = []
    for i in runs.indices where runs[i].term == term {
      postings.reserveCapacity(postings.count + runs[i].count)
      for _ in 0..<runs[i].count {
        let document = try runs[i].reader.fixed(UInt32.self)
        postings.append(Posting(document: document, counts: try runs[i].reader.fixed(UInt32.self)))
      }
      if try !runs[i].advance() { ended.append(i) }
    }
    for i in ended.reversed() { runs.remove(at: i) }
    return (term, postings)
  }
}
