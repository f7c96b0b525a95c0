/// The titles that tables and sheets give to their columns and lines, as far as reading lines needs them.
enum TitleWords {
  /// Whether a line is nothing but a title, letter-spaced or not, perhaps with its year: `指　標`, `担当課`, `R5決算`.
  static func isTitle(_ line: LineText) -> Bool {
    let dense = line.scalars.dense
    if words.contains(dense) { return true }
    guard dense.count < 14, dense.contains(where: \.isDigit) else { return false }
    let head = HeadText(dense.text)
    return head.year != nil && head.names.contains { words.contains(Array($0.unicodeScalars)) }
  }

  /// Whether a line opens with a title that a colon or a space sets apart: `担当課：こども課`, `評価　Ｂ`.
  static func opens(_ line: LineText) -> Bool {
    guard let end = line.scalars.prefix(14).firstIndex(where: { $0 == "：" || $0 == ":" || $0 == "\u{3000}" })
    else { return false }
    return words.contains(line.scalars[..<end].dense)
  }

  private static let words: Set<[Unicode.Scalar]> = Set(
    [
      "指標", "指標名", "成果指標", "活動指標", "評価指標", "目標指標", "数値目標", "評価項目", "項目", "単位", "現状", "現状値", "現況値", "現在値",
      "直近値", "目標", "目標値", "中間目標", "中間目標値", "最終目標", "最終目標値", "基準値", "策定時", "計画策定時", "中間評価", "実績", "実績値", "達成度",
      "達成率", "達成状況", "評価", "総合評価", "一次評価", "二次評価", "判定", "担当", "担当課", "担当部署", "所管課", "所管部署", "主管課", "事業名",
      "事務事業名", "取組名", "施策名", "事業費", "予算", "予算額", "決算", "決算額", "備考", "今後の方向性", "整理番号",
    ].map { Array($0.unicodeScalars) })
}
