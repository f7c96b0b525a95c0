import JapaneseText
import Questions

/// The same thing said in each language of people.
package struct Saying: Hashable, Sendable {
  package let english: String
  package let japanese: String

  package init(english: String, japanese: String) {
    self.english = english
    self.japanese = japanese
  }

  /// What is the same in every language: a name, a figure, a path.
  package init(_ text: String) { self.init(english: text, japanese: text) }

  package init(_ number: Int) { self.init(String(number)) }

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

  package func followed(by other: Saying) -> Saying {
    Saying(english: english + other.english, japanese: japanese + other.japanese)
  }

  package subscript(_ language: Language) -> String {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }
}

extension [Saying] {
  /// One behind the other, as a sentence lists them.
  package var listed: Saying {
    Saying(
      english: map(\.english).joined(separator: ", "), japanese: map(\.japanese).joined(separator: "、"))
  }
}

extension Phrase {
  /// The phrase with its blanks filled, in order.
  package func with(_ parts: Saying...) -> Saying { with(parts) }

  package func with(_ parts: [Saying]) -> Saying {
    let both = both
    return Saying(
      english: Phrase.filled(both.english, parts, .english),
      japanese: Phrase.filled(both.japanese, parts, .japanese))
  }

  /// `{2}` in a text is the second part; `{2s}` the `s` of a noun behind it, which 1 has not.
  static func filled(_ template: String, _ parts: [Saying], _ language: Language) -> String {
    var text = ""
    var rest = template[...]
    while let blank = rest.firstIndex(of: "{"), let end = rest[blank...].firstIndex(of: "}") {
      text += rest[..<blank]
      let name = rest[rest.index(after: blank)..<end]
      let isPlural = name.last == "s"
      if let number = Int(isPlural ? name.dropLast() : name), parts.indices.contains(number - 1) {
        let part = parts[number - 1][language]
        text += !isPlural ? part : part == "1" ? "" : "s"
      }
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }

  package func callAsFunction(_ language: Language) -> String { with()[language] }
}
