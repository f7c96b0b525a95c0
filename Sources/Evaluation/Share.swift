/// A part of a whole, as reports print it.
struct Share: CustomStringConvertible {
  /// 0 to 1000.
  private let thousandths: Int

  init(_ part: Int, of whole: Int) { thousandths = whole == 0 ? 0 : (part * 2000 / whole + 1) / 2 }

  /// `95.5 %`
  var description: String { "\(thousandths / 10).\(thousandths % 10) %" }

  /// Twenty cells, filled from the left: `██████░░░░░░░░░░░░░░`.
  var bar: String {
    let filled = (thousandths + 25) / 50
    return String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
  }
}
