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

  /// As many files as are held in memory together, and as many bytes of them where they are more than one.
  private static let (mostFiles, mostBytes) = (16, 64_000_000)

  /// Files in order, as many together as are held in memory.
  static func batches(_ files: [(id: String, file: SourceFile)]) -> [ArraySlice<
    (id: String, file: SourceFile)
  >] {
    var batches: [ArraySlice<(id: String, file: SourceFile)>] = []
    var (start, bytes) = (0, 0)
    for (i, (_, file)) in files.enumerated() {
      let size = FileSystem.size(of: file.file)
      if i > start, i - start == mostFiles || bytes + size > mostBytes {
        batches.append(files[start..<i])
        (start, bytes) = (i, 0)
      }
      bytes += size
    }
    return start < files.count ? batches + [files[start...]] : batches
  }

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
    if let refusal = reader.refusal(of: file.file) { return .left(.notRead(path: file.path, refusal)) }
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
