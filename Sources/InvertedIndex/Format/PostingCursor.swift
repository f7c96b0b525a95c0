/// A posting list as it lies in its file; the owner of the bytes must outlive it.
struct PostingSlice {
  /// The list, and what follows it.
  let bytes: UnsafeRawBufferPointer
  /// Bytes of the list itself.
  let length: Int
  /// Documents in the list, at least 1.
  let count: Int
  /// The highest impact in the list.
  let most: UInt8
  /// Of the file, for errors.
  let path: String

  /// Of the directory; 1 where there is none.
  fileprivate let blockCount: Int
  fileprivate let blocksStart: Int

  init(
    _ bytes: UnsafeRawBufferPointer, length: Int, count: Int, most: UInt8, path: String
  ) throws(IndexError) {
    self.bytes = bytes
    self.length = length
    self.count = count
    self.most = most
    self.path = path
    blockCount = (count + PostingList.blockSize - 1) / PostingList.blockSize
    blocksStart = count < PostingList.blockSize ? 0 : blockCount * PostingList.directoryEntrySize
    guard count > 0, length <= bytes.count, blocksStart <= length else {
      throw .malformed(path: path, part: "a posting list")
    }
  }

  fileprivate var hasDirectory: Bool { blocksStart > 0 }
}

/// Walks a posting list in order of documents, a decoded block at a time. It stands before the first document until `seek`
/// is called.
struct PostingCursor {
  /// Past the last document.
  static let exhausted = UInt32.max

  let list: PostingSlice
  /// The documents of the block, ascending.
  private let documents: UnsafeMutablePointer<UInt32>
  /// The impacts of the block: where they begin, the bits of each, and what is to be added.
  private var impactsStart = 0
  private var impactBits = 0
  private var least = 0
  private var block = -1
  private var inBlock = 0
  private var index = 0
  /// The block that a bound was last asked of.
  private var shallow = 0

  /// - Parameter space: for a block of documents; it must outlive the cursor.
  fileprivate init(_ list: PostingSlice, space: UnsafeMutablePointer<UInt32>) {
    self.list = list
    documents = space
  }

  /// The current document; `exhausted` past the last.
  var document: UInt32 { index < inBlock ? documents[index] : Self.exhausted }

  /// The current document's impact.
  var impact: Int { index < inBlock ? impact(at: index) : 0 }

  /// Of a place in the block.
  @inline(__always)
  private func impact(at i: Int) -> Int {
    if impactBits == 8 { return least &+ Int(list.bytes[impactsStart &+ i]) }
    let bit = i &* impactBits
    let word = list.bytes.loadUnaligned(fromByteOffset: impactsStart &+ bit >> 3, as: UInt64.self)
    return least &+ Int(UInt64(littleEndian: word) >> UInt64(bit & 7) & (1 << UInt64(impactBits) &- 1))
  }

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
    if !list.hasDirectory { return try seek(to: range.lowerBound) < range.upperBound ? list.most : 0 }
    shallow = blockWith(range.lowerBound, from: shallow)
    var most: UInt8 = 0
    var block = shallow
    while block < list.blockCount {
      most = max(most, list.bytes[list.blockCount * 8 + block])
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
      if end - index == PostingList.blockSize {
        addBlock(from: range.lowerBound, times: unit, to: sums)
      } else {
        for i in index..<end { sums[Int(documents[i] &- range.lowerBound)] &+= impact(at: i) &* unit }
      }
      index = end
      if end < inBlock { return }
      try load(block + 1)
    }
  }

  /// Adds a whole block. Eight impacts of so many bits are so many bytes.
  private func addBlock(from first: UInt32, times unit: Int, to sums: UnsafeMutablePointer<Int>) {
    let mask = UInt64(1) << UInt64(impactBits) &- 1
    for group in 0..<(PostingList.blockSize / 8) {
      let at = impactsStart &+ group &* impactBits
      var word = UInt64(littleEndian: list.bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      for i in 0..<8 {
        sums[Int(documents[group &* 8 &+ i] &- first)] &+= (least &+ Int(word & mask)) &* unit
        word &>>= UInt64(impactBits)
      }
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

  /// A number of the directory.
  private func entry(_ i: Int) -> UInt32 {
    UInt32(littleEndian: list.bytes.loadUnaligned(fromByteOffset: i * 4, as: UInt32.self))
  }

  /// The last document of a block; where there is no directory, it is not told.
  private func last(of block: Int) -> UInt32 { list.hasDirectory ? entry(block) : Self.exhausted - 1 }

  private var failure: IndexError { .malformed(path: list.path, part: "a posting list") }

  private mutating func load(_ wanted: Int) throws(IndexError) {
    block = wanted
    index = 0
    inBlock = 0
    guard wanted < list.blockCount else { return }
    let count = min(PostingList.blockSize, list.count - wanted * PostingList.blockSize)
    let start = list.blocksStart + (wanted == 0 ? 0 : Int(entry(list.blockCount + wanted - 1)))
    // In 64 bits: what comes to the right end has not run over on the way.
    let first = wanted == 0 ? 0 : UInt64(last(of: wanted - 1)) + 1
    let next =
      count == PostingList.blockSize ? try loadBlock(at: start, first) : try loadTail(at: start, count, first)
    guard next <= UInt64(Self.exhausted), !list.hasDirectory || next == UInt64(last(of: wanted)) + 1 else {
      throw failure
    }
    inBlock = count
  }

  /// - Returns: the document after the last.
  private mutating func loadBlock(at start: Int, _ first: UInt64) throws(IndexError) -> UInt64 {
    let gapsStart = start + PostingList.blockHeadSize
    guard gapsStart <= list.length else { throw failure }
    let bits = Int(list.bytes[start])
    impactBits = Int(list.bytes[start + 1])
    least = Int(list.bytes[start + 2])
    impactsStart = gapsStart + bits * PostingList.blockSize / 8
    let end = impactsStart + impactBits * PostingList.blockSize / 8
    guard bits <= 32, impactBits <= 8, end <= list.length - PostingList.padding else { throw failure }
    let bytes = list.bytes
    let mask = UInt64(1) << UInt64(bits) &- 1
    var next = first
    if bits <= 8 {
      // Eight gaps of so many bits are so many bytes.
      for group in 0..<(PostingList.blockSize / 8) {
        let at = gapsStart &+ group &* bits
        var word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        for i in 0..<8 {
          next &+= word & mask
          documents[group &* 8 &+ i] = UInt32(truncatingIfNeeded: next)
          next &+= 1
          word &>>= UInt64(bits)
        }
      }
      return next
    }
    var bit = gapsStart &* 8
    for i in 0..<PostingList.blockSize {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
      next &+= word >> UInt64(bit & 7) & mask
      documents[i] = UInt32(truncatingIfNeeded: next)
      next &+= 1
      bit &+= bits
    }
    return next
  }

  /// - Returns: the document after the last.
  private mutating func loadTail(
    at start: Int, _ count: Int, _ first: UInt64
  ) throws(IndexError) -> UInt64 {
    guard start <= list.length else { throw failure }
    var reader = ByteReader(
      UnsafeRawBufferPointer(rebasing: list.bytes[..<list.length]), at: start, path: list.path,
      part: "a posting list")
    var next = first
    for i in 0..<count {
      let gap = try reader.varint()
      guard gap <= UInt64(UInt32.max) else { throw failure }
      next &+= gap
      documents[i] = UInt32(truncatingIfNeeded: next)
      next &+= 1
    }
    impactsStart = reader.offset
    impactBits = 8
    least = 0
    _ = try reader.slice(count)
    return next
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
