import PlanFacts

/// Years, and how figures went between them.
extension Grammar {
  static let timeRules: [Rule] = [
    Rule("in a year", .condition, "Y", price: 1, shows: ["2025年度の", "平成30年度"], rejects: "予算") { p in
      .condition(p.year().map(Restriction.year))
    },
    Rule(
      "field in a year", .condition, "F Y | Y F", shows: ["2018年に設立された", "目標年度が2025年度", "founded in 2012"],
      rejects: "予算が2025年度"
    ) { p in .condition(.within(p.field(), p.year())) },
    Rule(
      "field since a year", .condition, "F Y CMP | Y CMP F | F CMP Y | CMP Y F",
      shows: ["2012年以前に設立された", "設立が2015年以前", "founded after 2012"], rejects: "設立された"
    ) { p in .condition(.dated(p.field(), p.comparison(), p.year())) },
    Rule(
      "field by a year, English", .condition, "F ARR Y", shows: ["established by 2012", "adopted by 2020"],
      rejects: "2012年までに設立された"
    ) { p in .condition(.dated(p.field(), .atMost, p.year())) },
    Rule(
      "than a year, later", .condition, "Y THAN ADJ F | F Y THAN ADJ",
      shows: ["2015年より新しく設立された", "設立が2010年より古い"],
      rejects: "設立が古い"
    ) { p in
      guard let field = p.field(), let way = p.direction()?.way(for: field) else { return nil }
      return .condition(.dated(field, way == .descending ? .greater : .less, p.year()))
    },
    Rule(
      "how it went", .condition, "CHG", price: 1, shows: ["悪化した", "got worse", "減った"], rejects: "減る予算"
    ) { p in
      .condition(.changed(p.change(), from: .mention(.role(.baseline)), to: .mention(.role(.current))))
    },
    Rule(
      "how it went since the plan was made", .condition,
      "F FROM F CHG | F THAN F CHG | F FROM CHG | F THAN CHG | CHG CMP F | F CHG | CHG FROM F",
      shows: ["計画策定時より現状が悪くなった", "現状が悪化した", "got worse since the baseline"], rejects: "予算が悪化した"
    ) { p in
      guard p.field()?.role == .baseline || p.field()?.role == .current,
        p.field(1) == nil || p.field(1)?.role == .current || p.field(1)?.role == .actual
      else { return nil }
      return .condition(.changed(p.change(), from: .mention(.role(.baseline)), to: .mention(.role(.current))))
    },
    Rule(
      "how it went between two years", .condition,
      "Y FROM Y CHG | Y FROM Y TO CHG | Y THAN Y CHG | CHG FROM Y TO Y | CHG BETW Y AND Y",
      shows: ["2014年度から2016年度に減った", "2014年度より2016年度が増えた", "fell from 2014 to 2016"], rejects: "2014年度に減った"
    ) { p in
      guard let a = p.year(), let b = p.year(1), !a.isRange, !b.isRange, a.first < b.first,
        p.change() == .rose || p.change() == .fell
      else { return nil }
      return .condition(
        .changed(p.change(), from: .pointIn(nil, year: a.first), to: .pointIn(nil, year: b.first)))
    },
  ]
}
