/// A table of indicators printed cell by cell, a cell a line (or a name with its first figure):
///
///     指 標 計画策定時 現 状 第１期計画期間
///     における目標値
///     起業支援による年間市内起業件数 62件
///     （2014(平成 26)年度）
///     39件
///
/// The header opens with 指標 and names times; a row is its name and the figures up to the next name.
enum LineTable {
  /// Rows and headers, each as indexes into the lines, ascending.
  static func rows(_ lines: [LineText], skipping skipped: Set<Int>) -> [[Int]] {
    var rows: [[Int]] = []
    var i = 0
    while i < lines.count {
      guard !skipped.contains(i), isHeader(lines[i]) else {
        i += 1
        continue
      }
      var reader = LineTableReader(header: i)
      i += 1
      while i < lines.count, lines[i].isBlank || skipped.contains(i) || reader.read(lines[i], at: i) {
        i += 1
      }
      rows += reader.finished()
      i = reader.end
    }
    return rows
  }

  private static func isHeader(_ line: LineText) -> Bool {
    guard !line.hasTab, line.scalars.first != "|", line.words.count >= 3 else { return false }
    let text = line.scalars.dense
    guard text.starts(with: "指標".unicodeScalars), text.count > 2, !line.endsSentence else { return false }
    let dense = text.text
    return Self.times.contains { dense.contains($0) }
  }

  private static let times = ["現状", "現在", "策定時", "実績", "目標", "基準"]
}

private struct LineTableReader {
  private var rows: [[Int]]
  /// Name lines that no figure has followed yet.
  private var names: [Int] = []
  private var hasFigure = false
  /// True where a figure waits for its year in brackets, so that another line may still belong to its cell.
  private var isOpen = false
  private var inHeader = true
  /// Index after the last line taken.
  private(set) var end: Int

  init(header: Int) {
    rows = [[header]]
    end = header + 1
  }

  mutating func read(_ line: LineText, at i: Int) -> Bool {
    if inHeader, isHeaderRest(line) {
      rows[0].append(i)
      end = i + 1
      return true
    }
    guard !endsTable(line) else { return false }
    inHeader = false
    let figure = Self.figure(line)
    if figure == .none, !(isOpen && names.isEmpty && hasFigure && line.scalars.contains(where: \.isDigit)) {
      names.append(i)
      hasFigure = hasFigure && names.count < 1
      return names.count <= 6
    }
    if !names.isEmpty || rows.count == 1 {
      if figure == .inside, isOpen, hasFigure, names.isEmpty {
        rows[rows.count - 1].append(i)
      } else if figure == .inside || !names.isEmpty {
        rows.append(names + [i])
      } else {
        return false
      }
      names = []
    } else if figure == .inside, !isOpen {
      rows.append([i])
    } else {
      rows[rows.count - 1].append(i)
    }
    hasFigure = true
    isOpen = !isClosed(line)
    end = i + 1
    return true
  }

  func finished() -> [[Int]] { rows.count > 1 ? rows : [] }

  private func isHeaderRest(_ line: LineText) -> Bool {
    let text = line.scalars.dense.text
    return line.width <= 40
      && !line.scalars.contains { "0123456789０１２３４５６７８９".unicodeScalars.contains($0) && !text.hasPrefix("第") }
      && (text.hasSuffix("目標値") || text.hasSuffix("目標") || text.hasSuffix("計画期間") || text.hasSuffix("期間"))
  }

  private func endsTable(_ line: LineText) -> Bool {
    if line.endsSentence || line.width > 64 || line.hasTab || line.scalars.first == "|" { return true }
    if let first = line.scalars.first, "【※".unicodeScalars.contains(first) { return true }
    if Bullet(line.scalars) != nil { return true }
    switch HeadingMark(line.scalars)?.form {
    case .circled, .bracketedNumber, .division, .word: return true
    default: return false
    }
  }

  private enum Figure { case none, whole, inside }

  /// Whether a line is a figure (`62件`, `（2014(平成 26)年度）`, `― 35件以上`) or a name with one (`販売額 9,838億円`).
  private static func figure(_ line: LineText) -> Figure {
    guard let first = line.scalars.first else { return .none }
    if first.isDigit || isNone(first) { return .whole }
    if first == "（" || first == "(" {
      return line.scalars.prefix(4).contains(where: \.isDigit) ? .whole : .none
    }
    guard line.words.count >= 2, let last = line.words.last, let start = last.first else { return .none }
    return start.isDigit || isNone(start) ? .inside : .none
  }

  /// Dashes that stand for no figure.
  private static func isNone(_ scalar: Unicode.Scalar) -> Bool { "―ー－—-▲△".unicodeScalars.contains(scalar) }

  private func isClosed(_ line: LineText) -> Bool {
    guard let last = line.scalars.last else { return true }
    return last == "）" || last == ")" || Self.isNone(last) || last == "*"
  }
}
