import InvertedIndex
import SystemFiles
import TestSupport
import Testing

/// What an index's folder is and what becomes of everything else in it.
@Suite("Folders of indexes") struct FolderTests {
  private let folder = TemporaryDirectory()
  private var path: String { folder.path + "/i" }

  private func build(_ text: String = "みどり市の計画") throws(IndexError) {
    let writer = try IndexWriter(directory: path, fields: [IndexField("text")], lexicons: .empty)
    try writer.add(id: "d", fields: [text])
    try writer.commit()
  }

  @Test func `files whose names are like an index's are a stranger's, and stay`() throws {
    let names = [
      "documents-2024.txt", "header-1.txt", "terms-1", "postings-1", "offsets-1", "x-ray", "run-1",
      "manifest",
    ]
    for name in names { try folder.write("i/\(name)", "mine") }
    let before = try folder.contents(of: "i")
    #expect(throws: IndexError.occupied(directory: path, names: names.sorted())) { try build() }
    #expect(try folder.contents(of: "i") == before)
  }

  @Test func `an occupied folder is named with what is in it`() {
    let error = IndexError.occupied(directory: "d", names: ["a", "b", "c", "d", "e"])
    #expect(
      "\(error)" == "d: not a folder of an index, it holds a, b, c and 2 more; give an empty or a new folder")
  }

  @Test func `a file that came into an index's folder later stays`() throws {
    try build()
    try folder.write("i/documents-0123456789abcdef", "mine")
    try folder.write("i/build-0123456789abcdef/documents", "mine")
    try build("別の計画")
    #expect(Files.text(path + "/documents-0123456789abcdef") == "mine")
    #expect(Files.text(path + "/build-0123456789abcdef/documents") == "mine")
  }

  @Test func `nothing is written through a link`() throws {
    let target = try folder.write("precious", "mine")
    try build()
    for name in ["documents.part", "manifest.part", "documents", "header", "terms", "run-0"] {
      folder.link("i/\(name)", to: "../precious")
    }
    try build("別の計画")
    #expect(Files.text(target) == "mine")
    folder.delete("i/lock")
    folder.link("i/lock", to: "../precious")
    #expect(throws: IndexError.self) { try build() }
    #expect(Files.text(target) == "mine")
  }

  @Test func `a lock with a second name, or other content, is someone else's`() throws {
    try build()
    let target = try folder.write("precious", "")
    folder.delete("i/lock")
    folder.secondName("i/lock", of: "precious")
    #expect(throws: IndexError.occupied(directory: path, names: ["lock"])) { try build() }
    folder.delete("i/lock")
    try folder.write("i/lock", "mine")
    #expect(throws: IndexError.occupied(directory: path, names: ["lock"])) { try build() }
    #expect(Files.text(path + "/lock") == "mine")
    #expect(Files.text(target).isEmpty)
  }

  @Test func `a manifest that was made up or is linked makes no folder an index's`() throws {
    try folder.write("i/text.txt", "mine")
    try folder.write("i/manifest", "shirabe index 3\nend 0000000000000000\n")
    #expect(throws: IndexError.self) { try build() }
    try folder.write("other/text.txt", "mine")
    let writer = try IndexWriter(
      directory: folder.path + "/real", fields: [IndexField("text")], lexicons: .empty)
    try writer.commit()
    folder.delete("i/manifest")
    folder.link("i/manifest", to: "../real/manifest")
    #expect(throws: IndexError.self) { try build() }
    #expect(Files.text(path + "/text.txt") == "mine")
  }

  @Test func `an index with a damaged manifest can be built again`() throws {
    try build()
    let before = try folder.contents(of: "i")
    try folder.write("i/manifest", "shirabe")
    try build()
    #expect(try folder.contents(of: "i") == before)
  }

  @Test func `the folder is its owner's, files are as the umask says, the lock is the owner's`() throws {
    try build()
    #expect(folder.mode(of: "i") == 0o700)
    for name in TemporaryDirectory.names(in: path) {
      #expect(
        folder.mode(of: "i/\(name)") == (name == "lock" ? 0o600 : Int(FileSystem.sharedMode)), "\(name)")
    }
  }

  @Test func `a folder that was there keeps its permissions`() throws {
    try folder.write("i/x", "")
    folder.delete("i/x")
    let mode = folder.mode(of: "i")
    try build()
    #expect(folder.mode(of: "i") == mode)
  }

  @Test func `a second writer is told at once who writes`() throws {
    let writer = try IndexWriter(directory: path, fields: [IndexField("text")], lexicons: .empty)
    do {
      try build()
      Issue.record("two writers")
    } catch {
      guard case .busy(path, let holder?) = error else { throw error }
      #expect(holder.hasPrefix("process "))
    }
    try writer.commit()
  }

  @Test func `a reader's locks keep no writer out`() throws {
    try build()
    let held = folder.holdLock("i/lock")
    #expect(held)
    try build("別の計画")
  }

  @Test func `a pipe in the place of a file is an error at once`() throws {
    try build()
    for name in TemporaryDirectory.names(in: path) where name != "lock" {
      let bytes = Files.read("\(path)/\(name)")
      folder.delete("i/\(name)")
      folder.makePipe("i/\(name)")
      #expect(throws: IndexError.self, "\(name)") { try IndexReader(directory: path) }
      folder.delete("i/\(name)")
      Files.write(bytes, to: "\(path)/\(name)")
    }
    #expect(try IndexReader(directory: path).count == 1)
  }

  @Test func `what is refused by the system is named, with the system's word`() throws {
    let full = InjectedFault(.write, number: 2, code: 28)
    #expect(throws: IndexError.self) { try InjectedFault.$active.withValue(full) { try build() } }
    let error = FileError(path: "i/x", reason: .system(28))
    #expect("\(IndexError.file(error, action: .write))" == "i/x: can't be written: No space left on device")
  }

  @Test func `the folder's sync counts`() throws {
    let counter = InjectedFault(.sync, number: 0, code: 5)
    try InjectedFault.$active.withValue(counter) { try build() }
    // the last is the folder's, after the manifest got its name
    let last = InjectedFault(.sync, number: counter.count, code: 5)
    let error = IndexError.file(FileError(path: path, reason: .system(5)), action: .write)
    #expect(throws: error) { try InjectedFault.$active.withValue(last) { try build("別の計画") } }
  }
}

@Suite("Files under a reader") struct ChangedFileTests {
  private func use(_ reader: IndexReader) throws(IndexError) {
    _ = try reader.search("ごみの取組", limit: 10)
    _ = try reader.matches(substring: "サーバ")
  }

  @Test func `a file cut short under a reader is no signal, and said`() throws {
    for name in ["documents", "offsets", "terms", "postings", "x-note"] {
      let sample = try SampleIndex()
      let file = try #require(
        TemporaryDirectory.names(in: sample.folder.path).first { $0.hasPrefix(name + "-") })
      try sample.reader.checkFiles()
      sample.folder.cut(file, to: 0)
      _ = try? use(sample.reader)
      #expect(throws: IndexError.changed(path: "\(sample.folder.path)/\(file)")) {
        try sample.reader.checkFiles()
      }
    }
  }

  @Test func `a file written to under a reader traps nothing, and is said`() throws {
    var random = SeededRandom(seed: .random(in: .min ... .max))
    for _ in 0..<6 {
      let sample = try SampleIndex()
      let files = TemporaryDirectory.names(in: sample.folder.path).filter {
        $0.contains("-") && !$0.hasPrefix("header")
      }
      let file = try #require(files.randomElement(using: &random))
      sample.folder.scramble(file, using: &random)
      _ = try? use(sample.reader)
      #expect(throws: IndexError.self, "\(file), seed \(random.seed)") { try sample.reader.checkFiles() }
    }
  }

  @Test func `a rebuild is no change to an open index`() throws {
    let sample = try SampleIndex()
    let writer = try IndexWriter(
      directory: sample.folder.path, fields: [IndexField("text")], lexicons: .builtIn)
    try writer.commit()
    try sample.reader.checkFiles()
  }
}
