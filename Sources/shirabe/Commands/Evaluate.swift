import ArgumentParser

/// `shirabe eval`: how good answers are, measured.
struct Evaluate: ShirabeCommand {
  static let configuration = CommandConfiguration(commandName: "eval", abstract: "Measure search quality.")
  func execute(_ console: Console) throws -> ExitStatus { .answered }
}
