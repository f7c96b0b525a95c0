import Answers
import PlanLibrary
import Testing

@Suite("What is asked, before what it is asked of")
struct AfterthoughtTests {
  private static let shared = Result { try MidoriLibrary() }

  private func ask(_ question: String) throws -> Answer {
    var assistant = try Assistant(library: Self.shared.get().library)
    return assistant.ask(question)
  }

  static let turned: [(question: String, like: String)] = [
    ("予算はいくら、庁舎改修事業の？", "庁舎改修事業の予算はいくら？"),
    ("決算は予算の何倍にのぼったのか、庁舎改修事業の", "庁舎改修事業の決算は予算の何倍にのぼったのか"),
    ("2020年度の目標は何％以上か、住宅の耐震化率の？", "住宅の耐震化率の2020年度の目標は何％以上か？"),
    ("平均年齢は何歳、みどり市民の？", "みどり市民の平均年齢は何歳？"),
    ("よさんのごうけいを教えて，情報局の", "情報局のよさんのごうけいを教えて"),
  ]

  @Test("is read as what it is asked of, before what is asked", arguments: turned)
  func turns(_ question: String, _ like: String) throws {
    let (answer, other) = (try ask(question), try ask(like))
    #expect(answer.question == question)
    #expect(answer.status == other.status)
    #expect(answer.readings.map(\.canonical) == other.readings.map(\.canonical))
    #expect(answer.readings.map(\.items) == other.readings.map(\.items))
  }

  static let asTyped = [
    // asks for what is named behind
    ("予算は、どの局の？", "どの局の予算は？"),
    // nothing is asked before
    ("住宅の耐震化率、2020年度の", "2020年度の住宅の耐震化率"),
  ]

  @Test("stands as it is where nothing is asked before", arguments: asTyped)
  func stays(_ question: String, _ turned: String) throws {
    let words = try ask(question).words.spans.map(\.range)
    let other = try ask(turned).words.spans.map(\.range)
    #expect(words != other || words.isEmpty)
  }

  @Test func `its words are marked where they were typed`() throws {
    let question = "予算はいくら、庁舎改修事業の？"
    let scalars = Array(question.unicodeScalars)
    let words = try ask(question).words.spans.map { span in
      String(String.UnicodeScalarView(scalars[span.range]))
    }
    #expect(words.first == "予算")
    #expect(words.dropFirst().contains("庁舎改修事業"))
    #expect(words.joined() == question.filter { !"、？".contains($0) })
  }
}
