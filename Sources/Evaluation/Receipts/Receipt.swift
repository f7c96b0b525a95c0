import Analysis
import Answers
import Phrases
import PlanDocuments
import PlanLibrary
import Rendering

/// What an answer said and stood on, kept to see later whether it still holds.
///
/// A JSON object: `receipt` (32 hexadecimal digits, a figure of all the rest), `contract`, `fingerprint`, `question` (canonical),
/// `total`, `value`, `items` as in answers, and `quotes`: the cited lines as they stood. The figure finds what was changed by accident;
/// it is no signature.
package struct Receipt: Hashable, Sendable {
  /// Cited lines of a document.
  struct Quote: Hashable, Sendable {
    let document: String
    let path: String
    let lines: LineRange
    let text: [String]
  }

  let fingerprint: String
  let question: String
  let total: JSONValue
  let value: JSONValue
  let items: [JSONValue]
  let quotes: [Quote]

  /// How many places are cited.
  package var quoteCount: Int { quotes.count }

  package init(_ reading: Reading, from library: Library) {
    fingerprint = Library.text(ofFingerprint: library.fingerprint)
    question = reading.canonical
    total = .number(reading.total)
    let whole = JSONValue(reading)
    value = whole["value"] ?? .null
    items = whole["items"]?.values ?? []
    var seen: Set<Quote> = []
    quotes = reading.items.flatMap(\.sources).map { source in
      Quote(
        document: source.document, path: source.path, lines: source.lines,
        text: library.lines(of: source.document, in: source.lines))
    }.filter { seen.insert($0).inserted }
  }

  /// Why a file is no receipt.
  package enum Problem: Error, Hashable, Sendable {
    case notJSON(JSONScanner.Problem)
    /// A member is missing or of another form.
    case member(String)
    case otherContract
    /// The figure is not that of the rest: something was changed.
    case changed
  }

  package init(parsing bytes: [UInt8]) throws(Problem) {
    let object: JSONValue
    do throws(JSONScanner.Problem) {
      object = try JSONValue(parsing: bytes)
    } catch {
      throw .notJSON(error)
    }
    guard let hash = object["receipt"]?.string else { throw .member("receipt") }
    guard object["contract"]?.number?.wholeNumber == Answer.contract else { throw .otherContract }
    guard let fingerprint = object["fingerprint"]?.string else { throw .member("fingerprint") }
    guard let question = object["question"]?.string else { throw .member("question") }
    guard let items = object["items"]?.values else { throw .member("items") }
    guard let quotes = object["quotes"]?.values?.map(Quote.init), !quotes.contains(nil) else {
      throw .member("quotes")
    }
    self.fingerprint = fingerprint
    self.question = question
    self.items = items
    self.quotes = quotes.compactMap(\.self)
    total = object["total"] ?? .null
    value = object["value"] ?? .null
    guard self.hash == hash else { throw .changed }
  }

  /// As it is kept, ending with a line feed.
  package var text: String {
    JSONValue.object([JSONValue.Member("receipt", .text(hash))] + members).encoded(.pretty) + "\n"
  }

  /// 32 hexadecimal digits.
  package var hash: String {
    let bytes = Array(JSONValue.object(members).encoded(.line).utf8)
    return [UInt8(0), 1].map { salt in
      var hash = StableHash()
      hash.combine([salt] + bytes)
      return Library.text(ofFingerprint: hash.value)
    }.joined()
  }

  private var members: [JSONValue.Member] {
    [
      .init("contract", .number(Answer.contract)), .init("fingerprint", .text(fingerprint)),
      .init("question", .text(question)), .init("total", total), .init("value", value),
      .init("items", .list(items)), .init("quotes", .list(quotes.map(\.json))),
    ]
  }
}

extension Receipt.Quote {
  fileprivate var json: JSONValue {
    .object([
      .init("document", .text(document)), .init("path", .text(path)),
      .init("lines", .list([.number(lines.first), .number(lines.last)])),
      .init("text", .list(text.map(JSONValue.text))),
    ])
  }

  /// nil for another form.
  fileprivate init?(_ json: JSONValue) {
    guard let document = json["document"]?.string, let path = json["path"]?.string,
      let lines = json["lines"]?.values?.compactMap({ $0.number?.wholeNumber }), lines.count == 2,
      lines[0] > 0, lines[0] <= lines[1], lines[1] < 1 << 40,
      let text = json["text"]?.values?.map(\.string), !text.contains(nil)
    else { return nil }
    self.init(
      document: document, path: path, lines: LineRange(lines[0], lines[1]), text: text.compactMap(\.self))
  }
}

extension Receipt.Problem: Said {
  package var saying: Saying {
    switch self {
    case .notJSON(let problem): Phrase.notAReceipt.with(problem.saying, Saying(problem.offset))
    case .member(let name): Phrase.receiptLacks.with(Saying(name))
    case .otherContract: Phrase.receiptOfOther.with(Saying("\(Answer.contract)"))
    case .changed: Phrase.receiptChanged.with()
    }
  }
}
