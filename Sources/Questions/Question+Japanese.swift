import JapaneseText
import PlanFacts

// The canonical language in its Japanese form, written. `CanonicalParser+Japanese` reads it; the two stay side by side.
//
//     Question   = Head "：" Selection | Selection with a condition, an order or a limit | Reckoning
//                | "定義：" Text | "割合：(" Selection ") / (" Selection ")"
//                | "比較：(" Selection ")" {"と(" Selection ")"} ["：" Path {"、" Path}]
//     Head       = "一覧" | "件数" | "推移" | Path "の" Aggregate | Path {"、" Path} | Path "ごとの" Column {"、" Column}
//     Column     = "件数" | Path "の" Aggregate
//     Reckoning  = "(" Figure ")" Sign "(" Figure ")" | "|(" Figure ") - (" Figure ")|"
//     Selection  = Kind {Place} [Condition] [Path ("の大きい順" | "の小さい順") {"、" …}] [n "件まで"] [n "番目"]
//     Place      = ("配下" | "名前" | "語" | "話題" | "出典") Text
//     Condition  = as in the English form, with かつ, または, 除く, 前方一致, 含む, 記載なし, 次の中
//     Text       = "「" … "」", with `\` before 」 and `\`
//
// Words stand for those of the English form one by one (`CanonicalWords`).

extension Question {
  /// The canonical line in a language.
  package func canonical(in language: Language) -> String {
    language == .english ? description : japanese
  }

  private var japanese: String {
    switch self {
    case .list(let selection, let show) where show.isEmpty:
      (selection.isBare ? "一覧：" : "") + selection.japanese
    case .list(let selection, let show):
      show.map(\.japanese).joined(separator: "、") + "：" + selection.japanese
    case .count(let selection): "件数：" + selection.japanese
    case .aggregate(let aggregate, let path, let selection):
      "\(path.japanese)の\(aggregate.japanese)：\(selection.japanese)"
    case .reckoning(let figure): figure.japanese
    case .share(let part, let whole): "割合：(\(part.japanese)) / (\(whole.japanese))"
    case .table(let selection, let path, let columns):
      "\(path.japanese)ごとの\(columns.map(\.japanese).joined(separator: "、"))：\(selection.japanese)"
    case .course(let selection): "推移：" + selection.japanese
    case .comparison(let sides, let paths):
      "比較：" + sides.map { "(\($0.japanese))" }.joined(separator: "と")
        + (paths.isEmpty ? "" : "：" + paths.map(\.japanese).joined(separator: "、"))
    case .definition(let text): "定義：\(text.bracketed)"
    case .passages(let selection): (selection.isBare ? "一覧：" : "") + selection.japanese
    }
  }
}

extension Selection {
  /// A kind alone, which is a word like any other.
  var isBare: Bool { conditions.isEmpty && sort.isEmpty && limit == nil && position == nil }

  fileprivate var japanese: String {
    var parts = [CanonicalWords.japanese(kind: kind.rawValue)]
    let places = conditions.prefix { $0.isPlace }
    parts += places.map { $0.japanese(inside: .top) }
    let rest = conditions.dropFirst(places.count)
    if !rest.isEmpty {
      parts.append(rest.map { $0.japanese(inside: .conjunction) }.joined(separator: " かつ "))
    }
    if !sort.isEmpty {
      parts.append(
        sort.map { "\($0.path.japanese)\(CanonicalWords.japanese($0.direction.rawValue))" }
          .joined(separator: "、"))
    }
    if let limit { parts.append("\(limit)件まで") }
    if let position { parts.append("\(position)番目") }
    return parts.joined(separator: " ")
  }
}

extension Reckoning {
  fileprivate var japanese: String {
    switch self {
    case .count(let selection): "件数：" + selection.japanese
    case .figure(let path, let selection): "\(path.japanese)：\(selection.japanese)"
    case .aggregate(let aggregate, let path, let selection):
      "\(path.japanese)の\(aggregate.japanese)：\(selection.japanese)"
    case .combined(let a, .apart, let b): "|(\(a.japanese)) - (\(b.japanese))|"
    case .combined(let a, let operation, let b): "(\(a.japanese)) \(operation.sign) (\(b.japanese))"
    }
  }
}

extension Reckoning.Operation {
  fileprivate var sign: String { self == .percentOf ? "%" : rawValue }
}

extension Condition {
  /// In the canonical language's Japanese form.
  package var japanese: String { japanese(inside: .top) }

  fileprivate func japanese(inside surrounding: Surrounding) -> String {
    switch self {
    case .comparison(let path, let comparison, let operand):
      return "\(path.japanese)\(comparison.rawValue)\(operand.japanese)"
    case .prefix(let path, let text): return "\(path.japanese) 前方一致\(text.bracketed)"
    case .contains(let path, let text): return "\(path.japanese) 含む\(text.bracketed)"
    case .missing(let path): return "\(path.japanese) 記載なし"
    case .under(let text): return "配下\(text.bracketed)"
    case .named(let text): return "名前\(text.bracketed)"
    case .matching(let text): return "語\(text.bracketed)"
    case .about(let text): return "話題\(text.bracketed)"
    case .document(let text): return "出典\(text.bracketed)"
    case .alsoIn(let text): return "併載\(text.bracketed)"
    case .among(let selection): return "次の中(\(selection.japanese))"
    case .any(let parts):
      let text = parts.map { $0.japanese(inside: .conjunction) }.joined(separator: " または ")
      return surrounding == .top ? text : "(\(text))"
    case .all(let parts):
      return "(\(parts.map { $0.japanese(inside: .conjunction) }.joined(separator: " かつ ")))"
    case .not(let part): return "除く \(part.japanese(inside: .negation))"
    }
  }
}

extension Operand {
  fileprivate var japanese: String {
    switch self {
    case .number(let value, let unit): value.description + (unit.map(\.bracketed) ?? "")
    case .text(let text): text.bracketed
    case .flag(let flag): flag ? "真" : "偽"
    case .field(let path): path.japanese
    case .reckoned(let figure): "(\(figure.japanese))"
    }
  }
}

extension FieldPath {
  /// In the canonical language's Japanese form.
  package var japanese: String {
    switch self {
    case .pointIn(let role, .period(let period)):
      "\(CanonicalWords.japanese(role?.rawValue ?? "point")) 期\(period.bracketed)"
    case .rank(let rank): "\(CanonicalWords.japanese("rank"))\(rank.bracketed)"
    case .attribute(let name): "\(CanonicalWords.japanese("column"))\(name.bracketed)"
    case .combined(let a, .apart, let b): "|\(a.japaneseTerm) - \(b.japaneseTerm)|"
    case .combined(let a, let operation, let b): "\(a.japaneseTerm) \(operation.sign) \(b.japaneseTerm)"
    case .field, .point, .pointIn, .scheduleYear, .derived, .name, .document:
      CanonicalWords.japanese(description)
    }
  }

  private var japaneseTerm: String {
    switch self {
    case .combined(_, .apart, _): japanese
    case .combined: "(\(japanese))"
    case .field, .point, .pointIn, .scheduleYear, .derived, .name, .document, .rank, .attribute: japanese
    }
  }
}

extension Aggregate {
  fileprivate var japanese: String { CanonicalWords.japanese(rawValue) }
}

extension TableColumn {
  fileprivate var japanese: String {
    switch self {
    case .count: "件数"
    case .aggregate(let aggregate, let path): "\(path.japanese)の\(aggregate.japanese)"
    case .extreme(let way, let column):
      CanonicalWords.japanese(way == .descending ? "most" : "least") + column.japanese
    }
  }
}

extension String {
  /// In brackets, with `\` before closing brackets and backslashes.
  fileprivate var bracketed: String {
    var view = String.UnicodeScalarView(["「"])
    for scalar in unicodeScalars {
      if scalar == "\\" || scalar == "」" { view.append("\\") }
      view.append(scalar)
    }
    view.append("」")
    return String(view)
  }
}
