import JapaneseText
import PlanFacts

/// Bounds: a field against a figure, a field against a field, a figure against its target.
extension Grammar {
  static let boundRules: [Rule] = [
    Rule(
      "field over figure", .condition, "F N CMP | F CMP N | CMP N F | N CMP F",
      shows: ["予算が10万以上", "budget over 300,000", "over 300,000 settlement", "30万を超える決算"], rejects: "予算10万"
    ) { p in .condition(.compared(p.field(), p.comparison(), p.figure())) },
    Rule(
      "field larger than figure", .condition, "F N THAN ADJ | F ADJ THAN N",
      shows: ["予算が10万より多い", "決算が5万より少ない"], rejects: "予算が多い"
    ) { p in
      .condition(.compared(p.field(), p.comparison(saidOf: p.field()), p.figure()))
    },
    Rule(
      "field is figure", .condition, "F N | F N F | F F N",
      shows: ["達成度4", "当初の達成度が2の", "scored 2 against the original target"],
      rejects: "予算10万"
    ) { p in
      // scored 2 against its original target: which of the levels is said behind, or before
      let isBefore = p.edges.count == 3 && p.edges[1].category == .field
      let field = p.edges.count == 3 && !isBefore ? p.field(1) : p.field()
      guard field?.type == .level, p.field()?.type == .level,
        !isBefore || field != .level && p.field(1) == .level
      else { return nil }
      return .condition(.compared(field, .equal, p.figure()))
    },
    Rule(
      "figure is field", .condition, "N F", price: 2, shows: ["4 in level", "3 in the achievement level"],
      rejects: "10万の予算"
    ) { p in
      guard p.field()?.type == .level, p.figure()?.unit == nil else { return nil }
      return .condition(.compared(p.field(), .equal, p.figure()))
    },
    Rule(
      "a level was reached", .condition, "MET F N", shows: ["reached level 2", "achieved level 3"],
      rejects: "reached the target"
    ) { p in
      guard p.field()?.type == .level, p.met() == true else { return nil }
      return .condition(.compared(p.field(), .equal, p.figure()))
    },
    Rule(
      "one figure and another", .numbers, "N AND N | N OR N | NL AND N | NL OR N",
      shows: ["2と4", "2 or 4", "2、3"],
      rejects: "2"
    ) { p in
      guard let last = p.figures() == nil ? p.figure(1) : p.figure(),
        let first = p.figures() ?? p.figure().map({ [$0] })
      else { return nil }
      return .figures(first + [last])
    },
    Rule(
      "field is one of the figures", .condition, "F NL", shows: ["達成度2と4", "level 2 or 4"], rejects: "予算2と4"
    ) { p in .condition(.equal(p.field(), p.figures())) },
    Rule(
      "between two figures", .condition, "F N CMP N CMP | N CMP N CMP F",
      shows: ["予算が5万以上10万未満", "決算が1万を超え5万以下", "10万以上30万未満の予算"],
      rejects: "予算が5万以上"
    ) { p in
      .condition(
        .both(
          .compared(p.field(), p.comparison(), p.figure()), .compared(p.field(), p.comparison(1), p.figure(1))
        ))
    },
    Rule(
      "from figure to figure", .condition,
      "F N FROM N | F N FROM N TO | F FROM N TO N | F BETW N AND N | F N FROM N BETW",
      shows: ["予算が10万から30万", "budget between 50,000 and 100,000", "決算が1万から5万まで"], rejects: "予算が10万から"
    ) { p in
      .condition(
        .both(.compared(p.field(), .atLeast, p.figure()), .compared(p.field(), .atMost, p.figure(1))))
    },
    Rule(
      "from figure to less than figure", .condition, "F FROM N CMP N | F FROM N TO CMP N",
      shows: ["budget from 50,000 up to 100,000", "settlement from 10,000 to less than 50,000"],
      rejects: "budget from 50,000"
    ) { p in
      guard p.comparison() == .less || p.comparison() == .atMost else { return nil }
      return .condition(
        .both(.compared(p.field(), .atLeast, p.figure()), .compared(p.field(), p.comparison(), p.figure(1))))
    },
    Rule(
      "both fields over figure", .condition, "FL N CMP | FL CMP N",
      shows: ["予算と決算が10万以上", "budget and settlement over 100,000"],
      rejects: "予算が10万以上"
    ) { p in
      let tests = (p.fields() ?? []).compactMap { Restriction.compared($0, p.comparison(), p.figure()) }
      guard tests.count == p.fields()?.count else { return nil }
      return .condition(.all(tests))
    },
    Rule(
      "and another bound", .condition,
      "C N CMP | C AND N CMP | C CMP N | C AND CMP N | C N THAN ADJ | C AND N THAN ADJ", price: 1,
      shows: ["予算が10万以上かつ50万以下", "budget over 100000 and under 500000", "決算が1万以上で3万より少ない"],
      rejects: "予算が10万以上"
    ) { p in
      guard case .compared(let field, let first, _)? = p.condition(), first != .equal else { return nil }
      let comparison = p.comparison() ?? p.comparison(saidOf: field)
      return .condition(.both(p.condition(), .compared(field, comparison, p.figure())))
    },
    // MARK: fields against fields
    Rule(
      "field over field", .condition, "F/がはもの F/をにとよの- CMP | F/を F/- CMP | F/- CMP F | F/- CMP IT F",
      shows: ["決算が予算を超えた", "settlement over budget", "settlement exceeded the budget"], rejects: "予算の決算"
    ) { p in .condition(.related(p.field(), p.comparison(), p.field(1))) },
    Rule(
      "field exceeded by a field", .condition, "F/- CMP ARR F | F CMP ARR IT F",
      shows: ["budget was exceeded by the settlement", "budget surpassed by settlement"],
      rejects: "budget exceeded the settlement"
    ) { p in .condition(.related(p.field(1), p.comparison(), p.field())) },
    Rule(
      "field under it the field", .condition, "F/を F/が CMP", shows: ["予算を決算が超えた", "決算を予算が上回る"],
      rejects: "予算を超えた"
    ) { p in .condition(.related(p.field(1), p.comparison(), p.field())) },
    Rule(
      "field larger than field", .condition, "F F THAN ADJ | F F ADJ THAN",
      shows: ["決算が予算より多い", "予算が決算より大きい"],
      rejects: "予算が多い"
    ) { p in
      .condition(.related(p.field(), p.comparison(saidOf: p.field()), p.field(1)))
    },
    Rule(
      "than a field, larger the field", .condition, "F THAN F ADJ | F THAN ADJ F",
      shows: ["予算より決算が多い", "決算よりも予算が大きい", "予算より少ない決算の"],
      rejects: "予算が多い"
    ) { p in
      .condition(.related(p.field(1), p.comparison(saidOf: p.field(1)), p.field()))
    },
    Rule(
      "field over a part of a field", .condition,
      "F F N CMP | F CMP N F | F CMP N IT F | CMP N F F | CMP N IT F F | F/の N CMP",
      shows: [
        "決算が予算の8割未満", "settlement less than half of the budget", "less than half the budget was spent",
        "予算の6割も使っていない",
      ], rejects: "決算が予算未満"
    ) { p in
      // less than half the budget was spent: the whole stands first; 予算の6割も使っていない: what was spent
      let isTurned = p.edges.first?.category == .comparison
      let whole = p.field(1) == nil || isTurned ? p.field() : p.field(1)
      guard p.field(1) != nil || whole == .budget,
        let a = p.field(1) == nil ? .settlement : p.field(isTurned ? 1 : 0), let b = whole, a.type == b.type,
        a != b, a.isFigure,
        let figure = p.figure(),
        figure.unit != nil, !figure.isMoney, let percent = figure.percent
      else { return nil }
      return .condition(
        .compared(.combined(a, .percentOf, b), p.comparison(), Figure(value: percent, unit: nil)))
    },
    Rule(
      "over a field by so much", .condition,
      "F/がはも F/をより N CMP CMP | F CMP F ARR CMP N | F F THAN N CMP ADJ | F/を N CMP CMP | F/がはも F/を N THAN ADJ CMP | CMP N CMP F | CMP N CMP IT F | F CMP N CMP F | F CMP N CMP IT F",
      shows: [
        "決算が予算を1000以上上回った", "決算が予算より500以上多い", "settlement exceeded the budget by more than 10%",
        "予算を2割以上下回った", "settled more than 15,000 below their budget", "決算が予算を5000より多く下回った",
      ],
      rejects: "決算が予算を上回った"
    ) { p in
      if p.edges.contains(where: { $0.category == .than }), let bound = p.comparison(saidOf: p.field()),
        let a = p.field(), let b = p.field(1), a.isMoney, b.isMoney, let figure = p.figure(),
        p.edges.count == 6,
        p.edges[3].category == .than
      {
        return .condition(.apart(a, p.comparison(), b, by: bound, figure))
      }
      let isAlone = p.field(1) == nil
      guard let a = isAlone ? .settlement : p.field(), let b = isAlone ? p.field() : p.field(1), a.isMoney,
        b.isMoney,
        let first = p.comparison(), let figure = p.figure()
      else { return nil }
      let isEnglish = p.edges.count == 6 && p.edges[3].category == .arrange
      let way = p.direction().map { $0.way == .descending ? Comparison.greater : .less } ?? p.comparison(1)
      return .condition(
        isEnglish
          ? .apart(a, first, b, by: p.comparison(1), figure) : .apart(a, way, b, by: first, figure))
    },
    Rule(
      "over the budget", .condition, "F/をにが- CMP | CMP F | CMP IT F", price: 1,
      shows: ["予算を超えた", "予算を使い切らなかった", "over budget"], rejects: "決算を超えた"
    ) { p in
      guard p.field() == .budget, let comparison = p.comparison() else { return nil }
      // 予算額が以上の: the figure is missing
      if p.particle(0) == "が", comparison == .atLeast || comparison == .atMost || comparison == .less {
        return nil
      }
      return .condition(.related(.settlement, comparison, .budget))
    },
    Rule(
      "a comparison said twice", .comparison, "CMP CMP", price: 1, shows: ["以内に収まった", "超えてオーバーした"],
      rejects: "以上に収まった"
    ) { p in p.comparison() == p.comparison(1) ? p.comparison().map(Meaning.comparison) : nil },
    // MARK: fields against figures reckoned or printed elsewhere
    Rule(
      "field over a figure of figures", .condition, "F/がはものを- V CMP | F CMP V",
      shows: ["決算が予算の合計を超えた", "決算が森の案内人育成事業の決算を下回った", "budget over the average budget"],
      rejects: "決算が予算を超えた"
    ) { p in .condition(.against(p.field(), p.comparison(), p.amount())) },
    Rule(
      "field larger than a figure of figures", .condition,
      "F V THAN ADJ | V THAN F ADJ | F ADJ THAN V | ADJ F THAN V",
      shows: ["予算が決算の平均より多い", "森の案内人育成事業の決算より予算が少ない"], rejects: "予算が決算より多い"
    ) { p in .condition(.against(p.field(), p.comparison(saidOf: p.field()), p.amount())) },
    Rule(
      "over that figure of a thing", .condition, "V/をに CMP | V/をに CMP F", price: 1,
      shows: ["森の案内人育成事業の決算を下回った", "みどり湖水質浄化推進事業の予算を超える", "決算の平均を上回る決算の"], rejects: "予算の合計を超える"
    ) { p in
      if let field = p.field() { return .condition(.against(field, p.comparison(), p.amount())) }
      guard case .figure(let field, _)? = p.amount() else { return nil }
      return .condition(.against(field, p.comparison(), p.amount()))
    },
    Rule(
      "field over the average of things", .condition,
      "F S AGG CMP | F S AGG THAN ADJ | F CMP AGG S | F ADJ THAN AGG S | ADJ F THAN AGG S",
      shows: ["予算が全事業の平均を超える", "決算が環境政策局の事業の平均より少ない"], rejects: "予算が全事業の合計を超える"
    ) { p in
      guard let field = p.field(), let things = p.things(), p.aggregate() == .average else { return nil }
      let comparison = p.comparison() ?? p.comparison(saidOf: field)
      return .condition(.against(field, comparison, .of(.average, field, things)))
    },
    Rule(
      "field over the average", .condition, "F AGG CMP | AGG CMP F | F CMP AGG | CMP AGG F | F ARR CMP AGG",
      shows: ["予算が平均を上回る", "平均を下回る決算", "budget above average"], rejects: "予算の平均"
    ) { p in .condition(.againstAverage(p.field(), p.comparison(), p.aggregate())) },
    Rule(
      "field larger than the average", .condition,
      "F AGG THAN ADJ | AGG THAN F ADJ | F ADJ THAN AGG | ADJ F THAN AGG",
      shows: ["決算が平均より少ない", "平均より予算の大きい", "smaller settlement than average"], rejects: "予算が平均"
    ) { p in .condition(.againstAverage(p.field(), p.comparison(saidOf: p.field()), p.aggregate())) },
    Rule(
      "field over that of a thing", .condition, "F/がはもの- S CMP | F CMP S | F CMP THAT S | S/を CMP F",
      shows: ["決算が森の案内人育成事業を下回る", "budget over that of みどり湖水質浄化推進事業", "森の案内人育成事業を超える決算の"],
      rejects: "決算が事業を下回る"
    ) { p in
      guard let things = p.things(), things.isCalled else { return nil }
      return .condition(.against(p.field(), p.comparison(), .of(p.field(), things)))
    },
    Rule(
      "field larger than that of a thing", .condition,
      "S THAN F ADJ | F S THAN ADJ | ADJ F THAN S | F ADJ THAN S | F ADJ THAN THAT S",
      shows: ["森の案内人育成事業より予算の多い", "a smaller settlement than みどり湖水質浄化推進事業"], rejects: "事業より予算の多い"
    ) { p in
      guard let things = p.things(), things.isCalled else { return nil }
      return .condition(.against(p.field(), p.comparison(saidOf: p.field()), .of(p.field(), things)))
    },
    Rule(
      "and larger than another field of it", .condition,
      "C F IT THAN ADJ | C F IT CMP | C F ADJ | C F CMP | ADJ F AND ADJ F THAN S | ADJ F AND ADJ F THAN THAT S",
      price: 1,
      shows: [
        "予算が森の案内人育成事業より多く、決算がそれより少ない", "a smaller budget and a larger settlement than みどり湖水質浄化推進事業",
      ],
      rejects: "達成度3で決算がそれより少ない"
    ) { p in
      if let things = p.things() {
        guard things.isCalled, p.field() != p.field(1) else { return nil }
        return .condition(
          .both(
            .against(p.field(), p.comparison(saidOf: p.field()), .of(p.field(), things)),
            .against(p.field(1), p.comparison(saidOf: p.field(1), 1), .of(p.field(1), things))))
      }
      guard case .against(let field, _, .figure(_, let things))? = p.condition(), p.field() != field else {
        return nil
      }
      let comparison = p.comparison() ?? p.comparison(saidOf: p.field())
      return .condition(.both(p.condition(), .against(p.field(), comparison, .of(p.field(), things))))
    },
    // MARK: targets
    Rule(
      "against the target", .condition, "F/をに CMP | CMP F | CMP IT F",
      shows: ["目標を上回った", "exceeded their targets", "below target"], rejects: "予算を上回った"
    ) { p in
      .condition(p.comparison().flatMap { .target($0, of: p.field()) })
    },
    Rule(
      "over the target by so much", .condition, "F/を N CMP CMP | F/をより N CMP ADJ",
      shows: ["目標を10%以上上回った", "目標を2割以上下回る"],
      rejects: "目標を上回った"
    ) { p in
      guard p.field() == .target, let part = p.figure(), part.unit != nil, part.unit != "倍" else {
        return nil
      }
      let way = p.direction().map { $0.way == .descending ? Comparison.greater : .less } ?? p.comparison(1)
      return .condition(.offset(.derived(.achievement), way, by: p.comparison(), part))
    },
    Rule(
      "met or not", .condition, "MET | MET IT", price: 1, shows: ["未達の", "achieved"], rejects: "達成度"
    ) { p in .condition(p.met().map { .target($0 ? .atLeast : .less) }) },
    Rule(
      "the target met or not", .condition, "F MET | MET F | MET IT F | Y F MET | MET IT Y F | MET Y F",
      shows: ["目標を達成していない", "missed their targets"],
      rejects: "予算を達成した"
    ) { p in
      let field = p.field() == .mention(.field(.measures)) ? nil : p.field()
      let reached = p.met().flatMap { Restriction.target($0 ? .atLeast : .less, of: field ?? .target) }
      guard let year = p.year() else { return .condition(reached) }
      // 2025年度の目標を達成した: a target that is of that year
      return .condition(.both(.within(.mention(.roleYear(.target)), year), reached))
    },
    Rule(
      "the figure and its target, met or not", .condition, "F F MET | MET F F | MET IT F F",
      shows: ["実績が目標を達成していない", "現状が目標をクリアした"],
      rejects: "決算が目標を達成した"
    ) { p in
      guard let met = p.met() else { return nil }
      // reached the target with the present value: the target stands first
      let isEnglish = p.edges.first?.category == .met
      let (figure, target) = isEnglish ? (p.field(1), p.field()) : (p.field(), p.field(1))
      return .condition(.related(figure, met ? .atLeast : .less, target))
    },
  ]
}
