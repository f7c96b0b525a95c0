import JapaneseText
import Rendering

extension TopicReport {
  /// How many of the worst topics a report for people names.
  private static let worstShown = 10

  /// The mean of each measure; every topic in `json`, in text where it is `verbose`, the worst ones in `markdown`.
  package func text(_ layout: ReportLayout, verbose: Bool, of judgements: Judgements) -> String {
    switch layout {
    case .text: verbose ? text : means.map { "\($0)\t\(TopicReport.decimal($1))\n" }.joined()
    case .markdown: markdown(judgements)
    case .json: json(judgements).encoded(.pretty) + "\n"
    }
  }

  /// The report as a page with a bar for each measure, and for each topic, the worst first.
  package func page(of judgements: Judgements) -> String {
    let topics = worst.map { row in
      [ReportPage.Cell.text(row.topic), .text(query(row, judgements))]
        + row.figures.enumerated().map { .bars([bar($1, colour: $0)]) }
        + [.text("\(row.unjudged)"), .text(missing(row, judgements).joined(separator: ", "))]
    }
    return ReportPage(
      title: "Topics", summary: "\(topics.count) topics",
      parts: [
        .table(
          heading: "Means", head: ["measure", "mean"],
          rows: means.enumerated().map { [.text($1.measure), .bars([bar($1.figure, colour: $0)])] }),
        .table(heading: "By topic, the worst first", head: head, rows: topics),
      ]
    ).text
  }

  private var means: [(measure: String, figure: Int)] { Array(zip(measures, mean?.figures ?? [])) }

  /// By the first measure, the lowest first; equal ones in their order.
  private var worst: [Row] {
    rows.dropLast().enumerated().sorted {
      ($0.element.figures.first ?? 0, $0.offset) < ($1.element.figures.first ?? 0, $1.offset)
    }.map(\.element)
  }

  private var head: [String] { ["topic", "query"] + measures + ["unjudged in ten", "relevant, not found"] }

  private func query(_ row: Row, _ judgements: Judgements) -> String {
    judgements.topics.first { $0.id == row.topic }?.query ?? ""
  }

  /// What is relevant and was not found.
  private func missing(_ row: Row, _ judgements: Judgements) -> [String] {
    let found = Set(row.found.map(\.id))
    return (judgements.grades[row.topic] ?? [:]).filter { $0.value > 0 && !found.contains($0.key) }.keys
      .sorted()
  }

  private func bar(_ figure: Int, colour: Int) -> ReportPage.Bar {
    ReportPage.Bar(label: TopicReport.decimal(figure), width: Double(figure) / 1000, colour: colour % 5)
  }

  private func markdown(_ judgements: Judgements) -> String {
    let means = means.map { measure, figure in
      [measure, "\(Share(figure, of: 10_000).bar) \(TopicReport.decimal(figure))"]
    }
    let topics = worst.prefix(TopicReport.worstShown).map { row in
      [row.topic, query(row, judgements)] + row.figures.map(TopicReport.decimal)
        + ["\(row.unjudged)", missing(row, judgements).joined(separator: ", ")]
    }
    return "\(rows.count - 1) topics\n\n" + MarkdownTable.text(["measure", "mean"], means)
      + "\nThe worst by \(measures.first ?? ""):\n\n"
      + MarkdownTable.text(head, Array(topics))
  }

  private func json(_ judgements: Judgements) -> JSONValue {
    func figures(_ figures: [Int]) -> JSONValue {
      .object(zip(measures, figures).map { JSONValue.Member($0, .number(ExactNumber(digits: $1, scale: 4))) })
    }
    let topics = rows.dropLast().map { row in
      JSONValue.object([
        JSONValue.Member("topic", .text(row.topic)), JSONValue.Member("query", .text(query(row, judgements))),
        JSONValue.Member("figures", figures(row.figures)),
        JSONValue.Member("unjudgedInTen", .number(row.unjudged)),
        JSONValue.Member("hits", row.recall.map { .number($0.hits) } ?? .null),
        JSONValue.Member("unfound", row.recall.map { .number($0.unfound) } ?? .null),
        JSONValue.Member(
          "found",
          .list(
            row.found.map {
              .object([JSONValue.Member("id", .text($0.id)), JSONValue.Member("rank", .number($0.rank))])
            })),
        JSONValue.Member("notFound", .list(missing(row, judgements).map(JSONValue.text))),
      ])
    }
    return .object([
      JSONValue.Member("topics", .number(topics.count)),
      JSONValue.Member("means", figures(mean?.figures ?? [])),
      JSONValue.Member("perTopic", .list(Array(topics))),
    ])
  }
}
