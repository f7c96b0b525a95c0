#if Web
  import FlyingSocks
  import Glibc
  import Pages
  import Synchronization

  /// Hands requests to a site and its responses back, one a connection.
  ///
  /// A client has a few seconds to say what it wants and to take what it gets, and no more than so many are served at
  /// once; where one more comes, the one that has been there longest is let go, which is never one that does its part.
  package struct PageServer: Sendable {
    private let site: Site
    private let listener: AsyncSocket
    private let pool: SocketPool<ePoll>
    /// Answers are worked out on every core, pages drawn one after the other.
    private let answers: Lane
    private let drawings = Lane(workers: 1, waiting: 16)
    private let connections = Connections()
    package let port: UInt16

    private static let headTime = Duration.seconds(5)
    /// From a request to its response, the wait for others included.
    private static let answerSeconds = 15
    private static let responseTime = Duration.seconds(20)

    /// Why an address can't be listened at.
    package enum Failure: Error, Hashable, Sendable {
      case taken
      case system(String)
    }

    private struct Late: Error {}

    /// Begins to listen; nothing is answered before `run`.
    /// - Parameter port: 0 for one that is free.
    package init(site: Site, at address: ListenAddress, port: UInt16) throws(Failure) {
      self.site = site
      pool = .ePoll(maxEvents: 64)
      answers = Lane(workers: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), waiting: 256)
      do {
        let socket: Socket
        switch address {
        case .version4(let text):
          socket = try Socket(domain: AF_INET)
          try socket.setValue(true, for: .localAddressReuse)
          try socket.bind(to: sockaddr_in.inet(ip4: text, port: port))
        case .version6(let text):
          socket = try Socket(domain: AF_INET6)
          try socket.setValue(true, for: .localAddressReuse)
          try socket.bind(to: sockaddr_in6.inet6(ip6: text, port: port))
        }
        try socket.listen()
        _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
        switch try socket.sockname() {
        case .ip4(_, let port), .ip6(_, let port): self.port = port
        case .unix: self.port = port
        }
        listener = try AsyncSocket(socket: socket, pool: pool)
      } catch SocketError.failed(_, let code, let message) {
        throw code == EADDRINUSE ? .taken : .system(message)
      } catch {
        throw .system("\(address) is no address of this machine")
      }
    }

    /// Serves until the process ends.
    package func run() async throws {
      try await pool.prepare()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await pool.run() }
        group.addTask { try await accept() }
        try await group.next()
      }
    }

    private func accept() async throws {
      while true {
        do {
          let socket = try await listener.accept()
          // a program that draws a page must not keep a browser's connection
          _ = fcntl(socket.socket.file.rawValue, F_SETFD, FD_CLOEXEC)
          connections.add { [self] in await serve(socket) }
        } catch SocketError.failed {
          // out of files, or a client that went away: the next one may do better
          try await Task.sleep(for: .milliseconds(20))
        }
      }
    }

    private func serve(_ socket: AsyncSocket) async {
      defer { try? socket.close() }
      do {
        let response = try await response(on: socket)
        try await PageServer.within(PageServer.responseTime) { try await socket.write(.init(response.bytes)) }
        // what a client still sends is read, or closing would take the response from it
        shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
        try await PageServer.within(.seconds(1)) {
          for _ in 0..<64 { _ = try await socket.read(atMost: 4096) }
        }
      } catch {
        // The client went away, or was let go: there is nobody to tell.
      }
    }

    private func response(on socket: AsyncSocket) async throws -> PageResponse {
      let request: PageRequest
      do {
        request = try await PageServer.within(PageServer.headTime) {
          try await PageServer.request(on: socket)
        }
      } catch let fault as PageRequest.Fault {
        return site.response(to: fault, date: PageServer.today)
      } catch is Late {
        return site.timeout(date: PageServer.today)
      }
      let lane = Route(request)?.mayDraw ?? false ? drawings : answers
      switch await lane.run(
        within: PageServer.answerSeconds, { site.response(to: request, date: PageServer.today) })
      {
      case .done(let response): return response
      case .refused: return site.busy(date: PageServer.today)
      case .late: return site.late(date: PageServer.today)
      }
    }

    private static func request(on socket: AsyncSocket) async throws -> PageRequest {
      var bytes: [UInt8] = []
      while true {
        if let request = try PageRequest(bytes) { return request }
        bytes += try await socket.read(atMost: 4096)
      }
    }

    private static func within<R: Sendable>(
      _ time: Duration, _ body: @Sendable @escaping () async throws -> R
    ) async throws -> R {
      try await withThrowingTaskGroup(of: R.self) { group in
        group.addTask { try await body() }
        group.addTask {
          try await Task.sleep(for: time)
          throw Late()
        }
        defer { group.cancelAll() }
        guard let result = try await group.next() else { throw Late() }
        return result
      }
    }

    /// `2026-11-29 17:30`, where this machine stands.
    private static var today: String {
      var now = time(nil)
      var parts = tm()
      localtime_r(&now, &parts)
      func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return
        "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) \(two(parts.tm_hour)):\(two(parts.tm_min))"
    }
  }

  /// The connections that are open, longest first.
  private final class Connections: Sendable {
    private struct Connection {
      let number: Int
      let task: Task<Void, Never>
    }

    private let open = Mutex<(next: Int, list: [Connection])>((0, []))
    private static let most = 400

    func add(_ serve: @Sendable @escaping () async -> Void) {
      open.withLock { open in
        let number = open.next
        open.next += 1
        if open.list.count >= Connections.most { open.list.removeFirst().task.cancel() }
        let task = Task { [self] in
          await serve()
          remove(number)
        }
        open.list.append(Connection(number: number, task: task))
      }
    }

    private func remove(_ number: Int) { open.withLock { $0.list.removeAll { $0.number == number } } }
  }
#endif
