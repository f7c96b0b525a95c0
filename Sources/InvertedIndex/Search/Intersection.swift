/// Documents that stand in every one of some posting lists.
enum Intersection {
  /// The documents, ascending; none where there are no lists.
  static func documents(_ lists: [PostingSlice]) throws(IndexError) -> [UInt32] {
    let cursors = PostingCursors(lists.sorted { $0.count < $1.count })
    guard cursors.count > 0 else { return [] }
    var found: [UInt32] = []
    var target = try cursors[0].seek(to: 0)
    while target != PostingCursor.exhausted {
      var highest = target
      for i in 1..<cursors.count {
        highest = try cursors[i].seek(to: target)
        if highest > target { break }
      }
      if highest == target { found.append(target) }
      target = try cursors[0].seek(to: highest == target ? target + 1 : highest)
    }
    return found
  }
}
