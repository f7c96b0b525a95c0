import JapaneseText
import Rendering
import TestSupport
import Testing

@testable import shirabe

/// What the editor holds after a stream of bytes: the line with `|` at the cursor, and what came of the last key.
private struct Typed {
  let line: String
  let outcome: LineEditor.Outcome?
  let submitted: [String]

  let menu: LineEditor.Menu?
  let hint: String

  /// - Parameter candidates: what every line could go on with, in the place of its last word.
  init(_ input: String, history: [String] = [], candidates: [String] = []) {
    func complete(_ text: String) -> Completion {
      let word = text.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
      return Completion(replaced: word.count, candidates: candidates.map { .init(text: $0) })
    }
    var editor = LineEditor(history: history, complete: complete)
    var decoder = KeyDecoder()
    var outcome: LineEditor.Outcome?
    var submitted: [String] = []
    for key in input.utf8.flatMap({ decoder.decode($0)?.typed ?? [] }) {
      outcome = editor.handle(key)
      if case .submitted(let line)? = outcome {
        submitted.append(line)
        editor = LineEditor(history: history + submitted, complete: complete)
      }
    }
    let buffer = editor.buffer
    line = String(buffer.characters[..<buffer.cursor]) + "|" + String(buffer.characters[buffer.cursor...])
    self.outcome = outcome
    menu = editor.menu
    hint = editor.hint
    self.submitted = submitted
  }
}

@Suite("The line editor")
struct LineEditorTests {
  static let left = "\u{1B}[D"
  static let right = "\u{1B}[C"
  static let up = "\u{1B}[A"
  static let down = "\u{1B}OB"

  static let streams: [(keys: String, line: String)] = [
    ("川崎", "川崎|"),
    ("川崎\(left)\u{7F}山", "山|崎"),
    ("ab\u{1}川\u{5}c", "川abc|"),
    ("公園の木\u{2}\u{2}\u{B}", "公園|"),
    ("公園 の木\u{17}", "公園 |"),
    ("公園の木\(left)\u{15}", "|木"),
    ("公園\u{15}の\u{19}", "の公園|"),
    ("ab\(left)\u{4}", "a|"),
    ("ab\u{1B}[H\u{1B}[3~\u{1B}[4~c", "bc|"),
    ("か\u{3099}\u{7F}", "|"),
    ("👨‍👩‍👧x\(left)\u{7F}", "|x"),
    ("\(left)\(right)\u{7F}\u{B}", "|"),
    ("\u{1B}[200~一行目\t\u{1}\u{1B}[31m\u{1B}[201~", "一行目   [31m|"),
    ("a\u{1B}[38;5;1mb\u{1B}[99~c", "abc|"),
    ("公園の樹木 KPI\u{1B}b\u{1B}b", "公園の|樹木 KPI"),
    ("公園の樹木\u{1}\u{1B}f\u{1B}[1;5C", "公園の|樹木"),
    ("公園の樹木\u{1B}[1;5D\u{1B}d", "公園の|"),
    ("公園の樹木\u{1B}\u{7F}", "公園の|"),
    ("園公\u{14}", "公園|"),
    ("公園\u{17}\u{1F}", "公園|"),
    ("公園\u{15}木\u{1F}\u{1F}", "公園|"),
    ("公園\u{17}\u{18}\u{15}", "公園|"),
  ]

  @Test("keys edit whole characters", arguments: streams)
  func edits(_ keys: String, _ line: String) { #expect(Typed(keys).line == line) }

  @Test func `enter submits, C-c gives up, C-d on an empty line ends`() {
    #expect(Typed("木\r").submitted == ["木"])
    #expect(Typed("木\u{3}").outcome == .abandoned)
    #expect(Typed("\u{4}").outcome == .ended)
    #expect(Typed("\u{C}").outcome == .clearScreen)
  }

  static let pasted: [(text: String, submitted: [String], line: String)] = [
    ("一\n二", ["一"], "二|"), ("一\r二\r", ["一", "二"], "|"), ("一\r\n\r\n二", ["一", ""], "二|"), ("一", [], "一|"),
    ("", [], "|"),
  ]

  @Test("each line of a paste is a line of its own, the last one still to be edited", arguments: pasted)
  func pastes(_ text: String, _ submitted: [String], _ line: String) {
    let typed = Typed("\u{1B}[200~\(text)\u{1B}[201~")
    #expect(typed.submitted == submitted)
    #expect(typed.line == line)
  }

  @Test func `the history comes back and the draft waits behind it`() {
    let history = ["一", "二"]
    #expect(Typed("三\(Self.up)", history: history).line == "二|")
    #expect(Typed("三\(Self.up)\(Self.up)\(Self.up)", history: history).line == "一|")
    #expect(Typed("三\(Self.up)\(Self.up)\(Self.down)\(Self.down)", history: history).line == "三|")
  }

  @Test func `C-r finds the newest line with a text, and again an older one`() {
    let history = ["公園 面積", "バス", "公園 樹木"]
    #expect(Typed("\u{12}公園\r", history: history).submitted == ["公園 樹木"])
    #expect(Typed("\u{12}公園\u{12}\r", history: history).submitted == ["公園 面積"])
    #expect(Typed("木\u{12}公園\u{7}", history: history).line == "木|")
    #expect(Typed("\u{12}公園\u{5}", history: history).line == "公園 樹木|")
  }

  @Test func `Tab adds what all candidates go on with, then shows them, then takes one after the other`() {
    let names = ["level", "levelText"]
    #expect(Typed("where le\t", candidates: names).line == "where level|")
    #expect(Typed("where le\t", candidates: names).menu?.chosen == nil)
    #expect(Typed("where le\t\t\t", candidates: names).line == "where levelText|")
    #expect(Typed("where le\t\t\r", candidates: names).submitted == [])
    #expect(Typed("where le\t\t\r\r", candidates: names).submitted == ["where level"])
    #expect(Typed("where le\t\t\u{7}", candidates: names).line == "where level|")
    #expect(Typed("where le\t", candidates: ["level"]).menu == nil)
  }

  @Test func `what does not go on from the characters typed is offered, never put in their place by itself`()
  {
    #expect(Typed("where le\t", candidates: ["KAWASAKI"]).line == "where le|")
    #expect(
      Typed("where le\t", candidates: ["KAWASAKI"]).menu?.completion.candidates.map(\.text) == ["KAWASAKI"])
    #expect(Typed("雪\t").line == "雪|")
  }

  @Test func `a hint goes on with the newest line that begins so, and the right arrow takes it`() {
    let history = ["公園の面積", "公園の樹木"]
    #expect(Typed("公園", history: history).hint == "の樹木")
    #expect(Typed("公園\u{1B}[C", history: history).line == "公園の樹木|")
    #expect(Typed("公園\u{2}", history: history).hint.isEmpty)
    #expect(Typed("", history: history).hint.isEmpty)
  }

  @Test func `C-x C-e gives the line to an editor`() {
    #expect(Typed("公園\u{18}\u{5}").outcome == .editOutside("公園"))
  }

  @Test func `random bytes never crash it`() {
    var random = SeededRandom(seed: .random(in: .min ... .max))
    var editor = LineEditor(history: ["公園", "バス"]) { _ in
      Completion(replaced: 1, candidates: [.init(text: "a"), .init(text: "ab")])
    }
    var decoder = KeyDecoder()
    var view = LineView(prompt: "調べ> ", style: TextStyle())
    for _ in 0..<20_000 {
      let byte =
        Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random)
        : [0x1B, 0x5B, 0x31, 0x7E, 0xE5, 0xB7, 0x9D].randomElement(using: &random)!
      if let key = decoder.decode(byte), case .submitted = editor.handle(key) {
        editor = LineEditor(history: ["公園"]) { _ in
          Completion(replaced: 9, candidates: [.init(text: "公園", meaning: "x")])
        }
      }
    }
    #expect(!view.draw(editor, columns: 20).isEmpty, "seed \(random.seed)")
  }

  @Test func `an escape alone is a key after its time`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(0x1B) == nil)
    #expect(decoder.isWaitingAfterEscape)
    #expect(decoder.timeOut() == .escape)
    #expect(decoder.timeOut() == nil)
  }
}

@Suite("The drawn line")
struct LineViewTests {
  private func draw(_ text: String, columns: Int) -> String {
    var editor = LineEditor(history: []) { _ in Completion(replaced: 0, candidates: []) }
    _ = editor.handle(.text(text))
    var view = LineView(prompt: "> ", style: TextStyle())
    return view.draw(editor, columns: columns)
  }

  @Test func `the cursor stands behind wide characters`() {
    #expect(draw("川a", columns: 20) == "\r\u{1B}[J> 川a\r\u{1B}[5C")
  }

  @Test func `a wide character that does not fit begins the next row`() {
    #expect(draw("abc川", columns: 6).hasSuffix("\r\u{1B}[2C"))
  }

  @Test func `a full row puts the cursor on the next`() {
    #expect(draw("abcd", columns: 6) == "\r\u{1B}[J> abcd\n\r")
  }

  @Test func `a hint and a menu stand behind and below the line, and are gone when it is left`() {
    let history = ["公園の樹木"]
    var editor = LineEditor(history: history) { _ in
      Completion(replaced: 2, candidates: [.init(text: "公園の数", meaning: "KPI"), .init(text: "公園案")])
    }
    var view = LineView(prompt: "> ", style: TextStyle())
    _ = editor.handle(.text("公園"))
    var bytes = view.draw(editor, columns: 40)
    #expect(Screen(Array(bytes.utf8), columns: 40).rows == ["> 公園の樹木"])
    _ = editor.handle(.tab)
    bytes += view.draw(editor, columns: 40)
    #expect(Screen(Array(bytes.utf8), columns: 40).rows == ["> 公園", "  公園の数  KPI", "  公園案"])
    bytes += view.leave(editor)
    #expect(Screen(Array(bytes.utf8), columns: 40).rows.filter { !$0.isEmpty } == ["> 公園"])
  }

  @Test func `a narrower screen is drawn on from the row the line now begins in`() {
    var editor = LineEditor(history: []) { _ in Completion(replaced: 0, candidates: []) }
    var view = LineView(prompt: "> ", style: TextStyle())
    _ = editor.handle(.text("abcdefgh"))
    _ = view.draw(editor, columns: 20)
    #expect(view.draw(editor, columns: 6).hasPrefix("\u{1B}[1A\r\u{1B}[J> abcdefgh"))
  }
}
