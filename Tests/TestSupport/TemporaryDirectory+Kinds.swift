import Glibc

/// Names of every kind, as strangers' folders have them.
extension TemporaryDirectory {
  /// A file whose name is these bytes.
  package func make(name: [UInt8], _ content: [UInt8]) {
    let bytes = (Array((path + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
    guard let file = fopen(bytes, "wb") else { preconditionFailure("a file can't be made in \(path)") }
    fwrite(content, 1, content.count, file)
    fclose(file)
  }

  package func link(_ name: String, to target: String) { symlink(target, "\(path)/\(name)") }
  package func makePipe(_ name: String) { mkfifo("\(path)/\(name)", 0o600) }

  /// A file of that size without content on the disk.
  package func makeHole(_ name: String, bytes: Int) {
    make(name: Array(name.utf8), [])
    truncate("\(path)/\(name)", bytes)
  }

  /// The permissions of a file or folder, as `chmod` counts them; -1 where nothing is there.
  package func mode(of name: String) -> Int {
    var status = stat()
    return stat("\(path)/\(name)", &status) == 0 ? Int(status.st_mode & 0o7777) : -1
  }
}
