import Phrases

/// Decompresses DEFLATE data (RFC 1951) into a bounded buffer.
struct Inflate {
  private let input: ArraySlice<UInt8>
  private let limit: Int
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var output: [UInt8] = []

  /// - Throws: `damaged` where the data breaks the format, `tooMuch` where it gives more than `limit` bytes.
  static func decompress(
    _ input: ArraySlice<UInt8>, expecting size: Int, limit: Int
  ) throws(ReadingFailure) -> [UInt8] {
    var inflate = Inflate(input, limit: limit)
    inflate.output.reserveCapacity(min(size, limit))
    try inflate.run()
    return inflate.output
  }

  private init(_ input: ArraySlice<UInt8>, limit: Int) {
    self.input = input
    self.limit = limit
    position = input.startIndex
  }

  private static let broken = ReadingFailure.damaged(Phrase.compressedData.with())

  private mutating func run() throws(ReadingFailure) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try stored()
      case 1: try compressed(literals: Self.fixedLiterals, distances: Self.fixedDistances)
      case 2:
        let (literals, distances) = try codes()
        try compressed(literals: literals, distances: distances)
      default: throw Self.broken
      }
    }
  }

  private mutating func take(_ count: UInt32) throws(ReadingFailure) -> Int {
    while bitCount < count {
      guard position < input.endIndex else { throw Self.broken }
      bits |= UInt32(input[position]) << bitCount
      position += 1
      bitCount += 8
    }
    let value = bits & ((1 << count) - 1)
    bits >>= count
    bitCount -= count
    return Int(value)
  }

  private mutating func stored() throws(ReadingFailure) {
    (bits, bitCount) = (0, 0)
    guard input.endIndex - position >= 4 else { throw Self.broken }
    let length = Int(input[position]) | Int(input[position + 1]) << 8
    let check = Int(input[position + 2]) | Int(input[position + 3]) << 8
    position += 4
    guard length == ~check & 0xFFFF, input.endIndex - position >= length else { throw Self.broken }
    guard output.count + length <= limit else { throw .tooMuch(.uncompressedSize) }
    output.append(contentsOf: input[position..<(position + length)])
    position += length
  }

  private mutating func compressed(literals: HuffmanCode, distances: HuffmanCode) throws(ReadingFailure) {
    while true {
      let symbol = try symbol(literals)
      if symbol < 256 {
        guard output.count < limit else { throw .tooMuch(.uncompressedSize) }
        output.append(UInt8(symbol))
      } else if symbol == 256 {
        return
      } else {
        try copy(lengthSymbol: symbol - 257, distances: distances)
      }
    }
  }

  private mutating func copy(lengthSymbol: Int, distances: HuffmanCode) throws(ReadingFailure) {
    guard lengthSymbol < Self.lengths.count else { throw Self.broken }
    let length = Self.lengths[lengthSymbol].base + (try take(Self.lengths[lengthSymbol].extra))
    let symbol = try symbol(distances)
    guard symbol < Self.distances.count else { throw Self.broken }
    let distance = Self.distances[symbol].base + (try take(Self.distances[symbol].extra))
    guard distance <= output.count else { throw Self.broken }
    guard output.count + length <= limit else { throw .tooMuch(.uncompressedSize) }
    let start = output.count - distance
    for i in 0..<length { output.append(output[start + i]) }
  }

  private mutating func symbol(_ code: HuffmanCode) throws(ReadingFailure) -> Int {
    var walk = HuffmanCode.Walk()
    while true {
      let bit = try take(1)
      if let symbol = code.step(&walk, bit: bit) { return symbol }
      guard walk.length < HuffmanCode.longest else { throw Self.broken }
    }
  }

  /// The code lengths that stand before a block with codes of its own.
  private mutating func codes() throws(ReadingFailure) -> (HuffmanCode, HuffmanCode) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    var first = [UInt8](repeating: 0, count: 19)
    for i in 0..<(try take(4) + 4) { first[Self.order[i]] = UInt8(try take(3)) }
    let code = HuffmanCode(lengths: first)
    var lengths: [UInt8] = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try symbol(code)
      switch symbol {
      case 0..<16: lengths.append(UInt8(symbol))
      case 16:
        guard let last = lengths.last else { throw Self.broken }
        lengths.append(contentsOf: repeatElement(last, count: try take(2) + 3))
      case 17: lengths.append(contentsOf: repeatElement(0, count: try take(3) + 3))
      default: lengths.append(contentsOf: repeatElement(0, count: try take(7) + 11))
      }
    }
    guard lengths.count == literalCount + distanceCount else { throw Self.broken }
    return (
      HuffmanCode(lengths: Array(lengths[..<literalCount])),
      HuffmanCode(lengths: Array(lengths[literalCount...]))
    )
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let fixedLiterals = HuffmanCode(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = HuffmanCode(lengths: [UInt8](repeating: 5, count: 30))

  private static let lengths =
    ranges(
      extras: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5], from: 3)
    + [(base: 258, extra: 0)]
  private static let distances = ranges(
    extras: [0, 0, 0, 0] + (1...13).flatMap { [UInt32($0), UInt32($0)] }, from: 1)

  /// Each symbol's first value: as far behind the one before as its extra bits reach.
  private static func ranges(extras: [UInt32], from first: Int) -> [(base: Int, extra: UInt32)] {
    var base = first
    return extras.map { extra in
      defer { base += 1 << extra }
      return (base, extra)
    }
  }
}

/// A canonical prefix code, read a bit at a time (the method of zlib's `puff`).
struct HuffmanCode {
  static let longest = 15

  private var counts = [Int](repeating: 0, count: longest + 1)
  private var symbols: [Int]

  /// - Parameter lengths: bits of each symbol, 0 where it is not used.
  init(lengths: [UInt8]) {
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var offsets = [0, 0]
    for length in 1..<Self.longest { offsets.append(offsets[length] + counts[length]) }
    symbols = [Int](repeating: 0, count: lengths.count)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[offsets[Int(length)]] = symbol
      offsets[Int(length)] += 1
    }
  }

  /// How far into a code one has read.
  struct Walk {
    fileprivate var code = 0
    fileprivate var first = 0
    fileprivate var index = 0
    fileprivate(set) var length = 0
  }

  /// The symbol that ends with this bit; nil where its code goes on, or is none of the code's.
  func step(_ walk: inout Walk, bit: Int) -> Int? {
    walk.length += 1
    walk.code |= bit
    let count = counts[walk.length]
    if walk.code - count < walk.first {
      let place = walk.index + walk.code - walk.first
      return symbols.indices.contains(place) ? symbols[place] : nil
    }
    walk.index += count
    walk.first = (walk.first + count) << 1
    walk.code <<= 1
    return nil
  }
}
