import JapaneseText

/// Kangxi and other radicals (⽇, ⼈), which look like the characters they stand for and are found by nobody; and what Japanese fonts
/// draw with one outline, of which some programs write the code that Japanese does not use (‧ for ・, 戶 for 戸).
enum Radicals {
  static func character(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "‧": return "・"
    case "戶": return "戸"
    default: break
    }
    guard (0x2E80...0x2FDF).contains(scalar.value) else { return scalar }
    return table[scalar] ?? scalar
  }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    let folder = Folder()
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for value in UInt32(0x2E80)...0x2FDF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = folder.fold(String(Character(scalar)), depth: .width).scalars
      if folded.count == 1, let character = folded.first { table[scalar] = character }
    }
    return table
  }()
}
