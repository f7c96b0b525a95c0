import ArgumentParser
import SystemFiles

/// The files of an installed program below its prefix, as the Filesystem Hierarchy Standard 3.0 has them.
struct Installation {
  /// `/usr/local`, or what `--prefix` or `$PREFIX` says.
  let prefix: FilePath

  /// The prefix the running program stands under; nil where it can't be told.
  static let current: Installation? = {
    guard let program = try? FileSystem.target(ofLink: FilePath("/proc/self/exe")) else { return nil }
    return Installation(prefix: program.parent.parent)
  }()

  var program: FilePath { prefix.appending(FilePath("bin/shirabe")) }
  /// The texts an index is made of where nothing else is named.
  var corpus: FilePath { prefix.appending(FilePath("share/shirabe/Corpus")) }
  /// Their index.
  var index: FilePath { prefix.appending(FilePath("share/shirabe/index")) }

  /// What is written anew beside program and texts: a path below the prefix, and its content.
  static var pages: [(path: String, content: String)] {
    [
      ("share/man/man1/shirabe.1", ManualPage.text()),
      ("share/bash-completion/completions/shirabe", Shirabe.completionScript(for: .bash)),
      ("share/zsh/site-functions/_shirabe", Shirabe.completionScript(for: .zsh)),
      ("share/fish/vendor_completions.d/shirabe.fish", Shirabe.completionScript(for: .fish)),
    ]
  }

  /// Puts a file in its place: written beside it, then given the name, so that a running program keeps its own.
  static func place(_ content: [UInt8], at path: FilePath, mode: UInt32) throws(FileError) {
    try FileSystem.makeDirectory(path.parent)
    try Unfinished.step { () throws(FileError) in try replace(path, with: content, mode: mode) }
  }

  private static func replace(_ path: FilePath, with content: [UInt8], mode: UInt32) throws(FileError) {
    let beside = FilePath(bytes: path.bytes + Array(".new".utf8))
    if FileSystem.kind(ofEntry: beside) != nil { try FileSystem.remove(beside) }
    let file = try FileDescriptor(newFile: beside)
    try file.write(content)
    try file.changeMode(to: mode)
    try file.sync()
    try FileSystem.rename(beside, to: path)
  }
}
