import Analysis

/// Postings of documents in order, in memory until they are written out as a run.
///
///     Run   = Term × n                           -- terms ascend by bytes
///     Term  = term:Bytes, count:varint, (gap:varint, counts:varint) × count
///
/// `gap` is the distance to the document before (of the first to −1), less one.
struct PostingBuffer {
  private var ordinals: [WordKey: UInt32] = [:]
  private var gramOrdinals: [UInt64: UInt32] = [:]
  private var terms: [[UInt8]] = []
  private var termOf: [UInt32] = []
  private var documents: [UInt32] = []
  private var counts: [UInt32] = []

  /// About the bytes held, with those that putting them in order takes.
  var size: Int { termOf.count * 16 + terms.count * 96 }

  mutating func add(_ document: UInt32, _ added: DocumentTerms) {
    for (word, counts) in added.words { add(ordinal(word), document, counts) }
    for (gram, counts) in added.grams { add(ordinal(gram), document, counts) }
  }

  private mutating func add(_ term: UInt32, _ document: UInt32, _ counts: UInt32) {
    termOf.append(term)
    documents.append(document)
    self.counts.append(counts)
  }

  private mutating func ordinal(_ gram: Gram) -> UInt32 {
    if let known = gramOrdinals[gram.key] { return known }
    let new = newTerm(TermKey.gram(gram))
    gramOrdinals[gram.key] = new
    return new
  }

  private mutating func ordinal(_ word: [Unicode.Scalar]) -> UInt32 {
    if let known = ordinals[WordKey(word[...])] { return known }
    let new = newTerm(TermKey.word(word))
    ordinals[WordKey(word[...])] = new
    return new
  }

  private mutating func newTerm(_ term: [UInt8]) -> UInt32 {
    terms.append(term)
    return UInt32(truncatingIfNeeded: terms.count - 1)
  }

  private func append(_ postings: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
    var next: UInt32 = 0
    for i in postings {
      bytes.append(varint: UInt64(documents[Int(i)] - next))
      bytes.append(varint: UInt64(counts[Int(i)]))
      next = documents[Int(i)] + 1
    }
  }

  /// Gives the run piece by piece, and is empty afterwards.
  mutating func drain<E: Error>(_ write: ([UInt8]) throws(E) -> Void) throws(E) {
    var starts = [Int](repeating: 0, count: terms.count + 1)
    for term in termOf { starts[Int(term) + 1] += 1 }
    for i in terms.indices { starts[i + 1] += starts[i] }
    var next = starts
    // Documents were added in order, so that each term's postings end up in order.
    var order = [UInt32](repeating: 0, count: termOf.count)
    for (i, term) in termOf.enumerated() {
      order[next[Int(term)]] = UInt32(truncatingIfNeeded: i)
      next[Int(term)] += 1
    }
    var bytes: [UInt8] = []
    for term in terms.indices.sorted(by: { terms[$0].lexicographicallyPrecedes(terms[$1]) }) {
      bytes.append(block: terms[term])
      bytes.append(varint: UInt64(starts[term + 1] - starts[term]))
      append(order[starts[term]..<starts[term + 1]], to: &bytes)
      if bytes.count > 1 << 20 {
        try write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try write(bytes)
    self = PostingBuffer()
  }
}
