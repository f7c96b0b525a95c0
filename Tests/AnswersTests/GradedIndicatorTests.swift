import Answers
import TestSupport
import Testing

/// Indicators with office, grade and rate as a document prints them, asked as projects are.
@Suite("Indicators that are graded") struct GradedIndicatorTests {
  private static let plan = """
    みどり市 総合戦略の検証

    | 重要業績評価指標 | 単位 | 基準値（令和元年度） | 実績値（令和5年度） | 目標値（令和6年度） | 達成率 | 達成状況 | 担当課 |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | 植樹の本数 | 本 | 100 | 250 | 200 | 150.0% | ◎ | 緑地課 |
    | 湖を訪れる人の数 | 人 | 800 | 842 | 1,200 | 10.5% | △ | 観光課 |
    | 転入と転出の差 | 人 | △312 | △148 | △100 | 77.4% | 〇 | 企画課 |
    | 木の学校の児童数 | 人 | 40 | 31 | 60 | 0.0% | × | 観光課 |

    """

  static let goldens: [(question: String, names: [String])] = [
    ("達成状況が×の指標は？", ["木の学校の児童数"]), ("評価が△か×のKPI", ["湖を訪れる人の数", "木の学校の児童数"]),
    ("KPIs rated ○", ["転入と転出の差"]), ("達成状況が◎でない指標", ["湖を訪れる人の数", "転入と転出の差", "木の学校の児童数"]),
    ("観光課の指標は？", ["湖を訪れる人の数", "木の学校の児童数"]), ("達成率が50%以上の指標", ["植樹の本数", "転入と転出の差"]),
    ("達成率が最も高い指標は？", ["植樹の本数"]), ("which KPIs got worse?", ["木の学校の児童数"]),
    ("目標を達成した指標は？", ["植樹の本数"]), ("評価が高い順に指標を2つ", ["植樹の本数", "転入と転出の差"]), ("評価が一番悪い指標は？", ["木の学校の児童数"]),
    ("which indicator has the best grade?", ["植樹の本数"]), ("木の学校の児童数の評価は？", ["木の学校の児童数"]),
    ("達成状況ごとの指標の数", ["◎", "△", "○", "×"]),
    ("担当課ごとのKPIの数", ["緑地課", "観光課", "企画課"]),
  ]

  @Test(arguments: goldens) func `office, grade and rate are asked for`(
    _ golden: (question: String, names: [String])
  ) throws {
    var assistant = try MidoriLibrary(text: Self.plan).assistant()
    #expect(
      assistant.ask(golden.question).readings.first?.items.map(\.name) == golden.names, "\(golden.question)")
  }

  @Test func `works that a document calls measures are shown beside projects`() throws {
    let text = """
      みどり市 健康づくりの進捗

      | 取組名 | 担当課 | 取組内容 | 評価 |
      | --- | --- | --- | --- |
      | 湖の体操の普及 | 健康課 | 体操の会を開く。 | C |
      | 歩く道の整備 | 道路課 | 道を直す。 | A |

      | 事業名 | 担当課 | 予算額 | 評価 |
      | --- | --- | --- | --- |
      | 森の診療所事業 | 健康課 | 1,200 | C |
      | 木の浴場事業 | 健康課 | 300 | B |
      """
    var assistant = try MidoriLibrary(text: text).assistant()
    let readings = assistant.ask("評価がCの取組は？").readings
    #expect(readings.map { $0.items.map(\.name) } == [["森の診療所事業"], ["湖の体操の普及"]])
  }
}
