import Analysis
import PlanDocuments
import SourceFiles
import Testing

@testable import PlanFacts

@Suite("What an owner teaches") struct TaughtTests {
  static func read(_ text: String) -> Taught { Taught(text, path: "taught.txt", schema: .builtIn) }

  static func facts(_ text: String, _ lessons: String = "") throws -> Extraction {
    let schema = try FieldSchema(read(lessons).lexicons(over: .builtIn))
    return Extraction(reading: PlanDocument(reading: drawn(text)), schema: schema)
  }

  /// A plan of a file that draws the table whose rows the text gives between bars.
  static func drawn(_ text: String) -> Plan {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let rows = lines.enumerated().filter { $1.hasPrefix("| ") }
    let cells = rows.enumerated().flatMap { row, line in
      line.element.split(separator: "|").filter { $0 != " " }.enumerated().map { column, text in
        GridCell(row: row, column: column, text: [String(text).trimmed], lines: [line.offset + 1])
      }
    }
    return Plan(id: "m", path: "m.docx", lines: lines, grids: [Grid(cells: cells)])
  }

  @Test func `a lesson is read back as it is written, with the comment above it and its line`() throws {
    let text = """
      version = 1

      # 2026-11-29 like 実績
      活動の成果 = indicator actual
      項目 | 単位 | 到達点 = indicator name | - | indicator target
      区分 | 摘要 = plain
      ごみ, 廃棄物
      """
    let taught = Self.read(text)
    #expect(taught.problems.isEmpty)
    #expect(taught.lessons.map(\.line) == [4, 5, 6, 7])
    #expect(taught.lessons.map(\.reason) == ["2026-11-29 like 実績", nil, nil, nil])
    let written = taught.lessons.map { "\($0.content)" }
    #expect(written == text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map(String.init))
  }

  @Test func `a field alone is enough where one kind has it, or a head before says the kind`() {
    let taught = Self.read("成り行き = actual\n番手 | 出来 = project name | results\n")
    #expect(taught.problems.isEmpty)
    #expect(
      taught.lessons.map { "\($0.content)" } == [
        "成り行き = indicator actual", "番手 | 出来 = project name | project results",
      ])
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let message: String
    var testDescription: String { text }
    init(_ text: String, _ message: String) { (self.text, self.message) = (text, message) }
  }

  static let faults = [
    Fault("version = 2", "taught.txt:2: the text is of version 2, and version 1 is read"),
    Fault("活動の成果 = plain", #"taught.txt:2: "活動の成果 (indicator)" means something else on line 1"#),
    Fault("活動の成果 = indicator target", #"taught.txt:2: "活動の成果 (indicator)" means something else on line 1"#),
    Fault("活動の成果 = indicator actual", #"taught.txt:2: "活動の成果 (indicator)" is given twice (first on line 1)"#),
    Fault("手応え", #"taught.txt:2: "手応え" stands alone; a group needs two words or more"#),
    Fault(
      "甲 | 乙 = indicator name",
      "taught.txt:2: 2 heads and 1 meanings; write as many, and - for a head that means nothing"),
    Fault("| = indicator name | -", "taught.txt:2: a word is missing beside a comma or an arrow"),
    Fault("甲 = name", #"taught.txt:2: "name" is not one of project name, indicator name, measure name"#),
  ]

  @Test("a line that can't be read is named, and the others hold", arguments: faults)
  func refuses(_ fault: Fault) throws {
    let taught = Self.read("活動の成果 = indicator actual\n\(fault.text)\n達した所 = indicator target\n")
    #expect(
      taught.problems.map(\.description).map { String($0.prefix(fault.message.count)) } == [fault.message])
    #expect(taught.lessons.map(\.line) == [1, 3])
    let schema = try FieldSchema(taught.lexicons(over: .builtIn))
    #expect(schema.fields(of: schema.head("達した所")).map(\.name) == ["target"])
  }

  @Test func `a field that no kind has is refused with those there are`() {
    let problem = Self.read("甲 = indicator nothing").problems.first?.description ?? ""
    #expect(problem.hasPrefix(#"taught.txt:1: "indicator nothing" is not one of project name, "#))
    #expect(problem.contains("indicator actual"))
  }

  static let indicators = """
    みどり市の計画

    | 指標 | 現状値（令和4年度） | 手応え（令和5年度） |
    |--|--|--|
    | 湖を訪れた人の数 | 1,234人 | 1,500人 |
    | 船小屋の数 | 12棟 | 15棟 |
    """

  @Test func `a head that was taught is read in every table`() throws {
    func actuals(_ extraction: Extraction) -> [String] {
      extraction.facts.filter { $0.kind == .indicator }.flatMap { fact -> [String] in
        guard case .points(let points)? = fact[.points] else { return [] }
        return points.filter { $0.role == .actual }.map(\.text)
      }
    }
    #expect(actuals(try Self.facts(Self.indicators)) == [])
    #expect(actuals(try Self.facts(Self.indicators, "手応え = indicator actual")) == ["1,500人", "15棟"])
  }

  static let offices = """
    みどり市の職員

    | 課・室 | 正規の人 | 臨時の人 |
    |--|--|--|
    | 湖沼課 | 12 | 13 |
    | 税務課 | 24 | 23 |
    | 広聴室 | 5 | 5 |
    """

  @Test func `heads of a table say what its rows name, in tables that have all of them`() throws {
    let names = { (extraction: Extraction) in
      extraction.facts.filter { $0.kind == .organization }.map(\.name)
    }
    #expect(names(try Self.facts(Self.offices)) == [])
    let lesson = "課・室 | 正規の人 = organization name | -"
    #expect(names(try Self.facts(Self.offices, lesson)) == ["湖沼課", "税務課", "広聴室"])
    #expect(names(try Self.facts(Self.offices, "課・室 | 増減 = organization name | -")) == [])
  }
}

@Suite("Meanings proposed for heads") struct HeadProposalTests {
  static func proposals(_ text: String, plain: Set<[String]> = []) -> [HeadProposal] {
    let document = PlanDocument(reading: TaughtTests.drawn(text))
    return HeadProposal.all(in: [("m", Extraction(reading: document).tables)], .builtIn, plain: plain)
  }

  static let table = """
    みどり市の計画

    | 項目 | 単位 | 現状（令和5年度） | 実績（令和6年度） |
    |--|--|--|--|
    | 湖を訪れた人 | 人 | 1,234 | 1,500 |
    | 船小屋 | 棟 | 12 | 15 |
    """

  @Test
  func `what stands beside names says what they are of, and a general head is told with those beside it`()
    throws
  {
    let proposal = try #require(Self.proposals(Self.table).first)
    #expect(proposal.head == "項目" && proposal.samples == ["湖を訪れた人", "船小屋"] && proposal.isSure)
    #expect("\(proposal.options[0].content)" == "項目 | 単位 | 現状 | 実績 = indicator name | - | - | -")
    #expect(proposal.options[0].witnesses == [.beside(["単位", "現状（令和5年度）", "実績（令和6年度）"])])
    #expect("\(proposal.refusal)" == "項目 | 単位 | 現状 | 実績 = plain")
  }

  @Test func `a table that was said to stay as it is is not asked about`() {
    #expect(Self.proposals(Self.table, plain: [["項目", "単位", "現状", "実績"]]).isEmpty)
  }

  @Test
  func
    `figures under a head that ends like a known one are proposed as that, and one that may turn it only as a choice`()
    throws
  {
    let text = """
      みどり市の計画

      | 指標 | 単位 | 現状値 | 活動の実績値 | 対前年実績値 |
      |--|--|--|--|--|
      | 湖を訪れた人 | 人 | 1,234 | 1,500 | 20 |
      | 船小屋 | 棟 | 12 | 15 | 30 |
      """
    let proposals = Self.proposals(text)
    let sure = try #require(proposals.first { $0.head == "活動の実績値" })
    #expect(sure.isSure && "\(sure.options[0].content)" == "活動の実績値 = indicator actual")
    #expect(proposals.first { $0.head == "対前年実績値" }?.isSure == false)
  }

  static let owners = """
    みどり市の計画

    | 計画の事業 | 担い手 | 見積り（千円） |
    |--|--|--|
    | 湖水まつり事業 | 観光課 | 1200 |
    | 橋の修繕事業 | 土木課 | 34000 |
    | 船小屋整備事業 | 観光課 | 560 |
    """

  @Test func `offices behind the names of things are whose they are, and no list of offices`() throws {
    let document = PlanDocument(reading: Plan(id: "m", path: "m.md", text: Self.owners))
    let proposals = HeadProposal.all(in: [("m", Extraction(reading: document).tables)], .builtIn)
    #expect(proposals.map(\.head) == ["計画の事業"])
    #expect(proposals.map { $0.options.map(\.kind) } == [[.project]] && !proposals.contains(where: \.isSure))
  }

  static let promises = """
    みどり市の行動計画

    | 目標 | 推進者 |
    |--|--|
    | ①休暇の制度を職員に周知し、取得しやすい職場にします。 | 総務課長 |
    | ②会議の時間を短くし、定時に帰れるようにします。 | 所属長 |
    """

  @Test func `what is to be done may be told in sentences, under a head that is another's elsewhere`() throws
  {
    let proposal = try #require(Self.proposals(Self.promises).first)
    let lesson = "目標 | 推進者 = measure name | -"
    #expect("\(proposal.options[0].content)" == lesson && !proposal.isSure)
    let taught = try TaughtTests.facts(Self.promises, lesson).facts.filter { $0.kind == .measure }
    #expect(taught.map(\.name) == ["休暇の制度を職員に周知し、取得しやすい職場にします", "会議の時間を短くし、定時に帰れるようにします"])
    #expect(taught.map { $0[.bureau] } == [.text("総務課長"), .text("所属長")])
    #expect(try !TaughtTests.facts(Self.promises).facts.contains { $0.kind == .measure })
  }

  @Test func `a plain table of figures by year is no list of anything`() {
    let text = """
      みどり市の統計

      | 区分 | 令和4年度 | 令和5年度 |
      |--|--|--|
      | 北の浜 | 500 | 510 |
      | 南の浜 | 400 | 400 |
      """
    #expect(Self.proposals(text).isEmpty)
  }
}

@Suite("Scales of evaluation") struct ScaleTests {
  static func scales(_ text: String, _ lessons: String = "") throws -> [String] {
    let schema = try FieldSchema(TaughtTests.read(lessons).lexicons(over: .builtIn))
    let document = PlanDocument(reading: Plan(id: "m", path: "m.md", text: text))
    let extraction = Extraction(reading: document, schema: schema)
    return Scale.all(in: document.plan, facts: extraction.facts, schema).map { scale in
      "\(scale.name ?? "-") \(scale.basis): "
        + scale.grades.map { "\($0.label)\($0.count > 0 ? "(\($0.count))" : "")" }.joined(separator: " > ")
    }
  }

  static let upward = """
    みどり市の評価

    ５：目標を大きく上回った
    ４：目標を上回った
    ３：目標どおり
    ２：目標を下回った
    １：目標を大きく下回った

    | 事業名 | 担当課 | 予算額（千円） | 達成度 | 今後の方向性 |
    |--|--|--|--|--|
    | 森の案内人事業 | 環境課 | 300 | 5 | 拡充 |
    | 朝市の事業 | 産業課 | 410 | 2 | 縮小 |
    | 図書の配達事業 | 図書館 | 90 | 1 | 継続 |
    """

  @Test func `the words of a legend tell its good end, and grades of custom go as they mostly do`() throws {
    #expect(
      try Self.scales(Self.upward) == [
        "level legend: 5(1) > 4 > 3 > 2(1) > 1(1)", "direction custom: 拡充(1) > 継続(1) > 縮小(1)",
      ])
    let downward = Self.upward.replacing("下回", with: "超え").replacing("上回", with: "下回")
      .replacing("超え", with: "上回")
    #expect(try Self.scales(downward).first == "level legend: 1(1) > 2(1) > 3 > 4 > 5(1)")
    let silent = "みどり市の評価\n" + Self.upward.split(separator: "\n\n")[2]
    #expect(try Self.scales(silent).first == "level custom: 1(1) > 2(1) > 5(1)")
  }

  @Test func `where the best level is the last, facts have their place on the scale`() throws {
    func ranks(_ lessons: String = "") throws -> [Int?] {
      let schema = try FieldSchema(TaughtTests.read(lessons).lexicons(over: .builtIn))
      let document = PlanDocument(reading: Plan(id: "m", path: "m.md", text: Self.upward))
      let facts = Extraction(reading: document, schema: schema).facts
      return facts.filter { $0.kind == .project }.map { fact in
        if case .number(let rank)? = fact[.levelRank] { rank.wholeNumber } else { nil }
      }
    }
    #expect(try ranks() == [1, 4, 5])
    let lesson = "scale of m = 1 > 2 > 3 > 4 > 5"
    #expect(try ranks(lesson) == [nil, nil, nil])
    #expect(try ranks("scale of other = 1 > 2 > 5") == [1, 4, 5])
    #expect(try Self.scales(Self.upward, lesson).first == "level taught: 1(1) > 2(1) > 3 > 4 > 5(1)")
  }

  @Test func `a legend may stand on one line, and a list of other things is none`() throws {
    let line = "みどり市の評価\n\n（Ａ：計画どおり、Ｂ：やや遅れている、Ｃ：遅れている）\n"
    #expect(try Self.scales(line) == ["- legend: A > B > C"])
    let list = "みどり市の計画\n\n１．湖を守る\n２．森を守る\n３．橋を直す\n"
    #expect(try Self.scales(list) == [])
  }

  @Test func `a scale that is taught is written as it is read, and faults are named`() {
    let text = "scale = A > B > C\nscale of みどり 計画 = 5 > 4 > 3"
    #expect(TaughtTests.read(text).lessons.map { "\($0.content)" }.joined(separator: "\n") == text)
    let faults = TaughtTests.read("scale = A\nscale = A > A\nscale = A > B\nscale = B > A\nscale = A > > B")
    #expect(
      faults.problems.map { "\($0)".prefix(12) } == [
        "taught.txt:1", "taught.txt:2", "taught.txt:4", "taught.txt:5",
      ])
  }
}
