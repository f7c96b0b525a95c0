import PlanLibrary
import TestSupport

/// A file of the index is cut or changed while nobody reads it: the program says so, and the next build mends it.
package enum RestRun: DamageRun {
  package static func failures(seed: UInt64, count: Int) throws -> [String] {
    var random = SeededRandom(seed: seed)
    var failures: [String] = []
    for round in 0..<count {
      let scene = try Scene()
      let fresh = try Scene.fresh(scene)
      let files = try scene.folder.contents(of: "i").filter { !$0.value.isEmpty && fresh[$0.key] != $0.value }
      let names = files.keys.filter { !$0.hasSuffix("0123456789abcdef") }.sorted()
      guard let name = names.randomElement(using: &random) else { continue }
      var bytes = files[name] ?? []
      if Bool.random(using: &random) {
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      } else {
        bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      try scene.folder.write("i/\(name)", bytes)
      let run = try ShirabeProcess(["ask", "--index", scene.index, "樹木"])
      if run.crashed || run.status != 3 { failures.append("\(name) in round \(round): exit \(run.status)") }
      do throws(LibraryError) { try scene.build() } catch { failures.append("\(name): \(error)") }
    }
    return failures
  }
}
