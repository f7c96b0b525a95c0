import Dispatch
import SourceFiles
import Synchronization
import SystemFiles

/// Some files read at the same time, on all cores.
struct SourceBatch {
  enum Outcome: Sendable {
    case read(SourceText, SourceKey?, IndexedFiles.Entry)
    case left(SourceProblem)
  }

  /// As many files as are held in memory together.
  static let size = 16

  /// In the order of the files.
  let outcomes: [Outcome]

  /// - Parameter progress: is told each file's path before its bytes are read.
  init(
    _ files: [SourceFile], _ reader: SourceReader, _ known: KnownSources, _ journal: ReadingJournal,
    progress: (String) -> Void
  ) {
    let loaded = files.map { file in
      progress(file.path)
      return Self.load(file, reader)
    }
    let results = Mutex<[Int: Outcome]>([:])
    DispatchQueue.concurrentPerform(iterations: files.count) { i in
      let outcome = Self.outcome(loaded[i], of: files[i], reader, known, journal)
      results.withLock { $0[i] = outcome }
    }
    outcomes = results.withLock { results in files.indices.compactMap { results[$0] } }
  }

  private enum Loaded: Sendable {
    case bytes([UInt8], SourceKey?)
    case left(SourceProblem)
  }

  private static func load(_ file: SourceFile, _ reader: SourceReader) -> Loaded {
    do throws(FileError) {
      let bytes = try FileSystem.read(file.file)
      return .bytes(bytes, reader.name(for: bytes).map { SourceKey(bytes, reader: $0) })
    } catch {
      return .left(.unreadable(error))
    }
  }

  private static func outcome(
    _ loaded: Loaded, of file: SourceFile, _ reader: SourceReader, _ known: KnownSources,
    _ journal: ReadingJournal
  ) -> Outcome {
    switch loaded {
    case .left(let problem): return .left(problem)
    case .bytes(let bytes, let key):
      if let kept = key.flatMap({ known[$0] ?? journal[$0] }) {
        return .read(kept, key, .init(path: file.path, bytes))
      }
      do throws(ReadingFailure) {
        let text = try reader.read(bytes, of: file.file)
        if let key { journal.keep(text, key: key) }
        return .read(text, key, .init(path: file.path, bytes))
      } catch {
        return .left(.notRead(path: file.path, error))
      }
    }
  }
}

extension Array {
  /// The elements in order, so many at a time.
  func batches(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
