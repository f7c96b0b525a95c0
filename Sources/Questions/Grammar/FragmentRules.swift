import PlanFacts

/// Halves of questions, which go on from the question before.
extension Grammar {
  static let fragmentRules: [Rule] = [
    Rule("and that", .fragment, "P P", price: 1, shows: ["2018年の決算は", "達成度4の予算は"], rejects: "予算") { p in
      let first = p.acts()
      // 達成度が7の事業は: a kind alone asks for the same place, and not beside another half
      guard !first.isEmpty, !p.acts(1).isEmpty, !first.contains(where: p.acts(1).contains),
        !(first + p.acts(1)).contains(where: \.keepsPlace)
      else { return nil }
      return .acts(first + p.acts(1))
    },
    Rule(
      "of those", .fragment, "IT P | IT N P | N AMONG P | P IT",
      shows: ["その決算は", "of them 達成度4", "その3つの合計は", "3つのうち一番少ないのは", "the budget of each of them"],
      rejects: "決算は"
    ) { p in
      // その3つ: so many they are
      if p.edges.count == 3, p.figure()?.unit == nil || p.figure()?.count == nil { return nil }
      return p.acts().contains(.pointsBack) ? nil : .acts([.pointsBack] + p.acts())
    },
    Rule(
      "those in percent", .fragment, "IT SHARE", shows: ["そのうち割合の", "which of them is a percentage"],
      rejects: "割合は"
    ) { _ in .acts([.pointsBack, .meet(.text(.mention(.unit), "%"))]) },
    Rule("those once more", .fragment, "IT", price: 1, shows: ["それは", "出典は"], rejects: "決算は") { _ in
      .acts([.pointsBack])
    },
    Rule(
      "where they begin", .fragment, "F BEG | F FROM BEG | F IT BEG | F FROM",
      shows: ["on which page does it start", "何ページから始まる"],
      rejects: "予算はいつ始まる"
    ) { p in p.field().flatMap { $0 == .mention(.field(.page)) ? .acts([.show([$0])]) : nil } },
    Rule(
      "these fields of the same", .fragment, "F | FL | CMPR FL | FL CMPR | CMPR IT FL",
      shows: ["決算は", "予算と達成度も"], rejects: "予算の合計は"
    ) { p in
      (p.fields() ?? p.field().map { [$0] }).map { .acts([.show($0)]) }
    },
    Rule("those of the same that", .fragment, "C", price: 1, shows: ["達成度4は", "目標を下回ったのは"], rejects: "オーロラは")
    {
      p in
      guard let condition = p.condition(), !condition.isTopic else { return nil }
      return .acts([.meet(condition)])
    },
    Rule(
      "of the figure before, over a bound", .fragment, "CMP N | N CMP", shows: ["over 10000", "5万以上のものは"],
      rejects: "5万"
    ) {
      p in
      guard let comparison = p.comparison(), let figure = p.figure() else { return nil }
      return .acts([.bound(comparison, figure)])
    },
    Rule("another number", .fragment, "N", price: 2, shows: ["4は", "20万だと"], rejects: "達成度4は") { p in
      p.figure().map { .acts([.number($0)]) }
    },
    Rule("another thing", .fragment, "S", shows: ["森の案内人育成事業は", "湖の透明度だと"], rejects: "事業は") { p in
      guard let things = p.things(), things.isNamed, !things.hasKind else { return nil }
      return .acts([.name(things)])
    },
    Rule("other words", .fragment, "T", price: 2, shows: ["オーロラは", "harbour cranes"], rejects: "予算は") { p in
      p.text().map { .acts([.words($0)]) }
    },
    Rule(
      "another kind in the same place", .fragment, "IT K | IT K K | IT S K | IT F K | IT T K",
      shows: ["その指標は", "この取組のKPIは"],
      rejects: "指標は"
    ) { p in (p.things(1) ?? p.things()).map { .acts([.kind($0)]) } },
    Rule(
      "a kind in the same place, and no more", .fragment, "K/はも", price: 1, shows: ["指標も", "取組は"],
      rejects: "指標"
    ) { p in p.things().map { .acts([.kind($0)]) } },
    Rule(
      "in the order of another field", .fragment, "ARR F | F ARR", shows: ["by settlement", "決算順だと"],
      rejects: "決算の大きい順に"
    ) { p in
      guard let field = p.field(), field.isFigure else { return nil }
      return .acts([.sort(field, Direction(way: field.usualWay, manner: .unsaid))])
    },
    Rule(
      "in an order", .fragment, "O | ADJ | EXT | SUP ADJ | ORD | EITHER O | O EITHER",
      shows: ["一番小さいのは", "決算の大きい順に"],
      rejects: "決算は"
    ) { p in
      if let order = p.order() {
        guard let field = order.field, let way = order.way else { return nil }
        let sort = Act.sort(field, Direction(way: way, manner: .amount))
        return .acts(
          [sort] + (order.limit.map { [.limit($0)] } ?? order.position.map { [.place(.nth($0))] } ?? []))
      }
      let isOne = p.edges.first?.category == .extreme || p.edges.first?.category == .superlative
      return p.direction().map { .acts([.sort(nil, $0)] + (isOne ? [.limit(1)] : [])) }
    },
    Rule(
      "the first few", .fragment, "TOP N | TOP N K | TOP N ADJ | ADJ TOP N | N EXT",
      shows: ["上位2つ", "top three", "the two largest"],
      rejects: "2つ"
    ) {
      p in
      guard let direction = p.direction(), let count = p.figure()?.count else { return nil }
      return .acts([.sort(nil, direction), .limit(count)])
    },
    Rule(
      "the n-th of them", .fragment, "NTH | NTH K | NTH ADJ | NTH EXT | ORDN | ORDN K",
      shows: ["2番目は", "その次は", "最後の事業は"],
      rejects: "予算が2番目に多い"
    ) { p in
      let place = p.place().map(Act.Place.nth) ?? p.ordinal()
      return place.map { .acts((p.direction().map { [.sort(nil, $0)] } ?? []) + [.place($0)]) }
    },
    Rule("all of them", .fragment, "ALL", price: 1, shows: ["全部", "show all"], rejects: "予算") { _ in
      .acts([.all])
    },
    Rule(
      "their names", .fragment, "NAMES | K NAMES | IT NAMES", price: 1,
      shows: ["名前は", "事業の一覧", "which ones"],
      rejects: "予算の一覧"
    ) { p in .acts((p.things().map { [.of($0)] } ?? []) + [.names]) },
    Rule(
      "all but them", .fragment, "REST | NOTE IT | IT NOT", shows: ["残りは", "それ以外は", "except those"],
      rejects: "予算"
    ) { _ in
      .acts([.others])
    },
    Rule(
      "reckoned", .fragment, "AGG | F AGG | AGG F", shows: ["合計は", "予算の平均は", "their average"], rejects: "予算"
    ) { p in
      p.aggregate().map { .acts([.reckon($0, p.field())]) }
    },
    Rule(
      "how many of them", .fragment, "CNT | AGG CNT | K CNT | CNT K", shows: ["何件", "how many projects"],
      rejects: "予算"
    ) { p in .acts((p.things().map { [.of($0)] } ?? []) + [.count]) },
    Rule(
      "in groups", .fragment, "F GRP | PER F | ARR F | F GRP TALLY | F GRP CNT",
      shows: ["局別では", "by level", "区分ごとに"], rejects: "局は"
    ) { p in
      guard let field = p.field(), field.isGroup else { return nil }
      return .acts([.group(field)])
    },
    Rule(
      "how far apart they are", .fragment,
      "DIFF | DIFF CNT | F/と DIFF | F TO DIFF | DIFF TO F | TO F DIFF | TO DIFF | DIFF CHG | DIFF IT CHG | DIFF IT TO CHG | F TO | F FROM DIFF | F TO DIFF CNT",
      shows: ["差は", "予算との差は", "目標まであといくつ", "by how much"],
      rejects: "予算"
    ) { p in
      guard p.field()?.isFigure ?? true else { return nil }
      return .acts([.apart(p.field())])
    },
    Rule(
      "in the order of how far apart they are", .fragment,
      "DIFF ADJ | DIFF ADJ EITHER | DIFF EXT | DIFF SUP ADJ | DIFF ORD",
      shows: ["差が大きいのは", "開きの一番小さいのは"], rejects: "差は"
    ) { p in
      let isAll = p.edges.last?.category == .ordering
      return p.direction().map { .acts([.apart(nil), .sort(nil, $0)] + (isAll ? [] : [.limit(1)])) }
    },
    Rule(
      "how many times as much", .fragment, "TIMES | F TIMES | TIMES F | F F TIMES", shows: ["何倍", "予算の何倍"],
      rejects: "予算"
    ) { p in
      // 決算は予算の何倍: the two figures of the same things
      if let a = p.field(), let b = p.field(1) {
        return Reference.combined(a, with: .dividedBy, b).map { .acts([.show([a, b, $0])]) }
      }
      return .acts([.times(p.field())])
    },
    Rule("by how much over it", .fragment, "CMP", price: 1, shows: ["いくら超過した", "どれだけ下回った"], rejects: "予算") {
      p in
      p.comparison().map { .acts([.exceed($0)]) }
    },
    Rule(
      "which of them", .fragment, "EITHER ADJ | ADJ EITHER | EITHER EXT", shows: ["どっちが大きい", "多いのはどちら"],
      rejects: "大きい"
    ) { p in p.direction().map { .acts([.which($0)]) } },
    Rule(
      "which of them by a field", .fragment, "F ADJ EITHER | EITHER F ADJ | F EITHER ADJ",
      shows: ["予算が大きいのはどちら", "どっちの決算が多い"],
      rejects: "予算が大きい"
    ) { p in
      guard let field = p.field(), let direction = p.direction(), direction.way(for: field) != nil else {
        return nil
      }
      return .acts([.sort(field, direction), .limit(1)])
    },
    Rule(
      "what share they are", .fragment, "SHARE", price: 1, shows: ["割合で言うと", "as a percentage"], rejects: "予算"
    ) { _ in .acts([.share]) },
    Rule("when", .fragment, "WHEN | WHEN TO", shows: ["いつまで", "in which year"], rejects: "予算") { _ in
      .acts([.when])
    },
    Rule("how they went", .fragment, "CRS", shows: ["推移は", "trend"], rejects: "予算") { _ in .acts([.course]) },
    Rule("they side by side", .fragment, "CMPR", shows: ["比べて", "compare"], rejects: "予算") { _ in
      .acts([.sideBySide])
    },
    Rule("the year beside", .fragment, "RY", shows: ["翌年は", "the year before"], rejects: "2012年") { p in
      p.offset().map { .acts([.year($0)]) }
    },
    Rule("why so", .fragment, "WHY", shows: ["なぜ", "reason"], rejects: "予算") { _ in .acts([.why]) },
    Rule(
      "why it went so", .fragment,
      "WHY T | T WHY | WHY C | C WHY | WHY CMP | CMP WHY | WHY IT T | WHY IT C | WHY IT CMP",
      price: 1, shows: ["どうして沈没した", "why did it get worse", "なぜ目標を下回った"], rejects: "なぜ"
    ) { p in .acts([.why] + (p.text().map { [.words($0)] } ?? [])) },
  ]
}
