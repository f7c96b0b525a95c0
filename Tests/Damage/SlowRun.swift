import Answers
import Glibc
import PlanDocuments
import PlanLibrary
import TestSupport

/// What is made to be slow is read and asked at half its size and at the whole of it: what takes far more than twice as long
/// is not linear.
package enum SlowRun: DamageRun {
  /// How long one text or question takes, in seconds of this process.
  package struct Time: CustomStringConvertible, Sendable {
    let name: String
    let half: Double
    let whole: Double

    package var description: String {
      "\(rounded(half)) s, \(rounded(whole)) s, ×\(rounded(whole / max(0.001, half)))\t\(name)"
    }

    /// Below a tenth of a second, what else the machine does is longer.
    package var isLinear: Bool { whole < 0.1 || whole < half * 2.9 }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
  }

  package static func failures(seed: UInt64, count: Int) throws -> [String] {
    try times(seed: seed, count: count).filter { !$0.isLinear }.map(\.description)
  }

  /// Of every kind, and of as many texts and questions made at random; in that order.
  package static func times(seed: UInt64, count: Int) throws -> [Time] {
    var random = SeededRandom(seed: seed)
    let folder = TemporaryDirectory()
    var times = try SlowText.allCases.map { kind in
      try time("\(kind.rawValue) × \(kind.size)", kind.size) { try read(kind.text($0), in: folder.path) }
    }
    for _ in 0..<count {
      let text = RandomSlowText(using: &random)
      times.append(try time(text.description, 6_000) { try read(text.text($0), in: folder.path) })
    }
    return try times + asked(count, in: folder.path, &random)
  }

  private static func read(_ text: String, in folder: String) throws {
    let plan = Plan(id: "slow", path: "slow.txt", text: text)
    _ = try Library.build(plans: [plan], into: "\(folder)/index")
  }

  /// Over the sample plans.
  private static func asked(_ count: Int, in folder: String, _ random: inout SeededRandom) throws -> [Time] {
    let directory = "\(folder)/corpus"
    _ = try Library.build(paths: [Paths.corpus], into: directory, lexicons: .builtIn)
    var assistant = try Assistant(library: Library.open(directory))
    _ = assistant.ask("KPI")
    func ask(_ question: String) {
      assistant.forget()
      _ = assistant.ask(question, limit: 20)
    }
    var times = SlowQuestion.allCases.map { kind in
      time("question of \(kind.rawValue) × 2,000", 2_000) { ask(kind.text($0)) }
    }
    for _ in 0..<count {
      let question = SlowQuestion.random(2_000, using: &random)
      let name = "question of \(question.prefix(40))…"
      times.append(time(name, 2_000) { ask(String(question.unicodeScalars.prefix($0))) })
    }
    for question in ["見出しのない所の事業は？", "projects under \"見出しのない所\""] {
      times.append(time(question, 2) { _ in ask(question) })
    }
    return times
  }

  /// The least of up to three times each: what disturbs adds.
  private static func time(
    _ name: String, _ size: Int, _ body: (Int) throws -> Void
  ) rethrows -> Time {
    func seconds(_ size: Int) throws -> Double {
      let start = clock()
      try body(size)
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }
    var time = try Time(name: name, half: seconds(size / 2), whole: seconds(size))
    for _ in 0..<2 where !time.isLinear {
      time = try Time(
        name: name, half: min(time.half, seconds(size / 2)), whole: min(time.whole, seconds(size)))
    }
    return time
  }
}
