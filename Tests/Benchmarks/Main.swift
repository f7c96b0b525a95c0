import Analysis
import Glibc
import InvertedIndex
import SystemFiles
import TestSupport

/// Measures the index alone: building it, opening it, asking it, over passages made of the texts in `Corpus`.
///
/// `swift run -c release Benchmarks [FOLDER] [SIZE…]`: one line of JSON a case. An index that stands in FOLDER is asked and
/// not built again. Times are the processor's, per query the asking thread's. `answers` is a figure of all hits and scores
/// of a case: where it stays, so did every answer. `Benchmarks write FOLDER SIZE…` writes the same passages and queries for
/// other engines: `corpus-SIZE.jsonl` with id, title and text, `queries.tsv` with id and query.
@main
enum Benchmarks {
  private static let fields = [
    IndexField("text"), IndexField("section", weight: 0.3), IndexField("title", weight: 0.1),
    IndexField("name", weight: 4, lengthNormalization: 0),
  ]

  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    let isWriting = arguments.first == "write"
    if isWriting { arguments = arguments.dropFirst() }
    let temporary = TemporaryDirectory()
    var folder = temporary.path
    if let first = arguments.first, Int(first) == nil {
      folder = first
      arguments = arguments.dropFirst()
    }
    let sizes = arguments.compactMap { Int($0) }
    let texts = TemporaryDirectory.names(in: Paths.corpus).map { Files.text("\(Paths.corpus)/\($0)") }
    for size in sizes.isEmpty ? [10_000, 100_000] : sizes {
      if isWriting {
        write(size, of: texts, into: folder)
        continue
      }
      let directory = "\(folder)/\(size)"
      if !IndexReader.isIndex(FilePath(directory)) { try index(size, of: texts, into: directory) }
      try open(size, directory)
      var corpus = GeneratedCorpus(of: texts, seed: 2)
      let queries = corpus.queries(500)
      try ask("question", queries.questions, size, directory)
      try ask("keywords", queries.keywords, size, directory)
    }
  }

  private static func index(_ size: Int, of texts: [String], into directory: String) throws {
    var corpus = GeneratedCorpus(of: texts, seed: 1)
    var (bytes, making) = (0, 0.0)
    let (_, measure) = try Measure.of {
      let writer = try IndexWriter(directory: directory, fields: fields, lexicons: .builtIn)
      for _ in 0..<size {
        let start = Measure.threadSeconds()
        let passage = corpus.passage()
        making += Measure.threadSeconds() - start
        bytes += passage.text.utf8.count
        try writer.add(id: passage.id, fields: [passage.text, passage.section, passage.title, ""])
      }
      try writer.commit()
    }
    let files = TemporaryDirectory.names(in: directory).map { ($0, length("\(directory)/\($0)")) }
    var report = Report("index", passages: size)
    report.add("MB", Double(bytes) / 1e6)
    report.add("MB/s of a processor", Double(bytes) / 1e6 / (measure.processor - making))
    report.add("MB/s", Double(bytes) / 1e6 / max(0.001, measure.wall - making))
    report.add("memory MB", Double(measure.memory) / 1e6)
    report.add("bytes a byte of text", files.reduce(0) { $0 + Double($1.1) } / Double(bytes))
    for (name, length) in files where length > 0 {
      report.add(String(name.prefix { $0 != "-" }), Double(length) / Double(bytes))
    }
    report.print()
  }

  /// What JSON would need an escape for becomes a space.
  private static func write(_ size: Int, of texts: [String], into folder: String) {
    var corpus = GeneratedCorpus(of: texts, seed: 1)
    let file = fopen("\(folder)/corpus-\(size).jsonl", "w")
    for _ in 0..<size {
      let passage = corpus.passage()
      let text = String(passage.text.map { $0.isASCII && ($0 < " " || $0 == "\"" || $0 == "\\") ? " " : $0 })
      fputs("{\"id\":\"\(passage.id)\",\"title\":\"\(passage.title)\",\"text\":\"\(text)\"}\n", file)
    }
    if let file { fclose(file) }
    var asked = GeneratedCorpus(of: texts, seed: 2)
    let queries = asked.queries(500)
    let lines =
      zip(0..., queries.questions).map { "q\($0)\t\($1)\n" }
      + zip(0..., queries.keywords).map { "k\($0)\t\($1)\n" }
    Files.write(Array(lines.joined().utf8), to: "\(folder)/queries.tsv")
  }

  private static func length(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private static func open(_ size: Int, _ directory: String) throws {
    let times = try (0..<5).map { _ in try Measure.of { try IndexReader(directory: directory) }.measure }
    var report = Report("open", passages: size)
    report.add("ms", times.map { $0.processor * 1e3 }.sorted()[2])
    report.print()
  }

  private static func ask(_ name: String, _ queries: [String], _ size: Int, _ directory: String) throws {
    let reader = try IndexReader(directory: directory)
    var answers = StableHash()
    var times: [[Double]] = []
    let (_, measure) = try Measure.of {
      for pass in 0..<3 {
        var passTimes: [Double] = []
        for query in queries {
          let start = Measure.threadSeconds()
          let hits = try reader.search(query, limit: 10)
          passTimes.append((Measure.threadSeconds() - start) * 1e6)
          guard pass == 0 else { continue }
          for hit in hits {
            answers.combine(UInt64(hit.document.rawValue))
            answers.combine(hit.score.bitPattern)
          }
        }
        times.append(passTimes.sorted())
      }
    }
    var report = Report(name, passages: size)
    report.add("p50 µs", median(times.map { $0[$0.count / 2] }))
    report.add("p99 µs", median(times.map { $0[$0.count * 99 / 100] }))
    report.add("memory MB", Double(measure.memory) / 1e6)
    report.add("answers", String(answers.value, radix: 16))
    report.print()
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
