import JapaneseText
import PlanFacts
import Questions

/// Things that a question means in other words than their names.
extension Candidates {
  /// What is asked of the indicator or measure whose name has the most words of a question for a figure that names no
  /// thing (国保の保険料はどの程度納められている for 国民健康保険料収入率), and the words that it does not have; nil where no name is
  /// nearest.
  var nearest: (questions: [Question], leftOut: [String])? {
    guard asksForFigure, !frame.namesThing, frame.group == nil, frame.sortKey == nil,
      frame.rank == nil, !frame.tests.contains(where: \.isDenial)
    else { return nil }
    let kinds = [SelectionKind.indicators, .measures].filter(frame.mayBe)
    let found = kinds.map { kind in
      kind.factKind.map { evaluator.unlikeNames(like: text.original, of: $0) } ?? []
    }
    let names = Array(found.joined()).uniqued
    guard
      let nearest = evaluator.matcher.nearest(
        to: text.original, in: names,
        of: evaluator.groups.lookup.unlikeNames(of: kinds.compactMap(\.factKind)),
        isOwn: evaluator.documents.isOwn)
    else { return nil }
    var plain = frame
    plain.texts = []
    plain.counts = false
    plain.aggregate = nil
    plain.shares = false
    plain.tests = frame.tests.filter { if case .year = $0 { true } else { false } }
    let name = names[nearest.index]
    let questions = zip(kinds, found).filter { $0.1.contains(name) }.map(\.0)
      .compactMap { kind -> Question? in
        plain.kinds = [kind]
        guard case .list(var selection, let show)? = plain.question(about: kind) else { return nil }
        selection.conditions.insert(.named(name), at: 0)
        return .list(selection, show: show.filter(\.isOfPoint))
      }
    // words of the question language are understood, whatever the name has of them
    let asked = frame.uses.filter { $0.use == .keyword || $0.use == .unknown }
    let leftOut = nearest.missing.filter { word in asked.contains { $0.text.contains(word) } }
    return questions.isEmpty ? nil : (questions, leftOut.isEmpty ? nearest.missing : leftOut)
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
