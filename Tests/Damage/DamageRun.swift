import PlanLibrary
import TestSupport

/// A way of doing an index harm, again and again, and a look at what is left each time.
package protocol DamageRun {
  /// What went wrong, each with what it takes to try it again; empty where nothing did.
  /// - Parameter count: how often.
  static func failures(seed: UInt64, count: Int) throws -> [String]
}

/// An index of one invented text in a folder, with a stranger's file in it, and the texts of the one that follows it.
struct Scene {
  let folder = TemporaryDirectory()
  var index: String { folder.path + "/i" }
  var texts: String { folder.path + "/t" }
  private static let stranger = "documents-0123456789abcdef"

  init() throws {
    try folder.write("t/a.txt", "みどり市 緑の計画\n\n　駅前の広場に樹木を植えます。\n")
    _ = try Library.build(paths: [texts], into: index, lexicons: .empty)
    try folder.write("i/\(Self.stranger)", "mine")
    try folder.write("t/b.txt", "みどり市 バス計画\n\n　樹木のある停留所を増やします。\n")
  }

  func build() throws(LibraryError) { _ = try Library.build(paths: [texts], into: index, lexicons: .empty) }

  /// What is wrong after a build that may have ended anywhere; nil where the index is the old one, the new one, or one
  /// that says what it lacks, and the next build leaves nothing of this one behind.
  func fault(comparedWith fresh: [String: [UInt8]]) throws -> String? {
    do throws(LibraryError) {
      let library = try Library.open(index)
      let ids = library.documents.map(\.id)
      guard ids == ["a", "b"] || ids == ["a"] || !library.leftOut.isEmpty else { return "holds \(ids)" }
      try build()
    } catch {
      return "\(error)"
    }
    var found = try folder.contents(of: "i")
    guard found.removeValue(forKey: Self.stranger) == Array("mine".utf8) else {
      return "a stranger's file went"
    }
    return found == fresh ? nil : "leaves \(found.keys.sorted())"
  }

  /// The files of an index that was built at once.
  static func fresh(_ scene: Scene) throws -> [String: [UInt8]] {
    _ = try Library.build(paths: [scene.texts], into: scene.folder.path + "/fresh", lexicons: .empty)
    return try scene.folder.contents(of: "fresh")
  }
}
