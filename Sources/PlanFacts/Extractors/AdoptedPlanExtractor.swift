import JapaneseText
import PlanDocuments

/// Reads which plans were adopted or revised, and when.
///
/// Forms: a date in brackets under a head in brackets that names the plan, or behind its name in 「」
/// (`（2018年3月策定）`); a sentence (`2015年10月、「…プラン」を策定`, `2022年3月に策定した「…計画」`); and a line of its
/// own under the title (`令和4年3月 策定`).
package struct AdoptedPlanExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    var extraction = Extraction()
    let furniture = Set(document.furniture)
    let blocks = TextBlock.all(
      of: NumberedLine.all(in: document.plan).filter { !furniture.contains($0.number) })
    // years are dear to look for, and most blocks adopt nothing
    for (i, block) in blocks.enumerated() where AdoptionReader.mayAdopt(block.text.scalars) {
      let above = i > 0 ? blocks[i - 1] : nil
      if let adoption = AdoptionReader.standingAlone(block, under: above) {
        extraction.facts.append(adoption.fact(in: document))
        continue
      }
      let reader = AdoptionReader(block)
      let adoptions = reader.inBrackets(under: above) + reader.inSentences()
      extraction.facts += adoptions.map { $0.fact(in: document) }
      for lines in reader.nameless(under: above) + reader.nameless(besides: adoptions) {
        extraction.unread.append(
          UnreadRow(
            kind: .plan, plan: document.plan.id, lines: lines,
            section: document.outline.path(above: lines.first),
            reason: "a date of adoption without the name of a plan"))
      }
    }
    return extraction
  }
}

/// A plan with the date of its adoption.
private struct Adoption {
  let name: String
  let year: Int
  let month: Int?
  /// As printed: `平成27(2015)年10月`.
  let date: String
  /// `策定` or `改定`
  let kind: String
  let nameLines: LineRange
  let dateLines: LineRange
  /// Where the date begins in its block.
  let dateStart: Int

  func fact(in document: PlanDocument) -> Fact {
    var fields = [Field(.adoptedYear, .number(ExactNumber(year)), lines: dateLines)]
    if let month { fields.append(Field(.adoptedMonth, .number(ExactNumber(month)), lines: dateLines)) }
    fields.append(Field(.kind, .text(kind), lines: dateLines))
    fields.append(Field(.text, .text(date + kind), lines: dateLines))
    let lines = nameLines.union(dateLines)
    return Fact(
      kind: .plan, name: name, plan: document.plan.id, fields: fields,
      sources: [FactSource(lines: lines, section: document.outline.path(above: lines.first))])
  }
}

/// Finds adoptions in one block.
private struct AdoptionReader {
  private let block: TextBlock
  private let scalars: [Unicode.Scalar]
  /// In printed order.
  private let dates: [(year: YearMention, tail: DateTail)]
  /// 「…」, left to right.
  private let quotes: [Bracket]

  init(_ block: TextBlock) {
    self.block = block
    scalars = block.text.scalars
    dates = YearMention.all(in: block.text.scalars).filter { !$0.isRange && $0.form != .bare }
      .map { ($0, DateTail(block.text.scalars, after: $0)) }
    quotes = AdoptionReader.quotes(in: block.text.scalars)
  }

  /// Whether 策定, 改定 or 改訂 stands in a text.
  static func mayAdopt(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.indices.dropLast().contains { i in
      scalars[i] == "策" && scalars[i + 1] == "定"
        || scalars[i] == "改" && (scalars[i + 1] == "定" || scalars[i + 1] == "訂")
    }
  }

  /// A block that is nothing but a date and 策定: the plan is named by the line above.
  static func standingAlone(_ block: TextBlock, under title: TextBlock?) -> Adoption? {
    let reader = AdoptionReader(block)
    guard let title, let date = reader.dates.first, date.year.range.lowerBound == 0, date.tail.month != nil,
      let (kind, end) = reader.verb(at: date.tail.end), end == reader.scalars.count
    else { return nil }
    let name = title.heading ?? MarkupText.plain(title.text.text)
    guard !name.isEmpty, !name.contains("。") else { return nil }
    return reader.adoption(
      name, nameLines: title.lines, date, kind, range: 0..<reader.scalars.count)
  }

  /// `（2018年3月策定）`, named by the head above the block, by the last 「」 before the bracket, or by what stands
  /// directly before it where that is the name of a plan.
  func inBrackets(under above: TextBlock?) -> [Adoption] {
    brackets.compactMap { bracket in
      if let above, let name = above.heading {
        return adoption(name, nameLines: above.lines, bracket.date, bracket.kind, range: bracket.range)
      }
      if let name = bareName(before: bracket.range.lowerBound - 1), let lines = block.text.lines(of: name) {
        let text = block.text.text(in: name)
        return adoption(text, nameLines: lines, bracket.date, bracket.kind, range: bracket.range)
      }
      guard let quote = quotes.last(where: { $0.whole.upperBound <= bracket.range.lowerBound }) else {
        return nil
      }
      return adoption(quote, bracket.date, bracket.kind, range: bracket.range)
    }
  }

  /// Dates in brackets that no name stands before.
  func nameless(under above: TextBlock?) -> [LineRange] {
    guard above?.heading == nil else { return [] }
    return brackets.filter { bracket in
      bareName(before: bracket.range.lowerBound - 1) == nil
        && !quotes.contains { $0.whole.upperBound <= bracket.range.lowerBound }
    }.compactMap { block.text.lines(of: $0.range) }
  }

  /// Dates that a sentence says a plan was adopted at (`みどり市計画は、2022年3月に策定した`), and that none of the adoptions read has.
  func nameless(besides adoptions: [Adoption]) -> [LineRange] {
    let read = Set(adoptions.map(\.dateStart))
    let bracketed = Bracket.outermost(in: scalars).map(\.whole)
    return dates.filter { date in
      let start = date.year.range.lowerBound
      guard date.tail.end < scalars.count, scalars[date.tail.end] == "に", !read.contains(start),
        !bracketed.contains(where: { $0.contains(start) }), let (_, end) = verb(at: date.tail.end + 1)
      else { return false }
      let sentence = scalars[(scalars[..<start].lastIndex(of: "。") ?? 0)..<start]
      let said = String(String.UnicodeScalarView(sentence))
      return !isPlanned(at: end) && AdoptionReader.nameEnds.contains(where: said.contains)
    }.compactMap { block.text.lines(of: $0.year.range.lowerBound..<$0.tail.end) }
  }

  /// The name of a plan without 「」: all that stands before `end` in its sentence, with a plan's last word and no verb.
  private func bareName(before end: Int) -> Range<Int>? {
    var start = scalars[..<end].lastIndex { AdoptionReader.nameBounds.contains($0) }.map { $0 + 1 } ?? 0
    if isUnderLabel, let below = block.text.lineOf.firstIndex(where: { $0 > block.lines.first }) {
      start = max(start, below)
    }
    while start < end, scalars[start].isSpace || scalars[start] == "・" { start += 1 }
    // without 「」 nothing tells whether a name began on the line above
    guard start < end, let lines = block.text.lines(of: start..<end), lines.first == lines.last else {
      return nil
    }
    let name = String(String.UnicodeScalarView(scalars[start..<end])).trimmed
    guard (4...40).contains(name.count), AdoptionReader.nameEnds.contains(where: { name.hasSuffix($0) }),
      !["を", "は", "が", "で", "した", "する"].contains(where: { name.contains($0) })
    else { return nil }
    return start..<end
  }

  /// What plans are called.
  private static let nameEnds = ["計画", "プラン", "ビジョン", "方針", "戦略", "構想", "プログラム", "指針", "大綱"]

  /// Whether the first line is a numbered heading, which is no part of the sentence below it.
  private var isUnderLabel: Bool {
    let first = scalars.indices.prefix { block.text.lineOf[$0] == block.lines.first }
    return SectionLabel(String(String.UnicodeScalarView(first.map { scalars[$0] }))) != nil
  }

  private static let nameBounds: Set<Unicode.Scalar> = [
    "。", "、", "「", "」", "『", "』", ")", "）", "○", "〇", "●", "-", "※", "\t", "|",
    "〔", "〕", "【", "】", "：", ":",
  ]

  /// `2019年2月に、…を定める「…方針」を策定` and `2022年3月に策定した「…計画」`.
  func inSentences() -> [Adoption] {
    quotes.compactMap { quote in
      if let (kind, end) = verb(behind: quote), !isPlanned(at: end),
        let date = date(before: quote.whole.lowerBound), !isUsed(date, before: quote)
      {
        return adoption(quote, date, kind, range: date.year.range.lowerBound..<date.tail.end)
      }
      if let adoption = dateBehind(quote) { return adoption }
      // 「…計画」 stands right behind 策定した
      if let date = dates(before: quote.whole.lowerBound).last {
        let start = scalars[date.tail.end] == "に" ? date.tail.end + 1 : date.tail.end
        if let (kind, end) = verb(at: start),
          ["した", "された", "の"].contains(where: {
            scalars[end..<quote.whole.lowerBound].elementsEqual($0.unicodeScalars)
          })
        {
          return adoption(quote, date, kind, range: date.year.range.lowerBound..<date.tail.end)
        }
      }
      return nil
    }
  }

  /// `「…方針」を2019年2月に策定`, `「…方針」は、2019年2月に策定`
  private func dateBehind(_ quote: Bracket) -> Adoption? {
    var start = quote.whole.upperBound
    guard start < scalars.count, ["を", "は"].contains(scalars[start]) else { return nil }
    start += 1
    if start < scalars.count, scalars[start] == "、" { start += 1 }
    guard let date = date(at: start),
      date.tail.end < scalars.count, scalars[date.tail.end] == "に",
      let (kind, end) = verb(at: date.tail.end + 1), !isPlanned(at: end)
    else { return nil }
    return adoption(quote, date, kind, range: date.year.range.lowerBound..<end)
  }

  /// Whether what stands behind the verb says that it is still to be done: 策定する予定です, 策定します; 策定するとともに was done.
  private func isPlanned(at end: Int) -> Bool {
    let rest = String(String.UnicodeScalarView(scalars[min(end, scalars.count)...].prefix(10)))
    let plans = ["予定", "を予定", "に向け", "を目指", "に着手", "します", "していき", "していく", "を行い", "を進め"]
    if plans.contains(where: rest.hasPrefix) { return true }
    guard let behind = rest.droppingPrefix(of: ["する"]) else { return false }
    return !["とともに", "と共に", "など", "等", "中で", "際"].contains(where: behind.hasPrefix)
  }

  /// Whether another plan, quoted behind the date, was adopted at it: the verb has been said.
  private func isUsed(_ date: (year: YearMention, tail: DateTail), before quote: Bracket) -> Bool {
    quotes.contains { other in
      other.whole.lowerBound >= date.tail.end && other.whole.upperBound <= quote.whole.lowerBound
        && verb(behind: other) != nil
    }
  }

  private var brackets: [(range: Range<Int>, date: (year: YearMention, tail: DateTail), kind: String)] {
    Bracket.outermost(in: scalars).compactMap { bracket in
      guard let date = date(at: bracket.content.lowerBound),
        let (kind, end) = verb(at: date.tail.end), end == bracket.content.upperBound
      else { return nil }
      return (bracket.content, date, kind)
    }
  }

  private static func quotes(in scalars: [Unicode.Scalar]) -> [Bracket] {
    var found: [Bracket] = []
    var open: [Int] = []
    for (i, scalar) in scalars.enumerated() {
      if scalar == "「" {
        open.append(i)
      } else if scalar == "」", let start = open.popLast(), open.isEmpty {
        found.append(Bracket(content: (start + 1)..<i, whole: start..<(i + 1)))
      }
    }
    return found
  }

  private func verb(at start: Int) -> (kind: String, end: Int)? {
    let first = YearMention.skipped(scalars, start)
    for (word, kind) in [("策定", "策定"), ("改定", "改定"), ("改訂", "改定")]
    where scalars[min(first, scalars.count)...].starts(with: word.unicodeScalars) {
      return (kind, first + 2)
    }
    return nil
  }

  /// `」を策定`, also with a bracket between: `」（以下「…」という。）を改定`.
  private func verb(behind quote: Bracket) -> (kind: String, end: Int)? {
    var i = quote.whole.upperBound
    let tail = Array(scalars[i...].prefix(80))
    if let bracket = Bracket.outermost(in: tail).first, bracket.whole.lowerBound == 0 {
      i += bracket.whole.upperBound
    }
    guard i < scalars.count, scalars[i] == "を" else { return nil }
    return verb(at: i + 1)
  }

  /// The nearest date of the sentence that tells when something is done: `…月に`, `…年、`, not `2030年を取組期間とし`.
  private func date(before end: Int) -> (year: YearMention, tail: DateTail)? {
    let near = dates(before: end)
    guard let first = near.first?.year.range.lowerBound else { return nil }
    let start = scalars[first..<end].lastIndex(of: "。") ?? first
    return near.last { date in
      date.year.range.lowerBound >= start && (scalars[date.tail.end] == "に" || scalars[date.tail.end] == "、")
    }
  }

  private func date(at start: Int) -> (year: YearMention, tail: DateTail)? {
    let i = dates.partitioningIndex { $0.year.range.lowerBound >= start }
    return i < dates.count && dates[i].year.range.lowerBound == start ? dates[i] : nil
  }

  /// The dates that end before `end`, no farther away than a sentence is long, in printed order.
  private func dates(before end: Int) -> ArraySlice<(year: YearMention, tail: DateTail)> {
    let last = dates.partitioningIndex { $0.tail.end >= end }
    let first = dates[..<last].partitioningIndex { $0.year.range.lowerBound >= end - 300 }
    return dates[first..<last]
  }

  private func adoption(
    _ quote: Bracket, _ date: (year: YearMention, tail: DateTail), _ kind: String, range: Range<Int>
  ) -> Adoption? {
    guard let lines = block.text.lines(of: quote.whole) else { return nil }
    return adoption(block.text.text(in: quote.content), nameLines: lines, date, kind, range: range)
  }

  private func adoption(
    _ name: String, nameLines: LineRange, _ date: (year: YearMention, tail: DateTail), _ kind: String,
    range: Range<Int>
  ) -> Adoption? {
    guard let dateLines = block.text.lines(of: range), !name.isEmpty else { return nil }
    return Adoption(
      name: name, year: date.year.first, month: date.tail.month,
      date: block.text.text(in: date.year.range.lowerBound..<date.tail.end), kind: kind, nameLines: nameLines,
      dateLines: dateLines, dateStart: date.year.range.lowerBound)
  }
}
