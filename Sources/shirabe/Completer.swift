import Answers
import JapaneseText
import Phrases
import PlanFacts
import PlanLibrary
import Questions
import Rendering

/// What a line could go on with: commands, words of the canonical language by what stands before the cursor, names and values
/// of the index.
final class Completer {
  private typealias Candidate = Completion.Candidate

  private let library: Library
  private let language: () -> Language
  private let folder: Folder
  /// Candidates that are shown at most.
  private static let most = 40
  /// No name is this long.
  private static let longest = 60

  /// Folded names with the names as printed, by folded name; made when first asked for.
  private lazy var names: [(folded: String, name: String, kind: String)] = {
    var seen: Set<String> = []
    let bureaus = library.facts.compactMap { $0[.bureau].flatMap(\.text) }.map {
      ($0, FieldName.bureau.rawValue)
    }
    return (library.facts.map { ($0.name, $0.kind.rawValue) } + bureaus).filter { seen.insert($0.0).inserted }
      .map { (folded($0.0), $0.0, $0.1) }.sorted { ($0.folded, $0.name) < ($1.folded, $1.name) }
  }()

  init(_ library: Library, language: @escaping () -> Language) {
    self.library = library
    self.language = language
    folder = library.lexicons.folder()
  }

  private func folded(_ text: String) -> String { folder.fold(string: text, depth: .characters) }

  /// What the text before the cursor could go on with.
  func complete(_ text: String) -> Completion {
    if text.hasPrefix(":") { return command(text) }
    let words = Words(before: text)
    let grammar = grammar(words)
    if !grammar.isEmpty {
      return Completion(replaced: words.last.count, candidates: Array(grammar.prefix(Completer.most)))
    }
    return name(text)
  }

  // MARK: commands

  private func command(_ text: String) -> Completion {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      let found = REPLCommand.list.filter { $0.name.hasPrefix(text) }
      return Completion(
        replaced: text.count,
        candidates: found.map { Candidate(text: $0.name, meaning: $0.meaning(language())) })
    }
    let values: [Candidate] =
      switch parts[0] {
      case ":format": OutputFormat.allCases.map { Candidate(text: $0.rawValue) }
      case ":lang": ["ja", "en", "auto"].map { Candidate(text: $0) }
      case ":timing": ["on", "off"].map { Candidate(text: $0) }
      case ":pick", ":item", ":source", ":open": (1...9).map { Candidate(text: String($0)) }
      case ":why": []
      default: []
      }
    if parts[0] == ":why" { return name(text) }
    return Completion(replaced: parts[1].count, candidates: values.filter { $0.text.hasPrefix(parts[1]) })
  }

  // MARK: the canonical language

  /// The words of a line up to the cursor, quoted ones whole; the last is the one being written.
  private struct Words {
    let before: [String]
    let last: String
    /// True where the cursor stands inside quotation marks.
    let isQuoted: Bool

    init(before text: String) {
      var words: [String] = []
      var word = ""
      var isQuoted = false
      for character in text {
        if character == "\"" { isQuoted.toggle() }
        if !isQuoted, character == " " || character == "(" {
          if !word.isEmpty { words.append(word) }
          word = ""
        } else {
          word.append(character)
        }
      }
      before = words
      last = word
      self.isQuoted = isQuoted
    }
  }

  private func said(_ english: String) -> String {
    language() == .japanese ? CanonicalWords.japanese(english) : ""
  }

  /// What the grammar lets follow; empty where the line is no canonical one.
  private func grammar(_ words: Words) -> [Candidate] {
    let kinds = SelectionKind.allCases.map(\.rawValue)
    func matching(_ candidates: [Candidate]) -> [Candidate] {
      candidates.filter { $0.text.hasPrefix(words.last) && $0.text != words.last }
    }
    func said(_ list: [String]) -> [Candidate] { list.map { Candidate(text: $0, meaning: self.said($0)) } }
    let kindWords = kinds.map {
      Candidate(text: $0, meaning: language() == .japanese ? CanonicalWords.japanese(kind: $0) : "")
    }
    let starters = [
      ("count of", Phrase.countMeaning), ("sum of", .sumMeaning), ("average of", .averageMeaning),
      ("table of count by", .tableMeaning), ("course of", .courseMeaning),
      ("definition of", .definitionMeaning),
    ].map { Candidate(text: $0.0, meaning: $0.1(language())) }
    guard let before = words.before.last else {
      return words.last.isEmpty ? starters + kindWords : matching(starters + kindWords)
    }
    let kind = words.before.last(where: kinds.contains).flatMap(SelectionKind.init(rawValue:))
    let operators = Comparison.allCases.map(\.rawValue)
    switch before {
    case _ where kinds.contains(before):
      return matching(said(["where", "named", "matching", "about", "under", "in", "sort by", "limit"]))
    case "of":
      return matching(kindWords + fields(nil))
    case "where", "and", "or", "not", "by":
      return matching(fields(kind))
    case "named", "matching", "under", "about":
      return quoted(names(of: kind), words.last)
    case "in": return quoted(library.documents.map { Candidate(text: $0.title, meaning: $0.id) }, words.last)
    case _ where operators.contains(before):
      guard words.before.count > 1, let field = FieldName(rawValue: words.before[words.before.count - 2])
      else { return [] }
      return quoted(values(of: field), words.last)
    case _ where kind != nil && FieldName(rawValue: before) != nil:
      return words.before.dropLast().last == "by"
        ? matching(said(["descending", "ascending"]))
        : matching(said(operators + ["contains", "starts with", "is missing"]))
    case "ascending", "descending": return matching(said(["limit"]))
    default: return []
    }
  }

  /// The fields that facts of a kind have here; of any kind where none is named.
  private func fields(_ kind: SelectionKind?) -> [Candidate] {
    let own = library.facts.filter { kind == nil || $0.kind == kind?.factKind }
    let used = Set(own.flatMap { $0.fields.map(\.name) })
    return FieldName.allCases.filter(used.contains).map {
      Candidate(text: $0.rawValue, meaning: said($0.rawValue))
    }
  }

  private func values(of field: FieldName) -> [Candidate] {
    var seen: Set<String> = []
    return library.facts.compactMap { $0[field].flatMap(\.text) }.filter { seen.insert($0).inserted }.sorted()
      .map { Candidate(text: $0, meaning: "") }
  }

  private func names(of kind: SelectionKind?) -> [Candidate] {
    names.filter { kind == nil || $0.kind == kind?.factKind?.rawValue }.map {
      Candidate(text: $0.name, meaning: $0.kind)
    }
  }

  /// Texts in quotation marks that go on from what is typed.
  private func quoted(_ candidates: [Candidate], _ typed: String) -> [Candidate] {
    let begun = typed.hasPrefix("\"") ? String(typed.dropFirst()) : typed
    let key = folded(begun)
    return candidates.filter {
      $0.text.count <= Completer.longest && !$0.text.contains { "\"\\".contains($0) }
    }
    .filter { key.isEmpty || folded($0.text).hasPrefix(key) || Completer.said(folded($0.text), begun) }
    .map { Candidate(text: "\"\($0.text)\"", meaning: $0.meaning) }
  }

  // MARK: names

  /// Japanese has no spaces between words, so the longest end of the text with which some name begins is completed; but no
  /// word of letters is cut for it.
  private func name(_ text: String) -> Completion {
    let end = Array(text.suffix(Completer.longest))
    for start in end.indices
    where !end[start].isWhitespace && (start == 0 || !end[start - 1].continues(with: end[start])) {
      let typed = String(end[start...])
      let begun = names(beginningWith: typed)
      let found = begun.isEmpty ? names(saidLike: typed) : begun
      if !found.isEmpty { return Completion(replaced: end.count - start, candidates: found) }
    }
    return Completion(replaced: 0, candidates: [])
  }

  private func names(beginningWith prefix: String) -> [Candidate] {
    let folded = folded(prefix)
    guard !folded.isEmpty else { return [] }
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].folded < folded { low = middle + 1 } else { high = middle }
    }
    return candidates(names[low...].prefix { $0.folded.hasPrefix(folded) })
  }

  private func candidates(_ names: some Sequence<(folded: String, name: String, kind: String)>) -> [Candidate]
  {
    names.prefix(Completer.most).map {
      Candidate(
        text: $0.name,
        meaning: language() == .japanese ? CanonicalWords.japanese(kind: $0.kind + "s") : $0.kind)
    }
  }

  /// Names that are said as some kana begin.
  private func names(saidLike typed: String) -> [Candidate] {
    candidates(names.lazy.filter { Completer.said($0.folded, typed) })
  }

  /// One kana says too little.
  private static func said(_ name: String, _ typed: String) -> Bool {
    let kana = String(typed.map(KanjiReadings.hiragana))
    guard kana.count > 1, kana.allSatisfy(KanjiReadings.isHiragana) else { return false }
    return KanjiReadings.all.says(name, beginning: kana)
  }
}

extension Character {
  /// True where this and the next are letters or figures of one Latin word.
  fileprivate func continues(with next: Character) -> Bool {
    isASCII && next.isASCII && (isLetter || isNumber) && (next.isLetter || next.isNumber)
  }
}

extension FieldValue {
  /// A plain text.
  var text: String? { if case .text(let text) = self { text } else { nil } }
}
