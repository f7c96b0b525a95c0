import JapaneseText
import PlanFacts

/// Quoted words, names, values and what denies them.
extension FrameBuilder {
  /// 達成状況がB, grade C: one or two letters right behind a field are its value.
  mutating func read(text i: Int) {
    if let last = mentions.last, last.mention == .unit, previous(i) == last.token {
      mentions.removeLast()
      add(.comparison(.unit, .equal, .text(text.source(tokens[i].range))), i)
      return
    }
    guard tokens[i].range.count <= 2, let first = tokens[i].range.first,
      text.scripts[first] == .latin || text.scripts[first] == .other
    else { return }
    // 評価がC
    if let before = previous(i), isConcept(tokens[before], .kind(.evaluations)) {
      add(.comparison(.field(.grade), .equal, .text(text.source(tokens[i].range))), i)
      return
    }
    if isGrade(i) {
      add(.comparison(.field(.grade), .equal, .text(text.source(tokens[i].range))), i)
      return
    }
    guard let last = mentions.last, previous(i) == last.token else { return }
    let value = Frame.Operand.text(text.source(tokens[i].range))
    switch last.mention {
    case .field(.level), .field(.grade), .field(.outcome):
      mentions.removeLast()
      add(.comparison(.field(.grade), .equal, value), i)
    case .field(.direction):
      mentions.removeLast()
      add(.comparison(last.mention, .equal, value), i)
    default: break
    }
  }

  /// C評価, Cランク, basic goals that got a C: one letter right before the word for it, or beside a word for what is graded.
  private mutating func isGrade(_ i: Int) -> Bool {
    guard tokens[i].range.count == 1, let first = tokens[i].range.first, text.scripts[first] == .latin else {
      return false
    }
    if i + 1 < tokens.count, tokens[i + 1].range.lowerBound == tokens[i].range.upperBound,
      case .concept(let concepts) = tokens[i + 1].kind,
      concepts.contains(.field(.level)) || concepts.contains(.kind(.evaluations))
    {
      used.insert(i + 1)
      return true
    }
    return mentions.isEmpty && frame.kinds.contains(.evaluations)
  }

  mutating func read(quoted: String, _ i: Int) {
    let folder = Folder()
    let folded = folder.fold(string: quoted, depth: .characters)
    let bounds: [String: Point.Bound] = [
      "以上": .atLeast, "以下": .atMost, "at least": .atLeast, "at most": .atMost,
    ]
    if let bound = bounds[folded] {
      var role: Point.Role?
      if case .role(let named)? = mentions.last?.mention {
        role = named
        mentions.removeLast()
      } else if let after = next(i), case .role(let named)? = mention(at: after), !used.contains(after) {
        role = named
        used.insert(after)
      }
      add(.bound(role, bound), i)
    } else if let last = mentions.last, last.mention.isNumeric, previous(i) == last.token,
      let numeral = Numeral.read(Array(folded.unicodeScalars), at: 0)
    {
      mentions.removeLast()
      compare(last.mention, .equal, .number(numeral.value, unit: nil), i)
      if last.mention == .field(.level), folded.hasSuffix("*") { addRevised(i) }
    } else if let after = next(i), isConcept(tokens[after], .contains) || isConcept(tokens[after], .prefix) {
      return
    } else if let last = mentions.last, last.mention.isText, previous(i) == last.token {
      mentions.removeLast()
      add(.comparison(last.mention, .equal, .text(quoted)), i)
    } else if let after = next(i), let ahead = mention(at: after), ahead.isText,
      stands("in", between: i, and: after)
    {
      // projects with "hydrogen" in the overview
      used.insert(after)
      add(.contains(ahead, quoted), i)
    } else if let after = next(i), let ahead = mention(at: after), ahead.isText, ahead != .field(.overview) {
      // 「…」に分類されている: the value may stand before its field
      used.insert(after)
      add(.comparison(ahead, .equal, .text(quoted)), i)
    }
  }

  mutating func read(_ entity: Entity, _ i: Int) {
    if entity.meanings.contains(.rank) {
      setRank(entity.text, i)
      used.insert(i)
      if case .evaluations? = vocabularyKind(i) { frame.kinds.append(.evaluations) }
      return
    }
    if let previous = previousEntity(i),
      entity.isAlternative(to: previous) || entity.isOther(than: previous) && isListed(i)
    {
      joinNext = true
    }
    // 区分が「その他」, category is not その他: the field is said beside its value
    if let last = mentions.last, asserted(i) == last.token, entity.isValue(of: last.mention) {
      mentions.removeLast()
    }
    if let after = next(i), let ahead = mention(at: after), entity.isValue(of: ahead) { used.insert(after) }
    add(.entity(entity), i)
  }

  /// What headings are called that are asked for; one of several where they are listed.
  mutating func setRank(_ rank: String, _ i: Int) {
    if let other = frame.rank, other != rank, isListed(i) { frame.otherRanks.append(other) }
    frame.rank = rank
    note(.rank, i)
  }

  /// 「AとB」, `A and B`: a word that joins stands right before.
  func isListed(_ i: Int) -> Bool {
    guard let before = previous(i) else { return false }
    let joint = text.source(tokens[before].range.upperBound..<tokens[i].range.lowerBound)
    // 事業 指標: kinds side by side with only a space between them are listed too
    let isBare =
      joint.isEmpty && text.hasGap(before: tokens[i].range.lowerBound) && isKind(tokens[before])
      && isKind(tokens[i])
    return isBare
      || ["と", "や", "、", "，", ",", "・", "and", "及び", "および"].contains { joint.contains($0) }
  }

  /// 協議会とプラットフォーム, 計画・戦略: of things listed side by side a reading has each, or says which it leaves out.
  mutating func noteListed(_ kind: SelectionKind, _ i: Int) {
    let others = [isListed(i) ? previous(i) : nil, next(i).flatMap { isListed($0) ? $0 : nil }].compactMap(
      \.self)
    guard !others.isEmpty else { return }
    note(others.contains { isTextToken(tokens[$0]) } ? .kindBesideWords : .kind(kind), i)
  }

  /// A word for percent behind a word for the unit, or with `in` before it: what figures are measured in.
  mutating func isUnit(_ i: Int) -> Bool {
    func word(_ i: Int) -> String { String(String.UnicodeScalarView(text.folded.scalars[tokens[i].range])) }
    guard ["percent", "ぱーせんと", "percentage"].contains(word(i)) else {
      return false
    }
    if let last = mentions.last, last.mention == .unit, previous(i) == last.token {
      mentions.removeLast()
      return true
    }
    let before = tokens.indices.prefix(i).filter { tokens[$0].kind != .separator }.suffix(2)
      .map(word)
    // which is a percentage: as a percentage of … is a share
    return before.last == "in" || before.last == "a" && ["is", "are"].contains(before.first)
  }

  /// The kind that the vocabulary gives a word which is also a rank of headings.
  func vocabularyKind(_ i: Int) -> SelectionKind? {
    // the name alone, where the token has its quotation marks too
    guard case .entity(let entity) = tokens[i].kind else { return nil }
    for word in vocabulary.words(in: text, at: entity.range.lowerBound)
    where word.length == entity.range.count {
      for case .label(let kind) in word.concepts { return kind }
    }
    return nil
  }

  /// The name or value right before, with nothing but a particle in between.
  func previousEntity(_ i: Int) -> Entity? {
    guard let before = previous(i), case .entity(let entity) = tokens[before].kind, used.contains(before)
    else { return nil }
    return entity
  }

  mutating func prefix(_ i: Int) {
    for near in [previous(i), next(i)] {
      guard let near, !used.contains(near) else { continue }
      let value: String
      switch tokens[near].kind {
      case .number, .code, .year: value = text.source(tokens[near].range)
      case .quoted(let quoted): value = quoted
      case .text: value = text.source(tokens[near].range)
      default: continue
      }
      // 512で始まる事業: only codes begin with digits
      let isDigits = value.unicodeScalars.allSatisfy { $0.decimalDigit != nil }
      guard let mention = takeMention(near: i) ?? (isDigits ? .field(.code) : nil) else { return }
      used.insert(near)
      add(.prefix(mention, value), i)
      return
    }
  }

  mutating func contains(_ i: Int) {
    for near in [previous(i), next(i)] {
      guard let near, !used.contains(near) else { continue }
      let value: String
      switch tokens[near].kind {
      case .quoted(let quoted): value = quoted
      case .text: value = text.source(tokens[near].range)
      default: continue
      }
      if let last = mentions.popLast() {
        add(.contains(last.mention, value), i)
      } else if let after = next(near), let ahead = mention(at: after), ahead.isText, !used.contains(after) {
        // projects that mention "hydrogen" in their overview
        used.insert(after)
        add(.contains(ahead, value), i)
      } else {
        continue
      }
      used.insert(near)
      return
    }
  }

  func stands(_ word: String, between a: Int, and b: Int) -> Bool {
    a < b && tokens[(a + 1)..<b].contains { text.source($0.range).lowercased() == word }
  }

  mutating func missing(_ i: Int) {
    // 一番予算がついていない: the least of it
    if isSuperlative, let last = mentions.last, last.mention.isNumeric, previous(i) == last.token {
      extreme(.ascending, i)
      return
    }
    if let before = previous(i), let last = mentions.last, last.token == before {
      mentions.removeLast()
      add(.missing(last.mention), i)
    } else if let after = next(i), let ahead = mention(at: after), !used.contains(after) {
      used.insert(after)
      add(.missing(ahead), i)
    } else if let last = mentions.popLast() {
      add(.missing(last.mention), i)
    }
  }

  /// 予算の記載がある; a year said of the field says as much (2025年度に目標がある).
  mutating func present(_ i: Int) {
    guard let last = mentions.last, previous(i) == last.token, last.mention != .field(.levelRevised) else {
      return
    }
    // 予算いくらついてる: how much, not which have any
    if hasConcept(.asking, between: last.token, and: i) { return }
    // 何ページに書かれている: which, not those that have one
    if ["何", "どの", "which "].contains(where: text.source(tokens[last.token].range).lowercased().hasPrefix) {
      used.insert(i)
      return
    }
    // 一番予算がついている: the most of it
    if isSuperlative, last.mention.isNumeric {
      extreme(.descending, i)
      return
    }
    mentions.removeLast()
    let isDated = frame.tests.contains { if case .year(_, last.mention) = $0 { true } else { false } }
    if isDated { used.insert(i) } else { add(.not(.missing(last.mention)), i) }
  }

  /// 目標を達成した, missed the target: the target is said with it; 実績が目標に届かなかった compares the two.
  mutating func met(_ met: Bool, _ i: Int) {
    if let last = mentions.last, last.mention == .role(.target), hasOnlyNames(between: last.token, and: i) {
      mentions.removeLast()
    } else if let after = next(i), mention(at: after) == .role(.target), !used.contains(after) {
      used.insert(after)
    }
    if let last = mentions.last, last.mention == .role(.actual) {
      mentions.removeLast()
      compare(last.mention, met ? .atLeast : .less, .mention(.role(.target)), i)
    } else {
      add(.met(met), i)
    }
  }

  /// Nothing but names stands between, as in "which targets did X miss".
  private func hasOnlyNames(between a: Int, and b: Int) -> Bool {
    tokens[(a + 1)..<b].indices.allSatisfy { i in
      if case .entity = tokens[i].kind { true } else { isNoise(i) }
    }
  }

}
