/// What is drawn on a page, as a program that interprets PDF gives it.
///
/// All places are in points from the top left corner of the page as it is shown; y grows downwards.
package struct PageContent: Hashable, Sendable {
  package var width: Double
  package var height: Double
  /// In the order in which they are drawn.
  package var glyphs: [Glyph] = []
  package var rulings = Rulings()
  package var fills: [Fill] = []
  /// Pictures and paths, which may show text that can't be read as such.
  package var drawingCount = 0

  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

/// One character where it is drawn.
package struct Glyph: Hashable, Sendable {
  package let scalar: Unicode.Scalar
  /// The left end of its baseline.
  package var x: Double
  package var baseline: Double
  /// The height of the font.
  package var size: Double
  /// How far to the right the next one stands.
  package var advance: Double
  /// True where it stands in a line that runs downwards.
  package let isVertical: Bool
  /// True behind a blank.
  package let followsBlank: Bool
  /// Glyphs that are drawn together have one number.
  package let run: Int

  package init(
    _ scalar: Unicode.Scalar, x: Double, baseline: Double, size: Double, advance: Double,
    isVertical: Bool = false,
    followsBlank: Bool = false, run: Int = 0
  ) {
    // Radicals that some programs write instead of the characters they stand for.
    self.scalar = Radicals.character(for: scalar)
    self.x = x
    self.baseline = baseline
    self.size = size
    self.advance = advance
    self.isVertical = isVertical
    self.followsBlank = followsBlank
    self.run = run
  }

  var right: Double { x + advance }
  var top: Double { baseline - 0.85 * size }
  var box: Box { Box(left: x, top: top, right: right, bottom: baseline + 0.12 * size) }
  var midX: Double { x + min(advance, size) / 2 }
  var midY: Double { baseline - 0.35 * size }
}

/// Lines that are drawn, upright or level.
package struct Rulings: Hashable, Sendable {
  package var vertical: [Ruling] = []
  package var horizontal: [Ruling] = []

  package init() {}

  package var isEmpty: Bool { vertical.isEmpty && horizontal.isEmpty }
}

/// A line along one axis: where it stands on the other, and from where to where it goes.
package struct Ruling: Hashable, Sendable {
  package var position: Double
  package var start: Double
  package var end: Double

  package init(position: Double, start: Double, end: Double) {
    self.position = position
    self.start = min(start, end)
    self.end = max(start, end)
  }

  func covers(_ place: Double, slack: Double = 0) -> Bool { start - slack <= place && place <= end + slack }
}

/// A coloured area.
package struct Fill: Hashable, Sendable {
  package var box: Box
  package let isWhite: Bool

  package init(box: Box, isWhite: Bool) {
    self.box = box
    self.isWhite = isWhite
  }
}
