#if Web
  import Foundation

  /// A connection to this machine on which bytes are sent as they are, and that is closed when this object goes.
  final class Connection {
    private let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)

    init(port: UInt16, _ bytes: [UInt8]) {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      var sent = 0
      while sent < bytes.count {
        let count = bytes[sent...].withUnsafeBytes {
          Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { return }
        sent += count
      }
    }

    convenience init(port: UInt16, _ bytes: String) { self.init(port: port, Array(bytes.utf8)) }

    deinit { Glibc.close(socket) }

    private func more() -> [UInt8] {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = Glibc.read(socket, &buffer, buffer.count)
      return count > 0 ? Array(buffer[..<count]) : []
    }

    /// Everything that comes until the other end closes.
    var rest: [UInt8] {
      var bytes: [UInt8] = []
      while case let next = more(), !next.isEmpty { bytes += next }
      return bytes
    }

    /// A response of HTTP: what stands before the blank line, and as many bytes behind it as that says.
    var response: (head: String, body: Data) {
      var bytes = Data()
      while bytes.range(of: Data("\r\n\r\n".utf8)) == nil, case let next = more(), !next.isEmpty {
        bytes += next
      }
      guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else {
        return (String(decoding: bytes, as: UTF8.self), Data())
      }
      let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      let length = head.lowercased().components(separatedBy: "content-length:").last.flatMap { part in
        Int(part.prefix { $0 != "\r\n" }.trimmingCharacters(in: .whitespaces))
      }
      var body = bytes[end.upperBound...]
      while body.count < length ?? 0, case let next = more(), !next.isEmpty { body += next }
      return (head, Data(body))
    }
  }
#endif
