import Analysis
import InvertedIndex
import JapaneseText
import PlanDocuments
import PlanFacts
import SourceFiles

/// Gathers what a library holds, text by text, and writes it into an index.
struct LibraryWriter {
  private let index: IndexWriter
  private let lexicons: Lexicons
  private let schema: FieldSchema
  private let preparations: [Preparation]
  private var documents = RecordTableWriter()
  private var records: [DocumentRecord] = []
  private var lines = RecordTableWriter()
  private var places = RecordTableWriter()
  private var sources = RecordTableWriter()
  private var tables = RecordTableWriter()
  /// What the files held that were read.
  var files: [IndexedFiles.Entry] = []
  /// What the files were found by; empty for plans in memory.
  var roots = SourceRoots()
  private var facts: [Fact] = []
  private var unread: [UnreadRow] = []
  private var ids: Set<[UInt8]> = []
  /// Where the lines of each text begin, and how many they are.
  private var texts: [String: (start: Int, count: Int)] = [:]
  /// What was to be added and could not be.
  var problems: [SourceProblem] = []
  private(set) var remarks: [SourceRemark] = []
  private(set) var passageCount = 0
  private(set) var readings: [DocumentReading] = []

  var documentCount: Int { documents.count }
  var factCount: Int { facts.count }
  var unreadCount: Int { unread.count }

  init(
    directory: String, lexicons: Lexicons, fields: [IndexField] = PassageFields.settings,
    preparing preparations: [Preparation] = []
  ) throws(IndexError) {
    index = try IndexWriter(directory: directory, fields: fields, lexicons: lexicons)
    self.lexicons = lexicons
    self.preparations = preparations
    schema = FieldSchema(valid: lexicons)
  }

  /// True where no text has this id yet.
  func isFree(_ id: String) -> Bool { !ids.contains(Array(id.utf8)) }

  /// Keeps what a reader says of a file: what is missing among the problems.
  mutating func note(_ remarks: [Remark], of path: String) {
    for remark in remarks where !remark.isDetail {
      if remark.isLoss {
        problems.append(.partlyRead(path: path, remark))
      } else {
        self.remarks.append(SourceRemark(path: path, remark: remark))
      }
    }
  }

  /// Adds a plan text with everything that is read from it.
  ///
  /// - Parameters:
  ///   - source: what a reader gave, where the plan is not a text in memory.
  ///   - key: of the file, where what was read of it is worth keeping.
  mutating func append(plan: Plan, source: SourceText? = nil, key: SourceKey? = nil) throws(IndexError) {
    let document = PlanDocument(reading: plan)
    let extraction = Extraction(reading: document, schema: schema).inOrderOfLines
    facts += extraction.facts
    unread += extraction.unread
    let record = DocumentRecord(
      id: plan.id, path: plan.path, title: document.title,
      names: Array(document.titles.dropFirst()), lineCount: plan.printedLines.count,
      publisher: document.publisher, year: document.year)
    try append(record, document.passages, furniture: document.furniturePassages)
    places.append(PlaceCodec.encode(source?.places ?? []))
    sources.append(source.map { SourceCodec.encode($0, key: key) } ?? SourceCodec.nothing)
    tables.append(TableCodec.encode(extraction.tables))
    readings.append(
      DocumentReading(
        path: plan.path, lines: record.lineCount, source: source,
        tables: extraction.tables, unread: extraction.unread.count))
    for line in plan.printedLines { lines.append(line.utf8) }
  }

  /// Adds a record, which is one passage under the record's title.
  mutating func append(record: RecordLine, path: String) throws(IndexError) {
    let lineCount = max(1, TextLines.split(record.text).count)
    let document = DocumentRecord(
      id: record.id, path: path, title: record.title.isEmpty ? record.id : record.title, lineCount: lineCount,
      origin: .record)
    let section = record.title.isEmpty ? [] : [record.title]
    try append(document, [Passage(text: record.text, lines: LineRange(1, lineCount), section: section)])
    places.append(PlaceCodec.encode([]))
    sources.append(SourceCodec.nothing)
    tables.append(TableCodec.encode([]))
  }

  private mutating func append(
    _ record: DocumentRecord, _ passages: [Passage], furniture: [Passage] = []
  ) throws(IndexError) {
    ids.insert(Array(record.id.utf8))
    let place = documents.count
    let start =
      switch record.origin {
      case .text: lines.count
      case .record: passageCount
      }
    documents.append(LibraryStore.Document(record: record, start: start).encoded())
    records.append(record)
    if record.origin == .text { texts[record.id] = (start, record.lineCount) }
    for (i, passage) in (passages + furniture).enumerated() {
      let isFurniture = i >= passages.count
      let stored = PassagePlace(
        document: place, lines: passage.lines, section: passage.section, isFurniture: isFurniture)
      try index.add(
        id: record.passageID(passage.lines),
        fields: PassageFields.values(passage, of: record, isFurniture: isFurniture),
        stored: stored.encoded())
    }
    passageCount += passages.count + furniture.count
  }

  /// Puts the new index in the place of the old one.
  mutating func commit() throws(IndexError) {
    let linked = linkSameMeasures(facts)
    let read = FactCodec.encode(linked, unread: unread)
    for part in LibraryStore.Part.allCases { index.attach(part.rawValue, content(of: part, read)) }
    let material = Preparation.Material(
      documents: records, facts: linked, lexicons: lexicons, lines: lines(of:in:))
    for preparation in preparations { index.attach(preparation.name, preparation.make(material)) }
    try index.commit()
  }

  /// Physical lines of a text, without line ends; lines beyond its end are left out.
  private func lines(of document: String, in range: LineRange) -> [String] {
    guard let text = texts[document] else { return [] }
    let wanted = max(1, range.first)...max(1, range.last)
    return wanted.clamped(to: 1...max(1, text.count)).compactMap { line in
      line <= text.count ? lines.string(text.start + line - 1) : nil
    }
  }

  private func content(of part: LibraryStore.Part, _ read: FactCodec.Files) -> [UInt8] {
    switch part {
    case .library:
      var out = ByteEncoder()
      out.varint(LibraryStore.version)
      return out.bytes
    case .documents: return documents.finish()
    case .lines: return lines.finish()
    case .places: return places.finish()
    case .sources: return sources.finish()
    case .tables: return tables.finish()
    case .files: return IndexedFiles.encode(files)
    case .roots: return roots.encoded()
    case .strings: return read.strings.finish()
    case .facts: return read.facts.finish()
    case .kinds: return read.kinds
    case .unread: return read.unread.finish()
    case .leftOut: return LeftOut.encode(problems.map(LeftOut.init))
    }
  }
}
