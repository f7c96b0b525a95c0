import Analysis
import JapaneseText
import PlanLibrary
import Questions

/// What answering wants prepared in an index.
extension Preparation {
  package static let forAnswers = [questions, names, facts, titles]

  static let questions = Preparation("questions") { material in
    // lexicons that can't be read are said when a question is asked
    (try? QuestionLexicon(material.lexicons))?.encoded ?? []
  }

  static let names = Preparation("names") { material in
    let lexicons = material.lexicons
    return (try? QuestionLexicon(lexicons)).map {
      Gazetteer(
        material.facts, vocabulary: $0.vocabulary, terms: lexicons.terms.map(\.word),
        folder: lexicons.folder()
      ).encoded
    } ?? []
  }

  static let titles = Preparation("titles") { material in
    guard let lexicon = try? QuestionLexicon(material.lexicons),
      case let tables = AnalyzerTables(material.lexicons), let analyzer = try? Analyzer(tables)
    else { return [] }
    // of the names the short forms alone are asked for
    let gazetteer = Gazetteer(
      material.facts.filter { $0.kind == .definition }, vocabulary: lexicon.vocabulary, terms: [],
      folder: tables.folder)
    let matcher = KeywordMatcher(
      analyzer: analyzer, synonyms: tables.synonyms, definitions: gazetteer.definitions)
    return DocumentTitles(material.documents, matcher: matcher).encoded
  }

  static let facts = Preparation("lookup") { material in
    FactLookup(material.facts, folder: material.lexicons.folder(), lines: material.lines).encoded
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

extension DocumentTitles {
  /// As the index has it prepared, else made of the library's documents.
  init(of library: Library, matcher: KeywordMatcher) {
    if let prepared = library.prepared(.titles),
      let known = DocumentTitles(decoding: prepared, count: library.documents.count)
    {
      self = known
    } else {
      self.init(library.documents, matcher: matcher)
    }
  }
}
