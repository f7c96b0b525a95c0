import JapaneseText
import Rendering
import SystemFiles

/// Lines typed before, kept in a file of the user's state folder.
struct History {
  private(set) var lines: [String] = []
  private let path: String?
  /// Lines that are read back.
  private static let most = 1000

  /// A history that is kept nowhere.
  init() { path = nil }

  /// `$XDG_STATE_HOME/shirabe/history`, else `~/.local/state/shirabe/history`; without a home nothing is kept.
  init(_ console: Console) {
    path = console.stateFolder.map { $0 + "/history" }
    guard let path, let bytes = try? FileSystem.read(FilePath(path)) else { return }
    lines = TextLines.split(String(decoding: bytes, as: UTF8.self)).filter { !$0.isEmpty }
      .suffix(History.most).map(String.init)
  }

  /// The lines with their numbers, the oldest first.
  var numbered: String { zip(1..., lines).map { "  \($0)  \(TextStyle.printable($1))\n" }.joined() }

  /// Adds a line; a repeat of the last one is not kept, nor one that begins with a space. It is on the disk before the line is answered.
  mutating func append(_ line: String) {
    guard line.contains(where: { !$0.isWhitespace }), line.first != " ", line != lines.last else { return }
    lines.append(line)
    guard let path, let slash = path.lastIndex(of: "/") else { return }
    // A history that can't be kept is no reason to stop a conversation.
    _ = try? FileSystem.makeDirectory(FilePath(String(path[..<slash])), mode: 0o700)
    try? FileSystem.append(Array((line + "\n").utf8), to: FilePath(path))
  }
}
