import Foundation

/// A whole output that stands in a file beside the test.
package enum Golden {
  /// How `text` differs from the golden `name` in the folder `Goldens` beside `test`; nil where it is the same.
  ///
  /// With `RECORD=1` in the environment the golden is written, and the difference still reported: a person looks at it
  /// before it counts.
  package static func difference(_ text: String, _ name: String, test: String = #filePath) -> String? {
    let folder = (test as NSString).deletingLastPathComponent + "/Goldens"
    return difference(text, named: name, at: "\(folder)/\(name)")
  }

  /// How `text` differs from the file at a path; nil where it is the same.
  package static func difference(_ text: String, named name: String, at path: String) -> String? {
    let folder = (path as NSString).deletingLastPathComponent
    let golden = try? String(contentsOfFile: path, encoding: .utf8)
    if golden == text { return nil }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try? text.write(toFile: path, atomically: true, encoding: .utf8)
      return "\(name) was recorded; look at it"
    }
    guard let golden else { return "\(name) is missing; RECORD=1 writes it:\n\(text)" }
    let (old, new) = (golden.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
    let line = zip(old, new).prefix { $0 == $1 }.count
    func at(_ lines: [String]) -> String { line < lines.count ? lines[line] : "(end)" }
    return "\(name):\(line + 1)\n- \(at(old))\n+ \(at(new))"
  }
}
