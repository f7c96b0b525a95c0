/// The words of the canonical language beside those of its Japanese form, which stand for each other one by one.
package enum CanonicalWords {
  /// English word, Japanese word.
  static let pairs: [(english: String, japanese: String)] = [
    // kinds
    ("projects", "事業"), ("indicators", "指標"), ("measures", "定量実績"), ("evaluations", "評価"),
    ("headings", "見出し"), ("organizations", "団体"), ("plans", "計画"), ("figures", "統計値"), ("tables", "表"),
    ("documents", "文書"), ("passages", "本文"),
    // fields
    ("number", "番号"), ("code", "コード"), ("category", "区分"), ("bureau", "局"), ("overview", "概要"),
    ("budget", "予算"), ("settlement", "決算"), ("budgets", "各年度予算"), ("settlements", "各年度決算"),
    ("budgetYear", "予算年度"), ("settlementYear", "決算年度"),
    ("level", "達成度"), ("levelRank", "達成順位"), ("levelText", "達成区分"), ("levelRevised", "目標変更後"),
    ("originalLevel", "当初達成度"), ("page", "ページ"), ("measures", "取組指標"), ("parent", "上位"),
    ("current", "現状"), ("schedule", "予定"), ("results", "取組実績"), ("changedTargets", "変更後目標"),
    ("points", "各数値"), ("sdgTargets", "SDGsターゲット"), ("note", "注記"), ("repeated", "再掲"),
    ("actual", "実績"), ("target", "目標"), ("unit", "単位"), ("met", "目標達成"), ("project", "関連事業"),
    ("subject", "評価対象"), ("grade", "評定"), ("gradeText", "評定内容"), ("direction", "方向性"),
    ("directionText", "方向性内容"), ("count", "件数"), ("share", "割合"), ("outcome", "成果"), ("label", "ラベル"),
    ("depth", "階層"), ("childCount", "下位数"), ("rank", "呼称"), ("members", "構成員"), ("foundedYear", "設立年"),
    ("area", "分野"), ("summary", "説明"), ("adoptedYear", "策定年"), ("adoptedMonth", "策定月"), ("kind", "種類"),
    ("text", "原文"), ("table", "表題"), ("column", "列"), ("amount", "数量"), ("scale", "倍率"),
    ("fiscalYear", "年度"), ("calendarYear", "暦年"), ("isTotal", "合計行"), ("partsSum", "内訳の計"), ("rows", "行数"),
    ("columns", "列数"),
    ("readAs", "読取種別"), ("attributes", "属性"), ("achievementRate", "記載達成率"), ("achievement", "達成率"),
    ("improvement", "改善幅"),
    ("adoptedFiscalYear", "策定年度"), ("schedule.fiscalYear", "予定年度"), ("name", "名称"), ("document", "文書名"),
    // points
    ("point", "数値"), ("baseline", "基準"), ("value", "値"), ("bound", "上下限"), ("period", "期間"),
    // reckoning
    ("sum", "合計"), ("average", "平均"), ("maximum", "最大"), ("minimum", "最小"), ("difference", "差"),
    ("most", "最多の"), ("least", "最少の"),
    ("comparison", "比較"), ("course", "推移"), ("definition", "定義"), ("list", "一覧"),
    // conditions
    ("named", "名前"), ("matching", "語"), ("about", "話題"), ("under", "配下"), ("also in", "併載"), ("in", "出典"),
    ("in", "期"),
    ("and", "かつ"), ("or", "または"), ("not", "除く"), ("among", "次の中"), ("contains", "含む"),
    ("starts with", "前方一致"), ("is missing", "記載なし"), ("true", "真"), ("false", "偽"),
    // orders, behind what they are of
    ("descending", "の大きい順"), ("ascending", "の小さい順"), ("limit", "件まで"), ("item", "番目"), ("each", "ごとの"),
    ("of", "の"), ("with", "と"),
  ]

  /// Of two words for one, the first is a kind's and the second a field's.
  private static let kinds = Dictionary(
    pairs.map { ($0.english, $0.japanese) }, uniquingKeysWith: { first, _ in first })
  private static let written = Dictionary(
    pairs.map { ($0.english, $0.japanese) }, uniquingKeysWith: { $1 })
  /// Longest first.
  static let read = pairs.map { (japanese: Array($0.japanese.unicodeScalars), english: $0.english) }
    .sorted { $0.japanese.count > $1.japanese.count }

  /// The Japanese word for a kind of things; itself where there is none.
  package static func japanese(kind: String) -> String { kinds[kind] ?? kind }

  /// The Japanese word for any other of the canonical language, also for words with a dot (`target.value`); itself where there is
  /// none.
  package static func japanese(_ word: String) -> String {
    if let japanese = written[word] { return japanese }
    return word.split(separator: ".", omittingEmptySubsequences: false)
      .map { written[String($0)] ?? String($0) }.joined(separator: ".")
  }
}
