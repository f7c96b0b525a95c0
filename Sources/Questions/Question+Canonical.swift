import JapaneseText
import PlanFacts

// The canonical language, written. `CanonicalParser` reads it; the two stay side by side.
//
//     Question   = List | "count of" Selection | Aggregate "of" Path "of" Selection | Reckoning
//                | "share of" Selection "among" Selection | "comparison of" Side "with" Side {"with" Side} ["by" Path {"," Path}]
//                | "table of" Column {"," Column} "by" Path "of" Selection | "course of" Selection
//                | "definition of" Text
//     Column     = ["most" | "least"] ("count" | Aggregate "of" Path)
//     Reckoning  = "(" Figure ")" ("+" | "-" | "/" | "% of") "(" Figure ")" | "|(" Figure ") - (" Figure ")|"
//     Figure     = "count of" Selection | Aggregate "of" Path "of" Selection | Path "of" Selection | Reckoning
//     Side       = "(" Selection ")"
//     List       = [Path {"," Path} "of"] Selection
//     Selection  = Kind ["where" Condition] ["sort by" Key {"," Key}] ["limit" n] ["item" n]
//     Condition  = Conjunction {"or" Conjunction};  Conjunction = Negation {"and" Negation}
//     Negation   = "not" Negation | "(" Condition ")" | Test
//     Test       = "under" Text | "named" Text | "matching" Text | "about" Text | "in" Text | "also in" Text
//                | Path ("=" | "!=" | "<" | "<=" | ">" | ">=") Operand | Path "starts with" Text
//                | Path "contains" Text | Path "is missing" | "among" "(" Selection ")"
//     Operand    = number [Text] | Text | "true" | "false" | Path | "(" Figure ")"
//     Path       = Term | Term ("+" | "-" | "/" | "% of") Term
//     Term       = Single | "(" Path ")" | "|" Term "-" Term "|"
//     Single     = field | role "." part | role "." year | role "in" Text | "schedule.fiscalYear" | "achievement" | "improvement" | "adoptedFiscalYear" | "name" | "document"
//                | "rank" Text | "column" Text
//
// Conditions on name and place stand before "where" (`indicators matching "…" in "…" where …`), as people say them.

extension Question: CustomStringConvertible {
  package var description: String {
    switch self {
    case .list(let selection, let show):
      (show.isEmpty ? "" : show.map(\.description).joined(separator: ", ") + " of ") + selection.description
    case .count(let selection): "count of \(selection)"
    case .aggregate(let aggregate, let path, let selection):
      "\(aggregate.rawValue) of \(path) of \(selection)"
    case .reckoning(let figure): figure.description
    case .share(let part, let whole): "share of \(part) among \(whole)"
    case .table(let selection, let path, let columns):
      "table of \(columns.map(\.description).joined(separator: ", ")) by \(path) of \(selection)"
    case .course(let selection): "course of \(selection)"
    case .comparison(let sides, let paths):
      "comparison of " + sides.map { "(\($0))" }.joined(separator: " with ")
        + (paths.isEmpty ? "" : " by " + paths.map(\.description).joined(separator: ", "))
    case .definition(let text): "definition of \(text.quoted)"
    case .passages(let selection): selection.description
    }
  }
}

extension Selection: CustomStringConvertible {
  package var description: String {
    var text = kind.rawValue
    // places and names first, while nothing else stands between them
    let places = conditions.prefix { $0.isPlace }
    for place in places { text += " \(place.description)" }
    let rest = conditions.dropFirst(places.count)
    if !rest.isEmpty {
      text += " where " + rest.map { $0.text(inside: .conjunction) }.joined(separator: " and ")
    }
    if !sort.isEmpty { text += " sort by " + sort.map(\.description).joined(separator: ", ") }
    if let limit { text += " limit \(limit)" }
    if let position { text += " item \(position)" }
    return text
  }
}

extension SortKey: CustomStringConvertible {
  package var description: String { "\(path) \(direction.rawValue)" }
}

extension Condition: CustomStringConvertible {
  package var description: String { text(inside: .top) }

  /// Conditions on name and place, which the canonical line prints before `where`.
  package var isPlace: Bool {
    switch self {
    case .under, .named, .matching, .about, .document, .alsoIn: true
    case .comparison, .prefix, .contains, .missing, .among, .any, .all, .not: false
    }
  }

  enum Surrounding { case top, conjunction, negation }

  func text(inside surrounding: Surrounding) -> String {
    switch self {
    case .comparison(let path, let comparison, let operand):
      return "\(path) \(comparison.rawValue) \(operand)"
    case .prefix(let path, let text): return "\(path) starts with \(text.quoted)"
    case .contains(let path, let text): return "\(path) contains \(text.quoted)"
    case .missing(let path): return "\(path) is missing"
    case .under(let text): return "under \(text.quoted)"
    case .named(let text): return "named \(text.quoted)"
    case .matching(let text): return "matching \(text.quoted)"
    case .about(let text): return "about \(text.quoted)"
    case .document(let text): return "in \(text.quoted)"
    case .alsoIn(let text): return "also in \(text.quoted)"
    case .among(let selection): return "among (\(selection))"
    case .any(let parts):
      let text = parts.map { $0.text(inside: .conjunction) }.joined(separator: " or ")
      return surrounding == .top ? text : "(\(text))"
    case .all(let parts):
      let text = parts.map { $0.text(inside: .conjunction) }.joined(separator: " and ")
      return "(\(text))"
    case .not(let part): return "not \(part.text(inside: .negation))"
    }
  }
}

extension Operand: CustomStringConvertible {
  package var description: String {
    switch self {
    case .number(let value, let unit): unit.map { "\(value) \($0.quoted)" } ?? value.description
    case .text(let text): text.quoted
    case .flag(let flag): flag ? "true" : "false"
    case .field(let path): path.description
    case .reckoned(let figure): "(\(figure))"
    }
  }
}

extension FieldPath: CustomStringConvertible {
  package var description: String {
    switch self {
    case .field(let field): field.rawValue
    case .point(let role, let part): "\(role?.rawValue ?? "point").\(part.rawValue)"
    case .pointIn(let role, .year(let year)): "\(role?.rawValue ?? "point").\(year)"
    case .pointIn(let role, .period(let period)): "\(role?.rawValue ?? "point") in \(period.quoted)"
    case .scheduleYear: "schedule.fiscalYear"
    case .combined(let a, .apart, let b): "|\(a.term) - \(b.term)|"
    case .combined(let a, let operation, let b): "\(a.term) \(operation.rawValue) \(b.term)"
    case .derived(let field): field.rawValue
    case .name: "name"
    case .document: "document"
    case .rank(let rank): "rank \(rank.quoted)"
    case .attribute(let name): "column \(name.quoted)"
    }
  }

  /// As a part of another.
  private var term: String {
    switch self {
    case .combined(_, .apart, _): description
    case .combined: "(\(description))"
    default: description
    }
  }
}

extension TableColumn: CustomStringConvertible {
  package var description: String {
    switch self {
    case .count: "count"
    case .aggregate(let aggregate, let path): "\(aggregate.rawValue) of \(path)"
    case .extreme(let way, let column): (way == .descending ? "most " : "least ") + column.description
    }
  }
}

extension TableColumn {
  /// The column where it chooses the groups; itself where nothing is chosen.
  func only(_ way: SortKey.Direction?) -> TableColumn { way.map { .extreme($0, self) } ?? self }
}

extension String {
  /// In double quotes, with `\` before quotes and backslashes.
  package var quoted: String {
    var view = String.UnicodeScalarView(["\""])
    // scalar by scalar: a mark that joins the quote before it hides the quote from a search for characters
    for scalar in unicodeScalars {
      if scalar == "\\" || scalar == "\"" { view.append("\\") }
      view.append(scalar)
    }
    view.append("\"")
    return String(view)
  }
}
