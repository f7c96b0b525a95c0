/// What a reader of an answer should know about how a file was read.
package enum Remark: Hashable, Sendable {
  /// The text was not UTF-8.
  case encoding(TextEncoding)
  /// Pages with no text on them though something is drawn, as scans have none; counted from 1.
  case pagesWithoutText([Int])
  case hiddenSheet(String)
  /// Only words and their places were at hand, no ruling lines.
  case tablesUnsure(program: String)
  /// Formulas whose values the file does not hold.
  case formulasWithoutValue(Int)
  /// Furigana that were left out of the text.
  case furigana([String])
  /// A part of the file that could not be read.
  case partLeftOut(name: String, ReadingFailure)

  /// True where something of the file is missing from what was read.
  package var isLoss: Bool {
    switch self {
    case .pagesWithoutText, .formulasWithoutValue, .partLeftOut: true
    case .encoding, .hiddenSheet, .tablesUnsure, .furigana: false
    }
  }

  /// True for what only someone looking at one file wants to know.
  package var isDetail: Bool {
    switch self {
    case .furigana: true
    case .encoding, .pagesWithoutText, .hiddenSheet, .tablesUnsure, .formulasWithoutValue, .partLeftOut: false
    }
  }
}

extension Remark: CustomStringConvertible {
  package var description: String {
    switch self {
    case .encoding(let encoding): "read as \(encoding.name)"
    case .pagesWithoutText(let pages):
      pages.count == 1
        ? "page \(Self.ranges(pages)) without text, perhaps scanned (ocrmypdf adds it)"
        : "pages \(Self.ranges(pages)) without text, perhaps scanned (ocrmypdf adds it)"
    case .hiddenSheet(let name): "the sheet \"\(name)\" is hidden; it was read"
    case .tablesUnsure(let program):
      "read by \(program), without ruling lines: tables are less sure (apt install mupdf-tools)"
    case .formulasWithoutValue(let count):
      "\(count) formulas without a stored value (open and save the file in its program)"
    case .furigana(let words): "furigana left out: \(words.joined(separator: ", "))"
    case .partLeftOut(let name, let failure): "\(name) was left out: \(failure)"
    }
  }

  /// `2, 5-8, 11`
  static func ranges(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }
}

/// Why a file can't be read.
package enum ReadingFailure: Error, Hashable, Sendable {
  case empty
  /// Of a kind that holds no text.
  case kind(String)
  /// No encoding fits; `offset` is the first byte, counted from 0, that is no UTF-8.
  case encoding(offset: Int)
  case encrypted
  /// Of Office before 2007, or encrypted by Office.
  case oldOffice
  /// The file breaks the rules of its format; `what` is the part.
  case damaged(String)
  /// It would take more memory than its size allows; `what` is what there is too much of.
  case tooMuch(String)
  /// The text is longer than what is read of one document.
  case tooLong(bytes: Int, limit: Int)
  case noPages
  /// Every page is a picture.
  case onlyPictures(pages: Int)
  /// The programs that could read it are not installed.
  case noProgram([String])
  case programFailed(String, reason: String)
  case timeout(String, seconds: Int)
}

extension ReadingFailure: CustomStringConvertible {
  /// What is wrong and what mends it, without the file's name.
  package var description: String {
    switch self {
    case .empty: "empty"
    case .kind(let kind): "\(kind), not a text"
    case .encoding(let offset):
      "in no encoding that is known (not UTF-8 at byte offset \(offset), nor UTF-16, Shift_JIS, EUC-JP); save it as UTF-8"
    case .encrypted: "encrypted; save a copy without the password"
    case .oldOffice:
      "in Office's old format, or encrypted; save it as .xlsx, .docx or .pptx without a password"
    case .damaged(let part): "damaged (\(part)); open and save it again in its own program"
    case .tooMuch(let what): "too much for its size (\(what)); split the file"
    case .tooLong(let bytes, let limit):
      "\(Self.megabytes(bytes)) MB of text, and \(Self.megabytes(limit)) MB are read of one document; split it, or set SHIRABE_LARGEST_TEXT to more MB"
    case .noPages: "without pages"
    case .onlyPictures(let pages):
      pages == 1
        ? "1 page without text, perhaps scanned; ocrmypdf adds the text"
        : "\(pages) pages without text, perhaps scanned; ocrmypdf adds the text"
    case .noProgram(let programs):
      "PDF needs \(programs.joined(separator: " or ")) (apt install mupdf-tools)"
    case .programFailed(let program, let reason): "\(program): \(reason)"
    case .timeout(let program, let seconds): "\(program) took more than \(seconds) s; split the file"
    }
  }
  /// Rounded up.
  private static func megabytes(_ bytes: Int) -> Int { (bytes + 999_999) / 1_000_000 }
}
