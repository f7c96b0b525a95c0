#if Web
  import Foundation
  import FoundationNetworking
  import TestSupport

  /// The built program while it serves an index of its own.
  final class Served: @unchecked Sendable {
    let address: String
    private let folder = TemporaryDirectory()
    private let process = Process()

    /// - Parameter paths: what is indexed.
    init(_ paths: [String], environment: [String: String] = [:], options: [String] = []) throws {
      let index = folder.path + "/index"
      _ = try ShirabeProcess(["index", "--index", index] + paths, in: Paths.top)
      process.executableURL = URL(fileURLWithPath: ShirabeProcess.path)
      process.arguments = ["serve", "--index", index, "--port", "0"] + options
      process.currentDirectoryURL = URL(fileURLWithPath: Paths.top)
      var variables = environment
      variables["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
      variables["SWIFT_BACKTRACE"] = "enable=no"
      process.environment = variables
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      address = String(line.prefix { $0 != " " && $0 != "\n" }.dropLast())
    }

    deinit { process.terminate() }

    var port: UInt16 { UInt16(address.split(separator: ":").last ?? "") ?? 0 }

    /// The address of a page.
    func url(_ path: String, _ query: [(String, String)] = []) -> String {
      var allowed = CharacterSet.alphanumerics
      allowed.insert(charactersIn: "-._~")
      let items = query.map { "\($0.0)=\($0.1.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")" }
      return address + path + (items.isEmpty ? "" : "?" + items.joined(separator: "&"))
    }

    /// A page by its status and body; nil where nothing comes back.
    func get(_ path: String, _ query: [(String, String)] = [], headers: [String: String] = [:]) async -> (
      Int, Data
    )? {
      guard let url = URL(string: url(path, query)) else { return nil }
      var request = URLRequest(url: url, timeoutInterval: 60)
      for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
      guard let (data, response) = try? await URLSession.shared.data(for: request) else { return nil }
      return (response as? HTTPURLResponse).map { ($0.statusCode, data) }
    }
  }
#endif
