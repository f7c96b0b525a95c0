import InvertedIndex
import PlanLibrary

/// What passages say, folded: each is read once, since questions meet the same ones again.
final class PassageTexts {
  private let library: Library
  private let matcher: KeywordMatcher
  private var known: [DocID: [Unicode.Scalar]] = [:]
  /// Texts that are kept before all are forgotten: those of a few thousand pages.
  private static let mostKept = 20_000

  init(library: Library, matcher: KeywordMatcher) {
    self.library = library
    self.matcher = matcher
  }

  /// The text of a passage with the headings it stands under.
  func scalars(_ passage: RankedPassage) -> [Unicode.Scalar] {
    if let scalars = known[passage.document] { return scalars }
    let hit = library.passages([passage]).first
    let scalars = hit.map { matcher.unkeptScalars($0.text + " " + $0.section.joined(separator: " ")) } ?? []
    if known.count >= PassageTexts.mostKept { known.removeAll() }
    known[passage.document] = scalars
    return scalars
  }
}
