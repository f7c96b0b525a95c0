/// What a workbook says of its cells besides their values: how numbers print, and what is coloured.
struct WorkbookStyles {
  private var formats: [NumberFormat] = []
  private var filled: [Bool] = []

  func format(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : NumberFormat(builtIn: 0)
  }

  func isFilled(_ style: Int) -> Bool { filled.indices.contains(style) && filled[style] }

  init() {}

  init(_ bytes: [UInt8]) {
    var codes: [Int: String] = [:]
    var fills: [Bool] = []
    var open: [String] = []
    var reader = MarkupReader(bytes)
    while let event = reader.next() {
      switch event {
      case .text: break
      case .end: _ = open.popLast()
      case .start:
        let name = reader.name
        switch name {
        case "numFmt":
          if let id = reader.attribute("numFmtId").flatMap({ Int($0) }) {
            codes[id] = reader.attribute("formatCode")
          }
        case "fill": fills.append(false)
        case "patternFill":
          if let kind = reader.attribute("patternType"), kind != "none", !fills.isEmpty {
            fills[fills.count - 1] = true
          }
        case "fgColor":
          // White paper is no mark.
          if !fills.isEmpty,
            reader.attribute("rgb")?.uppercased().hasSuffix("FFFFFF") == true
              || reader.attribute("theme") == "0" && reader.attribute("tint") == nil
          {
            fills[fills.count - 1] = false
          }
        case "xf" where open.last == "cellXfs":
          let id = reader.attribute("numFmtId").flatMap { Int($0) } ?? 0
          formats.append(codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id))
          let fill = reader.attribute("fillId").flatMap { Int($0) } ?? 0
          filled.append(fills.indices.contains(fill) && fills[fill])
        default: break
        }
        open.append(name)
      }
    }
  }
}
