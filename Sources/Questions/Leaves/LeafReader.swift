import JapaneseText
import PlanFacts

/// Reads the leaves of a question: everything that any span of it can be. Overlaps are kept; the chart chooses.
struct LeafReader {
  let text: QuestionText
  let vocabulary: Vocabulary
  let lemmas: LemmaTable
  let entities: [Entity]
  /// What the question before was about: what それ and "them" mean.
  let previous: Selection?
  /// The question may be half a one, which goes on from the one before: では, 次, 残り say how.
  let goesOn: Bool

  private var scalars: [Unicode.Scalar] { text.folded.scalars }

  /// What a question is made of.
  struct Leaves {
    /// Words, figures, years, labels and names.
    var edges: [Edge] = []
    /// Words that nothing knows, which may be what a text speaks of.
    var topics: [Edge] = []
    var skips: [Skip] = []
    /// 何％, how many people: asks for a figure in this unit, where no leaf stands for it.
    var units: [(range: Range<Int>, unit: String)] = []
    var particles: [Int: Unicode.Scalar] = [:]
  }

  func leaves() -> Leaves {
    var leaves = Leaves()
    var kept: Set<Range<Int>> = []
    for start in scalars.indices {
      if text.isMark(start) {
        // an A is no article where it can be a level
        leaves.edges.append(Edge(start..<start + 1, .mark, .text(text.mark(start))))
        continue
      }
      for word in lemmas.words(in: scalars, at: start) where isWord(start..<(start + word.length)) {
        let range = start..<(start + word.length)
        if word.concept == .kept || word.concept == .group
          || word.concept == .among && !scalars[start].isASCII
        {
          kept.insert(range)
        }
        add(word.concept, isAffirmed: word.isAffirmed, at: range, to: &leaves)
      }
      for word in vocabulary.words(in: text, at: start) where isWord(start..<(start + word.length)) {
        // ごとに, piece by piece no more than as a whole
        if word.length > 2, word.concepts.contains(.group) { kept.insert(start..<(start + word.length)) }
        for concept in word.concepts {
          add(concept, isAffirmed: true, at: start..<(start + word.length), to: &leaves)
        }
      }
      addUnit(at: start, to: &leaves)
      addPlace(at: start, to: &leaves)
      addMark(at: start, to: &leaves)
      if isSpace(start) { leaves.skips.append(Skip(range: start..<(start + 1), price: 0)) }
      if LeafReader.particles.contains(scalars[start]) { leaves.particles[start] = scalars[start] }
    }
    // 分の of 2分の1, and not of 区分の: a word ends inside it
    kept = kept.filter { one in
      !leaves.edges.contains {
        $0.range.lowerBound < one.lowerBound && one.contains($0.range.upperBound)
          && one.lowerBound < $0.range.upperBound
      }
    }
    // neither whole nor piece by piece: で and も of でも
    leaves.skips.removeAll { skip in
      kept.contains {
        $0.lowerBound <= skip.range.lowerBound && skip.range.upperBound <= $0.upperBound
      }
    }
    leaves.edges = wholes(of: leaves.edges, fillers: leaves.skips.map(\.range))
    addSides(to: &leaves)
    addTokens(to: &leaves)
    if let previous {
      let things = Things([previous.kind], hasKind: true, [.given(previous)])
      // that opens a clause more often than it points back
      let clauses = leaves.edges.filter { $0.category == .relative }.map(\.range)
      leaves.edges += leaves.edges.filter { $0.category == .pronoun && !clauses.contains($0.range) }
        .map { Edge($0.range, .things, .things(things)) }
    }
    for entity in entities { add(entity, to: &leaves) }
    leaves.skips += (asides + claims).map { Skip(range: $0, price: 4) } + opening
    leaves.skips = leaves.skips.map { dearer($0, in: leaves.edges) }
    return leaves
  }

  /// 昼までに資料がいるので、 市民委員として気になります。: clauses beside the question, with no word in them that says what is asked for.
  private var asides: [Range<Int>] {
    var starts = [0]
    for i in scalars.indices {
      if let end = lemmas.end(of: .clauseEnd, in: scalars, at: i), end < scalars.count { starts.append(end) }
    }
    let clauses = zip(starts, starts.dropFirst() + [scalars.count]).map { $0..<$1 }
    guard clauses.count > 1 else { return [] }
    return clauses.filter { clause in
      tokens.filter { clause.contains($0.range.lowerBound) }.allSatisfy { token in
        switch token.kind {
        case .text, .separator: true
        case .concept(let concepts):
          text.source(token.range) == "までに"
            || concepts.allSatisfy { $0.isSkipped || $0 == .asking || $0 == .and || $0.isKind || $0 == .to }
        default: false
        }
      }
    }
  }

  /// 政策は7つありますが、: what there is of a kind is said, and something else asked; a place before it holds for both.
  private var claims: [Range<Int>] {
    tokens.indices.compactMap { i in
      guard case .number(_, let unit?) = tokens[i].kind, FrameBuilder.counters.contains(unit),
        tokens.indices.contains(i - 2), let kind = tokens[..<i].last(where: { namesKind($0) }),
        LeafReader.claimStarts.contains(
          where: scalars[kind.range.upperBound..<tokens[i].range.lowerBound].elementsEqual)
      else { return nil }
      let behind = scalars[tokens[i].range.upperBound...]
      let end = LeafReader.claimEnds.first { behind.starts(with: $0) }
      return end.map { kind.range.lowerBound..<tokens[i].range.upperBound + $0.count }
    }
  }

  private static let claimStarts = ["", "全部で", "合わせて", "全部", "計"].flatMap { words in
    ["は", "が"].map { Array(($0 + words).unicodeScalars) }
  }
  static let claimEnds = ["ある", "あり", "あります"].flatMap { verb in
    [
      "けど、", "けれど、", "けれども、", "が、", "ますが、", "ますけど、", "ますけれど、", "んだけど、", "のですが、", "んですが、", "そうですが、", "ようですが、",
      "、", "。",
    ].map {
      Array((verb + $0).unicodeScalars)
    }
  }

  /// 事業, 取組項目: a word for things of a kind.
  private func namesKind(_ token: QuestionToken) -> Bool {
    switch token.kind {
    case .concept(let concepts): concepts.contains(where: \.namesThings)
    case .entity(let entity): entity.meanings.contains(.rank)
    default: false
    }
  }

  /// And which of those, では総務局は: what joins a question to the talk before it, at its start.
  private var opening: [Skip] {
    guard let start = scalars.indices.first(where: { !isSpace($0) }) else { return [] }
    let words = vocabulary.words(in: text, at: start).filter { word in
      word.concepts.contains(.and) || word.concepts.contains(.continue)
    }
    return words.map { start..<(start + $0.length) }.filter(isWord).map { Skip(range: $0, price: 1) }
  }

  /// Those of them that speak of something, as they were asked, where none of these leaves is read from them.
  func asidesSaying(besides leaves: [Edge]) -> [String] {
    let claims = claims
    return (asides + claims).filter { aside in
      !leaves.contains { aside.overlaps($0.range) }
        && (claims.contains(aside)
          || tokens.contains { token in
            token.kind == .text && aside.contains(token.range.lowerBound)
              && token.range.contains { ScriptClass(scalars[$0]) != .hiragana }
          })
    }.map { aside in
      let end = aside.last { !isSpace($0) } ?? aside.lowerBound
      return text.source(aside.lowerBound..<end + 1)
    }
  }

  /// 大きい方, 少ないほう: of two, the one that is so; 多い方から is an order, and no side.
  private func addSides(to leaves: inout Leaves) {
    for edge in leaves.edges where edge.category == .adjective {
      let place = edge.range.upperBound
      for side in ["方", "ほう"] where scalars[place...].starts(with: side.unicodeScalars) {
        let end = place + side.unicodeScalars.count
        guard !scalars[end...].starts(with: "から".unicodeScalars),
          end == scalars.count || ScriptClass(scalars[end]) != .han
        else { continue }
        leaves.edges.append(Edge(place..<end, .either, .word))
        leaves.skips = leaves.skips.map { skip in
          skip.range.lowerBound == place ? Skip(range: skip.range, price: skip.price + 2) : skip
        }
      }
    }
  }

  /// Brackets, and what ends a question before the next: passed over where no rule wants them.
  private func addMark(at place: Int, to leaves: inout Leaves) {
    let mark: Category
    switch scalars[place] {
    case "(", "（": mark = .open
    case ")", "）": mark = .close
    case "。", "?", "？", ";", "；": mark = .stop
    case _ where text.dashed[place].isDash && standsBetweenWords(place):
      leaves.edges.append(Edge(place..<place + 1, .operation, .operation(.minus)))
      return
    default: return
    }
    // what ends the last question stands between none
    if mark == .stop, scalars[place...].allSatisfy({ !QuestionText.isLetter($0) }) { return }
    leaves.edges.append(Edge(place..<place + 1, mark, .word))
  }

  /// 予算−決算: Japanese on both sides; a hyphen joins Latin words and figures.
  private func standsBetweenWords(_ place: Int) -> Bool {
    func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ScriptClass($0).isJapanese } ?? false }
    return isWord(scalars[..<place].last { !$0.properties.isWhitespace })
      && isWord(scalars[(place + 1)...].first { !$0.properties.isWhitespace })
  }

  /// Without the pieces of longer words, fillers among them: ない of でない, 取組 of 取組項目.
  private func wholes(of edges: [Edge], fillers: [Range<Int>]) -> [Edge] {
    func isPiece(_ edge: Edge, of other: Edge) -> Bool {
      edge.range.count < other.range.count && other.range.contains(edge.range.lowerBound)
        && other.range.upperBound >= edge.range.upperBound
    }
    let names = entities.filter { $0.meanings.contains(.rank) }.map(\.range)
    return edges.filter { edge in
      switch edge.category {
      // 区分 of 達成状況区分, 達成 of 達成状況
      case .field, .met: !edges.contains { $0.category == .field && isPiece(edge, of: $0) }
      // また of または
      case .and: !edges.contains { $0.category == .or && isPiece(edge, of: $0) }
      case .missing: !edges.contains { $0.category == .without && isPiece(edge, of: $0) }
      // 抜き of 抜き出せる, which leaves nothing out
      case .without:
        !fillers.contains { $0.lowerBound == edge.range.lowerBound && $0.count > edge.range.count }
      case .kind:
        !edges.contains { $0.category == .kind && isPiece(edge, of: $0) }
          && !names.contains { edge.range.count < $0.count && $0.contains(edge.range.lowerBound) }
      default: true
      }
    }
  }

  /// Use before skip: a filler that stands inside a word with a meaning (全部 in 全部で) costs.
  private func dearer(_ skip: Skip, in edges: [Edge]) -> Skip {
    guard skip.range.count > 1 || !LeafReader.free.contains(scalars[skip.range.lowerBound]),
      !isSpace(skip.range.lowerBound),
      let edge = edges.first(where: {
        $0.range.lowerBound <= skip.range.lowerBound && skip.range.upperBound <= $0.range.upperBound
      })
    else { return skip }
    return Skip(range: skip.range, price: skip.price + (edge.range == skip.range ? 1 : 2))
  }

  /// 何ヘクタール: passed over where the reading gives a figure that may have the unit.
  private func addUnit(at start: Int, to leaves: inout Leaves) {
    guard let words = ["何", "how many "].first(where: { scalars[start...].starts(with: $0.unicodeScalars) }),
      let unit = lexer.unit(at: start + words.unicodeScalars.count)
    else { return }
    let range = start..<unit.end
    let name = text.source(unit.start..<unit.end)
    guard isWord(range), !LeafReader.times.contains(name) else { return }
    leaves.units.append((range, name))
    leaves.skips.append(Skip(range: range, price: 1))
  }

  /// 第3の, 第3位: the third of its rank, of an order.
  private func addPlace(at start: Int, to leaves: inout Leaves) {
    guard scalars[start] == "第" else { return }
    let digits = scalars[(start + 1)...].prefix { $0.decimalDigit != nil }
    guard let place = Int(String(String.UnicodeScalarView(digits))), digits.endIndex < scalars.count,
      ["の", "位"].contains(scalars[digits.endIndex])
    else { return }
    let end = scalars[digits.endIndex] == "位" ? digits.endIndex + 1 : digits.endIndex
    leaves.edges.append(Edge(start..<end, .nth, .place(place)))
  }

  /// 何年度: asks when.
  private static let times: Set<String> = ["年", "年度", "年間", "か月", "ヶ月", "カ月", "歳"]

  let lexer: QuestionLexer
  let tokens: [QuestionToken]

  init(
    text: QuestionText, vocabulary: Vocabulary, lemmas: LemmaTable, entities: [Entity], previous: Selection?,
    goesOn: Bool
  ) {
    self.text = text
    self.vocabulary = vocabulary
    self.lemmas = lemmas
    self.entities = entities
    self.previous = previous
    self.goesOn = goesOn
    // a head of a column is a field and no thing: what it may be besides is for the words to say
    lexer = QuestionLexer(
      text: text, vocabulary: vocabulary, entities: entities.filter { !$0.isOnlyAttribute })
    tokens = lexer.tokens()
  }

  private static let particles: Set<Unicode.Scalar> = ["の", "は", "が", "を", "に", "で", "も", "と", "へ", "や"]

  /// Particles that join nothing.
  private static let free = particles.subtracting(["と", "や"])

  /// A word in Latin letters is a whole one.
  private func isWord(_ range: Range<Int>) -> Bool {
    func latin(_ i: Int) -> Bool { text.scripts.indices.contains(i) && text.scripts[i] == .latin }
    let joinsBefore =
      latin(range.lowerBound) && latin(range.lowerBound - 1) && !text.hasGap(before: range.lowerBound)
    let joinsBehind =
      latin(range.upperBound - 1) && latin(range.upperBound) && !text.hasGap(before: range.upperBound)
    return !joinsBefore && !joinsBehind
  }

  private static let punctuation: Set<Unicode.Scalar> = Set("、。,.?？!！:：;；「」『』\"'“”()（）…・~〜".unicodeScalars)

  private func isSpace(_ i: Int) -> Bool {
    scalars[i].properties.isWhitespace || LeafReader.punctuation.contains(scalars[i])
      || text.dashed[i].isDash && isApart(i)
  }

  /// A dash between words, and no sign of a figure; a hyphen of Latin words joins them no more than a space does.
  private func isApart(_ i: Int) -> Bool {
    if i > 0, i + 1 < scalars.count, text.scripts[i - 1] == .latin, text.scripts[i + 1] == .latin {
      return true
    }
    return i > 0 && i + 1 < scalars.count && scalars[i - 1].properties.isWhitespace
      && scalars[i + 1].properties.isWhitespace
  }

  // MARK: figures, years, labels, unknown words

  private func addTokens(to leaves: inout Leaves) {
    addPhrases(of: tokens, to: &leaves)
    for token in tokens {
      func add(_ category: Category, _ meaning: Meaning) {
        leaves.edges.append(Edge(token.range, category, meaning))
      }
      switch token.kind {
      case .number(let value, nil) where isMarked(behind: token.range.upperBound):
        addMarked(value, token.range.lowerBound..<(token.range.upperBound + 1), to: &leaves)
      case .number(let value, let unit):
        let figure = Figure(value: value, unit: unit)
        add(.number, .figure(figure))
        if figure.count != nil { addClaim(figure, token.range, to: &leaves) }
      case .year(let year): add(.year, .year(year))
      case .period(let number): add(.period, .period("第\(number)期"))
      case .place(let place): add(.nth, .place(place))
      case .code(let code): add(.condition, .condition(.code(code)))
      case .target(let target): add(.condition, .condition(.goal(target)))
      case .label(let label, let kind):
        if kind != .evaluations { add(.condition, .condition(.label(label))) }
      case .text: addTopic(token.range, text.source(token.range), to: &leaves)
      // 「3*」
      case .quoted where token.range.count == 4 && isMarked(behind: token.range.lowerBound + 2):
        let digit = scalars[token.range.lowerBound + 1].decimalDigit
        if let digit { addMarked(ExactNumber(digit), token.range, to: &leaves) }
      case .quoted where bound(quoted: token.range) != nil:
        leaves.edges.removeAll { $0.category == .comparison && token.range.contains($0.range.lowerBound) }
        if let bound = bound(quoted: token.range) { add(.boundary, .boundary(bound)) }
      // 達成度「4」: the figure
      case .quoted(let quoted):
        if let figure = Numeral.read(scalars, at: token.range.lowerBound + 1),
          figure.range.upperBound == token.range.upperBound - 1
        {
          add(.number, .figure(Figure(value: figure.value, unit: nil)))
        } else if !isSpoken(quoted) {
          addTopic(token.range, quoted, to: &leaves)
        }
      case .entity(let entity):
        if entity.range != token.range { self.add(entity, at: token.range, to: &leaves) }
      // bounds and what is no number are the frames' to read or to refuse
      case .concept, .range, .unreadable, .month, .separator: break
      }
    }
  }

  /// The seven policies, 7つの政策, 3つとも, 15事業のうち: says how many there are. A unit that is a kind stays one.
  private func addClaim(_ figure: Figure, _ range: Range<Int>, to leaves: inout Leaves) {
    let digits = scalars[range].prefix { $0.properties.numericType != nil || ScriptClass($0) == .latin }
    let kinds = leaves.edges.filter { $0.category == .kind && $0.range == digits.endIndex..<range.upperBound }
    let behind = scalars[range.upperBound...]
    func follows(_ words: String) -> Bool { behind.starts(with: words.unicodeScalars) }
    let isClaim =
      ["the ", "all "].contains { scalars[..<range.lowerBound].suffix(4).elementsEqual($0.unicodeScalars) }
      || follows("とも")
      || figure.unit != nil && (follows("の") || follows("ある") || follows("全部"))
    // 上位3事業, 大きい順に3事業: how many are asked for
    let orders: Set<Category> = [.top, .ordering, .extreme, .adjective, .superlative, .arrange]
    let isOfOrder = leaves.edges.contains {
      orders.contains($0.category) && (range.lowerBound - 1...range.lowerBound).contains($0.range.upperBound)
    }
    // 事業15本: where nothing puts them in an order, that is how many there are
    let isBehind =
      figure.unit != nil
      && leaves.edges.contains {
        $0.category == .kind && $0.range.upperBound == range.lowerBound
      } && !leaves.edges.contains { orders.contains($0.category) }
    guard isClaim || isBehind, !isOfOrder else { return }
    // the 7 政策: the unit is what documents call their headings
    let ranks = entities.filter { entity in
      entity.meanings.contains(.rank) && entity.range.lowerBound >= digits.endIndex
        && entity.range.upperBound == range.upperBound
    }
    let word = kinds.isEmpty && ranks.isEmpty ? range : digits.startIndex..<digits.endIndex
    leaves.edges.append(
      Edge(word, .claim, .figure(Figure(value: figure.value, unit: nil)), price: 1))
    if follows("とも") {
      leaves.skips.append(Skip(range: range.upperBound..<(range.upperBound + 2), price: 0))
    }
  }

  private func isMarked(behind end: Int) -> Bool { end < scalars.count && scalars[end] == "*" }

  /// 3*: a level with the mark that it was revised.
  private func addMarked(_ level: ExactNumber, _ range: Range<Int>, to leaves: inout Leaves) {
    let level = Restriction.compared(.level, .equal, Figure(value: level, unit: nil))
    leaves.edges.append(Edge(range, .condition, .condition(.all([level, .marked(.levelRevised)]))))
  }

  /// Unknown words with nothing but の or ・ between them are one topic: 湖の透明度, カモメの件数.
  private func addPhrases(of tokens: [QuestionToken], to leaves: inout Leaves) {
    for (i, first) in tokens.enumerated() where first.kind == .text {
      var end = first.range.upperBound
      for next in tokens[(i + 1)...] {
        let words = String(String.UnicodeScalarView(scalars[next.range]))
        if next.kind == .text, next.range.lowerBound <= end + 1 {
          end = next.range.upperBound
          addTopic(first.range.lowerBound..<end, text.source(first.range.lowerBound..<end), to: &leaves)
        } else if words != "の", words != "・" {
          // many figures are called so: the word may be a part of the name
          if next.isFigureName, next.range.lowerBound == end + 1, scalars[end] == "の" {
            let whole = first.range.lowerBound..<next.range.upperBound
            addTopic(whole, text.source(whole), to: &leaves, price: 6)
          }
          break
        }
      }
    }
  }

  /// Words of the question language in quotes are spoken of, not looked for: 目標が「以下」の.
  private func isSpoken(_ quoted: String) -> Bool {
    vocabulary.covers(Folder().fold(quoted, depth: .characters).scalars)
  }

  /// Whether the question quotes words of the question language.
  var speaksOfWords: Bool {
    tokens.contains { token in
      if case .quoted(let quoted) = token.kind {
        isSpoken(quoted) && bound(quoted: token.range) == nil
      } else {
        false
      }
    }
  }

  /// 「以下」: which way a target binds, by the word that is printed behind it.
  private func bound(quoted range: Range<Int>) -> Point.Bound? {
    let concepts = vocabulary.words(in: text, at: range.lowerBound + 1)
      .filter { $0.length == range.count - 2 }.flatMap(\.concepts)
    if concepts.contains(.compare(.atLeast)) { return .atLeast }
    return concepts.contains(.compare(.atMost)) ? .atMost : nil
  }

  /// A run of words is a topic where it holds none that a derivation may not drop.
  private func addTopic(_ range: Range<Int>, _ words: String, to leaves: inout Leaves, price: Int = 4) {
    let says = words.unicodeScalars.contains { ScriptClass($0) != .hiragana }
    guard says || words.unicodeScalars.count >= 3 else { return }
    let holdsNever = range.contains { start in
      lemmas.words(in: scalars, at: start).contains { word in
        word.concept.isNeverDropped && word.length > 1 && start + word.length <= range.upperBound
          && isWord(start..<(start + word.length))
      }
    }
    if !holdsNever { leaves.topics.append(Edge(range, .topic, .text(words), price: price)) }
  }

  // MARK: names

  /// 事務事業, where it is one document's word for its things: they are meant, and not all of the kind.
  private func ofOwnKind(_ entity: Entity, _ range: Range<Int>, in leaves: inout Leaves) -> Bool {
    guard let i = leaves.edges.firstIndex(where: { $0.range == range && $0.category == .kind }),
      case .things(let things) = leaves.edges[i].meaning
    else { return false }
    var own = Things(things.kinds, hasKind: true, [.entity(entity)])
    own.areInitiatives = things.areInitiatives
    leaves.edges[i] = Edge(range, .kind, .things(own))
    return true
  }

  /// The head of a column as a field; one that the vocabulary knows comes first.
  private func addAttribute(_ entity: Entity, _ range: Range<Int>, to leaves: inout Leaves) {
    let columns = entity.meanings.compactMap {
      if case .attribute(let sort, let kind) = $0 { (sort: sort, kind: kind) } else { nil }
    }
    guard let sort = columns.first?.sort else { return }
    let kinds = columns.filter { $0.sort == sort }.map(\.kind)
    let isKnown = leaves.edges.contains { $0.range == range && $0.category == .field }
    leaves.edges.append(
      Edge(range, .field, .field(.attribute(entity.text, sort, kinds)), price: isKnown ? 1 : 0))
  }

  private func add(_ entity: Entity, at range: Range<Int>? = nil, to leaves: inout Leaves) {
    let range = range ?? entity.range
    var kinds: [SelectionKind] = []
    for meaning in entity.meanings {
      switch meaning {
      case .name(let kind): kinds.append(kind)
      case .document where ofOwnKind(entity, range, in: &leaves): break
      case .value, .document:
        leaves.edges.append(Edge(range, .condition, .condition(.entity(entity))))
      case .rank:
        let ranked = Things(
          [.headings, .evaluations], hasKind: true, [.text(.mention(.field(.rank)), entity.text)])
        leaves.edges.append(Edge(range, .things, .things(ranked), price: 1))
      case .label: leaves.edges.append(Edge(range, .condition, .condition(.label(entity.text))))
      case .term: leaves.topics.append(Edge(range, .topic, .text(entity.text), price: 4))
      case .attribute: break
      }
    }
    addAttribute(entity, range, to: &leaves)
    guard !kinds.isEmpty else { return }
    leaves.edges.append(Edge(range, .things, .things(Things(kinds, [.entity(entity)]))))
    if kinds.contains(.projects) {
      // デジタル化推進事業の成果指標: measures stand inside a project's text
      let inside = Restriction.text(.mention(.field(.project)), entity.text)
      leaves.edges.append(Edge(range, .condition, .condition(inside), price: 1))
    }
    if kinds.contains(.headings) {
      leaves.edges.append(Edge(range, .condition, .condition(.label(entity.text)), price: 1))
    }
  }
}

extension QuestionToken {
  /// 件数, 割合, 数: with what figures are called at the end.
  fileprivate var isFigureName: Bool {
    guard case .concept(let concepts) = kind else { return false }
    return concepts.contains { $0 == .count || $0 == .field(.count) || $0 == .share }
  }
}
