import Foundation
import TestSupport
import Testing

/// A folder with a text that takes some time to be indexed, and the index that is to be made of it.
private struct Workplace {
  let folder = TemporaryDirectory()
  var index: String { folder.path + "/index" }

  init(hasIndex: Bool) throws {
    if hasIndex {
      try folder.write("old/bus.txt", "みどり市 バス計画\n\n　樹木のある停留所を増やします。\n")
      #expect(try ShirabeProcess(["index", "--index", index, folder.path + "/old"]).status == 0)
    }
    let lines = (1...1_000).map { "　\($0)番目の広場に樹木を\($0 * 7)本植えます。\n\n" }
    try folder.write("new/green.txt", "みどり市 緑の計画\n\n" + lines.joined())
  }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: index)) ?? []).sorted() }

  var contents: [String: Data] {
    Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, FileManager.default.contents(atPath: "\(index)/\($0)") ?? Data())
      })
  }

  /// Begins to index, and returns when the writer's own folder stands.
  func begin(_ language: String = "en") throws -> RunningShirabe {
    let running = try RunningShirabe(["index", "--lang", language, "--index", index, folder.path + "/new"])
    while running.isRunning, !names.contains(where: { $0.hasPrefix("build-") }) { usleep(200) }
    return running
  }
}

@Suite("A command that writes and is told to end")
struct InterruptTests {
  static let signals: [(Int32, Int32)] = [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)]

  @Test("takes away what is not whole and leaves the index as it was", arguments: signals)
  func keepsTheOldIndex(_ signal: Int32, _ status: Int32) throws {
    let place = try Workplace(hasIndex: true)
    let before = place.contents
    let running = try place.begin()
    #expect(running.end(by: signal) == status)
    #expect(place.contents == before)
    #expect(before["lock"] == Data())
    #expect(running.errors == "shirabe: interrupted; the index in \(place.index) is as it was before\n")
    #expect(try ShirabeProcess(["ask", "--index", place.index, "停留所"]).status == 0)
    #expect(try ShirabeProcess(["check", "--index", place.index]).status == 0)
  }

  @Test func `takes away the folder that was made for an index that never came to be`() throws {
    let place = try Workplace(hasIndex: false)
    let running = try place.begin("ja")
    #expect(running.end(by: SIGTERM) == 143)
    #expect(!FileManager.default.fileExists(atPath: place.index))
    #expect(running.errors == "shirabe: 中断しました。\(place.index) に索引はありません\n")
  }

  @Test func `leaves the old index or the new one, whenever the signal comes`() throws {
    let place = try Workplace(hasIndex: true)
    var statuses: Set<Int32?> = []
    for delay in stride(from: UInt32(0), to: 2_400_000, by: 400_000) {
      let before = place.contents
      let running = try place.begin()
      usleep(delay)
      let status = running.end(by: SIGINT)
      statuses.insert(status)
      #expect(!place.names.contains { $0.hasPrefix("build-") })
      #expect(place.contents["lock"] == Data())
      #expect(status == 130 || status == 0, "\(running.errors)")
      if status == 130, running.errors.contains("as it was before") { #expect(place.contents == before) }
      #expect(try ShirabeProcess(["ask", "--index", place.index, "停留所"]).status == 0)
    }
    #expect(statuses.contains(130))
  }
}
