/// What can be wrong with a lexicon, as facts; `description` is the sentence that names file and line.
package enum LexiconError: Error, Hashable, Sendable {
  /// The folder or a file in it can't be read; `reason` is the system's.
  case unreadable(path: String, reason: String)
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

extension LexiconError {
  /// What is wrong with a line, without its place; nil where the whole is unreadable.
  package var problem: String? {
    if case .malformed(_, _, let problem) = self { problem.description } else { nil }
  }
}

extension LexiconError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): can't be read: \(reason)"
    case .notUTF8(let path): "\(path): is not UTF-8"
    case .malformed(let path, let line, let problem): "\(path):\(line): \(problem)"
    case .damaged: "the lexicons kept in the index can't be read"
    }
  }
}

extension LexiconError.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .repeated(let word, let first): "\"\(word)\" is given twice (first on line \(first))"
    case .emptyWord: "a word is missing beside a comma or an arrow"
    case .singleWord(let word): "\"\(word)\" stands alone; a group needs two words or more"
    case .tooManySides: "more than one arrow or equals sign"
    case .unexpected(let word, let allowed):
      "\"\(word)\" is not one of \(allowed.joined(separator: ", "))"
    case .contradicts(let word, let first): "\"\(word)\" means something else on line \(first)"
    case .sides(let left, let right):
      "\(left) heads and \(right) meanings; write as many, and - for a head that means nothing"
    case .otherVersion(let version, let own):
      "the text is of version \(version), and version \(own) is read; lines that have its form hold"
    case .noValue(let word): "\"\(word)\" has no value; write: word = value"
    }
  }
}
