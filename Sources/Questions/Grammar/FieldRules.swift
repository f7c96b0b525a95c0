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
      "how far apart two fields are", .field,
      "F AND F DIFF | DIFF F AND F | DIFF BETW F AND F | F F DIFF",
      shows: ["予算と決算の差", "difference between budget and settlement"], rejects: "予算の差"
    ) { p in
      guard let a = p.field(), let b = p.field(1), a != b, a.type == b.type, a.isFigure, a.type != .year
      else { return nil }
      return .field(.gap(a, b))
    },
    Rule(
      "one field less another", .field, "F FROM F/を DIFF | F/を F FROM DIFF",
      shows: ["予算から決算を引いた", "決算を予算から引いた"],
      rejects: "予算と決算の差"
    ) { p in
      guard let first = p.field(), let second = p.field(1), first != second, first.type == second.type,
        first.isFigure
      else { return nil }
      return .field(p.particle(0) == "を" ? .difference(second, first) : .difference(first, second))
    },
    Rule(
      "how many percent of a field", .field, "F F SHARE | F/の F/の SHARE | RATIO F F", price: 1,
      shows: ["予算に対する決算の割合", "決算の予算に占める割合"], rejects: "予算の割合"
    ) { p in
      guard let a = p.field(), let b = p.field(1), a != b, a.type == b.type, a.isMoney else { return nil }
      return .field(p.particle(0) == "に" ? .percentage(b, of: a) : .percentage(a, of: b))
    },
    Rule(
      "fields of things", .fieldsOfThings, "S F | S FL", shows: ["森の案内人育成事業の予算", "達成度4の事業の予算と決算", "事業の決算"],
      rejects: "予算"
    ) { .fields($0.shown, of: $0.things()) },
    Rule(
      "fields of things, English", .fieldsOfThings, "F/- S | FL S", price: 1,
      shows: ["budget of 森の案内人育成事業", "budget and settlement of level 4 projects"], rejects: "budget"
    ) { .fields($0.shown, of: $0.things()) },
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
      "things and a field of theirs", .fieldsOfThings, "S AND F | S AND IT F", price: 0,
      shows: ["予算が一番大きい事業とその達成度", "達成度4の事業と担当局"], rejects: "事業の予算"
    ) { p in
      guard let things = p.things(), !things.isNamed, !things.isBare else { return nil }
      return .fields(p.field().map { [$0] }, of: things)
    },
    Rule(
      "fields of things, ordered", .fieldsOfThings, "FS O", price: 1,
      shows: ["事業の予算を決算の多い順に", "環境政策局の事業の達成度を予算の大きい順に"],
      rejects: "事業の予算"
    ) { p in
      guard let both = p.fieldsOfThings(), let order = p.order() else { return nil }
      return .fields(both.fields, of: both.things.ordered(by: order))
    },
  ]
}
