/// A rectangle on a page, in points from the page's top left corner; y grows downwards.
package struct Box: Hashable, Sendable {
  package var left: Double
  package var top: Double
  package var right: Double
  package var bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  package var width: Double { right - left }
  package var height: Double { bottom - top }
  var area: Double { width * height }
  var midX: Double { (left + right) / 2 }
  var midY: Double { (top + bottom) / 2 }

  package func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  func contains(x: Double, y: Double) -> Bool { left <= x && x <= right && top <= y && y <= bottom }

  /// The smallest box around all; nil where there is none.
  package static func around(_ boxes: some Sequence<Box>) -> Box? {
    var result: Box?
    for box in boxes { result = result?.union(box) ?? box }
    return result
  }
}
