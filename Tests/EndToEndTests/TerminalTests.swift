import Glibc
import JapaneseText
import TestSupport
import Testing

/// A made city's index, for conversations on a terminal.
private let town: TemporaryDirectory = {
  let folder = TemporaryDirectory()
  let rows = (1...30).map { "| 樹木を植える事業その\($0) | みどり課 | \($0),000 | 3 |" }.joined(separator: "\n")
  let text = "みどり市 事務事業評価\n\n| 事務事業名 | 担当課 | 予算額 | 達成度 |\n|--|--|--|--|\n\(rows)\n"
  _ = try? folder.write("plans/midori.txt", text)
  _ = try? ShirabeProcess(["index", "--index", folder.path + "/index", folder.path + "/plans"])
  return folder
}()

private func start(
  _ arguments: [String] = [], columns: Int = 80, rows: Int = 60,
  streams: PseudoTerminal.Streams = [.output, .error],
  _ environment: [String: String] = [:]
) throws -> PseudoTerminal {
  var all = ["XDG_STATE_HOME": town.path + "/state", "SHIRABE_INDEX": town.path + "/index"]
  all.merge(environment) { $1 }
  return try PseudoTerminal(arguments, columns: columns, rows: rows, streams: streams, environment: all)
}

@Suite("On a terminal", .serialized)
struct TerminalTests {
  private static let prompt = "調べ> "

  private func screen(_ terminal: PseudoTerminal, columns: Int = 80) -> Screen {
    Screen(terminal.bytes, columns: columns)
  }

  /// Waits until the last row is this.
  private func shows(_ terminal: PseudoTerminal, _ row: String, columns: Int = 80) -> Bool {
    terminal.wait { Screen($0, columns: columns).last == row }
  }

  @Test func `full-width text is edited as it stands, and a line typed before comes back`() throws {
    let terminal = try start(["--no-history"])
    #expect(shows(terminal, "調べ>"))
    terminal.type("川崎\u{1B}[D\u{7F}山")
    #expect(shows(terminal, "調べ> 山崎"))
    #expect(screen(terminal).column == 8)
    terminal.type("\u{15}\u{B}樹木を植える事業その3の予算は？\r")
    #expect(terminal.wait(for: "3,000"))
    terminal.type("\u{1B}[A")
    #expect(shows(terminal, "調べ> 樹木を植える事業その3の予算は？"))
    terminal.type("\u{3}\u{4}")
    #expect(terminal.end().status == 0)
  }

  @Test func `Tab shows what may follow with what it is, and Enter takes it`() throws {
    let terminal = try start(["--no-history"])
    #expect(shows(terminal, "調べ>"))
    terminal.type("projects where le\t")
    #expect(shows(terminal, "調べ> projects where level"))
    terminal.type(" \t")
    #expect(terminal.wait { Screen($0).rows.contains { $0.hasPrefix("  !=") } })
    terminal.type("\t\r")
    #expect(shows(terminal, "調べ> projects where level ="))
    terminal.type("\u{15}:sou\t")
    #expect(shows(terminal, "調べ> :source"))
  }

  @Test func `a paste of three lines is three questions`() throws {
    let terminal = try start(["--no-history"])
    #expect(shows(terminal, "調べ>"))
    terminal.type("\u{1B}[200~事業はいくつ？\nhow many projects?\n樹木を植える事業その7の予算は？\n\u{1B}[201~")
    #expect(terminal.wait(for: "事業は30件です。"))
    #expect(terminal.wait(for: "There are 30 projects."))
    #expect(terminal.wait(for: "7,000"))
  }

  @Test func `a resize redraws the line, and the next answer has the new width`() throws {
    let terminal = try start(["--no-history"])
    #expect(shows(terminal, "調べ>"))
    terminal.type("projects sort by budget descending limit 2")
    #expect(terminal.wait(for: "limit 2"))
    let before = terminal.bytes.count
    terminal.resize(columns: 50, rows: 60)
    #expect(terminal.wait { $0.count > before })
    terminal.type("\r")
    #expect(terminal.wait(for: "not shown"))
    let rows = Screen(Array(terminal.bytes[before...]), columns: 200).rows.filter { $0.contains("midori:") }
    #expect(!rows.isEmpty && rows.allSatisfy { DisplayWidth().columns($0) <= 50 })
  }

  @Test func `a pager has what is longer than the screen, and only that`() throws {
    let pager = "sed s/^/PAGED:/"
    let long = try start(["--no-history"], rows: 10, ["PAGER": pager])
    #expect(shows(long, "調べ>"))
    long.type("樹木を植える事業その3の予算は？\r")
    #expect(long.wait(for: "3,000"))
    #expect(!String(decoding: long.bytes, as: UTF8.self).contains("PAGED:"))
    long.type("事業の一覧\r")
    #expect(long.wait(for: "PAGED:"))
  }

  @Test(.enabled(if: Tool.isHere("less"), "needs less"))
  func `the pager prints Japanese whatever the locale, and says by which keys it is left`() throws {
    let long = try start(["--no-history"], rows: 10, ["LANG": "C"])
    #expect(shows(long, "調べ>"))
    long.type("事業の一覧\r")
    #expect(long.wait(for: "space goes on, q goes back"))
    #expect(String(decoding: long.bytes, as: UTF8.self).contains("樹木を植える事業その1"))
    let before = long.bytes.count
    long.type("q")
    #expect(long.wait { String(decoding: $0[before...], as: UTF8.self).contains("調べ>") })
  }

  @Test func `C-c gives up a line, and leaves at an empty prompt when it comes twice`() throws {
    let terminal = try start(["--no-history"])
    #expect(shows(terminal, "調べ>"))
    terminal.type("樹木\u{3}")
    #expect(terminal.wait { Screen($0).rows.contains("調べ> 樹木") && Screen($0).last == "調べ>" })
    terminal.type("\u{3}")
    #expect(terminal.wait(for: "C-c once more"))
    terminal.type("\u{3}")
    #expect(terminal.end().status == 0)
  }

  @Test func `C-c ends a question that runs, and the next one is answered`() throws {
    let terminal = try start(["--no-history", "--lang", "ja"])
    #expect(shows(terminal, "調べ>"))
    // words that no document has are looked for in every spelling
    let hard = String((0..<900).compactMap { Unicode.Scalar(0x4E00 + $0 * 7) }.map(Character.init))
    terminal.type("\u{1B}[200~\(hard)\u{1B}[201~")
    #expect(terminal.wait { Screen($0).last.hasSuffix(String(hard.suffix(5))) })
    terminal.type("\r")
    // the terminal is no more in the editor's hands: C-c is a signal
    usleep(300_000)
    terminal.type("\u{3}")
    #expect(terminal.wait(for: "質問を打ち切りました。"))
    terminal.type("事業はいくつ？\r")
    #expect(terminal.wait(for: "事業は30件です。"))
  }

  @Test func `places are links where the terminal is known to have them`() throws {
    func printed(_ environment: [String: String]) throws -> String {
      let terminal = try start(["ask", "樹木を植える事業その3の予算は？"], environment)
      _ = terminal.end()
      return String(decoding: terminal.bytes, as: UTF8.self)
    }
    let linked = try printed(["VTE_VERSION": "7200"])
    let path = town.path + "/plans/midori.txt"
    #expect(linked.contains("\u{1B}]8;;file://\(path)\u{1B}\\"))
    #expect(linked.contains("\u{1B}]8;;\u{1B}\\"))
    #expect(!(try printed([:])).contains("\u{1B}]8"))
    #expect(!(try printed(["VTE_VERSION": "7200", "NO_COLOR": "1"])).contains("\u{1B}]8"))
  }

  @Test func `a line that begins with a space is not kept, and a hint goes on with one that is`() throws {
    let state = TemporaryDirectory()
    let terminal = try start([], ["XDG_STATE_HOME": state.path])
    #expect(shows(terminal, "調べ>"))
    terminal.type(" 事業はいくつ？\r")
    #expect(terminal.wait(for: "事業は30件です。"))
    terminal.type("事業はいくつ？\r")
    #expect(terminal.wait { String(decoding: $0, as: UTF8.self).components(separatedBy: "30件です").count > 2 })
    #expect(Files.text(state.path + "/shirabe/history") == "事業はいくつ？\n")
    terminal.type("事業は")
    // the hint is drawn with the first letter, and the others go on below it
    #expect(
      terminal.wait { bytes in
        let screen = Screen(bytes)
        return screen.last == "調べ> 事業はいくつ？" && screen.column == 12
      })
  }

  @Test func `the line can be edited in the editor of one's own`() throws {
    let terminal = try start(["--no-history"], ["EDITOR": "sed -i s/4/5/"])
    #expect(shows(terminal, "調べ>"))
    terminal.type("樹木を植える事業その4\u{18}\u{5}")
    #expect(shows(terminal, "調べ> 樹木を植える事業その5"))
  }
}

@Suite("Streams and colours", .serialized)
struct StreamTests {
  struct Case: CustomTestStringConvertible {
    let output: Bool
    let error: Bool
    let noColor: Bool
    let force: Bool
    var testDescription: String {
      "stdout \(output ? "tty" : "pipe"), stderr \(error ? "tty" : "pipe")"
        + (noColor ? ", NO_COLOR" : "") + (force ? ", CLICOLOR_FORCE" : "")
    }
  }

  static let cases = (0..<16).map {
    Case(output: $0 & 1 > 0, error: $0 & 2 > 0, noColor: $0 & 4 > 0, force: $0 & 8 > 0)
  }

  @Test("colours go to a terminal, or where they are forced, and nowhere without leave", arguments: cases)
  func colours(_ given: Case) throws {
    var streams: PseudoTerminal.Streams = []
    if given.output { streams.insert(.output) }
    if given.error { streams.insert(.error) }
    var environment: [String: String] = [:]
    if given.noColor { environment["NO_COLOR"] = "1" }
    if given.force { environment["CLICOLOR_FORCE"] = "1" }
    let terminal = try start(["ask", "事業はいくつ？"], streams: streams, environment)
    let ended = terminal.end()
    let output = given.output ? String(decoding: terminal.bytes, as: UTF8.self) : ended.output
    #expect(ended.status == 0 && output.contains("30件です"))
    #expect(output.contains("\u{1B}[1m") == (!given.noColor && (given.output || given.force)))
    #expect(!ended.errors.contains("\u{1B}["))
    // what programs read has no colours, whoever asks for them
    let data = try start(
      ["ask", "--format", "csv", "事業はいくつ？"], streams: streams.subtracting(.output), environment)
    #expect(!data.end().output.contains("\u{1B}"))
  }

  @Test func `a terminal that can do nothing gets plain text`() throws {
    let terminal = try start(["ask", "事業はいくつ？"], ["TERM": "dumb"])
    _ = terminal.end()
    #expect(!terminal.bytes.contains(0x1B) && terminal.bytes.count > 20)
  }
}
