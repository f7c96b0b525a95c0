import JapaneseText
import PlanDocuments

/// What became of each line of a plan: every line counts once, as the first of fact, unread, furniture, text, blank
/// that it is.
package struct Coverage: Hashable, Sendable {
  /// Lines in the plan; the sum of the five counts below.
  package let lines: Int
  /// Lines that a fact or one of its fields cites.
  package let facts: Int
  /// Lines of rows that look like facts and could not be read.
  package let unread: Int
  /// Page numbers, running heads and what else belongs to the page and not to the text.
  package let furniture: Int
  /// Other lines with text, which only search finds.
  package let text: Int
  package let blank: Int
  /// Lines of `text` that print a figure other than a year or their own label, ascending, 1-based.
  package let figuresWithoutFact: [Int]

  package init(of document: PlanDocument, _ extraction: Extraction) {
    let plan = document.plan
    var kinds = plan.lines.map { Coverage.isBlank($0) ? Kind.blank : .text }
    Coverage.mark(document.furniture.map { LineRange($0) }, as: .furniture, in: &kinds)
    Coverage.mark(extraction.unread.map(\.lines), as: .unread, in: &kinds)
    Coverage.mark(extraction.facts.flatMap(Coverage.cited), as: .fact, in: &kinds)
    let counts = Dictionary(grouping: kinds) { $0 }.mapValues(\.count)
    lines = kinds.count
    facts = counts[.fact] ?? 0
    unread = counts[.unread] ?? 0
    furniture = counts[.furniture] ?? 0
    text = counts[.text] ?? 0
    blank = counts[.blank] ?? 0
    figuresWithoutFact = kinds.indices.filter { kinds[$0] == .text && Coverage.printsFigure(plan.lines[$0]) }
      .map { $0 + 1 }
  }

  private enum Kind { case fact, unread, furniture, text, blank }

  /// Blank lines inside a range stay blank.
  private static func mark(_ ranges: [LineRange], as kind: Kind, in kinds: inout [Kind]) {
    for range in ranges {
      for i in kinds.indices.clamped(to: (range.first - 1)..<max(range.first - 1, range.last))
      where kinds[i] != .blank {
        kinds[i] = kind
      }
    }
  }

  /// What is said of a whole (a table that is kept, a count of what stands under a heading, what the parts of a total come to) cites
  /// all of it, and reads none of it.
  private static func cited(by fact: Fact) -> [LineRange] {
    guard fact.kind != .table else { return [] }
    return fact.sources.map(\.lines)
      + fact.fields.filter { $0.name != .childCount && $0.name != .partsSum }.map(\.lines)
  }

  private static func isBlank(_ line: String) -> Bool { line.unicodeScalars.allSatisfy(\.isSpace) }

  private static func printsFigure(_ line: String) -> Bool {
    let scalars = Array(line.trimmed.unicodeScalars)
    let years = YearMention.all(in: scalars)
    return Numeral.all(in: scalars).contains { numeral in
      !years.contains { $0.range.overlaps(numeral.range) } && !isLabel(numeral, in: scalars)
    }
  }

  /// `1.`, `(2)`, `３ ` at the start of a line, 第２期 anywhere.
  private static func isLabel(_ numeral: Numeral, in scalars: [Unicode.Scalar]) -> Bool {
    if numeral.range.lowerBound > 0, scalars[numeral.range.lowerBound - 1] == "第" { return true }
    guard numeral.range.lowerBound <= 1, numeral.range.upperBound < scalars.count else { return false }
    if numeral.range.lowerBound == 1, scalars[0].widthFolded != "(" { return false }
    let next = scalars[numeral.range.upperBound]
    return next.isSpace || ".)、．".unicodeScalars.contains(next.widthFolded)
  }
}
