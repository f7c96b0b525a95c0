import CReadings

/// The readings of kanji in kana (`readings.txt`), to find a name by how it is said.
///
/// A reading may begin with a voiced sound inside a name (`川` in `小川`), end in a double one (`学` in `学校`) and give its end to the kana
/// behind it (`植` in `植える`).
package struct KanjiReadings: Sendable {
  private let readings: [Character: [[Character]]]

  /// Every character that has one.
  package static let all = KanjiReadings(
    String(
      decoding: UnsafeBufferPointer(start: creadings_text, count: creadings_length), as: UTF8.self))

  /// - Parameter text: a character a line, then its readings; lines that begin with `#` are comments.
  package init(_ text: String) {
    var readings: [Character: [[Character]]] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      guard let kanji = words.first?.first else { continue }
      readings[kanji] = words.dropFirst().map(Array.init)
    }
    self.readings = readings
  }

  /// Whether a name can be said so that it begins with some kana.
  /// - Parameters:
  ///   - name: as `Folder` leaves it.
  ///   - kana: hiragana.
  package func says(_ name: some StringProtocol, beginning kana: String) -> Bool {
    says(Array(name)[...], Array(kana)[...], isInside: false)
  }

  private func says(_ name: ArraySlice<Character>, _ kana: ArraySlice<Character>, isInside: Bool) -> Bool {
    guard let wanted = kana.first else { return true }
    guard let character = name.first else { return false }
    let rest = name.dropFirst()
    if KanjiReadings.hiragana(character) == wanted { return says(rest, kana.dropFirst(), isInside: true) }
    return (readings[character] ?? []).contains { reading in
      let isBeforeKana = rest.first.map { KanjiReadings.isHiragana($0) } ?? false
      let shortest = isBeforeKana ? max(1, reading.count - 2) : reading.count
      return (shortest...reading.count).contains { length in
        let said = reading.prefix(length)
        let common = zip(said, kana).prefix { place in
          KanjiReadings.sounds(place.0, like: place.1)
        }.count
        guard common == min(said.count, kana.count) else { return false }
        // only the first sound of a later kanji is voiced, and only the last of one is doubled
        let wrong = zip(said, kana).enumerated().contains { at, pair in
          pair.0 != pair.1
            && !(at == 0 && isInside && pair.1 != "っ" || at == said.count - 1 && at > 0 && pair.1 == "っ")
        }
        return !wrong && says(rest, kana.dropFirst(common), isInside: true)
      }
    }
  }

  /// The same sound, its voiced one, or a doubled consonant in its place.
  private static func sounds(_ reading: Character, like kana: Character) -> Bool {
    reading == kana || voiced[reading]?.contains(kana) ?? false || kana == "っ" && "つちくき".contains(reading)
  }

  private static let voiced: [Character: String] = {
    var voiced: [Character: String] = [:]
    for (plain, others) in zip("かきくけこさしすせそたちつてと", "がぎぐげござじずぜぞだぢづでど") {
      voiced[plain] = String(others)
    }
    for (plain, others) in zip("はひふへほ", ["ばぱ", "びぴ", "ぶぷ", "べぺ", "ぼぽ"]) { voiced[plain] = others }
    return voiced
  }()

  /// A kana as hiragana; any other character as it is.
  package static func hiragana(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, (0x30A1...0x30F6).contains(scalar.value),
      let hiragana = Unicode.Scalar(scalar.value - 0x60)
    else { return character }
    return Character(hiragana)
  }

  package static func isHiragana(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x3041...0x3096).contains($0.value) || $0 == "ー" } ?? false
  }
}
