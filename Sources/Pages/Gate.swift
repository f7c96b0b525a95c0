/// Who is let in. A page of the web that makes a browser ask this machine is told by the name it gives as `Host`.
package struct Gate: Hashable, Sendable {
  /// nil where only this machine can connect.
  package let token: String?

  package init(token: String? = nil) { self.token = token }

  package enum Refusal: Hashable, Sendable {
    case method, host, token
  }

  /// nil for a request that is let in.
  /// - Parameter isPublic: true for what says nothing of the documents.
  package func refusal(of request: PageRequest, isPublic: Bool = false) -> Refusal? {
    guard request.method == "GET" else { return .method }
    guard let host = request.headers["host"], isOurs(Gate.name(of: host)) else { return .host }
    guard let token, !isPublic else { return nil }
    let given = request.headers["authorization"] ?? ""
    return Gate.areSame(given, "Bearer \(token)") ? nil : .token
  }

  /// A name is somebody's who says where it leads; an address is not, and `localhost` leads here everywhere.
  private func isOurs(_ name: String) -> Bool {
    if ["localhost", "127.0.0.1", "[::1]"].contains(name) { return true }
    return token != nil && Gate.isAddress(name)
  }

  /// `127.0.0.1:8080` and `[::1]:8080` without the port.
  private static func name(of host: String) -> String {
    let end =
      host.hasPrefix("[") ? host.firstIndex(of: "]").map { host.index(after: $0) } : host.firstIndex(of: ":")
    guard let end else { return host.lowercased() }
    let rest = host[end...]
    guard rest.isEmpty || (rest.first == ":" && rest.dropFirst().allSatisfy { ("0"..."9").contains($0) })
    else {
      return ""
    }
    return host[..<end].lowercased()
  }

  private static func isAddress(_ name: String) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      return name.contains(":")
        && name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Takes as long for a wrong token as for a right one.
  private static func areSame(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    var difference: UInt8 = a.count == b.count ? 0 : 1
    for (i, byte) in b.enumerated() { difference |= byte ^ (i < a.count ? a[i] : 0) }
    return difference == 0
  }
}
