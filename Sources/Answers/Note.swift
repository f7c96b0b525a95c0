import JapaneseText
import Questions

/// What a person should know of a reading besides what may be missing from it; `Note.saying` says it.
package enum Note: Hashable, Sendable {
  /// A word that was typed with a slip is read as another.
  case readAs(ReadAs)
  /// So many more things do not state a figure that a bound compares.
  case unstated(Int, FieldPath)
  /// So many things do not state what an order goes by, and are left out of it.
  case leftOutOfOrder(Int, by: FieldPath)
  /// An order goes by levels of these documents, and nothing in them says which is the best.
  case oneIsBest([String])
  /// Things with a budget and a settlement that are held against each other, and of no year both.
  case yearsApart(Int)
  /// Money that is printed for several years is that of the newest of them.
  case newest(FieldPath, year: Int)
  /// What the figures of a column are counted in, where a head or a title says so and the cells don't.
  case countedIn(FieldPath, units: [String])
  /// So many things are all the first of an order.
  case shareFirst(Int, FieldPath)
  /// So many more things are as good as the last within the limit.
  case moreLikeLast(Int, FieldPath)
  /// Things that a figure is not reckoned from, since they do not state it.
  case leftOut([String], without: FieldPath)
  /// A share: so many of so many.
  case part(Int, of: Int)
  /// The figure of a part that another figure is reckoned from.
  case figure(canonical: String, NumberValue?)
  /// A total that is printed as another figure than its parts come to.
  case clash(String, printed: ExactNumber, sum: ExactNumber)
  /// A side of a comparison that selects nothing.
  case none(canonical: String)
}
