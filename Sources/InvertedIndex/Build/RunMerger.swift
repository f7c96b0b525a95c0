import SystemFiles

/// Merges runs into one stream of terms with all their postings. Of each run no more than a piece is in memory.
struct RunMerger {
  struct Posting {
    let document: UInt32
    let counts: UInt32
  }

  private struct Run {
    private static let piece = 1 << 22

    let file: MappedFile
    var reader: ByteReader
    var term: [UInt8] = []
    var count = 0
    private var released = 0

    init(_ file: MappedFile) {
      self.file = file
      reader = ByteReader(file.bytes, path: file.path, part: "a run")
    }

    /// Goes to the next term; false at the end.
    mutating func advance() throws(IndexError) -> Bool {
      if reader.isAtEnd { return false }
      if reader.offset - released >= Self.piece {
        file.release(released..<reader.offset)
        released = reader.offset / Self.piece * Self.piece
      }
      term = Array(try reader.block())
      count = try reader.count()
      return true
    }
  }

  private var runs: [Run] = []

  /// - Parameter files: the runs, in the order of their documents.
  init(_ files: [MappedFile]) throws(IndexError) {
    for file in files {
      var run = Run(file)
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
      var next: UInt32 = 0
      for _ in 0..<runs[i].count {
        let document = next &+ UInt32(truncatingIfNeeded: try runs[i].reader.varint())
        let counts = UInt32(truncatingIfNeeded: try runs[i].reader.varint())
        postings.append(Posting(document: document, counts: counts))
        next = document &+ 1
      }
      if try !runs[i].advance() { ended.append(i) }
    }
    for i in ended.reversed() { runs.remove(at: i) }
    return (term, postings)
  }
}
