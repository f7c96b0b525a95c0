import JapaneseText
import Phrases
import PlanDocuments
import PlanFacts
import SourceFiles
import SystemFiles

/// Knows where the lines of documents stand in their files.
package protocol SourcePlaces {
  /// As it was given; the document's id where it came without a file.
  func path(of document: String) -> String
  /// nil where the lines are the file's own, and for blank ones.
  func place(of document: String, in range: LineRange) -> Place?
}

/// What is read of one document that stands in no index.
package struct DocumentFacts: Sendable {
  package let id: String
  /// In order of first line, without links to other documents.
  package let facts: [Fact]
  /// In order of line.
  package let unread: [UnreadRow]
  /// What is missing of the document.
  package let losses: [Remark]
  private let path: String
  private let places: [Place?]

  /// Reads the document that a line of JSON names: `{"id", "text"}` or `{"id", "path"}`. A title may be there as in records of
  /// an index; facts don't depend on it.
  package init(line: String, schema: FieldSchema, reader: SourceReader) throws(DocumentFailure) {
    var id: String?
    do {
      let members = try RecordLine.members(of: line.utf8)
      let found = try RecordLine.id(in: members)
      id = found
      let (source, path) = try DocumentFacts.source(members, id: found, reader)
      self.init(id: found, source, path: path, schema)
    } catch {
      throw DocumentFailure(id: id, error)
    }
  }

  /// Reads a file; its id is its name without folder and ending.
  package init(file path: String, schema: FieldSchema, reader: SourceReader) throws(DocumentFailure) {
    let file = SourceFile(FilePath(path))
    do {
      let source = try DocumentFacts.source(["path": path], id: file.names[0], reader)
      self.init(id: file.names[0], source.0, path: path, schema)
    } catch {
      throw DocumentFailure(id: file.names[0], error)
    }
  }

  private init(id: String, _ source: SourceText, path: String, _ schema: FieldSchema) {
    self.id = id
    self.path = path
    let plan = Plan(
      id: id, path: path, lines: source.lines, grids: source.grids, headings: source.headings)
    let extraction = Extraction(reading: PlanDocument(reading: plan), schema: schema).inOrderOfLines
    facts = extraction.facts
    unread = extraction.unread
    losses = source.remarks.filter(\.isLoss)
    places = source.places
  }

  private static func source(_ members: [String: String], id: String, _ reader: SourceReader) throws -> (
    SourceText, path: String
  ) {
    switch (members["text"], members["path"]) {
    case (let text?, _):
      guard text.utf8.count <= reader.limit else {
        throw ReadingFailure.tooLong(bytes: text.utf8.count, limit: reader.limit)
      }
      return (SourceText(format: .text, lines: TextLines.split(text).map(String.init)), id)
    case (nil, let path?):
      let source = try reader.read(FilePath(path))
      guard source.format != .records else {
        throw RecordLine.Problem(saying: Phrase.namesRecords.with())
      }
      return (source, path)
    case (nil, nil): throw RecordLine.Problem(saying: Phrase.hasNoTextNorPath.with())
    }
  }
}

extension DocumentFacts: SourcePlaces {
  package func path(of document: String) -> String { path }

  package func place(of document: String, in range: LineRange) -> Place? {
    Place.around(places.dropFirst(range.first - 1).prefix(range.last - range.first + 1).compactMap(\.self))
  }
}

/// Why nothing was read of a document.
package struct DocumentFailure: Error, Sendable {
  /// nil where the line names none.
  package let id: String?
  /// A sentence without a full stop.
  package let reason: Saying

  package init(id: String?, reason: Saying) {
    self.id = id
    self.reason = reason
  }

  fileprivate init(id: String?, _ error: any Error) {
    let reason = (error as? RecordLine.Problem).map { Phrase.theLine.with($0.saying) } ?? Saying(error: error)
    self.init(id: id, reason: reason)
  }
}

extension Extraction {
  /// The same in the order in which a library keeps it: by first line, then as they were read.
  var inOrderOfLines: Extraction {
    Extraction(
      facts: facts.enumerated()
        .sorted {
          (Extraction.firstLine($0.element), $0.offset) < (Extraction.firstLine($1.element), $1.offset)
        }
        .map(\.element),
      unread: unread.sorted { $0.lines < $1.lines }, tables: tables)
  }

  private static func firstLine(_ fact: Fact) -> Int { fact.sources.first?.lines.first ?? 0 }
}
