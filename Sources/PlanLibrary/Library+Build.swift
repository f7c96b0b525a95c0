import Analysis
import InvertedIndex
import JapaneseText
import PlanDocuments
import SystemFiles

/// What came of building an index.
package struct BuildReport: Hashable, Sendable {
  package let documents: Int
  package let passages: Int
  package let facts: Int
  package let unread: Int
  /// What was left out, as `Library.leftOut` keeps it.
  package let problems: [SourceProblem]
  /// Texts whose names are not UTF-8 and were indexed under escaped ones.
  package let escapedNames: [String]
}

extension Library {
  /// Builds an index from files and folders and puts it in the place of the one in `directory`, in one step.
  ///
  /// Texts that can't be read are left out and named in the report; where a path is missing, or nothing can be read,
  /// nothing is built. The same sources give the same bytes, in whatever order they are named.
  /// - Parameter progress: is told each text's path before it is read.
  package static func build(
    paths: [String], into directory: String, lexicons: Lexicons, progress: (String) -> Void = { _ in }
  ) throws(LibraryError) -> BuildReport {
    let (files, pathProblems) = SourceFile.find(paths)
    if files.isEmpty || pathProblems.contains(where: \.isAboutPath) { throw .nothingToIndex(pathProblems) }
    let escaped = files.filter { !$0.file.file.isUTF8 }.map(\.file.path)
    return try build(into: directory, lexicons: lexicons, escapedNames: escaped) {
      writer throws(IndexError) in
      writer.problems = pathProblems
      for (id, file) in files {
        progress(file.path)
        try read(file, id: id, into: &writer)
      }
    }
  }

  /// Builds an index from plans in memory, in order of id.
  package static func build(
    plans: [Plan], into directory: String, lexicons: Lexicons = .builtIn
  ) throws(LibraryError) -> BuildReport {
    try build(into: directory, lexicons: lexicons) { writer throws(IndexError) in
      for plan in plans.sorted(by: { $0.id < $1.id }) where writer.isFree(plan.id) {
        try writer.append(plan: plan)
      }
    }
  }

  private static func build(
    into directory: String, lexicons: Lexicons, escapedNames: [String] = [],
    _ add: (inout LibraryWriter) throws(IndexError) -> Void
  ) throws(LibraryError) -> BuildReport {
    let report: BuildReport
    do throws(IndexError) {
      var writer = try LibraryWriter(directory: directory, lexicons: lexicons)
      try add(&writer)
      if writer.documentCount > 0 || writer.problems.isEmpty { try writer.commit() }
      report = BuildReport(
        documents: writer.documentCount, passages: writer.passageCount, facts: writer.factCount,
        unread: writer.unreadCount, problems: writer.problems,
        escapedNames: escapedNames)
    } catch {
      throw .index(error, directory: directory)
    }
    if report.documents == 0 && !report.problems.isEmpty { throw .nothingToIndex(report.problems) }
    return report
  }

  private static func read(
    _ file: SourceFile, id: String, into writer: inout LibraryWriter
  ) throws(IndexError) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = TextLines.withoutByteOrderMark(try FileSystem.read(file.file))
    } catch {
      writer.problems.append(.unreadable(error))
      return
    }
    switch file.format {
    case .records: try records(bytes, path: file.path, into: &writer)
    case .plan:
      guard let text = String(validating: bytes, as: UTF8.self) else {
        let offset = TextValidation.firstInvalidByte(in: bytes) ?? 0
        writer.problems.append(.notUTF8(path: file.path, offset: offset))
        return
      }
      guard writer.isFree(id) else {
        writer.problems.append(.repeatedID(path: file.path, line: nil, id: id))
        return
      }
      try writer.append(plan: Plan(id: id, path: file.path, text: text))
    }
  }

  private static func records(
    _ bytes: [UInt8], path: String, into writer: inout LibraryWriter
  ) throws(IndexError) {
    let lines = TextLines.ranges(in: bytes).map { bytes[$0] }
    for (number, line) in zip(1..., lines) where !line.allSatisfy({ $0 <= 0x20 }) {
      switch Result(catching: { () throws(RecordLine.Problem) in try RecordLine(parsing: line) }) {
      case .failure(let problem):
        writer.problems.append(.badRecord(path: path, line: number, problem: problem.sentence))
      case .success(let record) where writer.isFree(record.id):
        try writer.append(record: record, path: path)
      case .success(let record):
        writer.problems.append(.repeatedID(path: path, line: number, id: record.id))
      }
    }
  }
}
