import Analysis
import JapaneseText
import PlanDocuments

/// What the owner of an index says that heads and words mean, besides the lexicons: a plain text, a lesson a line.
///
///     # 2026-11-29 like 実績
///     活動実績 = indicator actual            a head in any table, in the words of `schema.txt`
///     活動実績 = actual                      the same: only one kind of thing has such a field
///     項目 | 単位 | 目標 = name | unit | -   heads of tables that have all of these
///     区分 | 摘要 = plain                    tables that stay as they are printed
///     scale of m = 5 > 4 > 3 > 2 > 1         grades of a document, the best first; `scale = …` for all documents
///     ごみ, 廃棄物                           words of questions, as in `synonyms.txt`
///
/// A comment above a line is its reason. A line that can't be read is one of `problems`, and the others hold.
package struct Taught: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// Heads, folded, with what each means; nil for one that is only there to know the table by.
    case heads([String], [FieldSchema.Field?])
    /// Heads of tables that are not to be asked about again.
    case plain([String])
    case synonyms(String)
    /// Grades, the best first; of all documents where none is named.
    case scale(document: String?, [String])
  }

  package struct Lesson: Hashable, Sendable {
    package let content: Content
    /// The comment above it; nil where there is none.
    package let reason: String?
    /// 1-based.
    package let line: Int
  }

  package let lessons: [Lesson]
  /// In order of line.
  package let problems: [LexiconError]
  /// The form that this program writes and reads.
  package static let version = "1"

  package static let none = Taught(lessons: [], problems: [])

  private init(lessons: [Lesson], problems: [LexiconError]) {
    self.lessons = lessons
    self.problems = problems
  }

  /// - Parameters:
  ///   - path: What messages name.
  ///   - schema: The fields there are.
  ///   - kind: Of which a field is that several kinds have; nil where nothing tells.
  package init(_ text: String, path: String, schema: FieldSchema, beside kind: FieldSchema.Kind? = nil) {
    var lessons: [Lesson] = []
    var problems: [LexiconError] = []
    var first: [String: (line: Int, content: Content)] = [:]
    var reason: String?
    for (number, line) in zip(1..., TextLines.split(text).map { String($0).trimmed }) {
      if line.isEmpty || line.hasPrefix("#") {
        reason = line.isEmpty ? nil : String(line.drop { $0 == "#" || $0 == " " })
        continue
      }
      defer { reason = nil }
      do throws(LexiconError.Problem) {
        guard let content = try Taught.content(line, number, schema, kind) else { continue }
        for key in Taught.keys(content) {
          guard let before = first[key] else { continue }
          throw before.content == content
            ? .repeated(word: key, first: before.line) : .contradicts(word: key, first: before.line)
        }
        for key in Taught.keys(content) { first[key] = (number, content) }
        lessons.append(Lesson(content: content, reason: reason, line: number))
      } catch {
        problems.append(.malformed(path: path, line: number, problem: error))
      }
    }
    self.init(lessons: lessons, problems: problems)
  }

  /// What may be said but once.
  private static func keys(_ content: Content) -> [String] {
    switch content {
    case .heads(let heads, let fields) where heads.count == 1:
      fields.compactMap { $0 }.map { "\(heads[0]) (\($0.kind.rawValue))" }
    case .plain(let heads) where heads.count == 1:
      FieldSchema.Kind.allCases.map { "\(heads[0]) (\($0.rawValue))" }
    case .heads(let heads, _), .plain(let heads): [heads.sorted().joined(separator: " | ")]
    case .synonyms(let line): [line]
    case .scale(let document, let labels):
      ["scale of \(document ?? "all"): \(labels.sorted().joined(separator: " "))"]
    }
  }

  // MARK: one line

  /// nil for the line that says which version the text is of.
  private static func content(
    _ line: String, _ number: Int, _ schema: FieldSchema, _ kind: FieldSchema.Kind?
  ) throws(LexiconError.Problem) -> Content? {
    guard let equals = line.ranges(of: " = ").last else {
      do throws(LexiconError) {
        _ = try Lexicons(texts: [.synonyms: line])
      } catch {
        guard case .malformed(_, _, let problem) = error else { throw .noValue(line) }
        throw problem
      }
      return .synonyms(line)
    }
    let left = String(line[..<equals.lowerBound]).trimmed
    let right = String(line[equals.upperBound...]).trimmed
    if left == "version" {
      guard right == version else { throw .otherVersion(right, reads: version) }
      return nil
    }
    if left == "scale" || left.hasPrefix("scale of ") {
      let labels = right.split(separator: ">", omittingEmptySubsequences: false).map {
        String(String.UnicodeScalarView($0.unicodeScalars.map(\.widthFolded))).filter { !$0.isWhitespace }
      }
      guard !labels.contains("") else { throw .emptyWord }
      guard labels.count > 1 else { throw .singleWord(right) }
      if let twice = labels.first(where: { label in labels.count { $0 == label } > 1 }) {
        throw .repeated(word: twice, first: number)
      }
      return .scale(
        document: left == "scale" ? nil : String(left.dropFirst("scale of ".count)).trimmed, labels)
    }
    let heads = left.split(separator: "|", omittingEmptySubsequences: false).map {
      name(of: String($0), schema)
    }
    guard !heads.contains("") else { throw .emptyWord }
    if right == "plain" { return .plain(heads) }
    var fields: [FieldSchema.Field?] = []
    for said in right.split(separator: "|", omittingEmptySubsequences: false).map({ String($0).trimmed }) {
      let before = fields.compactMap { $0?.kind }.last ?? kind
      fields.append(said == "-" ? nil : try field(said, beside: before, schema))
    }
    guard fields.count == heads.count, fields.contains(where: { $0 != nil }) else {
      throw .sides(left: heads.count, right: fields.count)
    }
    return .heads(heads, fields)
  }

  /// A head as tables are known by: without its year, unit and marks; empty where nothing is left.
  package static func name(of head: String, _ schema: FieldSchema) -> String {
    schema.head(head).names.last.map { $0.filter { $0 != "|" && $0 != "*" } } ?? ""
  }

  /// `indicator actual`, or the field alone where one kind has it, the kind of a field before where several have.
  private static func field(
    _ said: String, beside before: FieldSchema.Kind?, _ schema: FieldSchema
  ) throws(LexiconError.Problem) -> FieldSchema.Field {
    let words = said.split(separator: " ").map(String.init)
    var found = schema.known.filter {
      words == [$0.kind.rawValue, $0.name] || words == [$0.name]
    }
    if found.count > 1, let before { found = found.filter { $0.kind == before } }
    guard found.count == 1 else {
      let near = schema.known.filter { field in found.isEmpty || found.contains(field) }
      throw .unexpected(said, allowed: near.map { "\($0.kind.rawValue) \($0.name)" })
    }
    return found[0]
  }

  // MARK: as lexicons

  /// The lexicons with these lessons added: they come before what the schema says, so they hold against it.
  package func lexicons(over base: Lexicons) throws(LexiconError) -> Lexicons {
    guard !lessons.isEmpty else { return base }
    var schema: [String] = []
    var synonyms: [String] = []
    for lesson in lessons {
      switch lesson.content {
      case .heads(let heads, let fields):
        let within = heads.count > 1 ? "within \(heads.joined(separator: "|")) " : ""
        for case (let head, let field?) in zip(heads, fields) {
          schema.append("\(within)\(field.kind.rawValue) \(field.name) \(field.type.rawValue) = \(head)")
        }
      case .synonyms(let line): synonyms.append(line)
      case .scale(let document, let labels):
        let place = document.map { " \(FieldSchema.key(of: $0))" } ?? ""
        schema.append("scale\(place) = \(labels.joined(separator: " "))")
      case .plain: break
      }
    }
    var texts: [LexiconFile: String] = [:]
    for file in LexiconFile.allCases { texts[file] = base.text(of: file) }
    texts[.schema] = (schema + [base.text(of: .schema)]).joined(separator: "\n")
    texts[.synonyms] = ([base.text(of: .synonyms)] + synonyms).joined(separator: "\n")
    return try Lexicons(texts: texts)
  }

  /// These lessons with others behind them, whose lines are not known yet.
  package func adding(_ contents: [Content]) -> Taught {
    Taught(
      lessons: lessons + contents.map { Lesson(content: $0, reason: nil, line: 0) }, problems: problems)
  }

  /// Heads of tables that were said to stay as they are.
  package var plain: Set<[String]> {
    Set(lessons.compactMap { if case .plain(let heads) = $0.content { heads } else { nil } })
  }
}

extension Taught.Content: CustomStringConvertible {
  /// As it is written in the text.
  package var description: String {
    switch self {
    case .heads(let heads, let fields):
      heads.joined(separator: " | ") + " = "
        + fields.map { $0.map { "\($0.kind.rawValue) \($0.name)" } ?? "-" }.joined(separator: " | ")
    case .plain(let heads): heads.joined(separator: " | ") + " = plain"
    case .synonyms(let line): line
    case .scale(let document, let labels):
      "scale\(document.map { " of \($0)" } ?? "") = \(labels.joined(separator: " > "))"
    }
  }
}
