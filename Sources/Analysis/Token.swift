import JapaneseText

/// A word as it ranks.
package struct Token: Hashable, Sendable {
  /// Folded to the deepest depth, inflection cut off.
  package let scalars: [Unicode.Scalar]
  /// Where it stands, in scalars of the original text.
  package let source: Range<Int>
  /// The number of whole words before it; a part of a compound has the position of the whole.
  package let position: Int
  /// True for a part of a word that is also a token as a whole.
  package let isPart: Bool

  package var text: String { String(scalars) }

  /// True where no gram of the word ranks: it is in Latin letters or digits.
  package var isWithoutGrams: Bool { !scalars.contains { ScriptClass($0).isJapanese } }
}

extension String {
  /// A string of scalars.
  package init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

/// One or two adjacent scalars of a folded text.
package struct Gram: Hashable, Sendable, Comparable {
  /// `first << 21 | second`, second 0 where the gram is one scalar.
  package let key: UInt64

  init(key: UInt64) { self.key = key }

  package init(_ scalar: Unicode.Scalar) { key = UInt64(scalar.value) << 21 }

  package init(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
    key = UInt64(first.value) << 21 | UInt64(second.value)
  }

  /// True for a gram of one scalar.
  package var isSingle: Bool { key & 0x1F_FFFF == 0 }

  package var scalars: [Unicode.Scalar] {
    [UInt32(truncatingIfNeeded: key >> 21), UInt32(truncatingIfNeeded: key & 0x1F_FFFF)]
      .compactMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }

  package var text: String { String(scalars) }

  package static func < (a: Gram, b: Gram) -> Bool { a.key < b.key }
}

/// A word as a key: hashing its scalars one by one, as arrays do, took a tenth of the time of indexing.
package struct WordKey: Hashable, Sendable {
  package let scalars: ArraySlice<Unicode.Scalar>

  package init(_ scalars: ArraySlice<Unicode.Scalar>) { self.scalars = scalars }

  package func hash(into hasher: inout Hasher) {
    var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in scalars { mixed = (mixed ^ UInt64(scalar.value)) &* 0x9E37_79B9_7F4A_7C15 }
    hasher.combine(mixed)
  }
}
