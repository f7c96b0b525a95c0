import Analysis
import JapaneseText
import PlanFacts
import TestSupport

@testable import Questions

/// Reads questions without a library: the names that stand in them are a few of an invented city.
struct QuestionReader {
  private static let parser = Result {
    QuestionParser(vocabulary: try Vocabulary(try Lexicons(directory: Paths.lexicons)))
  }
  private static let grammarParser = Result {
    let lexicons = try Lexicons(directory: Paths.lexicons)
    return GrammarParser(vocabulary: try Vocabulary(lexicons), lemmas: try LemmaTable(lexicons))
  }
  private let parser: QuestionParser
  private let grammarParser: GrammarParser
  private let breaker: WordBreaker
  private let names: [(text: String, meanings: [Entity.Meaning])] = [
    ("みどり湖水質浄化推進事業", [.name(.projects)]),
    ("森の案内人育成事業", [.name(.projects)]),
    ("湖の透明度", [.name(.indicators)]),
    ("みどり湖ビジネスネットワーク", [.name(.organizations)]),
    ("環境政策局", [.value(.bureau, .projects)]),
    ("その他", [.value(.category, .projects)]),
    ("参加・協働の場", [.value(.category, .projects)]),
    ("経済面", [.value(.area, .organizations)]),
    ("順調に進んだ", [.value(.gradeText, .evaluations)]),
    ("やや遅い", [.value(.gradeText, .evaluations)]),
    ("取組項目", [.rank]),
    ("政策", [.rank]),
    ("工法", [.attribute(.text, .projects)]),
    ("一般財源", [.attribute(.figure, .projects)]),
    ("湖の再生", [.name(.headings)]),
    ("みどり環境計画", [.document("midori-environment-plan")]),
    ("みどり森林計画", [.document("midori-forest-plan")]),
  ]

  init() throws {
    parser = try QuestionReader.parser.get()
    grammarParser = try QuestionReader.grammarParser.get()
    breaker = try WordBreaker()
  }

  func text(_ question: String) -> QuestionText { QuestionText(question, breaker: breaker) }

  func frame(_ question: String) throws(QuestionError) -> Frame {
    let text = text(question)
    return try parser.frame(of: text, entities: entities(in: text))
  }

  /// The canonical line by the grammar, else by the other parser.
  func reading(_ question: String) -> String {
    derivation(question)?.inquiry.questions.first?.description ?? canonical(question)
  }

  /// The canonical line of the first kind the question may be about by the parser without rules; `%%FAIL` and the error where it can't be read.
  func canonical(_ question: String) -> String {
    do throws(QuestionError) {
      return questions(try frame(question)).first?.description ?? "(nothing)"
    } catch {
      return "%%FAIL \(QuestionReader.name(of: error))"
    }
  }

  func questions(_ frame: Frame) -> [Question] {
    frame.candidateKinds.compactMap { frame.question(about: $0) }
  }

  /// The best whole derivation by the grammar; nil where it has none.
  func derivation(_ question: String) -> Derivation? {
    let text = text(question)
    return grammarParser.derivation(of: text, entities: entities(in: text))
  }

  /// The whole derivations of a category.
  func edges(_ words: String, as category: Category) -> [Edge] {
    let text = text(words)
    return grammarParser.derivations(of: text, entities: entities(in: text), goal: category)
  }

  private func entities(in text: QuestionText) -> [Entity] {
    let folder = Folder()
    return names.flatMap { name, meanings in
      let folded = folder.fold(name, depth: .characters).scalars
      return text.folded.occurrences(of: folded).map { start in
        Entity(range: start..<(start + folded.count), text: name, meanings: meanings)
      }
    }
  }

  /// The case alone: `levelOutOfRange`.
  private static func name(of error: QuestionError) -> String {
    String(String(describing: error).prefix { $0 != "(" })
  }
}
