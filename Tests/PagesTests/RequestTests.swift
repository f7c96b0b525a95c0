import Pages
import TestSupport
import Testing

@Suite("Requests") struct RequestTests {
  private static func bytes(_ head: String) -> [UInt8] { Array(head.utf8) }

  @Test func `a head is read with its query`() throws {
    let head =
      "GET /?q=%E8%AA%BF%E3%81%B9+x&as=a%26b HTTP/1.1\r\nHost: localhost:8080\r\nAccept-Language: ja\r\n\r\n"
    let request = try #require(try PageRequest(Self.bytes(head)))
    #expect(request.path == "/")
    #expect(request.query.items == [.init("q", "調べ x"), .init("as", "a&b")])
    #expect(request.headers == ["host": "localhost:8080", "accept-language": "ja"])
  }

  @Test func `every beginning of a head waits for more`() throws {
    let head = Self.bytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    for count in 0..<head.count - 1 { #expect(try PageRequest(Array(head.prefix(count))) == nil, "\(count)") }
    #expect(try PageRequest(head) != nil)
  }

  static let malformed = [
    "GET http://other/ HTTP/1.1\r\n\r\n", "GET / HTTP/2\r\n\r\n", "GET /\r\n\r\n", "get / HTTP/1.1\r\n\r\n",
    "GET / x HTTP/1.1\r\n\r\n", "GET /?q=%FF%FE HTTP/1.1\r\n\r\n", "\r\n\r\n", "GET /\u{7F} HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\n folded: line\r\n\r\n",
    "GET / HTTP/1.1\r\n:\r\n\r\n",
  ]
  @Test("what is no request is refused", arguments: malformed)
  func refused(_ head: String) {
    #expect(throws: PageRequest.Fault.malformed) { try PageRequest(Self.bytes(head)) }
  }

  @Test func `a target or a head without end is not waited for`() {
    let target = Self.bytes("GET /?q=" + String(repeating: "a", count: PageRequest.longestTarget))
    #expect(throws: PageRequest.Fault.targetTooLong) { try PageRequest(target) }
    let head = Self.bytes(
      "GET / HTTP/1.1\r\n" + String(repeating: "a: b\r\n", count: PageRequest.longestHead / 6))
    #expect(throws: PageRequest.Fault.headTooLong) { try PageRequest(head) }
  }

  @Test func `a query is what was written`() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<200 {
      let items = (0..<3).map { _ in
        QueryString.Item(
          String(UInt8.random(in: 97...122, using: &random)),
          String(
            (0..<8).compactMap { _ in Unicode.Scalar(UInt32.random(in: 1..<0x20000, using: &random)) }.map(
              Character.init)))
      }
      #expect(QueryString(QueryString(items).encoded)?.items == items)
    }
  }

  @Test func `no bytes crash it`() {
    var random = SeededRandom(seed: 11)
    let head = Self.bytes("GET /document?id=a&line=3&q=%E8%AA HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n")
    for _ in 0..<2_000 {
      var bytes = head
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = try? PageRequest(bytes).map { Route($0) }
    }
  }
}

@Suite("Who is let in") struct GateTests {
  private static func request(_ host: String?, method: String = "GET", token: String? = nil) -> PageRequest {
    var headers: [String: String] = [:]
    headers["host"] = host
    headers["authorization"] = token.map { "Bearer \($0)" }
    return PageRequest(method: method, path: "/", headers: headers)
  }

  static let ours = ["localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:8080", "[::1]"]
  @Test("names that lead here everywhere", arguments: ours)
  func letsIn(_ host: String) { #expect(Gate().refusal(of: Self.request(host)) == nil) }

  static let others = [
    "example.com", "localhost.example.com", "127.0.0.1.example.com", "192.168.0.7:8080", "", "localhost:x",
    "localhost@example.com", "[::1].example.com", "127.0.0.1:80:80",
  ]
  @Test("names that somebody else leads here", arguments: others)
  func keepsOut(_ host: String) { #expect(Gate().refusal(of: Self.request(host)) == .host) }

  @Test func `a request without a host is kept out`() {
    #expect(Gate().refusal(of: Self.request(nil)) == .host)
  }

  @Test("nothing but GET is answered", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"])
  func onlyGet(_ method: String) {
    #expect(Gate().refusal(of: Self.request("localhost", method: method)) == .method)
  }

  @Test func `with a token an address will do, and the token is needed`() {
    let gate = Gate(token: "0123456789abcdef")
    #expect(gate.refusal(of: Self.request("192.168.0.7:8080")) == .token)
    #expect(gate.refusal(of: Self.request("192.168.0.7:8080"), isPublic: true) == nil)
    #expect(gate.refusal(of: Self.request("192.168.0.7:8080", token: "0123456789abcdef")) == nil)
    for wrong in ["", "0123456789abcdeg", "0123456789abcde", "0123456789abcdef0", "0123456789ABCDEF"] {
      #expect(gate.refusal(of: Self.request("localhost", token: wrong)) == .token, "\(wrong)")
    }
    #expect(gate.refusal(of: Self.request("example.com", token: "0123456789abcdef")) == .host)
  }
}

@Suite("Addresses of pages") struct RouteTests {
  private static func route(_ target: String) -> Route? {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return QueryString(parts.count > 1 ? parts[1] : "").flatMap { query in
      Route(PageRequest(path: String(parts[0]), query: query))
    }
  }

  @Test func `a link is what its address says`() {
    var link = AskLink(turns: [.init("事業は？", as: "projects"), .init("予算は?&")], language: .english)
    link.citation = 3
    link.isWhole = true
    #expect(Self.route(link.href) == .ask(link))
  }

  @Test func `earlier questions keep their readings, and only the last eight are read`() {
    let link = AskLink(
      QueryString([.init("as", "lost"), .init("q", "a"), .init("q", " "), .init("q", "b"), .init("as", "c")]))
    #expect(link.turns == [.init("a"), .init("b", as: "c")])
    let many = AskLink(QueryString((0..<20).map { .init("q", String($0)) }))
    #expect(many.turns.map(\.question) == (12..<20).map(String.init))
  }

  static let nothing = [
    "/x", "/../etc/passwd", "//", "/document", "/document?id=a&line=0", "/document?id=a&line=-1",
    "/document?line=1",
    "/page.png?id=a", "/page.png?id=a&page=99999999999999999999", "/answer.xml", "/Documents",
  ]
  @Test("nothing stands there", arguments: nothing)
  func nowhere(_ target: String) { #expect(Self.route(target) == nil) }
}

@Suite("Addresses to listen at") struct ListenAddressTests {
  @Test func `only loopback is this machine's alone`() {
    #expect(ListenAddress("127.0.0.1")?.isLoopback == true)
    #expect(ListenAddress("::1")?.isLoopback == true)
    #expect(ListenAddress("0.0.0.0")?.isLoopback == false)
    #expect(ListenAddress("::")?.isLoopback == false)
    #expect(ListenAddress("192.168.0.7")?.isLoopback == false)
  }

  @Test(
    "no address",
    arguments: ["localhost", "", "127.0.0", "127.0.0.256", "1.2.3.4.5", "host.example.com", "::g"])
  func none(_ text: String) { #expect(ListenAddress(text) == nil) }
}
