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
      let partners = PartnerList(lines[(i + 1)..<end]).partners
      // a section on working together may list works as well as partners
      extraction.facts += partners.filter {
        !$0.isWork && (PartnerList.namesPartners(label) || $0.isNamedAsOne && !$0.isLabelled)
      }.map { $0.fact(in: document) }
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
    guard let label = SectionLabel(line.text), label.name.count <= 30,
      ["ステークホルダー", "団体", "関係機関", "パートナー", "主体"].contains(where: { label.name.contains($0) }),
      ["連携", "協働", "協力"].contains(where: { label.name.contains($0) }),
      label.name.unicodeScalars.last?.decimalDigit == nil, !label.name.contains("..."),
      !label.name.contains("…"), !label.name.contains("・・")
    else { return nil }
    return label
  }

  /// Whether the heading itself says that partners follow.
  static func namesPartners(_ label: SectionLabel) -> Bool {
    label.name.contains("ステークホルダー") && label.name.contains("連携")
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
      let part = SectionLabel(line.text)
      if heading != nil || part != nil || Partner.opens(line) {
        Partner(open, area: area).map { partners.append($0) }
        open = []
      }
      if let part {
        area = Partner.Area(name: part.name, line: line.number)
      } else if let heading {
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
  /// The year a bracket behind the name prints: `（2008年設立）`.
  private let foundedInName: Int?
  private let text: [TextBlock]

  /// Whether the name, its members or its founding say that it is an organization and no work.
  var isNamedAsOne: Bool {
    let ends = [
      "会", "組合", "団体", "法人", "機構", "センター", "大学", "会社", "所", "局", "庁", "市", "県", "園", "校", "館", "財団", "社",
      "ＮＰＯ", "NPO", "クラブ", "ネットワーク", "協定", "銀行", "部", "課",
    ]
    // `各町内会（123団体）`
    let scalars = Array(name.unicodeScalars)
    let bracket = Bracket.outermost(in: scalars).last { $0.whole.upperBound == scalars.count }
    let bare =
      bracket.map { String(String.UnicodeScalarView(scalars[..<$0.whole.lowerBound])).trimmed } ?? name
    return !members.isEmpty || founded != nil || ends.contains { bare.hasSuffix($0) }
  }

  /// Whether the bullet names something that is done: `情報共有の推進`.
  var isWork: Bool {
    let bare = name.widthFolded.prefix { $0 != "(" }
    return Partner.doings.contains { bare.hasSuffix("の\($0)") }
  }

  /// Whether the bullet is what a label says: `目標：…`.
  var isLabelled: Bool { name.widthFolded.prefix(12).contains(":") }

  private static let doings = [
    "開催", "締結", "運行", "実施", "推進", "充実", "強化", "促進", "共有", "支援", "整備", "育成", "確保", "向上", "活用", "構築", "普及",
    "啓発", "検討", "見直し", "評価", "設置", "配置", "提供", "公表", "運営", "拡大", "拡充", "改善", "派遣", "参加", "交流", "周知", "発信",
    "導入",
    "策定", "管理", "把握", "調整",
  ]

  /// A bullet that is a name: short, without a full stop. `・` opens a part of a partner, not a partner.
  static func opens(_ line: NumberedLine) -> Bool {
    guard let first = line.scalars.first, "○〇◯●■-–".unicodeScalars.contains(first) else { return false }
    let name = String(line.text.dropFirst()).trimmed
    return line.scalars.last != "。" && line.scalars.count <= 90 && !name.isEmpty && !name.hasPrefix("・")
  }

  init?(_ lines: [NumberedLine], area: Area?) {
    guard let first = lines.first else { return nil }
    let (bare, year) = Partner.cuttingFounding(String(first.text.dropFirst()).trimmed)
    foundedInName = year
    (name, members) = Partner.nameAndMembers(bare)
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
    guard !members.contains(where: ItemList.counts) else { return (text, []) }
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

  private static let foundings = ["設立", "発足", "創設", "創立", "結成"]

  /// `みどり里山の会（2008年設立）` without its bracket, and the year in it.
  private static func cuttingFounding(_ text: String) -> (String, Int?) {
    let scalars = Array(text.unicodeScalars)
    guard let bracket = Bracket.outermost(in: scalars).last, bracket.whole.upperBound == scalars.count,
      bracket.whole.lowerBound > 0, case let content = Array(scalars[bracket.content]),
      let year = YearMention.all(in: content).first, !year.isRange,
      foundings.contains(where: {
        content[DateTail(content, after: year).end...].starts(with: $0.unicodeScalars)
      })
    else { return (text, nil) }
    return (String(String.UnicodeScalarView(scalars[..<bracket.whole.lowerBound])).trimmed, year.first)
  }

  /// A year directly before a word of founding: `（2012年設立）`, `2015年に設立`, not `2009年から開催`.
  private var founded: (Int, LineRange)? {
    if let foundedInName { return (foundedInName, LineRange(line)) }
    for block in text {
      let scalars = block.text.scalars
      for year in YearMention.all(in: scalars) where !year.isRange {
        let end = DateTail(scalars, after: year).end
        let verb = scalars[end...].drop { $0.isSpace || $0 == "に" }
        if Partner.foundings.contains(where: { verb.starts(with: $0.unicodeScalars) }),
          let lines = block.text.lines(of: year.range)
        {
          return (year.first, lines)
        }
      }
    }
    return nil
  }

  /// All that is printed about it, a space between its paragraphs.
  private var summary: (String, LineRange)? {
    guard let lines = union(text.map(\.lines)) else { return nil }
    return (text.map { $0.text.text }.joined(separator: " "), lines)
  }
}
