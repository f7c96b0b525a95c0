import Testing

@testable import PlanFacts

@Suite("Spellings of a name") struct NameSpellingTests {
  static let same = [
    ("森に関わったことのある人の割合", "森にかかわったことがある人の割合"), ("取り組みの件数", "取組みの件数"), ("子供の数", "子どもの数"),
    ("ＫＰＩの数", "KPI の数"), ("", ""),
  ]
  static let other = [
    ("男性の割合", "女性の割合"), ("増加した市民", "減少した市民"), ("小学校の数", "学校の数"), ("森の数", "森"), ("参加者数", "参加者の人数"),
    ("市民の数", "の数"),
  ]

  @Test(arguments: same) func `kana for kanji and other particles are spellings`(_ a: String, _ b: String) {
    #expect(
      NameSpelling(a).isSpelling(of: NameSpelling(b)) && NameSpelling(b).isSpelling(of: NameSpelling(a)))
  }

  @Test(arguments: other) func `other words are other names`(_ a: String, _ b: String) {
    #expect(!NameSpelling(a).isSpelling(of: NameSpelling(b)))
    #expect(!NameSpelling(b).isSpelling(of: NameSpelling(a)))
  }
}
