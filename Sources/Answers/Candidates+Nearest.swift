import JapaneseText
import PlanFacts
import Questions

/// Things that a question means in other words than their names.
extension Candidates {
  /// What is asked of the indicator or measure whose name has the most words of a question for a figure that names no
  /// thing (国保の保険料はどの程度納められている for 国民健康保険料収入率), and the words that it does not have; nil where no name is
  /// nearest. Of names that are as near, and of a single word, those are meant that are counted in the unit asked for.
  ///
  /// Of years, first the figures of these are meant; `whole` are the things themselves, where each of them has such figures.
  var nearest: (questions: [Question], whole: [Question], leftOut: [String])? {
    guard asksForFigure || asksForCourse, !frame.namesThing, frame.group == nil, frame.sortKey == nil,
      frame.rank == nil, !frame.tests.contains(where: \.isDenial)
    else { return nil }
    let kinds = [SelectionKind.indicators, .measures].filter(frame.mayBe)
    let found = kinds.map { kind in
      kind.factKind.map { evaluator.unlikeNames(like: text.original, of: $0) } ?? []
    }
    let names = Array(found.joined()).uniqued
    // words of the question language are understood, whatever the name has of them
    let open = frame.uses.filter { $0.use == .keyword || $0.use == .unknown }.map(\.text)
    let said = open.map(evaluator.matcher.fold)
    guard
      let nearest = evaluator.matcher.nearest(
        to: text.original, in: names,
        of: evaluator.groups.lookup.unlikeNames(of: kinds.compactMap(\.factKind)),
        isOwn: evaluator.documents.isOwn,
        isAsked: { term in !said.contains { $0.contains(term.word) } })
    else { return nil }
    let isAlone = nearest.isTold && nearest.indices.count == 1
    let meant = nearest.indices.map { names[$0] }.filter { isAlone || isCounted($0, asAskedOf: kinds) }
    guard isAlone || nearest.isSaid && nearest.share >= 0.5 && (1...3).contains(meant.count) else {
      return nil
    }
    var plain = frame
    plain.texts = []
    plain.counts = false
    plain.aggregate = nil
    plain.shares = false
    plain.course = false
    plain.tests = frame.tests.filter { if case .year = $0 { true } else { false } }
    func questions() -> [Question] {
      zip(kinds, found).flatMap { kind, found -> [Question] in
        let named = found.filter(meant.contains).map(Condition.named)
        plain.kinds = [kind]
        guard !named.isEmpty, case .list(var selection, let show)? = plain.question(about: kind) else {
          return []
        }
        selection.conditions.insert(named.count == 1 ? named[0] : .any(named), at: 0)
        return [.list(selection, show: show.filter(\.isOfPoint))]
      }
    }
    let exact = questions()
    let years = plain.tests
    plain.tests = []
    plain.shown = []
    let isOfYears = !years.isEmpty && meant.allSatisfy { has($0, years, of: kinds) }
    let missing = nearest.missing.filter { !askedUnits.contains($0) }
    let leftOut = missing.filter { word in open.contains { $0.contains(word) } }
    return exact.isEmpty
      ? nil : (exact, isOfYears ? questions() : [], leftOut.isEmpty ? missing : leftOut)
  }

  /// Whether the things of a name have a figure of each year, whichever it is.
  private func has(_ name: String, _ years: [Frame.Test], of kinds: [SelectionKind]) -> Bool {
    let printed = kinds.flatMap { evaluator.facts(Selection($0, [.named(name)])) }
      .flatMap { $0.points().compactMap(\.fiscalYear) }
    return years.allSatisfy { test in
      guard case .year(let year, _) = test else { return false }
      return printed.contains { (year.first...year.last).contains($0) }
    }
  }

  /// Whether the things of a name are counted in the unit that the question asks for: ％ of 何％.
  private func isCounted(_ name: String, asAskedOf kinds: [SelectionKind]) -> Bool {
    let units = kinds.flatMap { evaluator.facts(Selection($0, [.named(name)])) }.flatMap { fact in
      fact.points().compactMap(\.unit) + [fact.text(.unit)].compactMap(\.self)
    }
    return askedUnits.contains { asked in units.contains { evaluator.matcher.isSameUnit($0, asked) } }
  }

  /// What stands behind 何 and how many, where it is a unit.
  var askedUnits: [String] {
    let asked = frame.uses.map(\.text).filter(\.asksHowMuch)
    return asked.compactMap { $0.first == "何" ? String($0.dropFirst()) : nil }
  }

  /// 何％, どのくらい, 目標は, how many.
  private var asksForFigure: Bool {
    frame.counts || frame.shares || frame.kinds.contains(.indicators) || frame.kinds.contains(.measures)
      || frame.shown.contains { if case .role = $0 { true } else { false } }
      || frame.uses.contains { $0.use != .unknown && $0.text.asksHowMuch && !$0.text.hasPrefix("何年") }
      || asksForAmount
      || frame.uses.contains { use in
        ["割合", "率"].contains(where: use.text.hasSuffix)
          || ["rate", "share", "percentage"].contains(use.text.lowercased())
      }
  }

  /// 増えている？, 目標は達成した？: how a figure went.
  private var asksForCourse: Bool {
    let ways = Concept.Change.allCases.map(Concept.change) + [.course]
    return frame.course
      || !frame.asksInWords && !frame.asksForInitiatives
        && (ways.contains { lemmas.says($0, in: text) || vocabulary.says($0, in: text) }
          || [true, false].contains { vocabulary.says(.met($0), in: text) })
  }

  /// 何平米, 何トン: of any unit but those of time, places and offices.
  private var asksForAmount: Bool {
    let words = text.original.unicodeScalars
    return zip(words, words.dropFirst()).contains { what, unit in
      what == "何" && ![.hiragana, .space, .other].contains(ScriptClass(unit))
        && !"年月日時曜処故者語課局部番頁".unicodeScalars.contains(unit)
    }
  }
}

extension Frame {
  /// No other kind of thing is asked for.
  fileprivate func mayBe(_ kind: SelectionKind) -> Bool { kinds.isEmpty || kinds.contains(kind) }
}

extension FieldPath {
  fileprivate var isOfPoint: Bool { if case .point = self { true } else { false } }
}
