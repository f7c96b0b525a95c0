import Phrases

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
  case partLeftOut(name: Saying, ReadingFailure)

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

extension Remark: Said {
  package var saying: Saying {
    switch self {
    case .encoding(let encoding): Phrase.readInEncoding.with(Saying(encoding.name))
    case .pagesWithoutText(let pages):
      (pages.count == 1 ? Phrase.pageWithoutText : .pagesWithoutText).with(Saying(Self.ranges(pages)))
    case .hiddenSheet(let name): Phrase.hiddenSheet.with(Saying(name))
    case .tablesUnsure(let program): Phrase.tablesUnsure.with(Saying(program))
    case .formulasWithoutValue(let count): Phrase.formulasWithoutValue.with(Saying(count))
    case .furigana(let words): Phrase.furiganaLeftOut.with(words.map { Saying($0) }.listed)
    case .partLeftOut(let name, let failure): Phrase.partLeftOut.with(name, failure.saying)
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
  case kind(Saying)
  /// No encoding fits; `offset` is the first byte, counted from 0, that is no UTF-8.
  case encoding(offset: Int)
  case encrypted
  /// Of Office before 2007, or encrypted by Office.
  case oldOffice
  /// The file breaks the rules of its format; `what` is the part.
  case damaged(Saying)
  /// It would take more memory than its size allows; `what` is what there is too much of.
  case tooMuch(Phrase)
  /// The text is longer than what is read of one document.
  case tooLong(bytes: Int, limit: Int)
  case noPages
  /// Every page is a picture.
  case onlyPictures(pages: Int)
  /// The programs that could read it are not installed.
  case noProgram([String])
  case programFailed(String, reason: Saying)
  case timeout(String, seconds: Int)
}

extension ReadingFailure: Said {
  /// What is wrong and what mends it, without the file's name.
  package var saying: Saying {
    switch self {
    case .empty: Phrase.emptyFile.with()
    case .kind(let kind): Phrase.notAText.with(kind)
    case .encoding(let offset): Phrase.noEncoding.with(Saying(offset))
    case .encrypted: Phrase.encrypted.with()
    case .oldOffice: Phrase.oldOffice.with()
    case .damaged(let part): Phrase.damagedSource.with(part)
    case .tooMuch(let what): Phrase.tooMuch.with(what.with())
    case .tooLong(let bytes, let limit):
      Phrase.tooLongText.with(Saying(Self.megabytes(bytes)), Saying(Self.megabytes(limit)))
    case .noPages: Phrase.noPages.with()
    case .onlyPictures(let pages): (pages == 1 ? Phrase.onlyOnePicture : .onlyPictures).with(Saying(pages))
    case .noProgram(let programs):
      (programs.count > 1 ? Phrase.noProgramOfTwo : .noProgram).with(programs.map { Saying($0) })
    case .programFailed(let program, let reason): Phrase.pathAnd.with(Saying(program), reason)
    case .timeout(let program, let seconds): Phrase.tookTooLong.with(Saying(program), Saying(seconds))
    }
  }

  /// Rounded up.
  private static func megabytes(_ bytes: Int) -> Int { (bytes + 999_999) / 1_000_000 }
}
