import Phrases
import SystemFiles

/// What can be wrong with a lexicon, as facts; `saying` is the sentence that names file and line.
package enum LexiconError: Error, Hashable, Sendable {
  /// The folder or a file in it can't be read.
  case unreadable(FileError)
  /// A file is not UTF-8.
  case notUTF8(path: String)
  /// A line does not have the form its file announces.
  case malformed(path: String, line: Int, problem: Problem)
  /// The bytes of a lexicon kept in an index can't be decoded.
  case damaged

  package enum Problem: Error, Hashable, Sendable {
    /// A word is given twice, first on line `first`.
    case repeated(word: String, first: Int)
    /// A rule or pair has an empty side or an empty word.
    case emptyWord
    /// A group of one word says nothing.
    case singleWord(String)
    /// More than one `=>` or `=`.
    case tooManySides
    /// The word and the value it stands for are not divided by ` = `.
    case noValue(String)
    /// A word that must be one of a few is another.
    case unexpected(String, allowed: [String])
    /// A word has another meaning than on line `first`.
    case contradicts(word: String, first: Int)
    /// Not as many meanings as heads.
    case sides(left: Int, right: Int)
    /// The text is of another form than this program reads.
    case otherVersion(String, reads: String)
  }
}

extension LexiconError: Said {
  /// The sentence that names file and line.
  package var saying: Saying {
    switch self {
    case .unreadable(let error): Phrase.cantBeRead.with(Saying(error.path), error.reason.saying)
    case .notUTF8(let path): Phrase.lexiconNotUTF8.with(Saying(path))
    case .malformed(let path, let line, let problem):
      Phrase.pathAnd.with(Saying("\(path):\(line)"), problem.saying)
    case .damaged: Phrase.lexiconsDamaged.with()
    }
  }

  /// What is wrong with a line, without its place; nil where the whole is unreadable.
  package var problem: Saying? {
    if case .malformed(_, _, let problem) = self { problem.saying } else { nil }
  }
}

extension LexiconError.Problem: Said {
  package var saying: Saying {
    switch self {
    case .repeated(let word, let first): Phrase.wordTwice.with(Saying(word), Saying(first))
    case .emptyWord: Phrase.emptyWord.with()
    case .singleWord(let word): Phrase.singleWord.with(Saying(word))
    case .tooManySides: Phrase.tooManySides.with()
    case .unexpected(let word, let allowed):
      Phrase.unexpectedWord.with(Saying(word), allowed.map { Saying($0) }.listed)
    case .contradicts(let word, let first): Phrase.contradictsLine.with(Saying(word), Saying(first))
    case .sides(let left, let right): Phrase.sidesDiffer.with(Saying(left), Saying(right))
    case .otherVersion(let version, let own): Phrase.otherTextVersion.with(Saying(version), Saying(own))
    case .noValue(let word): Phrase.wordHasNoValue.with(Saying(word))
    }
  }
}
