/// Lines drawn with characters: `|---|--|`, `────`, `×` alone.
enum Rulings {
  static func find(_ lines: [LineText], _ text: [Int]) -> [Int] {
    text.filter { i in
      let marks = lines[i].scalars.dense
      guard marks.allSatisfy(drawn.contains) else { return false }
      // One dash alone stands for a figure that there is none of.
      return marks.count > 1 || marks.first == "|" || marks.first == "×"
    }
  }

  private static let drawn = Set("|-–—―─━═=_+:│┃×*・…".unicodeScalars)
}
