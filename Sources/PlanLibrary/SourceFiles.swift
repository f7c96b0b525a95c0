import InvertedIndex
import SystemFiles

/// A file to be indexed.
struct SourceFile: Hashable, Sendable {
  /// Endings of the files that are read of a folder; what stands in a file is told by its content. The old ones of Office
  /// are among them so that the reader says what to do about them.
  static let endings = [
    ".txt", ".text", ".md", ".markdown", ".csv", ".tsv", ".tab", ".html", ".htm", ".xhtml", ".xlsx", ".xlsm",
    ".docx",
    ".docm", ".pptx", ".pptm", ".odt", ".ods", ".pdf", ".jsonl", ".ndjson", ".xls", ".doc", ".ppt",
  ]

  let file: FilePath
  /// As it is printed and kept.
  let path: String
  /// What may tell it from other files, shortest first: its name without folder and ending, the same with its folder
  /// before it, with all folders, with its ending.
  let names: [String]

  /// - Parameter shown: the path as it is printed and kept; it may lead there from another folder.
  init(_ file: FilePath, shown: FilePath? = nil) {
    self.file = file
    path = (shown ?? file).shown
    let parts = path.split(separator: "/").map(String.init)
    let name = parts.last ?? path
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let stem = dot == name.startIndex ? name : String(name[..<dot])
    let folders = parts.dropLast()
    names = [[stem], folders.suffix(1) + [stem], folders + [stem], parts].map { $0.joined(separator: "/") }
  }

  /// The files that paths name: a file whatever its ending, of a folder all with one of `endings` at any depth, but
  /// those of an index that stands in it.
  ///
  /// In order of id, then of path; a file reached twice counts once. No two ids are equal, also where two names are only
  /// spelled differently.
  ///
  /// - Parameter paths: where they are, and as they were given.
  static func find(_ paths: [(file: FilePath, given: String)]) -> (
    files: [(id: String, file: SourceFile)], problems: [SourceProblem]
  ) {
    var found: [FilePath: SourceFile] = [:]
    var problems: [SourceProblem] = []
    for (path, given) in paths {
      switch FileSystem.kind(of: path) {
      case .file: found[path.normalized] = SourceFile(path, shown: FilePath(given))
      case .directory:
        let entries = FileSystem.entries(under: path, passingOver: IndexReader.isIndex)
        let texts = entries.filter { $0.entry == .file && endings.contains(where: $0.path.hasEnding) }
        if texts.isEmpty { problems.append(.noTexts(path: path.shown)) }
        for text in texts {
          let below = text.path.bytes.dropFirst(path.bytes.count)
          found[text.path.normalized] = SourceFile(
            text.path, shown: FilePath(bytes: Array(given.utf8) + below))
        }
        problems += entries.compactMap { SourceProblem($0.entry, at: $0.path) }
      case let kind?: problems.append(.special(path: path.shown, kind))
      case nil: problems.append(.missing(path: path.shown))
      }
    }
    let files = found.values.sorted { $0.file < $1.file }
    let named = named(files, 0).sorted {
      let (a, b) = (FilePath($0.id), FilePath($1.id))
      return a == b ? $0.file.file < $1.file.file : a < b
    }
    return (named, problems)
  }

  /// Files with the shortest name that no other has; `length` is how far the names of these are the same.
  private static func named(_ files: [SourceFile], _ length: Int) -> [(id: String, file: SourceFile)] {
    Dictionary(grouping: files) { $0.names[length] }.values.flatMap { same in
      if same.count == 1 { return [(same[0].names[length], same[0])] }
      if length + 1 < same[0].names.count { return named(same, length + 1) }
      // strings are equal however their letters are spelled; to the system they are two names
      return same.map { ($0 == same[0] ? $0.path : $0.path.spelledOut(where: same[0].path), $0) }
    }
  }
}

extension String {
  /// The text with each character that is spelled otherwise than in `other`, which is equal to it, as its scalars:
  /// `か\u{3099}` for が.
  fileprivate func spelledOut(where other: String) -> String {
    zip(self, other).map { own, other in
      own.utf8.elementsEqual(other.utf8)
        ? String(own)
        : own.unicodeScalars.map { "\\u{\(String($0.value, radix: 16, uppercase: true))}" }.joined()
    }.joined()
  }
}
