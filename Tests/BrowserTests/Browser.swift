#if Web
  import Foundation

  /// Debian's Chromium without a window, driven over the WebDriver protocol.
  final class Browser {
    static let driver = "/usr/bin/chromedriver"
    static let program = "/usr/bin/chromium"
    static let isInstalled =
      FileManager.default.isExecutableFile(atPath: driver)
      && FileManager.default.isExecutableFile(atPath: program)

    struct Failure: Error { let text: String }

    private let process = Process()
    private let port: UInt16
    private var session = ""

    init() async throws {
      process.executableURL = URL(fileURLWithPath: Browser.driver)
      process.arguments = ["--port=0"]
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      var said = ""
      while !said.contains("successfully on port") {
        let more = output.fileHandleForReading.availableData
        guard !more.isEmpty else { throw Failure(text: "the driver ended: \(said)") }
        said += String(decoding: more, as: UTF8.self)
      }
      port =
        said.components(separatedBy: "successfully on port ").last.flatMap {
          UInt16($0.prefix { $0.isNumber })
        } ?? 0
      let options: [String: Any] = [
        "binary": Browser.program,
        "args": [
          "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--accept-lang=ja",
        ],
      ]
      let capabilities: [String: Any] = [
        "browserName": "chrome", "goog:loggingPrefs": ["browser": "ALL"], "goog:chromeOptions": options,
      ]
      let value = try await call("POST", "/session", ["capabilities": ["alwaysMatch": capabilities]])
      session = "/session/\((value as? [String: Any])?["sessionId"] as? String ?? "")"
    }

    deinit { process.terminate() }

    func end() async { _ = try? await call("DELETE", session, nil) }

    private func call(_ method: String, _ path: String, _ body: [String: Any]?) async throws -> Any {
      let content = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
      let head =
        "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n"
        + "Content-Length: \(content.count)\r\nConnection: close\r\n\r\n"
      let (response, data) = Connection(port: port, Array(head.utf8) + content).response
      guard response.hasPrefix("HTTP/1.1 ") else { throw Failure(text: "no answer to \(path)") }
      let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let value = object?["value"] ?? NSNull()
      if let error = value as? [String: Any], let message = error["message"] as? String, error["error"] != nil
      {
        throw Failure(text: message)
      }
      return value
    }

    func open(_ address: String) async throws {
      _ = try await call("POST", session + "/url", ["url": address])
    }

    /// The value of an expression of the page's language.
    func value(_ expression: String) async throws -> Any {
      try await call("POST", session + "/execute/sync", ["script": "return \(expression)", "args": [Any]()])
    }

    /// A text in the page's language.
    static func literal(_ text: String) -> String {
      (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    func text(_ expression: String) async throws -> String { try await value(expression) as? String ?? "" }

    /// Waits until an expression is true; false where it does not come true.
    func comesTrue(_ expression: String) async throws -> Bool {
      for _ in 0..<200 {
        if try await value(expression) as? Bool == true { return true }
        try await Task.sleep(for: .milliseconds(50))
      }
      return false
    }

    /// Types into whatever has the focus; `\u{E006}` is Enter, `\u{E012}` and `\u{E014}` are the arrows to left and right.
    func type(_ keys: String) async throws {
      let actions = keys.flatMap {
        [["type": "keyDown", "value": String($0)], ["type": "keyUp", "value": String($0)]]
      }
      _ = try await call(
        "POST", session + "/actions",
        ["actions": [["type": "key", "id": "keys", "actions": actions] as [String: Any]]])
    }

    func focus(_ selector: String) async throws {
      _ = try await value("document.querySelector(\"\(selector)\").focus()")
    }

    /// A click as the mouse does it, wherever the element stands.
    func click(_ selector: String) async throws {
      _ = try await value("document.querySelector(\"\(selector)\").click()")
    }

    /// A command of the browser's own protocol.
    func command(_ name: String, _ parameters: [String: Any]) async throws {
      _ = try await call("POST", session + "/goog/cdp/execute", ["cmd": name, "params": parameters])
    }

    /// What the browser complained of since it was asked last.
    func complaints() async throws -> [String] {
      let entries = try await call("POST", session + "/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
      return entries.compactMap { $0["message"] as? String }
    }
  }
#endif
