/// Vertical text: three or more lines one below the other, of one character each (政／策／１).
enum MarginText {
  static func find(_ lines: [LineText], _ text: [Int]) -> [Int] {
    var found: [Int] = []
    var run: [Int] = []
    for i in text {
      if lines[i].scalars.count == 1 {
        run.append(i)
        continue
      }
      if run.count >= 3 { found += run }
      run = []
    }
    return run.count >= 3 ? found + run : found
  }
}
