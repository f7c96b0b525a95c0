import JapaneseText
import PlanFacts
import PlanLibrary
import Questions

/// What exists instead: names and words near to those asked for, never invented.
final class Suggestions {
  private let library: Library
  private let matcher: KeywordMatcher
  private let vocabulary: Vocabulary
  /// Words of each script that the documents have, once a word of it was not found.
  private var runs: [ScriptClass: [Run]] = [:]

  private struct Run {
    let word: String
    let scalars: [Unicode.Scalar]
  }

  init(library: Library, matcher: KeywordMatcher, vocabulary: Vocabulary) {
    self.library = library
    self.matcher = matcher
    self.vocabulary = vocabulary
  }

  /// Words of the documents that differ from `word` by a slip of the pen, nearest first; at most three.
  func words(near word: String) -> [String] {
    let wanted = matcher.scalars(word)
    guard wanted.count >= 3, wanted.count <= 40 else { return [] }
    let allowed = wanted.count >= 7 ? 2 : 1
    var found: [(distance: Int, word: String)] = []
    for run in runs(of: word.unicodeScalars.first.map(ScriptClass.init) ?? .other) {
      guard abs(run.scalars.count - wanted.count) <= allowed, run.scalars != wanted,
        let distance = editDistance(wanted, run.scalars, atMost: allowed)
      else { continue }
      found.append((distance, run.word))
    }
    return found.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(3).map(\.word)
  }

  /// The question again with a word put right, and that word. A piece of a longer word is left alone: what stands beside the
  /// piece need not go with another (されてい|ない).
  func corrected(_ question: String, words: [String]) -> [(question: String, word: String)] {
    words.uniqued.filter { isWhole($0, in: question) }.flatMap { word in
      self.words(near: word).map { near in (replaceFirst(word, by: near, in: question), near) }
    }
  }

  /// Nothing of the same script stands right before the word or behind it.
  private func isWhole(_ word: String, in text: String) -> Bool {
    let (text, word) = (Array(text.unicodeScalars), Array(word.unicodeScalars))
    guard let first = word.first, let last = word.last, let start = start(of: word, in: text) else {
      return true
    }
    let end = start + word.count
    return !(start > 0 && ScriptClass(text[start - 1]) == ScriptClass(first))
      && !(end < text.count && ScriptClass(text[end]) == ScriptClass(last))
  }

  /// Names of things of a kind that share a word with the question, then values that a field has.
  func names(like keywords: String, kinds: [SelectionKind]) -> [String] {
    let kinds = kinds.compactMap(\.factKind)
    let names = library.names(at: kinds.flatMap(library.places).sorted()).uniqued
    // 数 and 率 stand in the names of things that have nothing else in common
    let terms = matcher.terms(of: keywords).filter { $0.word.unicodeScalars.count >= 2 }
    return names.filter { name in
      let text = matcher.scalars(name)
      return terms.contains { matcher.stands($0, in: text) }
    }.prefix(5).map { $0 }
  }

  /// The values a text field has anywhere, for 財政局 where only 総務企画局 exists.
  func values(of field: FieldName) -> [String] {
    library.facts.compactMap { fact in
      if case .text(let text)? = fact[field] { text } else { nil }
    }.uniqued.prefix(10).map { $0 }
  }

  /// Names of things, and words in them, that a word resembles: a slip of the pen away, or half of it in the same order; the
  /// nearest first, five at most.
  func names(resembling word: String) -> [String] {
    let wanted = Array(matcher.fold(word).unicodeScalars)
    guard wanted.count >= 2 else { return [] }
    let near = words(near: word)
    let kinds = FactKind.allCases.filter { $0 != .heading && $0 != .table }
    let names = library.names(at: kinds.flatMap(library.places).sorted()).uniqued
    let parts = (names + names.flatMap { matcher.terms(of: $0).map(\.word) }).uniqued
    let scored = parts.compactMap { part -> (score: Int, text: String)? in
      let scalars = Array(matcher.fold(part).unicodeScalars)
      guard scalars.count <= 40, scalars != wanted else { return nil }
      let common = commonLength(wanted, scalars)
      // of a word of two, both
      guard common >= 2, common * 2 >= wanted.count else { return nil }
      return (common * 2_000 / (wanted.count + scalars.count), part)
    }.sorted { ($1.score, $0.text) < ($0.score, $1.text) }
    return Array((near + scored.map(\.text)).uniqued.prefix(5))
  }

  /// How many scalars two texts have in the same order (the longest common subsequence).
  private func commonLength(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = x == b[j] ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row[b.count]
  }

  /// Runs of one script in names and texts, each once: words long enough to be misspelt.
  private func runs(of script: ScriptClass) -> [Run] {
    if let known = runs[script] { return known }
    let found = candidates(of: script).map { run in
      let word = String(run)
      return Run(word: word, scalars: matcher.unkeptScalars(word))
    }
    runs[script] = found
    return found
  }

  private func candidates(of script: ScriptClass) -> Set<[Unicode.Scalar]> {
    var runs: Set<[Unicode.Scalar]> = []
    func collect(_ scalars: [Unicode.Scalar]) {
      for run in scalars.split(whereSeparator: { ScriptClass($0) != script }) where run.count >= 3 {
        runs.insert(Array(run))
      }
    }
    for name in library.names(at: Array(0..<library.factCount)) { collect(Array(name.unicodeScalars)) }
    // a word of the question language may be misspelt as well (levle)
    if script == .latin { vocabulary.englishPieces.forEach(collect) }
    // reading every text is only for a library a person could read
    for document in library.documents.prefix(50) where document.lineCount > 0 {
      for line in library.lines(of: document.id, in: .init(1, document.lineCount)) {
        collect(Array(line.unicodeScalars))
      }
    }
    return runs
  }

  /// Optimal string alignment (Levenshtein's distance with swapped neighbours as one step) where it is no more than `limit`.
  private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int) -> Int? {
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      next.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      if next.min().map({ $0 > limit }) ?? false, row.min().map({ $0 > limit }) ?? false { return nil }
      (before, row) = (row, next)
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }

  private func replaceFirst(_ word: String, by other: String, in text: String) -> String {
    let (text, word) = (Array(text.unicodeScalars), Array(word.unicodeScalars))
    guard let at = start(of: word, in: text) else { return other }
    return String(text[..<at]) + other + String(text[(at + word.count)...])
  }

  private func start(of word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
    guard !word.isEmpty, word.count <= text.count else { return nil }
    return (0...(text.count - word.count)).first { text[$0...].starts(with: word) }
  }
}
