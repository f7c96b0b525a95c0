import PlanDocuments

/// Reads what a plan explains in its notes: `*小規模な店：売り場が…をいいます。`, `※「里山」とは、…`.
///
/// A note opens with `*` or `※`, with a number or without. The term is what stands in 「」 before とは, は or には, or before
/// a colon; words that say what kind of a note it is (注, 出所) are no term.
package struct GlossaryExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    var extraction = Extraction()
    for line in document.logicalLines {
      guard let note = GlossaryNote(Array(line.text.unicodeScalars)) else { continue }
      extraction.facts.append(
        Fact(
          kind: .definition, name: note.term, plan: document.plan.id,
          fields: [Field(.summary, .text(note.explanation), lines: line.range)],
          sources: [FactSource(lines: line.range, section: document.outline.path(at: line.range.first))]))
    }
    return extraction
  }
}

/// A note that explains a term.
private struct GlossaryNote {
  let term: String
  /// Without the mark and the term, its full stop kept.
  let explanation: String

  init?(_ scalars: [Unicode.Scalar]) {
    guard let first = scalars.first, first == "※" || first.widthFolded == "*" else { return nil }
    // `※1`, `*２`
    let rest = Array(scalars.dropFirst().drop { $0.isSpace || $0.decimalDigit != nil })
    guard let (term, end) = GlossaryNote.quoted(rest) ?? GlossaryNote.beforeColon(rest) else { return nil }
    let explanation = String(String.UnicodeScalarView(rest[end...])).trimmed
    guard GlossaryNote.isTerm(term), explanation.unicodeScalars.count >= 6 else { return nil }
    self.term = term
    self.explanation = explanation
  }

  /// `「里山」とは`, `「里山」には、` and the end behind it.
  private static func quoted(_ scalars: [Unicode.Scalar]) -> (String, Int)? {
    guard scalars.first == "「", let close = scalars.firstIndex(of: "」") else { return nil }
    let behind = scalars[(close + 1)...]
    let words = ["とは、", "とは，", "とは", "には、", "は、"]
    guard let word = words.first(where: { behind.starts(with: $0.unicodeScalars) }) else { return nil }
    return (String(String.UnicodeScalarView(scalars[1..<close])), close + 1 + word.unicodeScalars.count)
  }

  private static func beforeColon(_ scalars: [Unicode.Scalar]) -> (String, Int)? {
    guard let colon = scalars.prefix(32).firstIndex(where: { $0.widthFolded == ":" }) else { return nil }
    let term = String(String.UnicodeScalarView(scalars[..<colon])).trimmed
    return (term.hasSuffix("とは") ? String(term.dropLast(2)) : term, colon + 1)
  }

  private static func isTerm(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    // `（単位：千円）` has its colon in a bracket
    let isClosed = scalars.count { $0.widthFolded == "(" } == scalars.count { $0.widthFolded == ")" }
    return (2...30).contains(scalars.count) && isClosed && !kindsOfNote.contains(text)
      && scalars.contains { $0.isKanji || $0.isKatakana || $0.isLatinLetter }
      && !scalars.contains { "。、，；".unicodeScalars.contains($0) }
  }

  private static let kindsOfNote: Set<String> = [
    "注", "注記", "注意", "備考", "出所", "出典", "資料", "参考", "算出方法", "算定方法", "計算方法", "対象", "単位", "時点",
  ]
}
