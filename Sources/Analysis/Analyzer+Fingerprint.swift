import JapaneseText

extension Analyzer {
  /// A number that changes when this program would cut or fold a text otherwise, or with other lexicons.
  ///
  /// It is the hash of the tokens of a fixed text, not a version: two builds with one behaviour agree, and a system
  /// with another ICU dictionary does not.
  package static func fingerprint(_ lexicons: Lexicons) throws(WordBreaker.Failure) -> UInt64 {
    try Analyzer(lexicons: lexicons).fingerprint
  }

  /// The fingerprint of this analyzer.
  package var fingerprint: UInt64 {
    var hash = StableHash()
    hash.combine(lexicons.encoded())
    for text in Self.probes { combine(text, into: &hash) }
    return hash.value
  }

  /// Adds everything the analysis of a text gives to a hash.
  package func combine(_ text: String, into hash: inout StableHash) {
    let analysis = analyze(text)
    hash.combine(Array(analysis.characters.string.utf8))
    hash.combine(Array(analysis.spellings.string.utf8))
    for token in analysis.words {
      hash.combine(Array(token.text.utf8))
      hash.combine(UInt64(token.source.lowerBound))
      hash.combine(UInt64(token.source.upperBound))
    }
    for gram in analysis.rankingGrams { hash.combine(gram.key) }
  }

  /// Text in which every rule of the chain has something to do.
  private static let probes = [
    "ージョンアップを行い、サーバー・ｺﾞﾐ箱・ヴィオラの取り組みを3カ所で引き下げられた。",
    "カーボンニュートラルとウェルフェア、コワーキングスペース、リポジトリ、時々の部分々々。",
    "令和５年度の１人1日あたり排出量は872g以下（▲10.2%）、KBIC・ＮＡＮＯＢＩＣのprojectsとclassを含む。",
    "第二十五条の届出は三丁目で。",
    "中小企業の\n事業承継を支える協定、国内外の都市間連携、成⾧分野の人材育成、緑の下の力持ち。",
    "/etc/apt/sources.list のfs_type、v10.2.x、言い渡しと打ち切り、男の子。",
  ]
}

/// A hash that is the same in every process: FNV-1a over bytes, 64 bits, with a final mix.
package struct StableHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package mutating func combine(_ bytes: [UInt8]) {
    combine(UInt64(bytes.count))
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  package mutating func combine(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      state = (state ^ (number >> shift & 0xFF)) &* 0x100_0000_01B3
    }
  }

  package var value: UInt64 {
    let mixed = (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 33
  }
}
