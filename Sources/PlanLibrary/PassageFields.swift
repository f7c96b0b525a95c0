import InvertedIndex
import PlanDocuments

/// The fields a passage is searched by.
enum PassageFields: Int, CaseIterable {
  case text, section, title

  /// What the index is told of them. The text decides; headings and title break ties between like texts.
  static let settings = PassageFields.allCases.map { field in
    switch field {
    case .text: IndexField("text", weight: 1)
    case .section: IndexField("section", weight: 0.3)
    case .title: IndexField("title", weight: 0.1)
    }
  }

  static func values(_ passage: Passage, title: String) -> [String] {
    allCases.map { field in
      switch field {
      case .text: passage.text
      case .section: passage.section.joined(separator: "\n")
      case .title: title
      }
    }
  }
}
