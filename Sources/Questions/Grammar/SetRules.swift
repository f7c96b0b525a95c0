import JapaneseText
import PlanFacts

/// Sets of things: kinds, names, what is said of them, lists, exclusion.
extension Grammar {
  static let setRules: [Rule] = [
    Rule("kind", .things, "K", shows: ["事業", "indicators"], rejects: "予算") { .things($0.things()) },
    Rule(
      "each of a kind", .things, "PER K | PER S", price: 1, shows: ["each project", "each 政策"],
      rejects: "事業ごと"
    ) { p in
      .things(p.things())
    },
    Rule(
      "kind and what is said of it", .things, "S THAT", shows: ["projects that", "indicators which"],
      rejects: "that"
    ) {
      .things($0.things())
    },
    Rule(
      "condition before things", .things, "C S", shows: ["環境政策局の事業", "達成度4の事業"], rejects: "事業"
    ) { p in .things(p.condition().flatMap { p.things()?.narrowed(by: $0, isFirst: true) }) },
    Rule(
      "plans adopted for the first time", .things, "F/の- S", price: 1,
      shows: ["策定の計画一覧", "策定の分野別計画"], rejects: "設立の分野別計画"
    ) { p in
      guard p.field() == .mention(.field(.adoptedYear)) else { return nil }
      return .things(p.things()?.narrowed(by: .adopted, isFirst: true))
    },
    Rule(
      "condition behind things", .things, "S C", price: 1,
      shows: ["projects with a settlement over 20,000", "事業で達成度4のもの"], rejects: "projects"
    ) { p in
      // 協議会とか会議とか: two things, and no words of the first
      let isListed = p.particle(0) == "と" || p.particle(0) == "や"
      guard !isListed || p.condition()?.isTopic == false else { return nil }
      return .things(p.condition().flatMap { p.things()?.narrowed(by: $0) })
    },
    Rule(
      "what was measured", .things, "F | K/の F", price: 2,
      shows: ["実績のうち目標値がない", "results that missed their target", "事業の実績のうち未達の"], rejects: "予算"
    ) { p in
      guard p.field() == .mention(.role(.actual)) || p.field() == .mention(.field(.results)),
        p.things().map({ $0.isBare && $0.kinds.contains(.projects) }) ?? true
      else { return nil }
      return .things(Things([.measures], hasKind: true))
    },
    Rule(
      "things that state a figure, and meet it", .things,
      "S PRES F MET IT | S PRES F MET | S PRES F THAT MET | S PRES F THAT MET IT | S THAT PRES F MET IT",
      shows: ["measures with a target that met it", "indicators with a target that was reached"],
      rejects: "measures that met the target"
    ) { p in
      guard p.field() == .target, let met = p.met() else { return nil }
      return .things(
        p.things()?.narrowed(by: .not(.missing(.target)))?.narrowed(by: .target(met ? .atLeast : .less)))
    },
    Rule(
      "what a project measured", .things, "F S C",
      shows: [
        "which results of 森の案内人育成事業 missed their target", "results of みどり湖水質浄化推進事業 that met the target",
      ],
      rejects: "results of 森の案内人育成事業"
    ) { p in
      guard p.field() == .mention(.field(.results)), let things = p.things(), things.isNamed,
        things.kinds.contains(.projects), let condition = p.condition(), condition.isOfTarget,
        case .entity(let project)? = things.restrictions.first
      else { return nil }
      let inside = Restriction.text(.mention(.field(.project)), project.text)
      return .things(Things([.measures], hasKind: true, [inside]).narrowed(by: condition))
    },
    Rule(
      "things of a name, and their kind", .things, "S K | K/- S",
      shows: ["湖の透明度という指標", "森の案内人育成事業の事業", "the project みどり湖水質浄化推進事業"],
      rejects: "事業の指標"
    ) { p in
      // the project X: the kind stands first
      let isTurned = p.things()?.isBare ?? false
      guard let named = p.things(isTurned ? 1 : 0), named.isNamed, let kind = p.things(isTurned ? 0 : 1),
        kind.isBare,
        var things = named.limited(to: kind.kinds)
      else { return nil }
      // 湖の保全の取組: those of a heading, and not the heading
      if p.particle(0) == "の", kind.areInitiatives, things.kinds == [.headings],
        case .entity(let heading)? = things.restrictions.first
      {
        return .things(kind.narrowed(by: .label(heading.text), isFirst: true))
      }
      things.hasKind = true
      return .things(things)
    },
    Rule(
      "words, and what documents call it in brackets", .things,
      "T OPEN S CLOSE | S OPEN T CLOSE | S OPEN S CLOSE | K OPEN K CLOSE | T OPEN K CLOSE",
      shows: ["clarity of the lake (湖の透明度)", "森の案内人育成事業（forest guides）", "schemes (指標)"],
      rejects: "clarity of the lake 湖の透明度"
    ) { p in
      guard let things = p.things() else { return nil }
      if let other = p.things(1) {
        return .things(other.limited(to: things.kinds) ?? things.limited(to: other.kinds))
      }
      return things.isNamed || things.isBare ? .things(things) : nil
    },
    Rule(
      "English words, and the document's in brackets", .things, "T OPEN T CLOSE",
      shows: ["harbour cranes (オーロラ)", "northern lights（オーロラ）"], rejects: "オーロラ（カモメ）"
    ) { p in
      guard let words = p.text(), let gloss = p.text(1), words.isLatin, !gloss.isLatin else { return nil }
      return .things(Things(Things.anyKind, [.topic(gloss)]))
    },
    Rule(
      "so many as there are", .things, "CLAIM S | S CLAIM",
      shows: ["3つの政策", "the two projects of 環境政策局", "取組項目を2つとも"], rejects: "two projects"
    ) { .things($0.things()) },
    Rule(
      "what headings are called, and one of them", .condition, "S C | S OPEN C CLOSE",
      shows: ["政策「湖の再生」", "政策の「湖の再生」"],
      rejects: "政策の達成度3"
    ) { p in
      guard case .label(let label)? = p.condition(), p.things()?.isOfRank ?? false else { return nil }
      return .condition(.label(label))
    },
    Rule("things called so", .things, "T", price: 2, shows: ["オーロラの発生回数", "harbour cranes"], rejects: "予算") {
      p in
      .things(p.text().map { Things(Things.anyKind, [.topic($0)]) })
    },
    Rule(
      "one name and another", .things, "S AND S | S/と S", price: 1,
      shows: ["みどり湖水質浄化推進事業と森の案内人育成事業", "森の案内人育成事業、みどり湖水質浄化推進事業"], rejects: "事業と指標"
    ) { p in
      guard let a = p.things(), let b = p.things(1), a.isNamed, b.isNamed, a != b else { return nil }
      let kinds = a.kinds.filter(b.kinds.contains)
      guard !kinds.isEmpty, let both = Restriction.either(.any(a.restrictions), .any(b.restrictions)) else {
        return nil
      }
      return .things(Things(kinds, [both]))
    },
    Rule(
      "of these, those that", .things, "S AMONG C | S AMONG S",
      shows: [
        "予算上位3事業のうち達成度3", "予算上位3事業のうち環境政策局のもの", "環境政策局の事業のうち決算が5万以上の事業",
      ], rejects: "達成度3の事業"
    ) { p in
      guard let base = p.things() else { return nil }
      if let condition = p.condition() { return .things(base.left(by: condition)?.asPart) }
      guard let inside = p.things(1), inside.order == nil, !inside.isNamed else { return nil }
      let kinds = inside.hasKind ? inside.kinds : base.kinds
      let left = inside.restrictions.reduce(base.limited(to: kinds)) { $0?.left(by: $1) }
      return inside.restrictions.isEmpty ? nil : .things(left?.asPart)
    },
    Rule(
      "of these, the most", .things,
      "S AMONG O | C AMONG O | AMONG S O | AMONG S ADJ F | AMONG S EITHER ADJ F",
      shows: [
        "達成度3の事業のうち予算が一番大きい", "環境政策局のうち決算が最も少ない", "of the projects with level 3 the largest budget",
        "out of the level 3 projects, which one had the bigger settlement",
      ], rejects: "予算が一番大きい事業"
    ) { p in
      let field = p.field()
      let larger = field.flatMap { p.direction()?.way(for: $0) }.map {
        Ordering(field: field, way: $0, limit: 1)
      }
      guard let order = p.order() ?? larger else { return nil }
      guard let base = p.things() else {
        guard let condition = p.condition(), let field = order.field else { return nil }
        return .things(Things(field.kinds).narrowed(by: condition)?.ordered(by: order))
      }
      guard base.isCut else { return .things(base.ordered(by: order)) }
      return .things(Things(base.kinds, hasKind: base.hasKind, [.among(base)]).ordered(by: order))
    },
    Rule(
      "the most of what things are of", .order, "K SUP ADJ | K EXT | EXT K",
      shows: ["取組が一番多い", "fewest initiatives"],
      rejects: "事業が一番多い"
    ) { p in
      // evaluations print how many initiatives each counts
      guard let things = p.things(), things.areInitiatives, let direction = p.direction(),
        direction.manner == .count
      else { return nil }
      return .order(.mention(.field(.count)), direction, limit: 1)
    },
    Rule(
      "rows of a table over a part", .things,
      "T N CMP | T CMP N | T SHARE N CMP | T SHARE CMP N | T K N CMP | T K SHARE N CMP | T K SHARE CMP N | K T SHARE CMP N | K T CMP N | SHARE N CMP T | T CMP N SHARE | K T CMP N SHARE",
      price: 1, shows: ["「オーロラの見え方」25%以上", "「カモメの餌」 30%未満"],
      rejects: "「オーロラの見え方」25人以上"
    ) { p in
      guard let title = p.text(), let part = p.figure(), part.unit != nil, !part.isMoney,
        let percent = part.percent,
        let comparison = p.comparison(),
        p.things().map({ $0.isBare && !$0.kinds.contains(.projects) }) ?? true
      else { return nil }
      return .things(
        Things(
          [.figures], hasKind: true,
          [
            .contains(.mention(.field(.table)), title),
            .compared(.mention(.field(.share)), comparison, Figure(value: percent, unit: nil)),
          ]))
    },
    Rule(
      "order before things", .things, "O S", shows: ["予算が一番多い事業", "決算が少ない順に3つの事業"], rejects: "事業の予算"
    ) { p in .things(p.order().flatMap { p.things()?.orderedBefore(by: $0) }) },
    Rule(
      "order behind things", .things, "S O", shows: ["環境政策局の事業を予算の多い順に", "事業で予算が一番多い"], rejects: "多い順"
    ) { p in .things(p.order().flatMap { p.things()?.ordered(by: $0) }) },
    Rule(
      "an order names its things", .things, "O", price: 2, shows: ["決算の大きい順に4つ", "決算が一番多い"], rejects: "予算"
    ) { p in
      guard let order = p.order(), let field = order.field else { return nil }
      return .things(Things(field.kinds).ordered(by: order))
    },
    Rule(
      "a condition and an order name their things", .things, "C O", price: 2,
      shows: ["達成度3で予算が一番大きい", "環境政策局で決算が最も少ない"], rejects: "予算が一番大きい"
    ) { p in
      guard let order = p.order(), let field = order.field, let condition = p.condition() else { return nil }
      return .things(Things(field.kinds).narrowed(by: condition)?.ordered(by: order))
    },
    Rule(
      "the most of a kind", .things, "SUP ADJ K | EXT K", price: 1,
      shows: ["一番古い計画", "最大の事業", "oldest organization"],
      rejects: "最大の指標"
    ) { p in
      guard let things = p.things(), let kind = things.kinds.first, let direction = p.direction(),
        let field = direction.usualField(of: kind), let way = direction.way(for: field)
      else { return nil }
      return .things(things.limited(to: [kind])?.ordered(by: Ordering(field: field, way: way, limit: 1)))
    },
    Rule(
      "in the usual order", .things, "S ORD | S ARR ORD | ORD K", price: 1,
      shows: ["2012年に設立された団体を古い順に", "organizations founded in 2012 sorted by year"], rejects: "事業を古い順に"
    ) { p in
      guard let things = p.things(), things.kinds.count == 1, let direction = p.direction() else {
        return nil
      }
      // 決算が1億円を超えた事業を大きい順に: by the figure that is bounded
      let bounded = direction.manner == .amount ? things.boundedField : nil
      guard let field = bounded ?? direction.usualField(of: things.kinds[0]),
        let way = direction.way(for: field)
      else { return nil }
      return .things(things.ordered(by: Ordering(field: field, way: way)))
    },
    Rule(
      "in the order of what they are bounded by", .things,
      "S DIFF ORD | S ARR DIFF ORD | S ARR ORD DIFF | S ORD DIFF | S EXT DIFF TOP", price: 1,
      shows: [
        "予算から決算を引いた額が15000を超える事業を差の大きい順に",
        "projects with an unspent budget over 15,000, sorted from the largest difference",
      ],
      rejects: "予算が15000を超える事業を差の大きい順に"
    ) { p in
      guard let things = p.things(), let direction = p.direction(), case .combined? = things.boundedField,
        let field = things.boundedField, let way = direction.way(for: field)
      else { return nil }
      return .things(things.ordered(by: Ordering(field: field, way: way)))
    },
    Rule(
      "an order said once more", .things, "S ORD | S ARR | ARR S", price: 1,
      shows: ["予算トップ3の事業を大きい順に", "rank projects by settlement"], rejects: "事業を大きい順に"
    ) { p in
      guard let things = p.things(), let order = things.order else { return nil }
      guard let direction = p.direction() else { return .things(things) }
      let isSame = order.field.map { direction.way(for: $0) == order.way } ?? (direction.way == order.way)
      return isSame ? .things(things) : nil
    },
    Rule(
      "how many of an order", .things, "S N | S TOP N | S AND TOP N | S TOP NTH TO", price: 1,
      shows: ["予算の大きい順に事業3つ", "決算の少ない順に並べて事業5件"],
      rejects: "事業3つ"
    ) { p in
      guard var things = p.things(), things.order != nil, things.order?.limit == nil,
        let count = p.figure()?.count ?? p.place()
      else { return nil }
      things.order?.limit = count
      return .things(things)
    },
    Rule(
      "the n-th of things in an order", .things, "S NTH | NTH S", price: 1,
      shows: ["rank all projects by settlement: number 2", "事業を予算の大きい順に並べて3番目"], rejects: "予算が一番大きい事業2番目"
    ) { p in
      guard var things = p.things(), things.order != nil, !things.isCut, let place = p.place() else {
        return nil
      }
      things.order?.position = place
      return .things(things)
    },
    Rule(
      "a number of the largest things by a field", .things, "N EXT K ARR F | N EXT S ARR F",
      shows: ["three largest projects by budget", "5 biggest projects by settlement"],
      rejects: "largest projects"
    ) { p in
      guard let field = p.field(), let way = p.direction()?.way(for: field), let count = p.figure()?.count
      else { return nil }
      return .things(p.things()?.ordered(by: Ordering(field: field, way: way, limit: count)))
    },
    Rule(
      "the largest by a field of a year", .things, "S ARR Y F | TOP N S ARR Y F | N EXT S ARR Y F",
      shows: ["top 3 projects by FY2023 budget", "projects ranked by 2023年度 settlement"],
      rejects: "projects by budget"
    ) { p in
      guard let field = p.field(), field.isMoney, let year = p.year(), !year.isRange else { return nil }
      var order = Ordering(field: field, way: p.direction()?.way(for: field) ?? .descending)
      if p.edges.count > 4 {
        guard let count = p.figure()?.count else { return nil }
        order.limit = count
      }
      return .things(p.things()?.narrowed(by: .year(year))?.ordered(by: order))
    },
    Rule(
      "a number of things in an order", .things, "N S O | TOP N S O",
      shows: ["three projects with the smallest budget", "top 5 projects by settlement"],
      rejects: "three projects"
    ) { p in
      // 15の事業で予算が一番少ない: how many there are is said, and one of them asked for
      guard var order = p.order(), let count = p.figure()?.count, order.limit == nil || order.limit == 1,
        p.particle(1) != "で"
      else { return nil }
      // 2つのうち予算が一番少ない: so many they are, and one of them is asked for
      let isOfAll = p.things()?.areGiven ?? false && p.particle(0) == "の"
      if !isOfAll { order.limit = count }
      return .things(p.things()?.ordered(by: order))
    },
  ]
}

extension String {
  /// Of Latin letters, and no character of Japanese.
  fileprivate var isLatin: Bool { !unicodeScalars.contains { ScriptClass($0).isJapanese } }
}
