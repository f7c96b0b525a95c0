import Analysis
import JapaneseText
import PlanFacts
import Questions

/// What a question may be asking, from its frame: names and conditions first, then without words that may be mere
/// wording, then passages.
struct Candidates {
  let frame: Frame
  let text: QuestionText
  let evaluator: Evaluator
  let words: KnownWords
  let figures: FigureFinder
  let vocabulary: Vocabulary
  let lemmas: LemmaTable

  /// Questions to try together, best first.
  struct Round {
    private let make: () -> [Question]
    /// Words of the question that these questions leave out.
    var leftOut: [String] { left() }
    private let left: () -> [String]
    /// Whether all of them may be meant, also where rounds before found nothing.
    var isOpen = false
    /// Whether they are asked, too, where a thing was found that does not state what was asked for.
    var replacesUnstated = false
    /// What was asked for, where these questions are for something else in its place.
    var kindAsked: ReadingKind?

    /// Found where they are asked for: a round counts only where those before find nothing.
    init(
      _ make: @autoclosure @escaping () -> [Question], leftOut: @autoclosure @escaping () -> [String] = [],
      isOpen: Bool = false, insteadOf kindAsked: ReadingKind? = nil, replacesUnstated: Bool = false
    ) {
      self.replacesUnstated = replacesUnstated
      self.make = make
      left = leftOut
      self.isOpen = isOpen
      self.kindAsked = kindAsked
    }

    var questions: [Question] { make().uniqued }
  }

  /// What the question may be asking; a later round counts only where those before find nothing.
  var rounds: [Round] {
    // 政策1の施策って何と何: what there are, not what they mean
    let asksWhatThereIs = frame.asksForInitiatives && !frame.tests.isEmpty
    if frame.defines, asksForLevelAlone, !definedLevels.isEmpty {
      return [Round(definedLevels.map(Question.definition), isOpen: true)]
    }
    if frame.defines, !frame.refersBack, !asksWhatThereIs, frame.shown.isEmpty, frame.rank == nil,
      frame.aggregate == nil,
      frame.kinds.isEmpty || frame.texts.isEmpty && frame.tests.isEmpty, let term = definedTerm
    {
      let terms = frame.listsTexts ? frame.texts : [term]
      return [Round(terms.map(Question.definition) + [.passages(Selection(.passages, [.matching(term)]))])]
    }
    if frame.asksForReason { return [Round([passages])] + (reason.map { [Round([$0])] } ?? []) }
    if frame.isBareText || onlyNames && !frame.asksBelow {
      return [scheduled, measured].filter { !$0.isEmpty }.map { Round($0) } + nearestRounds
        + [Round(named + figured + [passages], isOpen: true)]
    }
    // a name with more words around it may be a longer name: 入居率 is one thing's measure, KBICの入居率 another's
    let more = hasOnlyNames && !frame.texts.isEmpty ? named + [passages] : []
    let said = withoutVerbs
    var rounds = [
      Round(questions(said) + inScope + more, leftOut: frame.texts.filter { !said.texts.contains($0) })
    ]
    for relaxed in [withoutWeakWords, aboutNamedThing, withoutRemarks].compactMap(\.self) {
      rounds.append(Round(questions(relaxed), leftOut: frame.texts.filter { !relaxed.texts.contains($0) }))
    }
    if let plain = withoutTails { rounds.append(Round(questions(plain))) }
    if let ranked = frame.rank, let plain = withoutRank {
      rounds.append(Round(questions(plain), leftOut: [ranked]))
    }
    if let below = underHeading { rounds.append(Round(questions(below))) }
    // 総務局以外: where none says otherwise, those that do not say
    if let open = withUnstated { rounds.append(Round(questions(open))) }
    // 参加者数: words of fields may be part of a name
    if frame.kinds.isEmpty, frame.rank == nil { rounds.append(Round(named)) }
    // where a document has no other works, what it measured are its 取組
    if frame.asksForInitiatives {
      rounds.append(Round([question(frame, about: .measures)].compactMap(\.self)))
    }
    if let contents {
      rounds.append(Round([contents.question], insteadOf: contents.kind, replacesUnstated: true))
    }
    rounds += nearestRounds
    rounds.append(Round(figured, isOpen: true))
    if mayBePassage, !frame.texts.isEmpty || !frame.tests.isEmpty {
      rounds.append(Round([passages]))
    } else if let kind = frame.candidateKinds.first, !frame.texts.isEmpty {
      rounds.append(Round(spoken, insteadOf: ReadingKind(kind)))
    } else if let kind = frame.candidateKinds.first, nothingRead {
      rounds.append(Round([passages], insteadOf: ReadingKind(kind)))
    }
    return rounds
  }

  /// Rows that are named come before things that are near: 麻生区のソーシャルビジネスの数.
  private var nearestRounds: [Round] {
    let nearest = Lazy { self.nearest }
    return [
      Round(nearest.value == nil ? [] : figuredRows),
      Round(nearest.value?.questions ?? [], leftOut: nearest.value?.leftOut ?? []),
      Round(nearest.value?.whole ?? [], leftOut: nearest.value?.leftOut ?? []),
    ]
  }

  /// 「…」ではどのような取組を: where no thing stands under a heading and none has its name, what is written there.
  private var contents: (question: Question, kind: ReadingKind)? {
    let fields: Set<FieldName> = [.overview, .results, .schedule, .summary]
    let kinds = frame.candidateKinds
    let asksForWorks =
      frame.asksForInitiatives || kinds.allSatisfy { [.measures, .projects, .headings].contains($0) }
    let headings = frame.tests.flatMap(\.entities).filter { $0.meanings.contains(.name(.headings)) }.map(
      \.text)
    guard asksForWorks, let kind = kinds.first, headings.uniqued.count == 1, frame.aggregate == nil,
      !frame.counts,
      frame.group == nil, frame.sortKey == nil, !frame.tests.contains(where: \.isDenial),
      frame.shown.allSatisfy({ if case .field(let field) = $0 { fields.contains(field) } else { false } })
    else { return nil }
    let written = Selection(.passages, [.under(headings[0]), .matching("取組")])
    // of a heading that is there, works are not
    return (.passages(written), ReadingKind(kind == .headings ? .projects : kind))
  }

  /// …が予算を超えた理由は？, where no text has all the words: what is said of the named thing.
  private var reason: Question? {
    let names = frame.tests.flatMap(\.entities).filter(\.isName).map(\.text)
    return names.isEmpty
      ? nil : .passages(Selection(.passages, [.matching((names + ["なぜ"]).joined(separator: " "))]))
  }

  /// Where facts are asked for and there are none: the passages, if one of them holds every word that names something.
  private var spoken: [Question] {
    // passages about what is denied are the opposite of an answer
    guard !frame.tests.contains(where: \.isDenial) else { return [] }
    let names = frame.tests.flatMap(\.entities).map(\.text)
    // a bureau or a city that no thing has is not there, whoever else speaks of it, unless that is what is asked
    guard
      // 触れている, mentioning: where texts speak of it is what is asked
      vocabulary.says(.contains, in: text)
        || !frame.texts.contains(where: { evaluator.matcher.terms(of: $0).contains(where: \.isName) })
    else {
      return []
    }
    return words.standTogether(frame.texts + names) ? [passages] : []
  }

  /// 主な取組: a field of things that no document has, whose word stands in a text.
  private var nothingRead: Bool {
    guard frame.tests.isEmpty, frame.aggregate == nil, !frame.counts, frame.group == nil,
      frame.sortKey == nil,
      !frame.shown.isEmpty, case .passages(let selection) = passages
    else { return false }
    let kinds = frame.candidateKinds.compactMap(\.factKind)
    return !kinds.contains(where: evaluator.groups.has)
      && selection.conditions.allSatisfy {
        if case .matching(let words) = $0 { self.words.library.contains(words) } else { true }
      }
  }

  /// 駅前広場の整備で設計はいつ？: a step of a named project's schedule.
  private var scheduled: [Question] {
    guard frame.asksInWords, !frame.texts.isEmpty else { return [] }
    var steps = frame
    steps.texts = []
    guard steps.candidateKinds.contains(.projects),
      case .list(var selection, _)? = steps.question(about: .projects)
    else { return [] }
    selection.conditions += frame.texts.map { .contains(.field(.schedule), $0) }
    return [.list(selection, show: [.field(.schedule)])]
  }

  /// 湖の透明度は何mまで上げる？: the figures of a named thing, where only verbs stand beside its name.
  private var measured: [Question] {
    guard frame.asksInWords, frame.texts.allSatisfy(\.isInflected) else { return [] }
    var plain = frame
    plain.texts = []
    return [.indicators, .measures].filter(plain.candidateKinds.contains).compactMap {
      plain.question(about: $0)
    }
  }

  private func questions(_ frame: Frame) -> [Question] {
    frame.candidateKinds.compactMap { kind in
      question(frame, about: kind).map { each(of: frame.listsTexts ? frame.texts : [], in: $0, kind) }
    }
  }

  /// What the frame asks of a kind; nil for a place in no order of no certain things (2番目のKPIは), and for money that is asked
  /// in persons (何人が使っている).
  private func question(_ frame: Frame, about kind: SelectionKind) -> Question? {
    let question = frame.question(about: kind)
    if case .list(_, let show) = question, !show.isEmpty, show.allSatisfy(\.isMoney),
      askedUnits.contains(where: { evaluator.matcher.areUnlikeUnits($0, "円") })
    {
      return nil
    }
    guard let asked = question?.selection, asked.position != nil else { return question }
    return asked.sort.isEmpty && asked.conditions.isEmpty ? nil : question
  }

  /// 販売額の指標と宿泊客数の指標: each of the listed words names things of its own.
  private func each(of texts: [String], in question: Question, _ kind: SelectionKind) -> Question {
    guard !texts.isEmpty, case .list(var selection, let show) = question,
      let whole = selection.conditions.firstIndex(of: .matching(texts.joined(separator: " ")))
    else { return question }
    let known = selection.conditions.compactMap { if case .named(let name) = $0 { name } else { nil } }
    let found = texts.map { text in
      evaluator.unlikeNames(by: text, of: kind.factKind).filter { $0.score >= 0.8 }.map(\.name)
    }
    // one name with all the words is what is meant
    let all = known + found.joined()
    guard found.allSatisfy({ !$0.isEmpty }), Set(all).count == all.count, all.count > 1 else {
      return question
    }
    selection.conditions.remove(at: whole)
    selection.conditions.removeAll { if case .named = $0 { true } else { false } }
    selection.conditions.append(.any(all.map(Condition.named)))
    return .list(selection, show: show)
  }

  /// `under 4` may also be what stands under other headings of that number, or a level.
  private var inScope: [Question] {
    // facilities under 50: what has a name of its own is not what stands under a heading
    guard let number = frame.scopeNumber, frame.texts.isEmpty else { return [] }
    let under = [SelectionKind.headings, .evaluations].filter { !frame.candidateKinds.contains($0) }
      .map { Question.list(Selection($0, [.under("\(number)")]), show: []) }
    let bound = ExactNumber(number)
    guard let levels = evaluator.levels.value.stated, levels.contains(bound), bound > levels.lowerBound
    else { return under }
    let level = Condition.comparison(.field(.level), .less, .number(bound, unit: nil))
    let below = [Question.list(Selection(.projects, [level]), show: [])]
    // what was asked for comes before other kinds
    return frame.candidateKinds.contains(.projects) ? below + under : under + below
  }

  /// Names and words asked about in words: a sentence to be answered by a passage.
  private var onlyNames: Bool {
    hasOnlyNames && !frame.texts.isEmpty && frame.asksInWords
  }

  /// Names without anything asked about them.
  private var hasOnlyNames: Bool {
    frame.kinds.isEmpty && !frame.asksForInitiatives && frame.rank == nil && frame.shown.isEmpty
      && frame.sortKey == nil && frame.aggregate == nil && !frame.counts && !frame.shares
      && frame.group == nil
      && !frame.course && frame.scopeNumber == nil
      && frame.tests.allSatisfy { if case .entity = $0 { true } else { false } }
  }

  /// Things whose names hold every word of the question.
  private var named: [Question] {
    let kept = frame.uses.filter { $0.use != .dropped }
    guard !frame.asksInWords, let first = kept.first, let last = kept.last, text.scalars.count <= 60 else {
      return []
    }
    let keywords = text.source(scalars: first.range.lowerBound..<last.range.upperBound)
    // まいこんしていの取組: what has 取組 in its name is not named by it alone
    guard evaluator.matcher.wordless(in: keywords).isEmpty else { return [] }
    let kinds: [SelectionKind] = [
      .indicators, .projects, .organizations, .plans, .measures, .evaluations, .headings,
    ]
    return kinds.filter { kind in
      (evaluator.named(by: keywords, of: kind.factKind).first?.score ?? 0) >= 0.95
    }.map { .list(Selection($0, [.matching(keywords)]), show: []) }
  }

  /// A kind or a field of facts that was asked for by its word is not answered by a neighbour's sentence.
  private var mayBePassage: Bool {
    guard frame.kinds.isEmpty, !frame.asksForInitiatives, frame.rank == nil, frame.aggregated == nil,
      frame.sortKey == nil || frame.sortKey?.mention == .field(.count)
        || frame.sortKey?.mention == nil && frame.tests.isEmpty, frame.group == nil
    else { return false }
    // a year that no figure has is no reason to quote a sentence
    if frame.tests.contains(where: { if case .year = $0 { true } else { false } }), !frame.shown.isEmpty {
      return false
    }
    let figures: Set<FieldName> = [.budget, .settlement, .level, .code, .bureau, .category, .page]
    return !frame.shown.contains { if case .field(let field) = $0 { figures.contains(field) } else { false } }
  }

  private var passages: Question {
    let documents = frame.tests.compactMap { test -> Condition? in
      if case .entity(let entity) = test, let meaning = entity.meanings.first, case .document = meaning {
        return .document(entity.text)
      }
      return nil
    }
    // the words of fields say something in a sentence; what is dropped at its ends and what asks (何パーセント) do not
    let kept = frame.uses.filter { use in
      use.use != .dropped && !(use.use == .concept && use.text.hasPrefix("何"))
        && !documents.contains(.document(use.text))
    }
    guard let first = kept.first, let last = kept.last else {
      return .passages(Selection(.passages, [.matching(text.original)] + documents))
    }
    let asked =
      documents.isEmpty
      ? text.source(scalars: first.range.lowerBound..<last.range.upperBound)
      : kept.map(\.text).joined(separator: " ")
    return .passages(Selection(.passages, [.matching(asked)] + documents))
  }

  private var definedTerm: String? {
    let uses = frame.uses.filter { $0.use == .keyword }.map(\.text)
    // 2022年問題: the year is a part of the term
    if let year = frame.uses.first(where: { $0.text.hasSuffix("年") || $0.text.hasSuffix("年度") }),
      let next = frame.uses.first(where: { $0.range.lowerBound == year.range.upperBound }),
      next.use == .keyword
    {
      return year.text + next.text
    }
    // a hyphen is no word
    if frame.texts.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) {
      return frame.texts.joined(separator: " ")
    }
    for case .entity(let entity) in frame.tests { return entity.text }
    for case .code(let code) in frame.tests { return code }
    return uses.first { $0.contains { $0.isLetter || $0.isNumber } }
      ?? frame.uses.first { $0.use == .concept }?.text
  }

  /// 事務事業の達成度4の意味: of a level, and not of the things that have it (達成度4の事業とは, what are the level 2 projects).
  private var asksForLevelAlone: Bool {
    let scalars = text.folded.scalars
    let behind = (scalars.lastIndex { $0.isNumeral } ?? 0)..<scalars.count
    return !frame.refersBack && frame.texts.isEmpty && frame.shown.isEmpty && frame.aggregate == nil
      && !frame.counts && frame.group == nil && frame.sortKey == nil && frame.rank == nil
      && (frame.kinds.isEmpty || !behind.contains { vocabulary.namesKind(in: text, at: $0) })
  }

  /// What a legend calls the levels that are asked about: `達成状況区分 3` for 達成度3とは, its title for all that it has (達成度1から5まで).
  private var definedLevels: [String] {
    let conditions = frame.question(about: .projects)?.selection?.conditions ?? []
    let asked = conditions.flatMap { if case .all(let parts) = $0 { parts } else { [$0] } }
      .filter { $0.path == .field(.level) }
    guard !asked.isEmpty else { return [] }
    let entries = evaluator.groups.facts(of: .definition).filter { entry in
      entry[.level] != nil
        && asked.allSatisfy { evaluator.holds($0, of: entry, scope: Evaluator.Scope(), deep: false) }
    }
    let names = entries.compactMap { $0[.summary]?.texts.first }.uniqued
    let titles = entries.compactMap(\.legendTitle).uniqued
    guard names.count > 1, titles.count == 1, evaluator.groups.legend(titles[0]).count == entries.count else {
      return names
    }
    return titles
  }
}
