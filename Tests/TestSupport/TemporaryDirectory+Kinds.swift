import Glibc

/// Names of every kind, as strangers' folders have them.
extension TemporaryDirectory {
  /// A file whose name is these bytes.
  package func make(name: [UInt8], _ content: [UInt8]) {
    guard let file = fopen(bytes(name), "wb") else { preconditionFailure("a file can't be made in \(path)") }
    fwrite(content, 1, content.count, file)
    fclose(file)
  }

  package func link(_ name: String, to target: String) { make(link: Array(name.utf8), to: target) }
  package func make(link name: [UInt8], to target: String) { symlink(target, bytes(name)) }
  package func makePipe(_ name: String) { make(pipe: Array(name.utf8)) }
  package func make(pipe name: [UInt8]) { mkfifo(bytes(name), 0o600) }

  private func bytes(_ name: [UInt8]) -> [CChar] {
    (Array((path + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
  }

  /// A file of that size without content on the disk.
  package func makeHole(_ name: String, bytes: Int) {
    make(name: Array(name.utf8), [])
    truncate("\(path)/\(name)", bytes)
  }

  package func delete(_ name: String) { unlink("\(path)/\(name)") }
  package func secondName(_ name: String, of file: String) {
    Glibc.link("\(path)/\(file)", "\(path)/\(name)")
  }

  /// Makes a file shorter where it stands.
  package func cut(_ name: String, to bytes: Int) { truncate("\(path)/\(name)", bytes) }

  /// Writes random bytes into a file where it stands, 1 to 64 of them in one place.
  package func scramble(_ name: String, using random: inout SeededRandom) {
    guard let file = fopen("\(path)/\(name)", "r+b") else { return }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    fseek(file, Int.random(in: 0...max(0, ftell(file) - 1), using: &random), SEEK_SET)
    let bytes = (0..<Int.random(in: 1...64, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    fwrite(bytes, 1, bytes.count, file)
  }

  /// Takes the locks that a reader of a file can take, for as long as this process lives; true where they were given.
  package func holdLock(_ name: String) -> Bool {
    let descriptor = open("\(path)/\(name)", O_RDONLY)
    return descriptor >= 0 && flock(descriptor, LOCK_EX) == 0
  }

  package func setMode(of name: String, to mode: Int) { chmod("\(path)/\(name)", mode_t(mode)) }

  /// The permissions of a file or folder, as `chmod` counts them; -1 where nothing is there.
  package func mode(of name: String) -> Int {
    var status = stat()
    return stat("\(path)/\(name)", &status) == 0 ? Int(status.st_mode & 0o7777) : -1
  }
}
