import PlanDocuments
import SourceFiles

/// What the index that is there already holds of files as they were read: those that did not change are taken from it.
struct KnownSources {
  private let library: Library?
  /// Places of documents, by the keys of their files.
  private let documents: [SourceKey: Int]

  /// - Parameter directory: of the index; one that is not there, or can't be read, knows nothing.
  init(in directory: String) {
    library = try? Library.open(directory)
    var documents: [SourceKey: Int] = [:]
    if let store = library?.store {
      for place in 0..<store.sources.count {
        if let key = store.sources.decoder(place).flatMap(SourceCodec.key) { documents[key] = place }
      }
    }
    self.documents = documents
  }

  /// The text as it was read from the same bytes by the same reader; nil where it was not.
  subscript(key: SourceKey) -> SourceText? {
    guard let library, let place = documents[key], let stored = library.store.document(place),
      let source = library.store.sources.decoder(place), let places = library.store.places.decoder(place)
    else {
      return nil
    }
    let range = LineRange(1, max(1, stored.record.lineCount))
    let lines = library.lines(of: stored.record.id, in: range)
    guard let all = try? PlaceCodec.all(places), all.count == lines.count else { return nil }
    let known = try? SourceCodec.decode(source, lines: lines, places: all)
    // an index that was written to since it was opened may have said anything
    guard (try? library.checkFiles()) != nil else { return nil }
    return known ?? nil
  }
}
