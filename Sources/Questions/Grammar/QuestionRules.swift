import PlanFacts

/// What a whole question asks for.
extension Grammar {
  static let questionRules: [Rule] = [
    Rule(
      "which things", .question, "S", shows: ["達成度4の事業", "projects with a settlement over 20,000"],
      rejects: "湖の透明度"
    ) { p in
      // a bare name may ask for what it means, and a bare kind for the word
      guard let things = p.things(), !things.isNamed, !things.isBare, things.hasKind || things.order != nil,
        !things.areGiven
      else { return nil }
      // which there are, and not how they fared
      let listed = things.isOfRank ? things.limited(to: [.headings]) : things
      return listed.map { .inquiry(.list($0, show: [])) }
    },
    Rule(
      "which things, in an order", .question, "S ARR", shows: ["予算の大きい順に事業を並べて", "決算の少ない順に環境政策局の事業を並べて"],
      rejects: "事業"
    ) { p in
      guard let things = p.things(), things.order != nil, things.order?.limit == nil else { return nil }
      return .inquiry(.list(things, show: []))
    },
    Rule("those that meet it", .question, "C", price: 1, shows: ["達成度3以外は", "目標を達成していないもの"], rejects: "オーロラ")
    { p in
      guard let condition = p.condition(), condition.stands else { return nil }
      return .inquiry(.list(Things(condition.kinds, [condition]), show: []))
    },
    Rule("which fields of things", .question, "FS", shows: ["森の案内人育成事業の予算", "達成度4の事業の決算"], rejects: "予算") {
      p in
      p.fieldsOfThings().map { .inquiry(.list($0.things, show: $0.fields)) }
    },
    Rule("how much", .question, "V", shows: ["予算の合計は", "達成度3の事業は何件"], rejects: "予算") { p in
      // the figure of a thing is shown as a field of it
      guard let amount = p.amount() else { return nil }
      if case .figure = amount { return nil }
      return .inquiry(.amount(amount))
    },
    Rule(
      "how many times, of one thing", .question, "S F F TIMES | S FY FY TIMES | S FY F TIMES | S F FY TIMES",
      shows: ["森の案内人育成事業の決算は予算の何倍", "湖の透明度の目標は現状の何倍"],
      rejects: "決算は予算の何倍"
    ) { p in
      guard let a = p.field(), let b = p.field(1), a != b, a.type == b.type, let things = p.things() else {
        return nil
      }
      return FieldsOfThings([a, b, .combined(a, .dividedBy, b)], of: things).map {
        .inquiry(.list($0.things, show: $0.fields))
      }
    },
    Rule(
      "which share", .question, "S SHARE | SHARE S | S CNT SHARE",
      shows: ["達成度2以上の事業の割合", "what percentage of level 3 projects"],
      rejects: "事業の割合"
    ) { p in
      guard let part = p.things(), part.hasKind, !part.areGiven, part.order == nil,
        part.kinds != [.evaluations],
        let last = part.restrictions.last, !last.isTopic
      else { return nil }
      var whole = part
      whole.restrictions.removeLast()
      if case .entity = last, !whole.restrictions.isEmpty { return nil }
      return .inquiry(.share(part, of: whole.stating(last)))
    },
    Rule(
      "which share of these", .question,
      "S AMONG C SHARE | S AMONG S SHARE | S AMONG SHARE C | AMONG S SHARE C | SHARE C AMONG S | SHARE S AMONG S | C SHARE S AMONG | SHARE S AMONG IT C",
      shows: [
        "環境政策局の事業のうち達成度3の割合", "事業のうち達成度4の事業の割合", "share of level 4 among the projects of 環境政策局",
        "of the measures with a target, what percentage was achieved",
      ],
      rejects: "達成度3の割合"
    ) { p in
      // the share of A among B: the part stands first
      let isTurned = p.edges[0].category == .share && p.things(1) != nil
      guard let whole = p.things(isTurned ? 1 : 0), whole.order == nil, !whole.isNamed else { return nil }
      // among those with a target: the whole is of the same kind
      if isTurned || p.edges.contains(where: { $0.category == .pronoun }), let condition = p.condition(),
        let part = p.things()
      {
        guard let all = Things(part.kinds, hasKind: part.hasKind).narrowed(by: condition) else { return nil }
        let both = part.restrictions.reduce(Optional(all)) { $0?.narrowed(by: $1) }
        return both.map { .inquiry(.share($0, of: all)) }
      }
      let conditions = p.condition().map { [$0] } ?? p.things(isTurned ? 0 : 1)?.restrictions ?? []
      let part = conditions.reduce(Optional(whole)) { $0?.narrowed(by: $1) }
      guard let part, !conditions.isEmpty else { return nil }
      return .inquiry(.share(part, of: conditions.reduce(whole) { $0.stating($1) }))
    },
    Rule(
      "which share one set has in another", .question, "S/は S SHARE | S/が S SHARE | S/に S SHARE",
      shows: ["達成度4の事業は環境政策局の事業の何%", "目標のある定量実績に占める目標を達成した定量実績の割合"], rejects: "事業は指標の何%"
    ) { p in
      let isTurned = p.particle(0) == "に"
      guard let part = p.things(isTurned ? 1 : 0), let whole = p.things(isTurned ? 0 : 1), !part.isBare,
        part.order == nil, whole.order == nil, part.kinds == whole.kinds, !part.isNamed, !whole.isNamed
      else { return nil }
      let added = part.restrictions.filter { !whole.restrictions.contains($0) }
      let both = added.reduce(Optional(whole)) { $0?.narrowed(by: $1) }
      guard let both, !added.isEmpty else { return nil }
      return .inquiry(.share(both, of: added.reduce(whole) { $0.stating($1) }))
    },
    // MARK: tables
    Rule("a rank to group by", .rank, "S | K", shows: ["政策", "取組項目", "計画"], rejects: "事業") { p in
      // 計画ごとの指標: each document
      if let kind = p.things(), kind.isBare, kind.kinds == [.plans] || kind.kinds == [.documents] {
        return .field(.document)
      }
      guard let things = p.things(), things.isOfRank, case .text(_, let rank)? = things.restrictions.first
      else { return nil }
      return .field(.rank(rank))
    },
    Rule(
      "how a document is built up", .question, "C F | F C | C TOP F | C F F | F C F",
      shows: ["みどり環境計画の階層", "how is みどり環境計画 structured"], rejects: "達成度3の階層"
    ) { p in
      let rank = Reference.mention(.field(.rank))
      guard p.field() == rank, p.field(1) == nil || p.field(1) == rank,
        case .entity(let entity)? = p.condition(),
        entity.isDocument
      else { return nil }
      return .table(Things([.headings]).narrowed(by: .entity(entity)), by: rank, [])
    },
    Rule(
      "how many in each group", .question,
      "F GRP S CNT | S CNT F GRP | S CNT F GRP TALLY | S CNT R GRP | S CNT R GRP TALLY | S F GRP | S F GRP CNT | F GRP S TALLY | S F GRP TALLY | F GRP S | F GRP S F | S F GRP F | F GRP S F TALLY | S F GRP F TALLY | R GRP S CNT | R GRP S | S R GRP TALLY | S R GRP CNT | R GRP S F | R GRP S TALLY | CNT S PER F | CNT S ARR F | S PER F | PER F CNT S | CNT S PER R | CNT S WITHIN PER R | S WITHIN PER R | S PER R | PER R CNT S | CNT S ARR R | S ARR R | F GRP S | TALLY S PER F | TALLY S ARR F | TALLY S PER R",
      shows: ["達成度別の事業数", "number of projects by bureau", "事業を区分ごとに集計", "政策ごとの指標数"], rejects: "事業の区分"
    ) { p in
      // 達成度別の事業の件数: how many there are, where the things print no such figure
      if let other = p.field(1),
        other != .mention(.field(.count)) || p.things()?.kinds.contains(.evaluations) ?? true
      {
        return nil
      }
      return .table(p.things(), by: p.field(), [])
    },
    Rule(
      "what is reckoned in each group", .question,
      "F GRP FS AGG | F GRP F AGG | F GRP AGG F | F GRP S F AGG | F GRP S AGG F | S F GRP F AGG | R GRP FS AGG | R GRP F AGG | R GRP S F AGG | R GRP AGG F | R GRP S AGG F | AGG F PER F | AGG F ARR F | AGG F PER R | AGG F S PER R | AGG F S PER F | AGG FS PER R | AGG FS PER F | AGG F S ARR F | AGG FS ARR F | AGG FS ARR R | F AGG S PER F | F AGG S ARR F | PER S ARR F AND AGG F",
      shows: ["局別の決算の合計", "達成度ごとの平均予算", "average settlement by level"], rejects: "決算の合計"
    ) { p in
      let isPrefixed = p.edges[0].category == .aggregate || p.edges[1].category == .aggregate
      let both = p.edges[1].category == .fieldsOfThings
      let group = isPrefixed && !both ? p.field(1) : p.field()
      let value = isPrefixed && !both ? p.field() : p.fieldsOfThings()?.fields.first ?? p.field(1)
      guard let value, value != group, let aggregate = p.aggregate() else { return nil }
      let things = p.things() ?? p.fieldsOfThings()?.things ?? Things(value.kinds)
      return .table(things, by: group, [Inquiry.Column(aggregate: aggregate, field: value)])
    },
    Rule(
      "which group has the most", .question, "O F | F O", shows: ["予算が一番多い局", "決算の最も少ない区分"],
      rejects: "予算が一番多い事業"
    ) { p in
      guard let order = p.order(), let field = order.field, field.isMoney, order.limit == 1 else {
        return nil
      }
      return .table(
        Things(field.kinds), by: p.field(), [Inquiry.Column(aggregate: .sum, field: field, only: order.way)])
    },
    Rule(
      "which group has the most things", .question,
      "S CNT EXT F | S CNT EXT R | S CNT SUP ADJ F | S CNT SUP ADJ R | F EXT S | R EXT S | F S CNT EXT | R S CNT EXT | F S EXT | R S EXT | R AMONG S CNT EXT R | R AMONG S CNT EXT | R AMONG S EXT | R AMONG S EXT R | R AMONG S CNT SUP ADJ | R AMONG S CNT SUP ADJ R | R AMONG S SUP ADJ | R AMONG S SUP ADJ R | S EXT F | S EXT R | F AMONG S EXT | F AMONG S SUP ADJ | S SUP ADJ F | F AMONG S CNT EXT | SUP ADJ S F",
      price: 1, shows: ["事業数が一番多い区分", "which bureau has the most projects"], rejects: "予算が一番多い区分"
    ) { p in
      let isCounted = p.edges.contains { $0.category == .count }
      guard let things = p.things(), things.hasKind, things.order == nil, let direction = p.direction(),
        direction.manner == .count || isCounted && direction.manner == .amount,
        p.field(1) == nil || p.field(1) == p.field()
      else { return nil }
      return .table(things, by: p.field(), [.count(only: direction.way)])
    },
    Rule(
      "figures of each group", .question,
      "F GRP FL | F GRP F | S F GRP F | F GRP FS | F PER F | FL PER F | F ARR F | FL ARR F",
      shows: ["局ごとの予算と決算", "達成度別の予算"], rejects: "予算"
    ) { p in
      let both = p.fieldsOfThings()
      // budget per bureau: the group stands last
      let isTurned = p.fields() == nil && p.edges.contains { $0.category == .per || $0.category == .arrange }
      guard let values = p.fields() ?? both?.fields ?? p.field(isTurned ? 0 : 1).map({ [$0] }),
        let first = values.first
      else { return nil }
      let things = p.things() ?? both?.things ?? Things(first.kinds)
      return .table(
        things, by: p.field(isTurned ? 1 : 0),
        values.map { Inquiry.Column(aggregate: $0.addsUp ? .sum : .average, field: $0) })
    },
    Rule(
      "a question, and another of the same", .question, "Q STOP P", price: 2,
      shows: ["森の案内人育成事業の予算は？ 決算は予算の何倍？", "みどり湖水質浄化推進事業の決算は。いくら超過した"], rejects: "森の案内人育成事業の予算は"
    ) { p in
      guard case .inquiry(let first)? = p.edges.first?.meaning, !p.acts().isEmpty else { return nil }
      let both = Inquiry.followed(first, p.acts())
      return both.questions.isEmpty ? nil : .inquiry(both)
    },
    Rule("course", .question, "S CRS | CRS S", shows: ["湖の透明度の推移", "trend of 湖の透明度"], rejects: "事業の推移") { p in
      guard let things = p.things(), things.isNamed, let figures = things.limited(to: [.indicators]) else {
        return nil
      }
      return .inquiry(.course(figures))
    },
  ]
}

extension Meaning {
  fileprivate static func table(_ things: Things?, by group: Reference?, _ columns: [Inquiry.Column])
    -> Meaning?
  {
    guard let things, let group, group.isGroup,
      columns.allSatisfy({ $0.reckoned.map { $0.field.isFigure && $0.field.type != .year } ?? true }),
      let limited = things.limited(to: things.kinds.filter(group.kinds.contains))
    else { return nil }
    let counted = columns.contains { $0.reckoned == nil }
    return .inquiry(.table(limited, by: group, columns: counted ? columns : [.count()] + columns))
  }
}

extension Reference {
  /// A field with few values, by which things are told apart.
  var isGroup: Bool {
    switch self {
    case .mention(.field(let field)):
      [
        .level, .category, .bureau, .area, .grade, .direction, .kind, .foundedYear, .adoptedYear, .parent,
        .rank,
      ]
      .contains(field)
    case .mention(.unit), .rank, .document: true
    default: false
    }
  }
}

extension Things {
  /// Those that state an amount of money that a condition bounds: of the others nobody can say whether it holds.
  fileprivate func stating(_ restriction: Restriction) -> Things {
    guard case .compared(let field, _, _) = restriction, field.isMoney else { return self }
    return narrowed(by: .not(.missing(field))) ?? self
  }
}

extension Restriction {
  /// Says enough to ask for things by itself.
  fileprivate var stands: Bool {
    switch self {
    case .compared, .related, .against, .dated, .span, .target, .missing, .marked, .code, .bound: true
    case .not(let part): if case .missing = part { true } else { part.stands }
    case .any(let parts), .all(let parts): parts.contains(where: \.stands)
    case .contains, .prefix, .text, .entity, .label, .year, .period, .goal, .topic, .among, .given, .alsoIn:
      false
    }
  }
}
