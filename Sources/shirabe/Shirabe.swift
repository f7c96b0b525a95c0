import Answers
import ArgumentParser
import Glibc
import Phrases
import Rendering

/// The command line's root: without a subcommand, a conversation.
struct Shirabe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shirabe",
    abstract: "Answers questions about Japanese plan texts, with the lines they stand on.",
    discussion: """
      Without a subcommand, questions are read from the terminal, or one a line from standard input;
      with --version, the versions of program, contract and index format are printed, and the index's fingerprint.
      Exit status: 0 answered; 1 nothing matches; 2 a question, option or input could not be read; 3 the index is \
      missing, damaged, from another version or changed under a question, or a write failed; \
      130 interrupted by Ctrl-C; 143 told to end.
      """,
    subcommands: [
      Converse.self, Ask.self, Serve.self, BuildIndex.self, Search.self, Facts.self, Diff.self, Verify.self,
      Check.self, Read.self, Teach.self, Tokens.self, Evaluate.self, Install.self,
    ],
    defaultSubcommand: Converse.self)
}

/// A subcommand that ends with one of the contract's statuses.
protocol ShirabeCommand: ParsableCommand {
  func execute(_ console: Console) throws -> ExitStatus
}

@main
enum Program {
  static func main() {
    // A reader that has seen enough closes the pipe; writing then fails instead of ending the process.
    signal(SIGPIPE, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ arguments: [String]) -> ExitStatus {
    let console = Console(arguments)
    do {
      var command = try Shirabe.parseAsRoot(arguments)
      guard let ours = command as? any ShirabeCommand else {
        try command.run()
        return .answered
      }
      return try ours.execute(console)
    } catch let failure as Failure {
      console.report(failure.saying)
      return failure.status
    } catch let closed as OutputClosed {
      return closed.status(console)
    } catch {
      guard Shirabe.exitCode(for: error) != .success else {
        try? console.write(help(error, console) + "\n")
        return .answered
      }
      console.reportPlain(Saying(message: Shirabe.fullMessage(for: error))[console.language])
      return .unreadable
    }
  }

  /// What `--help` asks for, in the language of the user.
  private static func help(_ request: any Error, _ console: Console) -> String {
    guard console.language == .japanese else { return Shirabe.fullMessage(for: request) }
    let help = HelpText(Shirabe.fullMessage(for: request, columns: HelpText.columns))
    return help.inJapanese(console.textStyle(), columns: min(console.terminalColumns ?? 80, 100))
  }
}
