import InvertedIndex
import PlanDocuments

/// The fields a passage is searched by.
enum PassageFields: Int, CaseIterable {
  case text, section, title, name

  /// What the index is told of them. The text decides; the headings above it and the title of its document, which many
  /// passages share, break ties between like texts. A record's own title names what the record is about, so its words
  /// count more than those of the text; short or long, it is a name, so its length does not count.
  static let settings = PassageFields.allCases.map { field in
    switch field {
    case .text: IndexField("text", weight: 1)
    case .section: IndexField("section", weight: 0.3)
    case .title: IndexField("title", weight: 0.1)
    case .name: IndexField("name", weight: 4, lengthNormalization: 0)
    }
  }

  /// A text for each field, in their order; a record without a title is found by its id, as a plan by its title.
  /// Furniture stands where a title stands: it counts for little, and is no text that others are measured by.
  static func values(_ passage: Passage, of record: DocumentRecord, isFurniture: Bool) -> [String] {
    let section = passage.section.joined(separator: "\n")
    if isFurniture { return ["", "", passage.text, ""] }
    return switch record.origin {
    case .text: [passage.text, section, record.title, ""]
    case .record: [passage.text, "", section.isEmpty ? record.title : "", section]
    }
  }
}
