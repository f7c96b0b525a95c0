import Answers
import PlanDocuments
import PlanLibrary
import TestSupport

/// Times reading and asking what is made to be slow, at half the size and at the whole of it: what takes more than twice as
/// long is not linear. `swift run -c release SlowRuns`
@main
enum SlowRuns {
  static func main() throws {
    let folder = TemporaryDirectory()
    print("seconds for half and all, and how often as long\n")
    for kind in SlowText.allCases {
      let times = try [kind.size / 2, kind.size].map { try read(kind.text($0), in: folder.path) }
      report("\(kind.rawValue) × \(kind.size)", times)
    }
    try ask(in: folder.path)
  }

  private static func read(_ text: String, in folder: String) throws -> Duration {
    try ContinuousClock().measure {
      let plan = Plan(id: "slow", path: "slow.txt", text: text)
      _ = try Library.build(plans: [plan], into: "\(folder)/index")
    }
  }

  /// Over the sample plans.
  private static func ask(in folder: String) throws {
    let directory = "\(folder)/corpus"
    _ = try Library.build(paths: [Paths.corpus], into: directory, lexicons: .builtIn)
    var assistant = try Assistant(library: Library.open(directory))
    _ = assistant.ask("KPI")
    for kind in SlowQuestion.allCases {
      let times = [1_000, 2_000].map { count in
        assistant.forget()
        return ContinuousClock().measure { _ = assistant.ask(kind.text(count), limit: 20) }
      }
      report("question of \(kind.rawValue) × 2,000", times)
    }
    let times = ["見出しのない所の事業は？", "projects under \"見出しのない所\""].map { question in
      ContinuousClock().measure { _ = assistant.ask(question) }
    }
    report("a heading that does not exist, twice", times)
  }

  private static func report(_ name: String, _ times: [Duration]) {
    let seconds = times.map { $0 / .milliseconds(1) / 1_000 }
    let ratio = seconds[1] / max(0.001, seconds[0])
    print("\(name)\t\(rounded(seconds[0]))\t\(rounded(seconds[1]))\t\(rounded(ratio))")
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
