import Questions

/// What keeps a reading from being complete: what may be missing from it, and why. `Gap.saying` says it.
package enum Gap: Hashable, Sendable {
  /// Words of the question that the reading does not use.
  case wordsNotUnderstood([String])
  /// Rows of the kind that stand in the documents and could not be read.
  case rowsUnread(Int)
  /// No thing of the kind was read in any document.
  case noneRead(ReadingKind)
  /// None of the things found has what was asked for of it: the fields, the things, and how many these are.
  case notStated([FieldPath], of: [String], count: Int)
  /// What those things state instead: paths of figures.
  case stated([FieldPath])
  /// A count or a figure over many things, of which only so many were read: what it is for those is not what was asked.
  case overPart(NumberValue, read: Int)
  /// Things whose figure is printed, and in a form that was not read as a number: they are in no comparison and no order.
  case figuresUnread([String])
  /// An order goes by figures in units that can't be compared.
  case unlikeUnits([String])
  /// The things are those named so; as many more speak of it, and the question that gives them too.
  case byName(more: Int, wider: String)
  /// No thing has these words in its name; those found speak of them.
  case byText(String)
  /// No passage found holds all of these words; each holds some of them.
  case wordsApart([String])
  /// Passages that hold the words follow where things of this kind were asked for and there are none.
  case passagesInstead(of: ReadingKind)
  /// What can't go on from the question before was asked of everything.
  case ofEverything
  /// The question before had no answer: this goes on from the one before it.
  case ofEarlier
  /// Files and records that could not be read into the index.
  case filesLeftOut([String])
  /// Documents that are cited and whose files hold something else by now.
  case filesChanged([String])
  /// Things whose figures do not stand in the lines they cite, and which are not shown.
  case withheld([String])
}
