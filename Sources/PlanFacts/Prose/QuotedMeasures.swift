import JapaneseText
import PlanDocuments

/// Reads measures that are named with the office that carries them out: `「湖の学校」（湖の課）では、…` in a sentence, or
/// `◆湖の学校（湖の課）` above one.
///
/// A document that does so once may have quoted anything; one that does so three times or more names its measures in this way.
struct QuotedMeasures {
  let document: PlanDocument
  let schema: FieldSchema

  func facts(in paragraphs: [LinedText], where isOpen: (Int) -> Bool) -> [Fact] {
    let drafts = paragraphs.flatMap(drafts).filter { (($0.lines.first)...($0.lines.last)).allSatisfy(isOpen) }
    let facts = drafts.map { $0.fact(in: document) }
    let sure = facts.filter { fact in
      if case .text(let office)? = fact[.bureau] { OfficeName.isDepartment(office) } else { false }
    }
    return Set(sure.map(\.name)).count > 2 ? facts : []
  }

  private func drafts(in text: LinedText) -> [FactDraft] {
    let brackets = Bracket.outermost(in: text.scalars)
    return brackets.compactMap { bracket in
      var close = bracket.whole.lowerBound - 1
      while close >= 0, text.scalars[close].isSpace { close -= 1 }
      guard let (open, close) = name(endingAt: close, before: bracket, of: text), close - open <= 41,
        let name = NameCell.read(text.text(in: (open + 1)..<close), schema),
        let lines = text.lines(of: open..<bracket.whole.upperBound),
        let at = text.lines(of: bracket.content)
      else { return nil }
      let office = text.text(in: bracket.content).joiningJapanese
      guard OfficeName.isList(office) else { return nil }
      var draft = FactDraft(.measure, name, at: lines)
      draft.add(.bureau, .text(office), at: at)
      return draft
    }
  }

  /// The marks around a name: 「 and 」, or what opens a line that ends with the bracket.
  private func name(endingAt last: Int, before bracket: Bracket, of text: LinedText) -> (
    open: Int, close: Int
  )? {
    guard last > 0 else { return nil }
    if text.scalars[last] == "」" {
      return text.scalars[..<last].lastIndex(of: "「").map { ($0, last) }
    }
    let end = bracket.whole.upperBound
    guard let first = text.scalars.first, "◆◇■□●○◎・".unicodeScalars.contains(first),
      end == text.scalars.count || text.lineOf[end] > text.lineOf[end - 1]
    else { return nil }
    return (0, last + 1)
  }
}
