/// Lines that are rows of a table by their own form, so that none is joined with the line below it.
enum RowForm {
  static func matches(_ line: LineText) -> Bool {
    line.scalars.first == "|" || line.hasTab && line.words.count > 1 || isRecord(line) || isFigures(line)
      || isLabelled(line) || isNumbered(line) || isMeasured(line)
  }

  /// A name and its figures: `市域の排出量 212.4千t 207.9千t 165千t`, `食べきり協力店の登録数 ― 22店 60店`.
  private static func isMeasured(_ line: LineText) -> Bool {
    let words = line.words
    guard words.count >= 4, let name = words.first, !name.contains(where: \.isDigit), name.count >= 3 else {
      return false
    }
    let cells = words.suffix(3)
    return cells.allSatisfy { isCell($0) } && cells.contains { $0.contains(where: \.isDigit) }
  }

  /// A figure with its unit, or the dash for none.
  private static func isCell(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = word.first, word.count <= 14 else { return false }
    if "―－—ー-".unicodeScalars.contains(first) { return word.count == 1 }
    let digits = word.drop { "▲△約".unicodeScalars.contains($0) }.prefix {
      $0.isDigit || ",，.．".unicodeScalars.contains($0)
    }
    guard !digits.isEmpty,
      let behind = word.dropFirst(word.count - word.suffix(from: digits.endIndex).count).first
    else {
      return !digits.isEmpty
    }
    return !"年月日".unicodeScalars.contains(behind)
  }

  /// A running number and a code: `1 40203020`, perhaps with more cells.
  private static func isRecord(_ line: LineText) -> Bool {
    let words = line.words
    guard words.count >= 2, words[0].count <= 3, words[0].allSatisfy(\.isDigit) else { return false }
    return words[1].count >= 5 && words[1].allSatisfy(\.isDigit)
  }

  /// Nothing but figures in two cells or more: `304,726 304,726 3 P2`.
  private static func isFigures(_ line: LineText) -> Bool {
    let words = line.words
    return words.count >= 3
      && words.allSatisfy { word in
        word.count <= 12 && word.contains { $0.isDigit || $0 == "●" }
          && !word.contains { "年月日".unicodeScalars.contains($0) }
          && word.filter { !$0.isWritten || $0.isDigit }.count * 2 >= word.count
      }
  }

  /// A short name and its figure: `川崎区 163`.
  private static func isLabelled(_ line: LineText) -> Bool {
    let words = line.words
    guard words.count == 2, line.width <= 24, let digit = words[1].first, digit.isDigit else { return false }
    return words[1].allSatisfy { $0.isDigit || ",.，．%％".unicodeScalars.contains($0) }
      && words[0].allSatisfy { $0.isWritten } && !words[0].contains(where: \.isDigit)
  }

  /// A rank, a name and a figure: `１ デジタルコンテンツ 1,571 不当請求 1,186 件他`.
  private static func isNumbered(_ line: LineText) -> Bool {
    let words = line.words
    guard words.count >= 3, words[0].count <= 2, words[0].allSatisfy(\.isDigit) else { return false }
    return words.dropFirst(2).contains { word in
      word.allSatisfy { $0.isDigit || $0 == "," } && (word.contains(",") || word.count >= 3)
    }
  }
}
