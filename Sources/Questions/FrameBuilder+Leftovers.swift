import JapaneseText
import PlanFacts

/// What no concept claims, once everything else is read.
extension FrameBuilder {
  mutating func settle() {
    settleNegation()
    denyMissingPeriod()
    askForYear()
    askForMembers()
    tellRevisions()
    putMonthsBehindYears()
    if frame.aggregate != nil, frame.aggregated == nil,
      let index = mentions.lastIndex(where: { $0.mention.isNumeric })
    {
      frame.aggregated = mentions.remove(at: index).mention
    }
    // 評価の低い事業, 評価が一番悪い事業: a project's evaluation is its level
    if frame.kinds == [.evaluations, .projects], frame.sortKey == nil || frame.sortKey?.mention == nil,
      mentions.isEmpty, let direction = frame.sortKey?.direction ?? frame.openOrder
    {
      frame.kinds = [.projects]
      frame.sortKey = SortWish(mention: .field(.level), direction: direction)
      frame.openOrder = nil
    }
    // 一番お金がかかった: of money, the most without a word that says so
    if isSuperlative, frame.sortKey == nil, frame.aggregate == nil, mentions.last?.mention.isMoney ?? false {
      frame.sortKey = SortWish(mention: mentions.removeLast().mention, direction: .descending)
      if frame.limit == nil { frame.limit = 1 }
    }
    if frame.sortKey != nil, frame.sortKey?.mention == nil,
      let index = mentions.lastIndex(where: { !$0.mention.isText })
    {
      frame.sortKey?.mention = mentions.remove(at: index).mention
    }
    // 星印のついた施策: those that have it
    if let revised = mentions.firstIndex(where: { $0.mention == .field(.levelRevised) }) {
      let token = mentions.remove(at: revised).token
      let isSaid = frame.tests.contains { $0.mentions.contains(.field(.levelRevised)) }
      if !isSaid { addRevised(token) }
    }
    frame.shown = mentions.map(\.mention).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    for (mention, token) in mentions { note(.shown(mention), token) }
    // "what is listed under": not what it means, but what it holds
    if frame.asksBelow { frame.defines = false }
    turnLevels()
    readGenerics()
    dropGlosses()
    collectTexts()
    refuseBareDenials()
    settleAccounts()
    frame.uses = uses()
  }

  /// 第1期の目標がない: no target of that period, though there may be others.
  mutating func denyMissingPeriod() {
    guard
      let missing = frame.tests.firstIndex(where: {
        if case .missing(.role(.target)) = $0 { true } else { false }
      }),
      let period = frame.tests.firstIndex(where: { if case .period = $0 { true } else { false } })
    else { return }
    frame.tests[period] = .not(frame.tests[period])
    frame.tests.remove(at: missing)
  }

  /// 目標はいつ, when is the target: the year of a figure, not the figure.
  private mutating func askForYear() {
    guard mentions.count == 1, case .role(let role) = mentions[0].mention,
      !frame.tests.contains(where: { if case .year = $0 { true } else { false } }),
      asks(["いつ", "いつですか", "いつまで", "何年", "何年度", "when"])
    else { return }
    mentions[0].mention = .roleYear(role)
  }

  /// 協議会には誰が入っている, who belongs to the council: an organization is asked for its members.
  private mutating func askForMembers() {
    let names = frame.tests.flatMap(\.entities)
    guard mentions.isEmpty, !names.isEmpty,
      names.allSatisfy({ $0.meanings.contains(.name(.organizations)) }), asks(["誰", "だれ", "who"])
    else { return }
    mentions.append((.field(.members), tokens.count))
  }

  /// 改定された計画 are revisions; 策定 is said of any plan that came to be.
  private mutating func tellRevisions() {
    let words = tokens.filter { isConcept($0, .field(.adoptedYear)) }.map { text.source($0.range) }
    // adopted or revised: either will do
    if !deniesRevision, !words.isEmpty, words.allSatisfy(\.saysRevision) {
      frame.tests.append(.comparison(.field(.kind), .equal, .text("改定")))
    }
  }

  private func asks(_ words: Set<String>) -> Bool {
    tokens.contains { isConcept($0, .asking) && words.contains(text.source($0.range).lowercased()) }
  }

  /// March 2018 is 2018年3月.
  private mutating func putMonthsBehindYears() {
    for i in frame.tests.indices.dropLast() {
      if case .month = frame.tests[i], case .year = frame.tests[i + 1] { frame.tests.swapAt(i, i + 1) }
    }
  }

  /// A level is better the lower it is: 達成度が高い順 begins with the best; 大きい順 goes by the number.
  mutating func turnLevels() {
    guard frame.sortKey?.mention == .field(.level), let direction = frame.sortKey?.direction else { return }
    let speaksOfHeight = tokens.contains { token in
      guard case .concept(let concepts) = token.kind else { return false }
      let isOrder = concepts.contains {
        switch $0 {
        case .order, .extreme, .adjective, .top, .bottom: true
        default: false
        }
      }
      let word = text.source(token.range).lowercased()
      return isOrder && ["高", "低", "high", "low", "ベスト", "ワースト"].contains { word.contains($0) }
    }
    if speaksOfHeight { frame.sortKey?.direction = direction == .ascending ? .descending : .ascending }
  }

  /// 2022年に策定された計画: the noun names the kind where a field of that kind alone is spoken of; else it is a keyword.
  mutating func readGenerics() {
    let kinds = (frame.shown + frame.tests.flatMap(\.mentions)).map(\.kinds)
    for (i, token) in tokens.enumerated() {
      guard case .concept(let concepts) = token.kind else { continue }
      for case .generic(let kind) in concepts where kinds.contains([kind]) {
        used.insert(i)
        frame.kinds.append(kind)
      }
    }
  }

  /// ヘクタール（ha）: a bracket right behind a value says it once more.
  private mutating func dropGlosses() {
    for (i, token) in tokens.enumerated()
    where i > 0 && text.source(token.range).first.map("(（".contains) ?? false {
      guard tokens[i - 1].isValue, used.contains(i - 1),
        let close = tokens[i...].firstIndex(where: { text.source($0.range).first.map(")）".contains) ?? false }
        )
      else { continue }
      for inside in (i + 1)..<close where isTextToken(tokens[inside]) { used.insert(inside) }
    }
  }

  /// Keywords: neighbouring texts with nothing but の and ・ between them are one; so is an unused number in a text (100周年).
  mutating func collectTexts() {
    var phrase: Range<Int>?
    var texts: [String] = []
    // between the last keyword and this one: と, words for the kind, and nothing that says more
    var (joins, says, isListed) = (false, false, true)
    func flush() {
      guard let range = phrase else { return }
      isListed = isListed && (joins && !says || texts.isEmpty)
      texts.append(text.source(range))
      (phrase, joins, says) = (nil, false, false)
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
        joins = joins || FrameBuilder.joints.contains(text.source(token.range).lowercased())
        says = says || !isNoise(i) && !isConcept(token, .dropped) && !isKind(token)
      }
    }
    flush()
    frame.texts = texts
    frame.listsTexts = isListed && texts.count > 1 || texts.count == 1 && standsBesideName()
  }

  /// 登録者数と利用件数: one word is a name that the library knows, the other only the start or end of one.
  private func standsBesideName() -> Bool {
    tokens.indices.contains { i in
      guard let before = previous(i), isListed(i) else { return false }
      switch (tokens[before].kind, tokens[i].kind) {
      case (.text, .entity): return isKeyword(before)
      case (.entity, .text): return isKeyword(i)
      default: return false
      }
    }
  }

  func isKind(_ token: QuestionToken) -> Bool {
    if case .concept(let concepts) = token.kind { concepts.contains(where: \.isKind) } else { false }
  }

  private static let joints: Set<String> = ["と", "や", "、", "，", "and", "及び", "および"]

  func isKeyword(_ i: Int) -> Bool {
    guard !used.contains(i) else { return false }
    switch tokens[i].kind {
    case .text:
      // a dot between two words that are no keywords joins nothing
      return !isVerb(i) && tokens[i].range.contains { text.scripts[$0] != .other }
    case .quoted, .number, .range, .unreadable, .code, .target: return true
    case .concept(let concepts):
      return concepts.contains { concept in
        if case .generic = concept {
          !isPurpose(i)
        } else {
          (concept == .share || concept == .field(.count)) && isEndOfPhrase(i)
        }
      }
    case .year, .label, .place, .period, .month, .entity, .separator: return false
    }
  }

  /// 何％にする計画ですか, どんな施策を計画していた: at the end of the sentence, behind a verb or as one, the word means to do it
  /// and names nothing.
  private func isPurpose(_ i: Int) -> Bool {
    if i + 1 < tokens.count, isConcept(tokens[i + 1], .dropped),
      ["し", "す", "さ"].contains(where: text.source(tokens[i + 1].range).hasPrefix)
    {
      return true
    }
    guard i > 0, isConcept(tokens[i - 1], .dropped) else { return false }
    let verb = text.source(tokens[i - 1].range)
    guard ["する", "した", "いる", "いく", "なる"].contains(where: verb.hasSuffix) else { return false }
    return tokens[(i + 1)...].allSatisfy {
      $0.kind == .separator || isConcept($0, .dropped) || isConcept($0, .asking)
    }
  }

  /// 引|いた, 連携|している: what is left of a verb says nothing about which thing is meant, where anything else does.
  func isVerb(_ i: Int) -> Bool {
    guard
      !frame.tests.isEmpty || !frame.shown.isEmpty || frame.rank != nil || frame.sortKey != nil
        || tokens[..<i].contains(where: isTextToken),
      i + 1 < tokens.count, case .concept(let concepts) = tokens[i + 1].kind, concepts.contains(.dropped),
      tokens[i].range.allSatisfy({ text.scripts[$0] == .han })
    else { return false }
    let ending = text.source(tokens[i + 1].range)
    if FrameBuilder.particles.contains(ending) { return false }
    if tokens[i].range.count == 1 {
      return ending.unicodeScalars.first.map { ScriptClass($0) == .hiragana } ?? false
    }
    return tokens[i].range.count == 2 && ["し", "さ", "す"].contains { ending.hasPrefix($0) }
  }

  /// 緑|の is a noun, 引|いた a verb.
  private static let particles: Set<String> = ["の", "は", "が", "を", "に", "で", "と", "も", "や", "へ", "か"]

  func isTextToken(_ token: QuestionToken) -> Bool {
    switch token.kind {
    case .text, .quoted: true
    default: false
    }
  }
}

extension QuestionToken {
  /// Where it was taken for something, it is the value of a test.
  fileprivate var isValue: Bool {
    switch kind {
    case .number, .range, .target, .label, .text, .quoted: true
    default: false
    }
  }
}

extension String {
  /// 改定, 改定された, revised.
  var saysRevision: Bool { hasPrefix("改") || Folder().fold(string: self, depth: .width) == "revised" }
}
