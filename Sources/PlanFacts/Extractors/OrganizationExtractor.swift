import JapaneseText
import PlanDocuments

/// Reads the list of partners of a plan: under a heading on working with stakeholders, heads in brackets name the
/// areas (`(主に経済面)`), and each partner is a bullet with its members in brackets and a text about it.
package struct OrganizationExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    var extraction = Extraction()
    let furniture = Set(document.furniture)
    let lines = NumberedLine.all(in: document.plan).filter { !furniture.contains($0.number) }
    var i = 0
    while i < lines.count {
      guard let label = PartnerList.opening(lines[i]) else {
        i += 1
        continue
      }
      let rest = lines[(i + 1)...]
      let end = rest.firstIndex { PartnerList.ends($0, under: label) } ?? lines.count
      for partner in PartnerList(lines[(i + 1)..<end]).partners {
        extraction.facts.append(partner.fact(in: document))
      }
      i = end
    }
    return extraction
  }
}

/// The lines under the heading, cut into partners.
private struct PartnerList {
  private(set) var partners: [Partner] = []

  /// The label of a heading that opens such a list; an entry of the table of contents is none.
  static func opening(_ line: NumberedLine) -> SectionLabel? {
    guard let label = SectionLabel(line.text), label.name.contains("ステークホルダー"), label.name.contains("連携"),
      label.name.unicodeScalars.last?.decimalDigit == nil, !label.name.contains("...")
    else { return nil }
    return label
  }

  /// A heading as high as the list's own, or higher.
  static func ends(_ line: NumberedLine, under label: SectionLabel) -> Bool {
    guard let next = SectionLabel(line.text) else { return false }
    return next.form == label.form && next.number == label.number + 1
      || next.form == .spaced && label.form == .bracketed
  }

  init(_ lines: ArraySlice<NumberedLine>) {
    var area: Partner.Area?
    var open: [NumberedLine] = []
    for line in PartnerList.joiningOpenBrackets(lines) {
      let heading = TextBlock.all(of: [line]).first?.heading
      if heading != nil || Partner.opens(line) {
        Partner(open, area: area).map { partners.append($0) }
        open = []
      }
      if let heading {
        area = Partner.Area(name: heading, line: line.number)
      } else if Partner.opens(line) || !open.isEmpty {
        open.append(line)
      }
    }
    Partner(open, area: area).map { partners.append($0) }
  }

  /// A bullet whose bracket was wrapped, on one line; it keeps the number of its first.
  private static func joiningOpenBrackets(_ lines: ArraySlice<NumberedLine>) -> [NumberedLine] {
    var joined: [NumberedLine] = []
    for line in lines {
      if let last = joined.last, Partner.opens(last), depth(last.scalars) > 0, !line.followsBlank {
        joined[joined.count - 1] = NumberedLine(number: last.number, text: last.text + line.text)
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  private static func depth(_ scalars: [Unicode.Scalar]) -> Int {
    scalars.reduce(0) { depth, scalar in
      switch scalar.widthFolded {
      case "(": depth + 1
      case ")": depth - 1
      default: depth
      }
    }
  }
}

/// One partner: a bullet and the text under it.
private struct Partner {
  struct Area {
    /// `主に経済面`
    let name: String
    let line: Int
  }

  let name: String
  let members: [String]
  let area: Area?
  let line: Int
  private let text: [TextBlock]

  /// A bullet that is a name: short, without a full stop. `・` opens a part of a partner, not a partner.
  static func opens(_ line: NumberedLine) -> Bool {
    guard let first = line.scalars.first, "○〇◯●■-–".unicodeScalars.contains(first) else { return false }
    let name = String(line.text.dropFirst()).trimmed
    return line.scalars.last != "。" && line.scalars.count <= 90 && !name.isEmpty && !name.hasPrefix("・")
  }

  init?(_ lines: [NumberedLine], area: Area?) {
    guard let first = lines.first else { return nil }
    (name, members) = Partner.nameAndMembers(String(first.text.dropFirst()).trimmed)
    self.area = area
    line = first.number
    text = TextBlock.all(of: lines.dropFirst())
  }

  /// The last bracket holds the members where it is a list; one that holds a short name stays (`…機構（NEDO）`).
  private static func nameAndMembers(_ text: String) -> (String, [String]) {
    let scalars = Array(text.unicodeScalars)
    guard let bracket = Bracket.outermost(in: scalars).last, bracket.whole.upperBound == scalars.count,
      bracket.whole.lowerBound > 0
    else { return (text, []) }
    let content = String(String.UnicodeScalarView(scalars[bracket.content])).trimmed
    guard content.contains("、") || content.hasSuffix("等") || content.hasSuffix("など") else {
      return (text, [])
    }
    let members = content.split(separator: "、").map { String($0).trimmed }.filter { !$0.isEmpty }
    return (String(String.UnicodeScalarView(scalars[..<bracket.whole.lowerBound])).trimmed, members)
  }

  func fact(in document: PlanDocument) -> Fact {
    let own = LineRange(line)
    var fields: [Field] = []
    if !members.isEmpty { fields.append(Field(.members, .list(members), lines: own)) }
    if let (year, lines) = founded {
      fields.append(Field(.foundedYear, .number(ExactNumber(year)), lines: lines))
    }
    if let area {
      let name = area.name.hasPrefix("主に") ? String(area.name.dropFirst(2)) : area.name
      fields.append(Field(.area, .text(name), lines: LineRange(area.line)))
    }
    if let (summary, lines) = summary { fields.append(Field(.summary, .text(summary), lines: lines)) }
    let lines = text.map(\.lines).reduce(own) { $0.union($1) }
    return Fact(
      kind: .organization, name: name, plan: document.plan.id, fields: fields,
      sources: [FactSource(lines: lines, section: document.outline.path(above: line))])
  }

  /// A year directly before a word of founding: `（2012年設立）`, `2015年に設立`, not `2009年から開催`.
  private var founded: (Int, LineRange)? {
    for block in text {
      let scalars = block.text.scalars
      for year in YearMention.all(in: scalars) where !year.isRange {
        let end = DateTail(scalars, after: year).end
        let verb = scalars[end...].drop { $0.isSpace || $0 == "に" }
        if ["設立", "発足", "創設", "創立", "結成"].contains(where: { verb.starts(with: $0.unicodeScalars) }),
          let lines = block.text.lines(of: year.range)
        {
          return (year.first, lines)
        }
      }
    }
    return nil
  }

  /// The first sentence; a second one where the first only says when it was founded.
  private var summary: (String, LineRange)? {
    guard let block = text.first(where: { $0.text.scalars.first != "・" }) ?? text.first else {
      return nil
    }
    let scalars = block.text.scalars
    var end = Partner.sentenceEnd(scalars, from: 0)
    if end < 20 { end = Partner.sentenceEnd(scalars, from: end) }
    return block.text.lines(of: 0..<end).map { (block.text.text(in: 0..<end), $0) }
  }

  /// Behind the next 。 that stands outside brackets and quotes.
  private static func sentenceEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var depth = 0
    for i in start..<max(start, scalars.count) {
      switch scalars[i].widthFolded {
      case "(", "「", "『": depth += 1
      case ")", "」", "』": depth -= 1
      case "。" where depth <= 0: return i + 1
      default: break
      }
    }
    return scalars.count
  }
}
