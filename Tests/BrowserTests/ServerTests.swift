#if Web
  import Foundation
  import TestSupport
  import Testing

  @Suite("The server", .serialized) struct ServerTests {
    private static let shared = Result { try Served([Paths.top + "/Tests/AnswersTests/Plans"]) }
    private let served: Served

    init() throws { served = try ServerTests.shared.get() }

    @Test func `200 clients at once get the same answer`() async throws {
      let expected = try #require(await served.get("/answer.json", [("q", "事業")]))
      #expect(expected.0 == 200)
      let served = served
      let answers = await withTaskGroup(of: (Int, Data)?.self) { group in
        for _ in 0..<200 { group.addTask { await served.get("/answer.json", [("q", "事業")]) } }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count == 200)
      #expect(answers.allSatisfy { $0?.0 == 200 && $0?.1 == expected.1 })
    }

    @Test func `clients that say nothing keep nobody from an answer, and are let go`() async throws {
      let idle = (0..<500).map { place in Connection(port: served.port, place % 2 == 0 ? "" : "GET /?q=") }
      for _ in 0..<5 { #expect(await served.get("/", [("q", "事業")])?.0 == 200) }
      // the oldest had to make room, the last is told that it took too long
      #expect(idle[0].rest == [])
      #expect(idle[499].response.head.hasPrefix("HTTP/1.1 408 "))
    }

    @Test func `questions that are hard to answer keep nobody from an answer`() async throws {
      // words that no document has are looked for in every spelling
      let hard = String((0..<1990).compactMap { Unicode.Scalar(0x4E00 + $0 * 7) }.map(Character.init))
      let served = served
      async let slow = served.get("/", [("q", hard)])
      for _ in 0..<5 { #expect(await served.get("/", [("q", "事業")])?.0 == 200) }
      #expect([200, 503].contains(await slow?.0))
    }

    /// The head of what comes back for some bytes.
    private func sent(_ bytes: String) -> String { Connection(port: served.port, bytes).response.head }

    @Test func `what is no request gets its status`() {
      #expect(sent("nonsense\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
      #expect(sent("GET / HTTP/1.1\r\n\r\n").hasPrefix("HTTP/1.1 421 "))
      #expect(sent("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n").hasPrefix("HTTP/1.1 405 "))
      let long = "GET /?q=" + String(repeating: "a", count: 40_000)
      #expect(sent(long).hasPrefix("HTTP/1.1 414 "))
    }

    @Test func `no bytes stop it`() async {
      var random = SeededRandom(seed: 5)
      for _ in 0..<200 {
        let bytes = (0..<Int.random(in: 1..<200, using: &random)).map { _ in
          Character(Unicode.Scalar(UInt8.random(in: 1...255, using: &random)))
        }
        let path = String(bytes)
        _ = Connection(port: served.port, "GET /\(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
      }
      #expect(await served.get("/")?.0 == 200)
    }

    @Test func `a port that is taken is said`() throws {
      let other = try ShirabeProcess(["serve", "--index", "/nonexistent", "--port", String(served.port)])
      #expect(other.status == 2)
      #expect(other.errors.contains("port \(served.port) is taken"))
    }

    @Test func `other machines need a token, which is no option`() throws {
      let open = try ShirabeProcess(["serve", "--index", "/nonexistent", "--listen", "0.0.0.0"])
      #expect(open.status == 2)
      #expect(open.errors.contains("$SHIRABE_TOKEN"))
      let short = try ShirabeProcess(
        ["serve", "--index", "/nonexistent", "--listen", "0.0.0.0"], environment: ["SHIRABE_TOKEN": "short"])
      #expect(short.status == 2)
      let name = try ShirabeProcess(["serve", "--index", "/nonexistent", "--listen", "example.com"])
      #expect(name.status == 2)
    }
  }
#endif
