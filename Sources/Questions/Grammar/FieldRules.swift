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
      guard let last = p.fields() == nil ? p.field(1) : p.field(),
        let first = p.fields() ?? p.field().map({ [$0] }), !first.contains(last)
      else { return nil }
      return .fields(first + [last])
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
      "F F SHARE | F/の F/の SHARE | RATIO F F | F/の SHARE F | F/- SHARE F | F/- SHARE IT F", price: 1,
      shows: ["予算に対する決算の割合", "決算の予算に占める割合", "予算の何%を支出した", "settlement as a percentage of its budget"],
      rejects: "予算の割合"
    ) { p in
      // 予算に対する, 予算の何％を: the whole stands first
      let isTurned = p.particle(0) == "に" || p.particle(0) == "の" && p.edges[1].category == .share
      return .field(.combined(p.field(isTurned ? 1 : 0), with: .percentOf, p.field(isTurned ? 0 : 1)))
    },
    Rule(
      "two fields and a sign between them", .field, "F OP F | F/を F/で OP", shows: ["決算÷予算", "決算を予算で割った"],
      rejects: "決算と予算"
    ) { p in .field(.combined(p.field(), with: p.operation(), p.field(1))) },
    Rule(
      "a rate, and how it is reckoned", .field, "F F",
      shows: ["執行率（決算÷予算）", "execution rate (settlement ÷ budget)", "予算−決算の残額"],
      rejects: "執行率（予算÷決算）"
    ) { p in
      guard case .combined(let a, let operation, let b)? = p.field() else { return nil }
      switch operation {
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
