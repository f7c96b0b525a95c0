import Answers
import TestSupport
import Testing

/// A list with columns that no field claims: their heads, as printed, are fields of questions.
@Suite("Columns that no field claims") struct ColumnTests {
  private static let plan = """
    みどり市 繰越事業一覧（単位：千円）

    | 事業名 | 担当課 | 工事名等 | 繰越額 | 財源内訳（千円） › 一般財源 | 進捗率 | 繰越理由・経過 |
    | --- | --- | --- | --- | --- | --- | --- |
    | 植樹推進事業 | 緑地課 | 並木の植え替え | 12,000 | 2,000 | 40% | 苗木の納期が延びたため |
    | 木工教室開催事業 | 産業課 | 工房の改修 | 900 | － | 75% | 部品の納期が延びたため |
    | 湖岸清掃事業 | 緑地課 | 桟橋の補修 | 130,400 | 30,400 | 10% | 地権者との協議のため |

    """

  /// What is answered, as transcripts have it.
  static let goldens: [(question: String, said: String)] = [
    (
      "繰越額が1千万円以上の事業は？",
      """
        projects where column "繰越額" >= 10000000 "円" (2)
          植樹推進事業; 湖岸清掃事業
          note: column "繰越額" is counted in 千円
      """
    ),
    (
      "繰越額が1億以上の事業",
      """
        projects where column "繰越額" >= 100000000 (1)
          湖岸清掃事業
          note: column "繰越額" is counted in 千円
      """
    ),
    (
      "緑地課の繰越額の合計は？",
      """
        sum of column "繰越額" of projects where bureau = "緑地課" (2, 142400千円)
          植樹推進事業; 湖岸清掃事業
          note: column "繰越額" is counted in 千円
      """
    ),
    (
      "一般財源がいちばん多い事業",
      """
        projects sort by column "一般財源" descending limit 1 (3)
          湖岸清掃事業
          note: column "一般財源" is counted in 千円
          note: 1 without column "一般財源" left out of the order
      """
    ),
    (
      "植樹推進事業の進捗率は？",
      """
        column "進捗率" of projects named "植樹推進事業" (1)
          植樹推進事業
      """
    ),
    (
      "進捗率が50%未満の事業",
      """
        projects where column "進捗率" < 50 (2)
          植樹推進事業; 湖岸清掃事業
      """
    ),
    (
      "繰越理由に納期とある事業",
      """
        projects where column "繰越理由" contains "納期" (2)
          植樹推進事業; 木工教室開催事業
      """
    ),
    (
      "工事名が桟橋の補修の事業",
      """
        projects where column "工事名" contains "桟橋の補修" (1)
          湖岸清掃事業
      """
    ),
    (
      "課ごとの繰越額の合計",
      """
        table of count, sum of column "繰越額" by bureau of projects (2)
          緑地課 count 2 sum 142400 unit 千円; 産業課 count 1 sum 900 unit 千円
      """
    ),
  ]

  private static let list = """
    みどり市 公共施設の計画

    第２章 施設一覧

    木造の施設は森にある。

    | 施設類型 | No. | 施設名 | 延床面積（㎡） | 利用者数（人） › R4 | 利用者数（人） › R5 | 維持管理費（千円） |
    | --- | --- | --- | --- | --- | --- | --- |
    | 集会施設 | 1 | 湖の公民館 | 2,418 | 31,240 | 34,871 | 28,640 |
    | 集会施設 | 2 | 森の集会所 | 864 | 9,812 | 10,455 | 7,215 |
    | 学校 | 3 | 湖の学校 | 6,310 | － | － | 41,870 |

    """

  /// Of a table that is kept plain, figures are asked by the heads of its columns; what names none of several is not asked of all of them.
  static let figures: [(question: String, said: String)] = [
    (
      "延床面積が2000平米以上の施設は？",
      """
        figures where table = "第２章 施設一覧" and column = "延床面積（㎡）" and isTotal is missing and amount >= 2000 (2)
          集会施設 › 湖の公民館; 学校 › 湖の学校
      """
    ),
    (
      "維持管理費が一番高い施設",
      """
        figures where table = "第２章 施設一覧" and column = "維持管理費（千円）" and isTotal is missing sort by amount descending limit 1 (3)
          学校 › 湖の学校
      """
    ),
    (
      "湖の公民館の利用者数は？",
      """
        amount of figures named "集会施設 › 湖の公民館" where table = "第２章 施設一覧" and (column = "利用者数（人）› R4" or column = "利用者数（人）› R5") (2)
          集会施設 › 湖の公民館; 集会施設 › 湖の公民館
        passages matching "湖の公民館の利用者数" (1)
          第２章 施設一覧
          incomplete: no passage holds all of 公民館, 利用者数
      """
    ),
    // what may be a cell of another column is not left out of a bound, nor a figure out of a list
    (
      "延床面積が2000平米以上で木造の施設",
      """
        invalid
        "以上" compares, and with what is not understood; name a field and a number [11..<13]
      """
    ),
    (
      "facilities built before 1980",
      """
        noMatch
        passages matching "facilities built before 1980" (0)
        unknown: built
        try: facilities (1)
      """
    ),
    (
      "湖の公民館と森の集会所の合計は？",
      """
        invalid
        figures in unlike units can't be reckoned together: m2, 人, 円 [0..<16]
      """
    ),
    (
      "築年数が50年を超える施設",
      """
        noMatch
        passages matching "築年数が50年を超える施設" (0)
        unknown: 築年数
        try: 施設 (1)
      """
    ),
  ]

  /// A plain list whose rows say something in words, too.
  static let facilities = """
    みどり市の施設

    第３章 施設一覧

    木造の施設は森にある。

    | 施設名 | 構造 | 建築年度 | 延床面積（㎡） | 健全度（点） | 今後の方針 |
    | --- | --- | --- | --- | --- | --- |
    | 湖の公民館 | RC造 | S57 | 2,418 | 58 | 長寿命化 |
    | 森の集会所 | 木造 | H3 | 864 | 71 | 維持 |
    | 丘の体育館 | S造 | S63 | 1,098 | 55 | 長寿命化 |
    | 谷の資料館 | 木造 | S61 | 164 | 49 | 廃止 |

    """

  /// What rows say in words chooses them, alone and beside figures; where it can't, nothing is left out in silence.
  static let worded: [(question: String, said: String)] = [
    (
      "木造の施設は？",
      """
        figures where table = "第３章 施設一覧" and column "構造" = "木造" and column = "延床面積（㎡）" and isTotal is missing (2)
          森の集会所; 谷の資料館
        passages matching "木造の施設" (3)
          第３章 施設一覧; 第３章 施設一覧; 第３章 施設一覧
      """
    ),
    (
      "木造で健全度が60点以下の施設",
      """
        figures where table = "第３章 施設一覧" and column "構造" = "木造" and column = "健全度（点）" and isTotal is missing and amount <= 60 (1)
          谷の資料館
        passages matching "木造で健全度が60点以下の施設" (1)
          第３章 施設一覧
          incomplete: no passage holds all of 木造, 健全, 60, 以下, 施設
      """
    ),
    (
      "方針が長寿命化の施設はいくつ？",
      """
        count of figures where table = "第３章 施設一覧" and column "今後の方針" = "長寿命化" and column = "延床面積（㎡）" and isTotal is missing (2, 2件)
          湖の公民館; 丘の体育館
      """
    ),
    (
      "丘の体育館の構造は？",
      """
        column "構造" of figures named "丘の体育館" where table = "第３章 施設一覧" and column = "延床面積（㎡）" and isTotal is missing (1)
          丘の体育館
      """
    ),
    (
      "木造以外の施設",
      """
        invalid
        "以外の" leaves something out, and what is not understood; put the name or the condition right beside it [2..<5]
      """
    ),
  ]

  @Test("of words choose rows", arguments: worded)
  func chosen(_ golden: (question: String, said: String)) throws {
    let library = try MidoriLibrary(text: Self.facilities)
    let said = try Transcript.replay("> " + golden.question, with: library.assistant)
    #expect(said == "> \(golden.question)\n" + golden.said)
  }

  @Test("of plain tables are named, or none is meant", arguments: figures)
  func plain(_ golden: (question: String, said: String)) throws {
    let library = try MidoriLibrary(text: Self.list)
    let said = try Transcript.replay("> " + golden.question, with: library.assistant)
    #expect(said == "> \(golden.question)\n" + golden.said)
  }

  @Test("are compared, added up, ordered and shown by their heads", arguments: goldens)
  func golden(_ golden: (question: String, said: String)) throws {
    let library = try MidoriLibrary(text: Self.plan)
    let said = try Transcript.replay("> " + golden.question, with: library.assistant)
    #expect(said == "> \(golden.question)\n" + golden.said)
  }
}
