import Foundation
import TestSupport
import Testing

@Suite("The layers")
struct ImportTests {
  /// What each target of `Package.swift` may import, read from its `dependencies`.
  private static func declared() throws -> [String: Set<String>] {
    let package = try String(contentsOfFile: Paths.top + "/Package.swift", encoding: .utf8)
    var declared: [String: Set<String>] = [:]
    for part in package.components(separatedBy: "arget(").dropFirst() {
      let quoted = part.components(separatedBy: "\"")
      guard quoted.count > 1, part.contains("name:") else { continue }
      let name = quoted[1]
      let list = part.components(separatedBy: "dependencies: [").dropFirst().first ?? ""
      let names = list.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      declared[name] = Set(names)
    }
    return declared
  }

  private static func imports(of target: String) throws -> [(file: String, module: String)] {
    let folder = Paths.top + "/Sources/\(target)"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
    return try files.flatMap { file in
      try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).split(separator: "\n")
        .filter {
          $0.hasPrefix("import ") || $0.hasPrefix("internal import ")
            || $0.hasPrefix("@preconcurrency import ")
        }
        .compactMap { line in line.split(separator: " ").last.map { (file, String($0)) } }
    }
  }

  @Test func `every target imports only what it declares`() throws {
    let declared = try Self.declared()
    let system: Set = ["Dispatch", "Glibc", "Synchronization"]
    let targets = try FileManager.default.contentsOfDirectory(atPath: Paths.top + "/Sources")
    for target in targets.sorted() {
      let allowed = try #require(declared[target], "\(target) is not in Package.swift")
      for (file, module) in try Self.imports(of: target) where !system.contains(module) {
        #expect(allowed.contains(module), "\(target)/\(file) imports \(module)")
      }
    }
  }

  @Test func `nothing on the command's path imports Foundation`() throws {
    for target in try FileManager.default.contentsOfDirectory(atPath: Paths.top + "/Sources") {
      for (file, module) in try Self.imports(of: target) {
        #expect(!module.hasPrefix("Foundation"), "\(target)/\(file)")
      }
    }
  }
}
