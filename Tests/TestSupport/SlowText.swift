/// Texts made to be slow: each kind is much of one thing that some reader might go over again and again.
package enum SlowText: String, CaseIterable, Sendable {
  case openBrackets, nestedBrackets, quotes, voicedKana, marks, pipeColumns, tabColumns, spacedColumns,
    longLine, letters
  case digits, oneCharacterLines, pipeRows, tabRows, indicatorRows, headings, chapters, contents, bullets,
    labels
  case formFeeds, definitions, shortForms, fragments, figures, sheets

  /// Units (characters, columns, rows, whatever the kind has many of) that an answer within a second was asked for.
  package var size: Int {
    switch self {
    case .openBrackets, .nestedBrackets, .quotes: 4_000
    case .voicedKana, .marks: 8_000
    case .pipeColumns, .tabColumns, .spacedColumns: 1_142
    case .longLine: 333_000
    case .letters: 1_000_000
    case .digits, .oneCharacterLines, .pipeRows: 100_000
    case .tabRows, .indicatorRows, .headings, .bullets, .fragments, .formFeeds: 20_000
    case .chapters, .contents, .labels, .figures: 10_000
    case .definitions, .shortForms: 5_000
    case .sheets: 1_500
    }
  }

  /// The text with so many units, below a title.
  package func text(_ count: Int) -> String { "みどり市 計画\n\n" + body(count) + "\n" }

  private func body(_ count: Int) -> String {
    switch self {
    case .openBrackets: repeated("(", count)
    case .nestedBrackets: repeated("（", count) + "緑" + repeated("）", count)
    case .quotes: repeated("「", count)
    case .voicedKana: repeated("か\u{3099}", count)
    case .marks: "か" + repeated("\u{3099}", count)
    case .pipeColumns: columns(count, "|", rule: true)
    case .tabColumns: columns(count, "\t", rule: false)
    case .spacedColumns: columns(count, "  ", rule: false)
    case .longLine: repeated("あいうえおかきくけこ", count / 10)
    case .letters: repeated("a", count)
    case .digits: repeated("9", count)
    case .oneCharacterLines: repeated("緑\n", count)
    case .pipeRows: "| 区 | 数 |\n|---|---|\n" + each(count) { "| 地区\($0) | \($0)件 |\n" }
    case .tabRows: "区\t令和３年度\t令和４年度\n" + each(count) { "地区\($0)\t\($0)件\t\($0)件\n" }
    case .indicatorRows:
      "指標\t現状（令和２年度）\t目標（令和７年度）\n" + each(count) { "指標名\($0)\t\($0)件\t\($0)件\n" }
    case .headings: each(count) { "(\($0 % 9 + 1)) 見出し\($0)\n" }
    case .chapters: each(count) { "第\($0)章 緑\n\n本文です。\n" }
    case .contents: "目次\n" + each(count) { "第\($0)章 緑 …… \($0)\n" }
    case .bullets: repeated("・あいう\n", count)
    case .labels: repeated("指標：緑\n現在 2020年度\n", count)
    case .formFeeds: repeated("\u{C}\n", count)
    case .definitions: each(count) { "「用語\($0)」とは、言葉のことをいう。\n" }
    case .shortForms: each(count) { "緑の推進会議\($0)（以下「会議\($0)」という。）を開く。\n" }
    case .fragments: repeated("あ い う え\n", count)
    case .figures: each(count) { "その他\($0) 12,\(100 + $0 % 900) 5.\($0 % 10)%\n" }
    case .sheets:
      each(count) {
        "\($0) \(10_100_000 + $0) 事業名\($0) その他\n\n説明です。\n\n●一つを改修\n\n150,000 149,000 3 P1\n\n"
      }
    }
  }

  private func repeated(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }
  private func each(_ count: Int, _ line: (Int) -> String) -> String { (0..<count).map(line).joined() }

  private func columns(_ count: Int, _ divider: String, rule: Bool) -> String {
    func row(_ cell: (Int) -> String) -> String {
      let cells = (0..<count).map(cell).joined(separator: divider)
      return rule ? divider + cells + divider + "\n" : cells + "\n"
    }
    return row { "項目\($0)" } + (rule ? row { _ in "--" } : "") + row { "\($0)件" }
  }
}

/// Questions made to be slow, of as many characters as are read.
package enum SlowQuestion: String, CaseIterable, Sendable {
  case bracket = "("
  case quote = "「"
  case han = "川"
  case kana = "の"
  case voiced = "か\u{3099}"
  case digit = "9"
  case numeral = "万"
  case letter = "a"
  case document = "計画"
  case comparison = "3以上"
  case year = "令和3年度"
  case denial = "ない"
  case things = "事業の"
  case canonicalBrackets = "projects where ("
  case canonicalNots = "projects where not "

  package func text(_ count: Int) -> String {
    switch self {
    case .canonicalBrackets, .canonicalNots:
      let piece = rawValue.split(separator: " ").last.map(String.init) ?? ""
      return "projects where " + String(repeating: piece + " ", count: max(0, count - 15) / (piece.count + 1))
    default: return String(String(repeating: rawValue, count: count).unicodeScalars.prefix(count))
    }
  }
}
