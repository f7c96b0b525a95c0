import PlanFacts

/// Denial and exclusion, behind what they deny in Japanese and before it in English, over lists too.
extension Grammar {
  static let denialRules: [Rule] = [
    Rule(
      "not so", .condition, "C NOT", shows: ["達成度3以外", "環境政策局を除く", "達成度3を除外した"], rejects: "達成度3"
    ) { p in .condition(p.condition()?.denied) },
    Rule(
      "neither value", .condition, "C OR C NOT | C NOR C NOT | C AND C NOT",
      shows: ["その他と参加・協働の場以外", "参加・協働の場でもその他でもない"], rejects: "環境政策局と達成度3以外"
    ) { p in
      guard let a = p.condition(), let b = p.condition(1), a != b, a.rivals(b) else { return nil }
      return .condition(Restriction.either(a, b)?.denied)
    },
    Rule(
      "none of these nouns", .condition,
      "C AND C NOT | C OR C NOT | C AND S NOT | S AND C NOT | S AND S NOT | S OR S NOT",
      shows: ["環境政策局とオーロラ以外", "森の案内人育成事業とカモメ事業を除く"], rejects: "環境政策局と達成度3以外"
    ) { p in .condition(p.excluded) },
    Rule(
      "none of these nouns, English", .condition,
      "NOTE C AND C | NOTE C OR C | NOTE C AND S | NOTE S AND C | NOTE S AND S | NOTE S OR S",
      shows: ["except 環境政策局 and harbour", "excluding 森の案内人育成事業 and seagull projects"],
      rejects: "環境政策局 and harbour"
    ) { p in .condition(p.excluded) },
    Rule(
      "not under it", .condition, "C NOTUNDER", shows: ["政策4に属さない", "アクションプログラム3にぶら下がっていない"],
      rejects: "政策4に属する"
    ) { p in .condition(p.condition()?.denied) },
    Rule(
      "neither condition", .condition, "C NOR C NOT", shows: ["予算が10万以上でも達成度が3でもない", "環境政策局でも予算が5万以上でもない"],
      rejects: "予算が10万以上または達成度3以外"
    ) { p in
      guard let a = p.condition(), let b = p.condition(1), !a.rivals(b) else { return nil }
      return .condition(.both(a.denied, b.denied))
    },
    Rule(
      "not so, English", .condition, "NOTE C | NOTE IT C | NOTE C THAT",
      shows: ["not level 3", "except 環境政策局", "excluding level 2"],
      rejects: "level 3"
    ) { p in
      // a budget but no settlement: said against, and no denial of a denial
      if case .missing? = p.condition() { return nil }
      return .condition(p.condition()?.denied)
    },
    Rule(
      "a field that is not the figure", .condition, "F NOTE N | F NOTE NL",
      shows: ["level not 3", "a level other than 4", "level not 3 or 4"], rejects: "level 3"
    ) { p in
      guard p.field()?.type == .level else { return nil }
      if let figures = p.figures() { return .condition(Restriction.equal(p.field(), figures)?.denied) }
      return .condition(Restriction.compared(p.field(), .equal, p.figure())?.denied)
    },
    Rule(
      "neither figure", .condition, "F N OR N NOT | F N NOR N NOT | F N AND N NOT | F N/も N/も NOT", price: 0,
      shows: ["達成度が3でも4でもない", "達成度3と4以外"], rejects: "達成度3でも4でも"
    ) { p in
      guard let first = p.figure(), let second = p.figure(1) else { return nil }
      return .condition(Restriction.equal(p.field(), [first, second])?.denied)
    },
    Rule(
      "not over", .condition, "F NOTE CMP N | F NOTE CMP F",
      shows: ["budget not over 100,000", "settlement did not exceed the budget"],
      rejects: "budget over 100,000"
    ) { p in
      if let figure = p.figure() {
        return .condition(Restriction.compared(p.field(), p.comparison(), figure)?.denied)
      }
      return .condition(Restriction.related(p.field(), p.comparison(), p.field(1))?.denied)
    },
    Rule(
      "not met, English", .condition, "NOTE MET | NOTE MET F",
      shows: ["not hit the target", "not reaching the target"],
      rejects: "met their targets"
    ) { p in
      guard p.field() == nil || p.field() == .target else { return nil }
      return .condition(p.met().map { .target($0 ? .less : .atLeast) })
    },
    Rule(
      "but these things", .condition, "S NOT", shows: ["森の案内人育成事業を除く", "予算上位3事業以外"], rejects: "事業を除く"
    ) { p in .condition(p.things()?.left.map { .not($0) }) },
    Rule(
      "but these things, English", .condition, "NOTE S",
      shows: ["except 森の案内人育成事業", "excluding the top 3 projects by budget"],
      rejects: "except projects"
    ) { p in .condition(p.things()?.left.map { .not($0) }) },
  ]
}

extension Parts {
  /// Denies both of two nouns, whatever each of them is: a value, a name, words of a topic.
  fileprivate var excluded: Restriction? {
    let nouns = edges.compactMap { edge in
      switch edge.meaning {
      case .condition(let condition): condition.isNoun ? condition : nil
      case .things(let things): things.left
      default: nil
      }
    }
    // その事業を、湖を除いて: what is asked for is no part of the list, nor is where it stands (計画で、その他以外)
    guard nouns.count == 2, !nouns[0].rivals(nouns[1]), edges.first?.particle != "を",
      edges.first?.particle != "で"
    else { return nil }
    return .both(nouns[0].denied, nouns[1].denied)
  }
}

extension Restriction {
  /// Said by a noun alone, and by no clause.
  fileprivate var isNoun: Bool {
    switch self {
    case .entity, .topic, .label: true
    default: false
    }
  }
}

extension Things {
  /// What is left out where these things are: their names, or the few of an order.
  fileprivate var left: Restriction? {
    if isNamed { return restrictions.count == 1 ? restrictions[0] : .all(restrictions) }
    return isBare ? nil : .among(self)
  }
}
