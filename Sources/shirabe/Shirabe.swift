import ArgumentParser

@main
struct Shirabe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shirabe",
    abstract: "Answers questions about Japanese plan texts, with the lines they stand on.")
}
