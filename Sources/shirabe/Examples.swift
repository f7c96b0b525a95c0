import Answers
import PlanFacts
import PlanLibrary

/// Questions that an index answers, made of what it holds.
struct Examples {
  private let candidates: [[String]]

  init(_ library: Library) {
    func name(_ kind: FactKind) -> String? {
      library.facts.first { $0.kind == kind && $0.name.count <= 20 && !$0.name.contains("\"") }?.name
    }
    let bureau = library.facts.lazy.compactMap { $0[.bureau].flatMap(\.text) }.first
    candidates = [
      library.facts.contains { $0.kind == .project && $0[.budget] != nil }
        ? ["予算の大きい事業を3つ", "top 3 projects by budget"] : [],
      bureau.map { ["\($0)の事業の予算の合計は？", "\($0)の事業はいくつ？"] } ?? [],
      name(.indicator).map { ["\($0)の推移", "target of \"\($0)\""] } ?? [],
      name(.measure).map { ["\($0)の実績は？"] } ?? [],
      name(.definition).map { ["\($0)とは？", "what is \($0)?"] } ?? [],
      name(.organization).map { ["\($0)の構成員は？"] } ?? [],
      library.facts.contains { $0.kind == .evaluation } ? ["評価が低い項目は？", "how many evaluations?"] : [],
      library.facts.contains { $0.kind == .project } ? ["how many projects?"] : [],
    ]
  }

  /// Those that are answered with every word understood.
  func tried(by assistant: Assistant) -> [String] {
    candidates.joined().filter { question in
      var assistant = assistant
      assistant.forget()
      let answer = assistant.ask(question)
      return answer.status == .answered && answer.words.unknown.isEmpty
    }
  }
}
