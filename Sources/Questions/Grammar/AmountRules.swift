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
      guard let things = p.things(), !things.isCalled, !things.areInitiatives, things.kinds != [.evaluations]
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
      "of the first few of a field, its sum", .amount,
      "AGG F TOP N K | TOP N K F AGG | AGG F N EXT K | N EXT K F AGG",
      shows: [
        "average budget of the bottom five projects",
        "total settlement of the two largest projects",
      ],
      rejects: "average budget of the projects"
    ) { p in
      guard let field = p.field(), let way = p.direction()?.way(for: field), let count = p.figure()?.count
      else { return nil }
      return .aggregate(
        p.aggregate(), field, p.things()?.ordered(by: Ordering(field: field, way: way, limit: count)))
    },
    Rule(
      "which part of all the first few of a field have", .amount,
      "TOP N K F SHARE | TOP N F SHARE | SHARE AGG F TOP N K | SHARE F TOP N K | SHARE AGG F N EXT K | SHARE F N EXT K",
      shows: [
        "上位3事業が予算全体に占める割合", "what percentage of the total settlement do the two largest projects have",
      ],
      rejects: "上位3事業の割合"
    ) { p in
      guard let field = p.field(), field.isMoney, let way = p.direction()?.way(for: field),
        let count = p.figure()?.count, let things = p.things() ?? .all(with: field.kinds),
        p.aggregate() == nil || p.aggregate() == .sum
      else { return nil }
      let part = things.ordered(by: Ordering(field: field, way: way, limit: count))
      return .combined(part.flatMap { .of(.sum, field, $0) }, .percentOf, .of(.sum, field, things))
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
      "the figure of a thing", .amount, "FS", price: 1, shows: ["森の案内人育成事業の予算", "湖の透明度の目標"], rejects: "事業の予算"
    ) { p in
      guard let both = p.fieldsOfThings(), both.fields.count == 1,
        let figure = Amount.of(both.fields[0], both.things),
        case .figure = figure
      else { return nil }
      return .amount(figure)
    },
    Rule(
      "two figures and a sign between them", .amount, "V OP V | OP V ARR V",
      shows: [
        "決算の合計÷予算の合計", "森の案内人育成事業の予算÷みどり湖水質浄化推進事業の予算", "divide total settlement by total budget",
      ], rejects: "予算÷決算"
    ) { p in .combined(p.amount(), p.operation(), p.amount(1)) },
    Rule(
      "a field of two things and a sign between them", .amount,
      "F S OP S | F DIFF S OP S | S OP S F | S F OP S | OP F S ARR S",
      shows: ["budget: 森の案内人育成事業 minus みどり湖水質浄化推進事業", "森の案内人育成事業÷みどり湖水質浄化推進事業の決算"],
      rejects: "森の案内人育成事業÷みどり湖水質浄化推進事業"
    ) { p in .combined(.of(p.field(), p.called()), p.operation(), .of(p.field(), p.called(1))) },
    Rule(
      "which part one figure is of another", .amount,
      "V/はがも V SHARE | V/に V SHARE | V AMONG V SHARE | SHARE V V | V SHARE V | V/に V RATIO | V/に FS SHARE | V AMONG FS SHARE | FS/はが V SHARE | SHARE V FS | FS SHARE V",
      shows: [
        "森の案内人育成事業の予算が全事業の予算の合計に占める割合",
        "what percentage of the total settlement is the settlement of みどり湖水質浄化推進事業",
        "予算の合計のうち環境政策局の事業の予算は何%",
      ],
      rejects: "森の案内人育成事業の予算の割合"
    ) { p in
      if let both = p.fieldsOfThings() {
        guard both.fields.count == 1, !both.things.isBare, !both.things.isCalled else { return nil }
        return .combined(.of(.sum, both.fields[0], both.things), .percentOf, p.amount())
      }
      // 予算の合計に対する, the total of which a part is asked for: the whole stands first
      let isTurned =
        p.edges[0].category == .share || p.edges[1].category == .among
        || p.edges[1].category == .amount && p.particle(0) == "に"
      return .combined(p.amount(isTurned ? 1 : 0), .percentOf, p.amount(isTurned ? 0 : 1))
    },
    Rule(
      "which part of a figure a thing has", .amount, "SHARE S V | SHARE C V",
      shows: [
        "share of 森の案内人育成事業 in the total budget",
        "proportion of 環境政策局 in the total settlement of all projects",
      ],
      rejects: "share of 森の案内人育成事業"
    ) { p in
      guard case .aggregate(.sum, let field, let things)? = p.amount(), things.isBare || !things.isCalled
      else {
        return nil
      }
      let part = p.condition().map { things.narrowed(by: $0) } ?? p.called()
      return .combined(part.flatMap { .of(.sum, field, $0) }, .percentOf, p.amount())
    },
    Rule(
      "which part of a figure", .amount, "SHARE V C | SHARE V TO C | SHARE V S | C V SHARE | S V SHARE",
      shows: ["what percentage of the total budget belongs to 環境政策局", "環境政策局は予算の合計の何%"],
      rejects: "予算の合計の何%"
    ) { p in
      // share of a thing in the total: no part of that thing is asked for
      guard case .aggregate(.sum, let field, let things)? = p.amount(), !things.isCalled,
        p.things()?.isBare != true
      else { return nil }
      let part = p.condition().map { things.narrowed(by: $0) } ?? p.things()
      return .combined(part.flatMap { .of(.sum, field, $0) }, .percentOf, p.amount())
    },
    Rule(
      "by how much a figure is larger", .amount,
      "V V THAN ADJ | ADJ V THAN V | V THAN V ADJ | DIFF V ADJ THAN V | DIFF V CMP V | V CMP V DIFF",
      price: 1,
      shows: [
        "森の案内人育成事業の予算はみどり湖水質浄化推進事業の予算よりいくら多い", "決算の合計は予算の合計よりどれだけ少ない",
        "by how much does the total budget exceed the total settlement",
      ],
      rejects: "予算は決算よりどれだけ多い"
    ) { p in
      // than the one the other: the second is the larger
      let isTurned = p.edges[1].category == .than
      let isLess = p.isLess(saidOf: nil) != isTurned
      return .combined(p.amount(isLess ? 1 : 0), .minus, p.amount(isLess ? 0 : 1))
    },
    Rule(
      "how many more things there are", .amount,
      "S S THAN CNT ADJ | S S THAN ADJ CNT | S THAN S CNT ADJ | CNT ADJ S THAN S | DIFF S CMP S | CNT S OP CNT S",
      shows: [
        "達成度3の事業は達成度4の事業より何件多い", "環境政策局の事業よりその他の事業のほうが何件少ない",
        "how many more level 2 projects than level 4 projects",
      ],
      rejects: "森の案内人育成事業はみどり湖水質浄化推進事業より何件多い"
    ) { p in
      guard let a = p.things(), let b = p.things(1), a.hasKind, b.hasKind, !a.isNamed, !b.isNamed, a != b,
        a.order == nil, b.order == nil
      else { return nil }
      if let operation = p.operation() { return .combined(.count(a), operation, .count(b)) }
      let isLess = p.isLess(saidOf: nil) != (p.edges[1].category == .than)
      return .combined(.count(isLess ? b : a), .minus, .count(isLess ? a : b))
    },
    Rule(
      "by how much the field of a thing is larger", .amount,
      "S F S THAN ADJ | S S THAN F ADJ | S F S CMP | S S F CMP | ADJ F S THAN S | ADJ F S THAN THAT S | S THAN S F ADJ | F S S THAN ADJ | F S EITHER S THAN ADJ | DIFF S CMP S F | DIFF F S CMP S | DIFF F S CMP THAT S | DIFF F S CMP IT S",
      price: 1,
      shows: [
        "森の案内人育成事業の予算はみどり湖水質浄化推進事業よりいくら多い", "森の案内人育成事業はみどり湖水質浄化推進事業より決算がどれだけ少ない",
        "by how much does 森の案内人育成事業 exceed みどり湖水質浄化推進事業 in budget",
        "森の案内人育成事業よりみどり湖水質浄化推進事業の予算はどれだけ多い",
      ],
      rejects: "事業の予算は指標よりいくら多い"
    ) { p in
      guard let field = p.field(), let a = p.called(), let b = p.called(1), a != b else { return nil }
      let isLess = p.isLess(saidOf: field) != (p.edges[1].category == .than)
      return .combined(.of(field, isLess ? b : a), .minus, .of(field, isLess ? a : b))
    },
    Rule(
      "which part of all that field", .amount, "FS SHARE | SHARE FS",
      shows: ["環境政策局の予算は全体の何%", "森の案内人育成事業の決算が全体に占める割合"],
      rejects: "予算は全体の何%"
    ) { p in
      guard let both = p.fieldsOfThings(), both.fields.count == 1, let field = both.fields.first,
        field.isMoney,
        !both.things.isBare, both.things.order == nil, let part = Amount.of(.sum, field, both.things),
        let whole = Amount.of(.sum, field, Things(both.things.kinds))
      else { return nil }
      return .combined(part, .percentOf, whole)
    },
    Rule(
      "how far apart two figures are", .amount,
      "V AND V DIFF | DIFF V AND V | DIFF BETW V AND V | V DIFF V AND V",
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
      "one figure less another", .amount, "V FROM V DIFF | V/を V FROM DIFF | DIFF V FROM V",
      shows: [
        "予算の合計から決算の合計を引いた", "事業の数から達成度3の事業の数を引いた", "subtract the total settlement from the total budget",
      ],
      rejects: "予算の合計"
    ) { p in
      let isTurned = p.edges[1].category != .from
      return .combined(p.amount(isTurned ? 1 : 0), .minus, p.amount(isTurned ? 0 : 1))
    },
    Rule(
      "one count less another", .amount, "S AND S CNT DIFF | CNT DIFF S AND S | DIFF CNT S AND S",
      shows: ["達成度3の事業と達成度4の事業の数の差", "difference in the number of level 2 projects and level 4 projects"],
      rejects: "事業と指標の数の差"
    ) { p in
      guard let a = p.things(), let b = p.things(1), a.kinds == b.kinds, !a.isNamed, !b.isNamed else {
        return nil
      }
      return .combined(.count(a), .apart, .count(b))
    },
    Rule(
      "how many times a figure", .amount,
      "V/-のはがもで V TIMES | V/に V TIMES | V CMPR V TIMES | TIMES V V | RATIO V V | RATIO V TO V | TIMES ADJ V THAN V | TIMES V ADJ THAN V | V TIMES V",
      shows: [
        "決算の合計は予算の合計の何倍", "指標の数は事業の数の何倍", "ratio of total settlement to total budget",
        "予算の合計に比べて決算の合計は何倍",
      ],
      rejects: "予算の何倍"
    ) { p in
      // how many times X is Y, Xに対するY, Xに比べてY: Y ÷ X
      let isTurned =
        p.edges[0].category == .times && p.edges.count == 3 || p.edges[1].category == .sideBySide
        || p.edges[0].category == .amount && p.particle(0) == "に"
      return .combined(p.amount(isTurned ? 1 : 0), .dividedBy, p.amount(isTurned ? 0 : 1))
    },
    Rule(
      "a field of two things, how far apart", .amount,
      "S AND S F DIFF | DIFF F S AND S | DIFF F BETW S AND S | DIFF S AND S F | S AND S F AGG DIFF | S AND S AGG F DIFF | AGG F S AND S DIFF | DIFF BETW F S AND S | DIFF F S S",
      shows: ["森の案内人育成事業とみどり湖水質浄化推進事業の予算の差", "環境政策局の事業と達成度3の事業の平均決算の差"], rejects: "事業の予算の差"
    ) { p in
      guard let aggregate = p.aggregate() else {
        return .combined(.of(p.field(), p.things()), .apart, .of(p.field(), p.things(1)))
      }
      guard let field = p.field(), let a = p.things(), let b = p.things(1) else { return nil }
      return .combined(.of(aggregate, field, a), .apart, .of(aggregate, field, b))
    },
    Rule(
      "a field of two things, how many times", .amount,
      "S F S TIMES | S S F TIMES | F S S TIMES | S CMPR S F TIMES | TIMES ADJ F S THAN S | TIMES ADJ F S THAN THAT S | RATIO F S TO S | RATIO F S TO THAT S | RATIO F S TO IT S",
      shows: ["森の案内人育成事業の予算はみどり湖水質浄化推進事業の何倍", "森の案内人育成事業はみどり湖水質浄化推進事業の決算の何倍"], rejects: "事業の予算は決算の何倍"
    ) { p in
      // A に比べて B は: B ÷ A
      let isTurned = p.edges[1].category == .sideBySide
      let (a, b) = (Amount.of(p.field(), p.things()), Amount.of(p.field(), p.things(1)))
      return .combined(isTurned ? b : a, .dividedBy, isTurned ? a : b)
    },
  ]
}

extension Parts {
  /// Things that are called by a name, or by words that may be one.
  fileprivate func called(_ n: Int = 0) -> Things? { things(n).flatMap { $0.isCalled ? $0 : nil } }

  /// What is said of the first of two figures is that it is the smaller.
  fileprivate func isLess(saidOf field: Reference?) -> Bool {
    let way = comparison() ?? comparison(saidOf: field)
    return way.map { $0 == .less || $0 == .atMost } ?? (direction()?.way == .ascending)
  }
}
