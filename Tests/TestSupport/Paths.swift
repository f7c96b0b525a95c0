/// Folders of the checkout, found from this file's own path.
package enum Paths {
  /// The top level of the checkout.
  package static let top: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()
  package static let corpus = top + "/Corpus"
  package static let documentation = top + "/Sources/shirabe/shirabe.docc"
  package static let lexicons = top + "/Lexicons"
  /// The published texts, where they are at hand beside the checkout; tests that need them skip elsewhere.
  package static let publishedPlans = top + "/../shared/plans"
}
