import JapaneseText
import PlanDocuments
import PlanFacts
import Testing

@Suite("Changes between editions") struct FactChangeTests {
  private static func fact(
    _ kind: FactKind, _ name: String, _ fields: [FieldName: FieldValue], in plan: String = "old",
    line: Int = 1
  ) -> Fact {
    Fact(
      kind: kind, name: name, plan: plan,
      fields: fields.map { Field($0, $1, lines: LineRange(line)) },
      sources: [FactSource(lines: LineRange(line), section: [])])
  }

  private static func number(_ value: Int) -> FieldValue { .number(ExactNumber(value)) }

  private static func target(_ year: Int, _ value: Int, _ text: String, unit: String = "件") -> FieldValue {
    .points([
      Point(
        role: .target, fiscalYear: year, value: ExactNumber(value), unit: unit, text: text,
        lines: LineRange(3))
    ])
  }

  /// `kind name field before>after`, a line a change.
  private func changes(_ old: [Fact], _ new: [Fact]) -> [String] {
    factChanges(from: old, to: new).map { change in
      [
        change.kind.rawValue, change.name, change.field ?? "-",
        (change.old?.text ?? "") + ">" + (change.new?.text ?? ""),
      ].joined(separator: " ")
    }
  }

  @Test func `what is the same has no change, be it printed otherwise`() {
    let old = Self.fact(.project, "緑化事業", [.budget: Self.number(1200), .bureau: .text("環境局")])
    let new = Self.fact(.project, "緑化 事業", [.budget: Self.number(1200), .bureau: .text("環境 局")], in: "new")
    #expect(changes([old], [new]).isEmpty)
    let thousands = Self.fact(.project, "緑化事業", [.budget: Self.number(12), .scale: Self.number(1000)])
    let whole = Self.fact(.project, "緑化事業", [.budget: Self.number(12_000)])
    #expect(changes([thousands], [whole]).isEmpty)
    #expect(changes([thousands], [old]).contains("figureChanged 緑化事業 budget 12 × 1000>1200"))
  }

  @Test func `things come, go and are renamed`() {
    let old = [
      Self.fact(.project, "緑化事業", [:]), Self.fact(.project, "道路事業", [.code: .text("10")]),
      Self.fact(.indicator, "図書館の年間来館者数", [.points: Self.target(2025, 5, "5件")]),
    ]
    let new = [
      Self.fact(.project, "まちの道づくり事業", [.code: .text("10")], in: "new"),
      Self.fact(.indicator, "市立図書館の年間来館者数", [.points: Self.target(2025, 5, "5件")], in: "new"),
      Self.fact(.project, "防災事業", [:], in: "new"),
    ]
    #expect(
      changes(old, new) == [
        "gone 緑化事業 - 緑化事業>", "renamed まちの道づくり事業 - 道路事業>まちの道づくり事業",
        "perhapsRenamed 市立図書館の年間来館者数 - 図書館の年間来館者数>市立図書館の年間来館者数", "added 防災事業 - >防災事業",
      ])
    // of another unit it is another measure
    let other = Self.fact(.indicator, "市立図書館の年間来館者数", [.points: Self.target(2025, 5, "5%", unit: "%")])
    #expect(changes([old[2]], [other]).map { $0.split(separator: " ")[0] } == ["gone", "added"])
  }

  @Test func `a target moves by its figure, its bound, its unit or its year`() {
    let old = Self.fact(.indicator, "来館者数", [.points: Self.target(2025, 5, "5件")])
    for (year, value, text, unit) in [(2025, 6, "6件", "件"), (2030, 5, "5件", "件"), (2025, 5, "5人", "人")] {
      let new = Self.fact(
        .indicator, "来館者数", [.points: Self.target(year, value, text, unit: unit)], in: "new")
      #expect(changes([old], [new]) == ["targetMoved 来館者数 points.target FY2025 5件>FY\(year) \(text)"])
    }
    let without = Self.fact(.indicator, "来館者数", [:], in: "new")
    #expect(changes([old], [without]) == ["targetMoved 来館者数 points.target FY2025 5件>"])
  }

  @Test func `both places are cited`() {
    let old = Self.fact(.project, "緑化事業", [.budget: Self.number(1)], line: 4)
    let new = Self.fact(.project, "緑化事業", [.budget: Self.number(2)], in: "new", line: 9)
    let change = factChanges(from: [old], to: [new]).first
    #expect(change?.old?.plan == "old" && change?.old?.lines == LineRange(4))
    #expect(change?.new?.plan == "new" && change?.new?.lines == LineRange(9))
  }

  @Test func `rows of figures are compared under one title, column and year, and don't come or go`() {
    func row(_ name: String, _ amount: Int, _ year: Int) -> Fact {
      Self.fact(
        .figure, name,
        [.table: .text("人口"), .fiscalYear: Self.number(year), .amount: Self.number(amount)])
    }
    #expect(
      changes([row("東区", 10, 2024), row("西区", 20, 2024)], [row("東区", 11, 2024), row("西区", 21, 2025)]) == [
        "figureChanged 東区 amount 10>11"
      ])
  }

  @Test func `things of one name are paired where they stand, and each once`() {
    func project(_ budget: Int, in plan: String) -> Fact {
      Self.fact(.project, "緑化事業", [.budget: Self.number(budget)], in: plan)
    }
    let old = [project(1, in: "a"), project(2, in: "b"), project(3, in: "c")]
    #expect(changes(old, [project(2, in: "b"), project(1, in: "a")]) == ["gone 緑化事業 - 緑化事業>"])
  }
}

@Suite("Contradictions") struct ContradictionTests {
  private func indicator(
    _ plan: String, _ year: Int, _ value: Int, unit: String = "件", role: Point.Role = .target
  ) -> Fact {
    let lines = LineRange(value)
    let point = Point(
      role: role, fiscalYear: year, value: ExactNumber(value), unit: unit, text: "\(value)\(unit)",
      lines: lines)
    return Fact(
      kind: .indicator, name: "来館者数", plan: plan, fields: [Field(.points, .points([point]), lines: lines)],
      sources: [FactSource(lines: lines, section: [])])
  }

  private func found(_ facts: [Fact], publisher: (String) -> String? = { _ in "市" }) -> [String] {
    contradictions(in: facts, publisher: publisher).map {
      "\($0.kind.rawValue) \($0.name): "
        + $0.sides.map { "\($0.text) \($0.plan):\($0.lines.first)" }.joined(separator: ", ")
    }
  }

  @Test func `one measure has one figure, one unit and one year for its target`() {
    #expect(found([indicator("a", 2025, 5), indicator("b", 2025, 5)]).isEmpty)
    #expect(
      found([indicator("a", 2025, 5), indicator("b", 2025, 6)]) == [
        "figures 来館者数: FY2025 5件 a:5, FY2025 6件 b:6"
      ])
    #expect(
      found([indicator("a", 2025, 5), indicator("b", 2025, 5, unit: "人")]) == [
        "units 来館者数: FY2025 5件 a:5, FY2025 5人 b:5"
      ])
    #expect(
      found([indicator("a", 2025, 5), indicator("b", 2030, 7)]) == [
        "targetYears 来館者数: FY2025 5件 a:5, FY2030 7件 b:7"
      ])
    #expect(
      found([indicator("a", 2024, 5, role: .current), indicator("b", 2025, 7, role: .current)]).isEmpty)
  }

  @Test func `measures of two publishers are two`() {
    #expect(found([indicator("a", 2025, 5), indicator("b", 2025, 6)], publisher: { $0 }).isEmpty)
    #expect(found([indicator("a", 2025, 5), indicator("b", 2025, 6)], publisher: { _ in nil }).isEmpty)
    #expect(found([indicator("a", 2025, 5), indicator("a", 2025, 6)], publisher: { _ in nil }).count == 1)
  }

  private func row(_ name: String, _ amount: ExactNumber?, isTotal: Bool = false, scale: Int? = nil) -> Fact {
    let lines = LineRange(1)
    var fields = [Field(.table, .text("人口"), lines: lines)]
    if let amount { fields.append(Field(.amount, .number(amount), lines: lines)) }
    if isTotal { fields.append(Field(.isTotal, .flag(true), lines: lines)) }
    if let scale { fields.append(Field(.scale, .number(ExactNumber(scale)), lines: lines)) }
    return Fact(
      kind: .figure, name: name, plan: "a", fields: fields, sources: [FactSource(lines: lines, section: [])])
  }

  @Test func `rows that come to something else than their total are told, but for rounding`() {
    func rows(_ total: ExactNumber, scale: Int? = nil) -> [Fact] {
      [
        row("東区", ExactNumber(10), scale: scale), row("西区", ExactNumber(20), scale: scale),
        row("計", total, isTotal: true, scale: scale),
      ]
    }
    #expect(found(rows(ExactNumber(30))).isEmpty)
    #expect(found(rows(ExactNumber(31))) == ["total 人口: 計 31 a:1, 2 rows come to 30 a:1"])
    #expect(found(rows(ExactNumber(31), scale: 1000)).isEmpty)
    #expect(found(rows(ExactNumber(32), scale: 1000)).count == 1)
    #expect(
      found([row("東区", ExactNumber(10)), row("西区", nil), row("計", ExactNumber(31), isTotal: true)]).isEmpty)
    #expect(found(rows(ExactNumber(31)) + [row("小計", ExactNumber(10), isTotal: true)]).isEmpty)
  }
}
