/// A heading as the outline is being drawn.
struct OutlineDraft {
  let candidate: HeadingCandidate
  let heading: LineRange
  var depth: Int
  /// Index of the heading it stands under.
  var parent: Int?
  /// The last line under it.
  var end: Int
}
