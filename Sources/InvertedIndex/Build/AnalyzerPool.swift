import Analysis
import Dispatch
import Glibc
import JapaneseText
import Synchronization

/// Analyses documents on all cores; the order of the results is the order of the documents.
final class AnalyzerPool {
  struct Document: Sendable {
    let id: String
    let fields: [String]
    let stored: [UInt8]
  }

  /// An analyzer belongs to one task at a time: `concurrentPerform` gives each index to one.
  private struct Workers: @unchecked Sendable {
    let analyzers: [Analyzer]
  }

  private let workers: Workers
  let tables: AnalyzerTables

  init(lexicons: Lexicons) throws(IndexError) {
    var analyzers: [Analyzer] = []
    tables = AnalyzerTables(lexicons)
    for _ in 0..<max(1, min(8, cores())) { analyzers.append(try IndexReader.analyzer(tables)) }
    workers = Workers(analyzers: analyzers)
  }

  /// What the index must find again to be read.
  var fingerprint: UInt64 { workers.analyzers[0].fingerprint }

  func terms(of documents: [Document]) -> [DocumentTerms] {
    let workers = workers
    let count = workers.analyzers.count
    let results = Mutex([[DocumentTerms]](repeating: [], count: count))
    let share = (documents.count + count - 1) / count
    DispatchQueue.concurrentPerform(iterations: documents.count < 16 ? 1 : count) { worker in
      let part = documents.count < 16 ? documents[...] : documents.dropFirst(worker * share).prefix(share)
      let analyzer = workers.analyzers[worker]
      let terms = part.map {
        DocumentTerms(id: $0.id, fields: $0.fields, stored: $0.stored, analyzer: analyzer)
      }
      results.withLock { $0[worker] = terms }
    }
    return results.withLock { $0.flatMap { $0 } }
  }
}

private func cores() -> Int { Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
