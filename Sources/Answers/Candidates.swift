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

  /// What the question may be asking, best first; a later round counts only where those before find nothing.
  var rounds: [[Question]] {
    if frame.defines, frame.shown.isEmpty, frame.rank == nil, frame.aggregate == nil,
      frame.kinds.isEmpty || frame.texts.isEmpty && frame.tests.isEmpty, let term = definedTerm
    {
      return [[.definition(term), .passages(Selection(.passages, [.matching(term)]))]]
    }
    if frame.asksForReason { return [[passages]] }
    if frame.isBareText || onlyNames && !frame.asksBelow { return [bare] }
    var rounds = [frame.candidateKinds.compactMap { frame.question(about: $0) } + inScope]
    // a name with more words around it may be a longer name: 入居率 is one thing's measure, KBICの入居率 another's
    if hasOnlyNames, !frame.texts.isEmpty { rounds[0] += bare }
    // words that name nothing (付いてた, runs) count only where the rest finds nothing without them
    if let plain = withoutWeakWords {
      rounds.append(plain.candidateKinds.compactMap { plain.question(about: $0) })
    }
    if mayBePassage, !frame.texts.isEmpty || !frame.tests.isEmpty {
      rounds.append([passages])
    }
    return rounds
  }

  /// `under 4` may also be what stands under other headings of that number, or a level.
  private var inScope: [Question] {
    guard let number = frame.scopeNumber else { return [] }
    var questions = [SelectionKind.headings, .evaluations].filter { !frame.candidateKinds.contains($0) }
      .map { Question.list(Selection($0, [.under("\(number)")]), show: []) }
    if (1...6).contains(number) {
      let level = Condition.comparison(.field(.level), .less, .number(ExactNumber(number), unit: nil))
      questions.append(.list(Selection(.projects, [level]), show: []))
    }
    return questions
  }

  /// The frame without its inflected and foreign words, where names, places or conditions carry the question; nil where
  /// there are none of either.
  private var withoutWeakWords: Frame? {
    guard !frame.tests.isEmpty || frame.sortKey != nil || frame.rank != nil, !frame.texts.isEmpty else {
      return nil
    }
    let hasName = frame.tests.contains { if case .entity(let entity) = $0 { entity.isNamed } else { false } }
    var plain = frame
    plain.texts = frame.texts.filter { !isWeak($0, besideName: hasName) }
    return plain.texts == frame.texts ? nil : plain
  }

  /// Hiragana alone, Han with an inflection behind it, or a Latin word that stands nowhere here.
  private func isWeak(_ text: String, besideName: Bool) -> Bool {
    let scripts = text.unicodeScalars.map { ScriptClass($0) }
    if scripts.allSatisfy({ $0 == .latin || $0 == .space }) {
      return text.first?.isLowercase ?? false
        && (besideName || !words.isAnyKnown(in: text))
    }
    guard scripts.allSatisfy({ $0 == .hiragana || $0 == .han }), scripts.last == .hiragana else {
      return false
    }
    return scripts.filter { $0 == .han }.count <= 2 && scripts.filter { $0 == .hiragana }.count >= 2
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

  private var bare: [Question] {
    let kept = frame.uses.filter { $0.use != .dropped }
    guard !frame.asksInWords, let first = kept.first, let last = kept.last, text.scalars.count <= 60 else {
      return [passages]
    }
    let keywords = text.source(scalars: first.range.lowerBound..<last.range.upperBound)
    let kinds: [SelectionKind] = [
      .indicators, .projects, .organizations, .plans, .measures, .evaluations, .headings,
    ]
    let named = kinds.filter { kind in
      let names = evaluator.facts.filter { $0.kind == kind.factKind }.map(\.name)
      return (evaluator.matcher.names(matching: keywords, in: names).first?.score ?? 0) >= 0.95
    }
    return named.map { .list(Selection($0, [.matching(keywords)]), show: []) } + [passages]
  }

  /// A kind or a field of facts that was asked for by its word is not answered by a neighbour's sentence.
  private var mayBePassage: Bool {
    guard frame.kinds.isEmpty, !frame.asksForInitiatives, frame.rank == nil, frame.aggregated == nil,
      frame.sortKey == nil, frame.group == nil
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
    // the words of fields say something in a sentence; what is dropped at its ends does not
    let kept = frame.uses.filter { $0.use != .dropped && !documents.contains(.document($0.text)) }
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
    if !frame.texts.isEmpty { return frame.texts.joined(separator: " ") }
    for case .entity(let entity) in frame.tests { return entity.text }
    for case .code(let code) in frame.tests { return code }
    return uses.first ?? frame.uses.first { $0.use == .concept }?.text
  }
}
