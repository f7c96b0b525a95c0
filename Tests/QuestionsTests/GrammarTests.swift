import TestSupport
import Testing

@testable import Questions

@Suite("The grammar") struct GrammarTests {
  let reader: QuestionReader

  init() throws { reader = try QuestionReader() }

  @Test("a rule reads the wordings that show it", arguments: Grammar.all.indices)
  func shows(_ index: Int) {
    let rule = Grammar.all[index]
    #expect(rule.shows.count >= 2, "\(rule.name)")
    for wording in rule.shows {
      let edges = reader.edges(wording, as: rule.result)
      #expect(edges.contains { $0.rules.contains(rule.name) }, "\(rule.name): \(wording)")
    }
  }

  @Test("a rule does not read the wording that it rejects", arguments: Grammar.all.indices)
  func rejects(_ index: Int) {
    let rule = Grammar.all[index]
    let edges = reader.edges(rule.rejects, as: rule.result)
    #expect(!edges.contains { $0.rule == rule.name }, "\(rule.name): \(rule.rejects)")
  }

  @Test func `rules have names of their own, and every pattern is of categories that exist`() {
    #expect(Set(Grammar.all.map(\.name)).count == Grammar.all.count)
    for rule in Grammar.all {
      let parts = rule.pattern.split(whereSeparator: { " |".contains($0) }).count
      #expect(rule.patterns.map(\.count).reduce(0, +) == parts, "\(rule.name): \(rule.pattern)")
    }
  }

  @Test func `what the chart reads of the wordings`() {
    #expect(Golden.difference(ChartReport(Wordings.all, reader).text, "chart.golden") == nil)
  }

  @Test func `what the chart reads of wordings that only a grammar can read`() {
    let report = ChartReport(Wordings.composed, reader)
    #expect(Golden.difference(report.text + report.unread, "composed.golden") == nil)
  }
}

/// Which wordings of the goldens the chart answers, and which it reads otherwise than they are written down.
private struct ChartReport {
  let text: String
  /// Those without a derivation, a line each.
  let unread: String

  init(_ blocks: [Wordings], _ reader: QuestionReader) {
    var lines: [String] = []
    var unread: [String] = []
    var (answered, all) = (0, 0)
    for wordings in blocks {
      let read = wordings.questions.map { question in
        (question, reader.derivation(question)?.inquiry.questions.first?.description)
      }
      let known = read.compactMap(\.1).count
      (answered, all) = (answered + known, all + read.count)
      unread += read.filter { $0.1 == nil }.map { "not read: \($0.0)\n" }
      lines.append("\(wordings.canonical): \(known) of \(read.count)")
      for case (let question, let canonical?) in read where canonical != wordings.canonical {
        lines.append("  \(question)\n    \(canonical)")
      }
    }
    self.unread = unread.joined()
    text = (["\(answered) of \(all) wordings"] + lines).joined(separator: "\n") + "\n"
  }
}
