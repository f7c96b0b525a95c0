import JapaneseText

/// Completes commands at the start of a line and names of facts anywhere.
struct Completer {
  /// Folded names with the names as printed, by folded name.
  private let names: [(folded: String, name: String)]
  private let folder: Folder
  /// Candidates that are shown at most.
  private static let most = 40
  /// No name is this long.
  private static let longest = 60

  init(names: [String], folder: Folder) {
    self.folder = folder
    self.names = Set(names).map { (folder.fold(string: $0, depth: .characters), $0) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  /// What the text before the cursor could go on with. Japanese has no spaces between words, so the longest end of the
  /// text with which some name begins is completed.
  func complete(_ text: String) -> Completion {
    if text.hasPrefix(":"), !text.contains(" ") {
      return Completion(
        replaced: text.count, candidates: REPLCommand.list.map(\.name).filter { $0.hasPrefix(text) })
    }
    let end = Array(text.suffix(Completer.longest))
    for start in end.indices where !end[start].isWhitespace {
      let found = names(beginningWith: String(end[start...]))
      if !found.isEmpty { return Completion(replaced: end.count - start, candidates: found) }
    }
    return Completion(replaced: 0, candidates: [])
  }

  private func names(beginningWith prefix: String) -> [String] {
    let folded = folder.fold(string: prefix, depth: .characters)
    guard !folded.isEmpty else { return [] }
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].folded < folded { low = middle + 1 } else { high = middle }
    }
    return names[low...].prefix { $0.folded.hasPrefix(folded) }.prefix(Completer.most).map(\.name)
  }
}
