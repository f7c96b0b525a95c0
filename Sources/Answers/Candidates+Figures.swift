import JapaneseText
import PlanFacts
import Questions

/// What a question may ask of a table of figures.
extension Candidates {
  /// The rows of a table that the words name, or the rows of the table they name; empty where they name none.
  var figured: [Question] { found.compactMap(question) }

  /// Only the rows that the words name.
  var figuredRows: [Question] { found.filter { !$0.rows.isEmpty }.compactMap(question) }

  private var found: [FigureFinder.Found] {
    // under 50 may be a bound: of which figure is not said
    guard frame.rank == nil, !frame.defines, !frame.asksForReason, testsNothingElse, !asksOfProjects,
      frame.scopeNumber == nil,
      !asksForOverview
    else { return [] }
    return figures.find(
      in: text.original, words: keywords, asked: uses([.concept]), isStrict: !frame.kinds.isEmpty, wish: wish)
  }

  /// What is asked of a table or of its rows; nil where the table has no figures of the year or place asked for.
  private func question(about found: FigureFinder.Found) -> Question? {
    // 農地の一番多い区: one row is not the most of anything
    if found.rows.count == 1, frame.sortKey != nil, frame.limit != nil { return nil }
    // 何人: shares are none
    let units = Set((found.rows.isEmpty ? found.table.rows : found.rows).compactMap { $0.text(.unit) })
    if !units.isEmpty,
      askedUnits.contains(where: { asked in
        units.allSatisfy { evaluator.matcher.areUnlikeUnits($0, asked) }
      })
    {
      return nil
    }
    var selection = found.table.selection
    if !found.rows.isEmpty {
      let names = found.rows.map { Condition.named($0.name) }
      selection.conditions.insert(names.count == 1 ? names[0] : .any(names), at: 0)
    }
    for test in frame.tests {
      switch test {
      case .year(let year, _) where found.table.covers(year.first...year.last): break
      // (2017) is no label of a heading
      case .place(let label) where label.count(where: \.isNumber) == 4:
        guard let year = Int(label.filter(\.isNumber)), found.table.covers(year...year) else { return nil }
      // 2020年の農地面積: figures of another year, or of none, are no answer
      case .year, .place:
        guard let condition = test.condition(in: .figures, frame: frame) else { return nil }
        selection.conditions.append(condition)
      default: break
      }
    }
    let isOfOrder =
      frame.sortKey != nil || frame.position != nil || frame.limit != nil || frame.openOrder != nil
    let picks = isOfOrder || !frame.openBounds.isEmpty || frame.aggregate != nil
    // 木造の施設: a cell of another column, which no figure tells
    if picks, found.leavesWords, found.table.columns.count > 1 { return nil }
    if !found.columns.isEmpty {
      // of several years the newest, where things are picked by one figure
      let newest = found.columns.compactMap(found.table.year(ofColumn:)).max()
      let columns = found.columns.filter {
        !picks || newest == nil || found.table.year(ofColumn: $0) == newest
      }
      let tests = columns.map { Condition.comparison(.field(.column), .equal, .text($0)) }
      selection.conditions.append(tests.count == 1 ? tests[0] : .any(tests))
    } else if picks,
      Set((found.rows.isEmpty ? found.table.rows : found.rows).map { $0.text(.column) }).count > 1
    {
      // by which of its columns is not said
      return nil
    }
    let field: FieldName = asksForShare || found.table.hasOnlyShares ? .share : .amount
    let path = FieldPath.field(field)
    // 何倍, いくら多い: a figure of the two, and no list of both
    if let operation = operation, found.rows.count == 2, found.rows[0].name != found.rows[1].name {
      let places = found.rows.compactMap { row in
        text.folded.occurrences(
          of: Folder().fold(found.table.calledName(of: row), depth: .characters).scalars
        ).first
      }
      guard places.count == 2 else { return nil }
      let rows = places[0] < places[1] ? found.rows : found.rows.reversed()
      let sides = rows.map { row in
        var side = selection
        side.conditions[0] = .named(row.name)
        return Reckoning.figure(path, side)
      }
      return .reckoning(.combined(sides[0], operation, sides[1]))
    }
    if let aggregate = frame.aggregate ?? (asksForDifference ? .difference : nil), found.rows.count != 1 {
      // what is printed needs no adding up
      if aggregate == .sum, found.rows.isEmpty, let total = found.table.total ?? found.table.whole {
        selection.conditions.insert(.named(total.name), at: 0)
        return .list(selection, show: [path])
      }
      // parts of parts are not added to them
      if aggregate == .sum, FigureFinder.overlap(found.rows.isEmpty ? found.table.rows : found.rows) {
        return .list(selection, show: [])
      }
      return .aggregate(aggregate, of: path, withoutTotals(selection))
    }
    if found.rows.isEmpty {
      let bounds = frame.openBounds.map { bound in
        Condition.comparison(
          .field(["%", "割"].contains(bound.unit) ? .share : field), bound.comparison,
          .number(bound.percent, unit: nil))
      }
      // 2番目に多い, 多い区を3つ: a place in an order, or its first; 多い区 alone: all of them in order
      let isPlaced = frame.position != nil || frame.limit != nil
      let direction = frame.sortKey?.direction ?? frame.openOrder ?? (isPlaced ? .descending : nil)
      if direction != nil {
        selection = ordered(selection, found.table)
      } else if !bounds.isEmpty {
        selection = withoutTotals(selection)
      }
      selection.conditions += bounds
      if let direction {
        selection.sort = [SortKey(path, direction)]
        selection.limit = frame.position == nil ? frame.limit : nil
        selection.position = frame.position
      }
    }
    let asksForBoth = asksForShare && (frame.counts || frame.shown.contains(.field(.count)))
    return .list(selection, show: found.rows.count == 1 && !asksForBoth ? [path] : [])
  }

  /// 起業支援は何をしている？, どこに載ってる？: asked in words, and not for how much, how many, the most or the first.
  private var asksForOverview: Bool {
    frame.asksInWords && wish == .figure && !frame.counts && !asksForShare && frame.shown.isEmpty
      && frame.openOrder == nil && frame.kinds.isEmpty && !uses([.dropped]).contains(where: \.asksHowMuch)
  }

  /// 東区で一番予算が大きい事業: no table of figures has what is asked of projects.
  private var asksOfProjects: Bool {
    let fields: Set<FieldName> = [.budget, .settlement, .level, .code, .bureau]
    return frame.kinds.contains(.projects)
      && (frame.shown + [frame.sortKey?.mention].compactMap(\.self)).contains {
        if case .field(let field) = $0 { fields.contains(field) } else { false }
      }
  }

  /// A code, a bureau or a level asks for things that have one.
  private var testsNothingElse: Bool {
    frame.tests.allSatisfy { test in
      switch test {
      case .year, .place: true
      case .entity(let entity): !entity.meanings.contains { if case .value = $0 { true } else { false } }
      default: false
      }
    }
  }

  /// 川崎区と麻生区の差: of two rows; elsewhere it is that of two fields.
  private var asksForDifference: Bool {
    frame.shown.contains {
      switch $0 {
      case .gap, .difference: true
      default: false
      }
    }
  }

  /// What is to be reckoned of two rows; nil where nothing is, or 差, which the table is asked for.
  private var operation: Reckoning.Operation? {
    if says(.times) || says(.operation(.dividedBy)) || says(.ratio) { return .dividedBy }
    let isCompared = says(.than) && [.descending, .ascending].contains { says(.adjective($0)) }
    return isCompared || says(.operation(.minus)) ? .apart : nil
  }

  private func says(_ concept: Concept) -> Bool {
    vocabulary.says(concept, in: text) || lemmas.says(concept, in: text)
  }

  private var asksForShare: Bool {
    frame.shares || frame.shown.contains(.share) || frame.shown.contains(.field(.share))
      || uses([.dropped, .concept]).contains { use in
        ["%", "％", "パーセント", "percent", "割"].contains(where: use.hasSuffix)
      }
      || uses([.keyword]).contains { use in Candidates.shareWords.contains(where: use.hasSuffix) }
  }

  /// The words that name something, without the 割合 at their ends.
  private var keywords: [String] {
    uses([.keyword]).filter { !$0.isInflected }.map { word in
      Candidates.shareWords.first(where: word.hasSuffix).map { String(word.dropLast($0.count)) } ?? word
    }
  }

  private static let shareWords = ["割合", "比率", "構成比", "シェア"]

  private func uses(_ kinds: Set<WordUse.Use>) -> [String] {
    frame.uses.filter { kinds.contains($0.use) }.map(\.text)
  }

  private var wish: FigureFinder.Wish {
    if frame.aggregate != nil || frame.sortKey != nil || frame.position != nil || frame.limit != nil
      || !frame.openBounds.isEmpty
    {
      return .rows
    }
    return frame.counts || asksForShare || !frame.shown.isEmpty || frame.asksInWords ? .figure : .none
  }

  /// Without the rows that are no thing of their own: totals, and in an order the rest.
  private func ordered(_ selection: Selection, _ table: FigureFinder.Table) -> Selection {
    var selection = withoutTotals(selection)
    for row in table.rows where row.isRest {
      selection.conditions.append(.comparison(.name, .notEqual, .text(row.name)))
    }
    return selection
  }

  private func withoutTotals(_ selection: Selection) -> Selection {
    var selection = selection
    selection.conditions.append(.missing(.field(.isTotal)))
    return selection
  }
}

extension String {
  /// Asks for a figure: どれくらい, いくら, 何人, 何％. 何, 何か, 何をしている and 何処 do not.
  var asksHowMuch: Bool {
    let words = [
      "どれくらい", "どれぐらい", "どのくらい", "どのぐらい", "どれだけ", "どれほど", "どんだけ", "どんくらい", "どんぐらい", "いくら", "いくつ", "how much",
      "how many",
    ]
    if words.contains(where: lowercased().hasPrefix) { return true }
    guard first == "何", let second = unicodeScalars.dropFirst().first else { return false }
    return ScriptClass(second) != .hiragana && !"処故者".unicodeScalars.contains(second)
  }
}

extension OpenBound {
  /// 2割 is twenty percent.
  fileprivate var percent: ExactNumber {
    unit == "割" ? value.multiplied(by: ExactNumber(10)) ?? value : value
  }
}
