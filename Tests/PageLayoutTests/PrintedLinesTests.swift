import PageLayout
import Testing

@Suite("Lines put together") struct PrintedLinesTests {
  struct Case: CustomTestStringConvertible {
    let lines: [String]
    let joined: String
    var testDescription: String { joined }
  }

  static let cases = [
    Case(lines: ["施設利用", "者数"], joined: "施設利用者数"),
    Case(lines: ["Wi-Fi", "spot"], joined: "Wi-Fi spot"),
    Case(lines: ["12", "34"], joined: "12 34"),
    Case(lines: ["R5", "年度"], joined: "R5年度"),
    Case(lines: ["・一", "・二"], joined: "・一 ・二"),
    Case(lines: ["終わる。", "次の文"], joined: "終わる。 次の文"),
    Case(lines: [], joined: ""),
  ]

  @Test("a word that was broken is whole again", arguments: cases)
  func joins(_ sample: Case) { #expect(PrintedLines.joined(sample.lines) == sample.joined) }

  @Test func `controls and outer blanks go, full-width blanks stay`() {
    #expect(PrintedLines.cleaned(" \u{FEFF}甲\t\u{7} 乙\u{3000}丙 \u{200B}".unicodeScalars) == "甲 乙\u{3000}丙")
  }
}
