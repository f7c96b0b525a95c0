/// How the parts of an Office package name each other.
enum PackageParts {
  /// The targets in a part's relations, by id, as names of the archive.
  static func relations(of part: String, in archive: inout ZipArchive) throws(ReadingFailure) -> [String:
    Relation]
  {
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let name = part.split(separator: "/").last.map(String.init) ?? part
    let prefix = folder.isEmpty ? "" : folder + "/"
    guard let bytes = try archive.part("\(prefix)_rels/\(name).rels") else { return [:] }
    var relations: [String: Relation] = [:]
    var reader = MarkupReader(bytes)
    while let event = reader.next() {
      guard event == .start, reader.name == "Relationship", let id = reader.attribute("Id"),
        let target = reader.attribute("Target"), reader.attribute("TargetMode") != "External"
      else {
        continue
      }
      let kind = reader.attribute("Type")?.split(separator: "/").last.map(String.init) ?? ""
      relations[id] = Relation(kind: kind, target: resolve(target, in: folder))
    }
    return relations
  }

  struct Relation: Hashable {
    /// The last word of its type: `worksheet`, `slide`.
    let kind: String
    let target: String
  }

  /// `../media/a.png` in `ppt/slides` is `ppt/media/a.png`; `/xl/a.xml` is `xl/a.xml`.
  static func resolve(_ target: String, in folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
