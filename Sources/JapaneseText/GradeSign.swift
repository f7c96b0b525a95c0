/// A sign by which things are graded where no letter is: ◎ ○ △ ▲ ×.
package enum GradeSign {
  /// The sign as documents are compared by it: 〇 is ○, ✕ and ✖ are ×; nil for what grades nothing.
  package static func named(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "◎", "△", "▲": String(Character(scalar))
    case "○", "〇", "◯": "○"
    case "×", "✕", "✖", "☓", "╳": "×"
    default: nil
    }
  }
}
