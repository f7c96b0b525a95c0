import PlanLibrary
import TestSupport
import Testing

@Suite("Damaged indexes")
struct DamageTests {
  private let folder = TemporaryDirectory()

  /// Every file of an index, by name.
  private func files() throws -> [String: [UInt8]] {
    _ = try Library.build(plans: [SamplePlans.green, SamplePlans.bus], into: folder.path + "/index")
    return try folder.contents(of: "index").filter { !$0.value.isEmpty }
  }

  @Test func `a file cut short at any of many lengths is an error`() throws {
    for (name, bytes) in try files() {
      for length in Set([0, 1, bytes.count / 2, bytes.count - 1]) where length < bytes.count {
        try folder.write("index/\(name)", bytes.prefix(length))
        #expect(throws: LibraryError.self, "\(name) cut to \(length)") {
          try Library.open(folder.path + "/index")
        }
      }
      try folder.write("index/\(name)", bytes)
    }
    #expect(throws: Never.self) { try Library.open(folder.path + "/index") }
  }

  @Test func `a flipped bit anywhere is an error`() throws {
    var random = SeededRandom(seed: UInt64.random(in: .min ... .max))
    for (name, bytes) in try files() {
      for _ in 0..<6 {
        var damaged = bytes
        let place = Int.random(in: damaged.indices, using: &random)
        damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        try folder.write("index/\(name)", damaged)
        #expect(throws: LibraryError.self, "\(name) at \(place), seed \(random.seed)") {
          try Library.open(folder.path + "/index")
        }
      }
      try folder.write("index/\(name)", bytes)
    }
  }
}
