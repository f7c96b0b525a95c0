import Analysis
import JapaneseText
import PlanLibrary
import Questions

/// What answering wants prepared in an index.
extension Preparation {
  package static let forAnswers = [questions, names]

  static let questions = Preparation("questions") { _, lexicons in
    // lexicons that can't be read are said when a question is asked
    (try? QuestionLexicon(lexicons))?.encoded ?? []
  }

  static let names = Preparation("names") { facts, lexicons in
    (try? QuestionLexicon(lexicons)).map {
      Gazetteer(
        facts, vocabulary: $0.vocabulary, terms: lexicons.terms.map(\.word), folder: lexicons.folder()
      ).encoded
    } ?? []
  }
}

extension QuestionLexicon {
  /// As the index has it prepared, else made of the index's lexicons.
  init(of library: Library) throws {
    if let prepared = library.prepared(.questions), let known = QuestionLexicon(decoding: prepared) {
      self = known
    } else {
      try self.init(library.lexicons)
    }
  }
}

extension Gazetteer {
  /// As the index has it prepared, else made of the library's facts.
  init(of library: Library, vocabulary: Vocabulary) {
    if let prepared = library.prepared(.names), let known = Gazetteer(decoding: prepared) {
      self = known
    } else {
      self.init(
        library.facts, vocabulary: vocabulary, terms: library.lexicons.terms.map(\.word),
        folder: library.analyzerTables.folder)
    }
  }
}
