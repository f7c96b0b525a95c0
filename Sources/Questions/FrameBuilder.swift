import JapaneseText
import PlanFacts

/// Reads tokens into a frame, left to right.
///
/// Japanese puts the field before its value and the comparison after it (予算が10万以上), English the comparison in
/// between (budget over 300,000): both meet at the comparison.
struct FrameBuilder {
  private let text: QuestionText
  private let tokens: [QuestionToken]
  private let vocabulary: Vocabulary
  private var frame = Frame()
  private var used: Set<Int> = []
  /// Mentions of fields not yet taken up, by token.
  private var mentions: [(mention: Frame.Mention, token: Int)] = []
  private var negateNext = false
  private var joinNext = false
  /// 最も, 一番 stood before: the next 大きい or 少ない is the largest or least.
  private var isSuperlative = false
  /// `sorted by budget` has said by what, and not yet which way.
  private var isArranged = false
  /// The field of the last comparison, for the next number of a set or a range.
  private var lastMention: Frame.Mention?

  init(_ text: QuestionText, tokens: [QuestionToken], vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    self.text = text
    self.tokens = tokens
  }

  mutating func build() -> Frame {
    for i in tokens.indices where !used.contains(i) { read(i) }
    settle()
    return frame
  }

  // MARK: tokens

  private mutating func read(_ i: Int) {
    switch tokens[i].kind {
    case .separator: break
    case .text: read(text: i)
    case .concept(let concepts): read(concepts, i)
    case .number(let value, let unit): read(value, unit, i)
    case .year(let mention): read(mention, i)
    case .code(let code): read(code: code, i)
    case .target(let target):
      if let last = mentions.last, last.mention == .field(.sdgTargets), previous(i) == last.token {
        mentions.removeLast()
      }
      add(.target(target), i)
    case .label(let label, let kind):
      // 基本目標1と基本目標2: a thing is one of them
      if let before = previous(i), case .label = tokens[before].kind, isListed(i) { joinNext = true }
      add(.place(label), i)
      if let kind { frame.labelKinds.append(kind) }
    case .place(let place):
      frame.position = place
      used.insert(i)
    case .period(let number): add(.period(number), i)
    case .month(let number): add(.month(number), i)
    case .quoted(let quoted): read(quoted: quoted, i)
    case .entity(let entity): read(entity, i)
    }
  }

  private mutating func read(_ concepts: [Concept], _ i: Int) {
    guard let concept = choose(concepts, i) else { return }
    used.insert(i)
    switch concept {
    case .kind(let kind): frame.kinds.append(kind)
    // a word of many names: settled by the fields
    case .generic: used.remove(i)
    case .initiatives: frame.asksForInitiatives = true
    case .label(let kind):
      frame.kinds.append(kind)
      if kind == .headings { frame.rank = text.source(tokens[i].range) }
    case .field(.count) where isEndOfPhrase(i): used.remove(i)
    case .field(let field): mention(.field(field), i)
    case .role(let role): mention(.role(role), i)
    case .year(let role): mention(.roleYear(role), i)
    case .unit: mention(.unit, i)
    case .share:
      // 事業所の割合 is the name of an indicator, not a question for one
      if isEndOfPhrase(i) { used.remove(i) } else { frame.shares = true }
    case .compare(let comparison): compare(comparison, i)
    case .adjective(let direction): adjective(direction, i)
    case .prefix: prefix(i)
    case .contains: contains(i)
    case .missing: missing(i)
    case .present: present(i)
    case .superlative: isSuperlative = true
    case .met(let met): self.met(met, i)
    case .order(let direction): order(direction, i)
    case .extreme(let direction): extreme(direction, i)
    case .top: top(.descending, i)
    case .bottom: top(.ascending, i)
    case .arrange: arrange(i)
    case .count: frame.counts = true
    case .aggregate(let aggregate): reckon(aggregate, i)
    case .group: group(i)
    case .tally: if frame.group == nil { frame.counts = frame.counts || frame.aggregate == nil }
    case .course, .comparePlans: frame.course = true
    case .difference: combine(Frame.Mention.difference, i)
    case .ratio: combine(Frame.Mention.ratio, i)
    case .define: frame.defines = true
    case .previous: if !pointsInside(i) { frame.refersBack = true }
    case .continue: frame.continues = true
    case .all: frame.wantsAll = true
    case .more: frame.wantsMore = true
    case .ordinal(let ordinal): frame.ordinal = ordinal
    case .or: joinNext = true
    case .not: negate(i)
    case .goal: goal(i)
    case .asking: frame.asksInWords = true
    case .reason: frame.asksForReason = true
    case .under: frame.asksBelow = true
    case .and, .than, .from, .to, .among, .between, .related, .dropped: break
    }
  }

  /// A word with several meanings: the first that its neighbours allow.
  private func choose(_ concepts: [Concept], _ i: Int) -> Concept? {
    guard concepts.count > 1 else { return concepts.first }
    // "and in 2010?" goes on from the question before; inside a question it joins
    if concepts.contains(.continue), concepts.contains(.and) { return isOpening(i) ? .continue : .and }
    // 「うち」 points back only where nothing stands before it; "what does … mean" asks for no average
    if concepts.contains(.previous), concepts.contains(.among) { return isOpening(i) ? .previous : .among }
    if concepts.contains(.define), frame.defines { return .define }
    // 上位3件, 上位の施策
    if concepts.contains(.top), let other = concepts.first(where: { $0 != .top }) {
      return number(next(i)) != nil || number(previous(i)) != nil ? .top : other
    }
    if concepts.contains(.extreme(.descending)), concepts.contains(.aggregate(.maximum)) {
      return .extreme(.descending)
    }
    return concepts.first
  }

  // MARK: neighbours

  private func isOpening(_ i: Int) -> Bool { tokens[..<i].allSatisfy { $0.kind == .separator } }

  /// "projects whose settlement is higher than their budget": the word points into its own sentence.
  private func pointsInside(_ i: Int) -> Bool {
    guard let first = tokens[i].range.first, text.scripts[first] == .latin else { return false }
    return !frame.kinds.isEmpty || frame.asksForInitiatives
      || tokens[..<i].contains { if case .entity = $0.kind { true } else { false } }
  }

  private func isNoise(_ i: Int) -> Bool {
    switch tokens[i].kind {
    // the field of 2018年3月に策定 belongs to the year
    case .separator, .month: true
    case .concept(let concepts):
      concepts.contains {
        [.dropped, .and, .than, .from, .to, .among, .between, .asking, .present].contains($0)
          || $0 == .previous && pointsInside(i)
      }
    default: false
    }
  }

  private func next(_ i: Int) -> Int? { tokens.indices.dropFirst(i + 1).first { !isNoise($0) } }
  private func previous(_ i: Int) -> Int? { tokens.indices.prefix(i).last { !isNoise($0) } }

  private func number(_ i: Int?) -> (ExactNumber, String?)? {
    guard let i, !used.contains(i) else { return nil }
    switch tokens[i].kind {
    case .number(let value, let unit): return (value, unit)
    case .year(let mention) where mention.form == .bare && !mention.isRange:
      return (ExactNumber(mention.first), nil)
    default: return nil
    }
  }

  private func mention(at i: Int?) -> Frame.Mention? {
    guard let i, case .concept(let concepts) = tokens[i].kind else { return nil }
    for concept in concepts {
      switch concept {
      case .field(let field): return .field(field)
      case .role(let role): return .role(role)
      case .year(let role): return .roleYear(role)
      case .unit: return .unit
      default: continue
      }
    }
    return nil
  }

  private func hasConcept(_ wanted: Concept, between a: Int, and b: Int) -> Bool {
    tokens.indices.contains(a) && a < b
      && tokens[(a + 1)..<b].contains {
        if case .concept(let concepts) = $0.kind { concepts.contains(wanted) } else { false }
      }
  }

  /// Right behind a text and の: the last word of a name that no concept claims.
  private func isEndOfPhrase(_ i: Int) -> Bool {
    guard i >= 2, case .text = tokens[i - 2].kind, text.source(tokens[i - 1].range) == "の" else {
      return false
    }
    return true
  }

  private mutating func mention(_ mention: Frame.Mention, _ i: Int) { mentions.append((mention, i)) }

  /// The last field not yet taken up, else the one that comes next.
  private mutating func takeMention(near i: Int, where fits: (Frame.Mention) -> Bool = { _ in true }) -> Frame
    .Mention?
  {
    if let last = mentions.lastIndex(where: { fits($0.mention) }) { return mentions.remove(at: last).mention }
    if let next = next(i), let ahead = mention(at: next), fits(ahead), !used.contains(next) {
      used.insert(next)
      return ahead
    }
    return nil
  }

  private mutating func add(_ test: Frame.Test, _ i: Int) {
    used.insert(i)
    let test = negateNext ? Frame.Test.not(test) : test
    negateNext = false
    if joinNext, let last = frame.tests.popLast() {
      if case .any(let parts) = last {
        frame.tests.append(.any(parts + [test]))
      } else {
        frame.tests.append(.any([last, test]))
      }
    } else {
      frame.tests.append(test)
    }
    joinNext = false
  }

  // MARK: comparisons

  private mutating func compare(_ comparison: Comparison, _ i: Int) {
    if let before = previous(i), let (value, unit) = number(before) {
      used.insert(before)
      if let part = fraction(value, unit), let (a, b) = lastTwoFields() {
        compare(.ratio(a, b), comparison, .number(part, unit: nil), i)
        return
      }
      let goesOn = mentions.isEmpty && previous(before).map { isComparison($0) } ?? false
      let mention = goesOn ? lastMention : takeMention(near: i, where: \.isNumeric) ?? lastMention
      compare(mention, comparison, .number(value, unit: unit), i)
      return
    }
    if let after = next(i) {
      if case .label = tokens[after].kind { return }
      if case .entity = tokens[after].kind, comparison == .less { return }
      if let (value, unit) = number(after) {
        used.insert(after)
        if let mention = takeMention(near: after, where: \.isNumeric) {
          compare(mention, comparison, .number(value, unit: unit), i)
        } else if let lastMention, mentions.isEmpty, frame.scopeNumber == nil,
          frame.kinds.isEmpty && !frame.tests.isEmpty || joinNext || followsNumber(i)
        {
          compare(lastMention, comparison, .number(value, unit: unit), i)
        } else if comparison == .less || comparison == .atMost, let number = value.wholeNumber, unit == nil {
          frame.scopeNumber = number
        } else {
          compare(lastMention, comparison, .number(value, unit: unit), i)
        }
        return
      }
      let isLatin = tokens[i].range.first.map { text.scripts[$0] == .latin } ?? false
      if isLatin, let other = mention(at: after), !used.contains(after), other.isNumeric,
        let subject = mentions.popLast()?.mention ?? (other == .role(.target) ? .role(.actual) : nil)
      {
        // settlement exceeded the budget
        used.insert(after)
        compare(subject, comparison, .mention(other), i)
        return
      }
    }
    compareMentions(comparison, i)
  }

  /// "at least 50,000 and at most 100,000": the second bound is of the same field.
  private func followsNumber(_ i: Int) -> Bool {
    guard let before = previous(i), used.contains(before), case .number = tokens[before].kind else {
      return false
    }
    return true
  }

  private func isComparison(_ i: Int) -> Bool {
    guard case .concept(let concepts) = tokens[i].kind else { return false }
    return concepts.contains { if case .compare = $0 { true } else { false } }
  }

  /// 2倍, 半分, 80%, 8割 as a factor.
  private func fraction(_ value: ExactNumber, _ unit: String?) -> ExactNumber? {
    switch unit {
    case "倍": value
    case "割": value.divided(by: ExactNumber(10), places: 4)
    case "%", "％", "パーセント": value.divided(by: ExactNumber(100), places: 4)
    default: nil
    }
  }

  /// Takes two fields of amounts: 決算が予算の半分.
  private mutating func lastTwoFields() -> (FieldName, FieldName)? {
    guard mentions.count >= 2, case .field(let b) = mentions[mentions.count - 1].mention, b.isNumeric,
      case .field(let a) = mentions[mentions.count - 2].mention, a.isNumeric
    else { return nil }
    mentions.removeLast(2)
    return (a, b)
  }

  /// 決算が予算を超えた: the field before the last is compared with the last.
  private mutating func compareMentions(_ comparison: Comparison, _ i: Int) {
    if mentions.count >= 2 {
      let object = mentions.removeLast().mention
      let subject = mentions.removeLast().mention
      compare(subject, comparison, .mention(object), i)
    } else if let last = mentions.last?.mention, last == .role(.target),
      comparison == .greater || comparison == .less
    {
      mentions.removeLast()
      if let after = next(i), mention(at: after) == .role(.actual) { used.insert(after) }
      compare(.role(.actual), comparison, .mention(.role(.target)), i)
    }
  }

  private mutating func compare(
    _ mention: Frame.Mention?, _ comparison: Comparison, _ operand: Frame.Operand, _ i: Int
  ) {
    guard let mention else { return }
    lastMention = mention
    // 執行率が80%未満: a ratio is a number of times
    var operand = operand
    if case .ratio = mention, case .number(let value, let unit?) = operand {
      operand = .number(fraction(value, unit) ?? value, unit: nil)
    }
    add(.comparison(mention, comparison, operand), i)
  }

  /// 予算より決算が大きい: compares where より stands between two fields; elsewhere it orders.
  private mutating func adjective(_ direction: SortKey.Direction, _ i: Int) {
    if mentions.count >= 2, hasConcept(.than, between: mentions[mentions.count - 2].token, and: i) {
      let first = mentions[mentions.count - 2]
      let second = mentions[mentions.count - 1]
      mentions.removeLast(2)
      // 「AよりBが大きい」 and 「BがAより大きい」: より marks what is compared with
      let marked = hasConcept(.than, between: first.token, and: second.token) ? first : second
      let subject = marked.token == first.token ? second : first
      compare(subject.mention, direction == .descending ? .greater : .less, .mention(marked.mention), i)
    } else if let before = previous(i), let (value, unit) = number(before),
      let mention = takeMention(near: i, where: \.isNumeric)
    {
      used.insert(before)
      compare(mention, direction == .descending ? .greater : .less, .number(value, unit: unit), i)
    } else if frame.sortKey == nil {
      extreme(direction, i, isWeak: !isSuperlative)
    }
  }

  private mutating func read(_ value: ExactNumber, _ unit: String?, _ i: Int) {
    if let after = next(i), case .concept(let concepts) = tokens[after].kind {
      if concepts.contains(where: { if case .compare = $0 { true } else { false } }) { return }
      if concepts.contains(.prefix)
        || concepts.contains(where: { if case .adjective = $0 { true } else { false } })
      {
        return
      }
      if concepts.contains(.to) { return }
    }
    if let between = range(from: i, value, unit) {
      used.insert(between)
      return
    }
    // 7つの政策: how many there are is said, not asked
    if unit == "つ", let after = next(i), mentions.isEmpty, !takesLimit(unit, i) {
      switch tokens[after].kind {
      case .concept, .entity:
        used.insert(i)
        return
      default: break
      }
    }
    if takesLimit(unit, i), let count = value.wholeNumber, count > 0 {
      frame.limit = count
      used.insert(i)
      return
    }
    if let last = mentions.last,
      last.mention.isNumeric || last.mention == .field(.code) || last.mention == .field(.number),
      previous(i).map({ $0 == last.token }) ?? false
    {
      mentions.removeLast()
      compare(last.mention, .equal, .number(value, unit: unit), i)
      // 3*: a level the document revised
      if last.mention == .field(.level), isFollowedByStar(i) {
        add(.comparison(.field(.levelRevised), .equal, .text("true")), i)
      }
      return
    }
    if let lastMention, previous(i).map({ isSetMember($0, i) }) ?? false {
      joinNext = true
      compare(lastMention, .equal, .number(value, unit: unit), i)
    }
  }

  private func isFollowedByStar(_ i: Int) -> Bool {
    let end = tokens[i].range.upperBound
    return end < text.folded.count && text.folded.scalars[end] == "*"
  }

  /// 2と4, 2または4: a number right after another comparison.
  private func isSetMember(_ before: Int, _ i: Int) -> Bool {
    if joinNext { return true }
    guard case .number = tokens[before].kind, used.contains(before) else { return false }
    return true
  }

  /// 5万から10万まで, between 50,000 and 100,000: gives the token of the second number.
  private mutating func range(from i: Int, _ value: ExactNumber, _ unit: String?) -> Int? {
    guard let after = next(i), let (upper, upperUnit) = number(after), value < upper,
      hasConcept(.from, between: i, and: after) || hasConcept(.to, between: i, and: after)
        || tokens[..<i].contains(where: { isConcept($0, .between) })
        || text.source(tokens[i].range.upperBound..<tokens[after].range.lowerBound).contains(where: {
          "～〜~".contains($0)
        }),
      let mention = takeMention(near: after, where: \.isNumeric) ?? lastMention
    else { return nil }
    compare(mention, .atLeast, .number(value, unit: unit ?? upperUnit), i)
    compare(mention, .atMost, .number(upper, unit: upperUnit), i)
    return after
  }

  private func isConcept(_ token: QuestionToken, _ concept: Concept) -> Bool {
    if case .concept(let concepts) = token.kind { concepts.contains(concept) } else { false }
  }

  /// 3つ, 3件, top 3, 3 largest: a count of things where something is ordered.
  private func takesLimit(_ unit: String?, _ i: Int) -> Bool {
    let ordered = tokens.contains { token in
      guard case .concept(let concepts) = token.kind else { return false }
      return concepts.contains { concept in
        switch concept {
        case .order, .extreme, .top, .bottom: true
        default: false
        }
      }
    }
    // 指標を3つ: nothing is measured in つ
    if unit == "つ", !frame.kinds.isEmpty || frame.asksForInitiatives { return true }
    guard ordered else { return false }
    guard let unit else {
      return mentions.last.map { previous(i) != $0.token } ?? true || frame.sortKey != nil
    }
    return ["つ", "件", "個", "事業", "施策", "団体", "社", "指標", "項目", "取組", "items"].contains(unit)
  }

  private mutating func read(_ mention: YearMention, _ i: Int) {
    // 2010年以前に設立, founded before 2010
    for near in [next(i), previous(i)] {
      guard let near, case .concept(let concepts) = tokens[near].kind, !mention.isRange,
        !used.contains(near) || near < i
      else { continue }
      for case .compare(let comparison) in concepts {
        guard let field = takeMention(near: max(i, near), where: \.isYear) else { continue }
        used.insert(near)
        compare(field, comparison, .number(ExactNumber(mention.first), unit: nil), i)
        return
      }
    }
    if number(i) != nil, let after = next(i), case .concept(let concepts) = tokens[after].kind,
      concepts.contains(where: { if case .compare = $0 { true } else { false } }), let last = mentions.last,
      last.mention.isNumeric
    {
      return
    }
    var field: Frame.Mention?
    if let last = mentions.last, last.mention.isYear || last.mention.isRole {
      field = last.mention
      if last.mention.isYear { mentions.removeLast() }
    } else if let after = next(i), let ahead = self.mention(at: after), ahead.isYear || ahead.isRole {
      field = ahead
      if ahead.isYear { used.insert(after) }
    }
    if let before = previous(i), case .year(let start) = tokens[before].kind,
      hasConcept(.from, between: before, and: i), case .year(_, let earlier)? = frame.tests.last,
      let span = start.through(mention)
    {
      frame.tests.removeLast()
      add(.year(span, field ?? earlier), i)
      return
    }
    // 2016年と2020年: either will do
    if case .year? = frame.tests.last, let before = previous(i), case .year = tokens[before].kind {
      joinNext = true
    }
    if case .any(let parts)? = frame.tests.last, case .year? = parts.last, let before = previous(i),
      case .year = tokens[before].kind
    {
      joinNext = true
    }
    add(.year(mention, field), i)
  }

  private mutating func read(code: String, _ i: Int) {
    if let last = mentions.last, last.mention == .field(.code) { mentions.removeLast() }
    if let after = next(i), case .concept(let concepts) = tokens[after].kind, concepts.contains(.prefix) {
      return
    }
    add(.code(code), i)
  }

  // MARK: texts

  /// 達成状況がB, grade C: one or two letters right behind a field are its value.
  private mutating func read(text i: Int) {
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

  private mutating func read(quoted: String, _ i: Int) {
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
    } else if let after = next(i), isConcept(tokens[after], .contains) || isConcept(tokens[after], .prefix) {
      return
    } else if let last = mentions.last, last.mention.isText, previous(i) == last.token {
      mentions.removeLast()
      add(.comparison(last.mention, .equal, .text(quoted)), i)
    } else if let after = next(i), let ahead = mention(at: after), ahead.isText, ahead != .field(.overview) {
      // 「…」に分類されている: the value may stand before its field
      used.insert(after)
      add(.comparison(ahead, .equal, .text(quoted)), i)
    }
  }

  private mutating func read(_ entity: Entity, _ i: Int) {
    if entity.meanings.contains(.rank) {
      frame.rank = entity.text
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
    let before = previous(i).flatMap { isConcept(tokens[$0], .not) ? previous($0) : $0 }
    if let last = mentions.last, before == last.token, entity.isValue(of: last.mention) {
      mentions.removeLast()
    }
    if let after = next(i), let ahead = mention(at: after), entity.isValue(of: ahead) { used.insert(after) }
    add(.entity(entity), i)
  }

  /// 「AとB」, `A and B`: a word that joins stands right before.
  private func isListed(_ i: Int) -> Bool {
    guard let before = previous(i) else { return false }
    let joint = text.source(tokens[before].range.upperBound..<tokens[i].range.lowerBound)
    return ["と", "や", "、", "，", ",", "・", "and", "及び", "および"].contains { joint.contains($0) }
  }

  /// The kind that the vocabulary gives a word which is also a rank of headings.
  private func vocabularyKind(_ i: Int) -> SelectionKind? {
    for word in vocabulary.words(in: text, at: tokens[i].range.lowerBound)
    where word.length == tokens[i].range.count {
      for case .label(let kind) in word.concepts { return kind }
    }
    return nil
  }

  /// The name or value right before, with nothing but a particle in between.
  private func previousEntity(_ i: Int) -> Entity? {
    guard let before = previous(i), case .entity(let entity) = tokens[before].kind, used.contains(before)
    else { return nil }
    return entity
  }

  private mutating func prefix(_ i: Int) {
    for near in [previous(i), next(i)] {
      guard let near, !used.contains(near) else { continue }
      let value: String
      switch tokens[near].kind {
      case .number, .code, .year: value = text.source(tokens[near].range)
      case .quoted(let quoted): value = quoted
      case .text: value = text.source(tokens[near].range)
      default: continue
      }
      guard let mention = takeMention(near: i) else { return }
      used.insert(near)
      add(.prefix(mention, value), i)
      return
    }
  }

  private mutating func contains(_ i: Int) {
    for near in [previous(i), next(i)] {
      guard let near, !used.contains(near), let last = mentions.last else { continue }
      let value: String
      switch tokens[near].kind {
      case .quoted(let quoted): value = quoted
      case .text: value = text.source(tokens[near].range)
      default: continue
      }
      mentions.removeLast()
      used.insert(near)
      add(.contains(last.mention, value), i)
      return
    }
  }

  private mutating func missing(_ i: Int) {
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
  private mutating func present(_ i: Int) {
    guard let last = mentions.last, previous(i) == last.token else { return }
    mentions.removeLast()
    let isDated = frame.tests.contains { if case .year(_, last.mention) = $0 { true } else { false } }
    if isDated { used.insert(i) } else { add(.not(.missing(last.mention)), i) }
  }

  /// 目標を達成した, missed the target: the target is said with it; 実績が目標に届かなかった compares the two.
  private mutating func met(_ met: Bool, _ i: Int) {
    if let last = mentions.last, last.mention == .role(.target), previous(i) == last.token {
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

  /// 3ではない follows what it denies; `not 3` stands before it.
  private mutating func negate(_ i: Int) {
    let isLatin = tokens[i].range.first.map { text.scripts[$0] == .latin } ?? false
    if !isLatin, let last = frame.tests.popLast() {
      frame.tests.append(.not(last))
    } else {
      negateNext = true
    }
  }

  // MARK: order, reckoning

  private mutating func order(_ direction: SortKey.Direction, _ i: Int) {
    let mention = takeMention(near: i, where: { !$0.isText })
    // 少ないものから順に: the adjective has said by what and which way
    if mention == nil, let known = frame.sortKey?.mention {
      if isArranged { frame.sortKey = SortWish(mention: known, direction: direction) }
      return
    }
    frame.sortKey = SortWish(mention: mention, direction: direction)
  }

  private mutating func extreme(_ direction: SortKey.Direction, _ i: Int, isWeak: Bool = false) {
    // 決算が予算を一番大きく上回った: by how much the first exceeds the second
    if text.source(tokens[i].range).hasSuffix("く"), let (a, b) = lastTwoFields() {
      mentions += [(.field(a), i), (.field(b), i)]
      frame.sortKey = SortWish(mention: .difference(a, b), direction: direction)
      if frame.limit == nil { frame.limit = 1 }
      return
    }
    let mention = takeMention(near: i, where: { !$0.isText })
    if isWeak && mention == nil { return }
    frame.sortKey = SortWish(mention: mention, direction: direction)
    if frame.limit == nil { frame.limit = isWeak ? nil : 1 }
  }

  private mutating func top(_ direction: SortKey.Direction, _ i: Int) {
    for near in [next(i), previous(i)] {
      if let near, let (value, _) = number(near), let count = value.wholeNumber, count > 0 {
        used.insert(near)
        frame.limit = count
        break
      }
    }
    if frame.limit == nil { frame.limit = 1 }
    if frame.sortKey == nil {
      frame.sortKey = SortWish(mention: takeMention(near: i, where: { !$0.isText }), direction: direction)
    }
  }

  /// `sorted by budget`, `count by level`: the field that follows orders or groups.
  private mutating func arrange(_ i: Int) {
    guard let after = next(i), let ahead = mention(at: after), !used.contains(after) else { return }
    used.insert(after)
    if frame.counts || frame.aggregate != nil {
      frame.group = ahead
    } else if frame.sortKey != nil {
      if frame.sortKey?.mention == nil { frame.sortKey?.mention = ahead }
    } else {
      frame.sortKey = SortWish(mention: ahead, direction: .ascending)
      isArranged = true
    }
  }

  private mutating func reckon(_ aggregate: Aggregate, _ i: Int) {
    frame.aggregate = aggregate
    if let mention = takeMention(near: i, where: \.isNumeric) { frame.aggregated = mention }
  }

  private mutating func group(_ i: Int) {
    if let before = previous(i), let last = mentions.last, last.token == before {
      frame.group = mentions.removeLast().mention
    } else if let after = next(i), let ahead = mention(at: after), !used.contains(after) {
      used.insert(after)
      frame.group = ahead
    }
  }

  /// 予算と決算の差, 執行率: money only. A difference is taken as it is said; the ratio is what was spent of what was planned.
  private mutating func combine(_ make: (FieldName, FieldName) -> Frame.Mention, _ i: Int) {
    // "difference between settlement and budget" names them after it
    if mentions.isEmpty {
      var ahead = next(i)
      while let token = ahead, let mention = mention(at: token), mention.isNumeric, mentions.count < 2 {
        used.insert(token)
        self.mention(mention, token)
        ahead = next(token)
      }
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
      mention(last.count == 2 ? .difference(last[0], last[1]) : .difference(.budget, .settlement), i)
    }
  }

  private mutating func goal(_ i: Int) {
    guard let after = next(i), let (value, unit) = number(after), unit == nil, let goal = value.wholeNumber
    else { return }
    used.insert(after)
    add(.goal(goal), i)
  }

  // MARK: what is left

  private mutating func settle() {
    denyMissingPeriod()
    if frame.aggregate != nil, frame.aggregated == nil,
      let index = mentions.lastIndex(where: { $0.mention.isNumeric })
    {
      frame.aggregated = mentions.remove(at: index).mention
    }
    if frame.sortKey != nil, frame.sortKey?.mention == nil,
      let index = mentions.lastIndex(where: { !$0.mention.isText })
    {
      frame.sortKey?.mention = mentions.remove(at: index).mention
    }
    frame.shown = mentions.map(\.mention).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    turnLevels()
    readGenerics()
    collectTexts()
    frame.uses = uses()
  }

  /// 第1期の目標がない: no target of that period, though there may be others.
  private mutating func denyMissingPeriod() {
    guard
      let missing = frame.tests.firstIndex(where: {
        if case .missing(.role(.target)) = $0 { true } else { false }
      }),
      let period = frame.tests.firstIndex(where: { if case .period = $0 { true } else { false } })
    else { return }
    frame.tests[period] = .not(frame.tests[period])
    frame.tests.remove(at: missing)
  }

  /// A level is better the lower it is: 達成度が高い順 begins with the best; 大きい順 goes by the number.
  private mutating func turnLevels() {
    guard frame.sortKey?.mention == .field(.level), let direction = frame.sortKey?.direction else { return }
    let speaksOfHeight = tokens.contains { token in
      guard case .concept(let concepts) = token.kind else { return false }
      let isOrder = concepts.contains {
        switch $0 {
        case .order, .extreme, .adjective: true
        default: false
        }
      }
      let word = text.source(token.range).lowercased()
      return isOrder && ["高", "低", "high", "low"].contains { word.contains($0) }
    }
    if speaksOfHeight { frame.sortKey?.direction = direction == .ascending ? .descending : .ascending }
  }

  /// 2022年に策定された計画: the noun names the kind where a field of that kind alone is spoken of; else it is a keyword.
  private mutating func readGenerics() {
    let kinds = (frame.shown + frame.tests.flatMap(\.mentions)).map(\.kinds)
    for (i, token) in tokens.enumerated() {
      guard case .concept(let concepts) = token.kind else { continue }
      for case .generic(let kind) in concepts where kinds.contains([kind]) {
        used.insert(i)
        frame.kinds.append(kind)
      }
    }
  }

  /// Keywords: neighbouring texts with nothing but の and ・ between them are one; so is an unused number in a text (100周年).
  private mutating func collectTexts() {
    var phrase: Range<Int>?
    func isJoint(_ i: Int) -> Bool {
      let source = text.source(tokens[i].range)
      return source == "の" || source == "・" || source == "／" || source == "-" || source == "－"
    }
    var texts: [String] = []
    func flush() {
      if let range = phrase { texts.append(text.source(range)) }
      phrase = nil
    }
    for (i, token) in tokens.enumerated() {
      if case .quoted(let quoted) = token.kind, !used.contains(i) {
        flush()
        texts.append(quoted)
      } else if isKeyword(i) {
        phrase = phrase.map { $0.lowerBound..<token.range.upperBound } ?? token.range
      } else if phrase != nil, isJoint(i), i + 1 < tokens.count, isKeyword(i + 1) {
        continue
      } else {
        flush()
      }
    }
    flush()
    frame.texts = texts
  }

  private func isKeyword(_ i: Int) -> Bool {
    guard !used.contains(i) else { return false }
    switch tokens[i].kind {
    case .text: return !isVerb(i)
    case .quoted, .number, .code, .target: return true
    case .concept(let concepts):
      return concepts.contains { concept in
        if case .generic = concept {
          true
        } else {
          (concept == .share || concept == .field(.count)) && isEndOfPhrase(i)
        }
      }
    case .year, .label, .place, .period, .month, .entity, .separator: return false
    }
  }

  /// 引|いた, 連携|している: what is left of a verb says nothing about which thing is meant, where anything else does.
  private func isVerb(_ i: Int) -> Bool {
    guard
      !frame.tests.isEmpty || !frame.shown.isEmpty || frame.rank != nil
        || tokens[..<i].contains(where: isTextToken),
      i + 1 < tokens.count, case .concept(let concepts) = tokens[i + 1].kind, concepts.contains(.dropped),
      tokens[i].range.allSatisfy({ text.scripts[$0] == .han })
    else { return false }
    let ending = text.source(tokens[i + 1].range)
    if tokens[i].range.count == 1 {
      return ending.unicodeScalars.first.map { ScriptClass($0) == .hiragana } ?? false
    }
    return tokens[i].range.count == 2 && ["し", "さ", "す"].contains { ending.hasPrefix($0) }
  }

  private func isTextToken(_ token: QuestionToken) -> Bool {
    switch token.kind {
    case .text, .quoted: true
    default: false
    }
  }

  private func uses() -> [WordUse] {
    tokens.enumerated().compactMap { i, token in
      let range = text.folded.sourceRange(token.range)
      let source = text.source(token.range)
      switch token.kind {
      case .separator: return nil
      case .text where !used.contains(i) && isVerb(i):
        return WordUse(range: range, text: source, use: .verb)
      case .text, .quoted, .number, .code, .target, .year, .label, .place, .period, .month, .entity:
        return WordUse(range: range, text: source, use: used.contains(i) ? .concept : .keyword)
      case .concept(let concepts):
        let isDropped = concepts.contains {
          [.dropped, .asking, .and, .than, .from, .to, .among, .present].contains($0)
        }
        let isText = isKeyword(i)
        if isText { return WordUse(range: range, text: source, use: .keyword) }
        return WordUse(range: range, text: source, use: isDropped ? .dropped : .concept)
      }
    }
  }
}

extension Frame.Mention {
  /// Fields that hold a figure to compare, sort by or add up.
  var isNumeric: Bool {
    switch self {
    case .field(let field): field.isNumeric
    case .role, .roleYear, .difference, .ratio, .share: true
    case .unit: false
    }
  }

  var isText: Bool {
    switch self {
    case .field(let field): !field.isNumeric
    case .unit: true
    case .role, .roleYear, .share, .difference, .ratio: false
    }
  }

  /// 目標, 実績, 現状: what it is depends on the kind of thing.
  var isRole: Bool { if case .role = self { true } else { false } }

  /// Fields whose value is a year.
  var isYear: Bool {
    switch self {
    case .field(.foundedYear), .field(.adoptedYear), .roleYear: true
    case .field, .role, .unit, .share, .difference, .ratio: false
    }
  }
}

extension FieldName {
  package var isNumeric: Bool {
    switch self {
    case .number, .budget, .settlement, .level, .originalLevel, .page, .actual, .target, .count, .share,
      .depth,
      .childCount, .foundedYear, .adoptedYear, .adoptedMonth:
      true
    default: false
    }
  }
}

extension Entity {
  /// Both are names of one kind: no thing has two.
  func isOther(than other: Entity) -> Bool {
    meanings.contains { if case .name = $0 { other.meanings.contains($0) } else { false } }
  }

  /// Both are documents, or values of one field: a thing can't have both, so either will do.
  func isAlternative(to other: Entity) -> Bool {
    for case .document in meanings {
      return other.meanings.contains { if case .document = $0 { true } else { false } }
    }
    for case .value(let field, _) in meanings {
      return other.meanings.contains { if case .value(let own, _) = $0 { own == field } else { false } }
    }
    return false
  }

  func isValue(of mention: Frame.Mention) -> Bool {
    guard case .field(let field) = mention else { return false }
    return meanings.contains { if case .value(let own, _) = $0 { own == field } else { false } }
  }
}
