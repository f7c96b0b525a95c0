import Answers
import ArgumentParser
import Phrases
import PlanLibrary
import SystemFiles

/// `shirabe install`: the program, the texts it knows and their index, its manual page and completions, where a system has them.
struct Install: ShirabeCommand {
  static let configuration = CommandConfiguration(
    abstract: "Install the program, its corpus with its index, the manual page and completions.",
    discussion: """
      Run where Corpus is. Files of the same names below the prefix are replaced; others are left alone. With $DESTDIR \
      all of it goes below that folder, as packages are made.
      """)

  @OptionGroup var speech: SpeechOptions

  @Option(name: .long, help: "The folder that gets bin and share (default: $PREFIX, else /usr/local).")
  var prefix: String?

  func execute(_ console: Console) throws -> ExitStatus {
    let wanted = prefix ?? console.variable("PREFIX") ?? "/usr/local"
    guard FileSystem.kind(of: FilePath(IndexOptions.corpus)) == .directory else {
      throw Failure(Phrase.noCorpusHere.with(Saying(IndexOptions.corpus)), .unreadable)
    }
    let place = Installation(prefix: FilePath((console.variable("DESTDIR") ?? "") + wanted))
    let last: @Sendable () -> Void = { console.report(Phrase.interruptedInstall.with()) }
    try Signals.takingAwayUnfinished(last: last) { try put(place, console) }
    let status = try IndexOptions.parse([]).update(
      IndexUpdate(adding: [place.corpus.shown]), place.index.shown, console)
    let folders = (console.variable("PATH") ?? "").split(separator: ":").map(String.init)
    if !folders.contains(wanted + "/bin") {
      console.report(Phrase.notOnPath.with(Saying("\(wanted)/bin"), Saying("PATH=\(wanted)/bin:$PATH")))
    }
    return status
  }

  private func put(_ place: Installation, _ console: Console) throws {
    do throws(FileError) {
      try Installation.place(
        FileSystem.read(FilePath("/proc/self/exe")), at: place.program, mode: 0o755)
      console.report(Phrase.installedFile.with(Saying(place.program.shown)))
      for (path, content) in Installation.pages {
        let target = place.prefix.appending(FilePath(path))
        try Installation.place(Array(content.utf8), at: target, mode: 0o644)
        console.report(Phrase.installedFile.with(Saying(target.shown)))
      }
      // a folder of everyone's, not of its owner alone as the index would make it
      try FileSystem.makeDirectory(place.index)
      for name in try FileSystem.names(in: FilePath(IndexOptions.corpus)) where name.hasEnding(".txt") {
        let text = try FileSystem.read(FilePath(IndexOptions.corpus).appending(name))
        try Installation.place(text, at: place.corpus.appending(name), mode: 0o644)
      }
    } catch {
      throw Failure(Phrase.otherPrefix.with(error.saying), .badIndex)
    }
  }
}
