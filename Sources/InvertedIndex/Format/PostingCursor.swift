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
  /// What one occurrence in the text is worth, by document.
  let ones: UnsafeRawBufferPointer
  /// Of the file, for errors.
  let path: String

  /// Of the directory; 1 where there is none.
  fileprivate let blockCount: Int
  fileprivate let blocksStart: Int

  init(
    _ bytes: UnsafeRawBufferPointer, length: Int, count: Int, most: UInt8, ones: UnsafeRawBufferPointer,
    path: String
  ) throws(IndexError) {
    self.bytes = bytes
    self.length = length
    self.count = count
    self.most = most
    self.ones = ones
    self.path = path
    blockCount = (count + PostingList.blockSize - 1) / PostingList.blockSize
    blocksStart = count < PostingList.blockSize ? 0 : blockCount * PostingList.directoryEntrySize
    guard count > 0, length <= bytes.count, blocksStart <= length else {
      throw .malformed(path: path, part: "a posting list")
    }
  }

  fileprivate var hasDirectory: Bool { blocksStart > 0 }
}

/// Walks a posting list in order of documents, a block at a time. It stands before the first document until `seek` is called.
///
/// Of a packed block the documents are decoded; a bitmap is read as it lies.
struct PostingCursor {
  /// Past the last document.
  static let exhausted = UInt32.max

  let list: PostingSlice
  /// The current document; `exhausted` past the last.
  private(set) var document: UInt32 = 0
  /// The documents of a packed block, ascending.
  private let documents: UnsafeMutablePointer<UInt32>
  /// How many impacts of the block are other than `ones` says, where they begin, and which they are.
  private var otherCount = 0
  private var othersStart = 0
  private var others: (UInt64, UInt64) = (0, 0)
  private var block = -1
  private var inBlock = 0
  /// The document after the block's last; 0 where no block is loaded.
  private var end: UInt64 = 0
  /// Of a packed block, the current document's place.
  private var index = 0
  /// Where a bitmap begins, 0 in a packed block; and the document that its first bit stands for.
  private var bitmap = 0
  private var base: UInt32 = 0
  /// A word of the bitmap, and the documents in those before it.
  private var counted = (word: 0, documents: 0)
  /// The block that a bound was last asked of.
  private var shallow = 0

  /// - Parameter space: for a block of documents; it must outlive the cursor.
  fileprivate init(_ list: PostingSlice, space: UnsafeMutablePointer<UInt32>) {
    self.list = list
    documents = space
  }

  /// The current document's impact.
  var impact: Int {
    mutating get {
      guard document < Self.exhausted else { return 0 }
      return impact(at: bitmap == 0 ? index : rank(of: Int(document &- base)))
    }
  }

  /// Of the current document, at a place in the block.
  private func impact(at i: Int) -> Int {
    let word = i < 64 ? others.0 : others.1
    guard word >> UInt64(i & 63) & 1 == 1 else { return Int(list.ones[Int(document)]) }
    return Int(list.bytes[othersStart &+ rank(ofOther: i)])
  }

  /// The other impacts before a place.
  @inline(__always)
  private func rank(ofOther i: Int) -> Int {
    let before = 1 << UInt64(i & 63) &- 1 as UInt64
    return i < 64
      ? (others.0 & before).nonzeroBitCount
      : others.0.nonzeroBitCount &+ (others.1 & before).nonzeroBitCount
  }

  /// Goes to the first document at or after `target`, and gives it; never back.
  ///
  /// - Parameter slack: where no impact of the block that can hold `target` is worth more, `exhausted` may be given; the
  ///   cursor then stays where it is.
  @discardableResult
  mutating func seek(
    to target: UInt32, times unit: Int = 1, above slack: Int = -1
  ) throws(IndexError) -> UInt32 {
    while UInt64(target) >= end {
      guard block < list.blockCount else { return Self.exhausted }
      let next = blockWith(target, from: block + 1)
      if list.hasDirectory, next < list.blockCount, Int(most(of: next)) * unit <= slack {
        return Self.exhausted
      }
      try load(next)
    }
    goOn(to: target)
    return document
  }

  /// Goes to the first document at or after `target` of the block, which has one, or is none.
  @inline(__always)
  private mutating func goOn(to target: UInt32) {
    guard document < target else { return }
    if bitmap == 0 {
      while index &+ 16 < inBlock, documents[index &+ 15] < target { index &+= 16 }
      while documents[index] < target { index &+= 1 }
      document = documents[index]
    } else {
      let bit = Int(target &- base)
      var word = bit >> 6
      var bits = bitmapWord(word) & (~0 << UInt64(bit & 63))
      while bits == 0 {
        word &+= 1
        bits = bitmapWord(word)
      }
      document = base &+ UInt32(truncatingIfNeeded: word << 6 &+ bits.trailingZeroBitCount)
    }
  }

  @inline(__always)
  private func bitmapWord(_ i: Int) -> UInt64 { word(at: bitmap &+ i &* 8) }

  /// The documents of the bitmap before a bit; the bits asked for must ascend.
  private mutating func rank(of bit: Int) -> Int {
    while counted.word < bit >> 6 {
      counted.documents &+= bitmapWord(counted.word).nonzeroBitCount
      counted.word &+= 1
    }
    let before = bitmapWord(bit >> 6) & (1 << UInt64(bit & 63) &- 1)
    return counted.documents &+ before.nonzeroBitCount
  }

  /// The highest impact that a document of a range can have in this list, 0 where the list has none; the ranges asked for
  /// must ascend.
  mutating func bound(_ range: Range<UInt32>) throws(IndexError) -> UInt8 {
    if !list.hasDirectory { return try seek(to: range.lowerBound) < range.upperBound ? list.most : 0 }
    shallow = blockWith(range.lowerBound, from: shallow)
    var most: UInt8 = 0
    var block = shallow
    while block < list.blockCount {
      most = max(most, self.most(of: block))
      if last(of: block) >= range.upperBound - 1 { break }
      block += 1
    }
    return most
  }

  /// Adds the impacts of a range's documents, each times `unit`, to sums of which the first is the range's first document's.
  mutating func add(
    _ range: Range<UInt32>, times unit: Int32, to sums: UnsafeMutablePointer<Int32>
  ) throws(IndexError) {
    try seek(to: range.lowerBound)
    while document < range.upperBound {
      if bitmap > 0 { decodeBitmap() }
      let isWhole = end <= UInt64(range.upperBound)
      let places = index..<(isWhole ? inBlock : place(of: range.upperBound))
      let ones = list.ones
      for i in places {
        let document = documents[i]
        sums[Int(document &- range.lowerBound)] &+= Int32(ones[Int(document)]) &* unit
      }
      if otherCount > 0 { addOthers(places, from: range.lowerBound, times: unit, to: sums) }
      try seek(to: isWhole ? UInt32(truncatingIfNeeded: end) : range.upperBound)
    }
  }

  /// Adds what other impacts have more or less than `ones` says.
  private func addOthers(
    _ places: Range<Int>, from first: UInt32, times unit: Int32, to sums: UnsafeMutablePointer<Int32>
  ) {
    var at = othersStart &+ rank(ofOther: places.lowerBound)
    for (start, word) in [(0, others.0), (64, others.1)] {
      var rest = word
      while rest != 0 {
        let i = start &+ rest.trailingZeroBitCount
        rest &= rest &- 1
        guard i >= places.lowerBound else { continue }
        guard i < places.upperBound else { return }
        let document = documents[i]
        let more = Int32(list.bytes[at]) &- Int32(list.ones[Int(document)])
        sums[Int(document &- first)] &+= more &* unit
        at &+= 1
      }
    }
  }

  /// Makes a packed block of a bitmap.
  private mutating func decodeBitmap() {
    index = rank(of: Int(document &- base))
    var count = 0
    for word in 0...Int((end &- 1 &- UInt64(base)) >> 6) {
      var rest = bitmapWord(word)
      while rest != 0 {
        documents[count] = base &+ UInt32(truncatingIfNeeded: word << 6 &+ rest.trailingZeroBitCount)
        count &+= 1
        rest &= rest &- 1
      }
    }
    bitmap = 0
  }

  /// Where the first document of the packed block at or after `target` stands; there is one.
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

  /// The highest impact of a block; there is a directory.
  private func most(of block: Int) -> UInt8 { list.bytes[list.blockCount * 8 + block] }

  private var failure: IndexError { .malformed(path: list.path, part: "a posting list") }

  private mutating func load(_ wanted: Int) throws(IndexError) {
    block = wanted
    index = 0
    bitmap = 0
    end = 0
    document = Self.exhausted
    guard wanted < list.blockCount else { return }
    inBlock = min(PostingList.blockSize, list.count - wanted * PostingList.blockSize)
    let start = list.blocksStart + (wanted == 0 ? 0 : Int(entry(list.blockCount + wanted - 1)))
    // In 64 bits: what comes to the right end has not run over on the way.
    let first = wanted == 0 ? 0 : UInt64(last(of: wanted - 1)) + 1
    let next =
      inBlock == PostingList.blockSize
      ? try loadBlock(at: start, first, last(of: wanted)) : try loadTail(at: start, first)
    guard next <= UInt64(list.ones.count), !list.hasDirectory || next == UInt64(last(of: wanted)) + 1 else {
      throw failure
    }
    end = next
    document = bitmap > 0 ? base &+ UInt32(truncatingIfNeeded: firstBit) : documents[0]
  }

  /// Of a bitmap, which has one.
  private var firstBit: Int {
    var word = 0
    while bitmapWord(word) == 0 { word &+= 1 }
    return word << 6 &+ bitmapWord(word).trailingZeroBitCount
  }

  /// - Returns: the document after the last.
  private mutating func loadBlock(at start: Int, _ first: UInt64, _ last: UInt32) throws(IndexError) -> UInt64
  {
    let maskStart = start + PostingList.blockHeadSize
    guard maskStart <= list.length else { throw failure }
    let shape = Int(list.bytes[start])
    otherCount = Int(list.bytes[start + 1])
    let gapsSize =
      shape & PostingList.bitmap > 0 ? (shape - PostingList.bitmap) * 8 : shape * PostingList.blockSize / 8
    let maskSize = otherCount == 0 ? 0 : PostingList.maskSize
    let gapsStart = maskStart + maskSize
    othersStart = gapsStart + gapsSize
    guard otherCount <= PostingList.blockSize, othersStart + otherCount <= list.length - PostingList.padding
    else {
      throw failure
    }
    others = otherCount == 0 ? (0, 0) : (word(at: maskStart), word(at: maskStart + 8))
    guard others.0.nonzeroBitCount + others.1.nonzeroBitCount == otherCount else { throw failure }
    return shape & PostingList.bitmap > 0
      ? try loadBitmap(at: gapsStart, words: gapsSize / 8, first, last)
      : try loadPacked(at: gapsStart, bits: shape, first)
  }

  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: list.bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Nothing of it is decoded, but that it holds a block of documents is checked, the last of which is its last bit.
  private mutating func loadBitmap(
    at start: Int, words: Int, _ first: UInt64, _ last: UInt32
  ) throws(IndexError) -> UInt64 {
    guard first <= UInt64(last), words == Int(UInt64(last) - first) >> 6 + 1 else { throw failure }
    var count = 0
    for i in 0..<words { count &+= word(at: start &+ i &* 8).nonzeroBitCount }
    let unused = 63 - Int(UInt64(last) - first) & 63
    guard count == PostingList.blockSize, word(at: start + words * 8 - 8).leadingZeroBitCount == unused else {
      throw failure
    }
    bitmap = start
    base = UInt32(truncatingIfNeeded: first)
    counted = (0, 0)
    return UInt64(last) + 1
  }

  private func loadPacked(at start: Int, bits: Int, _ first: UInt64) throws(IndexError) -> UInt64 {
    guard bits <= 32 else { throw failure }
    let bytes = list.bytes
    let mask = UInt64(1) << UInt64(bits) &- 1
    var next = first
    if bits <= 8 {
      // Eight gaps of so many bits are so many bytes.
      for group in 0..<(PostingList.blockSize / 8) {
        let at = start &+ group &* bits
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
    var bit = start &* 8
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
  private mutating func loadTail(at start: Int, _ first: UInt64) throws(IndexError) -> UInt64 {
    guard start <= list.length else { throw failure }
    var reader = ByteReader(
      UnsafeRawBufferPointer(rebasing: list.bytes[..<list.length]), at: start, path: list.path,
      part: "a posting list")
    var next = first
    otherCount = 0
    others = (0, 0)
    for i in 0..<inBlock {
      let gap = try reader.varint()
      guard gap >> 1 <= UInt64(UInt32.max) else { throw failure }
      next &+= gap >> 1
      documents[i] = UInt32(truncatingIfNeeded: next)
      next &+= 1
      if i < 64 { others.0 |= (gap & 1) << UInt64(i) } else { others.1 |= (gap & 1) << UInt64(i - 64) }
      otherCount += Int(gap & 1)
    }
    othersStart = reader.offset
    _ = try reader.slice(otherCount)
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
