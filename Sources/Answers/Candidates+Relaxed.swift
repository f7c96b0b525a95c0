import JapaneseText
import PlanFacts
import Questions

/// What a question may ask where words of it are left out.
extension Candidates {
  /// The frame without verbs that stand in no name, where conditions carry the question: ゴール15に位置づくKPI.
  var withoutVerbs: Frame {
    let carries =
      frame.sortKey != nil || frame.aggregate != nil
      || frame.tests.contains { if case .entity = $0 { false } else { true } }
    guard carries else { return frame }
    let kinds = frame.candidateKinds.compactMap(\.factKind)
    var plain = frame
    plain.texts = frame.texts.filter { text in
      guard text.isInflected else { return true }
      if text.isVerb { return false }
      let word = evaluator.matcher.fold(text)
      return kinds.contains { evaluator.isInName(word, of: $0) }
    }
    return plain
  }

  /// The frame without its inflected and foreign words, which name nothing (付いてた, runs); nil where there are none, or
  /// where nothing else would carry the question.
  var withoutWeakWords: Frame? {
    var plain = frame
    // more of them unknown than known: the question is about something else
    let foreign = frame.texts.filter(isForeign)
    let standing = words.known(in: foreign)
    let known = standing.count * 2 > foreign.count ? standing : []
    plain.texts = frame.texts.filter { text in
      known.contains(text)
        || !isWeak(text, besideName: frame.namesThing) && (known.isEmpty || !isForeign(text))
    }
    guard plain.texts != frame.texts,
      plain.texts.contains(where: { !$0.allSatisfy(\.isNumber) }) || !frame.tests.isEmpty
        || frame.sortKey != nil || frame.rank != nil
    else { return nil }
    return plain
  }

  /// The frame without what a bracket adds to the question (（監査用）); nil where nothing else would carry it.
  var withoutRemarks: Frame? {
    var plain = frame
    plain.texts = frame.texts.filter { word in
      !["（\(word)）", "(\(word))"].contains(where: text.original.contains)
    }
    guard plain.texts != frame.texts, !frame.tests.isEmpty || frame.sortKey != nil || !frame.kinds.isEmpty
    else { return nil }
    return plain
  }

  /// The frame with a named thing and the fields asked of it alone: 評価 in 評価シート says no more than the name does.
  var aboutNamedThing: Frame? {
    let asks = !frame.shown.isEmpty || frame.tests.contains { if case .entity = $0 { false } else { true } }
    // measures planned for …: what is under the thing, and not the thing
    guard frame.namesThing, asks, !frame.texts.isEmpty || !frame.kinds.isEmpty,
      !(frame.asksForInitiatives && frame.asksBelow)
    else { return nil }
    var plain = frame
    plain.texts = []
    plain.kinds = []
    return plain
  }

  /// What stands under a named heading, whatever it is called there.
  var withoutRank: Frame? {
    guard frame.namesThing, frame.asksBelow else { return nil }
    var plain = frame
    plain.rank = nil
    plain.kinds = [.headings]
    return plain
  }

  /// 水素関連の取組, 高齢者向けの施策: the topics without a word behind them that only says that they are; nil where there is none.
  var withoutTails: Frame? {
    var plain = frame
    plain.texts = frame.texts.map { topic in
      let folded = evaluator.matcher.scalars(topic)
      let tail = vocabulary.tails.first { folded.count > $0.count + 1 && folded.ends(with: $0) }
      return tail.map { String(topic.dropLast($0.count)).trimmed } ?? topic
    }
    return plain.texts == frame.texts ? nil : plain
  }

  /// スポーツ・文化芸術の取組の施策: what stands under a heading with these words in its name; nil where no heading has them.
  var underHeading: Frame? {
    guard frame.asksForInitiatives, !frame.texts.isEmpty, !frame.listsTexts else { return nil }
    let words = frame.texts.joined(separator: " ")
    guard !evaluator.headings.matching(words).isEmpty else { return nil }
    var below = frame
    below.texts = []
    below.tests.insert(.place(words), at: 0)
    return below
  }

  /// The frame with `not` of a value true also where nothing is printed; nil where the question denies none.
  var withUnstated: Frame? {
    var open = frame
    open.tests = frame.tests.map { test in
      guard case .not(let denied) = test,
        let field = denied.entities.first?.meanings.lazy.compactMap({
          if case .value(let field, _) = $0 { field } else { nil }
        }).first
      else { return test }
      return .any([test, .missing(.field(field))])
    }
    return open == frame ? nil : open
  }

  /// Inflected, or a Latin word that stands nowhere here.
  private func isWeak(_ text: String, besideName: Bool) -> Bool {
    if isForeign(text) {
      return text.first?.isLowercase ?? false
        && (besideName || !words.isAnyKnown(in: text))
    }
    // ごみ looks like a form of a verb and is none
    return text.isInflected && !evaluator.matcher.isTerm(text)
  }

  /// In Latin letters alone.
  private func isForeign(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { [.latin, .space].contains(ScriptClass($0)) }
  }
}

extension [Unicode.Scalar] {
  fileprivate func ends(with tail: [Unicode.Scalar]) -> Bool { suffix(tail.count).elementsEqual(tail) }
}

extension String {
  /// Han and an ending of the dictionary form or of the past: 支える, 始めた.
  fileprivate var isVerb: Bool {
    guard let first = unicodeScalars.first, ScriptClass(first) == .han, let last else { return false }
    return isInflected && "うくぐすつぬぶむるただて".contains(last)
  }

  /// Hiragana alone, or one or two Han with an inflection behind (増やす, 始めた): what a verb or adjective looks like.
  var isInflected: Bool {
    let scripts = unicodeScalars.map { ScriptClass($0) }
    return scripts.last == .hiragana && scripts.allSatisfy { $0 == .hiragana || $0 == .han }
      && scripts.filter { $0 == .han }.count <= 2
  }
}
