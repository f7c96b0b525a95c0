import PlanFacts

/// Things and sets side by side, both ends of an order, courses between years.
extension Grammar {
  static let comparisonRules: [Rule] = [
    Rule(
      "side by side", .question,
      "S AND S CMPR | CMPR S AND S | CMPR S S | S S CMPR | S S AND CMPR | S CMPR S | S/を S/と CMPR",
      shows: ["森の案内人育成事業とみどり湖水質浄化推進事業を比較", "compare 環境政策局の事業 and 達成度3の事業"], rejects: "事業を比較"
    ) { p in
      // words that nothing joins may be the parts of one name
      let areApart = zip(p.edges, p.edges.dropFirst()).contains {
        $0.category == .things && $1.category == .things
      }
      let isOfTopic = [p.things(), p.things(1)].contains {
        $0?.restrictions.contains(where: \.isTopic) ?? false
      }
      return areApart && isOfTopic ? nil : .sideBySide([p.things(), p.things(1)], by: [])
    },
    Rule(
      "side by side by a field", .question,
      "S AND S F CMPR | S AND S FL CMPR | CMPR F S AND S | CMPR FL S AND S | S AND S CMPR F | CMPR S AND S ARR F | F S CMPR S | S CMPR S F | S CMPR S FL | S S FL CMPR | S S F CMPR | CMPR S AND S F | CMPR S AND S FL | CMPR S S FL | CMPR S S F | CMPR S S ARR FL | CMPR S S ARR F | CMPR S AND S ARR FL | S AND S CMPR ARR FL | S AND S CMPR ARR F | S AND S CMPR FL | FL S CMPR S | FL S CMPR IT S | FL S CMPR THAT S | F S CMPR IT S | F S CMPR THAT S | FS CMPR IT S",
      shows: ["森の案内人育成事業とみどり湖水質浄化推進事業の予算を比較", "compare the budget of 環境政策局の事業 and 達成度3の事業"],
      rejects: "事業の予算を比較"
    ) { p in
      if let both = p.fieldsOfThings() { return .sideBySide([both.things, p.things()], by: both.fields) }
      return .sideBySide([p.things(), p.things(1)], by: p.fields() ?? p.field().map { [$0] } ?? [])
    },
    Rule(
      "conditions side by side by a field", .question, "C AND C F CMPR | CMPR F C AND C | C AND C FL CMPR",
      shows: ["達成度3と達成度4の予算を比較", "達成度2と環境政策局の決算を比べて"], rejects: "達成度3の予算を比較"
    ) { p in
      guard let fields = p.fields() ?? p.field().map({ [$0] }), let kinds = fields.first?.kinds,
        let a = p.condition(),
        let b = p.condition(1)
      else { return nil }
      return .sideBySide([Things(kinds).narrowed(by: a), Things(kinds).narrowed(by: b)], by: fields)
    },
    Rule(
      "two parts of a set side by side", .question,
      "C AND C S CMPR | C AND C S CNT CMPR | S CNT C AND C CMPR CNT | C AND C S CMPR CNT | C AND C CMPR S CNT | CMPR C AND C S | CMPR CNT S C AND C | CMPR S C AND C | S C AND C CMPR",
      shows: ["達成度3と達成度4の事業を比較", "達成度2と環境政策局の事業数を比べて"], rejects: "達成度3の事業を比較"
    ) { p in
      guard let things = p.things(), let a = p.condition(), let b = p.condition(1) else { return nil }
      return .sideBySide([things.narrowed(by: a), things.narrowed(by: b)], by: [])
    },
    Rule(
      "one value and another side by side", .question,
      "C F CMPR | C S CMPR | C S F CMPR | CMPR C S ARR F | CMPR F C S",
      shows: ["達成度3と4の予算を比べて", "達成度2または達成度4の事業の決算を比較"], rejects: "達成度3の予算を比べて"
    ) { p in
      guard case .any(let parts)? = p.condition() else { return nil }
      let things = p.things() ?? p.field().map { Things($0.kinds) }
      return .sideBySide(parts.map { things?.narrowed(by: $0) }, by: p.field().map { [$0] } ?? [])
    },
    Rule(
      "which of two parts has more", .question,
      "C AND C S F EITHER ADJ | C AND C S F ADJ EITHER | C AND C S EITHER F ADJ | C AND C F EITHER ADJ | C AND C EITHER F ADJ | ADJ F C OR C S | CMPR F C AND C S | CMPR C AND C S ARR F",
      shows: ["達成度3と達成度4の事業、予算が多いのはどっち", "which have the larger settlement, level 2 or level 4 projects"],
      rejects: "達成度3の事業、予算が多いのはどっち"
    ) { p in
      let things = p.things() ?? p.field().map { Things($0.kinds) }
      return .sideBySide(
        [p.condition(), p.condition(1)].map { condition in condition.flatMap { things?.narrowed(by: $0) } },
        by: p.field().map { [$0] } ?? [])
    },
    Rule(
      "one set and another", .question, "S AND S", price: 2, shows: ["改善した指標と悪化した指標", "達成度2の事業と達成度4の事業"],
      rejects: "事業と指標"
    ) { p in
      guard let a = p.things(), let b = p.things(1), a.hasKind, b.hasKind, a.order == nil, b.order == nil,
        a.kinds == b.kinds, a.kinds != [.headings], !a.isBare, !b.isBare,
        let both = Restriction.either(.allOf(a.restrictions), .allOf(b.restrictions))
      else { return nil }
      return .inquiry(.list(Things(a.kinds, hasKind: true, [both]), show: []))
    },
    Rule(
      "which of two has more", .question,
      "F ADJ S AND S EITHER | S AND S F EITHER ADJ | ADJ F S OR S | F S OR S ADJ | S AND S F ADJ EITHER | S AND S EITHER F ADJ | S S EITHER F ADJ | S S F ADJ EITHER | EITHER F ADJ S OR S | F S CMP IT S",
      shows: ["森の案内人育成事業とみどり湖水質浄化推進事業、予算が多いのはどっち", "環境政策局の事業と達成度3の事業はどちらが決算が少ない"],
      rejects: "予算が多いのはどっち"
    ) { p in
      guard let field = p.field(), let a = p.things(), let b = p.things(1),
        let comparison = p.comparison() ?? p.comparison(saidOf: field)
      else { return nil }
      guard a.isNamed, b.isNamed else { return .sideBySide([a, b], by: [field]) }
      // the one that is asked for comes first
      let isLess = comparison == .less || comparison == .atMost
      let both = Restriction.either(.any(a.restrictions), .any(b.restrictions))
      let things = both.flatMap { Things(field.kinds).narrowed(by: $0) }
      return .fields(
        [field], of: things?.ordered(by: Ordering(field: field, way: isLess ? .ascending : .descending))
      ).flatMap {
        if case .fieldsOfThings(let both) = $0 {
          .inquiry(.list(both.things, show: both.fields))
        } else {
          nil
        }
      }
    },
    Rule(
      "which of two has more of one measure", .question,
      "T T AND T EITHER ADJ | T T AND T ADJ EITHER | T AND T T EITHER ADJ | T AND T T ADJ EITHER",
      shows: ["透明度、カモメ湖とトンビ湖が高いのはどっち", "カモメ湖とトンビ湖、透明度が高いのはどっち"], rejects: "カモメ湖とトンビ湖、高いのはどっち"
    ) { p in
      let words = [p.text(), p.text(1), p.text(2)].compactMap(\.self)
      guard words.count == 3, p.direction() != nil else { return nil }
      let isFirst = p.edges[1].category == .topic
      // 住宅と水道管路だと、耐震化が: the two stand side by side, and the measure apart
      guard isFirst == (p.particle(0) != "と") || p.edges[1].category == .and else { return nil }
      let sides = (isFirst ? [words[1], words[2]] : [words[0], words[1]]).map {
        Things([.indicators], [.topic($0 + " " + (isFirst ? words[0] : words[2]))])
      }
      return .sideBySide(sides, by: [.mention(.role(.current))])
    },
    Rule(
      "a difference said twice", .difference, "DIFF DIFF | DIFF CNT DIFF", shows: ["あと何人必要", "何ポイント足りない差"],
      rejects: "差"
    ) {
      _ in .word
    },
    Rule(
      "which of two fields is larger", .fieldsOfThings,
      "S F AND F EITHER ADJ | EITHER ADJ F OR F S | S F AND F ADJ EITHER | S EITHER ADJ F OR F",
      shows: ["森の案内人育成事業は予算と決算のどちらが大きい", "which is larger, the budget or the settlement of みどり湖水質浄化推進事業"],
      rejects: "事業は予算と達成度のどちらが大きい"
    ) { p in
      guard let a = p.field(), let b = p.field(1), a != b, a.type == b.type, a.isFigure, a.type != .year,
        let things = p.things(), things.isCalled
      else { return nil }
      return .fields([a, b, .combined(a, .minus, b)], of: things)
    },
    Rule(
      "both ends of an order", .question, "S AND S",
      shows: ["予算が一番大きい事業と予算が一番小さい事業", "決算が最大の事業と決算が最小の事業"], rejects: "予算が一番大きい事業と事業"
    ) { p in
      guard let a = p.things(), let b = p.things(1), let first = a.order, let second = b.order,
        first != second,
        first.limit == 1, second.limit == 1
      else { return nil }
      return .sideBySide([a, b], by: [first.field, second.field].compactMap(\.self).uniqued)
    },
    Rule(
      "both ends of an order, its field once", .question,
      "S AND SUP ADJ K | S AND EXT K | S AND SUP ADJ | S AND EXT",
      shows: ["予算が一番大きい事業と一番小さい事業", "決算が最も多い事業と最も少ない事業"], rejects: "予算が一番大きい事業と予算"
    ) { p in
      guard let a = p.things(), let order = a.order, order.limit == 1, let field = order.field,
        let way = p.direction()?.way(for: field), way != order.way
      else { return nil }
      var b = a
      b.order = Ordering(field: field, way: way, limit: 1)
      return .sideBySide([a, b], by: [field])
    },
    Rule(
      "both ends of a field", .question, "EXT AND EXT F | EXT AND EXT F S | S EXT AND EXT F",
      shows: ["largest and smallest budget", "最大と最小の決算"], rejects: "largest budget"
    ) { p in
      guard let field = p.field(), let first = p.direction()?.way(for: field),
        let second = p.direction(1)?.way(for: field),
        first != second
      else { return nil }
      let things = p.things() ?? Things(field.kinds)
      return .sideBySide(
        [first, second].map { things.ordered(by: Ordering(field: field, way: $0, limit: 1)) }, by: [field])
    },
    Rule(
      "figures of two moments and what lies between", .fieldsOfThings,
      "S YY CHG | S YY CHG Y | S Y YY CHG | S YY CRS | S YY DIFF | YY S CHG | YY S CRS | YY S DIFF | CHG S YY | S CHG YY | CRS S YY | S CRS YY | DIFF S YY | FS YY CHG | FS YY CRS | FS YY DIFF | S YY ADJ | FS YY ADJ | ADJ S YY | ADJ FS YY | FS YY EITHER ADJ | S YY S CHG | YY S F CHG | YY S F DIFF | YY FS CHG | YY FS CRS | YY FS DIFF | CHG FS YY | FS CHG YY | CRS FS YY | FS CRS YY | DIFF FS YY | DIFF YY S",
      shows: ["湖の透明度の2014年度から2016年度への変化", "湖の透明度の目標は第1期から第2期でどれだけ増えた"], rejects: "湖の透明度の変化"
    ) { p in
      p.figuresOfSpan.flatMap {
        .fields([$0.first, $0.last, .combined($0.last, .minus, $0.first)], of: $0.things)
      }
    },
    Rule(
      "how many times as much between two moments", .fieldsOfThings,
      "S YY TIMES | YY S TIMES | S YY TIMES CHG | YY S TIMES CHG | TIMES S CHG YY | S YY CHG TIMES | TIMES S YY | S TIMES YY | FS YY TIMES | YY FS TIMES | FS YY TIMES CHG | TIMES FS CHG YY",
      shows: ["湖の透明度は2014年度から2016年度で何倍", "how many times did 湖の透明度 grow from 2012 to 2018"],
      rejects: "湖の透明度は2016年度で何倍"
    ) { p in
      p.figuresOfSpan.flatMap {
        .fields([$0.first, $0.last, .combined($0.last, .dividedBy, $0.first)], of: $0.things)
      }
    },
    Rule(
      "by how much over the budget", .fieldsOfThings, "S CMP F | S F CMP | S CMP IT F", price: 1,
      shows: ["by how much did 森の案内人育成事業 exceed the budget", "みどり湖水質浄化推進事業は予算をどれだけ下回った"],
      rejects: "森の案内人育成事業は目標をどれだけ下回った"
    ) { p in
      guard p.field() == .budget, let things = p.things(), things.isCalled, let comparison = p.comparison(),
        comparison != .equal, comparison != .notEqual
      else { return nil }
      let isLess = comparison == .less || comparison == .atMost
      let (more, less) = isLess ? (Reference.budget, Reference.settlement) : (.settlement, .budget)
      return .fields([.budget, .settlement, .combined(more, .minus, less)], of: things)
    },
    Rule(
      "things, and by how much they are so", .fieldsOfThings,
      "S C DIFF | S DIFF | S AND DIFF | S AND IT DIFF | DIFF S C | S DIFF CMP", price: 1,
      shows: [
        "予算からの超過額が一番大きい事業とその差額", "森の案内人育成事業 settled above budget by how much",
        "projects that exceeded the budget, and by how much",
      ],
      rejects: "予算が一番大きい事業とその差額"
    ) { p in
      guard let things = p.things(), let kind = things.kinds.first else { return nil }
      if let condition = p.condition() {
        guard things.isCalled, let (a, b) = condition.sides(in: kind) else { return nil }
        return .fields([b, a, .combined(a, .minus, b)], of: things)
      }
      if let field = things.order?.field {
        guard case .combined(let a, let operation, let b) = field, operation == .minus || operation == .apart
        else { return nil }
        return .fields([b, a, field], of: things)
      }
      guard let (a, b) = things.restrictions.lazy.compactMap({ $0.sides(in: kind) }).last else { return nil }
      // of one thing by how much, whichever way it went
      var whole = things
      whole.restrictions.removeAll { $0.sides(in: kind) != nil }
      return .fields([b, a, .combined(a, .minus, b)], of: whole.isCalled ? whole : things)
    },
    Rule(
      "whether a thing met its target", .fieldsOfThings, "S C", shows: ["湖の透明度は目標を達成した", "オーロラの発生回数は未達ですか"],
      rejects: "事業は目標を達成した"
    ) { p in
      guard let things = p.things(), things.isCalled, !things.hasKind, case .target(_, false)? = p.condition()
      else { return nil }
      let met = Reference.mention(.field(.met))
      return .fields([.mention(.role(.actual)), .target, met], of: things)
    },
    Rule(
      "how far to the target", .fieldsOfThings,
      "S F TO | S F DIFF | S F/と F DIFF | S F TO DIFF | S TO F | S DIFF TO F | DIFF TO F S | S MISS TO F | MISS TO F S | S DIFF IT F | S FROM IT F | S CHG F MET | S F CMP | FS CMP | S F MET TO DIFF | FS MET TO DIFF | S F FROM F TO DIFF | S FY DIFF | S FY MET TO DIFF | S FY MET TO F FROM DIFF | S FY MET TO FY FROM DIFF | S FY TO F FROM DIFF | S FY TO FY FROM DIFF | S FY FROM FY TO DIFF | S FY AND FY DIFF | S F AND FY DIFF | S FY AND F DIFF | S FY AND Y DIFF | S FY Y DIFF | S Y AND FY DIFF | S Y FY DIFF | S FY Y CMP | S Y FY CMP",
      shows: ["湖の透明度は目標まであとどれだけ", "湖の透明度の目標との差", "湖の透明度は2018年度の目標に2016年度はいくら足りない"],
      rejects: "湖の透明度の予算との差"
    ) { p in
      let both = p.fieldsOfThings()
      let fields = [p.field(), p.field(1)].compactMap(\.self) + (both?.fields ?? [])
      guard let target = fields.first(where: { $0.pointRole == .target }),
        fields.allSatisfy({ $0.pointRole != nil }),
        let things = p.things() ?? both?.things,
        things.isCalled
      else { return nil }
      let year = p.year().map { Reference.pointIn(nil, .year($0.first)) }
      let other = fields.first { $0.pointRole != .target } ?? year ?? .mention(.role(.current))
      return .fields([other, target, .combined(target, .minus, other)], of: things)
    },
  ]
}

extension Parts {
  /// Things that are called by a name, with their figures of one moment and of another.
  fileprivate var figuresOfSpan: (things: Things, first: Reference, last: Reference)? {
    guard var span = span(), let things = things() ?? fieldsOfThings()?.things,
      things.isCalled
    else { return nil }
    // 策定時から何人増えた（2016年度）: until then
    if let year = year() {
      guard span.last == .mention(.role(.current)), !year.isRange else { return nil }
      span.last = .pointIn(nil, .year(year.first))
    }
    guard let both = fieldsOfThings() else { return (things, span.first, span.last) }
    // 目標は第1期から第2期で: the figures of that role
    guard both.fields.count == 1, let role = both.fields[0].role, let first = span.first.of(role),
      let last = span.last.of(role)
    else { return nil }
    return (things, first, last)
  }
}

extension Reference {
  /// The figure of that moment that has a role; nil where it is of another role, or of no moment.
  fileprivate func of(_ role: Point.Role) -> Reference? {
    guard case .pointIn(let own, let moment) = self, own == nil || own == role else { return nil }
    return .pointIn(role, moment)
  }
}

extension Meaning {
  fileprivate static func sideBySide(_ sides: [Things?], by fields: [Reference]) -> Meaning? {
    var things: [Things] = []
    for side in sides {
      guard let side else { return nil }
      let kinds = fields.reduce(side.kinds) { $0.filter($1.kinds.contains) }
      guard let limited = side.limited(to: kinds), !limited.isBare, !things.contains(limited) else {
        return nil
      }
      things.append(limited)
    }
    return .inquiry(.comparison(things, by: fields))
  }
}
