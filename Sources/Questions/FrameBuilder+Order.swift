import JapaneseText
import PlanFacts

/// Order, limits, reckoning and groups.
extension FrameBuilder {
  mutating func order(_ direction: SortKey.Direction, _ i: Int) {
    let mention = takeMention(near: i, where: { !$0.isText })
    note(.order, i)
    // 少ないものから順に: the adjective has said by what and which way
    if mention == nil, let known = frame.sortKey?.mention {
      if isArranged { frame.sortKey = SortWish(mention: known, direction: direction) }
      return
    }
    orderAnew(mention, direction, i)
  }

  /// One order is known, and a second one by something else, or the other way for one of each (the largest and the
  /// smallest), is no order.
  private mutating func orderAnew(_ mention: Frame.Mention?, _ direction: SortKey.Direction, _ i: Int) {
    if let known = frame.sortKey {
      let isByOther = mention != nil && known.mention != nil && known.mention != mention
      if isByOther || known.direction != direction && frame.limit != nil && !isArranged {
        leave(i, .reckoning)
      }
    }
    frame.sortKey = SortWish(mention: mention ?? frame.sortKey?.mention, direction: direction)
  }

  mutating func extreme(_ direction: SortKey.Direction, _ i: Int, isWeak: Bool = false) {
    // 決算が予算を一番大きく上回った: by how much the first exceeds the second
    if text.source(tokens[i].range).hasSuffix("く"), let (a, b) = lastTwoFields() {
      mentions += [(.field(a), i), (.field(b), i)]
      frame.sortKey = SortWish(mention: .difference(a, b), direction: direction)
      if frame.limit == nil { frame.limit = 1 }
      return
    }
    let mention = takeMention(near: i, where: { !$0.isText })
    if isWeak && mention == nil {
      frame.openOrder = direction
      note(.openOrder, i)
      return
    }
    note(.order, i)
    orderAnew(mention, direction, i)
    if frame.limit == nil { frame.limit = isWeak ? nil : 1 }
  }

  mutating func top(_ direction: SortKey.Direction, _ i: Int) {
    var last = i
    for near in [next(i), previous(i)] {
      if let near, let count = count(near) {
        limit(to: count, near)
        last = max(i, near)
        break
      }
    }
    if frame.limit == nil { frame.limit = 1 }
    note(.order, i)
    if frame.sortKey == nil {
      // top 2 budgets: the field stands behind the number
      let mention = takeMention(near: last, where: { !$0.isText })
      // founded first is founded earliest
      let isEarliest = mention?.isYear ?? false && text.source(tokens[i].range).lowercased() == "first"
      frame.sortKey = SortWish(mention: mention, direction: isEarliest ? .ascending : direction)
      frame.unsaidOrder = unplaced(i..<(i + 1), .order)
    }
  }

  /// `sorted by budget`, `count by level`: the field that follows orders or groups.
  mutating func arrange(_ i: Int) {
    guard let after = next(i), let ahead = mention(at: after), !used.contains(after) else { return }
    used.insert(after)
    // budget and settlement by bureau
    let sums =
      ahead.isText && mentions.contains { $0.mention.isMoney } && text.source(tokens[i].range) == "by"
    if frame.counts || frame.aggregate != nil || sums {
      frame.group = ahead
    } else if frame.sortKey != nil {
      if frame.sortKey?.mention == nil { frame.sortKey?.mention = ahead }
    } else {
      frame.sortKey = SortWish(mention: ahead, direction: .ascending)
      isArranged = true
    }
  }

  mutating func reckon(_ aggregate: Aggregate, _ i: Int) {
    // 合計と平均: one figure is reckoned at a time
    if let other = frame.aggregate, other != aggregate { leave(i, .reckoning) }
    frame.aggregate = aggregate
    note(.aggregate, i)
    guard let mention = takeMention(near: i, where: \.isNumeric) else { return }
    if let first = frame.aggregated, first != mention {
      frame.otherAggregated = mention
      note(.shown(mention), i)
    } else {
      frame.aggregated = mention
    }
  }

  mutating func group(_ i: Int) {
    note(.group, i)
    if !isLatin(i), let before = previous(i), let last = mentions.last, last.token == before {
      frame.group = mentions.removeLast().mention
    } else if isLatin(i), let after = next(i), let ahead = mention(at: after), !used.contains(after) {
      used.insert(after)
      frame.group = ahead
    }
  }

  /// 予算と決算の差, 執行率: money only. A difference has the order said where one is taken from the other; the ratio is what was spent of what was planned.
  mutating func combine(_ make: (FieldName, FieldName) -> Frame.Mention, _ i: Int) {
    // 予算合計と決算合計の差: of the two sums
    if frame.otherAggregated != nil {
      frame.comparesSums = true
      return
    }
    // "difference between settlement and budget" names them after it
    if mentions.isEmpty {
      var ahead = next(i)
      while let token = ahead, let mention = mention(at: token), mention.isNumeric, mentions.count < 2 {
        used.insert(token)
        self.mention(mention, token)
        ahead = next(token)
      }
    }
    // 二つの事業の予算の差: of one field, between the things named
    if mentions.count == 1, let field = mentions.last?.mention, field.isNumeric, frame.aggregate == nil,
      frame.tests.contains(where: { $0.entities.count > 1 }), case .gap = make(.budget, .settlement)
    {
      mentions.removeLast()
      (frame.aggregate, frame.aggregated) = (.difference, field)
      return
    }
    let last = mentions.suffix(2).compactMap { mention -> FieldName? in
      if case .field(let field) = mention.mention { field } else { nil }
    }
    guard last.allSatisfy({ $0 == .budget || $0 == .settlement }), last.count == mentions.suffix(2).count
    else { return }
    mentions.removeLast(last.count)
    if case .ratio = make(.settlement, .budget) {
      mention(.ratio(.settlement, .budget), i)
    } else {
      if last.isEmpty { frame.assumesMoney = true }
      mention(last.count == 2 ? make(last[0], last[1]) : make(.budget, .settlement), i)
    }
  }

  /// 予算から決算を引いた額 says which is taken from which; 予算と決算の差 does not.
  func takesAway(_ i: Int) -> Bool {
    let word = text.source(tokens[i].range)
    return word.contains("引") || word.lowercased() == "minus"
  }

  mutating func goal(_ i: Int) {
    guard let after = next(i), let (value, unit) = number(after), unit == nil, let goal = value.wholeNumber
    else {
      // SDGsの指標: which goal, or which document, is not said
      if text.source(tokens[i].range).lowercased().hasPrefix("sdg") { idle[i] = .unknown }
      return
    }
    used.insert(after)
    // 海のゴール14: what the goal is about says no more than its number
    if let before = previous(i), case .text = tokens[before].kind,
      text.source(tokens[before].range.upperBound..<tokens[i].range.lowerBound) == "の"
    {
      used.insert(before)
    }
    add(.goal(goal), i)
  }
}
