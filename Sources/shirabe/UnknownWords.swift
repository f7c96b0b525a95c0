import Glibc
import JapaneseText
import Phrases
import SystemFiles

/// Words of questions that no document knows, kept on this machine for who asked that they be: a text with a word a line.
struct UnknownWords {
  /// Where they are kept; nil where the user has no home.
  let path: String?
  /// Words that are kept at most.
  private static let most = 1000

  init(folder: String?) { path = folder.map { $0 + "/unknown-words.txt" } }

  /// In the order in which they were met; nil where they are not collected.
  var words: [String]? {
    guard let path, let bytes = try? FileSystem.read(FilePath(path), limit: 1 << 20) else { return nil }
    return TextLines.split(String(decoding: bytes, as: UTF8.self)).map(String.init).filter { !$0.isEmpty }
  }

  /// Keeps words that are new, where they are collected at all.
  func collect(_ found: [String]) {
    guard !found.isEmpty, let path, let known = words, known.count < UnknownWords.most else { return }
    let new = found.filter { !known.contains($0) && !$0.contains(where: \.isNewline) }
    // what can't be kept is no reason to stop a conversation
    try? FileSystem.append(Array(new.map { $0 + "\n" }.joined().utf8), to: FilePath(path))
  }

  /// Begins to collect them; where.
  func begin() throws(CaseFiles.Problem) -> String {
    try changing { (path: String) throws(FileError) in
      if let slash = path.lastIndex(of: "/") {
        try FileSystem.makeDirectory(FilePath(String(path[..<slash])), mode: 0o700)
      }
      try FileSystem.append([], to: FilePath(path))
    }
  }

  /// Deletes them and collects no more; where they were.
  func end() throws(CaseFiles.Problem) -> String {
    try changing { (path: String) throws(FileError) in
      if words != nil { try FileSystem.remove(FilePath(path)) }
    }
  }

  /// Leaves a word out from now on.
  func forget(_ word: String) {
    guard let path, let words else { return }
    let rest = words.filter { $0 != word }.map { $0 + "\n" }.joined()
    try? FileDescriptor(FilePath(path), O_WRONLY | O_NOFOLLOW | O_NONBLOCK).replaceContent(
      with: Array(rest.utf8))
  }

  private func changing(_ work: (String) throws(FileError) -> Void) throws(CaseFiles.Problem) -> String {
    guard let path else { throw .init(saying: Phrase.noHome.with()) }
    do throws(FileError) { try work(path) } catch { throw .init(saying: error.saying) }
    return path
  }
}

/// Asks of each word what it is another word for.
struct WordDialogue: Dialogue {
  private let words: [(word: String, names: [String])]
  private let file: UnknownWords
  private let text: TeachText
  private var place = 0
  private(set) var kept: [KeptLesson] = []
  private(set) var isOver = false

  /// - Parameter words: With the names that each resembles, the nearest first.
  init(_ words: [(word: String, names: [String])], _ file: UnknownWords, _ text: TeachText) {
    self.words = words
    self.file = file
    self.text = text
  }

  mutating func respond(to line: String?) -> String {
    guard let line else { return ask() }
    let (word, names) = words[place]
    if let first = line.first, "=＝".contains(first) {
      let other = String(line.dropFirst().filter { !$0.isWhitespace && !",、#=".contains($0) })
      guard !other.isEmpty, other != word else { return ask() }
      keep(word, other)
      place += 1
      return ask()
    }
    switch TeachAnswer(line) {
    case .yes where names.count == 1: keep(word, names[0])
    case .choice(let choice) where names.indices.contains(choice - 1): keep(word, names[choice - 1])
    case .no: file.forget(word)
    case .later: break
    case .end:
      isOver = true
      return ""
    case .yes, .choice, nil: return text.notUnderstood(choices: names.count) + ask()
    }
    place += 1
    return ask()
  }

  private mutating func keep(_ word: String, _ name: String) {
    kept.append(KeptLesson(content: .synonyms("\(word), \(name)"), reason: "an unknown word of a question"))
    file.forget(word)
  }

  private mutating func ask() -> String {
    guard words.indices.contains(place) else {
      isOver = true
      return text.nothingMore(asked: place)
    }
    return text.word(words[place].word, words[place].names, place + 1)
  }
}
