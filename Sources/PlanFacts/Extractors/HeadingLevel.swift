import JapaneseText
import PlanDocuments

/// The level of achievement a heading prints in a bracket at its end: `【達成状況区分 3*】`, `【達成状況区分：3＊】`.
struct HeadingLevel {
  /// Level, its text as printed, and whether a star marks it as revised.
  let fields: [Field]

  init?(printed plan: Plan, lines: LineRange) {
    let text = (lines.first...lines.last).flatMap { Array(plan[line: $0].unicodeScalars) }
      .filter { ScriptClass($0) != .space }
    guard text.last == "】", let open = text.lastIndex(of: "【") else { return nil }
    let inner = Array(text[(open + 1)..<(text.count - 1)])
    guard let digit = inner.firstIndex(where: { $0.decimalDigit != nil }), digit > 0 else { return nil }
    guard let level = inner[digit].decimalDigit, (1...5).contains(level) else { return nil }
    let mark = Array(inner[(digit + 1)...])
    guard mark.isEmpty || mark == ["*"] || mark == ["＊"] else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: inner[digit...])
    fields = [
      Field(.level, .number(ExactNumber(level)), lines: lines),
      Field(.levelText, .text(String(view)), lines: lines),
      Field(.levelRevised, .flag(!mark.isEmpty), lines: lines),
    ]
  }
}
