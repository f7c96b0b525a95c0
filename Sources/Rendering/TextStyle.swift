import JapaneseText

/// How text for people looks. What renderers give goes through `written` on its way out.
package struct TextStyle: Hashable, Sendable {
  package enum Colour: Hashable, Sendable { case none, ansi }

  /// Where the text is read.
  package enum Place: Hashable, Sendable {
    /// The output of one command.
    case output
    /// A conversation, where items and readings can be named by their number.
    case conversation
  }

  package var colour: Colour
  package var place: Place
  /// Columns of the screen; text is laid out for it, not cut at it.
  package var columns: Int
  /// Items of a reading that are printed; nil for all.
  package var itemLimit: Int?
  package var width: DisplayWidth

  package init(
    colour: Colour = .none, place: Place = .output, columns: Int = 100, itemLimit: Int? = nil,
    width: DisplayWidth = DisplayWidth()
  ) {
    self.colour = colour
    self.place = place
    self.columns = max(20, columns)
    self.itemLimit = itemLimit
    self.width = width
  }

  package func strong(_ text: String) -> String { painted(text, .strong) }
  func faint(_ text: String) -> String { painted(text, .faint) }
  func marked(_ text: String) -> String { painted(text, .marked) }
  func wrong(_ text: String) -> String { painted(text, .wrong) }

  private func painted(_ text: String, _ paint: Paint) -> String {
    colour == .none || text.isEmpty ? text : "\(paint.mark)\(text)\(Paint.none.mark)"
  }
}
