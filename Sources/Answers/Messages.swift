import JapaneseText
import Phrases

/// The Japanese of what comes as English text: the help and the errors of the command line, which swift-argument-parser puts together,
/// and reasons that an index keeps. Everything else is a `Phrase`.
///
/// What a text holds (a path, a reason) is found in its turn; what no wording fits stays as it is.
package enum Messages {
  /// One wording: what stands around its blanks, and its Japanese, where `{2}` is what the second blank holds.
  package struct Entry: Sendable {
    package let english: String
    package let japanese: String
    fileprivate let around: [String]

    fileprivate init(_ english: String, _ japanese: String) {
      (self.english, self.japanese) = (english, japanese)
      var parts: [String] = []
      var rest = english[...]
      while let blank = rest.firstRange(of: "{\(parts.count + 1)}") {
        parts.append(String(rest[..<blank.lowerBound]))
        rest = rest[blank.upperBound...]
      }
      around = parts + [String(rest)]
    }

    /// Punctuation alone says nothing: it holds where what stands behind it says something.
    fileprivate var isBare: Bool { !around.contains { $0.contains { $0.isLetter || $0.isNumber } } }
  }

  /// Why files and records are left out, as an index keeps it.
  private static let kept: [Phrase] = [
    .osNotFound, .osDenied, .osFull, .osReadOnly, .osExists, .osIsFolder, .notRegular, .notADirectory,
    .fileTooLarge, .fileNotUTF8, .pathAnd, .andRemedy, .leftOutBecause, .noSuchFile, .noTexts,
    .otherEnding, .deadLink, .linkedFolder, .notAFile, .idTaken, .readInEncoding, .pageWithoutText,
    .pagesWithoutText, .hiddenSheet, .tablesUnsure, .formulasWithoutValue, .furiganaLeftOut, .partLeftOut,
    .emptyFile, .notAText, .noEncoding, .encrypted, .oldOffice, .damagedSource, .tooMuch, .tooLongText,
    .noPages, .onlyOnePicture, .onlyPictures, .noProgram, .noProgramOfTwo, .tookTooLong, .endedBySignal,
    .errorNumber, .whatIsDrawn, .uncompressedSize, .cellsOfFile, .compressedData, .unknownCompression,
    .partMissing, .archiveEndMissing, .archiveDirectory, .anArchive, .aSheet, .slideNumber, .asFound,
    .asFoundBecause, .afterPage, .aPNG, .aJPEG, .aGIF, .aTIFF, .aGzip, .a7z, .aRAR, .aProgram, .anRTF,
    .aDatabase, .binaryData, .aPipe, .aSocket, .aDevice, .aFolder, .aLink, .aFile, .lineNotUTF8,
    .hasNoText, .hasNoTextNorPath, .namesRecords, .hasNoID, .idHasSpace, .isNoObject, .theLine,
    .jsonNoValue, .jsonNoEnd, .jsonNoUTF8, .jsonNoStringEnd, .jsonNoEscape, .jsonNoDigits, .jsonMore,
    .jsonTooDeep, .jsonNo,
  ]

  /// Those with the most words of their own first.
  package static let all: [Entry] = {
    var entries = kept.map { Entry($0.both.english, $0.both.japanese) }
    var english: Substring?
    for line in messagesInJapanese.split(separator: "\n") {
      if line.hasPrefix("  "), let text = english {
        entries.append(Entry(String(text), String(line.dropFirst(2))))
        english = nil
      } else {
        english = line
      }
    }
    func weight(_ entry: Entry) -> Int { entry.around.reduce(0) { $0 + $1.count } }
    return entries.enumerated().sorted { (weight($1.element), $0.offset) < (weight($0.element), $1.offset) }
      .map(\.element)
  }()

  /// The Japanese of a message of one line; nil where no wording fits.
  package static func japanese(_ english: String) -> String? {
    guard english.contains(where: { $0.isASCII && $0.isLetter }) else { return nil }
    for entry in all {
      if let filled = filled(entry, english) { return filled }
    }
    return nil
  }

  private static func filled(_ entry: Entry, _ text: String) -> String? {
    guard text.hasPrefix(entry.around[0]) else { return nil }
    guard entry.around.count > 1 else { return text == entry.around[0] ? entry.japanese : nil }
    return parts(of: text.dropFirst(entry.around[0].count), between: entry.around.dropFirst()) { parts in
      // what is quoted is a name
      let said = zip(entry.around, parts).map { before, part in
        before.last == "\"" || before.last == "'" ? nil : japanese(String(part))
      }
      if entry.isBare, said.last == .some(nil) { return nil }
      let fillings = zip(said, parts).map { Saying($0 ?? String($1)) }
      return Phrase.filled(entry.japanese, fillings, .japanese)
    }
  }

  /// Gives `accept` each way to cut a text at the given pieces, none of the parts empty, until one is taken.
  private static func parts(
    of text: Substring, between pieces: ArraySlice<String>, _ accept: ([Substring]) -> String?
  ) -> String? {
    guard let piece = pieces.first else { return nil }
    let rest = pieces.dropFirst()
    if rest.isEmpty {
      guard text.hasSuffix(piece), text.count > piece.count else { return nil }
      return accept([text.dropLast(piece.count)])
    }
    var from = text.startIndex
    while let found = text[from...].firstRange(of: piece) {
      if found.lowerBound > text.startIndex {
        let before = text[..<found.lowerBound]
        if let result = parts(of: text[found.upperBound...], between: rest, { accept([before] + $0) }) {
          return result
        }
      }
      from = text.index(after: found.lowerBound)
    }
    return nil
  }
}

extension Saying {
  /// What was said in English, line by line; the same in Japanese where that is not known.
  package init(message english: String) {
    let lines = english.split(separator: "\n", omittingEmptySubsequences: false)
    self.init(
      english: english,
      japanese: lines.map { line in
        let indent = line.prefix { $0 == " " }
        return indent
          + (Messages.japanese(String(line.dropFirst(indent.count))) ?? String(line.dropFirst(indent.count)))
      }.joined(separator: "\n"))
  }
}
