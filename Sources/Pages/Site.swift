import Answers
import JapaneseText
import Phrases
import PlanLibrary
import Rendering
import SystemFiles

/// Everything a browser can be sent: a request in, a response out, no network.
package struct Site: Sendable {
  private let shared: SharedLibrary
  private let gate: Gate
  private let drawings = PageDrawings()
  private let names = NameLists()

  package init(index directory: String, gate: Gate = Gate()) {
    shared = SharedLibrary(directory: directory)
    self.gate = gate
  }

  /// Whether the index can be asked now; why not, else.
  package func check() throws(SharedLibrary.Unavailable) { _ = try shared.library() }

  /// - Parameter date: of today, as it is printed under an answer.
  package func response(to request: PageRequest, date: String) -> PageResponse {
    let route = Route(request)
    if let refusal = gate.refusal(of: request, isPublic: route?.isPublic ?? false) {
      return refused(refusal, request, date)
    }
    guard let route else { return message(.notFound, .pageNotFound, request, date) }
    do throws(SharedLibrary.Unavailable) {
      return try response(to: route, request, date)
    } catch {
      return message(.unavailable, .pageNoIndex, request, date, detail: error.reason)
    }
  }

  /// What is sent where a request can't be read or taken up.
  package func response(to fault: PageRequest.Fault, date: String) -> PageResponse {
    let nobody = PageRequest(path: "/")
    return switch fault {
    case .malformed: message(.badRequest, .pageBadRequest, nobody, date)
    case .targetTooLong: message(.targetTooLong, .pageTooLong, nobody, date)
    case .headTooLong: message(.headTooLong, .pageBadRequest, nobody, date)
    }
  }

  package func busy(date: String) -> PageResponse {
    message(.unavailable, .pageBusy, PageRequest(path: "/"), date)
  }

  /// Where an answer, or the wait for it, takes too long.
  package func late(date: String) -> PageResponse {
    message(.unavailable, .pageLate, PageRequest(path: "/"), date)
  }

  package func timeout(date: String) -> PageResponse {
    message(.requestTimeout, .pageTimeout, PageRequest(path: "/"), date)
  }

  private func response(
    to route: Route, _ request: PageRequest, _ date: String
  ) throws(SharedLibrary.Unavailable) -> PageResponse {
    switch route {
    case .style: return PageResponse(.ok, .style, PackageResources.style_css)
    case .script: return PageResponse(.ok, .script, PackageResources.script_js)
    case .icon: return PageResponse(.ok, .svg, Array(Drawing.icon.source.utf8))
    case .ask(let link): return try answerPage(link, request, date)
    case .data(let format, let link): return try data(format, link)
    case .documents(let language):
      let library = try shared.library()
      let frame = frame(request, language)
      return page(frame, .pageDocuments, request, library, date, Documents(library: library).list(frame))
    case .document(let id, let line, let language):
      let library = try shared.library()
      let frame = frame(request, language)
      guard let content = Documents(library: library).page(id, line: line, frame) else {
        return message(.notFound, .pageNoDocument, request, date, about: id)
      }
      return page(frame, .pageDocuments, request, library, date, content)
    case .drawing(let id, let number):
      let library = try shared.library()
      guard let record = library.document(id), record.path.lowercased().hasSuffix(".pdf"),
        let drawing = drawings.drawing(of: record.path, page: number)
      else { return message(.notFound, .pageNotFound, request, date) }
      return PageResponse(.ok, .png, drawing.png)
    case .names(let beginning):
      let found = names.names(of: try shared.library(), beginning: beginning)
      return PageResponse(.ok, .json, Array(JSONValue.list(found.map(JSONValue.text)).encoded(.line).utf8))
    case .help(let language):
      let library = try shared.library()
      let frame = frame(request, language)
      return page(
        frame, .pageHelp, request, library, date,
        HelpView(frame: frame, examples: try examples(library)).content)
    }
  }

  // MARK: answers

  private func answerPage(
    _ link: AskLink, _ request: PageRequest, _ date: String
  ) throws(SharedLibrary.Unavailable) -> PageResponse {
    let library = try shared.library()
    let frame = frame(request, link.language)
    let turns = try shared.ask(library) { $0.ask(link, limit: link.isWhole ? nil : ReadingView.mostItems) }
    let documents = Documents(library: library)
    let view = AnswerView(
      frame: frame, link: link, turns: turns, documents: documents,
      examples: turns.isEmpty ? try examples(library) : [])
    let pane = turns.last?.reading.flatMap { reading in
      SourcePane(frame: frame, link: link, reading: reading, documents: documents, drawings: drawings)
    }
    let status: PageResponse.Status = turns.last?.answer.status == .invalid ? .badRequest : .ok
    let other = link.with { $0.language = frame.otherLanguage }.href
    return PageResponse(
      status,
      frame.page(
        title: view.title, other: other, fingerprint: Library.text(ofFingerprint: library.fingerprint),
        date: date,
        view.content(pane: pane?.html)))
  }

  /// An answer as the contract has it; where a link shows a reading, that reading alone, as every table is of one.
  private func data(_ format: OutputFormat, _ link: AskLink) throws(SharedLibrary.Unavailable) -> PageResponse
  {
    let library = try shared.library()
    var link = link
    if link.turns.isEmpty { link.turns = [AskLink.Turn("")] }
    let turns = try shared.ask(library) { $0.ask(link, limit: nil) }
    guard let turn = turns.last else { return PageResponse(.badRequest, .json, []) }
    let isOneReading = format != .json || link.turns.last?.reading != nil
    let answer =
      isOneReading && turn.reading != nil
      ? Answer(
        question: turn.answer.question, status: turn.answer.status, readings: turn.reading.map { [$0] } ?? [],
        words: turn.reading?.words ?? turn.answer.words, suggestions: turn.answer.suggestions)
      : turn.answer
    let kind: PageResponse.Kind =
      switch format {
      case .csv, .csvExcel: .csv
      case .tsv: .tsv
      case .markdown, .text: .markdown
      case .json, .jsonl: .json
      }
    let style = TextStyle(language: link.language ?? .english, isLanguageChosen: link.language != nil)
    let text = format.opening + format.renderer(style).render(answer)
    return PageResponse(answer.status == .invalid ? .badRequest : .ok, kind, Array(text.utf8))
  }

  // MARK: other pages

  private func examples(_ library: Library) throws(SharedLibrary.Unavailable) -> [String] {
    try shared.ask(library) { Examples(library).tried(by: $0) }
  }

  private func frame(_ request: PageRequest, _ chosen: Language?) -> Frame {
    Frame(language: chosen ?? Language(accepted: request.headers["accept-language"] ?? ""), chosen: chosen)
  }

  private func page(
    _ frame: Frame, _ title: Phrase, _ request: PageRequest, _ library: Library, _ date: String,
    _ content: [HTML]
  ) -> PageResponse {
    PageResponse(
      .ok,
      frame.page(
        title: frame.said(title), other: other(frame, request),
        fingerprint: Library.text(ofFingerprint: library.fingerprint), date: date, content))
  }

  /// The same address in the other language.
  private func other(_ frame: Frame, _ request: PageRequest) -> String {
    let items =
      request.query.items.filter { $0.name != "lang" } + [.init("lang", frame.otherLanguage.rawValue)]
    return "\(Route(request) == nil ? "/" : request.path)?\(QueryString(items).encoded)"
  }

  private func message(
    _ status: PageResponse.Status, _ text: Phrase, _ request: PageRequest, _ date: String,
    about: String = "", detail: Saying? = nil, _ more: [HTML] = []
  ) -> PageResponse {
    let frame = frame(request, request.query["lang"].flatMap(Language.init(rawValue:)))
    return PageResponse(
      status,
      frame.page(
        title: frame.said(text, Saying(about)), other: other(frame, request), fingerprint: nil, date: date,
        [
          HTML("h1", ["class": "wrong"], frame.say(text, Saying(about))),
          detail.map { HTML("p", [:], HTML($0[frame.language])) } ?? HTML(),
          HTML("p", ["class": "faint"], frame.say(.pageStatus, Saying(status.rawValue))),
        ] + more))
  }

  private func refused(_ refusal: Gate.Refusal, _ request: PageRequest, _ date: String) -> PageResponse {
    switch refusal {
    case .method: return message(.methodNotAllowed, .pageWrongMethod, request, date)
    case .host: return message(.misdirected, .pageWrongHost, request, date)
    case .token:
      let frame = frame(request, request.query["lang"].flatMap(Language.init(rawValue:)))
      // the script sends the token with every request; a form would put it into the address
      let form = HTML(
        "form", ["id": "token-form", "class": "needs-script", "hidden": ""],
        HTML("label", ["for": "token"], frame.say(.pageToken)),
        HTML(
          "div", ["class": "field"],
          HTML("input", ["id": "token", "type": "password", "autocomplete": "off", "required": ""]),
          HTML("button", ["type": "submit"], frame.say(.pageOpen))))
      return message(.unauthorized, .pageNeedsToken, request, date, [form])
    }
  }
}

extension Language {
  /// Of a browser's `Accept-Language`: the first of ours that it names.
  init(accepted: String) {
    let first = accepted.split(separator: ",").lazy.compactMap { part in
      Language(rawValue: String(part.drop { $0 == " " }.prefix { $0 != "-" && $0 != ";" }).lowercased())
    }.first
    self = first ?? .japanese
  }
}
