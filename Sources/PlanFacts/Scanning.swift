/// What `read` finds in a text, left to right; each find is looked for behind the one before it.
///
/// - Parameters:
///   - read: What opens at an index of the scalars; nil where nothing does.
///   - range: Where a find stands; never empty.
func scanning<Mark>(
  _ scalars: [Unicode.Scalar], by read: ([Unicode.Scalar], Int) -> Mark?, range: (Mark) -> Range<Int>
) -> [Mark] {
  var found: [Mark] = []
  var i = 0
  while i < scalars.count {
    if let mark = read(scalars, i) {
      found.append(mark)
      i = max(i + 1, range(mark).upperBound)
    } else {
      i += 1
    }
  }
  return found
}
