import JapaneseText
import TestSupport
import Testing

@Suite("Folding") struct FoldingTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let a: String
    let b: String
    var testDescription: String { "\(a) = \(b)" }
    init(_ a: String, _ b: String) { (self.a, self.b) = (a, b) }
  }

  static let folder = Folder(spellings: [["取組", "取り組み", "取りくみ", "とりくみ"], ["引き下げ", "引下げ"]])

  static let characters = [
    Pair("ＫＢＩＣ", "kbic"), Pair("ｺﾞﾐ", "ごみ"), Pair("ゴミ", "ごみ"), Pair("成⾧", "成長"), Pair("成⻑", "成長"),
    Pair("か\u{3099}", "が"), Pair("㎡", "m2"), Pair("①", "1"), Pair("サ－ビス", "サービス"), Pair("サ‐ビス", "サービス"),
    Pair("緑 地", "緑地"), Pair("ごみ\n処理", "ごみ処理"), Pair("第　2　期", "第2期"), Pair("関ヶ原", "関ケ原"),
    Pair("２０２１−２０２５", "2021–2025"), Pair("green  growth", "green growth"), Pair("“緑”", "\"緑\""),
  ]

  @Test("folds characters alike", arguments: characters)
  func foldsCharacters(_ pair: Pair) {
    for depth in [Folder.Depth.characters, .spellings] {
      #expect(
        Self.folder.fold(string: pair.a, depth: depth) == Self.folder.fold(string: pair.b, depth: depth))
    }
  }

  static let spellings = [
    Pair("サーバー", "サーバ"), Pair("サーバーの", "サーバの"), Pair("ヴェルデ", "ベルデ"), Pair("ヴ", "ブ"), Pair("ラヴ", "ラブ"),
    Pair("3カ所", "3箇所"), Pair("数か所", "数箇所"), Pair("ヶ所", "箇所"), Pair("個所", "箇所"),
    Pair("2か月", "2ヶ月"), Pair("時々", "時時"), Pair("部分々々", "部分部分"), Pair("古々々米", "古古古米"), Pair("いすゞ", "いすず"),
    Pair("こゝろ", "こころ"), Pair("グリーン・ツーリズム", "グリーンツーリズム"), Pair("取り組みを", "取組を"), Pair("とりくみ", "取組"),
    Pair("引下げ", "引き下げ"), Pair("第二十五条", "第25条"), Pair("三丁目", "3丁目"), Pair("十四号岸壁", "14号岸壁"),
  ]

  @Test("folds spellings alike", arguments: spellings)
  func foldsSpellings(_ pair: Pair) {
    #expect(Self.folder.fold(string: pair.a) == Self.folder.fold(string: pair.b))
  }

  static let different = [
    Pair("ビル", "ビール"), Pair("キー", "キ"), Pair("うか所", "う箇所"), Pair("green growth", "greengrowth"),
    Pair("佐々木", "佐木"), Pair("はひ", "ばび"), Pair("九条", "二十五条"), Pair("三角", "3角"), Pair("三十二十条", "30条"),
  ]

  @Test("keeps words apart", arguments: different)
  func keepsApart(_ pair: Pair) {
    #expect(Self.folder.fold(string: pair.a) != Self.folder.fold(string: pair.b))
  }

  @Test func `the way back gives the scalars a match came from`() {
    let text = "ｺﾞﾐの減量　サーバー取り組み"
    let folded = Self.folder.fold(text)
    #expect(folded.string == "ごみの減量さーば取組")
    #expect(folded.sourceRange(0..<2) == 0..<3)
    #expect(folded.sourceRange(5..<8) == 7..<11)
    #expect(folded.sourceRange(8..<10) == 11..<15)
    #expect(folded.sourceRange(4..<4).isEmpty)
    #expect(folded.sourceRange(3..<99) == 4..<15)
  }

  @Test func `a part of a text folds to a part of the folded text`() {
    var random = SeededRandom(seed: 20_240_607)
    let alphabet = Array("アｱー-々ヴァィヵヶ所3取り組み緑 \n　・ﾞ゙aＡé①⾧カタログサーバー。、".unicodeScalars)
    for _ in 0..<4000 {
      let text = random.scalars(of: alphabet, count: 1...24)
      let boundaries = (0...text.count).filter { $0 == text.count || $0 == 0 || Self.startsCluster(text[$0]) }
      guard let a = boundaries.randomElement(using: &random), let b = boundaries.randomElement(using: &random)
      else { continue }
      let part = text[min(a, b)..<max(a, b)]
      let whole = Self.folder.fold(string: text.string, depth: .characters)
      let folded = Self.folder.fold(string: part.string, depth: .characters)
      let wanted = folded.drop { $0 == " " }
      #expect(
        whole.unicodeScalars.contains(Array(wanted.unicodeScalars)), "seed \(random.seed): \(text.string)")
    }
  }

  private static func startsCluster(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "ﾞ" && scalar.value != 0x3099
  }

  @Test func `source ranges ascend and stay inside for every scalar`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if value > 0x32000 && value < 0xE0000 { continue }
      let folded = Self.folder.fold("ア\(scalar)所")
      #expect(
        folded.ends.allSatisfy { $0 <= 3 }
          && zip(folded.starts, folded.starts.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }
}
