import JapaneseText
import Rendering

extension QuestionReport {
  /// The outcomes by class, the whole last; then what is not right, with what is wrong and the room to blame (`verbose` in text).
  package func text(_ layout: ReportLayout, verbose: Bool) -> String {
    switch layout {
    case .text:
      table(DisplayWidth()) + (verbose ? "\n" + missed.map(\.text).joined() : "") + "\n" + summary + "\n"
        + blamed + "\n"
    case .markdown: markdown
    case .json: json.encoded(.pretty) + "\n"
    }
  }

  /// The report as a page with a bar for each outcome of each class.
  package var page: String {
    let rows = classes.map { name, outcomes in
      [
        ReportPage.Cell.text(name),
        .bars(
          Outcome.allCases.enumerated().map { place, outcome in
            let count = outcomes[outcome] ?? 0
            return ReportPage.Bar(label: "\(outcome.rawValue) \(count)", width: Double(count), colour: place)
          }),
      ]
    }
    return ReportPage(
      title: "Questions", summary: "\(summary). \(blamed).",
      parts: [
        .table(heading: "By class", head: ["class", "outcomes"], rows: rows),
        .list(heading: "Not right", missed.map(\.text)),
      ]
    ).text
  }

  var missed: [JudgedQuestion] { questions.filter { $0.outcome != .right } }

  /// `right 105 of 110 (95.5 %), confidently wrong 2 (1.8 %); …`
  package var summary: String {
    let all = questions.count
    let parts = Outcome.allCases.dropFirst().map {
      "\($0.rawValue) \(count($0)) (\(Share(count($0), of: all)))"
    }
    return "right \(count(.right)) of \(all) (\(Share(count(.right), of: all))), "
      + parts.joined(separator: ", ")
  }

  /// `blamed on reading the plan 3, understanding 90, retrieval 0, ranking 2`
  private var blamed: String {
    "blamed on " + Blame.Room.allCases.map { "\($0.rawValue) \(count($0))" }.joined(separator: ", ")
  }

  private func count(_ room: Blame.Room) -> Int { questions.count { $0.blame?.room == room } }

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
    let rows = classes.map { name, outcomes in
      let right = Share(outcomes[.right] ?? 0, of: outcomes.values.reduce(0, +))
      return [name] + counts(outcomes) + ["\(right.bar) \(right)"]
    }
    let misses = missed.map { one in
      [one.id, one.question, one.outcome.rawValue, one.faults.joined(separator: "; ")]
        + [one.blame.map { "\($0.room.rawValue): \($0.detail)" } ?? ""]
    }
    return "\(summary)\n\n\(blamed)\n\n"
      + MarkdownTable.text(["class"] + Outcome.allCases.map(\.rawValue) + ["right"], rows)
      + (misses.isEmpty
        ? "" : "\n" + MarkdownTable.text(["id", "question", "outcome", "what is wrong", "blame"], misses))
  }

  private var json: JSONValue {
    func counted(_ outcomes: [Outcome: Int]) -> JSONValue {
      .object(Outcome.allCases.map { JSONValue.Member($0.rawValue, .number(outcomes[$0] ?? 0)) })
    }
    return .object([
      JSONValue.Member("questions", .number(questions.count)),
      JSONValue.Member(
        "outcomes", counted(Dictionary(questions.map { ($0.outcome, 1) }, uniquingKeysWith: +))),
      JSONValue.Member(
        "classes",
        .list(
          classes.map {
            .object([JSONValue.Member("class", .text($0)), JSONValue.Member("outcomes", counted($1))])
          })),
      JSONValue.Member(
        "blame", .object(Blame.Room.allCases.map { JSONValue.Member($0.rawValue, .number(count($0))) })),
      JSONValue.Member("misses", .list(missed.map(\.json))),
    ])
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

  fileprivate var json: JSONValue {
    .object([
      JSONValue.Member("id", .text(id)), JSONValue.Member("question", .text(question)),
      JSONValue.Member("class", .text(questionClass)), JSONValue.Member("outcome", .text(outcome.rawValue)),
      JSONValue.Member("faults", .list(faults.map(JSONValue.text))),
      JSONValue.Member("readAs", canonical.map(JSONValue.text) ?? .null),
      JSONValue.Member(
        "blame",
        blame.map {
          .object([
            JSONValue.Member("room", .text($0.room.rawValue)), JSONValue.Member("detail", .text($0.detail)),
          ])
        } ?? .null),
    ])
  }
}
