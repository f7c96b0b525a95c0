/// A sign by which things are graded where no letter is: ◎ ○ △ ▲ ×.
package enum GradeSign {
  /// The letters of grades, the best first.
  package static let letters: [Character] = ["S", "A", "B", "C", "D", "E"]

  /// The sign as documents are compared by it: 〇 is ○, ✕ and ✖ are ×; nil for what grades nothing.
  package static func named(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "◎", "△", "▲": String(Character(scalar))
    case "○", "〇", "◯": "○"
    case "×", "✕", "✖", "☓", "╳": "×"
    default: nil
    }
  }

  /// Where a grade stands among those of its kind, the best first: S A B C D E, or ◎ ○ △ ▲ ×; nil for words.
  package static func place(of grade: String) -> Int? {
    [letters.map(String.init), ["◎", "○", "△", "▲", "×"]].lazy.compactMap { $0.firstIndex(of: grade) }
      .first
  }
}
