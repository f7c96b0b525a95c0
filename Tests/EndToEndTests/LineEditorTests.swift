import JapaneseText
import TestSupport
import Testing

@testable import shirabe

/// What the editor holds after a stream of bytes: the line with `|` at the cursor, and what came of the last key.
private struct Typed {
  let line: String
  let outcome: LineEditor.Outcome?
  let submitted: [String]

  init(_ input: String, history: [String] = [], names: [String] = []) {
    let completer = Completer(names: names, folder: Folder())
    var editor = LineEditor(history: history) { completer.complete($0) }
    var decoder = KeyDecoder()
    var outcome: LineEditor.Outcome?
    var submitted: [String] = []
    for key in input.utf8.flatMap({ decoder.decode($0)?.typed ?? [] }) {
      outcome = editor.handle(key)
      if case .submitted(let line)? = outcome {
        submitted.append(line)
        editor = LineEditor(history: history + submitted) { completer.complete($0) }
      }
    }
    let buffer = editor.buffer
    line = String(buffer.characters[..<buffer.cursor]) + "|" + String(buffer.characters[buffer.cursor...])
    self.outcome = outcome
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

  @Test func `Tab completes commands and names, also behind other words`() {
    let names = ["公園面積の割合", "公園面積の合計", "バス停の数"]
    #expect(Typed(":he\t").line == ":help|")
    #expect(Typed("KPI for バス\t", names: names).line == "KPI for バス停の数|")
    #expect(Typed("今年の公\t", names: names).line == "今年の公園面積の|")
    #expect(Typed("公園面積の\t", names: names).outcome == .candidates(["公園面積の割合", "公園面積の合計"].sorted()))
    #expect(Typed("雪\t", names: names).line == "雪|")
  }

  @Test func `random bytes never crash it`() {
    var random = SeededRandom(seed: .random(in: .min ... .max))
    var editor = LineEditor(history: ["公園", "バス"]) { _ in Completion(replaced: 1, candidates: ["a", "ab"]) }
    var decoder = KeyDecoder()
    var view = LineView(prompt: "調べ> ", width: DisplayWidth())
    for _ in 0..<20_000 {
      let byte =
        Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random)
        : [0x1B, 0x5B, 0x31, 0x7E, 0xE5, 0xB7, 0x9D].randomElement(using: &random)!
      if let key = decoder.decode(byte), case .submitted = editor.handle(key) {
        editor = LineEditor(history: ["公園"]) { _ in Completion(replaced: 9, candidates: ["公園"]) }
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
    var view = LineView(prompt: "> ", width: DisplayWidth())
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
}
