import Analysis
import InvertedIndex
import TestSupport

/// A small index over texts of an invented city.
struct SampleIndex: Sendable {
  /// For tests that only read.
  static let shared = Result { try SampleIndex() }

  static let texts = [
    "みどり市は、ごみの減量とリサイクルに取り組みます。",
    "ゴミの分別を進める取組を３カ所で始めた。",
    "カーボンニュートラルの実現に向け、水素の利用を広げる。",
    "サーバー室の空調を更新する。",
    "サーバの更新は3箇所で終えた。",
    "中小企業の\n事業承継を支える協定を結ぶ。",
    "部分々々を直し、時々見直す。ヴァイオリン教室を開く。",
    "かわせみのもりに創造の拠点を置く。1㎡当たり２千円。",
    "温室効果ガスの排出量は前年度より▲10.2%となった。",
    "観光客の誘致。国内外からの来訪者を増やす。成⾧産業。",
    "企業の誘致と企業の支援。企業が集まる。",
    "",
  ]

  let folder = TemporaryDirectory()
  let reader: IndexReader

  init(_ texts: [String] = Self.texts, lexicons: Lexicons = .builtIn, flushBytes: Int = 1 << 28) throws {
    let writer = try IndexWriter(
      directory: folder.path, fields: [IndexField("heading", weight: 0.5), IndexField("text")],
      lexicons: lexicons,
      flushBytes: flushBytes)
    for (i, text) in texts.enumerated() {
      try writer.add(id: "d\(i)", fields: [i % 3 == 0 ? "第\(i)章" : "", text], stored: Array("\(i)".utf8))
    }
    writer.attach("note", [1, 2, 3])
    try writer.commit()
    reader = try IndexReader(directory: folder.path)
  }

  func ids(_ documents: [DocID]) -> [Int] { documents.map { Int($0.rawValue) } }
}
