import InvertedIndex
import PlanLibrary

/// What passages say, folded: each is read once, since questions meet the same ones again.
final class PassageTexts {
  private let library: Library
  private var known: [DocID: [Unicode.Scalar]] = [:]
  /// Texts that are kept before all are forgotten: those of a few thousand pages.
  private static let mostKept = 20_000

  init(library: Library) { self.library = library }

  /// The text of a passage with the headings it stands under.
  func scalars(_ passage: RankedPassage) -> [Unicode.Scalar] {
    if let scalars = known[passage.document] { return scalars }
    let scalars = library.foldedText(passage)
    if known.count >= PassageTexts.mostKept { known.removeAll() }
    known[passage.document] = scalars
    return scalars
  }
}
