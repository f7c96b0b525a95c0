import Answers
import Evaluation
import JapaneseText
import PlanDocuments
import PlanLibrary
import Rendering
import SystemFiles
import TestSupport
import Testing

/// The sets in `Tests/Quality`, asked of `Corpus`: what was right once stays right, and what is expected stands in the texts.
///
/// A commit that makes a figure better writes the baseline anew (`shirabe eval … --write-baseline`); one that makes one worse says
/// which and why.
@Suite("Search quality")
struct QualityTests {
  private static let folder = Paths.top + "/Tests/Quality"
  private static let shared = Result { try corpus() }

  private static func corpus() throws -> (library: Library, folder: TemporaryDirectory) {
    let folder = TemporaryDirectory()
    _ = try Library.build(plans: Self.plans, into: folder.path + "/index")
    return (try Library.open(folder.path + "/index"), folder)
  }

  private static let plans = TemporaryDirectory.names(in: Paths.top + "/Corpus").map { name in
    Plan(
      id: String(name.dropLast(4)), path: "Corpus/\(name)", text: Files.text(Paths.top + "/Corpus/\(name)"))
  }

  private static func questions() throws -> QuestionSet {
    try QuestionSet(
      parsing: Array(Files.text("\(folder)/questions.json").utf8), name: "Tests/Quality/questions.json")
  }

  private static func judgements() throws -> Judgements {
    try Judgements(
      topics: Files.text("\(folder)/topics.tsv"), topicsName: "topics.tsv",
      judgements: Files.text("\(folder)/qrels.tsv"), judgementsName: "qrels.tsv")
  }

  @Test func `no topic is ranked worse than in the baseline`() throws {
    let library = try Self.shared.get().library
    let judgements = try Self.judgements()
    let baseline = try TopicReport(parsing: Files.text("\(Self.folder)/topics.baseline"))
    let measures = try baseline.measures.map { try #require(Measure(name: $0)) }
    let rankings = judgements.topics.map { ($0.id, TopicRanking($0, judgements, library, depth: 100)) }
    let report = TopicReport(rankings, judgements, measures: measures)
    let changes = ReportChanges(from: baseline, to: report, maxDrop: 0)
    #expect(!changes.isWorse, Comment(rawValue: changes.lines.joined(separator: "\n")))
    #expect(report.rows.compactMap(\.recall).allSatisfy { $0.unfound == 0 && $0.hits > 0 })
  }

  @Test func `no question is answered worse than in the baseline`() throws {
    let library = try Self.shared.get().library
    let baseline = try QuestionBaseline(parsing: Files.text("\(Self.folder)/questions.baseline"))
    let report = try QuestionEvaluation(library).report(on: try Self.questions())
    let changes = baseline.changes(to: report, allowed: [])
    #expect(!changes.isWorse, Comment(rawValue: changes.lines.joined(separator: "\n")))
  }

  @Test func `there are a hundred wordings of each kind`() throws {
    let library = try Self.shared.get().library
    let asked = RewordingReport.wordings(of: try Self.questions(), library)
      .reduce(into: [:]) { $0[$1.rewording, default: 0] += 1 }
    for rewording in Rewording.allCases { #expect(asked[rewording] ?? 0 >= 100, "\(rewording.rawValue)") }
  }

  /// Of the questions each seventh; `shirabe eval mutate` asks all.
  @Test func `questions in other words are answered alike, and none with a contradiction`() throws {
    let report = try RewordingReport(try Self.questions(), try Self.shared.get().library, each: 7)
    let all = report.asked.values.reduce(0, +)
    #expect(all > 200)
    #expect(report.differences.count * 50 <= all, "\(report.text)")
    #expect(report.differences.filter(\.isContradiction) == [])
  }

  @Test func `each fifth answer is as the schema of answers says`() throws {
    let schema = try JSONSchema(path: Paths.documentation + "/answer.schema.json")
    var assistant = try Assistant(library: try Self.shared.get().library)
    for (number, question) in try Self.questions().conversations.joined().map(\.question).enumerated()
    where number.isMultiple(of: 5) {
      assistant.forget()
      let faults = try schema.faults(in: JSONRenderer(layout: .line).render(assistant.ask(question)))
      #expect(faults.isEmpty, "\(question): \(faults)")
    }
  }

  @Test func `the sets are as large as they are said to be`() throws {
    let cases = try Self.questions().cases
    #expect(cases.count >= 160)
    #expect(Set(cases.map(\.questionClass)).count >= 27)
    let japanese = cases.count { $0.question.unicodeScalars.contains { ScriptClass($0) == .hiragana } }
    #expect(japanese >= 60 && cases.count - japanese >= 60)
    #expect(cases.count { $0.expectation.expectsNothing } >= 20)
    #expect(cases.count(where: \.follows) >= 20)
    #expect(try Self.judgements().topics.count >= 60)
  }

  @Test func `lines that are judged are there, and say something`() throws {
    let lines = Dictionary(uniqueKeysWithValues: Self.plans.map { ($0.id, $0.lines) })
    for (topic, spans) in try Self.judgements().spans {
      for span in spans {
        let text = lines[span.document]?.prefix(span.lines.last).dropFirst(span.lines.first - 1)
        #expect(text?.contains { $0.contains { !$0.isWhitespace } } == true, "\(topic): \(span.id)")
      }
    }
  }

  @Test func `what is expected cites lines that are there, and only what must not be answered cites none`()
    throws
  {
    let lines = Dictionary(uniqueKeysWithValues: Self.plans.map { ($0.id, $0.lines) })
    for one in try Self.questions().cases {
      let cited = one.citations
      #expect(!cited.isEmpty || one.expectation.expectsNothing, "\(one.id) cites nothing")
      for place in cited {
        #expect(lines[place.document].map { $0.count >= place.lines.last } == true, "\(one.id): \(place.id)")
      }
      for place in one.expectation.places {
        #expect(cited.contains(where: place.overlaps), "\(one.id) expects \(place.id) and cites other lines")
      }
    }
  }

  @Test func `names, texts and figures that are expected stand in the lines that are cited for them`() throws
  {
    var compared = 0
    for one in try Self.questions().cases {
      let expectation = one.expectation
      let text = Self.cited(by: one)
      guard !text.isEmpty else { continue }
      let figures = Self.figures(in: text)
      let folded = Self.folded(text)
      func stands(_ alternatives: [String]) -> Bool {
        alternatives.contains { folded.contains(Self.folded($0)) }
      }
      for name in (expectation.names ?? []) + expectation.namesInclude {
        compared += 1
        #expect(stands(name), "\(one.id): \(name)")
      }
      for text in expectation.texts where Self.number(text) == nil {
        compared += 1
        #expect(stands([text]), "\(one.id): \(text)")
      }
      for field in expectation.fields {
        if let text = field.value.string {
          compared += 1
          #expect(stands([text]), "\(one.id): \(text)")
        } else if let number = field.value.number {
          compared += 1
          #expect(figures.contains(number.magnitude), "\(one.id): \(number)")
        }
      }
      for figure in expectation.points.compactMap(\.value?.number) {
        compared += 1
        #expect(figures.contains(figure.magnitude), "\(one.id): \(figure)")
      }
    }
    #expect(compared > 400)
  }

  @Test func `a figure that no plan prints is what the reckoning beside it gives`() throws {
    var reckoned = 0
    for one in try Self.questions().cases {
      let figures = Self.figures(in: Self.cited(by: one))
      let expected =
        one.expectation.value.map { [$0.number] } ?? one.expectation.texts.compactMap(Self.number)
      let results = Self.reckonings(in: one.why)
      for number in expected where !figures.contains(number) && results.count == 1 {
        reckoned += 1
        let digits = String(repeating: "0", count: number.scale)
        let unit = 1 / (Double("1" + digits) ?? 1)
        let figure = Double(number.description) ?? 0
        // a ratio is said in percent or not
        #expect(
          [results[0], results[0] * 100].contains { abs($0 - figure) < unit },
          "\(one.id): \(number), not \(results)")
      }
    }
    #expect(reckoned >= 25)
  }

  /// The lines that a question cites, joined as a reader joins them.
  private static func cited(by one: QuestionSet.Case) -> String {
    let lines = Dictionary(uniqueKeysWithValues: plans.map { ($0.id, $0.lines) })
    return one.citations.flatMap { lines[$0.document]?[($0.lines.first - 1)..<$0.lines.last] ?? [] }.joined()
  }

  /// A text of digits alone as the number it is.
  private static func number(_ text: String) -> ExactNumber? {
    text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") } ? Quantity(parsing: text)?.value : nil
  }

  private static func folded(_ text: String) -> String {
    Folder().fold(string: text, depth: .width).filter { !$0.isWhitespace }
  }

  /// What `1,200+300`, `300-251`, `35,202/43,765` and `(43,765+166,965)/2` give.
  private static func reckonings(in why: String) -> [Double] {
    let text = why.replacing(/[a-z][a-z0-9-]*[a-z0-9]:[0-9][0-9,-]*/, with: "").replacing(" / ", with: "/")
    func number(_ text: Substring) -> Double { Double(text.filter { $0 != "," }) ?? 0 }
    return text.matches(of: /\(?([0-9][0-9,.]*(?:[+-][0-9][0-9,.]*)*)\)?(?:\/([0-9][0-9,.]*))?/)
      .filter { $0.output.0.contains { "+-/".contains($0) } }.map { match in
        let sum = match.1.matches(of: /([+-]?)([0-9][0-9,.]*)/).reduce(0.0) {
          $0 + ($1.1 == "-" ? -number($1.2) : number($1.2))
        }
        return match.2.map { sum / number($0) } ?? sum
      }
  }

  /// The figures of a text without their signs, those with a factor (1,276万) with and without it.
  private static func figures(in text: String) -> Set<ExactNumber> {
    let scalars = Array(text.unicodeScalars)
    return Set(
      Numeral.all(in: scalars).flatMap { numeral in
        let digits = scalars[numeral.range].filter { $0.decimalDigit != nil || $0 == "." || $0 == "．" }
        let plain = Numeral.read(Array(digits), at: 0)?.value
        return [numeral.value.magnitude] + (plain.map { [$0.magnitude] } ?? [])
      })
  }
}

extension ExactNumber {
  fileprivate var magnitude: ExactNumber { ExactNumber(digits: abs(digits), scale: scale) }
}
