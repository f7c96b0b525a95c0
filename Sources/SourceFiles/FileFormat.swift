import Phrases
import SystemFiles

/// The formats that are read.
package enum FileFormat: String, Hashable, Sendable, CaseIterable {
  case text, markdown, csv, tsv, html, xlsx, docx, pptx, odt, ods, pdf
  /// A line a record: `{"id", "title", "text"}`.
  case records

  /// The format of a text: a page of the web by what it opens with, the rest by its file's ending, since what stands in a
  /// text can't tell a list from a sentence with commas.
  init(_ text: String, named name: String) {
    let opening = text.utf8.prefix(512).drop { $0 <= 0x20 || $0 >= 0x80 }.prefix(14).map { $0 | 0x20 }
    if opening.starts(with: Array("<!doctype html".utf8.map { $0 | 0x20 }))
      || opening.starts(with: Array("<html".utf8))
    {
      self = .html
      return
    }
    switch name.split(separator: ".").last?.lowercased() {
    case "md", "markdown": self = .markdown
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "html", "htm", "xhtml": self = .html
    case "jsonl", "ndjson": self = .records
    default: self = .text
    }
  }
}

/// What the first bytes of a file say about it, whatever its name.
enum FileSignature: Hashable {
  case pdf
  case zip
  /// The container of Office before 2007, which holds encrypted new files too.
  case compoundFile
  /// A picture, a film, a program, …: nothing that holds text to be read.
  case other(Phrase)
  case text

  init(_ bytes: [UInt8]) {
    let head = Array(bytes.prefix(1024))
    func opens(_ magic: [UInt8]) -> Bool { head.starts(with: magic) }
    if opens([0x50, 0x4B, 0x03, 0x04]) || opens([0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if Self.find(Array("%PDF-".utf8), in: head) {
      self = .pdf
    } else if opens([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compoundFile
    } else if let kind = Self.others.first(where: { opens($0.magic) }) {
      self = .other(kind.name)
    } else if TextEncoding.byteOrderMark(of: bytes) == nil, head.contains(0), !Self.isText(head) {
      self = .other(.binaryData)
    } else {
      self = .text
    }
  }

  /// True for UTF-8, whose last character may be cut, that prints something: a text may hold a stray NUL.
  private static func isText(_ head: [UInt8]) -> Bool {
    (TextValidation.firstInvalidByte(in: head) ?? head.count) > head.count - 4 && head.contains { $0 > 0x20 }
  }

  private static let others: [(magic: [UInt8], name: Phrase)] = [
    ([0x89, 0x50, 0x4E, 0x47], .aPNG), ([0xFF, 0xD8, 0xFF], .aJPEG),
    (Array("GIF8".utf8), .aGIF), (Array("II*\0".utf8), .aTIFF),
    (Array("MM\0*".utf8), .aTIFF), ([0x1F, 0x8B], .aGzip),
    (Array("7z".utf8) + [0xBC, 0xAF], .a7z), (Array("Rar!".utf8), .aRAR),
    ([0x7F] + Array("ELF".utf8), .aProgram), (Array("{\\rtf".utf8), .anRTF),
    (Array("SQLite format".utf8), .aDatabase),
  ]

  private static func find(_ needle: [UInt8], in bytes: [UInt8]) -> Bool {
    guard bytes.count >= needle.count else { return false }
    return (0...(bytes.count - needle.count)).contains {
      bytes[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }
}
