import Foundation

extension TemporaryDirectory {
  /// Writes a file, with the folders it stands in; its path.
  @discardableResult
  package func write(_ name: String, _ content: some Sequence<UInt8>) throws -> String {
    let file = "\(path)/\(name)"
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(content).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  /// Every file below the folder `name`, by its path there.
  package func contents(of name: String) throws -> [String: [UInt8]] {
    let folder = "\(path)/\(name)"
    var files: [String: [UInt8]] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(folder)/\(file)", isDirectory: &isFolder) else {
        continue
      }
      if !isFolder.boolValue {
        files[file] = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))
      }
    }
    return files
  }
}

extension TemporaryDirectory {
  /// Moves a file or folder, and makes the folder it is to stand in.
  package func move(_ name: String, to other: String) throws {
    let target = "\(path)/\(other)"
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: "\(path)/\(name)", toPath: target)
  }
}
