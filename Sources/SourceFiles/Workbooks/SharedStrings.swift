/// The texts that a workbook's cells share, without furigana.
enum SharedStrings {
  static func read(_ bytes: [UInt8]) -> [String] {
    var strings: [String] = []
    var reader = MarkupReader(bytes)
    while let event = reader.next() {
      if event == .start, reader.name == "si" { strings.append(text(in: &reader, until: "si")) }
    }
    return strings
  }

  /// The text of runs (`<t>`) up to the end of the element that is open; phonetic runs (`<rPh>`) left out.
  static func text(in reader: inout MarkupReader, until element: String) -> String {
    var text = ""
    var (inText, inPhonetic) = (false, false)
    while let event = reader.next() {
      switch event {
      case .start:
        if reader.name == "rPh" { inPhonetic = true }
        inText = reader.name == "t"
      case .text: if inText, !inPhonetic { text += reader.text }
      case .end:
        if reader.name == element { return text }
        if reader.name == "rPh" { inPhonetic = false }
        inText = false
      }
    }
    return text
  }
}
