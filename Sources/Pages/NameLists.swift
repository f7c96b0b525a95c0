import JapaneseText
import PlanLibrary
import Synchronization

/// Names of the things in a library, for the field of the question.
final class NameLists: Sendable {
  private struct List {
    let fingerprint: UInt64
    /// With the folded name, by that.
    let names: [(folded: String, name: String)]
  }

  private let list = Mutex<List?>(nil)
  private static let most = 20

  /// The first names that begin so, or hold it behind their beginning.
  func names(of library: Library, beginning text: String) -> [String] {
    let folder = library.lexicons.folder()
    let wanted = folder.fold(string: String(text.prefix(60)), depth: .characters)
    guard !wanted.isEmpty else { return [] }
    let names = list.withLock { list in
      if let list, list.fingerprint == library.fingerprint { return list.names }
      let names = Set(library.facts.map(\.name)).map { (folder.fold(string: $0, depth: .characters), $0) }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
      list = List(fingerprint: library.fingerprint, names: names)
      return names
    }
    let beginning = names.filter { $0.folded.hasPrefix(wanted) }.prefix(NameLists.most)
    let holding = names.lazy.filter { !$0.folded.hasPrefix(wanted) && $0.folded.contains(wanted) }
      .prefix(NameLists.most - beginning.count)
    return (beginning + holding).map(\.name)
  }
}
