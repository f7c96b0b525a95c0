import JapaneseText

/// What the title of a column says of its cells: `決算額（千円）`, `担当課`, `目標値（令和９年度）`, `H30 基準`.
struct ColumnTitle: Hashable, Sendable {
  enum Meaning: Hashable, Sendable {
    case number, code, overview, category, bureau, budget, settlement, cost, level, grade, direction, page
    /// What each row is about.
    case project, indicator, organization, plan
    case unit, sdgTargets, count, share, members, founded, adopted
    /// Whom or what a row is about, beside the name it shares with others: 男性, 20歳代.
    case subject
    case figure(Point.Role, YearMention?)
    /// A year alone: what is planned for it.
    case year(YearMention)
    /// A title that is known, and that no field is read from.
    case other
  }

  let meaning: Meaning
  /// What its bracket says the figures below are counted in: `千円`.
  private(set) var unit: String?
  /// The year in front of the title of an amount: `R4決算額`.
  private(set) var year: YearMention?

  init(_ meaning: Meaning) { self.meaning = meaning }

  /// nil for words that are no title known.
  init?(_ text: String) {
    // a cell of text is no title, and long ones are dear to read
    guard !text.isEmpty, text.utf8.count <= 120 else { return nil }
    let spaced = text.words.joined(separator: " ")
    if let found = ColumnTitle.figure(spaced) ?? ColumnTitle.figure(spaced.squeezed)
      ?? ColumnTitle.named(spaced)
    {
      (meaning, unit) = found
    } else if let (year, found) = ColumnTitle.amount(spaced.squeezed) {
      (meaning, unit) = found
      self.year = year
    } else {
      return nil
    }
  }

  /// `R4決算額`, `令和５年度予算（千円）`
  private static func amount(_ text: String) -> (YearMention, (Meaning, String?))? {
    let scalars = Array(text.unicodeScalars)
    guard let year = YearMention.read(scalars, at: 0, bareYears: true), !year.isRange,
      let found = named(String(String.UnicodeScalarView(scalars[year.range.upperBound...]))),
      [.budget, .settlement, .cost].contains(found.0)
    else { return nil }
    return (year, found)
  }

  /// The title of a whole column of figures of one time, or of one year's works.
  private static func figure(_ text: String) -> (Meaning, String?)? {
    switch IndicatorMark.columnKind(text) {
    case .name: return (.indicator, nil)
    case .figure(let role, let year): return (.figure(role, year), nil)
    case nil: break
    }
    let scalars = Array(text.unicodeScalars)
    guard let year = YearMention.read(scalars, at: 0, bareYears: true), !year.isRange else { return nil }
    return year.range.upperBound == scalars.count ? (.year(year), nil) : nil
  }

  private static func named(_ text: String) -> (Meaning, String?)? {
    let folded = text.squeezed
    let open = folded.firstIndex(of: "(") ?? folded.endIndex
    guard let meaning = words[String(folded[..<open])] ?? goals(in: folded) else { return nil }
    guard open < folded.endIndex, folded.last == ")" else { return (meaning, nil) }
    let inner = String(folded[folded.index(after: open)...].dropLast())
    return (meaning, unit(in: inner))
  }

  /// `関連するゴール`, `SDGs関連ターゲット`: the SDG's words in a title of any wording.
  private static func goals(in title: String) -> Meaning? {
    title.count <= 16 && ["ターゲット", "ゴール"].contains(where: { title.contains($0) }) ? .sdgTargets : nil
  }

  /// `千円`, `単位:千円`; nil for any other remark.
  static func unit(in remark: String) -> String? {
    let word = remark.droppingPrefix(of: ["単位:", "単位"]) ?? remark
    return ["円", "千円", "万円", "百万円", "億円"].contains(word) ? word : nil
  }

  private static let words: [String: Meaning] = {
    let lists: [(Meaning, String)] = [
      (.number, "番号 No No. NO NO. № # 整理番号 通番 連番 項番"),
      (.code, "コード 事業コード 事務事業コード 事業番号 施策コード"),
      (.project, "事業名 事務事業名 事務事業 事業名称 事務事業名称 事業の名称 取組名 取組名称 施策名 主な事業 主な取組 細事業名 計画事業名 実施事業名"),
      (.overview, "概要 事業概要 事業の概要 内容 事業内容 取組内容 取組概要 取組の内容 取組の概要 施策の概要 目的 事業目的 役割 活動内容 主な活動内容"),
      (.category, "分類 区分 事業区分 事業分類 分野 種別"),
      (.bureau, "担当課 所管課 担当部署 所管部署 担当部局 所管部局 所管局 担当局 担当 所管 主管課 課名 部局名 部局 担当課名 所管課名 担当所属 実施課"),
      (.budget, "予算 予算額 当初予算 当初予算額 予算現額 最終予算額"),
      (.settlement, "決算 決算額 決算見込額 実績額"),
      // neither planned nor spent, as far as the title tells
      (.cost, "事業費 総事業費 概算事業費 事業費合計 総額"), (.level, "達成度 達成状況区分 達成レベル"),
      (.grade, "評価 評価区分 総合評価 達成状況 評価結果 最終評価 判定 進捗 進捗状況 進捗評価 一次評価"),
      (.direction, "今後の方向性 方向性 今後の方向 方向"),
      (.page, "ページ 頁 掲載ページ 掲載頁"),
      (.organization, "団体名 団体名称 機関名 機関名称 組織名 構成団体 関係機関 関係団体 企業名 事業者名 団体"),
      (.plan, "計画名 計画名称 計画等の名称 計画の名称 個別計画名 関連計画 関連計画名 計画等名称"),
      (.unit, "単位"), (.sdgTargets, "SDGs SDGsのゴール SDGsゴール SDGsのターゲット SDGsターゲット ターゲット ゴール 関連するSDGs"),
      (.count, "件数 事業数 取組数 施策数 指標数 項目数"), (.share, "割合 構成比 比率"),
      (.members, "構成員 構成 会員 メンバー 構成メンバー 参加団体"), (.founded, "設立年 設立 設立年度 設立年月 発足 発足年"),
      (.adopted, "策定年月 策定年 策定時期 策定年度 策定 策定日 策定年月日"),
      (.subject, "対象 対象者 対象区分 属性 性別 年齢 年代 年齢区分"),
      (.other, "執行率 達成率 増減 備考 摘要 計画期間 期間 根拠法令 二次評価 開始年度 終了年度 連絡先 所在地 代表者 推移 出典 進捗率"),
    ]
    var words: [String: Meaning] = [:]
    for (meaning, names) in lists { for name in names.words { words[name.squeezed] = meaning } }
    return words
  }()
}
