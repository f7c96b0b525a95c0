import JapaneseText

/// A line of text under a cursor; both move by whole characters, as a reader counts them.
struct LineBuffer: Hashable {
  private(set) var characters: [Character] = []
  /// 0...characters.count
  private(set) var cursor = 0
  /// What was cut last, for C-y.
  private(set) var cut: [Character] = []

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Inserts text at the cursor. Line ends and other controls become spaces: a line stays one line.
  mutating func insert(_ text: String) {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      clean.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    // A mark or joiner becomes one character with what stands before it.
    let head = Array(textBeforeCursor + String(clean))
    characters = Array(String(head) + String(characters[cursor...]))
    cursor = min(head.count, characters.count)
  }

  mutating func replace(with text: String) {
    characters = Array(text)
    cursor = characters.count
  }

  /// Puts `text` in the place of the `count` characters before the cursor.
  mutating func replaceBeforeCursor(_ count: Int, with text: String) {
    remove(max(0, cursor - count)..<cursor)
    insert(text)
  }

  mutating func moveLeft() { cursor = max(0, cursor - 1) }
  mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
  mutating func moveHome() { cursor = 0 }
  mutating func moveEnd() { cursor = characters.count }

  mutating func deleteBackward() { remove(max(0, cursor - 1)..<cursor) }
  mutating func deleteForward() { remove(cursor..<min(characters.count, cursor + 1)) }

  mutating func cutToEnd() { cutOut(cursor..<characters.count) }
  mutating func cutToStart() { cutOut(0..<cursor) }

  /// Cuts back to the start of the word before the cursor.
  mutating func cutWord() {
    var start = cursor
    while start > 0 && characters[start - 1].isWhitespace { start -= 1 }
    while start > 0 && !characters[start - 1].isWhitespace { start -= 1 }
    cutOut(start..<cursor)
  }

  mutating func moveWordLeft() { cursor = wordStart }
  mutating func moveWordRight() { cursor = wordEnd }
  mutating func cutWordLeft() { cutOut(wordStart..<cursor) }
  mutating func cutWordRight() { cutOut(cursor..<wordEnd) }

  /// Swaps the characters on both sides of the cursor, at the end the last two.
  mutating func transpose() {
    let place = min(cursor, characters.count - 1)
    guard place > 0 else { return }
    characters.swapAt(place - 1, place)
    cursor = place + 1
  }

  /// The start of the word before the cursor. Words are runs of one kind of writing: Japanese has no spaces between them.
  private var wordStart: Int {
    var place = cursor
    while place > 0, kind(place - 1) == nil { place -= 1 }
    guard place > 0, let own = kind(place - 1) else { return place }
    while place > 0, kind(place - 1) == own { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, kind(place) == nil { place += 1 }
    guard place < characters.count, let own = kind(place) else { return place }
    while place < characters.count, kind(place) == own { place += 1 }
    return place
  }

  /// The kind of writing a character belongs to; nil for what stands between words.
  private func kind(_ place: Int) -> ScriptClass? {
    guard let scalar = characters[place].unicodeScalars.first else { return nil }
    switch ScriptClass(scalar) {
    case .space, .other: return nil
    case .digit: return .latin
    case let script: return script
    }
  }

  mutating func paste() { insert(String(cut)) }

  private mutating func cutOut(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    cut = Array(characters[range])
    remove(range)
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }
}
