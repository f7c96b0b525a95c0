import PlanFacts

/// Orders, and what they leave: 決算の大きい順に4つ, the top three by budget.
extension Grammar {
  static let orderRules: [Rule] = [
    Rule(
      "the most of a field", .order, "F SUP ADJ | SUP F ADJ | F EXT | EXT F | SUP F",
      shows: ["予算が一番大きい", "決算が最少の", "largest budget", "一番使った"], rejects: "一番予算"
    ) { p in
      // 一番使った: the word for the field is a verb
      let isSpent = p.field() == .settlement && p.direction() == nil
      let most = isSpent ? Direction(way: .descending, manner: .amount) : p.direction()
      return .order(p.field(), most, limit: 1)
    },
    Rule(
      "in the order of a field", .order, "F ORD | ORD F", shows: ["予算の大きい順", "決算が少ない順に"], rejects: "予算"
    ) { .order($0.field(), $0.direction()) },
    Rule(
      "in the order of a field, a number of them", .order, "F ORD N | F ADJ N",
      shows: ["決算の大きい順に4つ", "決算が少ない順に5件"], rejects: "予算3つ"
    ) { p in p.figure()?.count.flatMap { .order(p.field(), p.direction(), limit: $0) } },
    Rule(
      "by how much of a field", .order, "F ADJ", price: 2, shows: ["達成率が低い", "予算が大きい"], rejects: "達成率"
    ) { .order($0.field(), $0.direction()) },
    Rule(
      "the one of two that has more of a field", .order, "F ADJ EITHER", price: 1,
      shows: ["予算が大きい方", "決算の少ないほう"], rejects: "予算が大きい"
    ) { .order($0.field(), $0.direction(), limit: 1) },
    Rule(
      "of two fields, the most of what lies between", .order, "FL CMPR O | F F SUP DIFF | F AND F SUP DIFF",
      shows: ["予算と決算を比べて使い残しが最大の", "現状と目標が最も離れている"], rejects: "予算と決算を比べて達成度が最大の"
    ) { p in
      if let order = p.order(), let fields = p.fields() {
        guard case .combined(let a, _, let b)? = order.field, Set(fields) == [a, b] else { return nil }
        return .order(order)
      }
      let field = Reference.combined(p.field(), with: .apart, p.field(1))
      return .order(field, Direction(way: .descending, manner: .amount), limit: 1)
    },
    Rule(
      "sorted by a field", .order, "ARR F | F ARR", price: 1,
      shows: ["sorted by budget", "by settlement", "予算順に", "番号の順番で"], rejects: "budget"
    ) { p in p.field().flatMap { .order($0, Direction(way: $0.usualWay, manner: .amount)) } },
    Rule(
      "sorted by a field, the way said", .order, "ARR F ORD | ORD ARR F | F ORD ARR | ORD F ARR | ARR ORD F",
      shows: ["sorted by budget in descending order", "予算の少ない順に並べて"], rejects: "sorted by budget"
    ) { .order($0.field(), $0.direction()) },
    Rule(
      "the first of a field", .order, "F TOP N | TOP N F | F ADJ TOP N | F TOP N ADJ | N EXT F",
      shows: ["予算上位3つ", "予算が多い上位5事業", "top 3 budgets"], rejects: "上位3"
    ) { p in
      let direction = p.direction(1) ?? p.direction()
      return p.figure()?.count.flatMap { .order(p.field(), direction, limit: $0) }
    },
    Rule(
      "the nearest to the target", .order,
      "F SUP NEAR | SUP F NEAR | NEAR TO F | NEAR TO IT F | NEAR IT F | NEAR F",
      shows: ["目標に一番近い", "closest to its target", "furthest from the target"], rejects: "予算に一番近い"
    ) { p in
      guard p.field() == .target, let way = p.direction()?.way else { return nil }
      // of those that are not there yet, the one of the highest rate
      return .order(
        Ordering(
          field: .derived(.achievement), way: way == .ascending ? .descending : .ascending, limit: 1,
          holds: .target(.less)))
    },
    Rule(
      "the furthest over the budget", .order,
      "SUP F CMP | F SUP CMP | F SUP ADJ CMP | EXT CMP F | F EXT CMP | F/がは F SUP CMP | F/がは F SUP ADJ CMP | F/がは F FROM SUP CMP | F/がは F FROM SUP ADJ CMP",
      price: 1,
      shows: ["予算を最も超えた", "furthest over budget", "決算が予算から一番大きくはみ出した", "予算を一番余らせた"], rejects: "予算を超えた"
    ) { p in
      let isSettled = p.field(1) == nil || p.field() == .settlement
      guard isSettled, (p.field(1) ?? p.field()) == .budget, let comparison = p.comparison(),
        comparison != .equal, comparison != .notEqual
      else { return nil }
      let isLess = comparison == .less || comparison == .atMost
      let (more, less) = isLess ? (Reference.budget, Reference.settlement) : (.settlement, .budget)
      return .order(
        Ordering(
          field: .combined(more, .minus, less), way: .descending, limit: 1,
          holds: .related(.settlement, comparison, .budget)))
    },
    Rule(
      "first of all", .order, "F TOP", shows: ["adopted first", "founded first"], rejects: "budget first"
    ) { p in
      guard let field = p.field(), field.type == .year, p.direction()?.way == .descending else { return nil }
      return .order(Ordering(field: field, way: .ascending, limit: 1))
    },
    Rule(
      "an order, and how its field is reckoned", .order, "O F",
      shows: ["biggest overspend, settlement minus budget", "残額が一番多い（予算−決算）"], rejects: "予算が一番多い（予算−決算）"
    ) { p in
      guard let order = p.order(), case .combined? = order.field, order.field == p.field() else { return nil }
      return .order(order)
    },
    Rule(
      "to the n-th in an order", .order, "O NTH TO | F TOP NTH TO",
      shows: ["決算の大きい順に3番目まで", "予算上位3位までの"], rejects: "決算の大きい順に3番目"
    ) { p in
      guard let place = p.place() else { return nil }
      guard var order = p.order() else { return .order(p.field(), p.direction(), limit: place) }
      guard order.limit == nil, order.position == nil else { return nil }
      order.limit = place
      return .order(order)
    },
    Rule(
      "the n-th in an order", .order, "O NTH | NTH O | ARR O NTH", price: 1,
      shows: ["予算の少ない順で2位", "決算の大きい順で3番目"],
      rejects: "予算が一番大きい2番目"
    ) { p in
      guard var order = p.order(), order.limit == nil, order.position == nil, let place = p.place() else {
        return nil
      }
      order.position = place
      return .order(order)
    },
    Rule(
      "the n-th of a field", .order,
      "F NTH ADJ | NTH EXT F | F NTH | ARR F ORD NTH | NTH ARR F ORD | NTH ARR F",
      shows: ["予算が3番目に大きい", "2nd largest budget", "予算5位"],
      rejects: "3番目の事業"
    ) { p in
      guard let place = p.place() else { return nil }
      return .order(p.field(), p.direction() ?? Direction(way: .descending, manner: .amount), position: place)
    },
  ]
}
