/// What a line could go on with.
struct Completion: Hashable {
  struct Candidate: Hashable {
    let text: String
    /// What it is; may be empty.
    var meaning = ""
  }

  /// Characters before the cursor that a candidate takes the place of.
  let replaced: Int
  let candidates: [Candidate]
}

/// Edits one line by keys, with history, search, hints and completion. It draws nothing: `LineView` does.
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
    /// The line is to be edited by the person's own editor.
    case editOutside(String)
  }

  /// Candidates below the line, and the one that stands in it.
  struct Menu: Hashable {
    let completion: Completion
    /// The line that candidates are put into.
    let base: LineBuffer
    var chosen: Int?
  }

  private(set) var buffer = LineBuffer()
  private(set) var search: HistorySearch?
  private(set) var menu: Menu?
  private let history: [String]
  private let complete: (String) -> Completion
  /// Place in the history; `history.count` is the line being written.
  private var place: Int
  private var draft = ""
  private var isAfterControlX = false
  /// Lines as they were, the newest last, and whether the last change was typing.
  private var before: [LineBuffer] = []
  private var isTyping = false
  /// Steps that can be undone.
  private static let mostSteps = 200

  /// - Parameter complete: is given the text before the cursor.
  init(history: [String], complete: @escaping (String) -> Completion) {
    self.history = history
    self.complete = complete
    place = history.count
  }

  /// How the newest line of the history that begins with this one goes on; empty where the cursor is not at the end.
  var hint: String {
    let text = buffer.text
    guard search == nil, menu == nil, !text.isEmpty, buffer.cursor == buffer.characters.count else {
      return ""
    }
    return history.last { $0.hasPrefix(text) && $0.count > text.count }.map {
      String($0.dropFirst(text.count))
    } ?? ""
  }

  mutating func handle(_ key: Key) -> Outcome {
    if let outcome = handleSearch(key) { return outcome }
    if isAfterControlX {
      isAfterControlX = false
      return Keymap.afterControlX[key].map { carryOut($0) } ?? .edited
    }
    if let outcome = handleMenu(key) { return outcome }
    switch key {
    case .text(let text), .paste(let text):
      change(isTyping: true) { $0.insert(text) }
      return .edited
    case .control("x"):
      isAfterControlX = true
      return .edited
    default: return Keymap.keys[key].map { carryOut($0) } ?? .edited
    }
  }

  private mutating func carryOut(_ command: EditorCommand) -> Outcome {
    switch command {
    case .submit: return .submitted(buffer.text)
    case .abandon: return .abandoned
    case .clearScreen: return .clearScreen
    case .editOutside: return .editOutside(buffer.text)
    case .deleteOrEnd:
      if buffer.characters.isEmpty { return .ended }
      change { $0.deleteForward() }
    case .complete: completeLine()
    case .search: search = HistorySearch(history)
    case .older: recall(place - 1)
    case .newer: recall(place + 1)
    case .left: buffer.moveLeft()
    case .right: if !takeHint() { buffer.moveRight() }
    case .wordLeft: buffer.moveWordLeft()
    case .wordRight: buffer.moveWordRight()
    case .home: buffer.moveHome()
    case .end: if !takeHint() { buffer.moveEnd() }
    case .deleteBackward: change { $0.deleteBackward() }
    case .deleteForward: change { $0.deleteForward() }
    case .cutToEnd: change { $0.cutToEnd() }
    case .cutToStart: change { $0.cutToStart() }
    case .cutBack: change { $0.cutWord() }
    case .cutWordLeft: change { $0.cutWordLeft() }
    case .cutWordRight: change { $0.cutWordRight() }
    case .paste: change { $0.paste() }
    case .transpose: change { $0.transpose() }
    case .undo: undo()
    }
    return .edited
  }

  /// Changes the line; what is typed in one go is undone in one go.
  private mutating func change(isTyping typing: Bool = false, _ work: (inout LineBuffer) -> Void) {
    let old = buffer
    work(&buffer)
    guard buffer.characters != old.characters else { return }
    if !(typing && isTyping) { before = before.suffix(LineEditor.mostSteps - 1) + [old] }
    isTyping = typing
  }

  private mutating func undo() {
    isTyping = false
    if let old = before.popLast() { buffer = old }
  }

  private mutating func takeHint() -> Bool {
    let hint = hint
    guard !hint.isEmpty else { return false }
    change { $0.insert(hint) }
    return true
  }

  /// Goes through the history; the line being written waits behind it.
  private mutating func recall(_ next: Int) {
    guard next >= 0, next <= history.count else { return }
    if place == history.count { draft = buffer.text }
    place = next
    let text = next == history.count ? draft : history[next]
    change { $0.replace(with: text) }
  }

  /// nil where the key is for the line, after it ended a search or there was none.
  private mutating func handleSearch(_ key: Key) -> Outcome? {
    guard var current = search else { return nil }
    switch key {
    case .text(let text), .paste(let text): current.add(text)
    case .backspace: current.removeLast()
    case .control("r"): current.older()
    case .resized: break
    case .control("g"), .escape:
      search = nil
      return .edited
    case .control("c"):
      search = nil
      return .abandoned
    default:
      if let match = current.match { change { $0.replace(with: match) } }
      search = nil
      return nil
    }
    search = current
    return .edited
  }

  // MARK: completion

  /// nil where the key is for the line, after it closed the menu or there was none.
  private mutating func handleMenu(_ key: Key) -> Outcome? {
    guard let current = menu else { return nil }
    let count = current.completion.candidates.count
    switch key {
    case .tab, .down: choose((current.chosen ?? -1) + 1 < count ? (current.chosen ?? -1) + 1 : 0)
    case .up: choose((current.chosen ?? 0) > 0 ? (current.chosen ?? 0) - 1 : count - 1)
    case .resized: break
    case .escape, .control("g"):
      if current.chosen != nil { buffer = current.base }
      menu = nil
    case .enter where current.chosen != nil: menu = nil
    default:
      menu = nil
      return nil
    }
    return .edited
  }

  private mutating func choose(_ place: Int) {
    guard var current = menu else { return }
    if current.chosen != nil { buffer = current.base } else { before.append(current.base) }
    isTyping = false
    current.chosen = place
    menu = current
    let completion = current.completion
    buffer.replaceBeforeCursor(completion.replaced, with: completion.candidates[place].text)
  }

  /// Adds what all candidates go on with. What does not go on from the very characters typed is only shown, to be chosen.
  private mutating func completeLine() {
    let completion = complete(buffer.textBeforeCursor)
    guard let first = completion.candidates.first?.text else { return }
    let common = completion.candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1.text) }
    let typed = String(buffer.textBeforeCursor.suffix(completion.replaced))
    if common.count > typed.count, common.hasPrefix(typed) {
      change { $0.replaceBeforeCursor(completion.replaced, with: common) }
      if completion.candidates.count == 1 { return }
      menu = Menu(
        completion: Completion(replaced: common.count, candidates: completion.candidates), base: buffer)
    } else if completion.candidates.count > 1 || first != typed {
      menu = Menu(completion: completion, base: buffer)
    }
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
