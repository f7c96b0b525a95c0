import JapaneseText

/// What an answer's page shows, as its URL says it: `/?q=QUESTION&as=READING`, with every earlier question of the
/// conversation before it in the same form.
package struct AskLink: Hashable, Sendable {
  package struct Turn: Hashable, Sendable {
    package let question: String
    /// The canonical line of the reading that is shown; nil for the preferred one.
    package var reading: String?

    package init(_ question: String, as reading: String? = nil) {
      self.question = question
      self.reading = reading
    }
  }

  package struct Sort: Hashable, Sendable {
    package let field: String
    package let isDescending: Bool
  }

  package var turns: [Turn]
  /// nil where the browser says which.
  package var language: Language?
  package var sort: Sort?
  /// The number of the citation whose lines are shown, from 1.
  package var citation: Int?
  /// True where all items are shown, however many there are.
  package var isWhole = false

  /// Turns that are read back at most: the last of them. What was asked before says nothing to a question so far on.
  package static let mostTurns = 8

  package init(turns: [Turn] = [], language: Language? = nil) {
    self.turns = turns
    self.language = language
  }

  package init(_ question: String, as reading: String? = nil) {
    self.init(turns: [Turn(question, as: reading)])
  }

  package init(_ query: QueryString) {
    turns = []
    for item in query.items {
      switch item.name {
      case "q" where item.value.contains { !$0.isWhitespace }: turns.append(Turn(item.value))
      case "as" where !item.value.isEmpty && !turns.isEmpty: turns[turns.count - 1].reading = item.value
      default: break
      }
    }
    turns = turns.suffix(AskLink.mostTurns)
    language = query["lang"].flatMap(Language.init(rawValue:))
    sort = query["sort"].map { Sort(field: String($0.drop { $0 == "-" }), isDescending: $0.hasPrefix("-")) }
    citation = query["source"].flatMap(Int.init)
    isWhole = query["all"] == "1"
  }

  package var query: QueryString {
    var items = turns.flatMap { turn in
      [QueryString.Item("q", turn.question)] + (turn.reading.map { [QueryString.Item("as", $0)] } ?? [])
    }
    if let sort { items.append(.init("sort", (sort.isDescending ? "-" : "") + sort.field)) }
    if isWhole { items.append(.init("all", "1")) }
    if let citation { items.append(.init("source", String(citation))) }
    if let language { items.append(.init("lang", language.rawValue)) }
    return QueryString(items)
  }

  package var href: String { href(of: "/") }

  func href(of path: String) -> String { query.items.isEmpty ? path : "\(path)?\(query.encoded)" }

  /// The same with something changed.
  func with(_ change: (inout AskLink) -> Void) -> AskLink {
    var link = self
    change(&link)
    return link
  }

  /// The same conversation with another reading of its last question; what belongs to the table of this one is left behind.
  func reading(_ canonical: String?) -> AskLink {
    var link = AskLink(turns: turns, language: language)
    if !link.turns.isEmpty { link.turns[link.turns.count - 1].reading = canonical }
    return link
  }

  /// A question that begins anew.
  func asking(_ question: String) -> AskLink { AskLink(turns: [Turn(question)], language: language) }
}
