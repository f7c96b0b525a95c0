import CICU

/// Cuts text into words with ICU's dictionary. Holds one iterator; make one a task.
package final class WordBreaker {
  private let iterator: OpaquePointer
  private var units: [UInt16] = []

  /// ICU could not be opened; its error code.
  package struct Failure: Error, Hashable, Sendable {
    package let code: Int32
  }

  package init() throws(Failure) {
    var error: Int32 = 0
    guard let iterator = cicu_words_open(&error) else { throw Failure(code: error) }
    self.iterator = iterator
    // ICU loads its dictionaries at the first kanji or kana, and cuts the first run of a process that begins with a
    // long mark otherwise than all later ones.
    _ = words(in: Array("川の水をためるダム".unicodeScalars))
  }

  deinit { cicu_words_close(iterator) }

  /// The words of a text as ranges of its scalars, ascending; spaces and punctuation belong to none.
  ///
  /// The result depends on the text alone, not on what was cut before.
  package func words(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    units.removeAll(keepingCapacity: true)
    var hasSurrogates = false
    for scalar in scalars {
      if scalar.value > 0xFFFF { hasSurrogates = true }
      units.append(contentsOf: UTF16.encode(scalar) ?? UTF16.EncodedScalar())
    }
    guard let count = Int32(exactly: units.count) else { return [] }
    let cuts = units.withUnsafeBufferPointer { self.cuts($0.baseAddress, count) }
    return hasSurrogates ? inScalars(cuts, scalars) : cuts
  }

  private func cuts(_ text: UnsafePointer<UInt16>?, _ count: Int32) -> [Range<Int>] {
    guard let text, count > 0 else { return [] }
    var error: Int32 = 0
    cicu_words_set16(iterator, text, count, &error)
    guard error == 0 else { return [] }
    var result: [Range<Int>] = []
    var start = 0
    while case let end = Int(cicu_words_next(iterator)), end > start {
      if cicu_words_status(iterator) >= 100 { result.append(start..<end) }
      start = end
    }
    return result
  }

  private func inScalars(_ cuts: [Range<Int>], _ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var offsets: [Int] = []
    for (i, scalar) in scalars.enumerated() {
      offsets.append(contentsOf: repeatElement(i, count: scalar.value > 0xFFFF ? 2 : 1))
    }
    offsets.append(scalars.count)
    return cuts.map { offsets[$0.lowerBound]..<offsets[$0.upperBound] }
  }
}
