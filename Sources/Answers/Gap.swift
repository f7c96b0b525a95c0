/// What keeps a reading from being complete: what may be missing from it, and why. `Gap.sentence` says it.
package enum Gap: Hashable, Sendable {
  /// Words of the question that the reading does not use.
  case wordsNotUnderstood([String])
  /// Rows of the kind that stand in the documents and could not be read.
  case rowsUnread(Int)
  /// No thing of the kind was read in any document.
  case noneRead(ReadingKind)
  /// Files and records that could not be read into the index.
  case filesLeftOut([String])
  /// Things whose figures do not stand in the lines they cite, and which are not shown.
  case withheld([String])
}
