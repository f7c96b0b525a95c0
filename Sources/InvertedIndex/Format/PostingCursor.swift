/// A posting list as it lies in its file; the owner of the bytes must outlive it.
struct PostingSlice {
  let bytes: UnsafeRawBufferPointer
  /// Documents in the list, at least 1.
  let count: Int
  /// The highest impact in the list.
  let most: UInt8
  /// Of the file, for errors.
  let path: String

  fileprivate let blockCount: Int
  fileprivate let blocksStart: Int

  init(_ bytes: UnsafeRawBufferPointer, count: Int, most: UInt8, path: String) throws(IndexError) {
    self.bytes = bytes
    self.count = count
    self.most = most
    self.path = path
    blockCount = (count + PostingList.blockSize - 1) / PostingList.blockSize
    blocksStart = blockCount > 1 ? blockCount * PostingList.directoryEntrySize : 0
    guard blocksStart <= bytes.count else { throw .malformed(path: path, part: "a posting list") }
  }
}

/// Walks a posting list in order of documents, a decoded block at a time. It stands before the first document until `seek`
/// is called.
struct PostingCursor {
  /// Past the last document.
  static let exhausted = UInt32.max

  let list: PostingSlice
  /// The documents of the block, ascending.
  private let documents: UnsafeMutablePointer<UInt32>
  private var impacts: UnsafePointer<UInt8>
  private var block = -1
  private var inBlock = 0
  private var index = 0
  /// The block that a bound was last asked of.
  private var shallow = 0

  /// - Parameter space: for a block of documents; it must outlive the cursor.
  fileprivate init(_ list: PostingSlice, space: UnsafeMutablePointer<UInt32>) {
    self.list = list
    documents = space
    impacts = UnsafePointer(space).withMemoryRebound(to: UInt8.self, capacity: 1) { $0 }
  }

  /// The current document; `exhausted` past the last.
  var document: UInt32 { index < inBlock ? documents[index] : Self.exhausted }

  /// The current document's impact.
  var impact: UInt8 { index < inBlock ? impacts[index] : 0 }

  /// Goes to the first document at or after `target`, and gives it; never back.
  @discardableResult
  mutating func seek(to target: UInt32) throws(IndexError) -> UInt32 {
    if inBlock == 0 || documents[inBlock - 1] < target {
      guard block < list.blockCount else { return Self.exhausted }
      try load(blockWith(target, from: block + 1))
    }
    while index + 16 < inBlock, documents[index + 15] < target { index += 16 }
    while index < inBlock, documents[index] < target { index += 1 }
    return document
  }

  mutating func advance() throws(IndexError) {
    index += 1
    if index >= inBlock { try load(block + 1) }
  }

  /// The highest impact that a document of a range can have in this list, 0 where the list has none; the ranges asked for
  /// must ascend.
  mutating func bound(_ range: Range<UInt32>) throws(IndexError) -> UInt8 {
    if list.blockCount == 1 { return try seek(to: range.lowerBound) < range.upperBound ? list.most : 0 }
    shallow = blockWith(range.lowerBound, from: shallow)
    var most: UInt8 = 0
    var block = shallow
    while block < list.blockCount {
      most = max(most, list.bytes[block * PostingList.directoryEntrySize + 8])
      if last(of: block) >= range.upperBound - 1 { break }
      block += 1
    }
    return most
  }

  /// Adds the impacts of a range's documents, each times `unit`, to sums of which the first is the range's first document's.
  mutating func add(
    _ range: Range<UInt32>, times unit: Int, to sums: UnsafeMutablePointer<Int>
  ) throws(IndexError) {
    try seek(to: range.lowerBound)
    while index < inBlock {
      let end = documents[inBlock - 1] < range.upperBound ? inBlock : place(of: range.upperBound)
      for i in index..<end { sums[Int(documents[i] &- range.lowerBound)] &+= Int(impacts[i]) &* unit }
      index = end
      if end < inBlock { return }
      try load(block + 1)
    }
  }

  /// Where the first document of the block at or after `target` stands; there is one.
  private func place(of target: UInt32) -> Int {
    var (low, high) = (index, inBlock)
    while low < high {
      let middle = (low + high) / 2
      if documents[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first block from `start` on that can hold a document at or after `target`: steps that double, then halves.
  private func blockWith(_ target: UInt32, from start: Int) -> Int {
    var low = start
    var step = 1
    while low + step - 1 < list.blockCount, last(of: low + step - 1) < target {
      low += step
      step *= 2
    }
    var high = min(low + step - 1, list.blockCount)
    while low < high {
      let middle = (low + high) / 2
      if last(of: middle) < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func entry(_ block: Int, _ offset: Int) -> UInt32 {
    UInt32(
      littleEndian: list.bytes.loadUnaligned(
        fromByteOffset: block * PostingList.directoryEntrySize + offset, as: UInt32.self))
  }

  /// The last document of a block; one that is alone is not told.
  private func last(of block: Int) -> UInt32 {
    list.blockCount > 1 ? entry(block, 0) : Self.exhausted - 1
  }

  private var failure: IndexError { .malformed(path: list.path, part: "a posting list") }

  private mutating func load(_ wanted: Int) throws(IndexError) {
    block = wanted
    index = 0
    inBlock = 0
    guard wanted < list.blockCount else { return }
    let count = min(PostingList.blockSize, list.count - wanted * PostingList.blockSize)
    // One more than the document before, in 64 bits: what comes to the right end has not run over on the way.
    var next = wanted == 0 ? 0 : UInt64(last(of: wanted - 1)) + 1
    let bytes = list.bytes
    var at = list.blocksStart + (wanted == 0 ? 0 : Int(entry(wanted - 1, 4)))
    for i in 0..<count {
      // Nearly all gaps are one byte.
      if at < bytes.count, bytes[at] < 0x80 {
        next &+= UInt64(bytes[at])
        at += 1
      } else {
        next &+= UInt64(try longGap(&at))
      }
      documents[i] = UInt32(truncatingIfNeeded: next)
      next &+= 1
    }
    guard at + count <= bytes.count, let base = bytes.baseAddress, next <= UInt64(Self.exhausted),
      list.blockCount == 1 || next == UInt64(last(of: wanted)) + 1
    else { throw failure }
    impacts = base.assumingMemoryBound(to: UInt8.self) + at
    inBlock = count
  }

  private func longGap(_ at: inout Int) throws(IndexError) -> UInt32 {
    var gap: UInt32 = 0
    var shift: UInt32 = 0
    while shift < 35, at < list.bytes.count {
      let byte = list.bytes[at]
      at += 1
      gap |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return gap }
      shift += 7
    }
    throw failure
  }
}

/// Cursors over some posting lists, with the memory that their blocks are decoded into.
struct PostingCursors: ~Copyable {
  private let space: UnsafeMutablePointer<UInt32>
  private let cursors: UnsafeMutablePointer<PostingCursor>
  let count: Int

  init(_ lists: [PostingSlice]) {
    count = lists.count
    space = .allocate(capacity: max(1, lists.count * PostingList.blockSize))
    space.initialize(repeating: 0, count: lists.count * PostingList.blockSize)
    cursors = .allocate(capacity: max(1, lists.count))
    for (i, list) in lists.enumerated() {
      (cursors + i).initialize(to: PostingCursor(list, space: space + i * PostingList.blockSize))
    }
  }

  deinit {
    cursors.deinitialize(count: count)
    cursors.deallocate()
    space.deallocate()
  }

  subscript(_ i: Int) -> PostingCursor {
    get { cursors[i] }
    nonmutating _modify { yield &cursors[i] }
  }
}
