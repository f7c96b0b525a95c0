import JapaneseText
import PlanDocuments

/// Reads projects that each have a line of their own, a head with one row of figures below it, and what came of them:
///
///     1 湖の学校事業費                           所管 湖の課
///       予算現額      決算額     執行率    財源内訳（千円）
///       3,900千円   3,128千円    80.2％ その他 1,000 一般財源 2,128
///     事業の成果    ・学んだ人 16人（前年度 12人）
///
/// A figure of the results that is printed with the one of the year before is an indicator.
struct HeadedItems {
  let document: PlanDocument
  let schema: FieldSchema

  private struct Line {
    let number: Int
    /// Cut where two spaces or more stand.
    let pieces: [String]
  }

  func facts(where isOpen: (Int) -> Bool) -> [Fact] {
    let lines = document.plan.lines.enumerated().map { i, line in
      Line(number: i + 1, pieces: line.utf8.count < 1_000 ? HeadedItems.pieces(of: line) : [])
    }
    var facts: [Fact] = []
    for i in lines.indices.dropLast(2) where isOpen(i + 1) && isOpen(i + 2) && isOpen(i + 3) {
      guard let project = project(Array(lines[i...(i + 2)])) else { continue }
      let behind = lines[(i + 3)...].prefix(30).prefix { !$0.pieces.isEmpty && isOpen($0.number) }
      facts += results(Array(behind), of: project).map { $0.fact(in: document) }
    }
    return facts
  }

  private func project(_ lines: [Line]) -> FactDraft? {
    guard let (name, office) = title(lines[0].pieces), lines[1].pieces.count > 1 else { return nil }
    let heads = lines[1].pieces.map { ColumnHead([$0.joiningJapanese], schema) }
    let fields = heads.map { $0.field(of: .project) }
    guard fields.count(where: { $0 != nil }) > 1, fields.contains(where: { $0?.type == .money }) else {
      return nil
    }
    let words = lines[2].pieces.flatMap(\.words)
    let isFigure = words.map { FigureShape($0, units: schema.words.units) != nil }
    let figures = isFigure.prefix { $0 }.count
    let parts = isFigure[figures...]
    // the last head stands over words with a figure each
    let isSplit =
      figures == heads.count - 1 && !parts.isEmpty && parts.count.isMultiple(of: 2)
      && parts.enumerated().allSatisfy { $1 == !$0.isMultiple(of: 2) }
    guard isSplit || figures == heads.count && parts.isEmpty else { return nil }
    var draft = FactDraft(.project, name, at: LineRange(lines[0].number))
    draft.add(.bureau, .text(office), at: LineRange(lines[0].number))
    let at = LineRange(lines[1].number, lines[2].number)
    for (head, figure) in zip(heads, words.prefix(figures)) {
      // an amount stays as it is printed, in the unit that it prints
      let isMoney = head.field(of: .project)?.type == .money
      let unit = isMoney ? ["千円", "百万円", "万円"].first { figure.hasSuffix($0) } : nil
      let reader = ValueCell(schema: schema, unit: unit.map { TableUnit(printed: $0, lines: at) })
      reader.put(
        String(figure.dropLast(unit?.count ?? 0)), under: head, at: at, rowUnit: nil, into: &draft,
        as: .project)
    }
    for i in parts.indices where isFigure[i] {
      let head = ColumnHead((heads.last?.path ?? []) + [words[i - 1]], schema)
      draft.attribute(
        head.name, words[i], countedIn: head.unit, units: schema.words.units, at: at)
    }
    return draft
  }

  /// `1 湖の学校事業費` before `所管 湖の課`.
  private func title(_ pieces: [String]) -> (name: String, office: String)? {
    guard pieces.count > 1, let last = pieces.last?.words, let first = pieces.first?.words else { return nil }
    let label = last.count == 2 ? last[0] : pieces.count > 2 ? pieces[pieces.count - 2] : ""
    guard let office = last.last, last.count < 3,
      schema.fields(of: schema.head(label)).contains(where: { $0.name == FieldName.bureau.rawValue })
    else { return nil }
    let rest = pieces.dropLast(last.count == 2 ? 1 : 2)
    guard let number = first.first, number.unicodeScalars.count <= 4,
      number.unicodeScalars.contains(where: { $0.decimalDigit != nil }),
      let name = NameCell.read(
        (first.dropFirst() + rest.dropFirst()).joined(separator: " "), schema)
    else { return nil }
    return (name, office)
  }

  /// The project with what its label 事業の成果 says, and the indicators that are printed there.
  private func results(_ lines: [Line], of project: FactDraft) -> [FactDraft] {
    var texts: [(text: String, lines: LineRange)] = []
    var isLabelled = false
    for line in lines {
      var pieces = line.pieces[...]
      if let first = pieces.first,
        schema.fields(of: schema.head(first)).contains(where: { $0.name == FieldName.results.rawValue })
      {
        isLabelled = true
        pieces = pieces.dropFirst()
      }
      guard !pieces.isEmpty else { continue }
      let text = pieces.joined(separator: " ")
      if let last = texts.last, !text.hasPrefix("・"), !last.text.hasSuffix("。"), !last.text.hasSuffix("）") {
        texts[texts.count - 1] = (last.text + text, last.lines.union(LineRange(line.number)))
      } else {
        texts.append((text, LineRange(line.number)))
      }
    }
    guard isLabelled, let first = texts.first else { return [project] }
    var project = project
    let at = texts.dropFirst().map(\.lines).reduce(first.lines) { $0.union($1) }
    project.add(
      .results, .list(texts.map { $0.text.hasPrefix("・") ? String($0.text.dropFirst()) : $0.text }), at: at)
    return [project] + texts.compactMap { indicator($0.text, at: $0.lines, of: project) }
  }

  /// `・学んだ人 16人（前年度 12人）`.
  private func indicator(_ text: String, at lines: LineRange, of project: FactDraft) -> FactDraft? {
    let scalars = Array(text.unicodeScalars)
    guard text.hasPrefix("・"), let bracket = Bracket.outermost(in: scalars).last,
      scalars[bracket.whole.upperBound...].allSatisfy(\.isSpace)
    else { return nil }
    let before = String(String.UnicodeScalarView(scalars[1..<bracket.whole.lowerBound])).words
    let inside = String(String.UnicodeScalarView(scalars[bracket.content])).words
    guard before.count > 1, inside.count == 2, ["前年度", "前年", "昨年度"].contains(inside[0]),
      let now = FigureShape(before[before.count - 1], units: schema.words.units),
      let then = FigureShape(inside[1], units: schema.words.units),
      let name = NameCell.read(before.dropLast().joined(separator: " "), schema)
    else { return nil }
    var draft = FactDraft(.indicator, name, at: lines)
    draft.add(.project, .text(project.name), at: project.lines)
    draft.add([
      Point(role: .actual, value: now.quantity.value, unit: now.quantity.unit, text: now.text, lines: lines),
      Point(
        role: .actual, label: inside[0], value: then.quantity.value, unit: then.quantity.unit,
        text: then.text,
        lines: lines),
    ])
    return draft
  }

  private static func pieces(of line: String) -> [String] {
    var pieces: [String] = []
    var open = String.UnicodeScalarView()
    var gap = 0
    for scalar in line.unicodeScalars {
      if scalar.isSpace {
        gap += scalar.value == 0x3000 ? 2 : 1
        continue
      }
      if gap > 1, !open.isEmpty {
        pieces.append(String(open))
        open = .init()
      } else if gap == 1, !open.isEmpty {
        open.append(" ")
      }
      gap = 0
      open.append(scalar)
    }
    if !open.isEmpty { pieces.append(String(open)) }
    return pieces
  }
}
