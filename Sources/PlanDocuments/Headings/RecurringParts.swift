/// Puts the parts that come back under each item (【現状と課題】, then 【主な取組内容】) under the items they belong to.
///
/// A page's boxes may come out of order: a part printed before the part that leads to it, or twice under one item, is
/// another item's. It goes to the item before where that has no such part yet; else a second one goes to the item after
/// where that has none. Where neither lacks it, it stays. A part that went elsewhere ends with its last item or note, as
/// what follows (a table, a label) is the page's own.
struct RecurringParts {
  private var drafts: [OutlineDraft]
  private let lines: [LineText]
  private let blocks: [Block]
  /// The parts of each numbered heading, in order.
  private var parts: [Int: [Int]] = [:]
  /// How often one name stands before another under one item.
  private var precedes: [Pair: Int] = [:]

  private struct Pair: Hashable {
    let first: String
    let second: String
  }

  init(_ drafts: [OutlineDraft], lines: [LineText], blocks: [Block]) {
    self.drafts = drafts
    self.lines = lines
    self.blocks = blocks
    var counts: [String: Int] = [:]
    let all = drafts.indices.filter { drafts[$0].candidate.mark.form == .lenticular }
    for i in all { counts[drafts[i].candidate.mark.name, default: 0] += 1 }
    for i in all where counts[drafts[i].candidate.mark.name, default: 0] > 2 {
      if let item = drafts[i].parent, drafts[item].candidate.mark.ordinal != nil {
        parts[item, default: []].append(i)
      }
    }
    parts = parts.filter { $0.value.count <= Self.most }
    for names in parts.values.map({ $0.map { drafts[$0].candidate.mark.name } }) {
      for (i, first) in names.enumerated() {
        for second in names[(i + 1)...] where first != second {
          precedes[Pair(first: first, second: second), default: 0] += 1
        }
      }
    }
  }

  /// An item has no more parts than that; a heading that has is none.
  private static let most = 12

  /// The drafts with each part under its item, a parent still before its children.
  func sorted() -> [OutlineDraft] {
    var copy = self
    copy.move()
    return copy.inOrder()
  }

  private mutating func move() {
    let forms = Set(parts.keys.map { drafts[$0].candidate.mark.form })
    for form in forms {
      let items = parts.keys.filter { drafts[$0].candidate.mark.form == form }.sorted()
      for (k, item) in items.enumerated() {
        let before = k > 0 ? items[k - 1] : nil
        let after = k + 1 < items.count ? items[k + 1] : nil
        for part in parts[item] ?? [] where comesEarly(part, under: item) {
          if let before, lacks(name(part), before) { put(part, from: item, under: before) }
        }
        for (first, second) in twice(under: item) {
          if let before, lacks(name(first), before) {
            put(first, from: item, under: before)
          } else if let after, lacks(name(second), after) {
            put(second, from: item, under: after)
          }
        }
      }
    }
  }

  private func name(_ part: Int) -> String { drafts[part].candidate.mark.name }

  private func lacks(_ name: String, _ item: Int) -> Bool {
    !(parts[item] ?? []).contains { self.name($0) == name }
  }

  /// Whether a part that mostly leads to this one only follows it.
  private func comesEarly(_ part: Int, under item: Int) -> Bool {
    let all = parts[item] ?? []
    return all.contains { other in
      other > part && !all.contains { $0 < part && name($0) == name(other) } && leads(name(other), name(part))
    }
  }

  private func leads(_ first: String, _ second: String) -> Bool {
    let forth = precedes[Pair(first: first, second: second), default: 0]
    return forth > 2 && forth > 2 * precedes[Pair(first: second, second: first), default: 0]
  }

  /// Neighbours of one name under an item.
  private func twice(under item: Int) -> [(Int, Int)] {
    let all = parts[item] ?? []
    return all.indices.dropFirst().compactMap { i in
      all[..<i].last { name($0) == name(all[i]) }.map { ($0, all[i]) }
    }
  }

  private mutating func put(_ part: Int, from item: Int, under other: Int) {
    parts[item]?.removeAll { $0 == part }
    parts[other] = ((parts[other] ?? []) + [part]).sorted()
    drafts[part].end = end(of: part)
    drafts[part].parent = other
    drafts[part].depth = drafts[other].depth + 1
  }

  /// The last line of a part's items and notes.
  private func end(of part: Int) -> Int {
    var end = drafts[part].heading.last
    for block in blocks[(drafts[part].candidate.block + 1)...] {
      guard let last = block.lines.last, lines[last].number <= drafts[part].end else { break }
      switch block.kind {
      case .bullet, .note: end = lines[last].number
      case .row, .contents: return end
      case .heading, .text: break
      }
    }
    return end
  }

  /// A part that went to a later item comes right behind that.
  private func inOrder() -> [OutlineDraft] {
    var early: [Int: [Int]] = [:]
    for i in drafts.indices {
      if let parent = drafts[i].parent, parent > i { early[parent, default: []].append(i) }
    }
    let order = drafts.indices.filter { (drafts[$0].parent ?? -1) < $0 }.flatMap { [$0] + (early[$0] ?? []) }
    var places = [Int](repeating: 0, count: drafts.count)
    for (place, i) in order.enumerated() { places[i] = place }
    return order.map { i in
      var draft = drafts[i]
      draft.parent = draft.parent.map { places[$0] }
      return draft
    }
  }
}
