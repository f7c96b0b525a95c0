import JapaneseText

extension QuestionReport {
  /// How a report is laid out.
  package enum Layout: String, Hashable, Sendable, CaseIterable { case text, markdown, html }

  /// The outcomes by class, the whole last; then each question that is not right, with what is wrong and where.
  package func text(_ layout: Layout, verbose: Bool) -> String {
    switch layout {
    case .text:
      table(DisplayWidth()) + (verbose ? "\n" + missed.map(\.text).joined() : "") + "\n" + summary + "\n"
    case .markdown: markdown
    case .html: QuestionPage(self).text
    }
  }

  var missed: [JudgedQuestion] { questions.filter { $0.outcome != .right } }

  /// `right 105 of 110 (95.5 %), confidently wrong 2 (1.8 %); …`
  package var summary: String {
    let all = questions.count
    let parts = Outcome.allCases.dropFirst().map {
      "\($0.rawValue) \(count($0)) (\(percent(count($0), of: all)))"
    }
    return "right \(count(.right)) of \(all) (\(percent(count(.right), of: all))), "
      + parts.joined(separator: ", ")
  }

  /// One decimal place.
  func percent(_ part: Int, of whole: Int) -> String {
    let thousandths = whole == 0 ? 0 : (part * 2000 / whole + 1) / 2
    return "\(thousandths / 10).\(thousandths % 10) %"
  }

  private func table(_ width: DisplayWidth) -> String {
    let rows = classes.map { [$0.name] + counts($0.outcomes) }
    let all = ["all"] + Outcome.allCases.map { "\(count($0))" }
    let table = [["class"] + Outcome.allCases.map(\.rawValue)] + rows + [all]
    let widths = table[0].indices.map { column in table.map { width.columns($0[column]) }.max() ?? 0 }
    return table.map { row in
      row.indices.map { width.padded(row[$0], to: widths[$0], side: $0 == 0 ? .behind : .before) }
        .joined(separator: "  ") + "\n"
    }.joined()
  }

  private func counts(_ outcomes: [Outcome: Int]) -> [String] {
    Outcome.allCases.map { "\(outcomes[$0] ?? 0)" }
  }

  private var markdown: String {
    let head = "| class | \(Outcome.allCases.map(\.rawValue).joined(separator: " | ")) |\n"
    let rule = "| --- |" + String(repeating: " ---: |", count: Outcome.allCases.count) + "\n"
    let rows = classes.map { "| \($0.name) | \(counts($0.outcomes).joined(separator: " | ")) |\n" }
    let misses = missed.map {
      "- \($0.id) \($0.question): \($0.outcome.rawValue); \($0.faults.joined(separator: "; "))\n"
    }
    return summary + "\n\n" + head + rule + rows.joined() + "\n" + misses.joined()
  }
}

extension JudgedQuestion {
  /// The question, what came, what is wrong with it, and the room to look into.
  var text: String {
    let lines = [
      "\(id) \(question)", "  \(outcome.rawValue): \(faults.joined(separator: "; "))",
      canonical.map { "  read as: \($0)" }, blame.map { "  blame: \($0.room.rawValue): \($0.detail)" },
    ]
    return lines.compactMap(\.self).joined(separator: "\n") + "\n"
  }
}
