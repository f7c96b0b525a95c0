/// Reads the code of a number format.
enum NumberFormatParser {
  static func sections(of code: String) -> [[NumberFormat.Piece]] {
    var parser = Parser(Array(code.prefix(400)))
    parser.run()
    return parser.sections
  }

  private struct Parser {
    private let code: [Character]
    private var i = 0
    var sections: [[NumberFormat.Piece]] = [[]]

    init(_ code: [Character]) { self.code = code }

    private mutating func add(_ piece: NumberFormat.Piece) { sections[sections.count - 1].append(piece) }

    private mutating func add(literal text: some StringProtocol) {
      guard !text.isEmpty else { return }
      if case .literal(let before)? = sections[sections.count - 1].last {
        sections[sections.count - 1].removeLast()
        add(.literal(before + text))
      } else {
        add(.literal(String(text)))
      }
    }

    mutating func run() {
      while i < code.count {
        let character = code[i]
        switch character {
        case ";":
          sections.append([])
          i += 1
        case "\"":
          let end = code[(i + 1)...].firstIndex(of: "\"") ?? code.count
          add(literal: String(code[(i + 1)..<end]))
          i = end + 1
        case "\\", "!":
          if i + 1 < code.count { add(literal: String(code[i + 1])) }
          i += 2
        // The width of a character, and one that fills the cell: white space on the screen.
        case "_", "*": i += 2
        case "[": bracket()
        case "0", "#", "?": digits()
        case "." where i + 1 < code.count && "0#?".contains(code[i + 1]): digits()
        case "%":
          add(.percent)
          i += 1
        case "@":
          add(.general)
          i += 1
        case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "g", "G", "e", "E", "a", "A": letters()
        case ",": i += 1
        default:
          add(literal: String(character))
          i += 1
        }
      }
    }

    /// `[$¥-411]` prints its sign; colours and conditions print nothing.
    private mutating func bracket() {
      let end = code[i...].firstIndex(of: "]") ?? code.count
      let content = code[(i + 1)..<max(i + 1, end)]
      if content.first == "$" {
        add(literal: String(content.dropFirst().prefix { $0 != "-" }))
      } else if let unit = content.first, content.allSatisfy({ $0 == unit }),
        "hms".contains(unit.lowercased())
      {
        add(.date(Character(unit.lowercased()), count: content.count))
      }
      i = end + 1
    }

    private mutating func digits() {
      var digits = NumberFormat.Digits()
      var isFraction = false
      var commas = 0
      while i < code.count, "0#?.,".contains(code[i]) {
        switch code[i] {
        case ",": commas += 1
        case ".":
          isFraction = true
        case let place:
          if commas > 0 { digits.isGrouped = true }
          commas = 0
          if isFraction {
            digits.maximumDecimals += 1
            if place == "0" { digits.minimumDecimals = digits.maximumDecimals }
          } else if place == "0" {
            digits.minimumIntegers += 1
          }
        }
        i += 1
      }
      digits.thousands = commas
      add(.digits(digits))
    }

    private mutating func letters() {
      let rest = String(code[i...].prefix(7)).lowercased()
      if rest == "general" {
        add(.general)
        i += 7
        return
      }
      if rest.hasPrefix("am/pm") {
        i += 5
        return
      }
      let letter = Character(code[i].lowercased())
      let start = i
      while i < code.count, code[i].lowercased() == String(letter) { i += 1 }
      add(.date(letter, count: i - start))
    }
  }
}
