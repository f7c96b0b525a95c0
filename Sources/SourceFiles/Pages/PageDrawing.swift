import SystemFiles

/// A page of a PDF, drawn by a program of others.
package struct PageDrawing: Hashable, Sendable {
  package let png: [UInt8]
  /// Of the page, in points.
  package let width: Double
  package let height: Double

  /// Dots an inch: text of 8 points can still be read.
  private static let resolution = 110
  private static let limits = ChildProcess.Limits(seconds: 10, output: 32 << 20)

  /// nil where there is no program, no such page, or the file is no PDF any more.
  /// - Parameter page: counted from 1.
  package init?(of file: FilePath, page: Int) {
    let name = ChildProcess.argument(for: file)
    let (dots, number) = (String(Self.resolution), String(page))
    let commands: [(program: String, arguments: [[UInt8]])] = [
      (
        "mutool",
        ["draw", "-q", "-F", "png", "-r", dots, "-o", "-"].map { Array($0.utf8) } + [
          name, Array(number.utf8),
        ]
      ),
      ("pdftoppm", ["-q", "-png", "-r", dots, "-f", number, "-l", number].map { Array($0.utf8) } + [name]),
    ]
    for (program, arguments) in commands where ChildProcess.path(of: program) != nil {
      var png: [UInt8] = []
      do throws(ChildProcess.Failure) {
        try ChildProcess.run(program, arguments, limits: Self.limits) { png += $0 }
      } catch {
        continue
      }
      if let drawing = PageDrawing(png: png) {
        self = drawing
        return
      }
    }
    return nil
  }

  /// Takes the size from the picture's head.
  init?(png: [UInt8]) {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard png.count > 24, png.starts(with: signature) else { return nil }
    func points(_ offset: Int) -> Double {
      let dots = png[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      return Double(dots) * 72 / Double(Self.resolution)
    }
    (width, height) = (points(16), points(20))
    guard width > 0, height > 0 else { return nil }
    self.png = png
  }
}
