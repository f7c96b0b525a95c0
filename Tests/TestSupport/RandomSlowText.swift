/// A text made to be slow at random: much of one thing, that no reader was written for, and that is drawn from a seed.
///
/// What there is much of is one of `Growth`; what it is made of is drawn from what readers look for: brackets, bullets, labels,
/// years, figures, rules, marks that belong to the letter before them.
package struct RandomSlowText: CustomStringConvertible, Sendable {
  /// What there is more of in a text of twice the size.
  package enum Growth: String, CaseIterable, Sendable {
    case lines, columns, lineLength, depth, paragraphs
  }

  package let growth: Growth
  /// The things a line or cell is made of; `#` stands for a number of its own.
  private let pieces: [String]
  private let opening: String
  private let closing: String
  private let divider: String
  private let width: Int
  private let ending: String
  private let hasHead: Bool

  package init(using random: inout SeededRandom) {
    growth = Growth.allCases.randomElement(using: &random) ?? .lines
    pieces = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.atoms.randomElement(using: &random) ?? "" }
        .joined()
    }
    (opening, closing) = Self.brackets.randomElement(using: &random) ?? ("(", ")")
    divider = ["|", "\t", "  ", "　", "、", ",", "・", "", " | "].randomElement(using: &random) ?? ""
    width = [1, 2, 3, 5, 12, 40].randomElement(using: &random) ?? 1
    ending = ["\n", "\n", "\n", "\r\n", "\n\n", "\u{C}\n", "。\n"].randomElement(using: &random) ?? "\n"
    hasHead = Bool.random(using: &random)
  }

  package var description: String {
    "\(growth.rawValue) of \(pieces) in \(opening)\(closing), \(width) by \(String(reflecting: divider)), "
      + "ended by \(String(reflecting: ending)), \(hasHead ? "with" : "without") a head"
  }

  /// About so many pieces, below a title.
  package func text(_ count: Int) -> String {
    "みどり市 計画\n\n" + (hasHead ? head + ending : "") + body(count) + "\n"
  }

  private func body(_ count: Int) -> String {
    switch growth {
    case .lines: lines(count / width, width)
    case .columns: lines(3, count / 3)
    case .lineLength: row(0, 2) + String(repeating: opening + cell(1) + closing, count: count) + ending
    case .depth:
      lines(2, width) + String(repeating: opening + pieces[0], count: count) + cell(7)
        + String(repeating: closing, count: count) + ending
    case .paragraphs:
      (0..<(count / (width + 1))).map { cell($0) + "\n\n" + lines(1, width) + "\n" }.joined()
    }
  }

  /// A head as tables have it, of as many columns as a line.
  private var head: String {
    let names = ["指標", "現状（令和２年度）", "目標値", "単位", "担当課", "説明"]
    return (0..<width).map { names[$0 % names.count] }.joined(separator: divider)
  }

  private func lines(_ count: Int, _ width: Int) -> String {
    (0..<count).map { row($0 * width, width) + ending }.joined()
  }

  private func row(_ number: Int, _ width: Int) -> String {
    (0..<width).map { cell(number + $0) }.joined(separator: divider)
  }

  private func cell(_ number: Int) -> String {
    pieces[number % pieces.count].replacing("#", with: "\(number)")
  }

  private static let brackets = [
    ("（", "）"), ("(", ")"), ("「", "」"), ("【", "】"), ("[", "]"), ("〔", "〕"), ("<", ">"), ("『", ""), ("", "）"),
  ]

  private static let atoms: [String] =
    ("#¦#¦#¦緑¦ア¦か\u{3099}¦\u{3099}¦\u{FE0F}¦a¦9¦１¦万¦〇¦①¦１２,３４５¦0.5%¦▲¦△¦…¦・・・¦－¦ー¦"
    + "~¦→¦➡¦※¦*¦#️⃣¦- ¦・¦● ¦＊¦第#章 ¦第#節¦(#) ¦#. ¦ア ¦（¦）¦「¦」¦(¦)¦|¦\t¦  ¦　¦\u{200B}¦"
    + "\u{C}¦\r¦\u{2028}¦\u{85}¦\u{1B}[0m¦令和#年度¦令和３年度¦R5¦2025年度¦平成20年¦現状¦目標値¦"
    + "指標¦指標：¦実績¦事業¦事業名¦担当課¦達成度¦予算額¦（単位：千円）¦とは、¦のことをいう。¦"
    + "（以下「#」という。）¦を推進します。¦目次¦件¦%¦円¦千円¦以上¦合計¦計¦---¦===¦<td>¦&amp;¦\"¦,¦"
    + ":¦：¦1234567890¦あいうえおかきくけこ¦https://example.jp/#¦#-#¦P#")
    .unicodeScalars.split(separator: "¦").map(String.init)
}

extension SlowQuestion {
  /// A question of as many characters, of words drawn at random, each kind as often as it comes.
  package static func random(_ count: Int, using random: inout SeededRandom) -> String {
    let words = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      self.words.randomElement(using: &random) ?? "緑"
    }
    return String(String(repeating: words.joined(), count: count).unicodeScalars.prefix(count))
  }

  private static let words =
    ("事業¦指標¦の¦は¦と¦より¦予算¦達成度¦3以上¦令和3年度¦R5¦ない¦以外¦一覧¦合計¦最も¦多い¦（¦「¦"
    + "」¦、¦ ¦何件¦「緑」¦緑¦川¦か\u{3099}¦\u{3099}¦目標¦計画¦1¦％¦or ¦and ¦not ¦projects ¦where ¦"
    + "level = 1 ¦その¦2番目¦なぜ¦とは¦比べて¦増えた¦から¦まで¦ごと¦上位¦\"¦under ¦a¦・")
    .unicodeScalars.split(separator: "¦").map(String.init)
}
