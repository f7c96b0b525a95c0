/// What is sent back: one answer a connection.
package struct PageResponse: Hashable, Sendable {
  package enum Status: Int, Hashable, Sendable {
    case ok = 200
    case badRequest = 400
    case unauthorized = 401
    case notFound = 404
    case methodNotAllowed = 405
    case requestTimeout = 408
    case targetTooLong = 414
    /// The request is for another host.
    case misdirected = 421
    case headTooLong = 431
    case unavailable = 503

    var phrase: String {
      switch self {
      case .ok: "OK"
      case .badRequest: "Bad Request"
      case .unauthorized: "Unauthorized"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .requestTimeout: "Request Timeout"
      case .targetTooLong: "URI Too Long"
      case .misdirected: "Misdirected Request"
      case .headTooLong: "Request Header Fields Too Large"
      case .unavailable: "Service Unavailable"
      }
    }
  }

  package enum Kind: String, Hashable, Sendable {
    case html = "text/html; charset=utf-8"
    case style = "text/css; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
    case json = "application/json; charset=utf-8"
    case csv = "text/csv; charset=utf-8"
    case tsv = "text/tab-separated-values; charset=utf-8"
    case markdown = "text/markdown; charset=utf-8"
    case png = "image/png"
    case svg = "image/svg+xml"
  }

  package let status: Status
  package let kind: Kind
  package let body: [UInt8]

  package init(_ status: Status = .ok, _ kind: Kind, _ body: [UInt8]) {
    self.status = status
    self.kind = kind
    self.body = body
  }

  package init(_ status: Status = .ok, _ page: HTML) {
    self.init(status, .html, Array("<!DOCTYPE html>\n\(page.source)\n".utf8))
  }

  /// What every response forbids a browser: to run, fetch or frame anything but this server's own, to say where it comes
  /// from, to guess a type, to keep a page of what may be confidential.
  private static let safety = [
    ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cache-Control", "no-store"),
  ]

  package static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  /// As it goes over the line.
  package var bytes: [UInt8] {
    var headers =
      [("Content-Type", kind.rawValue), ("Content-Length", String(body.count)), ("Connection", "close")]
      + PageResponse.safety
    switch status {
    case .methodNotAllowed: headers.append(("Allow", "GET"))
    case .unavailable: headers.append(("Retry-After", "1"))
    case .unauthorized: headers.append(("WWW-Authenticate", "Bearer"))
    case .ok, .badRequest, .notFound, .requestTimeout, .targetTooLong, .misdirected, .headTooLong: break
    }
    let head =
      "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
      + headers.map { "\($0.0): \($0.1)\r\n" }.joined() + "\r\n"
    return Array(head.utf8) + body
  }
}
