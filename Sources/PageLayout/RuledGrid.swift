import JapaneseText

/// The cells that touching rulings bound.
struct RuledGrid {
  /// Places of the column and row edges, ascending.
  let xs: [Double]
  let ys: [Double]
  /// Rows and columns that a cell covers.
  struct Face: Hashable {
    let row: Int
    let column: Int
    let rowSpan: Int
    let columnSpan: Int
  }
  let faces: [Face]
  /// The face of each place, row by row.
  private let owners: [Int]

  var box: Box { Box(left: xs[0], top: ys[0], right: xs[xs.count - 1], bottom: ys[ys.count - 1]) }

  /// More places than any table on one page has: a drawing.
  private static let mostPlaces = 60_000

  /// nil where the rulings bound nothing that could be a table.
  init?(_ rulings: Rulings) {
    guard rulings.horizontal.count >= 2 || rulings.vertical.count >= 2 else { return nil }
    let across = rulings.horizontal.flatMap { [$0.start, $0.end] }
    let down = rulings.vertical.flatMap { [$0.start, $0.end] }
    func edges(_ lines: [Ruling], _ ends: [Double]) -> [Double] {
      let places = lines.map(\.position)
      return (places + [(ends + places).min(), (ends + places).max()].compactMap { $0 }).clustered(within: 3)
    }
    let (xs, ys) = (edges(rulings.vertical, across), edges(rulings.horizontal, down))
    guard xs.count >= 2, ys.count >= 2, (xs.count - 1) * (ys.count - 1) <= Self.mostPlaces else { return nil }
    (self.xs, self.ys) = (xs, ys)
    let walls = Walls(rulings, xs: xs, ys: ys)
    (faces, owners) = Self.faces(walls, columns: xs.count - 1, rows: ys.count - 1)
  }

  func box(of face: Face) -> Box {
    Box(
      left: xs[face.column], top: ys[face.row], right: xs[face.column + face.columnSpan],
      bottom: ys[face.row + face.rowSpan])
  }

  /// The face at a place; nil outside.
  func face(x: Double, y: Double) -> Int? {
    guard box.contains(x: x, y: y) else { return nil }
    let column = min(max(0, xs.partitioningIndex { $0 > x } - 1), xs.count - 2)
    let row = min(max(0, ys.partitioningIndex { $0 > y } - 1), ys.count - 2)
    return owners[row * (xs.count - 1) + column]
  }

  /// Which edges of places are drawn.
  private struct Walls {
    /// Left of each place, row by row.
    private(set) var left: [Bool]
    /// Above each place.
    private(set) var above: [Bool]

    init(_ rulings: Rulings, xs: [Double], ys: [Double]) {
      let columns = xs.count - 1
      let rows = ys.count - 1
      left = [Bool](repeating: false, count: columns * rows)
      above = left
      func nearest(_ places: [Double], _ value: Double) -> Int {
        let i = places.partitioningIndex { $0 >= value }
        if i == 0 { return 0 }
        if i == places.count { return i - 1 }
        return places[i] - value < value - places[i - 1] ? i : i - 1
      }
      for line in rulings.vertical {
        let column = nearest(xs, line.position)
        guard column < columns else { continue }
        for row in 0..<rows where line.covers((ys[row] + ys[row + 1]) / 2) {
          left[row * columns + column] = true
        }
      }
      for line in rulings.horizontal {
        let row = nearest(ys, line.position)
        guard row < rows else { continue }
        for column in 0..<columns where line.covers((xs[column] + xs[column + 1]) / 2) {
          above[row * columns + column] = true
        }
      }
    }
  }

  /// Places without a wall between them are one face; what is no rectangle is cut into rectangles.
  private static func faces(_ walls: Walls, columns: Int, rows: Int) -> ([Face], [Int]) {
    var groups = DisjointSets(count: columns * rows)
    for place in 0..<(columns * rows) {
      if place % columns > 0, !walls.left[place] { groups.join(place, place - 1) }
      if place >= columns, !walls.above[place] { groups.join(place, place - columns) }
    }
    let roots = (0..<(columns * rows)).map { groups.root(of: $0) }
    var owners = [Int](repeating: -1, count: columns * rows)
    var faces: [Face] = []
    for place in owners.indices where owners[place] < 0 {
      let (row, column) = (place / columns, place % columns)
      func isFree(_ row: Int, _ column: Int) -> Bool {
        let other = row * columns + column
        return owners[other] < 0 && roots[other] == roots[place]
      }
      var width = 1
      while column + width < columns, isFree(row, column + width) { width += 1 }
      var height = 1
      while row + height < rows, (column..<(column + width)).allSatisfy({ isFree(row + height, $0) }) {
        height += 1
      }
      for r in row..<(row + height) {
        for c in column..<(column + width) { owners[r * columns + c] = faces.count }
      }
      faces.append(Face(row: row, column: column, rowSpan: height, columnSpan: width))
    }
    return (faces, owners)
  }
}
