import JapaneseText
import PlanDocuments

/// Reads indicators whose course a sentence gives, what is and what is aimed at:
///
///     湖を訪れる人の数は、令和5年度に延べ842人であり、これを令和11年度までに1,200人に増やします。
///     森のごみの量は、令和5年度の実績で512gでした。令和11年度には460g以下とします。
///
/// Every figure of the sentence has to have its place: one that has none, a forecast or an unmet goal makes it no indicator's.
struct CourseSentences {
  let document: PlanDocument
  let schema: FieldSchema

  func facts(in paragraphs: [LinedText], where isOpen: (Int) -> Bool) -> [Fact] {
    paragraphs.flatMap { facts(in: $0, where: isOpen) }
  }

  private func facts(in text: LinedText, where isOpen: (Int) -> Bool) -> [Fact] {
    guard text.scalars.contains("。"), text.scalars.count < 5_000 else { return [] }
    let folded = text.scalars.map(\.widthFolded)
    var facts: [Fact] = []
    var state: FactDraft?
    var start = 0
    for end in folded.indices where folded[end] == "。" {
      let sentence = Sentence(folded, start..<end)
      start = end + 1
      let before = state
      state = nil
      guard let lines = text.lines(of: sentence.range), (lines.first...lines.last).allSatisfy(isOpen) else {
        continue
      }
      var draft: FactDraft
      var rest = sentence.range
      if let subject = sentence.subject, let name = NameCell.read(text.text(in: subject.name), schema),
        let at = text.lines(of: subject.name)
      {
        draft = FactDraft(.indicator, name, at: at)
        rest = subject.end..<end
      } else if let before, sentence.opensWithYear {
        draft = before
      } else {
        continue
      }
      guard let points = points(in: rest, of: sentence, text), !points.isEmpty else { continue }
      draft.add(points)
      if points.contains(where: { $0.role == .target }) {
        facts.append(draft.fact(in: document))
      } else if before == nil || sentence.subject != nil {
        state = draft
      }
    }
    return facts
  }

  /// nil where a figure has no place.
  private func points(in range: Range<Int>, of sentence: Sentence, _ text: LinedText) -> [Point]? {
    let all = sentence.scalars
    let years = YearMention.all(in: Array(all[..<range.upperBound])).filter {
      range.contains($0.range.lowerBound)
    }
    guard !years.contains(where: \.isRange) else { return nil }
    let brackets = Bracket.outermost(in: Array(all[..<range.upperBound])).map(\.whole)
    let numerals = Numeral.all(in: Array(all[..<range.upperBound])).filter { number in
      range.contains(number.range.lowerBound) && number.hasDigits
        && !years.contains { $0.range.overlaps(number.range) }
        && !brackets.contains { $0.overlaps(number.range) }
    }
    var points: [Point] = []
    var from = range.lowerBound
    // a digit of a unit is no figure of its own: t-CO2
    for number in numerals where number.range.lowerBound >= from {
      guard let figure = figure(number, all, range.upperBound) else { return nil }
      var year = years.last { $0.range.upperBound <= number.range.lowerBound && $0.range.lowerBound >= from }
      let lead = all[(year?.range.upperBound ?? from)..<number.range.lowerBound].text
      // 41.3%(令和5年度)であり
      var end = figure.end
      if year == nil, let note = brackets.first(where: { $0.lowerBound == end }),
        let said = years.first(where: { note.contains($0.range.lowerBound) }),
        said.range.count == note.count - 2
      {
        year = said
        end = note.upperBound
      }
      let behind = all[end..<range.upperBound].text
      guard let role = Sentence.role(behind: behind, after: lead),
        role != .target || sentence.isGoal && (year != nil || behind.hasPrefix("を維持")),
        year == nil || end > figure.end || Sentence.joins(lead),
        year != nil || role == .target || Sentence.isNow(lead) || points.isEmpty,
        let lines = text.lines(of: number.range.lowerBound..<figure.end)
      else { return nil }
      var point = Point(
        role: role, fiscalYear: year?.first, calendarYear: year?.form == .calendar,
        value: figure.quantity.value, unit: figure.quantity.unit,
        bound: figure.quantity.bound.flatMap(Point.Bound.init),
        text: text.text(in: number.range.lowerBound..<figure.end), lines: lines)
      if let year, let at = text.lines(of: year.range) { point.lines = point.lines.union(at) }
      points.append(point)
      from = end
    }
    let states = points.count { $0.role == .current }
    return states < 2 && points.count < 6 ? points : nil
  }

  /// A number with a unit of the list, and perhaps a bound.
  private func figure(_ number: Numeral, _ all: [Unicode.Scalar], _ limit: Int) -> (
    quantity: Quantity, end: Int
  )? {
    let start = number.range.upperBound
    let behind = all[start..<min(limit, start + 10)].text.lowercased()
    let times: Set<String> = ["年", "か年", "月", "日", "か月", "時"]
    guard let unit = schema.words.units.filter({ behind.hasPrefix($0) }).max(by: { $0.count < $1.count }),
      !times.contains(unit)
    else { return nil }
    var end = start + unit.unicodeScalars.count
    for bound in ["以上", "以下", "以内", "未満"] where all[end..<limit].starts(with: bound.unicodeScalars) {
      end += bound.unicodeScalars.count
    }
    return Quantity(parsing: all[number.range.lowerBound..<end].text).map { ($0, end) }
  }
}

/// A sentence without its full stop.
private struct Sentence {
  /// The paragraph, in half width.
  let scalars: [Unicode.Scalar]
  let range: Range<Int>

  init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
    self.scalars = scalars
    var start = range.lowerBound
    while start < range.upperBound, scalars[start].isSpace { start += 1 }
    for word in ["また、", "さらに、", "なお、", "あわせて、", "併せて、", "このため、", "そこで、"]
    where scalars[start...].starts(with: word.unicodeScalars) {
      start += word.unicodeScalars.count
    }
    self.range = start..<range.upperBound
  }

  private var text: String { scalars[range].text }

  /// What counts or measures something, as the noun before は does.
  private static let measures = [
    "量", "数", "率", "割合", "額", "人口", "面積", "容量", "時間", "濃度", "残高", "寿命", "指数", "比", "値", "距離", "延長", "満足度",
    "者",
  ]

  /// What the sentence is about, with the index behind は.
  var subject: (name: Range<Int>, end: Int)? {
    for particle in ["については、", "について、", "は、", "を、", "は"] {
      let wanted = Array(particle.unicodeScalars)
      guard
        let i = range.first(where: { i in
          i + wanted.count < range.upperBound && scalars[i...].starts(with: wanted)
            && (particle.hasSuffix("、") || YearMention.read(scalars, at: i + 1) != nil
              || scalars[i + 1].decimalDigit != nil)
        })
      else { continue }
      let name = scalars[range.lowerBound..<i]
      guard name.count <= 40, !name.contains(where: { "、「」".unicodeScalars.contains($0) }),
        Sentence.measures.contains(where: { name.text.hasSuffix($0) })
      else { return nil }
      return (range.lowerBound..<i, i + wanted.count)
    }
    return nil
  }

  var opensWithYear: Bool { YearMention.read(scalars, at: range.lowerBound) != nil }

  /// Whether it says what is to be, and not what was or is expected to come of itself.
  var isGoal: Bool {
    let text = text
    let ends = ["ます", "目指す", "とする", "する", "目標である", "目標です", "減らす", "増やす", "高める", "引き上げる"]
    let against = ["見込", "予測", "推計", "想定", "見通し", "ません", "ない", "でしょう", "ましたが", "たものの", "恐れ", "おそれ", "可能性"]
    let aims = [
      "目指", "目標", "削減", "減らし", "減らす", "減少させ", "引き上げ", "引き下げ", "増や", "増加させ", "倍増", "高め", "抑制", "抑え", "とします",
      "にします", "とする", "にする", "維持", "向上させ", "拡大", "縮減", "低減",
    ]
    return ends.contains { text.hasSuffix($0) } && !against.contains { text.contains($0) }
      && aims.contains { text.contains($0) }
  }

  /// What a figure is by the words around it; nil where they say neither.
  static func role(behind: String, after lead: String) -> Point.Role? {
    let states = ["であり", "でした", "であった", "である", "で、", "です", "で推移", "にとどま", "から", "となって"]
    if states.contains(where: { behind.hasPrefix($0) }) { return .current }
    if isNow(lead) { return behind.hasPrefix("を") ? .current : nil }
    let aims = [
      "に削減", "に減", "に抑", "に増", "に引", "に高", "に向上", "に縮減", "に低減", "に拡大", "にする", "にしま", "に、", "とし", "とする", "へ",
      "まで",
      "を目指", "を目標", "を維持", "を確保", "、",
    ]
    return aims.contains { behind.hasPrefix($0) } ? .target : nil
  }

  static func isNow(_ lead: String) -> Bool {
    let bare = counted(lead)
    return ["現在の", "現状の", "現在", "現状で", "現在で", "現状は"].contains { bare.hasSuffix($0) }
  }

  /// Whether nothing stands between a year and its figure but what joins them.
  static func joins(_ lead: String) -> Bool {
    [
      "", "に", "には", "の", "は", "で", "を", "末に", "末には", "末の", "末で", "までに", "までには", "末までに", "実績で", "の実績で",
      "の実績は",
      "の目標を", "の目標値を", "の目標は", "時点で", "時点の", "現在", "現在で", "において", "における", "度に",
    ].contains(counted(lead))
  }

  /// Without the words that say how was counted.
  private static func counted(_ lead: String) -> String {
    var rest = lead.squeezed
    while rest.hasSuffix("、") { rest.removeLast() }
    for word in ["延べ", "のべ", "約", "年間", "おおむね", "概ね", "累計"] where rest.hasSuffix(word) {
      rest.removeLast(word.count)
    }
    while rest.hasSuffix("、") { rest.removeLast() }
    return rest
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate var text: String { String(String.UnicodeScalarView(self)) }
}
