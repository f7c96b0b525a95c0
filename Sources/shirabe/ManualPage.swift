import ArgumentParser

/// The manual page, made of the help that each command gives of itself (man(7)).
enum ManualPage {
  /// Variables of the environment that the program reads, and what each says.
  static let variables = [
    ("SHIRABE_INDEX", "The index's folder, where --index does not say."),
    ("SHIRABE_LEXICONS", "The lexicons' folder, where --lexicons does not say."),
    ("SHIRABE_PDF", "The program that reads PDF: mutool or pdftotext."),
    ("SHIRABE_AMBIGUOUS_WIDTH", "2 where the terminal draws marks like ○ two columns wide."),
    ("NO_COLOR", "Set to anything: no colours."),
    ("PREFIX, DESTDIR", "Where install puts the program; a folder to be taken for / while it does."),
  ]

  static func text() -> String {
    let help = HelpText(Shirabe.helpMessage(for: Shirabe.self, columns: HelpText.columns))
    var page = [
      ".TH SHIRABE 1 \"\" \"shirabe \(Version.program)\"", ".SH NAME",
      "shirabe \\- " + escaped(Shirabe.configuration.abstract), ".SH SYNOPSIS", ".B shirabe",
      "[\\fIsubcommand\\fR] [\\fIoptions\\fR]", ".SH DESCRIPTION",
    ]
    page += paragraphs(help.overview.dropFirst()) + [".SH COMMANDS"]
    page += Shirabe.configuration.subcommands.flatMap { section($0, after: "shirabe") }
    page.append(".SH ENVIRONMENT")
    for (name, meaning) in variables { page += entry(name, meaning) }
    return page.joined(separator: "\n") + "\n"
  }

  /// A command and those below it.
  private static func section(_ command: any ParsableCommand.Type, after parent: String) -> [String] {
    let name = parent + " " + command._commandName
    let help = HelpText(Shirabe.helpMessage(for: command, columns: HelpText.columns))
    var lines = [".SS " + escaped(name)] + paragraphs(help.overview[...])
    lines += [".PP"] + help.usage.map { escaped($0) + "\n.br" }
    for (label, meaning) in help.entries { lines += entry(label, meaning) }
    return lines + command.configuration.subcommands.flatMap { section($0, after: name) }
  }

  private static func paragraphs(_ lines: ArraySlice<String>) -> [String] {
    lines.map { $0.isEmpty ? ".PP" : escaped($0) }
  }

  private static func entry(_ label: String, _ meaning: String) -> [String] {
    [".TP", ".B " + escaped(label), escaped(meaning)]
  }

  /// Text in which nothing is a request to the formatter, in ASCII, which every formatter reads.
  private static func escaped(_ text: String) -> String {
    let plain = text.unicodeScalars.reduce(into: "") { page, scalar in
      switch scalar {
      case "\\": page += "\\e"
      case "-": page += "\\-"
      case _ where scalar.isASCII: page.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        page += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}

/// The parts of a help message.
private struct HelpText {
  /// So wide that the message breaks no line of its own.
  static let columns = 10_000

  var overview: [String] = []
  var usage: [String] = []
  /// Arguments and options, in the order of the message.
  var entries: [(label: String, meaning: String)] = []

  init(_ message: String) {
    var part = ""
    for line in message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let head = line.prefix { $0.isUppercase || $0 == " " }
      if line.dropFirst(head.count).first == ":", head.first?.isUppercase == true {
        part = String(head)
        if case let rest = line.dropFirst(head.count + 2), !rest.isEmpty {
          if part == "OVERVIEW" { overview.append(String(rest)) } else { usage.append(String(rest)) }
        }
      } else if part == "OVERVIEW" {
        overview.append(line)
      } else if part == "USAGE", !line.isEmpty {
        usage.append(line)
      } else if part == "ARGUMENTS" || part == "OPTIONS", !line.isEmpty {
        add(line)
      }
    }
    if overview.last == "" { overview.removeLast() }
  }

  /// A line is a label of two columns' indent and its meaning behind two spaces, or the meaning of the label before it.
  private mutating func add(_ line: String) {
    let text = line.drop { $0 == " " }
    guard line.count - text.count == 2 else {
      if let last = entries.indices.last { entries[last].meaning += text }
      return
    }
    let label = text.firstRange(of: "  ").map { text[..<$0.lowerBound] } ?? text
    entries.append((String(label), String(text.dropFirst(label.count).drop { $0 == " " })))
  }
}
