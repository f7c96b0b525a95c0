/// Finds the best documents for a sum of weighted terms without walking every list to its end.
///
/// MaxScore with block bounds (Turtle and Flood 1995; Ding and Suel 2011): once the best so far are good enough, the
/// lists that could not lift a document above them by themselves are only looked into for documents of the others.
struct Disjunction {
  struct Term {
    var cursor: PostingCursor
    /// What an impact of 1 is worth. Whole numbers add up to the same score in any order.
    let unit: Int

    var most: Int { Int(cursor.most) * unit }
    var score: Int { Int(cursor.impact) * unit }
  }

  private var terms: [Term]
  /// Each term's current document, side by side: they are compared once for every candidate.
  private var current: [UInt32] = []
  /// `bounds[i]`: the most that terms 0…i can add together.
  private var bounds: [Int] = []

  init(_ terms: [Term]) {
    self.terms = terms.sorted {
      $0.most != $1.most ? $0.most < $1.most : $0.cursor.count > $1.cursor.count
    }
    current = self.terms.map(\.cursor.document)
    var sum = 0
    for term in self.terms {
      sum += term.most
      bounds.append(sum)
    }
  }

  /// The most a document can score.
  var bound: Int { bounds.last ?? 0 }

  /// The best `limit` documents.
  mutating func best(_ limit: Int) throws(IndexError) -> [TopHits.Entry] {
    var top = TopHits(limit: limit)
    var first = 0
    while first < terms.count {
      var document = PostingCursor.exhausted
      for i in first..<current.count { document = min(document, current[i]) }
      if document == PostingCursor.exhausted { break }
      if let score = try score(document, first: first, above: top.threshold) {
        top.insert(document, score)
        while first < terms.count, bounds[first] <= top.threshold { first += 1 }
      }
    }
    return top.sorted
  }

  /// The document's score where it exceeds the threshold; the lists from `first` move past the document.
  private mutating func score(
    _ document: UInt32, first: Int, above threshold: Int
  ) throws(IndexError) -> Int? {
    var score = 0
    for i in first..<current.count where current[i] == document {
      score += terms[i].score
      try terms[i].cursor.advance()
      current[i] = terms[i].cursor.document
    }
    for i in (0..<first).reversed() {
      if score + bounds[i] <= threshold { return nil }
      if current[i] > document { continue }
      let block = terms[i].cursor.bound(at: document)
      let others = i > 0 ? bounds[i - 1] : 0
      if score + Int(block.most) * terms[i].unit + others <= threshold { return nil }
      try terms[i].cursor.seek(to: document)
      current[i] = terms[i].cursor.document
      if current[i] == document { score += terms[i].score }
    }
    return score > threshold ? score : nil
  }

  /// The scores of given documents, which must ascend.
  mutating func scores(of documents: [UInt32]) throws(IndexError) -> [Int] {
    var scores: [Int] = []
    scores.reserveCapacity(documents.count)
    for document in documents {
      var score = 0
      for i in terms.indices {
        try terms[i].cursor.seek(to: document)
        if terms[i].cursor.document == document { score += terms[i].score }
      }
      scores.append(score)
    }
    return scores
  }
}
