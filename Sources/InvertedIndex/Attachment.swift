import JapaneseText
import SystemFiles

/// Bytes kept with `IndexWriter.attach`, mapped into memory; what is read of them was checked to be as written.
package final class Attachment: Sendable {
  private let file: SealedFile

  fileprivate init(_ file: SealedFile) { self.file = file }

  package var count: Int { file.count }

  /// A part of them; nil where it lies outside, or is damaged, which `IndexReader.checkFiles` then says.
  package func part(_ range: Range<Int>) -> PreparedBytes? { try? file.prepared(range) }
}

extension IndexReader {
  /// The file that makes a folder an index, and changes with it.
  package static var manifestName: String { Manifest.name.shown }
  /// Goes up with every change of the form of an index's files.
  package static var formatVersion: UInt32 { Manifest.version }

  /// True where an index has made the folder what it is.
  package static func isIndex(_ directory: FilePath) -> Bool {
    ((try? Manifest.ownBytes(in: directory)) ?? nil) != nil
  }

  /// Bytes kept with `IndexWriter.attach`, without a copy; nil where there are none of this name.
  package func mappedAttachment(_ name: String) -> Attachment? {
    attachments["x-" + name].map(Attachment.init)
  }
}
