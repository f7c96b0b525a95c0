import PlanFacts

/// Fields, lists of fields, fields reckoned together, fields of things.
extension Parts {
  /// The fields that are shown of things; nil where a word of the question is looked for in one of them (projects with
  /// "…" in the overview).
  fileprivate var shown: [Reference]? {
    guard let fields = fields() ?? field().map({ [$0] }) else { return nil }
    // 予算の一番多い局: which of the bureaus, not that of the largest project
    let isOfGroup = fields.contains { $0 == .bureau || $0 == .mention(.field(.category)) }
    if isOfGroup, let things = things(), !things.hasKind, things.order != nil { return nil }
    // a mark of many things says which of them are meant
    if fields.contains(.mention(.field(.levelRevised))), !(things()?.isCalled ?? false) { return nil }
    // the biggest overspend, settlement minus budget: by what they are ordered, said once more
    if let field = things()?.order?.field, case .combined = field, fields == [field] { return nil }
    let isOfTopic = things()?.restrictions.contains(where: \.isTopic) ?? false
    return isOfTopic && fields.contains { $0.type == .text } ? nil : fields
  }
}

extension Grammar {
  static let fieldRules: [Rule] = [
    Rule(
      "a field and another", .fields, "F AND F | F F | FL AND F", price: 1,
      shows: ["予算と決算", "budget and settlement", "予算、達成度"],
      rejects: "予算"
    ) { p in
      // a mark is printed beside a level, and no field to show
      guard let last = p.fields() == nil ? p.field(1) : p.field(),
        let first = p.fields() ?? p.field().map({ [$0] }), !first.contains(last),
        !(first + [last]).contains(.mention(.field(.levelRevised)))
      else { return nil }
      return .fields(first + [last])
    },
    Rule(
      "adopted or revised", .field, "F OR C | F/-とや AND C | C OR F | C/-とや AND F",
      shows: ["策定または改定された", "drawn up or revised", "改定・策定された"], rejects: "予算または改定された"
    ) { p in
      // the date of either, and no plan that was only revised
      guard p.field() == .mention(.field(.adoptedYear)), p.condition() == .revised else { return nil }
      return .field(p.field())
    },
    Rule(
      "how many, and which part", .fields,
      "F AND SHARE | F SHARE | CNT AND SHARE | CNT SHARE | F AND IT SHARE | CNT AND IT SHARE", price: 1,
      shows: ["件数と割合", "何件で何%", "count and percentage"], rejects: "予算と割合"
    ) { p in
      guard p.field() == nil || p.field() == .mention(.field(.count)) else { return nil }
      return .fields([.mention(.field(.count)), .mention(.share)])
    },
    Rule(
      "which part a value has", .fieldsOfThings, "SHARE C | C SHARE | SHARE F C", price: 1,
      shows: ["順調に進んだの割合", "how many percent were rated やや遅い"], rejects: "share of 予算が10万以上"
    ) { p in
      // evaluations print how many percent were rated so
      guard case .entity? = p.condition(), let condition = p.condition(),
        p.field() == nil || p.field() == .level || p.field() == .grade
      else { return nil }
      return .fields([.mention(.share)], of: Things([.evaluations]).narrowed(by: condition))
    },
    Rule(
      "the page where a thing begins", .field, "F BEG | F FROM BEG | F FROM",
      shows: ["何ページから始まる", "which page starts", "何ページから"],
      rejects: "予算から"
    ) { p in p.field().flatMap { $0 == .mention(.field(.page)) ? .field($0) : nil } },
    Rule(
      "when a thing was or is to be", .field, "F WHEN | WHEN F", shows: ["設立はいつ", "目標は何年度", "when adopted"],
      rejects: "予算はいつ"
    ) { p in
      guard let field = p.field() else { return nil }
      if let role = field.role { return .field(.mention(.roleYear(role))) }
      return field.type == .year ? .field(field) : nil
    },
    Rule(
      "how far apart two fields are", .field,
      "F AND F DIFF | DIFF F AND F | DIFF BETW F AND F | F F DIFF",
      shows: ["予算と決算の差", "difference between budget and settlement"], rejects: "予算の差"
    ) { p in
      .field(.combined(p.field(), with: .apart, p.field(1)))
    },
    Rule(
      "what lies between two fields, said twice", .field, "F DIFF | DIFF F", price: 1,
      shows: ["overspent by how much", "不用額の差額"], rejects: "予算の差額"
    ) { p in
      guard case .combined(_, .minus, _)? = p.field() else { return nil }
      return .field(p.field())
    },
    Rule(
      "one field less another", .field, "F FROM F/を DIFF | F/を F FROM DIFF",
      shows: ["予算から決算を引いた", "決算を予算から引いた"],
      rejects: "予算と決算の差"
    ) { p in
      let isTurned = p.particle(0) == "を"
      return .field(.combined(p.field(isTurned ? 1 : 0), with: .minus, p.field(isTurned ? 0 : 1)))
    },
    Rule(
      "how many percent of a field", .field,
      "F F SHARE | F/の F/の SHARE | RATIO F F | F/に F RATIO | F/の SHARE F | F/- SHARE F | F/- SHARE IT F | SHARE F F | SHARE F IT F",
      price: 1,
      shows: [
        "予算に対する決算の割合", "how many percent of the budget is the settlement", "決算の予算に占める割合", "予算の何%を支出した",
        "settlement as a percentage of its budget",
      ],
      rejects: "予算の割合"
    ) { p in
      // 予算に対する, 予算の何％を: the whole stands first
      let isTurned =
        p.particle(0) == "に" || p.edges[0].category == .share
        || p.particle(0) == "の" && p.edges[1].category == .share
      return .field(.combined(p.field(isTurned ? 1 : 0), with: .percentOf, p.field(isTurned ? 0 : 1)))
    },
    Rule(
      "two fields and a sign between them", .field, "F OP F | F/を F/で OP | F OP IT F | RATIO F TO F",
      shows: ["決算÷予算", "決算を予算で割った", "ratio of actual to target"],
      rejects: "決算と予算"
    ) { p in .field(.combined(p.field(), with: p.operation() ?? .dividedBy, p.field(1))) },
    Rule(
      "a rate, and how it is reckoned", .field, "F F",
      shows: ["執行率（決算÷予算）", "execution rate (settlement ÷ budget)", "予算−決算の残額"],
      rejects: "執行率（予算÷決算）"
    ) { p in
      guard case .combined(let a, let operation, let b)? = p.field() else { return nil }
      switch operation {
      // 実績は目標の何％の達成率
      case .percentOf where p.field(1) == .derived(.achievement):
        return a.pointRole == .actual && b == .target ? .field(p.field(1)) : nil
      case .percentOf: return p.field(1) == .combined(a, .dividedBy, b) ? .field(p.field()) : nil
      // 予算−決算の残額: said twice, in either order
      case .minus: return p.field(1) == p.field() ? .field(p.field()) : nil
      default: return nil
      }
    },
    Rule(
      "fields of things", .fieldsOfThings, "S F | S FL | S GRP F | S GRP FL",
      shows: ["森の案内人育成事業の予算", "達成度4の事業の予算と決算", "事業の決算", "事業ごとの予算"],
      rejects: "予算"
    ) { .fields($0.shown, of: $0.things()) },
    Rule(
      "fields of things, English", .fieldsOfThings, "F/- S | FL S", price: 1,
      shows: ["budget of 森の案内人育成事業", "budget and settlement of level 4 projects"], rejects: "budget"
    ) { .fields($0.shown, of: $0.things()) },
    Rule(
      "when things were founded, adopted", .fieldsOfThings, "WHEN S F", price: 1,
      shows: ["when was みどり湖ビジネスネットワーク founded", "いつ湖の透明度の目標は"], rejects: "when 湖の透明度"
    ) { p in
      guard let field = p.field() else { return nil }
      let year = field.role.map { Reference.mention(.roleYear($0)) } ?? field
      return year.type == .year ? .fields([year], of: p.things()) : nil
    },
    Rule(
      "fields of things, in percent of another", .fieldsOfThings, "FS/- SHARE F | FS/- SHARE IT F",
      shows: [
        "settlement of 森の案内人育成事業 as a percentage of budget", "決算 of みどり湖水質浄化推進事業 as a share of its budget",
      ],
      rejects: "settlement of 森の案内人育成事業 as a percentage"
    ) { p in
      guard let both = p.fieldsOfThings(), both.fields.count == 1 else { return nil }
      let rate = Reference.combined(both.fields[0], with: .percentOf, p.field())
      return .fields(rate.map { [$0] }, of: both.things)
    },
    Rule(
      "which part of a field a thing has", .fieldsOfThings, "SHARE F S F | SHARE IT F S F",
      shows: [
        "what percentage of its budget did 森の案内人育成事業 spend",
        "what percentage of the budget had 環境政策局の事業 spent",
      ],
      rejects: "what percentage of the budget"
    ) { p in
      let rate = Reference.combined(p.field(1), with: .percentOf, p.field())
      return .fields(rate.map { [$0] }, of: p.things())
    },
    Rule(
      "fields where a condition holds", .fieldsOfThings, "C F | C FL", price: 1,
      shows: ["環境政策局の予算", "達成度3の予算と決算"], rejects: "予算"
    ) { p in
      guard let fields = p.fields() ?? p.field().map({ [$0] }), let condition = p.condition() else {
        return nil
      }
      return .fields(fields, of: fields.first.flatMap { Things($0.kinds).narrowed(by: condition) })
    },
    Rule(
      "fields where a value holds, English", .fieldsOfThings, "F/- C | FL C", price: 2,
      shows: ["budget of 環境政策局", "budget and settlement of action program 4"], rejects: "budget over 100000"
    ) { p in
      guard let fields = p.fields() ?? p.field().map({ [$0] }), let condition = p.condition() else {
        return nil
      }
      switch condition {
      case .entity, .label:
        return .fields(fields, of: fields.first.flatMap { Things($0.kinds).narrowed(by: condition) })
      default: return nil
      }
    },
    Rule(
      "things and a field of theirs", .fieldsOfThings, "S AND F | S AND IT F | S AND CNT | S AND CNT IT",
      shows: ["予算が一番大きい事業とその達成度", "達成度4の事業と担当局"], rejects: "事業の予算"
    ) { p in
      guard let things = p.things(), !things.isNamed, !things.isBare else { return nil }
      // the fewest initiatives, and how many: the figure that they are ordered by
      let counted = things.order?.field == .mention(.field(.count)) ? things.order?.field : nil
      return .fields((p.field() ?? counted).map { [$0] }, of: things)
    },
    Rule(
      "under which heading a thing stands", .fieldsOfThings,
      "S UNDER S | S WITHIN S | S S UNDER | S S WITHIN | S S | S THAT S UNDER | S THAT S WITHIN",
      shows: ["森の案内人育成事業が属する政策", "湖の透明度の取組項目", "the 政策 that みどり湖水質浄化推進事業 belongs to"],
      rejects: "政策の取組項目"
    ) { p in
      guard let a = p.things(), let b = p.things(1), a.isOfRank != b.isOfRank else { return nil }
      let (ranked, named) = a.isOfRank ? (a, b) : (b, a)
      guard named.isNamed, let below = named.limited(to: [.projects, .indicators, .measures]),
        case .text(_, let rank)? = ranked.restrictions.first
      else { return nil }
      return .fields([.rank(rank)], of: below)
    },
    Rule(
      "how far a target was achieved", .fieldsOfThings, "S F SHARE MET | SHARE FS MET | SHARE F S MET",
      shows: ["湖の透明度は目標の何%達成した", "what percentage of the target of オーロラの発生回数 was reached"],
      rejects: "森の案内人育成事業は予算の何%達成した"
    ) { p in
      let both = p.fieldsOfThings()
      guard p.field() == .target || both?.fields == [.target], let things = p.things() ?? both?.things,
        things.isCalled
      else { return nil }
      return .fields([.derived(.achievement)], of: things)
    },
    Rule(
      "fields of a thing that is named behind", .fieldsOfThings, "F/をは S/の | FL/をは S/の", price: 1,
      shows: ["予算を教えてください、森の案内人育成事業の", "決算は、みどり湖水質浄化推進事業の"], rejects: "予算を教えてください、事業の"
    ) { p in
      guard let things = p.things(), things.isCalled else { return nil }
      return .fields(p.shown, of: things)
    },
    Rule(
      "which document prints a thing", .fieldsOfThings, "S K | K S | K S FROM", price: 1,
      shows: ["湖の透明度が載っている資料", "in which document is みどり湖水質浄化推進事業"], rejects: "事業の資料"
    ) { p in
      guard let named = p.things(), let other = p.things(1) else { return nil }
      let (thing, kind) = named.isBare ? (other, named) : (named, other)
      guard kind.isBare, kind.kinds == [.documents], thing.isNamed else { return nil }
      return .fields([.document], of: thing)
    },
    Rule(
      "by how much one field of a thing is larger", .fieldsOfThings,
      "S F F THAN ADJ | ADJ FS THAN F | ADJ FS THAN IT F | ADJ F THAN F S | S F THAN F ADJ | FS F THAN ADJ | F S CMP IT F | F S CMP F",
      price: 1,
      shows: [
        "森の案内人育成事業の予算は決算よりいくら多い", "how much larger is the settlement of みどり湖水質浄化推進事業 than its budget",
        "森の案内人育成事業は予算より決算がいくら多い",
      ],
      rejects: "事業の予算は決算よりいくら多い"
    ) { p in
      let both = p.fieldsOfThings()
      guard let things = p.things() ?? both?.things, things.isCalled,
        both.map({ $0.fields.count == 1 }) ?? true
      else { return nil }
      let fields = (both?.fields ?? []) + [p.field(), p.field(1)].compactMap(\.self)
      guard fields.count == 2 else { return nil }
      // Aより B: the second is the larger
      let isTurned = p.edges.count == 5 && p.edges[2].category == .than && p.edges[0].category == .things
      let way = p.comparison() ?? p.comparison(saidOf: fields[0]) ?? .greater
      let isLess = (way == .less || way == .atMost) != isTurned
      let (more, less) = isLess ? (fields[1], fields[0]) : (fields[0], fields[1])
      return .fields(Reference.combined(more, with: .minus, less).map { [more, less, $0] }, of: things)
    },
    Rule(
      "one field of a thing less another", .fieldsOfThings,
      "DIFF FS FROM IT F | DIFF FS FROM F | OP FS ARR IT F | OP FS ARR F | TIMES IT F FS | FS TIMES IT F | RATIO FS TO IT F",
      shows: [
        "subtract the settlement of 森の案内人育成事業 from its budget",
        "divide the settlement of みどり湖水質浄化推進事業 by its budget",
      ],
      rejects: "subtract the settlement of 森の案内人育成事業"
    ) { p in
      guard let both = p.fieldsOfThings(), both.fields.count == 1, let own = both.fields.first,
        let other = p.field()
      else { return nil }
      let isDifference = p.edges[0].category == .difference
      let reckoned =
        isDifference
        ? Reference.combined(other, with: .minus, own)
        : Reference.combined(own, with: p.operation() ?? .dividedBy, other)
      return .fields(reckoned.map { [$0] }, of: both.things)
    },
    Rule(
      "fields of things, ordered", .fieldsOfThings, "FS O | FS ORD",
      shows: ["事業の予算を決算の多い順に", "環境政策局の事業の達成度を予算の大きい順に"],
      rejects: "事業の予算"
    ) { p in
      guard let both = p.fieldsOfThings() else { return nil }
      // lowest first: by the field that is shown
      let field = both.fields.count == 1 ? both.fields[0] : nil
      let own = field.flatMap { field in
        p.direction()?.way(for: field).map { Ordering(field: field, way: $0) }
      }
      return (p.order() ?? own).flatMap { .fields(both.fields, of: both.things.ordered(by: $0)) }
    },
  ]
}
