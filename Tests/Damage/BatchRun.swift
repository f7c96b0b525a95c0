import Foundation
import TestSupport

/// A file of the index is cut or written to while a batch runs on it.
package enum BatchRun: DamageRun {
  package static func failures(seed: UInt64, count: Int) throws -> [String] {
    var random = SeededRandom(seed: seed)
    var failures: [String] = []
    for round in 0..<count {
      let scene = try Scene()
      let names = TemporaryDirectory.names(in: scene.index).filter { !$0.hasSuffix("0123456789abcdef") }
      let name = names[round % names.count]
      if let fault = try fault(scene, name, &random) {
        failures.append("\(name) in round \(round): \(fault)")
      }
    }
    return failures
  }

  /// Files that a batch has read when it answers its first question.
  private static func isDone(_ name: String) -> Bool {
    name == "lock" || name == "manifest" || name.hasPrefix("header-")
  }

  private static func fault(_ scene: Scene, _ name: String, _ random: inout SeededRandom) throws -> String? {
    let batch = try RunningShirabe(["--index", scene.index])
    guard try status(batch.ask("樹木")).status == "answered" else { return "no answer before" }
    let size = Files.read("\(scene.index)/\(name)").count
    if Bool.random(using: &random) || size == 0 {
      scene.folder.cut("i/\(name)", to: size == 0 ? 1 : Int.random(in: 0..<size, using: &random))
    } else {
      scene.folder.scramble("i/\(name)", using: &random)
    }
    for question in ["広場", "事業の一覧", "ﾈｺﾈｺﾈｺ", "樹木"] {
      let (status, message) = try status(batch.ask(question))
      let isSaid = status == "invalid" && message.contains(name)
      let isUntouched = isDone(name) && status != "invalid"
      guard isSaid || isUntouched else { return "\(question): \(status ?? "no answer") \(message)" }
    }
    guard let end = batch.end() else { return "a signal ended it" }
    return end == (isDone(name) ? 1 : 3) ? nil : "exit \(end)"
  }

  private static func status(_ line: String?) throws -> (status: String?, message: String) {
    guard let line else { return (nil, "") }
    let answer = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let error = answer?["error"] as? [String: Any]
    return (answer?["status"] as? String, error?["message"] as? String ?? "")
  }
}
