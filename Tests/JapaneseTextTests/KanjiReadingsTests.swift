import JapaneseText
import Testing

@Suite("Readings of kanji") struct KanjiReadingsTests {
  static let said: [(String, String)] = [
    ("環境", "かんき"), ("川崎市", "かわさき"), ("植える", "うえる"), ("学校", "がっこう"), ("小川", "おがわ"), ("ごみ減量", "ごみげん"),
    ("カーボン削減", "かーぼんさく"), ("総務企画局", "そうむきかくきょく"), ("子育て", "こそだ"),
  ]
  @Test("a name is found by the kana it is said with", arguments: said)
  func says(_ name: String, _ kana: String) { #expect(KanjiReadings.all.says(name, beginning: kana)) }

  static let others: [(String, String)] = [("環境", "かんこう"), ("川崎市", "がわ"), ("市", "しし"), ("学校", "かっこう")]
  @Test("and by no other", arguments: others)
  func denies(_ name: String, _ kana: String) { #expect(!KanjiReadings.all.says(name, beginning: kana)) }
}
