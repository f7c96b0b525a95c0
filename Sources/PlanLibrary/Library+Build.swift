import Analysis
import InvertedIndex
import Phrases
import PlanDocuments
import PlanFacts
import SourceFiles
import SystemFiles

/// What came of building an index.
package struct BuildReport: Hashable, Sendable {
  package let documents: Int
  package let passages: Int
  package let facts: Int
  package let unread: Int
  /// What was read of each text, in order of id.
  package let readings: [DocumentReading]
  /// What was left out, as `Library.leftOut` keeps it.
  package let problems: [SourceProblem]
  /// Texts whose names are not UTF-8 and were indexed under escaped ones.
  package let escapedNames: [String]
  /// What to know of how files were read, nothing of which is missing.
  package let remarks: [SourceRemark]
}

/// A remark on a file.
package struct SourceRemark: Hashable, Sendable {
  package let path: String
  package let remark: Remark
}

extension SourceRemark: Said {
  package var saying: Saying { Phrase.pathAnd.with(Saying(path), remark.saying) }
}

/// What an index is to be made of besides what it was made of.
package struct IndexUpdate: Hashable, Sendable {
  let added: [String]
  let removed: [String]
  let prunes: Bool
  let moved: String?

  /// - Parameters:
  ///   - added: files and folders.
  ///   - removed: paths as they were given, or ids or paths of documents, to be left out.
  ///   - prunes: leave out what is no longer where it was; else that is an error, and nothing is written.
  ///   - moved: the folder in which what is no longer where it was stands under its name, or which is it.
  package init(
    adding added: [String] = [], removing removed: [String] = [], prunes: Bool = false, moved: String? = nil
  ) {
    self.added = added
    self.removed = removed
    self.prunes = prunes
    self.moved = moved
  }
}

extension Library {
  /// Builds an index from files and folders and puts it in the place of the one in `directory`, in one step.
  ///
  /// Texts that can't be read are left out and named in the report; where a path is missing, or nothing can be read,
  /// nothing is built. The same sources give the same bytes, in whatever order they are named.
  /// What an index that is there already holds of files that did not change since is taken from it, and what a run before this one read
  /// before it was broken off.
  /// - Parameter progress: is told each text's path before it is read.
  package static func build(
    paths: [String], into directory: String, lexicons: Lexicons, reader: SourceReader = SourceReader(),
    preparing preparations: [Preparation] = [], progress: (String) -> Void = { _ in }
  ) throws(LibraryError) -> BuildReport {
    let roots = SourceRoots(paths, index: directory)
    return try build(
      roots, into: directory, lexicons: lexicons, reader: reader, preparing: preparations, progress: progress)
  }

  /// Renews an index: what it was made of before and is made of now, together as `build` would do it at once.
  package static func update(
    _ update: IndexUpdate, in directory: String, lexicons: Lexicons, reader: SourceReader = SourceReader(),
    preparing preparations: [Preparation] = [], progress: (String) -> Void = { _ in }
  ) throws(LibraryError) -> BuildReport {
    let before = (try? FileSystem.read(manifest(directory))) ?? []
    // one that can't be opened says nothing of what it was made of
    let known = exists(in: directory) ? try? Library.open(directory) : nil
    var roots = known?.store.roots ?? SourceRoots()
    for name in update.removed {
      guard roots.remove(name) || known?.document(name).map({ roots.remove($0.path) }) ?? false else {
        throw .notInIndex(name, directory: directory)
      }
    }
    if let moved = update.moved {
      let gone = roots.gone(index: directory)
      for given in gone {
        let below = FilePath(moved).appending(
          FilePath(given.split(separator: "/").last.map(String.init) ?? given))
        let there = FileSystem.kind(of: below) != nil ? below.shown : gone.count == 1 ? moved : nil
        if let there { roots.relocate(given, to: there, index: directory) }
      }
    }
    roots.add(update.added, index: directory)
    let gone = roots.gone(index: directory).filter { !update.added.contains($0) }
    if update.prunes {
      for path in gone { _ = roots.remove(path) }
    } else if !gone.isEmpty {
      throw .sourcesGone(gone, directory: directory)
    }
    return try build(
      roots, into: directory, ifStill: before, lexicons: lexicons, reader: reader, preparing: preparations,
      progress: progress)
  }

  /// True where a build that was broken off left what it had read of files, for the next.
  package static func hasReadings(beside directory: String) -> Bool {
    ReadingJournal.exists(beside: directory)
  }

  /// - Parameter before: the manifest that the roots were taken from; with another, a writer came in between whose
  ///   sources they lack, and nothing is written.
  private static func build(
    _ roots: SourceRoots, into directory: String, ifStill before: [UInt8]? = nil, lexicons: Lexicons,
    reader: SourceReader, preparing preparations: [Preparation], progress: (String) -> Void
  ) throws(LibraryError) -> BuildReport {
    var (files, pathProblems) = SourceFile.find(roots.files(index: directory))
    files.removeAll { roots.isRemoved($0.file.path) }
    if files.isEmpty || pathProblems.contains(where: \.isAboutPath) { throw .nothingToIndex(pathProblems) }
    let escaped = files.filter { !$0.file.file.isUTF8 }.map(\.file.path)
    var journal: ReadingJournal?
    let report = try build(
      into: directory, lexicons: lexicons, escapedNames: escaped, preparing: preparations
    ) {
      writer throws(IndexError) in
      if let before, (try? FileSystem.read(manifest(directory))) ?? [] != before {
        throw .busy(directory: directory, holder: nil)
      }
      writer.problems = pathProblems
      writer.roots = roots
      let known = KnownSources(in: directory)
      let read = ReadingJournal(beside: directory)
      journal = read
      for batch in SourceBatch.batches(files) {
        let outcomes = SourceBatch(batch.map(\.file), reader, known, read, progress: progress).outcomes
        for ((id, file), outcome) in zip(batch, outcomes) {
          try append(outcome, of: file, id: id, limit: reader.limit, to: &writer)
        }
      }
    }
    journal?.finish()
    return report
  }

  /// Builds an index from plans in memory, in order of id.
  /// - Parameter fields: other weights than those measured best, to see what they do; four of them.
  package static func build(
    plans: [Plan], into directory: String, lexicons: Lexicons = .builtIn, fields: [IndexField]? = nil,
    preparing preparations: [Preparation] = []
  ) throws(LibraryError) -> BuildReport {
    let fields = fields ?? PassageFields.settings
    return try build(into: directory, lexicons: lexicons, fields: fields, preparing: preparations) {
      writer throws(IndexError) in
      for plan in plans.sorted(by: { $0.id < $1.id }) where writer.isFree(plan.id) {
        try writer.append(plan: plan)
      }
    }
  }

  private static func build(
    into directory: String, lexicons: Lexicons, escapedNames: [String] = [],
    fields: [IndexField] = PassageFields.settings, preparing preparations: [Preparation] = [],
    _ add: (inout LibraryWriter) throws(IndexError) -> Void
  ) throws(LibraryError) -> BuildReport {
    let report: BuildReport
    do throws(IndexError) {
      var writer = try LibraryWriter(
        directory: directory, lexicons: lexicons, fields: fields, preparing: preparations)
      try add(&writer)
      if writer.documentCount > 0 || writer.problems.isEmpty { try writer.commit() }
      report = BuildReport(
        documents: writer.documentCount, passages: writer.passageCount, facts: writer.factCount,
        unread: writer.unreadCount, readings: writer.readings, problems: writer.problems,
        escapedNames: escapedNames, remarks: writer.remarks)
    } catch {
      throw .index(error, directory: directory)
    }
    if report.documents == 0 && !report.problems.isEmpty { throw .nothingToIndex(report.problems) }
    return report
  }

  private static func append(
    _ outcome: SourceBatch.Outcome, of file: SourceFile, id: String, limit: Int,
    to writer: inout LibraryWriter
  ) throws(IndexError) {
    switch outcome {
    case .left(let problem): writer.problems.append(problem)
    case .read(let source, let key, let entry):
      writer.files.append(entry)
      writer.note(source.remarks, of: file.path)
      if source.format == .records {
        return try records(source.lines, path: file.path, limit: limit, into: &writer)
      }
      guard writer.isFree(id) else {
        writer.problems.append(.repeatedID(path: file.path, line: nil, id: id))
        return
      }
      let plan = Plan(
        id: id, path: file.path, lines: source.lines, grids: source.grids, headings: source.headings)
      try writer.append(plan: plan, source: source, key: key)
    }
  }

  private static func records(
    _ lines: [String], path: String, limit: Int, into writer: inout LibraryWriter
  ) throws(IndexError) {
    for (number, line) in zip(1..., lines) where !line.utf8.allSatisfy({ $0 <= 0x20 }) {
      switch Result(catching: { () throws(RecordLine.Problem) in
        try RecordLine(parsing: Array(line.utf8)[...])
      }) {
      case .failure(let problem):
        writer.problems.append(.badRecord(path: path, line: number, problem: problem.saying))
      case .success(let record) where record.text.utf8.count > limit:
        let failure = ReadingFailure.tooLong(bytes: record.text.utf8.count, limit: limit)
        writer.problems.append(.badRecord(path: path, line: number, problem: failure.saying))
      case .success(let record) where writer.isFree(record.id):
        try writer.append(record: record, path: path)
      case .success(let record):
        writer.problems.append(.repeatedID(path: path, line: number, id: record.id))
      }
    }
  }
}
