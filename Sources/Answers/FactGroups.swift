import JapaneseText
import PlanFacts
import PlanLibrary

/// The facts of a library, in their order: what is asked of a thing reads those that may be meant, not all there are. A fact is
/// known by its place among all.
final class FactGroups {
  private let library: Library
  private let folder: Folder
  private(set) lazy var lookup = FactLookup(of: library, folder: folder)
  private var placesOfKind: [FactKind: [Int]] = [:]
  private var projects: [String: [String: Fact]] = [:]

  init(_ library: Library, folder: Folder) {
    self.library = library
    self.folder = folder
  }

  /// All; what has a kind in mind asks for that one, since only what is asked for is read.
  var all: [Fact] { library.facts }

  func facts(of kind: FactKind?) -> [Fact] { kind.map(library.facts) ?? [] }

  func facts(at places: [Int]) -> [Fact] { library.facts(at: places) }

  /// Those of a kind at some of its places.
  func facts(at places: [Int], of kind: FactKind) -> [Fact] {
    places == self.places(of: kind) ? facts(of: kind) : facts(at: places)
  }

  /// Of facts no more than their names is read.
  func names(at places: [Int]) -> [String] { library.names(at: places) }

  func has(_ kind: FactKind) -> Bool { library.hasFacts(of: kind) }

  /// Ascending.
  func places(of kind: FactKind) -> [Int] {
    if let known = placesOfKind[kind] { return known }
    let places = library.places(of: kind)
    placesOfKind[kind] = places
    return places
  }

  /// Those in some documents, ascending.
  func places(of kind: FactKind, in plans: some Sequence<String>) -> [Int] {
    plans.map(lookup.places).reduce([]) { $0.merged(with: $1) }.common(with: places(of: kind))
  }

  func facts(of kind: FactKind, in plan: String) -> [Fact] { facts(at: places(of: kind, in: [plan])) }

  /// The documents that have facts of a kind.
  func plans(of kind: FactKind) -> Set<String> {
    let own = places(of: kind)
    let plans = lookup.plans
    return Set(
      (0..<plans.count).compactMap { word in
        let ends = plans.values(word).map { Int($0) }
        let holds = stride(from: 0, to: ends.count - 1, by: 2).contains { i in
          let next = own.firstPlace { $0 >= ends[i] }
          return next < own.count && own[next] < ends[i + 1]
        }
        return holds ? String(String.UnicodeScalarView(plans.scalars(word))) : nil
      })
  }

  /// Those of a kind that are called by some words, or say them of themselves; others may be among them.
  /// - Parameter keys: folded, without white space.
  func called(_ keys: [String]) -> [Int] {
    keys.reduce([]) { found, key in
      let word = lookup.called.place(of: Array(key.unicodeScalars))
      return found.merged(with: word.map { lookup.called.values($0).map { Int($0) } } ?? [])
    }
  }

  /// The first project of a name in a document.
  func project(named name: String, in plan: String) -> Fact? {
    if let known = projects[plan] { return known[name] }
    let own = Dictionary(
      facts(of: .project, in: plan).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    projects[plan] = own
    return own[name]
  }
}

extension FactLookup {
  /// As the index has it prepared, else made of the library's facts.
  init(of library: Library, folder: Folder) {
    if let prepared = library.prepared(.facts), let known = FactLookup(decoding: prepared) {
      self = known
    } else {
      self.init(library.facts, folder: folder, lines: library.lines)
    }
  }
}

extension [Int] {
  /// The first place of an ascending list whose element is past a bound; its count where none is.
  fileprivate func firstPlace(where isPast: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
