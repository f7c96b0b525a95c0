/// What a line could go on with.
struct Completion: Hashable {
  /// Characters before the cursor that a candidate takes the place of.
  let replaced: Int
  let candidates: [String]
}

/// Edits one line by keys, with history, search and completion. It draws nothing: `LineView` does.
struct LineEditor {
  /// What a key led to.
  enum Outcome: Hashable {
    case edited
    case submitted(String)
    /// C-c: the line is given up.
    case abandoned
    /// C-d on an empty line.
    case ended
    case clearScreen
    /// Candidates to be shown below the line.
    case candidates([String])
  }

  private(set) var buffer = LineBuffer()
  private(set) var search: HistorySearch?
  private let history: [String]
  private let complete: (String) -> Completion
  /// Place in the history; `history.count` is the line being written.
  private var place: Int
  private var draft = ""

  /// - Parameter complete: is given the text before the cursor.
  init(history: [String], complete: @escaping (String) -> Completion) {
    self.history = history
    self.complete = complete
    place = history.count
  }

  mutating func handle(_ key: Key) -> Outcome {
    if let outcome = handleSearch(key) { return outcome }
    switch key {
    case .text(let text), .paste(let text): buffer.insert(text)
    case .enter: return .submitted(buffer.text)
    case .tab: return completeLine()
    case .backspace: buffer.deleteBackward()
    case .delete: buffer.deleteForward()
    case .left: buffer.moveLeft()
    case .right: buffer.moveRight()
    case .up: recall(place - 1)
    case .down: recall(place + 1)
    case .home: buffer.moveHome()
    case .end: buffer.moveEnd()
    case .escape: break
    case .control(let letter): return handleControl(letter)
    }
    return .edited
  }

  private mutating func handleControl(_ letter: Character) -> Outcome {
    switch letter {
    case "a": buffer.moveHome()
    case "b": buffer.moveLeft()
    case "c": return .abandoned
    case "d":
      if buffer.characters.isEmpty { return .ended }
      buffer.deleteForward()
    case "e": buffer.moveEnd()
    case "f": buffer.moveRight()
    case "k": buffer.cutToEnd()
    case "l": return .clearScreen
    case "n": recall(place + 1)
    case "p": recall(place - 1)
    case "r": search = HistorySearch(history)
    case "u": buffer.cutToStart()
    case "w": buffer.cutWord()
    case "y": buffer.paste()
    default: break
    }
    return .edited
  }

  /// Goes through the history; the line being written waits behind it.
  private mutating func recall(_ next: Int) {
    guard next >= 0, next <= history.count else { return }
    if place == history.count { draft = buffer.text }
    place = next
    buffer.replace(with: next == history.count ? draft : history[next])
  }

  /// nil where the key is for the line, after it ended a search or there was none.
  private mutating func handleSearch(_ key: Key) -> Outcome? {
    guard var current = search else { return nil }
    switch key {
    case .text(let text), .paste(let text): current.add(text)
    case .backspace: current.removeLast()
    case .control("r"): current.older()
    case .control("g"), .escape:
      search = nil
      return .edited
    case .control("c"):
      search = nil
      return .abandoned
    default:
      if let match = current.match { buffer.replace(with: match) }
      search = nil
      return nil
    }
    search = current
    return .edited
  }

  private mutating func completeLine() -> Outcome {
    let completion = complete(buffer.textBeforeCursor)
    guard let first = completion.candidates.first else { return .edited }
    let common = completion.candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let before = String(buffer.textBeforeCursor.suffix(completion.replaced))
    if completion.candidates.count == 1 || common.count > completion.replaced {
      buffer.replaceBeforeCursor(completion.replaced, with: common)
    }
    return completion.candidates.count > 1 && common.count <= before.count
      ? .candidates(completion.candidates) : .edited
  }
}

/// Looks for a text in the history, newest line first.
struct HistorySearch: Hashable {
  private(set) var query = ""
  private let history: [String]
  private var place: Int

  init(_ history: [String]) {
    self.history = history
    place = history.count
  }

  /// The line found; nil where none holds the query.
  var match: String? { history.indices.contains(place) ? history[place] : nil }

  mutating func add(_ text: String) {
    query += text
    find(from: history.count - 1)
  }

  mutating func removeLast() {
    if !query.isEmpty { query.removeLast() }
    find(from: history.count - 1)
  }

  mutating func older() { find(from: place - 1) }

  private mutating func find(from start: Int) {
    guard !query.isEmpty, start >= 0,
      let found = history[...min(start, history.count - 1)].lastIndex(where: { $0.contains(query) })
    else { return }
    place = found
  }
}

extension String {
  /// The characters both strings begin with.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
