/// A text file to be indexed.
struct SourceFile: Hashable, Sendable {
  enum Format: Hashable, Sendable { case plan, records }

  let path: String
  let format: Format
  /// The file's name without its folder and ending.
  var id: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  init(path: String) {
    self.path = path
    format = path.hasSuffix(".jsonl") ? .records : .plan
  }

  /// The id with the name of the folder before it.
  var longID: String {
    let folders = path.split(separator: "/").dropLast()
    return folders.last.map { "\($0)/\(id)" } ?? id
  }

  /// The files that paths name: a file whatever its ending, of a folder all `.txt` and `.jsonl` files at any depth.
  ///
  /// In order of id, then of path; a file reached twice counts once. Files of the same name in different folders are
  /// told apart by their folder's name.
  static func find(_ paths: [String]) -> (files: [(id: String, file: SourceFile)], problems: [SourceProblem])
  {
    var found: Set<String> = []
    var problems: [SourceProblem] = []
    for path in paths {
      switch FileSystem.kind(of: path) {
      case .file: found.insert(path)
      case .directory:
        do throws(FileError) {
          let texts = try FileSystem.files(under: path).filter {
            $0.hasSuffix(".txt") || $0.hasSuffix(".jsonl")
          }
          if texts.isEmpty { problems.append(.noTexts(path: path)) }
          found.formUnion(texts)
        } catch {
          problems.append(.unreadable(error))
        }
      case .other: problems.append(.unreadable(FileError(path: path, reason: "Not a regular file")))
      case nil: problems.append(.missing(path: path))
      }
    }
    let files = found.map(SourceFile.init(path:))
    let ids = Dictionary(grouping: files, by: \.id)
    let named = files.map { (id: (ids[$0.id]?.count ?? 1) > 1 ? $0.longID : $0.id, file: $0) }
    return (named.sorted { ($0.id, $0.file.path) < ($1.id, $1.file.path) }, problems)
  }
}
