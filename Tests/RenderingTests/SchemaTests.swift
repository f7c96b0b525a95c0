import Answers
import PlanFacts
import Rendering
import TestSupport
import Testing

/// `answer.schema.json` says what every answer's JSON looks like.
@Suite("The schema of answers")
struct SchemaTests {
  private static func schema() throws -> JSONSchema {
    try JSONSchema(path: Paths.documentation + "/answer.schema.json")
  }

  @Test func `every sample is as it says`() throws {
    for (_, answer) in SampleAnswers.all {
      let faults = try Self.schema().faults(in: JSONRenderer(layout: .line).render(answer))
      #expect(faults.isEmpty, "\(answer.question): \(faults)")
    }
  }

  @Test func `it has every field`() throws {
    let properties = try Self.schema().properties(of: "fields")
    #expect(FieldName.allCases.map(\.rawValue).filter { !properties.contains($0) } == [])
  }

  static let others = [
    #"{"contract":3,"question":"","status":"answered","readings":[],"words":{"unknown":[],"ignored":[],"spans":[]},"suggestions":[]}"#,
    #"{"contract":2,"question":"","status":"found","readings":[],"words":{"unknown":[],"ignored":[],"spans":[]},"suggestions":[]}"#,
    #"{"contract":2,"question":"","status":"answered","readings":[{}],"words":{"unknown":[],"ignored":[],"spans":[]},"suggestions":[]}"#,
    #"{"contract":2,"question":"","status":"answered","readings":[],"words":{"unknown":[1],"ignored":[],"spans":[]},"suggestions":[]}"#,
    #"{"contract":2,"question":"","status":"answered","readings":[],"words":{"unknown":[],"ignored":[],"spans":[{"span":[1],"use":"name"}]},"suggestions":[]}"#,
    #"{"contract":2,"question":"","status":"answered","readings":[],"words":{"unknown":[],"ignored":[],"spans":[]},"suggestions":[],"x":1}"#,
  ]

  @Test("what is not an answer is told", arguments: others)
  func wrong(_ json: String) throws { #expect(try !Self.schema().faults(in: json).isEmpty) }
}
