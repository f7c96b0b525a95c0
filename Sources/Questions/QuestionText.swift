import JapaneseText
import PlanFacts

/// A question with its folded form and the way back: what the lexer and the finder of names both read.
package struct QuestionText: Sendable {
  /// As it was asked.
  package let original: String
  /// Unicode scalars of the original; spans of answers count these.
  package let scalars: [Unicode.Scalar]
  /// Folded to depth `characters`: width, case, katakana as hiragana.
  package let folded: FoldedText
  /// The folded scalars with dashes as they are typed: folding makes a long mark of each, and no sign of it.
  let dashed: [Unicode.Scalar]
  /// The writing each folded scalar had in the question.
  let scripts: [ScriptClass]
  /// Folded offsets where ICU begins a word.
  let wordStarts: Set<Int>

  package init(_ original: String, breaker: WordBreaker) {
    // marks that no one sees (byte order marks, zero-width spaces, controls) can't mean anything
    let scalars = Array(original.unicodeScalars)
    let visible = scalars.map { QuestionText.isInvisible($0) ? " " : $0 }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: visible)
    self.original = original
    self.scalars = scalars
    folded = Folder().fold(String(view), depth: .characters)
    dashed = zip(folded.scalars, folded.starts).map { scalar, start in
      visible[min(Int(start), visible.count - 1)].isDash ? "-" : scalar
    }
    scripts = folded.starts.map { ScriptClass(visible[min(Int($0), visible.count - 1)]) }
    let starts = Set(breaker.words(in: visible).map { UInt32(clamping: $0.lowerBound) })
    let foldedStarts = folded.starts
    wordStarts = Set(foldedStarts.indices.filter { starts.contains(foldedStarts[$0]) })
  }

  /// True where the question has a space before a scalar that folding left out.
  func hasGap(before i: Int) -> Bool {
    i > 0 && i < folded.count && folded.starts[i] > folded.ends[i - 1]
  }

  /// True for a single capital that evaluations are marked by (S, A to E), and no article that opens an English sentence; and for
  /// a sign that stands alone (△, and not △5 or ○○).
  func isMark(_ i: Int) -> Bool {
    if sign(i) != nil {
      let isBeside = [i - 1, i + 1].contains { j in
        scripts.indices.contains(j) && (scripts[j] == .digit || scripts[j] == .latin || sign(j) != nil)
      }
      return !isBeside
    }
    guard scripts[i] == .latin, folded.sourceRange(i..<i + 1).count == 1,
      "SABCDEＳＡＢＣＤＥ".unicodeScalars.contains(scalars[Int(folded.starts[i])])
    else { return false }
    func isLatin(_ j: Int) -> Bool { scripts.indices.contains(j) && scripts[j] == .latin }
    if isLatin(i - 1), !hasGap(before: i) { return false }
    if isLatin(i + 1), !hasGap(before: i + 1) { return false }
    let next = (i + 1..<folded.count).first { scripts[$0] != .space }
    return i > 0 || next.map { !isLatin($0) } ?? true
  }

  /// The letter or sign of a mark as documents are compared by it.
  func mark(_ i: Int) -> String { sign(i) ?? String(Character(folded.scalars[i])).uppercased() }

  /// The sign of a grade that the source has here; nil for one of several scalars, and in a numeral (二〇).
  private func sign(_ i: Int) -> String? {
    guard folded.sourceRange(i..<i + 1).count == 1, let sign = GradeSign.named(scalars[Int(folded.starts[i])])
    else { return nil }
    let isNumeral =
      scalars[Int(folded.starts[i])] == "〇"
      && [i - 1, i + 1].contains { scripts.indices.contains($0) && scripts[$0] == .han }
    return isNumeral ? nil : sign
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .surrogate, .privateUse: true
    default: false
    }
  }

  /// A part of the question as asked, with marks that no one sees left out.
  package func source(scalars range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: scalars[range.clamped(to: 0..<scalars.count)].filter { !QuestionText.isInvisible($0) })
    return String(view)
  }

  /// The words as asked, for a range of the folded text.
  package func source(_ folded: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[self.folded.sourceRange(folded)].filter { !QuestionText.isInvisible($0) })
    return String(view)
  }
}

extension QuestionText {
  /// Where a word begins by the dictionary, or another script does.
  func mayBeginWord(at place: Int) -> Bool {
    place == 0 || wordStarts.contains(place) || scripts[place] != scripts[place - 1]
  }
}

/// A name or value of the library that stands in a question.
package struct Entity: Hashable, Sendable {
  package enum Meaning: Hashable, Sendable {
    /// The name of things of this kind.
    case name(SelectionKind)
    /// A value of a text field: a bureau, a category, a grade in words.
    case value(FieldName, SelectionKind)
    /// A document, by its id.
    case document(String)
    /// What headings of a depth are called.
    case rank
    /// A label with its number: 政策4.
    case label
    /// A term of the documents, which is one keyword whatever words stand in it.
    case term
    /// The head of a column that no field claims, of things of these kinds.
    case attribute(AttributeSort, SelectionKind)
  }

  /// In scalars of the folded question.
  package let range: Range<Int>
  /// As the document prints it.
  package let text: String
  package let meanings: [Meaning]

  package init(range: Range<Int>, text: String, meanings: [Meaning]) {
    self.range = range
    self.text = text
    self.meanings = meanings
  }

  /// The head of a column, and the name of nothing.
  var isOnlyAttribute: Bool {
    meanings.allSatisfy { if case .attribute = $0 { true } else { false } }
  }
}

/// What stands under the head of a column.
package enum AttributeSort: String, Hashable, Sendable, CaseIterable { case figure, share, text }
