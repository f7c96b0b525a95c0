/// Reads XML, HTML or a trace piece by piece, in one pass and without a tree.
///
/// Tags, attributes and text are all it knows: a document type is skipped, no entity is ever defined and nothing is
/// fetched from outside. It takes any bytes; `isWhole` tells at the end whether they were well formed.
struct MarkupReader {
  enum Dialect { case xml, html }

  enum Event: Hashable {
    case start
    /// Comes behind the start of an empty element (`<br/>`) too.
    case end
    case text
  }

  private let bytes: [UInt8]
  private let dialect: Dialect
  private var position = 0
  private var nameRange = 0..<0
  private var attributeRange = 0..<0
  private var textRange = 0..<0
  private var isPlain = false
  private var pendingEnd = false
  /// The element of HTML whose text is no markup, while inside it.
  private var rawElement: String?
  private(set) var isCut = false
  /// Elements that are open.
  private(set) var depth = 0

  init(_ bytes: [UInt8], dialect: Dialect = .xml) {
    self.bytes = bytes
    self.dialect = dialect
  }

  /// True where every element that was opened was closed, so far as was read.
  var isWhole: Bool { depth == 0 && !isCut }

  /// The element of the last start or end, without its namespace; in lower case in HTML.
  var name: String {
    let name = String(decoding: bytes[nameRange], as: UTF8.self)
    return dialect == .html ? name.lowercased() : name
  }

  /// The last text, its entities resolved.
  var text: String {
    let raw = bytes[textRange]
    guard !isPlain, raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
    return Entities.resolve(raw)
  }

  /// The value of an attribute of the last start, whatever its namespace.
  ///
  /// - Parameter prefixed: true where only one of a namespace is meant (`r:id` beside `id`).
  func attribute(_ name: StaticString, prefixed: Bool = false) -> String? {
    guard let range = attributeValue(name, prefixed: prefixed) else { return nil }
    let raw = bytes[range]
    return raw.contains(UInt8(ascii: "&")) ? Entities.resolve(raw) : String(decoding: raw, as: UTF8.self)
  }

  /// The attribute as numbers between spaces.
  func numbers(_ name: StaticString) -> [Double]? {
    attributeValue(name).map { DecimalNumbers.read(bytes[$0]) }
  }

  func number(_ name: StaticString) -> Double? {
    attributeValue(name).flatMap { DecimalNumbers.first(bytes[$0]) }
  }

  /// Bytes read so far.
  var offset: Int { position }

  mutating func next() -> Event? {
    if pendingEnd {
      pendingEnd = false
      depth -= 1
      return .end
    }
    if let raw = rawElement, let event = rawText(until: raw) { return event }
    while position < bytes.count {
      switch markup() {
      case .event(let event): return event
      case .skipped: continue
      case .text: return plainText()
      }
    }
    return nil
  }

  private enum Markup {
    case event(Event)
    /// A comment or the like, which is passed now.
    case skipped
    case text
  }

  private mutating func markup() -> Markup {
    guard bytes[position] == UInt8(ascii: "<"), position + 1 < bytes.count else { return .text }
    switch bytes[position + 1] {
    case UInt8(ascii: "!"): return declaration()
    case UInt8(ascii: "?"):
      skip(behind: "?>")
      return .skipped
    case UInt8(ascii: "/"): return .event(endTag())
    case let byte where Self.startsName(byte): return .event(startTag())
    default: return .text
    }
  }

  private mutating func declaration() -> Markup {
    if opens("<![CDATA[") {
      let start = position + 9
      let end = find("]]>", from: start)
      textRange = start..<(end ?? bytes.count)
      isPlain = true
      isCut = isCut || end == nil
      position = end.map { $0 + 3 } ?? bytes.count
      return .event(.text)
    }
    if opens("<!--") {
      skip(behind: "-->")
    } else {
      let subset = bytes[position...].prefix { $0 != UInt8(ascii: ">") }.contains(UInt8(ascii: "["))
      skip(behind: subset ? "]>" : ">")
    }
    return .skipped
  }

  private mutating func skip(behind end: StaticString) {
    let found = find(end, from: position + 1)
    isCut = isCut || found == nil
    position = found.map { $0 + end.utf8CodeUnitCount } ?? bytes.count
  }

  private mutating func endTag() -> Event {
    let close = tagEnd(from: position + 2)
    setName(from: position + 2, to: close)
    position = min(bytes.count, close + 1)
    depth -= 1
    return .end
  }

  private mutating func startTag() -> Event {
    let close = tagEnd(from: position + 1)
    isCut = isCut || close >= bytes.count
    setName(from: position + 1, to: close)
    let isEmpty = close > nameRange.upperBound && bytes[close - 1] == UInt8(ascii: "/")
    attributeRange = nameRange.upperBound..<(isEmpty ? close - 1 : max(close, nameRange.upperBound))
    position = min(bytes.count, close + 1)
    depth += 1
    if dialect == .html {
      let name = self.name
      if Self.rawElements.contains(name) { rawElement = name }
      pendingEnd = Self.voidElements.contains(name)
    } else {
      pendingEnd = isEmpty
    }
    return .start
  }

  private static let rawElements: Set<String> = ["script", "style"]
  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  /// The text of a script; nil where its end tag comes next.
  private mutating func rawText(until element: String) -> Event? {
    rawElement = nil
    let start = position
    let closing = Array("</\(element)".utf8)
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"),
        bytes[position...].prefix(closing.count).lazy.map({ $0 | 0x20 }).elementsEqual(
          closing.map { $0 | 0x20 })
      {
        break
      }
      position += 1
    }
    guard position > start else { return nil }
    textRange = start..<position
    isPlain = true
    return .text
  }

  private mutating func plainText() -> Event {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    textRange = start..<position
    isPlain = false
    return .text
  }

  private mutating func setName(from start: Int, to close: Int) {
    var first = start
    var end = start
    while end < close, Self.isNamePart(bytes[end]) {
      if bytes[end] == UInt8(ascii: ":") { first = end + 1 }
      end += 1
    }
    nameRange = min(first, end)..<end
  }

  /// The `>` that ends a tag, outside of quoted values; the end of the bytes where there is none.
  private func tagEnd(from start: Int) -> Int {
    var quote: UInt8?
    var i = start
    while i < bytes.count {
      let byte = bytes[i]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return i
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), i > start,
        bytes[i - 1] == UInt8(ascii: "=")
      {
        quote = byte
      }
      i += 1
    }
    return bytes.count
  }

  private func attributeValue(_ wanted: StaticString, prefixed: Bool = false) -> Range<Int>? {
    var i = attributeRange.lowerBound
    let end = attributeRange.upperBound
    while i < end {
      while i < end, !Self.startsName(bytes[i]) { i += 1 }
      let start = i
      var first = i
      while i < end, Self.isNamePart(bytes[i]) {
        if bytes[i] == UInt8(ascii: ":") { first = i + 1 }
        i += 1
      }
      let name = min(first, i)..<i
      while i < end, bytes[i] <= 0x20 { i += 1 }
      guard i < end, bytes[i] == UInt8(ascii: "=") else { continue }
      i += 1
      while i < end, bytes[i] <= 0x20 { i += 1 }
      let value = self.value(from: &i, end: end)
      if matches(name, wanted), !prefixed || first > start { return value }
    }
    return nil
  }

  private func value(from i: inout Int, end: Int) -> Range<Int> {
    guard i < end, bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") else {
      let start = i
      while i < end, bytes[i] > 0x20 { i += 1 }
      return start..<i
    }
    let quote = bytes[i]
    let start = i + 1
    i = start
    while i < end, bytes[i] != quote { i += 1 }
    let value = start..<i
    i = min(end, i + 1)
    return value
  }

  private func matches(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    let fold: UInt8 = dialect == .html ? 0x20 : 0
    return range.indices.allSatisfy { i in
      bytes[i] | fold == name.utf8Start[i - range.lowerBound] | fold
    }
  }

  private func opens(_ text: StaticString) -> Bool {
    bytes.count - position >= text.utf8CodeUnitCount
      && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    let count = text.utf8CodeUnitCount
    var i = start
    while i + count <= bytes.count {
      if bytes[i] == text.utf8Start[0], (1..<count).allSatisfy({ bytes[i + $0] == text.utf8Start[$0] }) {
        return i
      }
      i += 1
    }
    return nil
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    startsName(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":")
  }
}
