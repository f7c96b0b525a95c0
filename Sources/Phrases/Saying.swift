import JapaneseText

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

  /// What went wrong; the system's or a library's own words where it is no fact of ours.
  package init(error: any Error) { self = (error as? any Said)?.saying ?? Saying("\(error)") }

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

/// A fact that people are told, in a sentence made of a `Phrase`. As text it is English, as data formats have it.
package protocol Said: CustomStringConvertible {
  var saying: Saying { get }
}

extension Said {
  package var description: String { saying.english }
}

extension [Saying] {
  /// One behind the other, as a sentence lists them.
  package var listed: Saying {
    Saying(
      english: map(\.english).joined(separator: ", "), japanese: map(\.japanese).joined(separator: "、"))
  }

  /// A line each.
  package var lines: Saying {
    Saying(
      english: map(\.english).joined(separator: "\n"), japanese: map(\.japanese).joined(separator: "\n"))
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
  package static func filled(_ template: String, _ parts: [Saying], _ language: Language) -> String {
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
