import SystemFiles

/// Bytes kept with `IndexWriter.attach`, mapped into memory and checked to be as they were written.
package final class Attachment: Sendable {
  private let file: MappedFile

  fileprivate init(_ file: MappedFile) { self.file = file }

  /// Valid for as long as this object lives.
  package var bytes: UnsafeRawBufferPointer { file.bytes }
}

extension IndexReader {
  /// The file that makes a folder an index, and changes with it.
  package static var manifestName: String { Manifest.name.shown }

  /// True where an index has made the folder what it is.
  package static func isIndex(_ directory: FilePath) -> Bool {
    ((try? Manifest.ownBytes(in: directory)) ?? nil) != nil
  }

  /// Bytes kept with `IndexWriter.attach`, without a copy; nil where there are none of this name.
  package func mappedAttachment(_ name: String) -> Attachment? {
    attachments["x-" + name].map(Attachment.init)
  }
}
