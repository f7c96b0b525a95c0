import Answers
import Phrases
import PlanDocuments
import PlanLibrary
import Rendering
import SourceFiles
import SystemFiles

/// What is no longer as a receipt says.
package enum ReceiptChange: Hashable, Sendable {
  /// Where something stands: a document of the index, or a file, and lines of it.
  package struct Place: Hashable, Sendable {
    package let document: String
    package let path: String
    package let lines: LineRange
  }

  /// The question has no answer now, for this reason.
  case unanswered(reason: String)
  /// Another total, or another value.
  case figure(name: String, before: String, after: String)
  case itemGone(name: String, Place?)
  case itemAdded(name: String, Place?)
  case field(name: String, field: String, before: String?, after: String?, old: Place?, new: Place?)
  /// A cited line of a file reads otherwise; nil where the file ends before it.
  case line(Place, before: String, after: String?)
  /// Cited lines stand elsewhere in their file.
  case moved(from: Place, to: Place)
  case fileGone(Place)
  case fileUnread(Place, reason: Saying)
}

extension Receipt {
  /// Asks the question again and looks at the cited files: what changed, the answer first; empty where all is as it was.
  package func changes(
    since library: Library, reader: SourceReader, assistant: Assistant
  ) -> [ReceiptChange] {
    var assistant = assistant
    assistant.forget()
    // a limit that cut the items cuts them now
    let limit = items.count < total.number?.wholeNumber ?? 0 ? items.count : nil
    let answer = assistant.ask(question, limit: limit)
    return answerChanges(answer, library) + quoteChanges(library, reader)
  }

  /// Whether an index is the one that the receipt was made from.
  package func isOf(_ library: Library) -> Bool {
    fingerprint == Library.text(ofFingerprint: library.fingerprint)
  }

  private func answerChanges(_ answer: Answer, _ library: Library) -> [ReceiptChange] {
    guard let reading = answer.readings.first else {
      return [.unanswered(reason: answer.error?.message ?? "nothing matches")]
    }
    let now = Receipt(reading, from: library)
    var changes: [ReceiptChange] = []
    for (name, before, after) in [("total", total, now.total), ("value", value, now.value)]
    where before != after {
      changes.append(.figure(name: name, before: before.encoded(.line), after: after.encoded(.line)))
    }
    var left = Dictionary(grouping: now.items.indices) { now.items[$0].key }
    var found: Set<Int> = []
    for item in items {
      guard let place = left[item.key]?.first else {
        changes.append(.itemGone(name: item.name, item.place))
        continue
      }
      left[item.key]?.removeFirst()
      found.insert(place)
      changes += Receipt.fieldChanges(item, now.items[place])
    }
    for (place, item) in now.items.enumerated() where !found.contains(place) {
      changes.append(.itemAdded(name: item.name, item.place))
    }
    return changes
  }

  private static func fieldChanges(_ old: JSONValue, _ new: JSONValue) -> [ReceiptChange] {
    let (before, after) = (old["fields"]?.members ?? [], new["fields"]?.members ?? [])
    let names = before.map(\.name) + after.map(\.name).filter { name in !before.contains { $0.name == name } }
    return names.compactMap { name in
      let values = (before.first { $0.name == name }?.value, after.first { $0.name == name }?.value)
      guard values.0 != values.1 else { return nil }
      return .field(
        name: old.name, field: name, before: values.0?.encoded(.line), after: values.1?.encoded(.line),
        old: old.place, new: new.place)
    }
  }

  private func quoteChanges(_ library: Library, _ reader: SourceReader) -> [ReceiptChange] {
    var files: [String: Result<[String], ReadingProblem>] = [:]
    return quotes.flatMap { quote -> [ReceiptChange] in
      // a record's lines are not those of its file
      if library.document(quote.document)?.origin == .record { return [] }
      let file = files[quote.path] ?? Receipt.lines(of: library.file(of: quote.path), reader)
      files[quote.path] = file
      switch file {
      case .success(let lines): return quote.changes(in: lines)
      case .failure(.gone): return [.fileGone(quote.place)]
      case .failure(.unread(let reason)): return [.fileUnread(quote.place, reason: reason)]
      }
    }
  }

  private enum ReadingProblem: Error {
    case gone
    case unread(Saying)
  }

  private static func lines(of file: FilePath, _ reader: SourceReader) -> Result<[String], ReadingProblem> {
    guard FileSystem.kind(of: file) != nil else { return .failure(.gone) }
    do {
      return .success(try reader.read(file).lines)
    } catch {
      return .failure(.unread(Saying(error: error)))
    }
  }
}

extension Receipt.Quote {
  fileprivate var place: ReceiptChange.Place { .init(document: document, path: path, lines: lines) }

  /// - Parameter now: all lines of the file.
  fileprivate func changes(in now: [String]) -> [ReceiptChange] {
    let there = now.dropFirst(lines.first - 1).prefix(text.count)
    if there.elementsEqual(text) { return [] }
    // the lines as a whole, where they have moved
    let starts = now.indices.filter { now[$0...].starts(with: text) }
    if let start = starts.first, starts.count == 1 {
      let moved = LineRange(start + 1, start + text.count)
      return [.moved(from: place, to: .init(document: document, path: path, lines: moved))]
    }
    return text.enumerated().compactMap { offset, before in
      let number = lines.first + offset
      let after = now.indices.contains(number - 1) ? now[number - 1] : nil
      guard after != before else { return nil }
      return .line(
        .init(document: document, path: path, lines: LineRange(number)), before: before, after: after)
    }
  }
}

extension JSONValue {
  fileprivate var name: String { self["name"]?.string ?? "" }

  /// What an item is found again by.
  fileprivate var key: [String] {
    [self["type"]?.string ?? "", name, self["sources"]?.values?.first?["document"]?.string ?? ""]
  }

  /// Where an item stands first.
  fileprivate var place: ReceiptChange.Place? {
    guard let source = self["sources"]?.values?.first, let document = source["document"]?.string,
      let path = source["path"]?.string,
      let lines = source["lines"]?.values?.compactMap({ $0.number?.wholeNumber }), lines.count == 2
    else { return nil }
    return .init(document: document, path: path, lines: LineRange(lines[0], lines[1]))
  }
}
