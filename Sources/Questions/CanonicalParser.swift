import JapaneseText
import PlanFacts

extension Question {
  /// Reads the canonical language, in its English or its Japanese form; nil where the text is not wholly in one of them.
  package init?(canonical text: String) {
    for form in Language.allCases {
      var parser = CanonicalParser(text, form)
      if let question = parser.question(), parser.isAtEnd {
        self = question
        return
      }
    }
    return nil
  }
}

/// Recursive descent over the grammars in `Question+Canonical.swift` and `Question+Japanese.swift`; its depth is bounded.
struct CanonicalParser {
  enum Lexeme: Hashable {
    case word(String)
    case text(String)
    case number(ExactNumber)
    case symbol(String)
  }

  private var lexemes: [Lexeme]
  var position = 0
  private var depth = 0
  private let form: Language

  init(_ text: String, _ form: Language) {
    self.form = form
    switch form {
    case .english: lexemes = CanonicalParser.lexemes(of: text) ?? []
    case .japanese: lexemes = CanonicalParser.japaneseLexemes(of: text) ?? []
    }
  }

  var isAtEnd: Bool { position == lexemes.count && !lexemes.isEmpty }

  mutating func question() -> Question? { form == .japanese ? japaneseQuestion() : englishQuestion() }

  private mutating func englishQuestion() -> Question? {
    let start = position
    if let figure = combined() { return .reckoning(figure) }
    position = start
    if take("count"), take("of") {
      guard let selection = selection() else { return nil }
      // the figure that each evaluation prints, not how many evaluations there are
      return selection.kind == .evaluations ? .list(selection, show: [.field(.count)]) : .count(selection)
    }
    position = start
    if take("definition"), take("of") { return text().map(Question.definition) }
    position = start
    if take("course"), take("of") { return selection().map(Question.course) }
    position = start
    if take("share"), take("of") {
      guard let part = selection() else { return nil }
      // the share that each evaluation prints
      guard take("among") else { return .list(part, show: [.field(.share)]) }
      return selection().map { .share(part, of: $0) }
    }
    position = start
    if take("comparison"), take("of"), let comparison = comparison() { return comparison }
    position = start
    if take("table"), take("of"), let table = table() { return table }
    position = start
    if let aggregate = aggregate(), take("of"), let path = path(), take("of") {
      return selection().map { .aggregate(aggregate, of: path, $0) }
    }
    position = start
    return list()
  }

  private mutating func list() -> Question? {
    let start = position
    var show: [FieldPath] = []
    while let path = path() {
      show.append(path)
      if !take(symbol: ",") { break }
    }
    if show.isEmpty || !take("of") {
      show = []
      position = start
    }
    guard let selection = selection() else { return nil }
    return selection.kind == .passages && show.isEmpty ? .passages(selection) : .list(selection, show: show)
  }

  private static let operations: [(String, Reckoning.Operation)] = [
    ("+", .plus), ("-", .minus), ("/", .dividedBy), ("%", .percentOf),
  ]

  /// Two figures in brackets with a sign between them.
  mutating func combined() -> Reckoning? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 20 else { return nil }
    let isApart = take(symbol: "|")
    guard let first = bracketed({ $0.figure() }) else { return nil }
    if isApart {
      guard take(symbol: "-"), let second = bracketed({ $0.figure() }), take(symbol: "|") else { return nil }
      return .combined(first, .apart, second)
    }
    for (symbol, operation) in CanonicalParser.operations where take(symbol: symbol) {
      if operation == .percentOf, !take("of") { return nil }
      return bracketed { $0.figure() }.map { .combined(first, operation, $0) }
    }
    return nil
  }

  private mutating func figure() -> Reckoning? {
    let start = position
    if form == .japanese, let figure = japaneseFigure() { return figure }
    position = start
    if take("count"), take("of") { return selection().map(Reckoning.count) }
    position = start
    if let aggregate = aggregate(), take("of"), let path = path(), take("of") {
      return selection().map { .aggregate(aggregate, of: path, $0) }
    }
    position = start
    if let figure = combined() { return figure }
    position = start
    guard let path = path(), take("of") else { return nil }
    return selection().map { .figure(path, $0) }
  }

  mutating func bracketed<Part>(_ part: (inout CanonicalParser) -> Part?) -> Part? {
    take(symbol: "(") ? closed(part(&self)) : nil
  }

  /// Selections in brackets, two or more: (…) with (…).
  mutating func sides() -> [Selection]? {
    var sides: [Selection] = []
    repeat {
      guard let side = bracketed({ $0.selection() }) else { return nil }
      sides.append(side)
    } while take("with")
    return sides.count > 1 ? sides : nil
  }

  private mutating func comparison() -> Question? {
    guard let sides = sides() else { return nil }
    var paths: [FieldPath] = []
    guard take("by") else { return .comparison(sides, by: []) }
    repeat {
      guard let path = path() else { return nil }
      paths.append(path)
    } while take(symbol: ",")
    return .comparison(sides, by: paths)
  }

  private mutating func table() -> Question? {
    var columns: [TableColumn] = []
    repeat {
      let way = extreme()
      if take("count") {
        columns.append(TableColumn.count.only(way))
      } else if let aggregate = aggregate(), take("of"), let path = path() {
        columns.append(TableColumn.aggregate(aggregate, path).only(way))
      } else {
        return nil
      }
    } while take(symbol: ",")
    guard take("by"), let path = path(), take("of"), let selection = selection() else { return nil }
    return .table(selection, by: path, columns: columns)
  }

  mutating func selection() -> Selection? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { return nil }
    guard case .word(let word)? = next(), let kind = SelectionKind(rawValue: word) else { return nil }
    position += 1
    var result = Selection(kind)
    while let place = place() { result.conditions.append(place) }
    if form == .japanese {
      finishJapanese(&result)
      return result
    }
    if take("where") {
      guard let condition = condition() else { return nil }
      result.add(condition)
    }
    if take("sort") {
      guard take("by") else { return nil }
      repeat {
        guard let path = path(), case .word(let word)? = next(),
          let direction = SortKey.Direction(rawValue: word)
        else { return nil }
        position += 1
        result.sort.append(SortKey(path, direction))
      } while take(symbol: ",")
    }
    if take("limit") {
      guard let count = wholeNumber() else { return nil }
      result.limit = count
    }
    if take("item") {
      guard let count = wholeNumber() else { return nil }
      result.position = count
    }
    return result
  }

  private mutating func place() -> Condition? {
    let start = position
    if take("under"), let text = text() { return .under(text) }
    position = start
    if take("named"), let text = text() { return .named(text) }
    position = start
    if take("matching"), let text = text() { return .matching(text) }
    position = start
    if take("also"), take("in"), let text = text() { return .alsoIn(text) }
    position = start
    if take("about"), let text = text() { return .about(text) }
    position = start
    if take("in"), let text = text() { return .document(text) }
    position = start
    return nil
  }

  /// An alternative of conjunctions. A single conjunction of the top level comes back as `.all` to be spliced.
  mutating func condition() -> Condition? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50, let first = conjunction() else { return nil }
    var alternatives = [first]
    while take("or") {
      guard let next = conjunction() else { return nil }
      alternatives.append(next)
    }
    guard alternatives.count > 1 else { return .all(first) }
    return .any(alternatives.map { $0.count == 1 ? $0[0] : .all($0) })
  }

  private mutating func conjunction() -> [Condition]? {
    guard let first = negation() else { return nil }
    var parts = [first]
    while take("and") {
      guard let next = negation() else { return nil }
      parts.append(next)
    }
    return parts
  }

  private mutating func negation() -> Condition? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { return nil }
    if take("not") { return negation().map(Condition.not) }
    let start = position
    if let inner = bracketed({ $0.condition() }) { return inner }
    position = start
    return place() ?? test()
  }

  private mutating func test() -> Condition? {
    if take("among") { return bracketed { $0.selection() }.map(Condition.among) }
    guard let path = path() else { return nil }
    if take("is") {
      if take("present") { return .not(.missing(path)) }
      return take("missing") ? .missing(path) : nil
    }
    if take("starts") {
      guard take("with"), let text = text() else { return nil }
      return .prefix(path, text)
    }
    if take("contains") { return text().map { .contains(path, $0) } }
    guard case .symbol(let symbol)? = next(), let comparison = Comparison(rawValue: symbol) else {
      return nil
    }
    position += 1
    return operand().map { .comparison(path, comparison, $0) }
  }

  private mutating func operand() -> Operand? {
    switch next() {
    case .number(let value):
      position += 1
      return .number(value, unit: text())
    case .text(let text):
      position += 1
      return .text(text)
    case .word("true"), .word("false"):
      position += 1
      return .flag(lexemes[position - 1] == .word("true"))
    case .symbol("("):
      let start = position
      if let figure = bracketed({ $0.figure() }) { return .reckoned(figure) }
      position = start
      return path().map(Operand.field)
    case .word, .symbol("|"): return path().map(Operand.field)
    case .symbol, nil: return nil
    }
  }

  mutating func path() -> FieldPath? {
    guard let first = term() else { return nil }
    let start = position
    for (symbol, operation) in CanonicalParser.operations where take(symbol: symbol) {
      if operation != .percentOf || take("of"), let second = term() {
        return .combined(first, operation, second)
      }
      position = start
    }
    return first
  }

  private mutating func term() -> FieldPath? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { return nil }
    if take(symbol: "|") {
      guard let first = term(), take(symbol: "-"), let second = term(), take(symbol: "|") else { return nil }
      return .combined(first, .apart, second)
    }
    return take(symbol: "(") ? closed(path()) : single()
  }

  private mutating func closed<Part>(_ part: Part?) -> Part? { take(symbol: ")") ? part : nil }

  private mutating func single() -> FieldPath? {
    guard case .word(let word)? = next() else { return nil }
    if word == "name" || word == "document" {
      position += 1
      return word == "name" ? .name : .document
    }
    if word == "schedule.fiscalYear" {
      position += 1
      return .scheduleYear
    }
    if word == "rank", position + 1 < lexemes.count, case .text(let rank) = lexemes[position + 1] {
      position += 2
      return .rank(rank)
    }
    if word == "column", position + 1 < lexemes.count, case .text(let name) = lexemes[position + 1] {
      position += 2
      return .attribute(name)
    }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, parts[0] == "point" || Point.Role(rawValue: parts[0]) != nil {
      position += 1
      let role = Point.Role(rawValue: parts[0])
      if let part = PointPart(rawValue: parts[1]) { return .point(role, part) }
      return Int(parts[1]).flatMap {
        (1...9999).contains($0) && "\($0)" == parts[1] ? .pointIn(role, .year($0)) : nil
      }
    }
    let role = Point.Role(rawValue: word)
    if role != nil || word == "point", position + 2 < lexemes.count, lexemes[position + 1] == .word("in"),
      case .text(let period) = lexemes[position + 2]
    {
      position += 3
      return .pointIn(role, .period(period))
    }
    let path =
      DerivedField(rawValue: word).map(FieldPath.derived) ?? FieldName(rawValue: word).map(FieldPath.field)
    if path != nil { position += 1 }
    return path
  }

  /// Which groups of a table are meant, before the column that tells; nil for all.
  mutating func extreme() -> SortKey.Direction? {
    if take("most") { return .descending }
    return take("least") ? .ascending : nil
  }

  mutating func aggregate() -> Aggregate? {
    guard case .word(let word)? = next(), let aggregate = Aggregate(rawValue: word) else { return nil }
    position += 1
    return aggregate
  }

  mutating func text() -> String? {
    guard case .text(let text)? = next() else { return nil }
    position += 1
    return text
  }

  mutating func wholeNumber() -> Int? {
    guard case .number(let value)? = next(), let count = value.wholeNumber, count > 0 else { return nil }
    position += 1
    return count
  }

  func next() -> Lexeme? { position < lexemes.count ? lexemes[position] : nil }

  mutating func take(_ word: String) -> Bool {
    guard next() == .word(word) else { return false }
    position += 1
    return true
  }

  mutating func take(symbol: String) -> Bool {
    guard next() == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  /// nil where a character belongs to no lexeme, or a quote does not end.
  private static func lexemes(of text: String) -> [Lexeme]? {
    let scalars = Array(text.unicodeScalars)
    var found: [Lexeme] = []
    var i = 0
    while i < scalars.count {
      let scalar = scalars[i]
      if scalar == " " {
        i += 1
      } else if scalar == "\"" {
        guard let (string, end) = quotation(scalars, from: i + 1) else { return nil }
        found.append(.text(string))
        i = end
      } else if scalar.isASCII, scalar.properties.isAlphabetic {
        let end = wordEnd(scalars, from: i)
        found.append(.word(String(String.UnicodeScalarView(scalars[i..<end]))))
        i = end
      } else if scalar.isASCII, let numeral = Numeral.read(scalars, at: i), numeral.hasDigits {
        found.append(.number(numeral.value))
        i = numeral.range.upperBound
      } else {
        guard
          let symbol = ["!=", "<=", ">=", "=", "<", ">", "(", ")", ",", "+", "-", "/", "%", "|"].first(
            where: { s in
              scalars[i...].starts(with: s.unicodeScalars)
            })
        else { return nil }
        found.append(.symbol(symbol))
        i += symbol.unicodeScalars.count
      }
    }
    return found
  }

  /// `target.value`; figures only behind the dot: `target.2025`.
  private static func wordEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var hasDot = false
    return scalars[start...].firstIndex { scalar in
      if scalar == "." { hasDot = true }
      let isPart = scalar.properties.isAlphabetic || scalar == "." || hasDot && scalar.decimalDigit != nil
      return !(scalar.isASCII && isPart)
    } ?? scalars.count
  }

  static func quotation(
    _ scalars: [Unicode.Scalar], from start: Int, closing mark: Unicode.Scalar = "\""
  ) -> (String, Int)? {
    var text = String.UnicodeScalarView()
    var i = start
    while i < scalars.count {
      if scalars[i] == mark { return (String(text), i + 1) }
      if scalars[i] == "\\", i + 1 < scalars.count { i += 1 }
      text.append(scalars[i])
      i += 1
    }
    return nil
  }
}
