import JapaneseText

/// Running heads and page numbers of a document, found by what its pages share.
enum Furniture {
  /// The pages with lines at their upper and lower edges marked that stand on three pages or more, or are a number.
  static func marked(_ pages: [LaidOutPage]) -> [LaidOutPage] {
    var counts: [String: Int] = [:]
    for page in pages {
      for line in page.edgeLines { counts[key(line.text), default: 0] += 1 }
    }
    return pages.map { page in
      var page = page
      page.items = page.items.map { item in
        guard case .line(var line) = item, page.isAtEdge(line.box) else { return item }
        line.isFurniture = isNumber(line.text) || (counts[key(line.text)] ?? 0) >= 3
        return .line(line)
      }
      return page
    }
  }

  /// The text with every number as one sign: heads that count pages are the same.
  private static func key(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where ScriptClass(scalar) != .space {
      let isDigit = ScriptClass(scalar) == .digit
      if !(isDigit && key.last == "#") { key.append(isDigit ? "#" : scalar) }
    }
    return String(key)
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.unicodeScalars.count { ScriptClass($0) == .digit }
    return (1...4).contains(digits)
      && text.unicodeScalars.allSatisfy {
        ScriptClass($0) == .digit || ScriptClass($0) == .space || "-‐–—―－ｰー/／".unicodeScalars.contains($0)
      }
  }
}

extension LaidOutPage {
  fileprivate func isAtEdge(_ box: Box) -> Bool { box.top < 0.09 * height || box.bottom > 0.92 * height }

  fileprivate var edgeLines: [PageLine] {
    items.compactMap { item in
      guard case .line(let line) = item, isAtEdge(line.box) else { return nil }
      return line
    }
  }
}
