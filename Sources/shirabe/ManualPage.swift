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
