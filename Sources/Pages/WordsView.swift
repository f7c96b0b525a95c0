import Answers
import JapaneseText
import Phrases

/// The question with what became of each of its words, in a style and in words.
struct WordsView {
  let frame: Frame
  let turn: AskedTurn

  private var words: QuestionWords { turn.reading?.words ?? turn.answer.words }

  /// The question; the words that were not understood, or that an error points at, stand out.
  var question: HTML {
    let scalars = Array(turn.answer.question.unicodeScalars)
    if let error = turn.answer.error {
      let span = error.span.clamped(to: 0..<scalars.count)
      return text(scalars[..<span.lowerBound]) + piece(scalars[span], .unknown)
        + text(scalars[span.upperBound...])
    }
    var out = HTML()
    var end = 0
    for span in words.spans where span.range.lowerBound >= end && span.range.upperBound <= scalars.count {
      out += text(scalars[end..<span.range.lowerBound]) + piece(scalars[span.range], span.use)
      end = span.range.upperBound
    }
    return out + text(scalars[end...])
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> HTML { HTML(string(scalars)) }

  private func piece(_ scalars: ArraySlice<Unicode.Scalar>, _ use: QuestionWords.Use) -> HTML {
    guard !scalars.isEmpty else { return HTML() }
    return HTML(
      "span", ["class": "word \(use.rawValue)", "title": frame.said(meaning(use))], HTML(string(scalars)))
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private func meaning(_ use: QuestionWords.Use) -> Phrase {
    switch use {
    case .concept: .pageUsed
    case .keyword: .pageLooked
    case .name: .pageName
    case .dropped: .pageDropped
    case .unknown: .pageUnknown
    }
  }

  /// The words by what became of them; those that were not understood first.
  var legend: HTML {
    let scalars = Array(turn.answer.question.unicodeScalars)
    let uses: [QuestionWords.Use] = [.unknown, .name, .keyword, .concept, .dropped]
    let unknown = words.unknown
    let rows = uses.compactMap { use -> HTML? in
      var pieces = words.spans.filter { $0.use == use && $0.range.upperBound <= scalars.count }
        .map { string(scalars[$0.range]) }
      if use == .unknown { pieces += unknown.filter { !pieces.contains($0) } }
      guard !pieces.isEmpty else { return nil }
      return HTML(
        "div", ["class": use == .unknown ? "wrong" : nil], HTML("dt", [:], frame.say(meaning(use))),
        HTML("dd", [:], frame.japanese(pieces.joined(separator: "・"))))
    }
    guard !rows.isEmpty else { return HTML() }
    let list = HTML("dl", ["class": "words"], rows)
    guard unknown.isEmpty else { return list }
    return HTML(
      "details", ["class": "words-of-question"], HTML("summary", [:], frame.say(.pageWordsOfQuestion)), list)
  }
}
