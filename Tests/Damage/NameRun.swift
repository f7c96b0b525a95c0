import Glibc
import PlanLibrary
import SystemFiles
import TestSupport

/// Names and things of every kind in a folder that is indexed: each is a document with the lines of its file, or left out
/// with a reason.
package enum NameRun: DamageRun {
  package static func failures(seed: UInt64, count: Int) throws -> [String] {
    var random = SeededRandom(seed: seed)
    var failures: [String] = []
    for round in 0..<count {
      if let fault = try fault(&random) { failures.append("round \(round): \(fault)") }
    }
    return failures
  }

  /// Pieces of names: composed and not, Shift_JIS, controls, quotes, what escapes are made of.
  private static let pieces: [[UInt8]] =
    [
      "が", "か\u{3099}", "神", "\u{FA19}", "a", " ", "\n", "\u{1B}[31m", "\"", "\\x8D", "\\u{304B}", ".", "é",
      "e\u{301}",
    ]
    .map { Array($0.utf8) } + [[0x8D, 0x60], [0xFF], [0xE3, 0x81]]
  private static let endings = [".txt", ".TXT", ".Txt", ".jsonl", ".md", ""]

  private static func name(_ random: inout SeededRandom) -> [UInt8] {
    let pieces = (0..<Int.random(in: 1...3, using: &random)).flatMap { _ in
      self.pieces.randomElement(using: &random) ?? []
    }
    let name = pieces + Array((endings.randomElement(using: &random) ?? "").utf8)
    return name.first == UInt8(ascii: ".") ? [0x61] + name : name
  }

  private static func fault(_ random: inout SeededRandom) throws -> String? {
    let folder = TemporaryDirectory()
    try folder.write("t/whole.txt", "樹木 0\n")
    mkdir(folder.path + "/t/sub", 0o700)
    var expected: Set<FilePath> = [FilePath(folder.path + "/t/whole.txt")]
    for number in 1...12 {
      let place = Bool.random(using: &random) ? "t/" : "t/sub/"
      let name = Array(place.utf8) + name(&random)
      let content =
        String(decoding: name, as: UTF8.self).hasSuffix(".jsonl")
        ? "{\"id\": \"r\(number)\", \"text\": \"樹木 \(number)\"}" : "樹木 \(number)"
      if make(name, Int.random(in: 0..<8, using: &random), content, in: folder) {
        expected.insert(FilePath(folder.path).appending(FilePath(bytes: name)))
      }
    }
    _ = try Library.build(paths: [folder.path + "/t"], into: folder.path + "/i", lexicons: .empty)
    let library = try Library.open(folder.path + "/i")
    let paths = library.documents.map(\.path) + library.leftOut.map(\.path)
    let shown = expected.map(\.shown)
    guard inOrder(paths) == inOrder(shown) else { return "\(paths) of \(shown)" }
    guard Set(library.documents.map(\.id)).count == library.documents.count else { return "ids are equal" }
    let texts = library.documents.flatMap { library.lines(of: $0.id, in: .init(1, 1)) }
    return texts.count == Set(texts).count ? nil : "lines of another: \(texts)"
  }

  /// By bytes: to compare as texts, two spellings of one name are one.
  private static func inOrder(_ paths: [String]) -> [[UInt8]] {
    paths.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// True where the name is new.
  private static func make(
    _ name: [UInt8], _ kind: Int, _ content: String, in folder: TemporaryDirectory
  ) -> Bool {
    let path = FilePath(folder.path).appending(FilePath(bytes: name))
    guard FileSystem.kind(ofEntry: path) == nil else { return false }
    switch kind {
    case 0: folder.make(pipe: name)
    case 1: folder.make(link: name, to: "nowhere")
    case 2: folder.make(link: name, to: "/")
    default: folder.make(name: name, Array(content.utf8))
    }
    return true
  }
}
