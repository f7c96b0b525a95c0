import TestSupport
import Testing

@testable import InvertedIndex

/// Compares what leaves documents out early with what walks over everything.
@Suite("Pruning") struct PruningTests {
  /// A posting list, and as it is written.
  private struct List {
    let postings: [PostingList.Posting]
    let ones: [UInt8]
    let bytes: [UInt8]
    let unit: Int
  }

  /// Lists of any density over up to 6,000 documents, two windows; impacts cluster in some so that scores are equal, and are
  /// in some mostly those that need not be written.
  private static func lists(_ count: Int, _ random: inout SeededRandom) -> (lists: [List], documents: Int) {
    let documents = Int.random(
      in: 1...(Int.random(in: 0..<20, using: &random) == 0 ? 6_000 : 300), using: &random)
    let most = UInt8.random(in: 1...255, using: &random)
    let ones = (0..<documents).map { _ in UInt8.random(in: 1...most, using: &random) }
    let lists = (0..<count).map { _ in
      let others = Int.random(in: 0...4, using: &random)
      let oneIn = Int.random(in: 1...(Bool.random(using: &random) ? 4 : 200), using: &random)
      let highest = UInt8.random(in: 1...255, using: &random)
      var postings = (0..<UInt32(documents)).filter { _ in Int.random(in: 0..<oneIn, using: &random) == 0 }
        .map {
          let isOther = Int.random(in: 0..<4, using: &random) < others
          return PostingList.Posting(
            document: $0, impact: isOther ? UInt8.random(in: 1...highest, using: &random) : ones[Int($0)])
        }
      if postings.isEmpty {
        let document = UInt32.random(in: 0..<UInt32(documents), using: &random)
        postings = [PostingList.Posting(document: document, impact: highest)]
      }
      return List(
        postings: postings, ones: ones, bytes: PostingList.encode(postings, ones: ones),
        unit: Int.random(in: 1...(Bool.random(using: &random) ? 3 : 300_000), using: &random))
    }
    return (lists, documents)
  }

  private static func withSlices<R>(_ lists: [List], _ body: ([PostingSlice]) throws -> R) throws -> R {
    // One buffer keeps them all where they are.
    let ones = lists.first?.ones ?? []
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: lists.reduce(ones.count) { $0 + $1.bytes.count }, alignment: 1)
    defer { buffer.deallocate() }
    buffer.copyBytes(from: ones)
    var slices: [PostingSlice] = []
    var start = ones.count
    for list in lists {
      let part = UnsafeMutableRawBufferPointer(rebasing: buffer[start..<(start + list.bytes.count)])
      part.copyBytes(from: list.bytes)
      slices.append(
        try PostingSlice(
          UnsafeRawBufferPointer(part), length: part.count, count: list.postings.count,
          most: list.postings.map(\.impact).max() ?? 0,
          ones: UnsafeRawBufferPointer(rebasing: buffer[..<ones.count]), path: "a test"))
      start += list.bytes.count
    }
    return try body(slices)
  }

  /// Every document's sum, by one walk over all postings.
  private static func sums(_ lists: [List]) -> [UInt32: Int] {
    var sums: [UInt32: Int] = [:]
    for list in lists {
      for posting in list.postings { sums[posting.document, default: 0] += Int(posting.impact) * list.unit }
    }
    return sums
  }

  @Test("the best of pruned lists are the best of all", arguments: [1, 2, 3, 12])
  func pruned(_ count: Int) throws {
    var random = SeededRandom(seed: UInt64(100 + count))
    for turn in 0..<500 {
      let (lists, documents) = Self.lists(count, &random)
      let limit = Int.random(in: 1...60, using: &random)
      let sums = Self.sums(lists)
      let expected = sums.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(
        limit)
      try Self.withSlices(lists) { slices in
        let disjunction = Disjunction(zip(slices, lists).map { Disjunction.Term(list: $0, unit: $1.unit) })
        let found = try disjunction.best(limit, of: documents)
        #expect(
          found.map(\.document) == expected.map(\.key) && found.map(\.score) == expected.map(\.value),
          "\(count) lists over \(documents) documents, seed \(random.seed), turn \(turn)")
        let some = (0..<UInt32(documents)).filter { _ in Int.random(in: 0..<9, using: &random) == 0 }
        #expect(
          try disjunction.scores(of: some) == some.map { sums[$0] ?? 0 }, "seed \(random.seed), turn \(turn)")
      }
    }
  }

  @Test("documents of all lists are those of each", arguments: [1, 2, 3, 12])
  func intersected(_ count: Int) throws {
    var random = SeededRandom(seed: UInt64(200 + count))
    for turn in 0..<500 {
      let (lists, _) = Self.lists(count, &random)
      let sets = lists.map { Set($0.postings.map(\.document)) }
      let expected = sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }.sorted()
      let found = try Self.withSlices(lists) { try Intersection.documents($0) }
      #expect(found == expected, "\(count) lists, seed \(random.seed), turn \(turn)")
    }
  }
}
