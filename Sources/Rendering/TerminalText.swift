extension Unicode.Scalar {
  /// True for what can steer a terminal: controls (C0, DEL, C1), marks that turn the direction of what follows, and
  /// the marks that stand for colours here.
  package var steers: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: TextStyle.Paint(mark: self) != nil
    }
  }
}

extension TextStyle {
  /// How a piece of text is set off. In text that is still to be written a mark stands before and behind the piece.
  enum Paint: UInt32, CaseIterable {
    case strong, faint, marked, wrong
    /// Behind a piece.
    case none
    /// Before a link's address, between it and the text, and behind the text (OSC 8).
    case link, linkText, linkEnd

    /// Scalars that no text may hold (Unicode, 23.7), so that nothing in a document becomes a colour.
    private static let firstMark: UInt32 = 0xFDD0

    init?(mark: Unicode.Scalar) {
      guard mark.value >= Paint.firstMark else { return nil }
      self.init(rawValue: mark.value - Paint.firstMark)
    }

    var mark: Character { Unicode.Scalar(Paint.firstMark + rawValue).map(Character.init) ?? " " }

    /// The terminal's sequence.
    fileprivate var sequence: String {
      switch self {
      case .strong: "\u{1B}[1m"
      case .faint: "\u{1B}[2m"
      case .marked: "\u{1B}[1;33m"
      case .wrong: "\u{1B}[1;31m"
      case .none: "\u{1B}[0m"
      case .link: "\u{1B}]8;;"
      case .linkText: "\u{1B}\\"
      case .linkEnd: "\u{1B}]8;;\u{1B}\\"
      }
    }
  }

  /// Text as it is written, once and last: whatever could steer a terminal is U+FFFD, but for line feeds, tabs and the
  /// colours of this style.
  package func written(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.steers && $0 != "\n" }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if let paint = Paint(mark: scalar), colour == .ansi {
        out += paint.sequence
      } else if scalar.steers, scalar != "\n", scalar != "\t" {
        out += "\u{FFFD}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// What a renderer gave, as it is written to a file: data as it is.
  package func written(_ text: String, as format: OutputFormat) -> String {
    format.isData ? text : written(text)
  }

  /// A piece of text in one line: white space as one space, what could steer a terminal as U+FFFD.
  package static func printable(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: out += " "
      default: out.unicodeScalars.append(scalar.steers ? "\u{FFFD}" : scalar)
      }
    }
    return out
  }
}
