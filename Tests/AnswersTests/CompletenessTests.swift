import Answers
import JapaneseText
import PlanDocuments
import PlanLibrary
import Questions
import TestSupport
import Testing

/// A plan with one table.
private struct MidoriTable: Sendable {
  let table: String

  init(_ table: String) { self.table = table }

  func assistant() throws -> Assistant {
    try MidoriLibrary(text: "みどり市 緑の計画\n\n1 農業\n\n\(table)\n").assistant()
  }
}

@Suite("Completeness that is true") struct CompletenessTests {
  /// Every question of the conversations, each as the first of its own.
  private static let questions = ConversationTests.goldens.flatMap { golden in
    Transcript.questions(Files.text(Paths.top + "/Tests/AnswersTests/Goldens/" + golden)).compactMap(\.first)
  }

  private static let midori = Result { try MidoriLibrary() }

  @Test func `every character of a question that is no space or punctuation has its use`() throws {
    var assistant = try Self.midori.get().assistant()
    let odd = ["⑦ ~ ３割＋α", "projects where name = \"a\\\"b c\"", "予算＞100の事業", "か\u{3099}ん、ｶﾞﾝ 2020～2021年"]
    for question in Self.questions + odd {
      assistant.forget()
      let answer = assistant.ask(question)
      guard answer.status != .invalid else { continue }
      for words in [answer.words] + answer.readings.map(\.words) {
        let spans = words.spans.map(\.range)
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "\(question)")
        let bare = question.unicodeScalars.enumerated().filter { i, scalar in
          QuestionWords.saysSomething(scalar) && !spans.contains { $0.contains(i) }
        }
        #expect(bare.isEmpty, "\(question): \(bare.map(\.element))")
      }
    }
  }

  @Test func `a reading with a word that it does not use is not complete`() throws {
    var assistant = try Self.midori.get().assistant()
    for question in Self.questions {
      assistant.forget()
      let answer = assistant.ask(question)
      for reading in answer.readings {
        #expect(reading.isComplete ? reading.words.unknown.isEmpty : !reading.because.isEmpty, "\(question)")
        let isMarked = reading.words.spans.contains { $0.use == .unknown }
        #expect(isMarked == !reading.words.unknown.isEmpty, "\(question): \(reading.words)")
      }
    }
  }

  @Test func `a figure is held against the target of its year`() throws {
    let text = """
      みどり市の計画

      | 指標 | 令和4年度目標 | 令和4年度実績 | 令和8年度目標 |
      |--|--|--|--|
      | 植樹の本数 | 100本 | 120本 | 500本 |
      | 花壇の数 | 30か所 | 20か所 | 60か所 |
      """
    var assistant = try MidoriLibrary(text: text).assistant()
    #expect(
      assistant.ask("indicators where met = true").readings.first?.items.map(\.name) == ["植樹の本数"])
    #expect(
      assistant.ask("indicators where met = false").readings.first?.items.map(\.name) == ["花壇の数"])
  }

  @Test func `whether less is better is told by what was aimed at, or is not told`() throws {
    let text = """
      みどり市の計画

      | 指標 | 令和3年度実績 | 令和4年度目標 | 令和4年度実績 | 令和8年度目標 |
      |--|--|--|--|--|
      | 植樹の本数 | 90本 | 100本 | 120本 | 500本 |
      | 枯れた街路樹の割合 | 9.8% | 7.0% | 7.3% | 5.9% |
      | 苗木の持ち帰り数 | 160本 | 140本 | 150本 | 140本 |
      """
    var assistant = try MidoriLibrary(text: text).assistant()
    #expect(
      assistant.ask("indicators where met = true").readings.first?.items.map(\.name) == ["植樹の本数"])
    #expect(
      assistant.ask("indicators where met = false").readings.first?.items.map(\.name) == ["枯れた街路樹の割合"])
    let said = assistant.ask("枯れた街路樹の割合の目標は達成した？").readings.first?.items.first?.fields
    #expect(said?.first { $0.name == "met" }?.value == .flag(false))
  }

  @Test(arguments: [
    ("評価がDの事業は？", ["街路樹の整備"]), ("評価がAかBの事業は？", ["公園の整備", "花壇の整備"]),
    ("A評価の事業", ["公園の整備"]), ("評価がAでない事業は？", ["花壇の整備", "街路樹の整備"]),
    ("projects with level B or D", ["花壇の整備", "街路樹の整備"]),
  ]) func `a letter is a level and no article`(question: String, names: [String]) throws {
    let text = """
      みどり市の事業評価

      | 事業名 | 評価 | 予算額 |
      |--|--|--|
      | 公園の整備 | A | 100 |
      | 花壇の整備 | B | 200 |
      | 街路樹の整備 | D | 300 |
      """
    var assistant = try MidoriLibrary(text: text).assistant()
    #expect(assistant.ask(question).readings.first?.items.map(\.name) == names)
  }

  @Test func `a total that its parts do not come to is said`() throws {
    let text = """
      みどり市の計画

      表２ 職員の給料

      | 区分 | 令和4年度 | 令和5年度 |
      |--|--|--|
      | 一般職 | 500 | 510 |
      | 特別職 | 400 | 400 |
      | 合計 | 900 | 920 |
      """
    var assistant = try MidoriLibrary(text: text).assistant()
    let ask = { (year: Int) in
      "figures where table contains \"職員の給料\" and name = \"合計\" and fiscalYear = \(year)"
    }
    #expect(
      assistant.ask(ask(2023)).readings.first?.notes.map(\.saying.english)
        == ["合計 is printed as 920, and its parts come to 910"])
    #expect(assistant.ask(ask(2022)).readings.first?.notes == [])
  }

  @Test(
    "what no document has is not counted as 0",
    arguments: [
      "指標はいくつ？", "count of indicators", "予算の合計は？", "KPI", "sum of budget of projects",
    ])
  func nothingRead(_ question: String) throws {
    var assistant = try MidoriLibrary(text: "みどり市 緑の基本計画\n\n　駅前の広場に樹木を植えます。\n").assistant()
    let answer = assistant.ask(question)
    #expect(answer.status == .noMatch)
    let reading = try #require(answer.readings.first)
    #expect(reading.because.contains { if case .noneRead = $0 { true } else { false } }, "\(reading.because)")
  }

  @Test func `0 is how many there are where everything was read and none meets the conditions`() throws {
    var assistant = try Self.midori.get().assistant()
    let reading = try #require(assistant.ask("達成度1の事業は何件？").readings.first)
    #expect(reading.value == NumberValue(value: ExactNumber(0), unit: "件"))
    #expect(reading.isComplete)
  }

  @Test func `what stands in a text is found by asking for it`() throws {
    let midori = try Self.midori.get()
    var assistant = try midori.assistant()
    for document in midori.library.documents {
      for line in midori.library.lines(of: document.id, in: LineRange(1, document.lineCount)) {
        for word in words(of: line) {
          assistant.forget()
          let standing = midori.library.passages(containing: word, limit: 1).total
          guard standing > 0 else { continue }
          let answer = assistant.ask("passages matching \"\(word)\"", limit: 1)
          #expect((answer.readings.first?.total ?? 0) >= standing, "\(word)")
        }
      }
    }
  }

  /// Runs of kana, of Han or of Latin letters, two characters or longer.
  private func words(of line: String) -> [String] {
    var runs: [String] = []
    var last: ScriptClass?
    for scalar in line.unicodeScalars {
      let script = ScriptClass(scalar)
      if script == last, !runs.isEmpty {
        runs[runs.count - 1].unicodeScalars.append(scalar)
      } else {
        runs.append(String(scalar))
      }
      last = script
    }
    return runs.filter { run in
      let scripts = run.unicodeScalars.map { ScriptClass($0) }
      return run.unicodeScalars.count > 1 && [.han, .hiragana, .katakana, .latin].contains(scripts.first)
    }
  }

  @Test(
    "a row that was not read is told, whatever else was",
    arguments: [
      (
        "指標は？",
        "| 指標 | 実績 | 実績 | 目標 |\n| | 令和4年度 | 令和5年度 | 令和10年度 |\n|--|--|--|--|\n| 森の利用者数 | ◇1,111人 | ◇1,234人 | ◇1,500人 |"
      ),
      ("町別の倉庫数", "1 倉庫\n\n町別の倉庫数\n\n北町 10\n\n東町 20\n\n南町 5\n\n西町 ◇\n\n港町 900\n\n合計 935"),
    ])
  func unreadRows(_ question: String, _ table: String) throws {
    var assistant = try MidoriLibrary(text: "みどり市 統計のあらまし\n\n\(table)\n").assistant()
    let reading = try #require(assistant.ask(question).readings.first)
    // read, the figure stands in the answer as it is printed, mark and all
    let isShown = "\(reading.items)".contains("◇1,111人")
    #expect(
      !reading.isComplete && !reading.unread.isEmpty || reading.items.count == 5 || isShown, "\(reading)")
  }

  @Test(
    "a figure over rows of which some were not read is no answer, and what was read is said",
    arguments: ["倉庫数の平均", "倉庫数の合計"])
  func overPart(_ question: String) throws {
    let text = "みどり市 統計のあらまし\n\n1 倉庫\n\n町別の倉庫数\n\n北町 10\n\n東町 20\n\n南町 5\n\n西町 ◇\n\n港町 900\n"
    var assistant = try MidoriLibrary(text: text).assistant()
    let answer = assistant.ask(question)
    let reading = try #require(answer.readings.first)
    #expect(answer.status == .noMatch && reading.value == nil && !reading.unread.isEmpty, "\(reading)")
    #expect(reading.because.contains { if case .overPart(_, read: 3) = $0 { true } else { false } })
  }

  @Test(
    "a figure that was not read as a number is told where figures are compared or ordered",
    arguments: ["目標が最大の指標", "目標が5以上の指標", "目標が5以上の指標は何件", "目標の大きい順に指標を並べて"])
  func figuresUnread(_ question: String) throws {
    let table = "| 指標 | 現状（R5） | 目標（R8） |\n|--|--|--|\n| 農業産出額 | 10億円 | 大幅に増やす |\n| 緑地面積 | 5ha | 7ha |"
    var assistant = try MidoriLibrary(text: "みどり市 緑の計画\n\n1 農業\n\n\(table)\n").assistant()
    let reading = try #require(assistant.ask(question).readings.first)
    #expect(reading.because.contains(.figuresUnread(["農業産出額"])), "\(reading.because)")
  }

  private static let unevenTable = MidoriTable(
    "| 指標 | 現状（R5） | 目標（R8） |\n|--|--|--|\n| 農業産出額 | 10億円 |  |\n| 緑地面積 | 5ha | 7ha |")

  @Test func `an order by what nothing states is none, and what is stated instead is said`() throws {
    var assistant = try Self.unevenTable.assistant()
    let answer = assistant.ask("計画策定時の値が一番大きい指標")
    let reading = try #require(answer.readings.first)
    #expect(answer.status == .noMatch && reading.items.isEmpty, "\(reading)")
    #expect(
      reading.because == [
        .notStated([.point(.baseline, .value)], of: ["農業産出額", "緑地面積"], count: 2),
        .stated([.point(.current, .value), .point(.target, .value)]),
      ])
  }

  @Test("things without the figure that is compared are counted", arguments: ["目標が5以上の指標", "目標が5以上の指標は何件"])
  func missingFigures(_ question: String) throws {
    var assistant = try Self.unevenTable.assistant()
    let reading = try #require(assistant.ask(question).readings.first)
    #expect(reading.total == 1 && reading.notes == [.unstated(1, .point(.target, .value))], "\(reading)")
  }

  @Test func `a bound of what nothing states is not stated, and no count of 0`() throws {
    var assistant = try Self.unevenTable.assistant()
    let answer = assistant.ask("計画策定時の値が5以上の指標は何件")
    #expect(answer.status == .noMatch)
    #expect(
      answer.readings.first?.because.contains(
        .notStated([.point(.baseline, .value)], of: ["農業産出額", "緑地面積"], count: 2)) ?? false,
      "\(answer.readings)")
  }

  @Test(
    "what is spelled otherwise in a text is found whole",
    arguments: [
      ("9条", "第九条により十四号岸壁を使う。"), ("第25条", "第二十五条の届出は三丁目の窓口で受け付ける。"),
      ("3丁目", "第二十五条の届出は三丁目の窓口で受け付ける。"), ("14号岸壁", "第九条により十四号岸壁を使う。"),
      ("株式会社みなと商会", "㈱みなと商会と㈲灯台堂が組む。"), ("有限会社灯台堂", "㈱みなと商会と㈲灯台堂が組む。"),
      ("主な取組", "主な取組"),
    ])
  func otherSpellings(_ question: String, _ passage: String) throws {
    let text =
      "みどり市 手引き\n\n1 手続\n\n- 第二十五条の届出は三丁目の窓口で受け付ける。\n- 第九条により十四号岸壁を使う。\n- ㈱みなと商会と㈲灯台堂が組む。\n\n"
      + "主\nな\n取\n組\n\n- 灯台を直す。\n"
    var assistant = try MidoriLibrary(text: text).assistant()
    let answer = assistant.ask(question)
    let first = try #require(answer.readings.first?.items.first)
    #expect(answer.status == .answered && answer.words.unknown.isEmpty)
    #expect(
      first.fields.contains { if case .text(let text) = $0.value { text.hasSuffix(passage) } else { false } },
      "\(first)")
  }

  @Test func `a word that what was found does not speak of is not understood`() throws {
    var assistant = try Self.midori.get().assistant()
    let words = [("みどり湖の清掃の指標", "清掃"), ("森の案内人はぐくみ事業の予算", "ぐくみ")]
    for (question, word) in words {
      assistant.forget()
      let answer = assistant.ask(question)
      #expect(
        answer.status != .answered || answer.words.unknown.contains { $0.contains(word) },
        "\(question): \(answer.readings.map(\.canonical))")
    }
  }
}
