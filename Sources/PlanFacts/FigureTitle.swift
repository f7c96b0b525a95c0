import JapaneseText
import PlanDocuments

/// The title of a table of figures: it ends in what was counted or measured (`事業所数`, `農地面積（2017年１月）`).
struct FigureTitle: Hashable, Sendable {
  let text: String
  let lines: LineRange

  /// Whether a line may be one, or the end of one.
  static func isTitle(_ text: String, ending ends: [String] = FigureTitle.ends) -> Bool {
    var scalars = Array(text.squeezed.unicodeScalars)
    while let last = Bracket.outermost(in: scalars).last, last.whole.upperBound == scalars.count {
      scalars.removeSubrange(last.whole)
    }
    let rest = String(String.UnicodeScalarView(scalars))
    guard (2...40).contains(rest.count), !rest.contains(where: { "。●○|".contains($0) }) else { return false }
    return ends.contains { rest.hasSuffix($0) }
  }

  static let ends = [
    "数", "額", "率", "割合", "面積", "推移", "内訳", "構成", "構成比", "人口", "生産量", "排出量", "使用量", "取扱量",
    "状況", "比較", "残高",
  ]

  init(text: String, line: Int) {
    self.text = text.closedUp
    lines = LineRange(line)
  }

  /// `【今後の課題】 【今後の方針】`: titles and nothing else.
  static func bracketed(in line: NumberedLine) -> [FigureTitle] {
    let pieces = line.text.split(separator: "】", omittingEmptySubsequences: false).map { piece in
      String(piece.drop { $0.isWhitespace || "、・".contains($0) })
    }
    guard pieces.count > 1, pieces.last == "", pieces.dropLast().allSatisfy({ $0.hasPrefix("【") }) else {
      return []
    }
    return pieces.dropLast().map { FigureTitle(text: String($0.dropFirst()), line: line.number) }
  }

  /// The title in the lines above a table, the nearest last; nil where they hold none. Of lines that print two charts side
  /// by side, it is the one on the left, as the figures are.
  init?(above lines: ArraySlice<NumberedLine>) {
    guard let last = lines.last, let left = FigureTitle.columns(of: last).first, FigureTitle.isTitle(left)
    else { return nil }
    var pieces = [left]
    var first = last.number
    if let before = lines.dropLast().last, let head = FigureTitle.columns(of: before).first,
      FigureTitle.goesOn(head)
    {
      pieces.insert(head, at: 0)
      first = before.number
    }
    text = pieces.joined(separator: " ").closedUp
    self.lines = LineRange(first, last.number)
  }

  /// A line that needs the next: `市内ＳＢの`, `女性無業者における`.
  static func goesOn(_ text: String) -> Bool {
    text.unicodeScalars.count <= 30 && !text.contains("。")
      && ["の", "における", "に関する", "に係る", "別"].contains { text.hasSuffix($0) }
  }

  /// The texts that wide gaps set apart.
  private static func columns(of line: NumberedLine) -> [String] {
    var columns: [[Unicode.Scalar]] = [[]]
    var gap: [Unicode.Scalar] = []
    for scalar in line.scalars {
      if scalar.isSpace {
        gap.append(scalar)
        continue
      }
      if gap.count >= 3 { columns.append([]) } else { columns[columns.count - 1] += gap }
      gap = []
      columns[columns.count - 1].append(scalar)
    }
    return columns.map { String(String.UnicodeScalarView($0)) }.filter { !$0.isEmpty }
  }
}
