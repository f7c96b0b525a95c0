import PlanDocuments

/// A text that the library holds.
package struct DocumentRecord: Hashable, Sendable {
  /// How the document came to the library.
  package enum Origin: Int, Hashable, Sendable {
    /// A text file: read for its outline, passages and facts.
    case text
    /// A record of a `.jsonl` file: one passage, searched only.
    case record
  }

  package let id: String
  /// As it was given to `index`.
  package let path: String
  package let title: String
  /// What else the text calls itself: parts of its title, lines that repeat it.
  package let names: [String]
  package let lineCount: Int
  package let origin: Origin
  /// Whose plan it is; nil where it is not sure.
  package let publisher: String?
  /// The year its title names.
  package let year: Int?

  package init(
    id: String, path: String, title: String, names: [String] = [], lineCount: Int, origin: Origin = .text,
    publisher: String? = nil, year: Int? = nil
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.names = names
    self.lineCount = lineCount
    self.origin = origin
    self.publisher = publisher
    self.year = year
  }

  /// What the index calls a passage of this document.
  func passageID(_ lines: LineRange) -> String {
    switch origin {
    case .record: id
    case .text: "\(id):\(lines.first)-\(lines.last)"
    }
  }
}
