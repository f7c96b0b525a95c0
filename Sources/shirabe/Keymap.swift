/// What a key does to a line.
enum EditorCommand: Hashable {
  case submit, abandon, deleteOrEnd, clearScreen, complete
  case left, right, wordLeft, wordRight, home, end, older, newer, search
  case deleteBackward, deleteForward, cutToEnd, cutToStart, cutBack, cutWordLeft, cutWordRight, paste,
    transpose, undo
  /// The line in `$EDITOR`.
  case editOutside
}

/// Which key does what: those of Emacs, as shells have them.
enum Keymap {
  static let keys: [Key: EditorCommand] = [
    .enter: .submit, .control("j"): .submit, .control("c"): .abandon, .control("d"): .deleteOrEnd,
    .control("l"): .clearScreen, .tab: .complete,
    .left: .left, .control("b"): .left, .right: .right, .control("f"): .right,
    .wordLeft: .wordLeft, .alt("b"): .wordLeft, .wordRight: .wordRight, .alt("f"): .wordRight,
    .home: .home, .control("a"): .home, .end: .end, .control("e"): .end,
    .up: .older, .control("p"): .older, .down: .newer, .control("n"): .newer, .control("r"): .search,
    .backspace: .deleteBackward, .control("h"): .deleteBackward, .delete: .deleteForward,
    .control("k"): .cutToEnd, .control("u"): .cutToStart, .control("w"): .cutBack,
    .alt("\u{7F}"): .cutWordLeft, .alt("d"): .cutWordRight, .control("y"): .paste, .control("t"): .transpose,
    .control("_"): .undo,
  ]

  /// Behind C-x.
  static let afterControlX: [Key: EditorCommand] = [
    .control("e"): .editOutside, .control("u"): .undo,
  ]
}
