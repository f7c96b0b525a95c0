import Analysis
import InvertedIndex
import TestSupport
import Testing

/// Indexes as the program of each format version wrote them, in `Frozen/VERSION`; of those before the sixth the manifest alone.
///
/// `printf '緑の計画\n\n　駅前の広場に樹木を植えます。\n'` into a text and `バス計画`, `樹木のある停留所を増やします。` into another, indexed with a folder
/// of no lexicons.
@Suite("Frozen indexes") struct FrozenTests {
  private static let folder = Paths.top + "/Tests/InvertedIndexTests/Frozen"

  @Test func `the index of this version opens and finds`() throws {
    let path = Self.folder + "/6"
    do throws(IndexError) {
      let reader = try IndexReader(directory: path)
      let found = try reader.matches(substring: "樹木")
      let fields = try found.map { (document) throws(IndexError) in try reader.fields(document)[0] }
      #expect(fields == ["駅前の広場に樹木を植えます。", "樹木のある停留所を増やします。"])
      let best = try reader.search("駅前の広場", limit: 1).first
      #expect(best?.document == found.first && best?.match == .exact)
    } catch {
      // Another ICU cuts texts otherwise, and says so.
      #expect(error == .behaviour(directory: path))
    }
  }

  @Test func `an index of an older version is refused by its number`() throws {
    for version in UInt32(3)..<6 {
      let path = "\(Self.folder)/\(version)"
      let error = IndexError.version(path: path + "/manifest", found: version, expected: 6)
      #expect(throws: error) { try IndexReader(directory: path) }
      #expect("\(error)".hasSuffix("written in format \(version), this program reads format 6"))
    }
  }
}
