import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

/// Texts that are no plans: nothing but headings, abbreviations in brackets, and the figures of their tables may be found in them.
@Suite("Texts that are no plans") struct NoPlanTests {
  static let texts: [(name: String, text: String)] = [
    (
      "a read-me",
      """
      # みどり検索

      日本語の文書を検索するための小さなツールです。

      ## インストール

      1. リポジトリを取得します。
      2. `make install` を実行します。

      | オプション | 既定値 | 説明 |
      |---|---|---|
      | --limit | 10 | 件数 |
      | --format | text | 出力の形式 |

      ## 変更履歴

      - 1.2.0（2023年4月）: 速度を30%改善
      - 1.1.0（2022年10月）: 評価: A の表示を追加

      目標：100万件を1秒で検索すること。現状：3秒。
      """
    ),
    (
      "a novel",
      """
      　第一章　春

      　吾輩は市役所に住む猫である。名前はまだない。令和三年の春、三毛が二匹の子を産んだ。
      「達成度は四だよ」と課長は言った。「目標は五だったのに」
      　事業名：猫、と書かれた箱が廊下の隅に置いてある。箱の中には鰹節が三本、目刺しが五匹あった。
      　みどり川の会は、一九九八年に設立された。そう書いた看板が風に鳴っている。

      　第二章　夏

      ○猫の会議
      　会議は夜の八時に始まった。出席は十二匹、議題は一つ。
      """
    ),
    (
      "a table of something else",
      """
      | 品名 | 価格 | 数量 | 評価 |
      |---|---|---|---|
      | りんご | 120円 | 3 | A |
      | みかん | 80円 | 12 | B |
      | 合計 | 200円 | 15 | |

      | 区分 | 令和３年度 | 令和４年度 | 増減 |
      |---|---|---|---|
      | 人口 | 40,312人 | 39,875人 | ▲437人 |

      | 年月日 | 内容 |
      |---|---|
      | 令和４年５月１０日 | 第１回審議会 |
      """
    ),
    (
      "values between commas",
      """
      id,name,budget,target
      1,alpha,1000,90
      2,beta,2000,80
      番号,品名,予算額,決算額
      1,机,1000,980
      """
    ),
    (
      "values between tabs", "日付\t品名\t価格\t担当\n2023-04-01\t机\t12,000\t田中\n2023-04-02\t椅子\t3,400\t鈴木\n"
    ),
    (
      "a program",
      """
      // 評価：達成度を計算する
      func level(of target: Int, actual: Int) -> Int {
        let rate = Double(actual) / Double(target)  // 目標: 100, 実績: 90
        if rate >= 1.0 { return 3 }
        return rate >= 0.8 ? 4 : 5
      }
      | a || b |
      """
    ),
    (
      "a log",
      """
      2023-04-01 12:00:01 INFO  [worker-1] 索引の作成を開始しました (件数=12000)
      2023-04-01 12:00:05 WARN  [worker-1] 実績: 900件 目標: 1000件
      2023-04-01 12:00:09 ERROR [worker-2] 指標 latency_p99=120ms
      ○ tests passed
      ● tests failed (3)
      """
    ),
    (
      "minutes",
      """
      第３回みどり市創生会議　議事録
      日時　令和５年８月１０日（木）１４時～１６時
      場所　市役所３階会議室
      出席　委員８名、事務局４名
      １　開会
      ２　議事
      委員：目標値が高すぎるのではないか。
      事務局：現状は５割程度である。
      委員：評価はＢでよい。
      """
    ),
  ]

  private static func invented(_ text: String) -> [String] {
    let document = PlanDocument(reading: Plan(id: "x", path: "x", text: text))
    return Extraction(reading: document).facts
      .filter { $0.kind != .heading && $0.kind != .definition && !isOfPlainTable($0) }
      .map { "\($0.kind.rawValue) \($0.name): \($0.fields.map(\.name))" }
  }

  /// A figure of a drawn table, under its row and its column, or the table.
  private static func isOfPlainTable(_ fact: Fact) -> Bool {
    guard fact.kind == .figure || fact.kind == .table else { return false }
    return texts.contains { text in
      fact.sources.allSatisfy { source in
        let lines = text.text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.contains(source.lines.last - 1)
          && (lines[source.lines.last - 1].hasPrefix("|") || lines[source.lines.last - 1].contains("\t"))
      }
    }
  }

  @Test func `what their tables print is kept under its row and its column, and is nothing else`() {
    let facts = Self.texts.flatMap { text in
      Extraction(reading: PlanDocument(reading: Plan(id: "x", path: "x", text: text.text))).facts.filter {
        $0.kind == .figure
      }
    }
    #expect(
      facts.map { "\($0.name) / \($0.text(.column) ?? "-") = \($0.text(.text) ?? "")" } == [
        "--limit / 既定値 = 10", "りんご / 価格 = 120円", "りんご / 数量 = 3", "みかん / 価格 = 80円", "みかん / 数量 = 12",
        "合計 / 価格 = 200円", "合計 / 数量 = 15", "人口 / 令和３年度 = 40,312人", "人口 / 令和４年度 = 39,875人",
        "人口 / 増減 = ▲437人", "2023-04-01 › 机 / 価格 = 12,000", "2023-04-02 › 椅子 / 価格 = 3,400",
      ])
  }

  @Test("hold no facts", arguments: texts.indices)
  func none(_ i: Int) {
    #expect(Self.invented(Self.texts[i].text) == [], "\(Self.texts[i].name)")
  }

  @Test func `ten thousand random lines hold no facts`() {
    var random = SeededRandom(seed: 7)
    let alphabet = Array("あいうのをはがに市町計画事業評価目標実績指標値年度月日第１２３456789一二三。、・（）「」｜| ○●■：abcXYZ-".unicodeScalars)
    let lines = (0..<10_000).map { _ in random.scalars(of: alphabet, count: 0...40).string }
    #expect(Self.invented(lines.joined(separator: "\n")) == [], "seed 7")
  }
}
