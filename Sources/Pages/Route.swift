import JapaneseText
import Rendering

/// What a path asks for. Documents go by their id, never by a path of the disk.
package enum Route: Hashable, Sendable {
  case ask(AskLink)
  /// The answer for programs and for pasting.
  case data(OutputFormat, AskLink)
  case documents(Language?)
  /// Lines of a document, from this one on.
  case document(id: String, line: Int, Language?)
  /// A page of a document, drawn.
  case drawing(document: String, page: Int)
  /// Names that begin so, for the field of the question.
  case names(beginning: String)
  case help(Language?)
  case style, script, icon

  /// nil where there is nothing under the path.
  package init?(_ request: PageRequest) {
    let query = request.query
    let language = query["lang"].flatMap(Language.init(rawValue:))
    switch request.path {
    case "/": self = .ask(AskLink(query))
    case "/answer.json": self = .data(.json, AskLink(query))
    case "/answer.csv": self = .data(.csvExcel, AskLink(query))
    case "/answer.tsv": self = .data(.tsv, AskLink(query))
    case "/answer.md": self = .data(.markdown, AskLink(query))
    case "/documents": self = .documents(language)
    case "/document":
      guard let id = query["id"], let line = Int(query["line"] ?? "1"), line > 0 else { return nil }
      self = .document(id: id, line: line, language)
    case "/page.png":
      guard let id = query["id"], let page = query["page"].flatMap(Int.init), page > 0 else { return nil }
      self = .drawing(document: id, page: page)
    case "/names": self = .names(beginning: query["q"] ?? "")
    case "/help": self = .help(language)
    case "/style.css": self = .style
    case "/script.js": self = .script
    case "/icon.svg", "/favicon.ico": self = .icon
    default: return nil
    }
  }

  /// True for what says nothing of the documents.
  package var isPublic: Bool {
    switch self {
    case .style, .script, .icon: true
    case .ask, .data, .documents, .document, .drawing, .names, .help: false
    }
  }

  /// True for what may take a program of others, and its time.
  package var mayDraw: Bool {
    switch self {
    case .drawing: true
    case .ask(let link): link.citation != nil
    case .data, .documents, .document, .names, .help, .style, .script, .icon: false
    }
  }

  /// Where a document's lines are shown.
  static func document(_ id: String, line: Int, _ language: Language?) -> String {
    var query = QueryString([.init("id", id), .init("line", String(line))])
    if let language { query.items.append(.init("lang", language.rawValue)) }
    return "/document?\(query.encoded)#L\(line)"
  }

  static func drawing(_ id: String, page: Int) -> String {
    "/page.png?\(QueryString([.init("id", id), .init("page", String(page))]).encoded)"
  }
}
