import JapaneseText
import PlanLibrary
import Questions

/// Which words of a question stand in the library at all.
struct KnownWords {
  let library: Library
  let matcher: KeywordMatcher
  let texts: PassageTexts

  /// True where a word of the text, or a form or synonym of one, stands somewhere.
  func isAnyKnown(in text: String) -> Bool { matcher.terms(of: text).contains(where: isKnown) }

  /// Those of a question's English words that stand somewhere, in any form or synonym, alone or together (infectious
  /// disease).
  func known(in words: [String]) -> [String] {
    let terms = Set(
      matcher.terms(of: words.joined(separator: " ")).filter(isKnown)
        .flatMap { $0.word.split(separator: " ").map(String.init) })
    return words.filter { word in matcher.terms(of: word).contains { terms.contains($0.word) } }
  }

  /// The keywords of a question with a word that stands nowhere.
  func unknown(in frame: Frame) -> [String] {
    let idle = frame.uses.filter { $0.use == .unknown }.map(\.text)
    let keywords = frame.uses.filter { $0.use == .keyword }.map(\.text)
    // 3丁目: known as a whole, whatever its parts are
    let whole = frame.texts.filter(library.contains)
    let together = known(in: keywords.filter { $0.utf8.allSatisfy { $0 < 0x80 } })
    return
      (idle
      + keywords.filter { text in
        !together.contains(text) && !whole.contains { $0.contains(text) } && !library.contains(text)
          && matcher.terms(of: text).contains { !isKnown($0) }
      }).uniqued
  }

  /// Words that stand somewhere, of keywords that stand nowhere as a whole, as they were asked: 空港 of 空港建設; at most
  /// three.
  func parts(of texts: [String]) -> [String] {
    let found = texts.flatMap { text in
      matcher.terms(of: text).filter { $0.isNoun && isKnown($0) }.compactMap {
        matcher.surface(of: $0, in: text)
      }
    }
    return found.filter { $0.unicodeScalars.count >= 2 }.uniqued.prefix(3).map(\.self)
  }

  /// A passage answers only where the words asked for stand in the documents: a confident passage about something else
  /// is the worst answer. The first noun is what is asked about; of the others a third may be unknown.
  func isHonest(_ reading: Reading, for question: Question, askedBy frame: Frame? = nil) -> Bool {
    guard case .passages(let selection) = question else { return true }
    let keywords = selection.conditions.compactMap { if case .matching(let text) = $0 { text } else { nil } }
    if keywords.allSatisfy(library.contains) { return true }
    let texts = reading.items.prefix(20).map { matcher.scalars($0.text) }
    // how many people a bureau has: what has the bureau's name and no other word is about something else
    if let frame, frame.asksHowMany {
      let names = frame.valuesNamed.flatMap { matcher.terms(of: $0) }
      let others = keywords.flatMap { matcher.terms(of: $0) }.filter { $0.isNoun && !names.contains($0) }
      if !names.isEmpty, !others.isEmpty,
        !texts.contains(where: { text in others.contains { matcher.degree($0, in: text) > 0 } })
      {
        return false
      }
    }
    let isJapanese = keywords.contains { $0.unicodeScalars.contains { ScriptClass($0).isJapanese } }
    let nouns = keywords.flatMap { matcher.terms(of: $0) }.filter(\.isNoun)
      .map { term in
        (term, isKnown(term) || texts.contains { matcher.degree(term, in: $0) > 0 })
      }
      // English words around a Japanese subject need not stand in Japanese texts
      .filter { term, known in known || !(isJapanese && term.word.utf8.allSatisfy { $0 < 0x80 }) }
    // unemployment rate (失業率): beside English words the Japanese ones are what is asked about
    let isMixed = keywords.contains { $0.unicodeScalars.contains { ScriptClass($0) == .latin } }
    if isJapanese, isMixed, nouns.contains(where: { !$0.1 }) { return false }
    // みどり市の人口: the city is where it is asked for, not what
    guard let first = nouns.first(where: { !$0.0.isName }) ?? nouns.first, first.1,
      nouns.allSatisfy({ !$0.0.isName || $0.1 })
    else { return false }
    // 水素ステーション: passages about 水素 and others about ステーション speak of none
    if let compound = keywords.first.flatMap({ matcher.compounds(of: $0).first }), compound.count > 1,
      !standTogether(compound, of: keywords.joined(separator: " "))
    {
      return false
    }
    return nouns.filter { !$0.1 }.count * 3 <= nouns.count
  }

  /// True where no passage holds the words, neither side by side nor apart.
  func isUnheard(_ words: String) -> Bool { !library.contains(words) && !standTogether([words]) }

  /// True where some passage holds every word of the texts, the words of a compound (水素ステーション) included.
  func standTogether(_ texts: [String]) -> Bool {
    let terms = texts.flatMap { matcher.terms(of: $0) }
    return terms.contains(where: \.isNoun) && standTogether(terms, of: texts.joined(separator: " "))
  }

  private func standTogether(_ terms: [KeywordMatcher.Term], of query: String) -> Bool {
    let terms = terms.filter(\.isNoun)
    return library.rank(query, limit: 100).contains { passage in
      let text = texts.scalars(passage)
      return terms.allSatisfy { matcher.stands($0, in: text) }
    }
  }

  private func isKnown(_ term: KeywordMatcher.Term) -> Bool {
    term.forms.contains { library.contains(String($0)) }
  }
}

extension Frame {
  fileprivate var asksHowMany: Bool { counts || uses.contains { $0.text.hasPrefix("何") } }

  /// The bureaus and other values of fields that it names.
  fileprivate var valuesNamed: [String] {
    tests.compactMap { test in
      guard case .entity(let entity) = test, case .value? = entity.meanings.first else { return nil }
      return entity.text
    }
  }
}

extension Item {
  /// The words of a passage with the headings it stands under.
  fileprivate var text: String {
    let own = fields.compactMap { field in
      if field.name == "text", case .text(let text) = field.value { text } else { nil }
    }
    return (own + sources.flatMap(\.section)).joined(separator: " ")
  }
}
