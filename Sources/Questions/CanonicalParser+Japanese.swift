import JapaneseText
import PlanFacts

// Reads what `Question+Japanese` writes.
extension CanonicalParser {
  mutating func japaneseQuestion() -> Question? {
    let start = position
    if let figure = combined() { return .reckoning(figure) }
    position = start
    if take("definition"), take(symbol: ":") { return text().map(Question.definition) }
    position = start
    if take("course"), take(symbol: ":") { return selection().map(Question.course) }
    position = start
    if take("list"), take(symbol: ":") { return selection().map { list($0, show: []) } }
    position = start
    if take("share"), take(symbol: ":"), let part = bracketed({ $0.selection() }), take(symbol: "/") {
      return bracketed { $0.selection() }.map { .share(part, of: $0) }
    }
    position = start
    if take("comparison"), take(symbol: ":") { return japaneseComparison() }
    position = start
    if let table = japaneseTable() { return table }
    position = start
    if let figure = japaneseFigure() {
      switch figure {
      // the figure that each evaluation prints, not how many evaluations there are
      case .count(let selection):
        return selection.kind == .evaluations ? .list(selection, show: [.field(.count)]) : .count(selection)
      case .aggregate(let aggregate, let path, let selection):
        return .aggregate(aggregate, of: path, selection)
      case .figure(let path, let selection): return list(selection, show: [path])
      case .combined: return nil
      }
    }
    position = start
    if let paths = paths(), take(symbol: ":") { return selection().map { list($0, show: paths) } }
    position = start
    return selection().flatMap { $0.isBare ? nil : list($0, show: []) }
  }

  private func list(_ selection: Selection, show: [FieldPath]) -> Question {
    selection.kind == .passages && show.isEmpty ? .passages(selection) : .list(selection, show: show)
  }

  private mutating func paths() -> [FieldPath]? {
    var paths: [FieldPath] = []
    repeat {
      guard let path = path() else { return nil }
      paths.append(path)
    } while take(symbol: ",")
    return paths
  }

  /// `件数：…`, `予算の合計：…`, `予算：…`
  mutating func japaneseFigure() -> Reckoning? {
    let start = position
    if take("count"), take(symbol: ":") { return selection().map(Reckoning.count) }
    position = start
    guard let path = path() else { return nil }
    if take("of") {
      guard let aggregate = aggregate(), take(symbol: ":") else { return nil }
      return selection().map { .aggregate(aggregate, of: path, $0) }
    }
    guard take(symbol: ":") else { return nil }
    return selection().map { .figure(path, $0) }
  }

  private mutating func japaneseComparison() -> Question? {
    guard let sides = sides() else { return nil }
    guard take(symbol: ":") else { return .comparison(sides, by: []) }
    return paths().map { .comparison(sides, by: $0) }
  }

  private mutating func japaneseTable() -> Question? {
    guard let key = path(), take("each") else { return nil }
    var columns: [TableColumn] = []
    repeat {
      let way = extreme()
      let start = position
      if take("count"), next() == .symbol(",") || next() == .symbol(":") {
        columns.append(TableColumn.count.only(way))
      } else {
        position = start
        guard let path = path(), take("of"), let aggregate = aggregate() else { return nil }
        columns.append(TableColumn.aggregate(aggregate, path).only(way))
      }
    } while take(symbol: ",")
    guard take(symbol: ":") else { return nil }
    return selection().map { .table($0, by: key, columns: columns) }
  }

  /// The conditions, the order and the limit behind a kind and its places; what is none of them is left unread.
  mutating func finishJapanese(_ selection: inout Selection) {
    var start = position
    if let condition = condition() { selection.add(condition) } else { position = start }
    repeat {
      start = position
      guard let path = path(), case .word(let word)? = next(),
        let direction = SortKey.Direction(rawValue: word)
      else {
        position = start
        break
      }
      position += 1
      selection.sort.append(SortKey(path, direction))
    } while take(symbol: ",")
    if let count = number(before: "limit") { selection.limit = count }
    if let place = number(before: "item") { selection.position = place }
  }

  private mutating func number(before word: String) -> Int? {
    let start = position
    if let number = wholeNumber(), take(word) { return number }
    position = start
    return nil
  }

  // MARK: lexemes

  private static let symbols: [(written: String, read: String)] = [
    ("!=", "!="), ("<=", "<="), (">=", ">="), ("=", "="), ("＝", "="), ("<", "<"), (">", ">"), ("(", "("),
    ("（", "("),
    (")", ")"), ("）", ")"), (",", ","), ("、", ","), ("：", ":"), (":", ":"), ("+", "+"), ("-", "-"),
    ("/", "/"),
    ("|", "|"),
  ]

  /// The words of the English form, in the order in which their Japanese ones stand; nil where a character belongs to no
  /// lexeme, or a bracket does not end.
  static func japaneseLexemes(of text: String) -> [Lexeme]? {
    let scalars = Array(text.unicodeScalars)
    var found: [Lexeme] = []
    var i = 0
    while i < scalars.count {
      let scalar = scalars[i]
      if ScriptClass(scalar) == .space {
        i += 1
      } else if scalar == "「" {
        guard let (string, end) = quotation(scalars, from: i + 1, closing: "」") else { return nil }
        found.append(.text(string))
        i = end
      } else if scalar == "." {
        guard case .word(let word)? = found.popLast(), let (part, end) = part(scalars, at: i + 1) else {
          return nil
        }
        found.append(.word("\(word).\(part)"))
        i = end
      } else if scalar == "%" {
        found += [.symbol("%"), .word("of")]
        i += 1
      } else if let (words, end) = word(scalars, at: i) {
        found += words.split(separator: " ").map { .word(String($0)) }
        i = end
      } else if scalar.isASCII, let numeral = Numeral.read(scalars, at: i), numeral.hasDigits {
        found.append(.number(numeral.value))
        i = numeral.range.upperBound
      } else if let symbol = symbols.first(where: { scalars[i...].starts(with: $0.written.unicodeScalars) }) {
        found.append(.symbol(symbol.read))
        i += symbol.written.unicodeScalars.count
      } else {
        return nil
      }
    }
    return found
  }

  private static func word(_ scalars: [Unicode.Scalar], at start: Int) -> (String, Int)? {
    CanonicalWords.read.first { scalars[start...].starts(with: $0.japanese) }
      .map { ($0.english, start + $0.japanese.count) }
  }

  /// Behind a dot: a word, or the digits of a year.
  private static func part(_ scalars: [Unicode.Scalar], at start: Int) -> (String, Int)? {
    guard start < scalars.count else { return nil }
    let digits = scalars[start...].prefix { $0.isASCII && $0.decimalDigit != nil }
    if !digits.isEmpty { return (String(String.UnicodeScalarView(digits)), digits.endIndex) }
    return word(scalars, at: start)
  }
}

extension Selection {
  /// Adds a condition; the parts of a conjunction each by itself.
  mutating func add(_ condition: Condition) {
    if case .all(let parts) = condition { conditions += parts } else { conditions.append(condition) }
  }
}
