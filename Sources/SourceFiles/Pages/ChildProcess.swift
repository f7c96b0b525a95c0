import Glibc
import Synchronization
import SystemFiles

/// A program of others, run without a shell and within limits.
enum ChildProcess {
  struct Limits {
    var seconds = 120
    /// Of address space.
    var memory = 2 << 30
    /// Of what it prints.
    var output = 1 << 30
  }

  enum Failure: Error, Hashable {
    case notFound
    case timeout
    case tooMuchOutput
    /// With what it wrote to standard error, line by line.
    case exit(status: Int32, [String])
    case signal(Int32)
    case system(Int32)
  }

  /// One child starts at a time: none may inherit the pipes of another, which would then never end.
  private static let starting = Mutex(())

  /// Where a program stands in `$PATH`; nil where it does not.
  static func path(of program: String) -> String? {
    if program.contains("/") { return access(program, X_OK) == 0 ? program : nil }
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return folders.split(separator: ":").lazy.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }

  /// A name that no program takes for an option.
  static func argument(for file: FilePath) -> [UInt8] {
    file.bytes.first == UInt8(ascii: "-") ? Array("./".utf8) + file.bytes : file.bytes
  }

  /// Runs a program to its end, its standard input empty, and hands on what it prints as it comes.
  static func run(
    _ program: String, _ arguments: [[UInt8]], limits: Limits = Limits(), output: ([UInt8]) -> Void
  ) throws(Failure) {
    guard let path = path(of: program) else { throw .notFound }
    try run(isolation + limited(path, limits) + arguments, limits, output)
  }

  /// - Parameter command: the path of a program, and its arguments.
  private static func run(
    _ command: [[UInt8]], _ limits: Limits, _ output: ([UInt8]) -> Void
  ) throws(Failure) {
    var (child, pipes) = try starting.withLock { _ throws(Failure) in
      let pipes = try Pipes()
      let child = try start(command, pipes)
      pipes.closeFarEnds()
      return (child, pipes)
    }
    var printed = 0
    var errors: [UInt8] = []
    let deadline = now() + limits.seconds * 1000
    var failure: Failure?
    while failure == nil, let (stream, bytes) = pipes.next(until: deadline, failure: &failure) {
      switch stream {
      case .output:
        printed += bytes.count
        if printed > limits.output { failure = .tooMuchOutput } else { output(bytes) }
      case .error: errors = Array((errors + bytes).prefix(4096))
      }
    }
    if failure != nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    pipes.closeNearEnds()
    if let failure { throw failure }
    guard status & 0x7F == 0 else { throw .signal(status & 0x7F) }
    guard status == 0 else { throw .exit(status: status >> 8, lines(errors)) }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).map { line in
      String(decoding: line.filter { $0 >= 0x20 && $0 != 0x7F }.prefix(200), as: UTF8.self)
    }
  }

  /// True where programs run without a network.
  static var hasNoNetwork: Bool { !isolation.isEmpty }

  /// `unshare` (of util-linux), which gives the program a network of its own with nobody in it; empty where the system does
  /// not let this user have one. Who is root has that right already, and would see less under another user's map.
  private static let isolation: [[UInt8]] = {
    guard let unshare = path(of: "unshare"), let nothing = path(of: "true") else { return [] }
    let options = (geteuid() == 0 ? [] : ["--map-root-user"]) + ["--net", "--"]
    let words = ([unshare] + options).map { Array($0.utf8) }
    do throws(Failure) {
      try run(words + [Array(nothing.utf8)], Limits(seconds: 10), { _ in })
      return words
    } catch {
      return []
    }
  }()

  /// The program under `prlimit` (of util-linux), which sets the limits and becomes the program: it may write no file, and
  /// what it may not have it can't take. Where there is none, time and output are still bounded from here.
  private static func limited(_ program: String, _ limits: Limits) -> [[UInt8]] {
    guard let prlimit = path(of: "prlimit") else { return [Array(program.utf8)] }
    let options = [
      "--as=\(limits.memory)", "--cpu=\(limits.seconds)", "--fsize=0", "--core=0", "--", program,
    ]
    return ([prlimit] + options).map { Array($0.utf8) }
  }

  private static func start(_ command: [[UInt8]], _ pipes: Pipes) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, pipes.output.write, 1)
    posix_spawn_file_actions_adddup2(&actions, pipes.error.write, 2)
    var child = pid_t()
    let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent"]
    let code = withCStrings(command) { arguments in
      withCStrings(environment.map { Array($0.utf8) }) { environment in
        arguments[0].map { posix_spawn(&child, $0, &actions, nil, arguments, environment) } ?? EINVAL
      }
    }
    guard code == 0 else { throw .system(code) }
    return child
  }

  private static func withCStrings<R>(
    _ strings: [[UInt8]], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> R
  ) -> R {
    let copies = strings.map { bytes in
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
      for (i, byte) in bytes.enumerated() { copy[i] = CChar(bitPattern: byte) }
      copy[bytes.count] = 0
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    var pointers: [UnsafeMutablePointer<CChar>?] = copies + [nil]
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("the list ends with a nil") }
      return body(base)
    }
  }

  /// Milliseconds of a clock that only goes forward.
  fileprivate static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

/// What a child prints, on both its streams.
private struct Pipes {
  enum Stream { case output, error }

  private(set) var output: (read: Int32, write: Int32)
  private(set) var error: (read: Int32, write: Int32)
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init() throws(ChildProcess.Failure) {
    output = try Self.open()
    do throws(ChildProcess.Failure) {
      error = try Self.open()
    } catch {
      close(output.read)
      close(output.write)
      throw error
    }
  }

  private static func open() throws(ChildProcess.Failure) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .system(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  func closeFarEnds() {
    close(output.write)
    close(error.write)
  }

  func closeNearEnds() {
    if output.read >= 0 { close(output.read) }
    if error.read >= 0 { close(error.read) }
  }

  /// The next bytes of either stream; nil where both have ended, or the time is over.
  mutating func next(until deadline: Int, failure: inout ChildProcess.Failure?) -> (Stream, [UInt8])? {
    while output.read >= 0 || error.read >= 0 {
      var polled = [
        pollfd(fd: output.read, events: Int16(POLLIN), revents: 0),
        pollfd(fd: error.read, events: Int16(POLLIN), revents: 0),
      ]
      let left = deadline - ChildProcess.now()
      guard left > 0 else {
        failure = .timeout
        return nil
      }
      if poll(&polled, 2, Int32(min(left, 1000))) <= 0 { continue }
      let isOutput = polled[0].revents != 0
      let count = read(isOutput ? output.read : error.read, &buffer, buffer.count)
      if count > 0 { return (isOutput ? .output : .error, Array(buffer[..<count])) }
      if count < 0, errno == EINTR { continue }
      if isOutput {
        close(output.read)
        output.read = -1
      } else {
        close(error.read)
        error.read = -1
      }
    }
    return nil
  }
}
