import JapaneseText
import PlanDocuments

/// Finds the parts of a torn chart among the lines of a plan.
struct OutcomeChartReader: Sendable {
  let lines: [NumberedLine]
  /// Outcomes the text quotes, which tell a legend from other words in a row.
  let outcomes: Set<String>

  /// Lines that are a count with its share and nothing else: `87件(79.8%)`.
  var slices: [OutcomeChart.Slice] { lines.compactMap { OutcomeChartReader.slice($0) } }

  /// The chart; nil where figures, legend or total are missing.
  func chart() -> OutcomeChart? {
    let slices = slices
    guard slices.count > 1, let legend = legend(of: slices.count), let total = total() else { return nil }
    return OutcomeChart(slices: slices, legend: legend, total: total, fiscalYear: caption(near: legend)?.year)
  }

  private static func slice(_ line: NumberedLine) -> OutcomeChart.Slice? {
    guard let bracket = Bracket.outermost(in: line.scalars).first,
      bracket.whole.upperBound == line.scalars.count,
      let count = Quantity(
        parsing: String(String.UnicodeScalarView(line.scalars[..<bracket.whole.lowerBound]))),
      let share = Quantity(parsing: String(String.UnicodeScalarView(line.scalars[bracket.content]))),
      let whole = count.value.wholeNumber, (0...1_000_000).contains(whole), count.unit != nil,
      share.unit?.squeezed == "%"
    else { return nil }
    return OutcomeChart.Slice(count: whole, share: share.value, line: line.number)
  }

  /// A line of as many words as there are figures, each an outcome the text quotes.
  private func legend(of count: Int) -> OutcomeChart.Legend? {
    for line in lines where line.scalars.count <= 80 {
      let words = line.text.split { $0.isWhitespace || "・、/／｜".contains($0) }.map { String($0) }
      let legend = OutcomeChart.Legend(labels: words, line: line.number)
      guard legend.labels.count == count, Set(legend.labels).count == count else { continue }
      let named = Set(outcomes.compactMap { legend.index(of: $0) })
      if named.count == count { return legend }
    }
    return nil
  }

  /// `取組数` with its figure, on the same line or the next.
  private func total() -> Int? {
    for (i, line) in lines.enumerated() {
      let text = line.text.squeezed
      guard let word = ["取組数", "施策数", "事業数"].first(where: { text.hasPrefix($0) }) else { continue }
      let rest = String(text.dropFirst(word.count).drop { $0 == ":" })
      let figure = rest.isEmpty && i + 1 < lines.count ? lines[i + 1].text : rest
      if let total = Quantity(parsing: figure)?.value.wholeNumber, (1...1_000_000).contains(total) {
        return total
      }
    }
    return nil
  }

  /// The year in brackets nearest to the legend, with the words above it: `第２期終了時点` over `（令和３(2021)年度）`.
  func caption(near legend: OutcomeChart.Legend) -> (text: String, lines: LineRange, year: Int)? {
    guard let place = lines.firstIndex(where: { $0.number == legend.line }) else { return nil }
    let around = (max(0, place - 4)..<min(lines.count, place + 5)).sorted {
      abs($0 - place) < abs($1 - place)
    }
    for i in around {
      let scalars = lines[i].scalars
      guard let bracket = Bracket.outermost(in: scalars).last, bracket.whole.upperBound == scalars.count,
        let year = YearMention.all(in: Array(scalars[bracket.content])).first, year.form == .fiscal
      else { continue }
      var text = lines[i].text
      var range = LineRange(lines[i].number)
      if bracket.whole.lowerBound == 0, i > 0, !lines[i].followsBlank {
        text = lines[i - 1].text + text
        range = range.union(LineRange(lines[i - 1].number))
      }
      return (text, range, year.first)
    }
    return nil
  }
}
