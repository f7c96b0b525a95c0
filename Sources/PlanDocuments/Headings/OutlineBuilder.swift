/// Nests headings: a heading of a form that is open ends what stands below that form; a new form goes one deeper.
///
/// Texts out of PDFs come in columns that got mixed up. A number that does not go on from its sibling before is no child
/// of what happens to be open: it stands at the top, and a gap of three blank lines ends it. A label that can't be
/// placed at all only closes what is open. So a line stands under a wider heading rather than a wrong one.
///
/// Headings that the file itself marks nest by their levels; the others stand under them, but for one that goes on counting
/// from one of them.
struct OutlineBuilder {
  private struct Open {
    let index: Int
    let form: HeadingForm
    let ordinal: Int?
    let bullet: Unicode.Scalar?
    let block: Int
    let isLoose: Bool
    let level: Int?
  }

  private let lines: [LineText]
  private let blocks: [Block]
  private var drafts: [OutlineDraft] = []
  private var stack: [Open] = []

  private init(lines: [LineText], blocks: [Block]) {
    self.lines = lines
    self.blocks = blocks
  }

  static func build(
    lines: [LineText], blocks: [Block], headings: [HeadingCandidate], unsure: Set<Int>, contents: Contents
  ) -> Outline {
    var builder = OutlineBuilder(lines: lines, blocks: blocks)
    var next = headings[...]
    for block in blocks.indices {
      builder.closeLoose(at: block)
      if unsure.contains(block) {
        builder.close(to: builder.declaredDepth, at: block)
      } else if let heading = next.first, heading.block == block {
        builder.add(heading)
        next = next.dropFirst()
      }
    }
    builder.close(toLine: lines.count, depth: 0)
    builder.drafts = RecurringParts(builder.drafts, lines: lines, blocks: blocks).sorted()
    return builder.outline(contents)
  }

  private func firstLine(_ block: Int) -> Int { blocks[block].lines.first.map { lines[$0].number } ?? 1 }

  private mutating func closeLoose(at block: Int) {
    guard stack.contains(where: \.isLoose), let first = blocks[block].lines.first, first >= 3 else { return }
    if lines[(first - 3)..<first].allSatisfy(\.isBlank) { close(to: declaredDepth, at: block) }
  }

  /// How many headings are open that the file marks.
  private var declaredDepth: Int { stack.prefix { $0.level != nil }.count }

  private mutating func close(to depth: Int, at block: Int) {
    close(toLine: firstLine(block) - 1, depth: depth)
  }

  private mutating func close(toLine line: Int, depth: Int) {
    for open in stack.dropFirst(depth) { drafts[open.index].end = max(line, drafts[open.index].heading.last) }
    stack.removeLast(max(0, stack.count - depth))
  }

  private mutating func add(_ candidate: HeadingCandidate) {
    let (depth, isLoose) = candidate.level.map { (self.depth(of: $0), false) } ?? place(candidate)
    close(to: depth, at: candidate.block)
    let numbers = blocks[candidate.block].lines.map { lines[$0].number }
    let heading = LineRange(numbers.first ?? 1, numbers.last ?? 1)
    drafts.append(
      OutlineDraft(
        candidate: candidate, heading: heading, depth: depth + 1, parent: stack.last?.index, end: heading.last
      ))
    stack.append(
      Open(
        index: drafts.count - 1, form: candidate.mark.form, ordinal: candidate.mark.ordinal,
        bullet: candidate.bullet, block: candidate.block, isLoose: isLoose, level: candidate.level))
  }

  /// How many open headings one of a level that the file gives stands under.
  private func depth(of level: Int) -> Int {
    stack.firstIndex { open in open.level.map { $0 >= level } ?? true } ?? stack.count
  }

  /// How many open headings a new one stands under, and whether that is only a guess.
  private func place(_ candidate: HeadingCandidate) -> (depth: Int, isLoose: Bool) {
    let (depth, isLoose) = placeByForm(candidate)
    guard depth < declaredDepth else { return (depth, isLoose) }
    let mark = candidate.mark
    let goesOn =
      stack[depth].form == mark.form && mark.ordinal != nil
      && mark.ordinal == stack[depth].ordinal.map { $0 + 1 }
    return (goesOn ? depth : declaredDepth, isLoose)
  }

  private func placeByForm(_ candidate: HeadingCandidate) -> (depth: Int, isLoose: Bool) {
    let mark = candidate.mark
    if let at = stack.lastIndex(where: { $0.form == mark.form }) {
      guard let ordinal = mark.ordinal, let before = stack[at].ordinal else { return (at, stack[at].isLoose) }
      if case .subnumber = mark.form { return (at, stack[at].isLoose) }
      let goesOn = ordinal == before + 1 || ordinal > before && isNamed(mark.form)
      return goesOn ? (at, stack[at].isLoose) : (0, true)
    }
    if let at = stack.lastIndex(where: { isLevel($0, with: candidate) }) { return (at, stack[at].isLoose) }
    if mark.form == .part { return (0, false) }
    guard let ordinal = mark.ordinal else {
      return (min(mark.form == .bracketed ? bracketDepth : stack.count, ceiling(of: mark.form)), false)
    }
    // 基本目標１ after a (３) that could not be placed: no telling that it belongs there.
    if isNamed(mark.form), let loose = stack.firstIndex(where: { $0.isLoose && !isNamed($0.form) }) {
      return (loose, true)
    }
    let depth = min(adoptingDepth(candidate.block), ceiling(of: mark.form))
    if case .subnumber = mark.form { return (depth, false) }
    guard ordinal > 1, !isNamed(mark.form) || depth > 0 else { return (depth, false) }
    return (0, !drafts.isEmpty)
  }

  /// How many open headings one of a form may stand under.
  private func ceiling(of form: HeadingForm) -> Int {
    stack.firstIndex { !form.mayStand(under: $0.form) } ?? stack.count
  }

  /// Headings that open with the same mark stand on one level, with a number of their own or without.
  private func isLevel(_ open: Open, with candidate: HeadingCandidate) -> Bool {
    if let bullet = candidate.bullet { return open.form == .mark(bullet) }
    if case .mark(let mark) = candidate.mark.form { return open.bullet == mark }
    return false
  }

  private func isNamed(_ form: HeadingForm) -> Bool {
    switch form {
    case .division, .word: true
    default: false
    }
  }

  /// `(環境)` parts what stands under a numbered heading; it does not belong to the last marked line before it.
  private var bracketDepth: Int {
    var depth = stack.count
    while depth > 0 {
      switch stack[depth - 1].form {
      case .mark, .plain: depth -= 1
      default: return depth
      }
    }
    return depth
  }

  /// A heading without a number takes numbered ones under it only where they follow it at once.
  private func adoptingDepth(_ block: Int) -> Int {
    var depth = stack.count
    while depth > 0 {
      let top = stack[depth - 1]
      switch top.form {
      case .lenticular, .bracketed, .plain, .mark:
        if top.block + 1 == block { return depth }
        depth -= 1
      case .division, .word, .number, .dottedNumber, .bracketedNumber, .bracketedKana, .circled, .subnumber,
        .roman, .part:
        return depth
      }
    }
    return depth
  }

  private func outline(_ contents: Contents) -> Outline {
    let printed = ContentsMatch(contents, drafts.map { $0.candidate.mark })
    return Outline(
      sections: drafts.enumerated().map { i, draft in
        let mark = draft.candidate.mark
        let entry = printed.entry(of: i)
        return Section(
          label: mark.label, name: mark.name, depth: draft.depth,
          rank: printed.rank(of: mark.form) ?? draft.candidate.rank ?? mark.form.rank, heading: draft.heading,
          lines: LineRange(draft.heading.first, draft.end), page: entry?.page, contentsLines: entry?.lines,
          parent: draft.parent, isDeclared: draft.candidate.level != nil)
      })
  }
}

extension HeadingForm {
  /// What a label itself calls its heading: 章 in `第５章`, 政策 in `政策１`.
  fileprivate var rank: String? {
    switch self {
    case .division(let unit): unit == "第" ? nil : String(unit)
    case .word(let word): word
    default: nil
    }
  }
}
