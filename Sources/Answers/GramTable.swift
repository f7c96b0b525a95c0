import JapaneseText

/// In which things pairs of scalars stand side by side: what a text is looked up by before it is read.
///
///     GramTable = Sections: gram:(u32, u32) × count, end:u32 × count, things
///     things    = for each gram the places of the things that have it, ascending, as differences: 7 bits a byte, lowest first, the
///                 high bit set on all but the last
///
/// Grams ascend. A pair with white space is none; the scalars on both sides of white space are one besides.
struct GramTable: Sendable {
  private let grams: PreparedBytes
  private let ends: PreparedBytes
  private let things: PreparedBytes

  /// Gathers grams thing by thing, in ascending order of places.
  struct Maker {
    fileprivate struct List {
      var last = 0
      var bytes: [UInt8] = []
    }
    private var lists: [UInt64: List] = [:]

    /// - Parameter text: folded.
    mutating func add(_ text: [Unicode.Scalar], at place: Int) {
      let dense = text.filter { !$0.properties.isWhitespace }
      var own: [UInt64] = []
      own.reserveCapacity(text.count + dense.count)
      for text in dense.count == text.count ? [text] : [text, dense] {
        for i in text.indices.dropLast() {
          if let gram = GramTable.gram(text[i], text[i + 1]) { own.append(gram) }
        }
      }
      own.sort()
      var before: UInt64?
      for gram in own where gram != before {
        before = gram
        lists[gram, default: List()].append(place)
      }
    }

    var encoded: [UInt8] {
      var grams: [UInt32] = []
      var ends: [UInt32] = []
      var things: [UInt8] = []
      for (gram, list) in lists.sorted(by: { $0.key < $1.key }) {
        grams += [UInt32(truncatingIfNeeded: gram >> 32), UInt32(truncatingIfNeeded: gram)]
        things += list.bytes
        ends.append(UInt32(clamping: things.count))
      }
      return PreparedBytes.encode([PreparedBytes.encode(grams), PreparedBytes.encode(ends), things])
    }
  }

  /// nil where the bytes have not this form.
  init?(_ bytes: PreparedBytes) {
    guard let sections = bytes.sections(3), sections[0].numbers == sections[1].numbers * 2,
      sections[1].numbers == 0
        || Int(sections[1].number(sections[1].numbers - 1)) == sections[2].count
    else { return nil }
    (grams, ends, things) = (sections[0], sections[1], sections[2])
  }

  fileprivate static func gram(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt64? {
    a.properties.isWhitespace || b.properties.isWhitespace ? nil : UInt64(a.value) << 32 | UInt64(b.value)
  }

  /// The things that may hold a text, ascending: all that hold it are among them. nil where it has no gram.
  /// - Parameter text: folded.
  func things(mayHold text: [Unicode.Scalar]) -> [Int]? {
    var wanted: Set<UInt64> = []
    for i in text.indices.dropLast() {
      if let gram = GramTable.gram(text[i], text[i + 1]) { wanted.insert(gram) }
    }
    guard !wanted.isEmpty else { return nil }
    // the rarest first: the others only leave out
    let ranges = wanted.map(range).sorted { $0.count < $1.count }
    var found = things(in: ranges[0])
    for range in ranges.dropFirst() where !found.isEmpty { found = found.common(with: things(in: range)) }
    return found
  }

  /// The things that have some gram of a text, ascending; nil where it has none.
  func things(mayShare text: [Unicode.Scalar]) -> [Int]? {
    var found: [Int]?
    for i in text.indices.dropLast() {
      guard let gram = GramTable.gram(text[i], text[i + 1]) else { continue }
      found = (found ?? []).merged(with: things(in: range(of: gram)))
    }
    return found
  }

  /// The bytes of a gram's things.
  private func range(of gram: UInt64) -> Range<Int> {
    var (low, high) = (0, ends.numbers)
    while low < high {
      let middle = (low + high) / 2
      let own = UInt64(grams.number(2 * middle)) << 32 | UInt64(grams.number(2 * middle + 1))
      if own < gram { low = middle + 1 } else { high = middle }
    }
    guard low < ends.numbers,
      UInt64(grams.number(2 * low)) << 32 | UInt64(grams.number(2 * low + 1)) == gram
    else { return 0..<0 }
    let start = low == 0 ? 0 : Int(ends.number(low - 1))
    return start..<max(start, Int(ends.number(low)))
  }

  private func things(in range: Range<Int>) -> [Int] {
    let bytes = things.part(range)
    var found: [Int] = []
    var (last, value, shift) = (0, 0, 0)
    for byte in bytes.raw {
      guard shift < 32 else { break }
      value |= Int(byte & 0x7F) << shift
      shift += 7
      guard byte < 0x80 else { continue }
      last += value
      found.append(last)
      (value, shift) = (0, 0)
    }
    return found
  }
}

extension GramTable.Maker.List {
  fileprivate mutating func append(_ place: Int) {
    var rest = place - last
    last = place
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Places, ascending, each once.
extension [Int] {
  func common(with other: [Int]) -> [Int] {
    var found: [Int] = []
    var (i, j) = (0, 0)
    while i < count, j < other.count {
      if self[i] == other[j] {
        found.append(self[i])
        i += 1
        j += 1
      } else if self[i] < other[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return found
  }

  /// Those that are among others, in their order, whatever it is.
  /// - Parameter others: ascending.
  func among(_ others: [Int]) -> [Int] {
    filter { place in
      var (low, high) = (0, others.count)
      while low < high {
        let middle = (low + high) / 2
        if others[middle] < place { low = middle + 1 } else { high = middle }
      }
      return low < others.count && others[low] == place
    }
  }

  func merged(with other: [Int]) -> [Int] {
    if isEmpty { return other }
    if other.isEmpty { return self }
    var all: [Int] = []
    all.reserveCapacity(count + other.count)
    var (i, j) = (0, 0)
    while i < count || j < other.count {
      if j == other.count || i < count && self[i] < other[j] {
        all.append(self[i])
        i += 1
      } else {
        if i < count, self[i] == other[j] { i += 1 }
        all.append(other[j])
        j += 1
      }
    }
    return all
  }
}
