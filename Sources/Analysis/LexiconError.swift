import JapaneseText

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
  package func problem(_ language: Language) -> String? {
    if case .malformed(_, _, let problem) = self { problem.text(language) } else { nil }
  }

  /// The sentence that names file and line.
  package func text(_ language: Language) -> String {
    let isJapanese = language == .japanese
    switch self {
    case .unreadable(let path, let reason):
      return isJapanese ? "\(path): 読めません: \(reason)" : "\(path): can't be read: \(reason)"
    case .notUTF8(let path): return isJapanese ? "\(path): UTF-8ではありません" : "\(path): is not UTF-8"
    case .malformed(let path, let line, let problem): return "\(path):\(line): \(problem.text(language))"
    case .damaged:
      return isJapanese ? "索引に入っている辞書が読めません" : "the lexicons kept in the index can't be read"
    }
  }
}

extension LexiconError: CustomStringConvertible {
  package var description: String { text(.english) }
}

extension LexiconError.Problem {
  package func text(_ language: Language) -> String {
    let (english, japanese) = sentences
    return language == .japanese ? japanese : english
  }

  private var sentences: (english: String, japanese: String) {
    switch self {
    case .repeated(let word, let first):
      ("\"\(word)\" is given twice (first on line \(first))", "「\(word)」が二度あります（初めは\(first)行目）")
    case .emptyWord: ("a word is missing beside a comma or an arrow", "読点や矢印のとなりの語がありません")
    case .singleWord(let word):
      ("\"\(word)\" stands alone; a group needs two words or more", "「\(word)」だけでは組になりません。二つ以上の語を書いてください")
    case .tooManySides: ("more than one arrow or equals sign", "矢印や等号が二つ以上あります")
    case .unexpected(let word, let allowed):
      (
        "\"\(word)\" is not one of \(allowed.joined(separator: ", "))",
        "「\(word)」は使えません。使えるのは \(allowed.joined(separator: "、")) です"
      )
    case .contradicts(let word, let first):
      ("\"\(word)\" means something else on line \(first)", "「\(word)」は\(first)行目では別の意味です")
    case .sides(let left, let right):
      (
        "\(left) heads and \(right) meanings; write as many, and - for a head that means nothing",
        "見出しが\(left)、意味が\(right)あります。同じ数だけ書き、意味のない見出しには - を書いてください"
      )
    case .otherVersion(let version, let own):
      (
        "the text is of version \(version), and version \(own) is read; lines that have its form hold",
        "この文の版は\(version)で、読めるのは版\(own)です。その形の行は有効です"
      )
    case .noValue(let word):
      ("\"\(word)\" has no value; write: word = value", "「\(word)」に値がありません。「語 = 値」と書いてください")
    }
  }
}

extension LexiconError.Problem: CustomStringConvertible {
  package var description: String { text(.english) }
}
