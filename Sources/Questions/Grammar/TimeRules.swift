import PlanFacts

/// Years, and how figures went between them.
extension Grammar {
  static let timeRules: [Rule] = [
    Rule("in a period", .condition, "PD", price: 2, shows: ["第1期の", "second-term"], rejects: "期間") { p in
      .condition(p.period().map(Restriction.period))
    },
    Rule("in a year", .condition, "Y", price: 1, shows: ["2025年度の", "平成30年度"], rejects: "予算") { p in
      .condition(p.year().map(Restriction.year))
    },
    Rule(
      "to be reached by a year", .condition, "Y TO | ARR Y", price: 2, shows: ["2025年度までに", "by 2030"],
      rejects: "までに"
    ) { p in .condition(p.year().flatMap { $0.isRange ? nil : .within(.mention(.roleYear(.target)), $0) }) },
    Rule(
      "founded by a year", .condition, "Y TO | ARR Y", price: 2, shows: ["2015年までの", "by 2012"],
      rejects: "までに"
    ) { p in .condition(.dated(.mention(.field(.foundedYear)), .atMost, p.year())) },
    Rule(
      "adopted by a year", .condition, "Y TO | ARR Y", price: 2, shows: ["2020年までの", "by 2018"],
      rejects: "までに"
    ) { p in .condition(.dated(.mention(.field(.adoptedYear)), .atMost, p.year())) },
    Rule(
      "field in a year", .condition, "F Y | Y F", shows: ["2018年に設立された", "目標年度が2025年度", "founded in 2012"],
      rejects: "予算が2025年度"
    ) { p in .condition(.within(p.field(), p.year())) },
    Rule(
      "field since a year", .condition, "F Y CMP | Y CMP F | F CMP Y | CMP Y F | IT F CMP Y",
      shows: ["2012年以前に設立された", "設立が2015年以前", "founded after 2012"], rejects: "設立された"
    ) { p in .condition(.dated(p.field(), p.comparison(), p.year())) },
    since("founded since a year", .foundedYear, shows: ["2012年以前の", "after 2010"], rejects: "2012年"),
    since("adopted since a year", .adoptedYear, shows: ["2018年以前の", "from 2020 onward"], rejects: "2018年"),
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
      "F FROM CHG | F THAN CHG | CHG CMP F | F CHG | CHG FROM F",
      shows: ["計画策定時より悪くなった", "現状が悪化した", "got worse since the baseline"], rejects: "予算が悪化した"
    ) { p in
      guard p.field()?.role == .baseline || p.field()?.role == .current else { return nil }
      return .condition(.changed(p.change(), from: .mention(.role(.baseline)), to: .mention(.role(.current))))
    },
    Rule(
      "how it went between two moments", .condition, "YY CHG | CHG YY | YY ADJ | ADJ Y THAN F",
      shows: [
        "2014年度から2016年度に減った", "計画策定時より現状が悪くなった", "fell from 2014 to 2016", "2016年度が計画策定時より低い",
        "lower in 2016 than at the baseline",
      ], rejects: "2014年度に減った"
    ) { p in
      if let direction = p.direction() {
        let change: Concept.Change = direction.way == .descending ? .rose : .fell
        guard direction.manner == .height || direction.manner == .count || direction.manner == .amount else {
          return nil
        }
        if let span = p.span() { return .condition(.changed(change, from: span.first, to: span.last)) }
        guard let first = p.field(), first.role == .baseline, let year = p.year(), !year.isRange else {
          return nil
        }
        return .condition(.changed(change, from: first, to: .pointIn(nil, .year(year.first))))
      }
      guard let span = p.span() else { return nil }
      let isSinceStart = span.first == .mention(.role(.baseline)) && span.last == .mention(.role(.current))
      guard p.change() == .rose || p.change() == .fell || isSinceStart else { return nil }
      return .condition(.changed(p.change(), from: span.first, to: span.last))
    },
    Rule(
      "figure of a year", .dated, "Y F | F/- Y", price: 2, shows: ["2025年度の目標", "計画策定時（2014年度）"],
      rejects: "2025年度の予算"
    ) { p in
      guard let role = p.field()?.role, let year = p.year(), !year.isRange else { return nil }
      return .field(.pointIn(role, .year(year.first)))
    },
    Rule(
      "target of a period", .field, "PD F | PD/の IT F", price: 2, shows: ["第1期の目標", "second-term target"],
      rejects: "第1期の予算"
    ) { p in
      guard p.field() == .target, let period = p.period() else { return nil }
      return .field(.pointIn(.target, .period(period)))
    },
    // MARK: from one moment to another
    Rule(
      "from one year to another", .span,
      "Y FROM Y | Y FROM Y TO | FROM Y TO Y | Y TO Y | BETW Y AND Y | Y AND Y | Y/-はにの THAN Y | Y AND CMPR Y | Y CMPR Y | Y",
      shows: ["2014年度から2016年度", "between 2012 and 2018", "2015年度と比べて2017年度"], rejects: "2016年度から2014年度"
    ) { p in
      guard let a = p.year() else { return nil }
      guard let b = p.year(1) else { return a.isRange ? .span(years: a.first, a.last) : nil }
      return a.isRange || b.isRange ? nil : .span(years: a.first, b.first)
    },
    Rule(
      "from a later year back to another", .span, "Y Y THAN | Y Y AND CMPR | Y Y CMPR | Y/- THAN Y",
      shows: ["2016年度は2014年度より", "2018年度は2012年度と比べて"], rejects: "2014年度は2016年度より"
    ) { p in
      guard let last = p.year(), let first = p.year(1), !first.isRange, !last.isRange else { return nil }
      return .span(years: first.first, last.first)
    },
    Rule(
      "from one period to another", .span,
      "PD FROM PD | PD FROM PD TO | FROM PD TO PD | BETW PD AND PD | PD AND PD | PD THAN PD | PD AND CMPR PD | PD CMPR PD | PD AND PD F | BETW PD AND PD F | PD F AND PD F | PD F FROM PD F",
      shows: ["第1期から第2期", "from the first term to the second term", "第2期の目標と第3期の目標"], rejects: "第2期から第1期"
    ) { p in
      guard let first = p.period(), let last = p.period(1), first < last,
        [p.field(), p.field(1)].allSatisfy({ $0 == nil || $0 == .target })
      else { return nil }
      return .span(.pointIn(.target, .period(first)), .pointIn(.target, .period(last)))
    },
    Rule(
      "between a later period and another", .span,
      "PD AND PD F | PD F AND PD F | BETW PD AND PD F | BETW PD AND PD | PD F PD F THAN | PD PD THAN | F PD THAN PD | PD F THAN PD F",
      shows: ["第2期と第1期の目標", "第2期の目標は第1期の目標より", "between the second-term and first-term targets"],
      rejects: "第1期と第2期の目標"
    ) { p in
      guard let last = p.period(), let first = p.period(1),
        [p.field(), p.field(1)].allSatisfy({ $0 == nil || $0 == .target })
      else { return nil }
      // 第1期より第2期のほうが
      let isTurned = p.edges.contains { $0.category == .than } && p.edges.last?.category != .than
      guard (first < last) != isTurned else { return nil }
      let (a, b) = isTurned ? (last, first) : (first, last)
      return .span(.pointIn(.target, .period(a)), .pointIn(.target, .period(b)))
    },
    Rule(
      "from when the plan was made", .span,
      "F FROM F | F FROM F TO | F THAN F | F AND CMPR F | F CMPR F | F FROM Y | F AND CMPR Y | F CMPR Y | FROM F TO F | BETW F AND F | F FROM | F THAN | F CMPR | F AND CMPR | Y F THAN | Y F CMPR",
      shows: ["計画策定時から現状", "基準値と比べて2016年度", "from the baseline to the current value", "計画策定時に比べて"],
      rejects: "現状から計画策定時"
    ) { p in
      guard let first = p.field(), first.role == .baseline else { return nil }
      if let year = p.year() { return year.isRange ? nil : .span(first, .pointIn(nil, .year(year.first))) }
      guard let last = p.field(1) else { return .span(first, .mention(.role(.current))) }
      return last.role == .current || last.role == .actual ? .span(first, last) : nil
    },
  ]

  /// Before or after a year, with no word for what happened then: of things that have one such year.
  private static func since(_ name: String, _ field: FieldName, shows: [String], rejects: String) -> Rule {
    Rule(name, .condition, "Y CMP | CMP Y | FROM Y CMP", price: 2, shows: shows, rejects: rejects) { p in
      // 2010年から2019年までに: from the one year to the other
      guard p.edges.first?.category != .from || p.comparison() == .atLeast else { return nil }
      return .condition(.dated(.mention(.field(field)), p.comparison(), p.year()))
    }
  }
}

extension Meaning {
  /// nil where the first is not the earlier.
  fileprivate static func span(years first: Int, _ last: Int) -> Meaning? {
    first < last ? .span(.pointIn(nil, .year(first)), .pointIn(nil, .year(last))) : nil
  }
}
