import Analysis
import Glibc
import JapaneseText
import Phrases
import PlanFacts
import SystemFiles

/// The text that keeps what the owner of an index taught: `<index>-taught.txt` beside the index's folder, so that it outlives the index.
package struct TaughtFile: Sendable {
  /// As it is printed.
  package let path: String
  /// More is no text of lessons.
  private static let largest = 1 << 20

  /// - Parameter directory: The index's.
  package init(beside directory: String) {
    path = FilePath(directory).normalized.shown + "-taught.txt"
  }

  /// What was taught; nothing where there is no text.
  /// - Throws: Where the text as a whole can't be read.
  package func read(_ schema: FieldSchema) throws(LexiconError) -> Taught {
    Taught(try text(), path: path, schema: schema)
  }

  private func text() throws(LexiconError) -> String {
    guard FileSystem.kind(ofEntry: FilePath(path)) != nil else { return "" }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(FilePath(path), limit: Self.largest)
    } catch {
      throw .unreadable(FileError(path: path, reason: error.reason))
    }
    guard let text = String(validating: TextLines.withoutByteOrderMark(bytes), as: UTF8.self) else {
      throw .notUTF8(path: path)
    }
    return text
  }

  /// Adds lessons behind what is there, each with its reason above it.
  package func add(_ lessons: [(content: Taught.Content, reason: String)]) throws(FileError) {
    let isNew = FileSystem.kind(ofEntry: FilePath(path)) == nil
    let lines = lessons.map { "# \($0.reason)\n\($0.content)\n" }.joined()
    try FileSystem.append(Array(((isNew ? Self.opening : "\n") + lines).utf8), to: FilePath(path))
  }

  private static let opening = """
    # What heads of tables and words of questions mean here, besides the lexicons. Written by "shirabe teach"; may be edited.
    #
    #     HEAD = KIND FIELD            HEAD | HEAD = FIELD | -            HEAD = plain
    #     WORD, WORD                   scale of DOCUMENT = BEST > NEXT > WORST
    #
    # A line is taken back by deleting it; "shirabe index" reads the text anew.

    version = \(Taught.version)


    """

  /// Takes a lesson out, with the comment above it, and leaves every other line.
  package func remove(_ lesson: Taught.Lesson) throws(FileError) {
    let bytes = try FileSystem.read(FilePath(path), limit: Self.largest)
    var lines = TextLines.split(String(decoding: bytes, as: UTF8.self)).map(String.init)
    guard lines.indices.contains(lesson.line - 1) else { return }
    lines.removeSubrange((lesson.line - (lesson.reason == nil ? 1 : 2))..<lesson.line)
    let text = lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
    let file = try FileDescriptor(FilePath(path), O_WRONLY | O_NOFOLLOW | O_NONBLOCK)
    try file.replaceContent(with: Array(text.utf8))
  }
}
