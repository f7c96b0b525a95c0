/// Blocks of short words set with a space between their characters (`イ ノ ベ`, `次 世 代`), repeated on many pages: the
/// cells of a diagram. The line above a block belongs to it where it comes back with the block.
enum SpacedFragments {
  static func find(_ lines: [LineText], _ text: [Int]) -> [Int] {
    var counts: [[Unicode.Scalar]: Int] = [:]
    for i in text where isFragment(lines[i]) { counts[lines[i].scalars, default: 0] += 1 }
    let runs = self.runs(text.indices.map { isFragment(lines[text[$0]]) })
    // Only a block that comes back, or a long one, is told from a heading that is set wide.
    let blocks = runs.filter { run in
      run.count >= 4 && (run.count >= 6 || run.allSatisfy { counts[lines[text[$0]].scalars, default: 0] > 1 })
    }
    var known: Set<[Unicode.Scalar]> = []
    for block in blocks { known.formUnion(block.map { lines[text[$0]].scalars }) }
    let leaders = self.leaders(lines, text, blocks)
    var found: [Int] = []
    for run in runs where run.allSatisfy({ known.contains(lines[text[$0]].scalars) }) {
      let above = run.lowerBound - 1
      let hasLeader = above >= 0 && leaders.contains(lines[text[above]].scalars)
      guard run.count > 1 || hasLeader else { continue }
      found += run.map { text[$0] } + (hasLeader ? [text[above]] : [])
    }
    return found
  }

  /// Two to four single characters with spaces between them.
  private static func isFragment(_ line: LineText) -> Bool {
    let words = line.words
    return (2...4).contains(words.count) && words.allSatisfy { $0.count == 1 }
      && words.contains { $0.first?.isWritten ?? false && !($0.first?.isDigit ?? false) }
  }

  private static func runs(_ flags: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (i, flag) in (flags + [false]).enumerated() {
      if flag {
        start = start ?? i
      } else if let first = start {
        runs.append(first..<i)
        start = nil
      }
    }
    return runs
  }

  /// Lines that stand above more than one block.
  private static func leaders(_ lines: [LineText], _ text: [Int], _ blocks: [Range<Int>]) -> Set<
    [Unicode.Scalar]
  > {
    var counts: [[Unicode.Scalar]: Int] = [:]
    for block in blocks where block.lowerBound > 0 {
      counts[lines[text[block.lowerBound - 1]].scalars, default: 0] += 1
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }
}
