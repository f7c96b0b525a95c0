import PlanFacts

/// Figures over many things: counts, sums, averages, and figures reckoned from them.
extension Grammar {
  static let amountRules: [Rule] = [
    Rule(
      "how many things", .amount, "S CNT | CNT S | S AGG CNT",
      shows: ["達成度3の事業は何件", "how many indicators", "指標の数"],
      rejects: "森の案内人育成事業は何件"
    ) { p in
      // how many initiatives a goal has is a figure that its evaluation prints
      guard let things = p.things(), !things.isNamed, !things.areInitiatives, things.kinds != [.evaluations]
      else { return nil }
      return .amount(.count(things))
    },
    Rule(
      "how many meet it", .amount, "C CNT | CNT C", price: 2, shows: ["達成度3は何件", "環境政策局は何件"], rejects: "何件"
    ) { p in
      guard let condition = p.condition(), !condition.isTopic else { return nil }
      return .amount(Things.all(with: condition.kinds)?.narrowed(by: condition).map(Amount.count))
    },
    Rule(
      "sum of a field of things", .amount, "FS AGG | AGG FS",
      shows: ["環境政策局の事業の予算の合計", "average budget of the projects"],
      rejects: "予算の合計"
    ) { p in
      guard let both = p.fieldsOfThings(), both.fields.count == 1 else { return nil }
      return .aggregate(p.aggregate(), both.fields.first, both.things)
    },
    Rule(
      "sum of a field", .amount, "F AGG | AGG F", price: 1, shows: ["予算の合計", "total settlement"],
      rejects: "合計"
    ) { p in .aggregate(p.aggregate(), p.field(), p.field().flatMap { .all(with: $0.kinds) }) },
    Rule(
      "things, their sum of a field", .amount, "S AGG F", shows: ["環境政策局の事業の合計予算", "達成度3の事業の平均決算"],
      rejects: "合計予算"
    ) { p in .aggregate(p.aggregate(), p.field(), p.things()) },
    Rule(
      "where a condition holds, the sum of a field", .amount, "C AGG F", price: 1,
      shows: ["環境政策局の合計予算", "達成度3の平均決算"],
      rejects: "合計予算"
    ) { p in
      guard let field = p.field(), let condition = p.condition() else { return nil }
      return .aggregate(p.aggregate(), field, Things(field.kinds).narrowed(by: condition))
    },
    Rule(
      "of an order's things, the sum of its field", .amount, "O AGG", price: 1,
      shows: ["予算上位3事業の合計", "決算の大きい順に5件の平均"],
      rejects: "予算の合計"
    ) { p in
      guard let order = p.order(), let field = order.field, order.limit != nil else { return nil }
      return .aggregate(p.aggregate(), field, Things(field.kinds).ordered(by: order))
    },
    Rule(
      "things of an order and their sum", .amount, "S AND IT AGG | S AND AGG", price: 1,
      shows: ["the top 3 projects by budget and their sum", "予算の大きい順に3事業とその合計"], rejects: "事業とその合計"
    ) { p in
      guard let things = p.things(), let field = things.order?.field, things.isCut else { return nil }
      return .aggregate(p.aggregate(), field, things)
    },
    // MARK: figures of figures
    Rule(
      "which part of all that field", .amount, "FS SHARE | SHARE FS",
      shows: ["環境政策局の予算は全体の何%", "森の案内人育成事業の決算が全体に占める割合"],
      rejects: "予算は全体の何%"
    ) { p in
      guard let both = p.fieldsOfThings(), both.fields.count == 1, let field = both.fields.first,
        field.isMoney,
        !both.things.isBare, let part = Amount.of(.sum, field, both.things),
        let whole = Amount.of(.sum, field, Things(both.things.kinds))
      else { return nil }
      return .combined(part, .percentOf, whole)
    },
    Rule(
      "how far apart two figures are", .amount, "V AND V DIFF | DIFF V AND V | DIFF BETW V AND V",
      shows: ["予算の合計と決算の合計の差", "difference between total budget and total settlement"], rejects: "予算の合計"
    ) { .combined($0.amount(), .apart, $0.amount(1)) },
    Rule(
      "how far apart the sums of two fields are", .amount,
      "FS AGG AND F AGG DIFF | F AGG AND FS AGG DIFF | S F AGG AND F AGG DIFF",
      shows: ["環境政策局の予算合計と決算合計の差", "達成度3の事業の予算の合計と決算の合計の差"], rejects: "予算合計と決算合計の差"
    ) { p in
      guard let both = p.fieldsOfThings(), both.fields.count == 1, let first = p.aggregate(),
        let second = p.aggregate(1),
        let other = p.field(), let field = both.fields.first, let a = Amount.of(first, field, both.things),
        let b = Amount.of(second, other, both.things)
      else { return nil }
      return .combined(a, .apart, b)
    },
    Rule(
      "one figure less another", .amount, "V FROM V DIFF",
      shows: ["予算の合計から決算の合計を引いた", "事業の数から達成度3の事業の数を引いた"],
      rejects: "予算の合計"
    ) { .combined($0.amount(), .minus, $0.amount(1)) },
    Rule(
      "how many times a figure", .amount, "V V TIMES", shows: ["決算の合計は予算の合計の何倍", "指標の数は事業の数の何倍"],
      rejects: "予算の何倍"
    ) { .combined($0.amount(), .dividedBy, $0.amount(1)) },
    Rule(
      "a field of two things, how far apart", .amount,
      "S AND S F DIFF | DIFF F S AND S | DIFF F BETW S AND S | DIFF S AND S F",
      shows: ["森の案内人育成事業とみどり湖水質浄化推進事業の予算の差", "環境政策局の事業と達成度3の事業の決算の差"], rejects: "事業の予算の差"
    ) { p in
      guard let field = p.field(), let a = p.things(), let b = p.things(1), a != b,
        let x = Amount.of(.sum, field, a),
        let y = Amount.of(.sum, field, b)
      else { return nil }
      return .combined(x, .apart, y)
    },
    Rule(
      "a field of two things, how many times", .amount, "S F S TIMES | S S F TIMES | S F S F TIMES",
      shows: ["森の案内人育成事業の予算はみどり湖水質浄化推進事業の何倍", "森の案内人育成事業はみどり湖水質浄化推進事業の決算の何倍"], rejects: "事業の予算は決算の何倍"
    ) { p in
      guard let field = p.field(), p.field(1) == nil || p.field(1) == field, let a = p.things(),
        let b = p.things(1), a != b,
        let x = Amount.of(.sum, field, a), let y = Amount.of(.sum, field, b)
      else { return nil }
      return .combined(x, .dividedBy, y)
    },
  ]
}
