import JapaneseText
import PlanFacts

/// Reads tokens into a frame, left to right.
///
/// Japanese puts the field before its value and the comparison after it (予算が10万以上), English the comparison in
/// between (budget over 300,000): both meet at the comparison.
struct FrameBuilder {
  let text: QuestionText
  let tokens: [QuestionToken]
  let vocabulary: Vocabulary
  var frame = Frame()
  var used: Set<Int> = []
  /// Mentions of fields not yet taken up, by token.
  var mentions: [(mention: Frame.Mention, token: Int)] = []
  /// A word of exclusion that denies the next test (`not 3`), as a token.
  var negation: Int?
  /// `not 3 or 4`: the last test was denied by a word before it, and what is joined to it is denied too.
  var deniesList = false
  /// 改定されていない: no revisions are asked for.
  var deniesRevision = false
  /// Tokens that were read and changed nothing, so far.
  var idle: [Int: IdleUse] = [:]
  /// Keywords that an exclusion took up.
  var denied: Set<Int> = []
  /// Numbers that say how many of an order are wanted.
  var limits: Set<Int> = []
  var joinNext = false
  /// 最も, 一番 stood before: the next 大きい or 少ない is the largest or least.
  var isSuperlative = false
  /// `sorted by budget` has said by what, and not yet which way.
  var isArranged = false
  /// Plans are spoken of, and no organizations.
  private let speaksOfPlans: Bool
  /// The field of the last comparison, for the next number of a set or a range.
  var lastMention: Frame.Mention?

  init(_ text: QuestionText, tokens: [QuestionToken], vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    self.text = text
    self.tokens = tokens
    let concepts = tokens.flatMap { token -> [Concept] in
      if case .concept(let concepts) = token.kind { concepts } else { [] }
    }
    speaksOfPlans =
      (concepts.contains(.generic(.plans)) || concepts.contains(.kind(.plans)))
      && !concepts.contains(.kind(.organizations))
      && !tokens.contains { token in
        if case .entity(let entity) = token.kind {
          entity.meanings.contains(.name(.organizations))
        } else {
          false
        }
      }
  }

  mutating func build() -> Frame {
    for i in tokens.indices where !used.contains(i) { read(i) }
    settle()
    return frame
  }

  // MARK: tokens

  mutating func read(_ i: Int) {
    switch tokens[i].kind {
    case .separator: break
    case .text: read(text: i)
    case .concept(let concepts): read(concepts, i)
    case .number(let value, let unit): read(value, unit, i)
    case .range(let first, let second, let unit): read(first, second, unit, i)
    case .unreadable: leave(i, .unreadableNumber)
    case .year(let mention): read(mention, i)
    case .code(let code): read(code: code, i)
    case .target(let target):
      if let last = mentions.last, last.mention == .field(.sdgTargets), previous(i) == last.token {
        mentions.removeLast()
      }
      add(.target(target), i)
    case .label(let label, let kind):
      // 政策1から政策7まで
      if let number = Int(label.drop { !$0.isNumber }), readLabels(to: ExactNumber(number), nil, i) { return }
      // 基本目標1と基本目標2: a thing is one of them
      if let before = previous(i), case .label = tokens[before].kind, isListed(i) { joinNext = true }
      add(.place(label), i)
      if let kind { frame.labelKinds.append(kind) }
    case .place(let place):
      // 三番目と四番目: one place is asked for at a time
      if let other = frame.position, other != place { leave(i, .reckoning) }
      frame.position = place
      used.insert(i)
    case .period(let number): add(.period(number), i)
    case .month(let number): add(.month(number), i)
    case .quoted(let quoted): read(quoted: quoted, i)
    case .entity(let entity): read(entity, i)
    }
  }

  mutating func read(_ concepts: [Concept], _ i: Int) {
    guard let concept = choose(concepts, i) else { return }
    used.insert(i)
    let before = effects
    carryOut(concept, i)
    if effects == before { idle[i] = concept.useWhenIdle ?? idle[i] }
  }

  /// Was the share of … reached: the answer is yes or no, and no share of things.
  private var opensWithVerb: Bool {
    let verbs = ["was", "were", "is", "are", "did", "does", "has", "have"]
    return tokens.first.map { verbs.contains(text.source($0.range).lowercased()) } ?? false
  }

  private mutating func carryOut(_ concept: Concept, _ i: Int) {
    switch concept {
    case .kind(let kind):
      frame.kinds.append(kind)
      noteListed(kind, i)
    // a word of many names: settled by the fields
    case .generic: used.remove(i)
    case .initiatives: frame.asksForInitiatives = true
    case .chapters:
      frame.kinds.append(.headings)
      noteListed(.headings, i)
      if tokens.nameDocumentsAlone {
        add(.comparison(.field(.depth), .equal, .number(ExactNumber(1), unit: nil)), i)
      }
    case .label(let kind):
      frame.kinds.append(kind)
      noteListed(kind, i)
      if kind == .headings { setRank(text.source(tokens[i].range), i) }
    case .field(.count) where isEndOfPhrase(i): used.remove(i)
    case .field(let field): mention(.field(meant(field)), i)
    case .role(let role): mention(.role(role), i)
    case .year(let role): mention(.roleYear(role), i)
    case .unit: mention(.unit, i)
    // measured in percent, 単位がパーセント, the largest in percent: the unit, not a share of things
    case .share where isUnit(i): add(.comparison(.unit, .equal, .text("%")), i)
    case .share:
      // 事業所の割合 is the name of an indicator, not a question for one
      if isEndOfPhrase(i) || opensWithVerb {
        used.remove(i)
      } else if mentions.suffix(2).filter({ $0.mention.isMoney }).count == 2 {
        // 予算に対する決算の割合
        combine(Frame.Mention.ratio, i)
      } else {
        frame.shares = true
      }
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
    case .course:
      frame.course = true
      note(.course, i)
    case .comparePlans:
      frame.course = true
      note(.course, i)
    case .difference where takesAwayName(i): negate(i)
    case .difference: combine(takesAway(i) ? Frame.Mention.difference : Frame.Mention.gap, i)
    case .ratio: combine(Frame.Mention.ratio, i)
    case .define: frame.defines = true
    case .previous where isAmongFew(i): frame.testsBeforeLimit = frame.tests.count
    case .previous: if !pointsInside(i) { frame.refersBack = true }
    case .continue: frame.continues = true
    case .all: frame.wantsAll = true
    case .more: frame.wantsMore = true
    case .rest:
      frame.refersBack = true
      frame.excludesLast = true
      note(.ordinal, i)
    case .ordinal(let ordinal):
      frame.ordinal = ordinal
      note(.ordinal, i)
    case .or, .nor: joinNext = true
    case .not: negate(i)
    case .negated: denyVerb(i)
    case .lacks: lacks(i)
    case .goal: goal(i)
    case .relativeYear(let offset):
      frame.yearOffset = offset
      note(.ordinal, i)
    case .asking: frame.asksInWords = true
    case .reason: frame.asksForReason = true
    // 上位5事業のうち: what follows is asked of those alone
    case .under where frame.isLimited, .among where frame.isLimited:
      frame.testsBeforeLimit = frame.tests.count
    case .under: frame.asksBelow = true
    case .and, .than, .from, .to, .among, .between, .related, .tail, .names, .dropped: break
    // words of the lemmas, which the grammar alone reads
    case .change, .rate, .remainder, .overrun, .times, .operation, .period, .either, .relative, .joins,
      .revised, .bound, .begins, .delayed, .clauseEnd, .when, .both, .near,
      .kept:
      break
    }
  }

  /// A word with several meanings: the first that its neighbours allow.
  func choose(_ concepts: [Concept], _ i: Int) -> Concept? {
    guard concepts.count > 1 else { return concepts.first }
    // "and in 2010?" goes on from the question before; inside a question it joins
    // all projects but level 3; over 100,000 but not in その他
    if concepts.contains(.not), concepts.contains(.and) { return leavesOut(i) ? .not : .and }
    // without a target, 予算なし; without 「…」, 達成度3なしで
    if concepts.contains(.not), concepts.contains(.missing) { return lacksField(i) ? .missing : .not }
    if concepts.contains(.continue), concepts.contains(.and) { return isOpening(i) ? .continue : .and }
    // 「うち」 points back only where nothing stands before it; "what does … mean" asks for no average
    if concepts.contains(.previous), concepts.contains(.among) { return isOpening(i) ? .previous : .among }
    if concepts.contains(.define), frame.defines {
      // "what's the mean budget?"
      return mention(at: next(i))?.isNumeric ?? false ? concepts.first { $0 != .define } : .define
    }
    // 一番いい; してもいい
    if concepts.contains(.dropped), let other = concepts.first(where: { $0 != .dropped }) {
      return isSuperlative || tokens[..<i].contains { isConcept($0, .than) } ? other : .dropped
    }
    // 上位3件, 上位の施策
    if concepts.contains(.top), let other = concepts.first(where: { $0 != .top }) {
      return number(next(i)) != nil || number(previous(i)) != nil ? .top : other
    }
    if concepts.contains(.extreme(.descending)), concepts.contains(.aggregate(.maximum)) {
      return .extreme(.descending)
    }
    return concepts.first
  }

  /// `among the top 3 …, those …`; `the top 3 …, among them …`
  private func isAmongFew(_ i: Int) -> Bool {
    guard frame.isLimited else { return false }
    let word = text.source(tokens[i].range).lowercased()
    return word.hasPrefix("among") || word.hasPrefix("of ") || tokens[..<i].contains { isConcept($0, .among) }
  }

  // MARK: neighbours

  func isOpening(_ i: Int) -> Bool { tokens[..<i].allSatisfy { $0.kind == .separator } }

  /// "projects whose settlement is higher than their budget": the word points into its own sentence.
  func pointsInside(_ i: Int) -> Bool {
    guard let first = tokens[i].range.first, text.scripts[first] == .latin else { return false }
    return !frame.kinds.isEmpty || frame.asksForInitiatives
      || tokens[..<i].contains { if case .entity = $0.kind { true } else { false } }
  }

  func isNoise(_ i: Int) -> Bool {
    switch tokens[i].kind {
    // the field of 2018年3月に策定 belongs to the year
    case .separator, .month: true
    case .concept(let concepts):
      concepts.contains {
        [.dropped, .tail, .and, .than, .from, .to, .among, .between, .asking, .present].contains($0)
          || $0.isRelativeYear || $0 == .previous && pointsInside(i)
      }
    default: false
    }
  }

  func next(_ i: Int) -> Int? { tokens.indices.dropFirst(i + 1).first { !isNoise($0) } }
  func previous(_ i: Int) -> Int? { tokens.indices.prefix(i).last { !isNoise($0) } }

  func number(_ i: Int?) -> (ExactNumber, String?)? {
    guard let i, !used.contains(i) else { return nil }
    switch tokens[i].kind {
    case .number(let value, let unit): return (value, unit)
    case .year(let mention) where mention.form == .bare && !mention.isRange:
      return (ExactNumber(mention.first), nil)
    default: return nil
    }
  }

  func mention(at i: Int?) -> Frame.Mention? {
    guard let i, case .concept(let concepts) = tokens[i].kind else { return nil }
    for concept in concepts {
      switch concept {
      case .field(let field): return .field(meant(field))
      case .role(let role): return .role(role)
      case .year(let role): return .roleYear(role)
      case .unit: return .unit
      default: continue
      }
    }
    return nil
  }

  func hasConcept(_ wanted: Concept, between a: Int, and b: Int) -> Bool {
    tokens.indices.contains(a) && a < b
      && tokens[(a + 1)..<b].contains {
        if case .concept(let concepts) = $0.kind { concepts.contains(wanted) } else { false }
      }
  }

  /// Right behind a text and の: the last word of a name that no concept claims.
  func isEndOfPhrase(_ i: Int) -> Bool {
    guard i >= 2, case .text = tokens[i - 2].kind, text.source(tokens[i - 1].range) == "の" else {
      return false
    }
    return true
  }

  /// Takes up a mention; the field said twice in a row is said once (rated level 4).
  mutating func mention(_ mention: Frame.Mention, _ i: Int) {
    if let last = mentions.last, last.mention == mention, previous(i) == last.token { mentions.removeLast() }
    mentions.append((mention, i))
  }

  /// 2022年にできた計画: a plan that came to be was adopted, organizations are founded.
  func meant(_ field: FieldName) -> FieldName {
    field == .foundedYear && speaksOfPlans ? .adoptedYear : field
  }

  /// The last field not yet taken up, else the one that comes next.
  mutating func takeMention(near i: Int, where fits: (Frame.Mention) -> Bool = { _ in true }) -> Frame
    .Mention?
  {
    if let last = mentions.lastIndex(where: { fits($0.mention) }) { return mentions.remove(at: last).mention }
    if let next = next(i), let ahead = mention(at: next), fits(ahead), !used.contains(next) {
      used.insert(next)
      return ahead
    }
    return nil
  }

  mutating func add(_ test: Frame.Test, _ i: Int) {
    used.insert(i)
    if negation == nil, joinNext, deniesList, extendDenial(by: test) { return }
    deniesList = negation != nil
    let test = negation != nil ? Frame.Test.not(test) : test
    negation = nil
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
}
