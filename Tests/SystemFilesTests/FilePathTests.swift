import SystemFiles
import TestSupport
import Testing

@Suite("Paths")
struct FilePathTests {
  @Test func `two spellings of one name are two paths`() {
    let (composed, decomposed) = ("が.txt", "か\u{3099}.txt")
    #expect(composed == decomposed)
    #expect(FilePath(composed) != FilePath(decomposed))
    #expect(Set([FilePath(composed), FilePath(decomposed)]).count == 2)
  }

  static let normal = [
    ("a/b", "a/b"), ("./a//b/", "a/b"), ("/a/./b", "/a/b"), ("a/../b", "a/../b"), (".", ""), ("/", "/"),
  ]

  @Test("dots and doubled slashes are no other path", arguments: normal)
  func normalized(_ path: String, _ expected: String) {
    #expect(FilePath(path).normalized == FilePath(expected))
  }

  static let endings = [("a.txt", true), ("a.TXT", true), ("d/港.Txt", true), ("txt", false), (".txt", false)]

  @Test("an ending is one in capitals too", arguments: endings)
  func ending(_ path: String, _ expected: Bool) {
    #expect(FilePath(path).hasEnding(".txt") == expected)
  }

  @Test func `a folder without an ending slash and with one hold the same names`() {
    #expect(FilePath("a").appending(FilePath("b")) == FilePath("a/").appending(FilePath("b")))
  }
}

@Suite("Folders and files")
struct FileSystemTests {
  private let folder = TemporaryDirectory()

  @Test func `a name that is not UTF-8 is shown with its bytes, and read by them`() throws {
    // 港 in Shift_JIS, then a backslash
    let name: [UInt8] = [0x8D, 0x60, 0x5C] + Array("港.txt".utf8)
    folder.make(name: name, Array("樹木".utf8))
    let entry = try #require(FileSystem.entries(under: FilePath(folder.path)).first)
    #expect(entry.path.shown == folder.path + "/\\x8D`\\\\港.txt")
    #expect(try FileSystem.read(entry.path) == Array("樹木".utf8))
  }

  @Test func `entries are named by what they are`() throws {
    try folder.write("a/b/c.txt", "x")
    try folder.write(".hidden/d.txt", "x")
    folder.link("dead", to: "nowhere")
    folder.link("circle", to: "circle")
    folder.link("file", to: "a/b/c.txt")
    folder.link("folder", to: "a")
    folder.makePipe("pipe")
    let entries = FileSystem.entries(under: FilePath(folder.path))
    let names = entries.map { String($0.path.shown.dropFirst(folder.path.count + 1)) }
    #expect(names == ["a/b/c.txt", "circle", "dead", "file", "folder", "pipe"])
    #expect(entries.map(\.entry) == [.file, .deadLink, .deadLink, .file, .linkedFolder, .special(.pipe)])
  }

  @Test func `a folder that can't be listed leaves out that folder only`() throws {
    try folder.write("a/x.txt", "x")
    try folder.write("b/y.txt", "y")
    let entries = InjectedFault.$active.withValue(InjectedFault(.list, number: 2, code: 13)) {
      FileSystem.entries(under: FilePath(folder.path))
    }
    let refused = FileError(path: folder.path + "/b", reason: .system(13))
    #expect(entries.map(\.entry) == [.file, .unreadable(refused)])
  }

  @Test func `what is no file is not read, and never waited for`() throws {
    folder.makePipe("pipe")
    for path in [folder.path + "/pipe", folder.path, "/dev/null"] {
      #expect(throws: FileError(path: path, reason: .notRegular)) { try FileSystem.read(FilePath(path)) }
    }
  }

  @Test func `a file over the limit is refused by its size`() throws {
    let path = try folder.write("large", "12345")
    #expect(try FileSystem.read(FilePath(path), limit: 5).count == 5)
    let error = FileError(path: path, reason: .tooLarge(bytes: 5, limit: 4))
    #expect(throws: error) { try FileSystem.read(FilePath(path), limit: 4) }
    folder.makeHole("hole", bytes: FileSystem.largestText + 1)
    #expect(throws: FileError.self) { try FileSystem.read(FilePath(folder.path + "/hole")) }
  }

  @Test func `what is appended is for its owner alone, also where it was not`() throws {
    let path = FilePath(folder.path + "/history")
    try FileSystem.append(Array("a".utf8), to: path)
    #expect(folder.mode(of: "history") == 0o600)
    folder.setMode(of: "history", to: 0o644)
    try FileSystem.append(Array("b".utf8), to: path)
    #expect(folder.mode(of: "history") == 0o600)
    #expect(try FileSystem.read(path) == Array("ab".utf8))
  }

  @Test func `appending writes through no link`() throws {
    let target = try folder.write("target", "x")
    folder.link("history", to: "target")
    #expect(throws: FileError.self) { try FileSystem.append([0x79], to: FilePath(folder.path + "/history")) }
    #expect(Files.text(target) == "x")
  }
}
