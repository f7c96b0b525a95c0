import Glibc
import PlanDocuments
import TestSupport

/// The published plan texts, for tests that run where they are at hand.
enum Published {
  static let isAtHand = access(Paths.publishedPlans, R_OK) == 0
  static let names = [
    "action-plan-6-results", "industry-promotion-program", "international-policy-review",
    "project-evaluation-2023",
    "sdgs-future-city-plan",
  ]

  struct Unreadable: Error { let path: String }

  static func document(_ name: String) throws -> PlanDocument {
    let path = Paths.publishedPlans + "/\(name).txt"
    guard let file = fopen(path, "r") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return PlanDocument(reading: Plan(id: name, path: path, text: String(decoding: bytes, as: UTF8.self)))
  }
}
