import Answers
import JapaneseText
import Phrases
import Rendering

/// The figures of an indicator over its years: drawn where they can be compared, and as a table in any case.
struct PointsView {
  let frame: Frame
  let item: Item
  let field: ItemField

  private struct Point {
    let text: FigureText.PointText
    let isTarget: Bool
  }

  private var points: [Point] {
    guard case .list(let values) = field.value else { return [] }
    return values.compactMap { value in
      guard case .object(let fields) = value else { return nil }
      let text = FigureText.PointText(fields, of: field.name)
      return Point(text: text, isTarget: text.role == "target")
    }
  }

  var html: HTML {
    let points = points
    return HTML(
      "figure", ["class": "points"],
      Drawing.course(drawn(points), title: frame.said(.pageCourse, Saying(item.name))),
      table(points))
  }

  /// The points in order of year; none where they can't stand over one axis.
  private func drawn(_ points: [Point]) -> [Drawing.Point] {
    let known = points.compactMap { point -> Drawing.Point? in
      guard let year = point.text.lastYear, let value = point.text.value else { return nil }
      return Drawing.Point(
        year: year, value: Double(value), figure: point.text.figure, isTarget: point.isTarget)
    }
    let years = known.map(\.year)
    guard known.count == points.count, known.count > 1, Set(points.map(\.text.unit)).count == 1,
      Set(years).count == years.count
    else { return [] }
    return known.sorted { $0.year < $1.year }
  }

  private func table(_ points: [Point]) -> HTML {
    let hasLabels = points.contains { !$0.text.label.isEmpty }
    let rows = points.map { point in
      HTML(
        "tr", [:],
        [HTML("th", ["scope": "row"], HTML(frame.word(point.text.role)))]
          + [
            HTML(
              "td", [:],
              point.text.year.english.isEmpty ? frame.say(.pageNotStated) : frame.say(point.text.year))
          ]
          + (hasLabels ? [HTML("td", [:], frame.japanese(point.text.label))] : [])
          + [HTML("td", ["class": "figure"], frame.japanese(point.text.figure))])
    }
    return HTML("table", ["class": "points"], HTML("tbody", [:], rows))
  }
}
