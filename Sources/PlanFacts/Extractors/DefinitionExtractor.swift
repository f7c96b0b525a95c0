import PlanDocuments

/// Reads short forms and other names that a plan prints in brackets: `ナノ医療イノベーションセンター（iCONM）`,
/// `「総合計画」（以下…）`, `ICT（情報通信技術）`.
///
/// The same short form of the same words is one definition with a source for each printing.
package struct DefinitionExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    var printings: [Printing] = []
    for paragraph in Paragraphs.all(in: document.plan) {
      for bracket in Bracket.all(in: paragraph.scalars) {
        if let printing = Printing(bracket, in: paragraph) ?? Printing(byname: bracket, in: paragraph) {
          printings.append(printing)
        }
      }
    }
    let definitions = DefinitionExtractor.grouped(printings).filter { group in
      group.count > 1 || !group.contains(where: \.isByname)
    }
    return Extraction(facts: definitions.map { fact($0, in: document) })
  }

  /// Printings of one definition, in order of first printing.
  ///
  /// What stands in front of a bracket may be longer than what is shortened (`みどり市持続可能な開発目標（SDGs）`): where one
  /// printing's words end another's, the shorter are meant.
  private static func grouped(_ printings: [Printing]) -> [[Printing]] {
    var groups: [[Printing]] = []
    var places: [String: [Int]] = [:]
    for printing in printings {
      let alike = places[printing.short] ?? []
      if let i = alike.first(where: { groups[$0].contains { $0.meansTheSame(as: printing) } }) {
        groups[i].append(printing)
      } else {
        places[printing.short, default: []].append(groups.count)
        groups.append([printing])
      }
    }
    return groups
  }

  private func fact(_ printings: [Printing], in document: PlanDocument) -> Fact {
    var shortest = printings[0]
    for printing in printings where printing.long.count < shortest.long.count { shortest = printing }
    var sources: [FactSource] = []
    for lines in printings.map(\.lines) where !sources.contains(where: { $0.lines == lines }) {
      sources.append(FactSource(lines: lines, section: document.outline.path(at: lines.first)))
    }
    return Fact(
      kind: .definition, name: shortest.short, plan: document.plan.id,
      fields: [Field(.summary, .text(shortest.long), lines: shortest.lines)], sources: sources)
  }
}

/// A short form at one place.
private struct Printing {
  let short: String
  let long: String
  /// The lines of the long form and the bracket.
  let lines: LineRange
  /// True where only another printing makes it sure.
  private(set) var isByname = false

  /// A bracket that may hold the name a system is known by.
  init?(byname bracket: Bracket, in text: LinedText) {
    guard bracket.content.count <= ShortForm.longest else { return nil }
    let content = text.text(in: bracket.content)
    guard let name = NounPhrase.named(before: bracket.whole, in: text),
      ShortForm.mayBeByname(content, of: name.text), let bracketLines = text.lines(of: bracket.whole)
    else { return nil }
    short = content
    long = name.text
    lines = name.lines.union(bracketLines)
    isByname = true
  }

  init?(_ bracket: Bracket, in text: LinedText) {
    guard let form = ShortForm(bracket, in: text), let bracketLines = text.lines(of: bracket.whole) else {
      return nil
    }
    switch form {
    case .inside(let short):
      guard let name = NounPhrase.named(before: bracket.whole, in: text),
        Printing.isName(name.text, for: short)
      else { return nil }
      self.short = short
      long = name.text
      lines = name.lines.union(bracketLines)
    case .before(let short, let long):
      self.short = short
      self.long = long
      lines = text.lines(of: (bracket.whole.lowerBound - 1)..<bracket.whole.upperBound) ?? bracketLines
    }
  }

  func meansTheSame(as other: Printing) -> Bool {
    short == other.short
      && (long.squeezed.hasSuffix(other.long.squeezed) || other.long.squeezed.hasSuffix(long.squeezed))
  }

  /// Whether a text can be what `short` stands for: a name longer than it, or at least another than it.
  private static func isName(_ text: String, for short: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.count > (ShortForm.isAbbreviation(short) ? 2 : 1) && text.squeezed != short.squeezed
      && scalars.contains { $0.isKanji || $0.isKatakana || $0.isLatinLetter }
  }
}
