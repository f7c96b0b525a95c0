/// An affine map of the plane, as PDF writes it: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
struct Matrix: Hashable {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  /// Six numbers, or the four of a map that keeps the origin.
  init?(_ numbers: [Double]) {
    guard numbers.count == 4 || numbers.count == 6 else { return nil }
    (a, b, c, d) = (numbers[0], numbers[1], numbers[2], numbers[3])
    if numbers.count == 6 { (e, f) = (numbers[4], numbers[5]) }
  }

  init() {}

  init(a: Double, b: Double, c: Double, d: Double, e: Double, f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

  func vector(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y, b * x + d * y) }

  /// First `self`, then `next`.
  func followed(by next: Matrix) -> Matrix {
    let (x, y) = (next.vector(a, b), next.vector(c, d))
    let origin = next.point(e, f)
    return Matrix(a: x.x, b: x.y, c: y.x, d: y.y, e: origin.x, f: origin.y)
  }
}
