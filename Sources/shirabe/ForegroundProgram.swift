import Glibc

/// A program of the person's own, which has the terminal while it runs.
enum ForegroundProgram {
  /// Runs a command line of the shell to its end.
  /// - Parameter input: what its standard input is; nil for the terminal.
  /// - Returns: its exit status; nil where it could not be started.
  static func run(_ command: String, arguments: [String] = [], input: String? = nil) -> Int32? {
    var ends: [Int32] = [-1, -1]
    if input != nil, pipe(&ends) != 0 { return nil }
    // the program would wait for itself
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if input != nil { posix_spawn_file_actions_adddup2(&actions, ends[0], 0) }
    let words = ["/bin/sh", "-c", command + " \"$@\"", "sh"] + arguments
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child = pid_t()
    let isStarted = posix_spawn(&child, "/bin/sh", &actions, nil, &pointers, environ) == 0
    if input != nil { close(ends[0]) }
    if let input, isStarted {
      // the reader may leave before the end
      var bytes = Array(input.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        bytes = bytes.dropFirst(count)
      }
    }
    if input != nil { close(ends[1]) }
    guard isStarted else { return nil }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }
}
