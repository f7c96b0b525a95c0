import Analysis
import Glibc
import InvertedIndex
import JapaneseText
import TestSupport
import Testing

/// Compares the index with a walk over all texts.
@Suite("Oracle") struct OracleTests {
  struct Source {
    let name: String
    let texts: [String]
    let seed: UInt64
  }

  static var sources: [Source] {
    let folders = [Paths.corpus, Paths.publishedPlans]
    let texts = folders.map { Paragraph.all(in: $0).map(\.text) }.filter { !$0.isEmpty }
    return [Source(name: "sample", texts: SampleIndex.texts, seed: 3)]
      + texts.enumerated().map { Source(name: "texts \($0)", texts: $1, seed: UInt64(41 + $0)) }
  }

  @Test func `the hits hold every place where the folded query stands`() throws {
    for source in Self.sources { try compare(source) }
  }

  @Test func `each folding only adds hits`() throws {
    let sample = try SampleIndex.shared.get()
    let folder = Lexicons.builtIn.folder()
    var random = SeededRandom(seed: 7)
    for _ in 0..<500 {
      let query = Self.query(SampleIndex.texts, &random)
      // white space around a query does not count
      let typed = String(query.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      guard !typed.isEmpty else { continue }
      let found = Set(sample.ids(try sample.reader.matches(substring: query)))
      let raw = SampleIndex.texts.indices.filter {
        Self.contains(Array(SampleIndex.texts[$0].utf8CString), Array(typed.utf8CString))
      }
      #expect(found.isSuperset(of: raw), "as typed, seed \(random.seed): \(query)")
      for depth in Folder.Depth.allCases {
        let part = Self.trimmed(folder.fold(string: query, depth: depth))
        let folded = SampleIndex.texts.indices.filter {
          Self.contains(Array(folder.fold(string: SampleIndex.texts[$0], depth: depth).utf8CString), part)
        }
        #expect(found.isSuperset(of: folded), "\(depth), seed \(random.seed): \(query)")
      }
    }
  }

  @Test func `a limit cuts the ranking and changes nothing in it`() throws {
    for source in Self.sources {
      let reader = try SampleIndex(source.texts).reader
      var random = SeededRandom(seed: source.seed)
      for _ in 0..<60 {
        let query = (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.query(source.texts, &random) }
          .joined(separator: " ")
        // fewer candidates than documents, so that some lie outside
        var tuning = Tuning()
        tuning.pool = Int.random(in: 1...60, using: &random)
        let all = try reader.search(query, limit: source.texts.count, tuning: tuning)
        for limit in [1, 2, tuning.pool, tuning.pool + 1, Int.random(in: 1...200, using: &random)] {
          let cut = try reader.search(query, limit: limit, tuning: tuning)
          #expect(
            cut == Array(all.prefix(limit)), "\(source.name), seed \(random.seed), limit \(limit): \(query)")
        }
        #expect(all.map(\.score) == all.map(\.score).sorted(by: >), "\(source.name): \(query)")
      }
    }
  }

  private func compare(_ source: Source) throws {
    let sample = try SampleIndex(source.texts)
    let folder = Lexicons.builtIn.folder()
    let characters = source.texts.map { Array(folder.fold(string: $0, depth: .characters).utf8CString) }
    let spellings = source.texts.map { Array(folder.fold(string: $0).utf8CString) }
    let headings = source.texts.indices.map { Array(folder.fold(string: "第\($0)章").utf8CString) }
    var random = SeededRandom(seed: source.seed)
    for _ in 0..<2000 {
      let query = Self.query(source.texts, &random)
      let shallow = Self.trimmed(folder.fold(string: query, depth: .characters))
      let deep = Self.trimmed(folder.fold(string: query))
      let expected = source.texts.indices.filter {
        Self.contains(characters[$0], shallow) || Self.contains(spellings[$0], deep)
          || $0 % 3 == 0 && (Self.contains(headings[$0], shallow) || Self.contains(headings[$0], deep))
      }
      let found = sample.ids(try sample.reader.matches(substring: query))
      #expect(found == expected, "\(source.name), seed \(random.seed): \(query)")
    }
    for _ in 0..<50 {
      let query = Self.query(source.texts, &random)
      let hits = try sample.reader.search(query, limit: source.texts.count).map(\.document)
      #expect(Set(try sample.reader.matches(substring: query)).isSubset(of: hits), "\(source.name): \(query)")
    }
  }

  /// A part of a text, as it stands there or in another spelling.
  static func query(_ texts: [String], _ random: inout SeededRandom) -> String {
    let scalars = Array((texts.randomElement(using: &random) ?? "").unicodeScalars)
    guard !scalars.isEmpty else { return "空" }
    let start = Int.random(in: scalars.indices, using: &random)
    let length = Int.random(in: 1...(Bool.random(using: &random) ? 4 : 16), using: &random)
    var part = Array(scalars[start..<min(scalars.count, start + length)])
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      part = part.map { (0x30A1...0x30F4).contains($0.value) ? Unicode.Scalar($0.value - 0x60) ?? $0 : $0 }
    case 1:
      part = part.map { (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }
    case 2: part.insert("\n", at: part.count / 2)
    default: break
    }
    return part.string
  }

  static func trimmed(_ text: String) -> [CChar] {
    Array(String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()).utf8CString)
  }

  /// Both end in 0; the C library looks, for its speed in a debug build.
  static func contains(_ text: [CChar], _ part: [CChar]) -> Bool {
    part.count > 1 && strstr(text, part) != nil
  }
}
