import JapaneseText
import PlanDocuments

/// Reads what a glossary explains line by line, a term and its text below it or behind a colon:
///
///     用語集
///     ■アセスメント
///     　支援を必要とする人の状態を調べ、分析すること。
///
/// A glossary is what stands below a line that says so, as far as the next line of its kind that says something else.
struct TermBlocks {
  let document: PlanDocument

  func facts(where isOpen: (Int) -> Bool) -> [Fact] {
    var facts: [Fact] = []
    var isGlossary = false
    var term: (text: String, line: Int)?
    var text: [String] = []
    var last = 0
    func close() {
      defer { (term, text) = (nil, []) }
      guard let term, !text.isEmpty else { return }
      let joined = text.joined().joiningJapanese
      guard joined.hasSuffix("。"), (8...600).contains(joined.unicodeScalars.count) else { return }
      let lines = LineRange(term.line, last)
      facts.append(
        Fact(
          kind: .definition, name: term.text, plan: document.plan.id,
          fields: [Field(.summary, .text(joined), lines: lines)],
          sources: [FactSource(lines: lines, section: document.outline.path(at: term.line))]))
    }
    for (i, line) in document.plan.lines.enumerated() {
      let bare = line.trimmed
      if TermBlocks.opensGlossary(bare) {
        close()
        isGlossary = true
        continue
      }
      guard isGlossary, !bare.isEmpty, line.utf8.count < 1_000 else { continue }
      guard isOpen(i + 1), !line.contains("\t"), bare.unicodeScalars.first != "|" else {
        close()
        continue
      }
      if TermBlocks.isIndex(bare) {
        close()
      } else if let (marked, rest) = TermBlocks.term(bare), text.isEmpty || text.last?.hasSuffix("。") ?? false
      {
        close()
        term = (marked, i + 1)
        text = rest.isEmpty ? [] : [rest]
        last = i + 1
      } else if term != nil, text.isEmpty || i + 1 - last < 3 {
        text.append(bare)
        last = i + 1
      } else {
        close()
      }
    }
    close()
    return facts
  }

  /// `用語集`, `資料４ 用語解説`, `第６章 用語の説明`.
  private static func opensGlossary(_ line: String) -> Bool {
    let dense = line.squeezed
    return dense.unicodeScalars.count <= 20
      && ["用語集", "用語解説", "用語の解説", "用語説明", "用語の説明", "用語の定義"].contains {
        dense.hasSuffix($0) || dense.hasSuffix($0 + "】")
      }
  }

  /// What a glossary is ordered by: `【カ行】`, `あ`.
  private static func isIndex(_ line: String) -> Bool {
    let bare = line.unicodeScalars.filter { !"【】［］[]〔〕■●○".unicodeScalars.contains($0) }
    return bare.count == 1 || bare.count == 2 && bare.last == "行"
  }

  /// What a mark sets off as a term (`■権利擁護`, `【ＮＰＯ】`), with what stands behind it on the line.
  private static func term(_ line: String) -> (String, rest: String)? {
    var scalars = Array(line.unicodeScalars)
    guard let first = scalars.first, scalars.count > 2 else { return nil }
    let isMarked = "■□●○◆◇◎▼▶・*＊".unicodeScalars.contains(first)
    if isMarked { scalars.removeFirst() }
    if !isMarked, first == "【" || first == "「" || first == "［",
      let close = scalars.firstIndex(where: { "】」］".unicodeScalars.contains($0) })
    {
      let name = String(String.UnicodeScalarView(scalars[1..<close])).trimmed
      let rest = String(String.UnicodeScalarView(scalars[(close + 1)...])).trimmed
      return isTerm(name) ? (name, rest) : nil
    }
    if let colon = scalars.prefix(32).firstIndex(where: { $0 == "：" || $0 == ":" }) {
      let name = String(String.UnicodeScalarView(scalars[..<colon])).trimmed
      return isTerm(name) ? (name, String(String.UnicodeScalarView(scalars[(colon + 1)...])).trimmed) : nil
    }
    let name = String(String.UnicodeScalarView(scalars)).trimmed
    return isMarked && isTerm(name) ? (name, "") : nil
  }

  private static func isTerm(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return (2...40).contains(scalars.count)
      && scalars.contains { $0.isKanji || $0.isKatakana || $0.isLatinLetter }
      && !scalars.contains { "。、，；".unicodeScalars.contains($0) }
  }
}
