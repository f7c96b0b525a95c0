import PlanFacts

/// Conditions that are no bounds: lists of them, texts, presence, goals, places, topics.
extension Grammar {
  static let conditionRules: [Rule] = [
    Rule(
      "both conditions", .condition, "C C | C AND C | C AMONG C", price: 1,
      shows: ["達成度3で予算が10万以上", "環境政策局かつその他"],
      rejects: "達成度3"
    ) { .condition(.both($0.condition(), $0.condition(1))) },
    Rule(
      "either condition", .condition, "C OR C", price: 1,
      shows: ["予算が20万以上または達成度4", "level 2 or budget over 100000"],
      rejects: "達成度4"
    ) { .condition(.either($0.condition(), $0.condition(1))) },
    Rule(
      "one value or another", .condition, "C AND C", price: 1, shows: ["その他と参加・協働の場", "その他や参加・協働の場"],
      rejects: "その他で達成度3"
    ) { p in
      guard case .entity(let a)? = p.condition(), case .entity(let b)? = p.condition(1), !a.isName, !b.isName,
        !a.valueFields.isDisjoint(with: b.valueFields)
      else { return nil }
      return .condition(.either(.entity(a), .entity(b)))
    },
    Rule(
      "a value of its field", .condition, "F C | C F | C IT F", shows: ["区分がその他", "その他という区分", "ターゲット11.7"],
      rejects: "その他"
    ) { p in
      guard case .mention(.field(let field))? = p.field(), let condition = p.condition(),
        condition.isValue(of: field)
      else { return nil }
      return .condition(condition)
    },
    Rule(
      "adopted for the first time", .condition, "F F", shows: ["種別が策定", "category: drawn up"],
      rejects: "種別が設立"
    ) { p in
      guard p.field() == .mention(.field(.kind)) || p.field() == .mention(.field(.category)),
        p.field(1) == .mention(.field(.adoptedYear))
      else { return nil }
      return .condition(.adopted)
    },
    Rule(
      "a mark of its field", .condition, "F M | K M | M/- F | M/- K", shows: ["達成度がD", "評価がC", "A評価"],
      rejects: "予算がD"
    ) { p in
      let isLevel = p.field().map { $0 == .level || $0 == .grade } ?? p.things()?.kinds.contains(.evaluations)
      guard isLevel ?? false, let mark = p.text() else { return nil }
      return .condition(.text(.grade, mark))
    },
    Rule(
      "an overrun is said of what was spent", .condition, "F/がは F", shows: ["決算が予算超過", "支出額が超過額の"],
      rejects: "予算が決算"
    ) { p in
      guard p.field() == .settlement, case .combined(.settlement, .minus, .budget)? = p.field(1) else {
        return nil
      }
      return .condition(.related(.settlement, .greater, .budget))
    },
    Rule(
      "one mark or another", .condition, "C OR M | C AND M", shows: ["達成度がCかD", "level C or D"],
      rejects: "予算が10万以上かD"
    ) { p in
      guard let condition = p.condition(), condition.isOfMarks, let mark = p.text() else { return nil }
      return .condition(.either(condition, .text(.grade, mark)))
    },
    Rule(
      "a unit", .condition, "F T", shows: ["単位が件", "単位がヘクタール"], rejects: "予算が件"
    ) { p in
      guard p.field() == .mention(.unit), let unit = p.text() else { return nil }
      return .condition(.text(.mention(.unit), unit))
    },
    Rule(
      "a figure of a year is said", .condition, "Y F PRES | F PRES Y | PRES F Y",
      shows: ["2025年度に目標がある", "with a target in 2025"], rejects: "目標がある"
    ) { p in
      guard let role = p.field()?.role else { return nil }
      return .condition(.within(.mention(.roleYear(role)), p.year()))
    },
    Rule(
      "no figure of a year is said", .condition, "Y F MISS | F MISS Y | MISS F Y | MISS Y F",
      shows: ["2025年度の目標がない", "without a target in 2025", "without a 2025 target"], rejects: "目標がない"
    ) { p in
      guard let role = p.field()?.role, let year = Restriction.within(.mention(.roleYear(role)), p.year())
      else {
        return nil
      }
      return .condition(.either(.not(year), .missing(.mention(.role(role)))))
    },
    Rule(
      "nothing is said of it", .condition, "F MISS | MISS F",
      shows: ["目標値がない", "without a target", "決算の記載がない"],
      rejects: "目標値"
    ) { p in .condition(p.field().map(Restriction.missing)) },
    Rule(
      "a mark is printed, or not", .condition, "F PRES | F MISS | F | PRES F | PRES F F | PRES F IT F",
      price: 1,
      shows: ["星印が付いている", "アスタリスクの付いた", "米印の"],
      rejects: "予算が付いている"
    ) { p in
      let fields = [p.field(), p.field(1)].compactMap(\.self)
      guard fields.contains(.mention(.field(.levelRevised))),
        fields.allSatisfy({ $0 == .level || $0 == .mention(.field(.levelRevised)) })
      else { return nil }
      let mark = Restriction.marked(.levelRevised)
      return .condition(p.edges.last?.category == .missing ? .not(mark) : mark)
    },
    Rule(
      "which of them meets it", .condition, "C EITHER", price: 1, shows: ["目標を下回ったのはどちら", "達成度4なのはどっち"],
      rejects: "目標はどちら"
    ) { p in p.condition().flatMap { $0.isTopic ? nil : .condition($0) } },
    Rule(
      "something is said of it", .condition, "F PRES", shows: ["注記がある", "決算が記載されている"], rejects: "注記"
    ) { p in .condition(p.field().map { .not(.missing($0)) }) },
    Rule(
      "something is said of it, English", .condition, "PRES F", price: 2,
      shows: ["with a target", "having a note"],
      rejects: "target"
    ) { p in .condition(p.field().map { .not(.missing($0)) }) },
    Rule(
      "of a goal", .condition, "GOAL N | N GOAL | GOAL C", shows: ["SDG 13", "ゴール11", "SDG 11.7"],
      rejects: "13"
    ) { p in
      if case .goal? = p.condition() { return .condition(p.condition()) }
      guard let goal = p.figure(), goal.unit == nil, let number = goal.value.wholeNumber,
        (1...17).contains(number)
      else { return nil }
      return .condition(.goal("\(number)"))
    },
    Rule(
      "in both documents", .condition, "BOTH C AND C | C AND C BOTH | C BOTH C | C/に C/に",
      shows: ["both in みどり環境計画 and in みどり森林計画", "みどり環境計画とみどり森林計画の両方にある"], rejects: "達成度3と達成度4の両方"
    ) { p in
      guard case .entity(let a)? = p.condition(), case .entity(let b)? = p.condition(1), a.isDocument,
        b.isDocument, a.text != b.text
      else { return nil }
      return .condition(.all([.entity(a), .alsoIn(b)]))
    },
    Rule(
      "which way a target binds", .condition, "F BND | BND F",
      shows: ["目標が「以下」の", "whose target is a ceiling"],
      rejects: "予算が上限"
    ) { p in
      guard p.field() == .target, let bound = p.boundary() else { return nil }
      return .condition(.bound(bound))
    },
    Rule(
      "one way and not the other", .boundary, "BND NOTE BND | BND NOT BND | BND OPEN CMP CLOSE",
      shows: ["a ceiling rather than a floor", "下限ではなく上限", "a cap (以下)"], rejects: "a ceiling"
    ) { p in
      let isDeniedFirst = p.edges[1].category == .without
      return (isDeniedFirst ? p.edges.last : p.edges.first)?.meaning
    },
    Rule(
      "the n-th heading of a rank", .condition, "NTH S", price: 1,
      shows: ["3つ目の政策", "2番目の取組項目"], rejects: "3番目の予算"
    ) { p in
      guard let things = p.things(), things.isOfRank, let place = p.place(),
        case .text(_, let rank)? = things.restrictions.first
      else { return nil }
      return .condition(.label("\(rank)\(place)"))
    },
    Rule(
      "related to it", .condition, "C REL | REL C",
      shows: ["SDG 13に関係する", "ゴール11に対応する", "related to SDG 13"],
      rejects: "予算に関係する"
    ) { p in
      guard let condition = p.condition(), condition.isOfPlace else { return nil }
      return .condition(condition)
    },
    Rule(
      "under it", .condition, "C UNDER | WITHIN C | WITHIN K C | C WITHIN",
      shows: ["政策4の下の", "アクションプログラム3における", "within policy 4", "環境政策局に属する"],
      rejects: "予算の下の"
    ) { p in
      guard let condition = p.condition(), condition.isOfPlace || condition.isOfEntity,
        p.things().map({ $0.isBare && $0.kinds == [.headings] }) ?? true
      else { return nil }
      return .condition(condition)
    },
    Rule(
      "words, and the value or label that they mean in brackets", .condition,
      "T OPEN C CLOSE | T F OPEN C CLOSE | T S OPEN C CLOSE | T AND T S OPEN C CLOSE", price: 1,
      shows: ["harbour side (環境政策局)", "カモメの政策（政策4）"], rejects: "カモメ（予算が10万以上）"
    ) { p in
      switch p.condition() {
      case .entity, .label: .condition(p.condition())
      default: nil
      }
    },
    Rule("topic", .condition, "T", price: 1, shows: ["オーロラの", "waterfront"], rejects: "予算") { p in
      p.text().map { .condition(.topic($0)) }
    },
    Rule(
      "two words of a topic", .topic, "T T", shows: ["waterfront gardens", "harbour cranes"], rejects: "オーロラ"
    ) { p in
      guard let a = p.text(), let b = p.text(1) else { return nil }
      return .text(a + " " + b)
    },
    Rule(
      "a field holds a topic", .condition, "F T HAS | T HAS F", price: 1,
      shows: ["概要にオーロラを含む", "注記にカモメを含む"],
      rejects: "オーロラ"
    ) { p in
      guard let field = p.field(), field.type == .text, let words = p.text() else { return nil }
      return .condition(.contains(field, words))
    },
    Rule(
      "a column says a topic", .condition, "F/がはの- T", price: 1,
      shows: ["工法がオーロラの", "工法はカモメ"], rejects: "予算がオーロラの"
    ) { p in
      guard let field = p.field(), case .attribute(_, .text, _) = field, let words = p.text() else {
        return nil
      }
      return .condition(.contains(field, words))
    },
    Rule(
      "a member", .condition, "T IN | IN T | F T IN | S IN",
      shows: ["カモメが参加している", "including harbour masters"],
      rejects: "カモメ"
    ) { p in
      guard p.field() == nil || p.field() == .members else { return nil }
      return .condition(p.member.map { .contains(.members, $0) })
    },
    Rule(
      "no member", .condition, "T NOTIN | F T NOTIN | NOTE T IN | NOTE S IN | S NOTIN",
      shows: ["カモメが参加していない", "トンビの入っていない"],
      rejects: "カモメが参加している"
    ) { p in .condition(p.member.map { .not(.contains(.members, $0)) }) },
    Rule(
      "two members", .condition, "T/もとや T/も IN | T AND T IN | IN T AND T",
      shows: ["カモメもトンビも参加している", "カモメとトンビが入っている"],
      rejects: "カモメが参加している"
    ) { p in
      guard let a = p.text(), let b = p.text(1) else { return nil }
      return .condition(.all([.contains(.members, a), .contains(.members, b)]))
    },
    Rule(
      "a bureau by a part of its name", .condition, "T F | F T", price: 1,
      shows: ["harbour bureau", "カモメの所管"], rejects: "harbour budget"
    ) { p in
      guard p.field() == .bureau, let words = p.text() else { return nil }
      return .condition(.contains(.bureau, words))
    },
    Rule(
      "begins with figures", .condition, "F N PRE | F PRE N",
      shows: ["コードが404で始まる", "code starting with 512"],
      rejects: "コード"
    ) { p in
      guard p.field() == .mention(.field(.code)), let digits = p.figure(), digits.unit == nil else {
        return nil
      }
      return .condition(.prefix(.mention(.field(.code)), digits.value.description))
    },
  ]
}

extension Restriction {
  /// One of the values that a field has, or not: その他以外.
  fileprivate func isValue(of field: FieldName) -> Bool {
    switch self {
    case .entity(let entity): entity.valueFields.contains(field)
    case .marked: field == .level
    case .all(let parts): parts.contains { $0.isValue(of: field) }
    case .goal: field == .sdgTargets
    case .code: field == .code
    case .text(.mention(.field(let own)), _): field == own
    // rated level 3: the field said twice
    case .compared(.mention(.field(let own)), .equal, _): field == own && field == .level
    case .not(let part): part.isValue(of: field)
    case .any(let parts): parts.allSatisfy { $0.isValue(of: field) }
    default: false
    }
  }

  /// A letter that is a level, or one of several.
  fileprivate var isOfMarks: Bool {
    switch self {
    case .text(.grade, _): true
    case .any(let parts): parts.allSatisfy(\.isOfMarks)
    default: false
    }
  }

  /// A value or a name.
  fileprivate var isOfEntity: Bool { if case .entity = self { true } else { false } }

  /// Says where things stand, or what they are about.
  fileprivate var isOfPlace: Bool {
    switch self {
    case .goal, .label, .topic: true
    case .any(let parts): parts.allSatisfy(\.isOfPlace)
    case .entity(let entity): entity.valueFields.isEmpty
    default: false
    }
  }
}

extension Parts {
  /// A member by its name, whether the library has it as an organization or not.
  fileprivate var member: String? {
    guard let things = things(), things.isNamed, case .entity(let entity)? = things.restrictions.first else {
      return text()
    }
    return entity.text
  }
}

extension Entity {
  /// The fields that it is a value of.
  var valueFields: Set<FieldName> {
    Set(meanings.compactMap { if case .value(let field, _) = $0 { field } else { nil } })
  }

  /// A name of a document.
  var isDocument: Bool {
    meanings.contains { if case .document = $0 { true } else { false } }
  }
}
