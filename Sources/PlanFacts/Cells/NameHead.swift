import JapaneseText
import PlanDocuments

/// The head of a column of names that says what else its cells print: `区分・事業名（担当課）` over `【新規】湖の学校事業（湖の課）`.
struct NameHead: Hashable {
  /// What a word in a bracket before the name says: 区分; nil where the head names nothing.
  let tag: String?
  /// Whether a bracket behind the name holds its office.
  let hasOffice: Bool

  init(_ head: String, _ schema: FieldSchema) {
    let scalars = Array(head.unicodeScalars)
    let bracket = Bracket.outermost(in: scalars).last
    let inside = bracket.map { String(String.UnicodeScalarView(scalars[$0.content])) } ?? ""
    hasOffice = schema.fields(of: schema.head(inside)).contains { $0.name == FieldName.bureau.rawValue }
    let name = String(String.UnicodeScalarView(scalars[..<(bracket?.whole.lowerBound ?? scalars.count)]))
    let parts = name.split(separator: "・").map(String.init)
    tag = parts.count == 2 && schema.words.isGeneric(schema.head(parts[0])) ? parts[0].trimmed : nil
  }

  struct Cell: Hashable {
    let name: String
    let tag: String?
    let office: String?
  }

  /// nil for a cell that lacks the office which the head says is there: a row that sums up others has none.
  func read(_ text: String) -> Cell? {
    let parts: (name: String, office: String?) = hasOffice ? OfficeName.parted(text) : (text, nil)
    if hasOffice, parts.office == nil { return nil }
    var scalars = Array(parts.name.joiningJapanese.unicodeScalars)[...]
    var word: String?
    if tag != nil, scalars.first == "【", let close = scalars.firstIndex(of: "】"), close <= 6,
      close + 1 < scalars.count
    {
      word = String(String.UnicodeScalarView(scalars[1..<close])).trimmed
      scalars = scalars[(close + 1)...]
    }
    return Cell(name: String(String.UnicodeScalarView(scalars)).trimmed, tag: word, office: parts.office)
  }
}

/// A head that says what the bracket of its cells holds: `本年度予算額（前年度）` over `28,600（26,000）`.
enum BracketHead {
  /// What the bracket of a cell is called, and the figure in it; nil where either has none.
  static func figure(of text: String, under head: String, _ schema: FieldSchema) -> (
    label: String, figure: String
  )? {
    guard let label = bracket(head), let figure = bracket(text),
      FigureShape(figure, units: schema.words.units) != nil, !schema.words.units.contains(label),
      !label.unicodeScalars.contains(where: { $0.decimalDigit != nil })
    else { return nil }
    return (label, figure)
  }

  /// What a text closes with.
  private static func bracket(_ text: String) -> String? {
    let scalars = Array(text.joiningJapanese.unicodeScalars)
    guard let last = Bracket.outermost(in: scalars).last, last.whole.upperBound == scalars.count,
      last.whole.lowerBound > 0, !last.content.isEmpty
    else { return nil }
    return String(String.UnicodeScalarView(scalars[last.content])).trimmed
  }
}

/// Names of offices of a city, as brackets behind a name hold them.
enum OfficeName {
  /// `湖の課`, `湖の課・森の室`.
  static func isList(_ text: String) -> Bool {
    text.unicodeScalars.count <= 40
      && text.unicodeScalars.split { "・、,，/／".unicodeScalars.contains($0) }.allSatisfy { part in
        let name = String(String.UnicodeScalarView(part)).trimmed
        return name.unicodeScalars.count > 2 && !name.unicodeScalars.contains { $0.decimalDigit != nil }
          && (isDepartment(name)
            || ["センター", "所", "館", "園", "署", "院", "委員会", "協議会", "協会", "公社", "機構"].contains {
              name.hasSuffix($0)
            })
      }
  }

  /// `湖の学校事業（湖の課）`: a name and the office in the bracket behind it, which may be several.
  static func parted(_ text: String) -> (name: String, office: String?) {
    let scalars = Array(text.joiningJapanese.unicodeScalars)
    guard let bracket = Bracket.outermost(in: scalars).last, bracket.whole.upperBound == scalars.count,
      case let office = String(String.UnicodeScalarView(scalars[bracket.content])).trimmed, isList(office)
    else { return (text, nil) }
    return (String(String.UnicodeScalarView(scalars[..<bracket.whole.lowerBound])).trimmed, office)
  }

  /// Several offices line by line, each once: `危機管理課、教育総務課`. A division with its section (`環境部` over `資源循環課`) is one. nil where
  /// a line names none, or there is but one.
  static func list(_ lines: [String]) -> String? {
    let words = lines.flatMap(\.words)
    let ranks: [Int?] = words.map { word in
      word.unicodeScalars.last.flatMap { last in
        OfficeName.ranks.firstIndex { $0.unicodeScalars.contains(last) }
      }
    }
    guard words.count > 1, !ranks.contains(nil) else { return nil }
    var found = [words[0]]
    for i in words.indices.dropFirst() {
      if let rank = ranks[i], let above = ranks[i - 1], rank > above {
        found[found.count - 1] += words[i]
      } else if !found.contains(words[i]) {
        found.append(words[i])
      }
    }
    return found.joined(separator: "、")
  }

  /// The last letters of what a city's offices are called, from the highest on.
  private static let ranks = ["部局", "課室所館署", "係"]

  static func isDepartment(_ text: String) -> Bool {
    ["課", "室", "係", "局", "部"].contains { text.hasSuffix($0) }
  }
}
