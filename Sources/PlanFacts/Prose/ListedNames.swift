import JapaneseText
import PlanDocuments

/// Reads the names that are listed with bullets below a line that says what they are:
///
///     ＜主な事業＞
///     ・湖の学校事業
///     ・【再掲】森の案内人事業
struct ListedNames {
  let document: PlanDocument
  let schema: FieldSchema

  /// - Parameter isOpen: Whether nothing was read from a line yet.
  func facts(where isOpen: (Int) -> Bool) -> [Fact] {
    var facts: [Fact] = []
    var kind: FieldSchema.Kind?
    for (i, line) in document.plan.lines.enumerated() {
      let text = line.trimmed
      if text.isEmpty { continue }
      if let name = name(in: text) {
        let parts = OfficeName.parted(name.text)
        guard let kind, isOpen(i + 1), let found = NameCell.read(parts.name, schema),
          parts.office != nil || kind.isName(found)
        else {
          continue
        }
        var draft = FactDraft(kind.factKind, found, at: LineRange(i + 1))
        if let office = parts.office { draft.add(.bureau, .text(office), at: LineRange(i + 1)) }
        if name.isRepeated { draft.add(.repeated, .flag(true), at: LineRange(i + 1)) }
        facts.append(draft.fact(in: document))
      } else {
        kind = text.unicodeScalars.count <= 20 ? schema.kind(listedBelow: text) : nil
      }
    }
    return facts
  }

  /// What stands behind a bullet, and whether it says that it is printed elsewhere too.
  private func name(in text: String) -> (text: String, isRepeated: Bool)? {
    guard let first = text.unicodeScalars.first, "・○●■◆▪-".unicodeScalars.contains(first) else { return nil }
    var name = String(text.unicodeScalars.dropFirst()).trimmed
    for mark in ["【再掲】", "［再掲］", "(再掲)", "（再掲）"] where name.hasPrefix(mark) || name.hasSuffix(mark) {
      name = name.hasPrefix(mark) ? String(name.dropFirst(mark.count)) : String(name.dropLast(mark.count))
      return (name.trimmed, true)
    }
    return (name, false)
  }
}

extension FieldSchema.Kind {
  /// A bullet may also be a sentence or a remark: names of projects say that they are.
  fileprivate func isName(_ name: String) -> Bool {
    guard self == .project else { return true }
    var scalars = Array(name.unicodeScalars)
    if let last = Bracket.outermost(in: scalars).last, last.whole.upperBound == scalars.count {
      scalars.removeSubrange(last.whole)
    }
    let bare = String(String.UnicodeScalarView(scalars))
    return bare.hasSuffix("事業") || bare.hasSuffix("業務")
  }
}
