import JapaneseText
import Phrases
import Questions

extension Saying {
  init(_ condition: Condition) {
    self.init(english: condition.description, japanese: condition.japanese)
  }

  package init(_ path: FieldPath) { self.init(english: path.description, japanese: path.japanese) }

  package init(_ kind: ReadingKind) {
    self.init(english: kind.rawValue, japanese: CanonicalWords.japanese(kind: kind.rawValue))
  }

  /// The name of a field, as JSON has it and as people say it.
  package init(field name: String) {
    self.init(english: name, japanese: CanonicalWords.japanese(name))
  }

  /// The name of a field with what its figures are counted in: 予算（千円）.
  /// - Parameter unit: empty where none is printed, or the figures are of several.
  package init(field name: String, in unit: String) {
    let field = Saying(field: name)
    guard !unit.isEmpty else {
      self = field
      return
    }
    self.init(english: "\(field.english) (\(unit))", japanese: "\(field.japanese)（\(unit)）")
  }

  /// A canonical line in both its forms; as it is where it can't be read.
  package init(canonical line: String) {
    self.init(english: line, japanese: Question(canonical: line)?.canonical(in: .japanese) ?? line)
  }
}
