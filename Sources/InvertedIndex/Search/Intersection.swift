/// Documents that stand in every one of some posting lists.
enum Intersection {
  /// The documents, ascending; none where there are no lists.
  static func documents(_ lists: [PostingCursor]) throws(IndexError) -> [UInt32] {
    var cursors = lists.sorted { $0.count < $1.count }
    guard !cursors.isEmpty else { return [] }
    var found: [UInt32] = []
    while cursors[0].document != PostingCursor.exhausted {
      let target = cursors[0].document
      var highest = target
      for i in cursors.indices.dropFirst() {
        try cursors[i].seek(to: target)
        highest = max(highest, cursors[i].document)
        if highest > target { break }
      }
      if highest == target {
        found.append(target)
        try cursors[0].advance()
      } else {
        try cursors[0].seek(to: highest)
      }
    }
    return found
  }
}
