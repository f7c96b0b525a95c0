extension Array where Element: Hashable {
  /// Without later repeats.
  package var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
