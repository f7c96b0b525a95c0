import Analysis
import JapaneseText
import Synchronization

/// The analyzers of an index that nobody uses at the moment: who asks takes one and gives it back, so that none waits for
/// another. There come to be as many as there were questions at one time.
final class SpareAnalyzers: Sendable {
  /// Of one thread at a time.
  private struct Spare: @unchecked Sendable {
    let analyzer: Analyzer
  }

  private let tables: AnalyzerTables
  private let spares: Mutex<[Spare]>

  /// - Parameter analyzer: the first; nobody else may use it.
  init(_ analyzer: sending Analyzer, tables: AnalyzerTables) {
    self.tables = tables
    spares = Mutex([Spare(analyzer: analyzer)])
  }

  /// Runs `body` with an analyzer.
  func use<R>(_ body: (Analyzer) -> R) throws(IndexError) -> R {
    let known = spares.withLock { $0.popLast() }
    let spare =
      if let known { known } else { Spare(analyzer: try IndexReader.analyzer(tables)) }
    defer { spares.withLock { $0.append(spare) } }
    return body(spare.analyzer)
  }
}
