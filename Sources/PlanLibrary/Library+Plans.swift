import PlanDocuments
import SourceFiles
import SystemFiles

extension Library {
  /// A document as it was read; nil for a record.
  ///
  /// Tables that its file draws are kept for formats that are slow to read; else the file is read again, if it is there and unchanged.
  package func plan(of document: String, reader: SourceReader) -> Plan? {
    guard let (place, stored) = stored(document), stored.record.origin == .text else { return nil }
    let record = stored.record
    let lines = lines(of: document, in: LineRange(1, max(1, record.lineCount)))
    let source = kept(place, lines) ?? (isChanged(document) ? nil : again(record, reader))
    guard let source, source.lines == lines else {
      return Plan(id: record.id, path: record.path, lines: lines)
    }
    return Plan(
      id: record.id, path: record.path, lines: lines, grids: source.grids, headings: source.headings)
  }

  /// What a reader gave of a document's file; nil where nothing is kept of it besides its lines.
  func source(of document: String) -> SourceText? {
    guard let (place, stored) = stored(document), stored.record.origin == .text else { return nil }
    return kept(place, lines(of: document, in: LineRange(1, max(1, stored.record.lineCount))))
  }

  private func kept(_ place: Int, _ lines: [String]) -> SourceText? {
    guard let source = store.sources.decoder(place), let places = store.places.decoder(place),
      let all = try? PlaceCodec.all(places)
    else { return nil }
    return (try? SourceCodec.decode(source, lines: lines, places: all)) ?? nil
  }

  private func again(_ record: DocumentRecord, _ reader: SourceReader) -> SourceText? {
    try? reader.read(file(of: record.path))
  }
}
