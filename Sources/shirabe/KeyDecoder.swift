/// What a person pressed, as the line editor understands it.
enum Key: Hashable {
  /// Characters that were typed.
  case text(String)
  /// Characters that were pasted (bracketed paste).
  case paste(String)
  case enter, tab, backspace, delete, left, right, wordLeft, wordRight, up, down, home, end, escape
  /// Control with a letter, in lower case, or with `_`.
  case control(Character)
  /// Alt (or ESC before) a character.
  case alt(Character)
  /// The terminal has another size; no key, but it comes like one.
  case resized

  /// What was pasted as if it had been typed: each of its lines but the last ends with Enter. Terminals paste a line
  /// end as a carriage return as often as not.
  var typed: [Key] {
    guard case .paste(let text) = self else { return [self] }
    var lines = [String.UnicodeScalarView()]
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\r" || scalar == "\n" {
        if !(last == "\r" && scalar == "\n") { lines.append(String.UnicodeScalarView()) }
      } else {
        lines[lines.count - 1].append(scalar)
      }
      last = scalar
    }
    let pieces = lines.map { Key.paste(String($0)) }
    return Array(pieces.map { [$0] }.joined(separator: [.enter]))
  }
}

/// Turns a terminal's bytes into keys, however they are cut into reads.
struct KeyDecoder {
  private enum State: Hashable {
    case ground
    case character([UInt8], missing: Int)
    case escape
    /// After `ESC [`: parameters so far.
    case sequence([UInt8])
    /// After `ESC O`.
    case shifted
    case paste
  }

  private var state = State.ground
  /// What was pasted so far.
  private var pasted: [UInt8] = []
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// True where an ESC came that may be a key of its own or begin a sequence.
  var isWaitingAfterEscape: Bool { state == .escape }

  /// What an ESC was that nothing followed.
  mutating func timeOut() -> Key? {
    guard state == .escape else { return nil }
    state = .ground
    return .escape
  }

  mutating func decode(_ byte: UInt8) -> Key? {
    switch state {
    case .ground: return ground(byte)
    case .character(let bytes, let missing): return character(bytes + [byte], missing: missing - 1)
    case .escape: return escape(byte)
    case .sequence(let parameters): return sequence(parameters, byte)
    case .shifted:
      state = .ground
      return KeyDecoder.named(byte)
    case .paste: return paste(byte)
    }
  }

  private mutating func ground(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x0A, 0x0D: return .enter
    case 0x09: return .tab
    case 0x08, 0x7F: return .backspace
    case 0x1B:
      state = .escape
      return nil
    case 0x1F: return .control("_")
    case 0x01...0x1A: return .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x20...0x7E: return .text(String(Character(Unicode.Scalar(byte))))
    case 0xC2...0xDF: state = .character([byte], missing: 1)
    case 0xE0...0xEF: state = .character([byte], missing: 2)
    case 0xF0...0xF4: state = .character([byte], missing: 3)
    default: break
    }
    return nil
  }

  private mutating func character(_ bytes: [UInt8], missing: Int) -> Key? {
    guard let last = bytes.last, last & 0xC0 == 0x80 else {
      state = .ground
      return bytes.last.flatMap { ground($0) }
    }
    guard missing == 0 else {
      state = .character(bytes, missing: missing)
      return nil
    }
    state = .ground
    return String(validating: bytes, as: UTF8.self).map(Key.text)
  }

  private mutating func escape(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "O"): state = .shifted
    case 0x1B: return .escape
    default:
      state = .ground
      // an ESC by itself, and a key that came at once behind it
      guard (0x20..<0x80).contains(byte) else { return ground(byte) }
      return .alt(Character(Unicode.Scalar(byte)))
    }
    return nil
  }

  private mutating func sequence(_ parameters: [UInt8], _ byte: UInt8) -> Key? {
    guard (0x40...0x7E).contains(byte) else {
      // No real sequence is this long; the end of one that is no sequence is not worth waiting for.
      state = parameters.count < 16 && byte >= 0x20 ? .sequence(parameters + [byte]) : .ground
      return nil
    }
    state = .ground
    // with a modifier behind `;`: Alt, Control, or both
    if ["1;3", "1;5", "1;7"].contains(String(decoding: parameters, as: UTF8.self)) {
      if byte == UInt8(ascii: "C") { return .wordRight }
      if byte == UInt8(ascii: "D") { return .wordLeft }
    }
    guard byte == UInt8(ascii: "~") else { return KeyDecoder.named(byte) }
    switch String(decoding: parameters, as: UTF8.self) {
    case "1", "7": return .home
    case "4", "8": return .end
    case "3": return .delete
    case "200": state = .paste
    default: break
    }
    return nil
  }

  private mutating func paste(_ byte: UInt8) -> Key? {
    pasted.append(byte)
    guard pasted.suffix(KeyDecoder.pasteEnd.count).elementsEqual(KeyDecoder.pasteEnd) else { return nil }
    defer { pasted = [] }
    state = .ground
    return .paste(String(decoding: pasted.dropLast(KeyDecoder.pasteEnd.count), as: UTF8.self))
  }

  private static func named(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
  }
}
