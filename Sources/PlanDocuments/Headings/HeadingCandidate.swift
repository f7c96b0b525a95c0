import JapaneseText

/// A block that may be a heading.
struct HeadingCandidate {
  /// Index of the block.
  let block: Int
  var mark: HeadingMark
  /// What the heading's kind is called, where its own row or line says so.
  var rank: String?
  /// The mark before a label that has a number of its own: 〇 in `〇取組の方向性１ …`.
  var bullet: Unicode.Scalar?
  /// 1 for the highest, where the file itself says that it is a heading.
  var level: Int?
}

/// Picks out of the blocks of a plan those that may be headings, by their own form and by what follows.
struct HeadingCandidates {
  let lines: [LineText]
  let blocks: [Block]
  let texts: [[Unicode.Scalar]]
  private let declared: DeclaredHeadings
  private let rankWords: [[Unicode.Scalar]: Int]
  /// Marked lines that come back, as the heads of blocks of one form do: `■成果指標`.
  private let repeated: Set<[Unicode.Scalar]>
  /// Lines in 【】 that come back.
  private let recurring: Set<[Unicode.Scalar]>

  init(lines: [LineText], blocks: [Block], texts: [[Unicode.Scalar]], declared: DeclaredHeadings) {
    self.lines = lines
    self.declared = declared
    self.blocks = blocks
    self.texts = texts
    rankWords = Self.rankWords(blocks, texts)
    repeated = Self.repeated(blocks, texts)
    recurring = Self.recurring(texts)
  }

  func all() -> [HeadingCandidate] {
    var rowRank: String?
    var numberRank: String?
    return blocks.indices.compactMap { i in
      if let rank = Self.rowRank(cells(i)) { rowRank = rank }
      if rankWords[texts[i]] != nil { numberRank = texts[i].text }
      guard var candidate = candidate(i) else { return nil }
      if case .row = blocks[i].kind, candidate.mark.form == .mark("○") { candidate.rank = rowRank }
      if candidate.mark.form == .number, candidate.rank == nil { candidate.rank = numberRank }
      return candidate
    }
  }

  private func candidate(_ i: Int) -> HeadingCandidate? {
    if let level = blocks[i].lines.first.flatMap({ declared.levels[$0] }) {
      let plain = HeadingMark(form: .plain, label: "", name: texts[i].text, ordinal: nil)
      return HeadingCandidate(block: i, mark: HeadingMark(texts[i]) ?? plain, level: level)
    }
    if blocks[i].lines.contains(where: { lines[$0].scalars.endsWithLeader }) { return nil }
    switch blocks[i].kind {
    case .heading: return labelled(i)
    case .bullet(let mark): return marked(i, mark)
    case .row: return row(i)
    case .text: return unlabelled(i)
    case .note, .contents: return nil
    }
  }

  private func labelled(_ i: Int) -> HeadingCandidate? {
    guard let mark = HeadingMark(texts[i])?.joiningSpacedName, texts[i].columns <= 120 || stands(i),
      // white space sets the label apart as far as it likes
      isName(mark.name.isEmpty ? texts[i] : Array(mark.name.unicodeScalars)),
      !countsOn(from: i - 1, to: mark), !isGlued(i), !isStruckAgain(i)
    else { return nil }
    // 1-2 may count the rows of a table
    if case .subnumber = mark.form, !stands(i), !introducesProse(i) { return nil }
    return HeadingCandidate(block: i, mark: mark.withoutAttribute)
  }

  /// Whether a line of the block is set in far beyond its first: a cell of another column, which stands beside a sentence.
  private func isGlued(_ i: Int) -> Bool {
    guard let first = blocks[i].lines.first else { return false }
    return blocks[i].lines.dropFirst().contains { lines[$0].indent >= lines[first].indent + 16 }
  }

  /// Whether the line above says the same: bold print that was struck twice is one heading.
  private func isStruckAgain(_ i: Int) -> Bool {
    guard let first = blocks[i].lines.first, first > 0 else { return false }
    return lines[first].scalars == lines[first - 1].scalars
  }

  /// Whether a number only goes on counting from the row of a list above it: the row was wrapped.
  private func countsOn(from above: Int, to mark: HeadingMark) -> Bool {
    guard mark.form == .number, let ordinal = mark.ordinal, blocks.indices.contains(above),
      case .row = blocks[above].kind, let first = texts[above].split(whereSeparator: \.isBlank).first,
      let (value, length) = Ordinal.digits(first)
    else { return false }
    return length == first.count && value + 1 == ordinal
  }

  /// `○災害に備える対策の推進` before items of another mark or before its prose; `〇取組の方向性１ …`.
  private func marked(_ i: Int, _ mark: Unicode.Scalar) -> HeadingCandidate? {
    guard let bullet = Bullet(texts[i]), mark != "-", mark != "・" else { return nil }
    let name = Array(texts[i][bullet.length...])
    // ○○協会: a name to be filled in
    guard isName(name), !isFigures(name), Bullet(name) == nil, name.columns <= 100 || stands(i) else {
      return nil
    }
    if let numbered = HeadingMark(name), case .word = numbered.form {
      return HeadingCandidate(block: i, mark: numbered.withoutAttribute, bullet: mark)
    }
    guard blocks[i].lines.count == 1, leads(i, mark) || repeated.contains(texts[i]) else { return nil }
    let label = String(String.UnicodeScalarView(texts[i].prefix(1)))
    return HeadingCandidate(
      block: i, mark: HeadingMark(form: .mark(mark), label: label, name: name.text, ordinal: nil))
  }

  private static func repeated(_ blocks: [Block], _ texts: [[Unicode.Scalar]]) -> Set<[Unicode.Scalar]> {
    var counts: [[Unicode.Scalar]: Int] = [:]
    for i in blocks.indices {
      guard case .bullet(let mark) = blocks[i].kind, "■□◆◇▶".unicodeScalars.contains(mark),
        texts[i].count <= 24
      else { continue }
      counts[texts[i], default: 0] += 1
    }
    return Set(counts.filter { $0.value > 2 }.keys)
  }

  /// Whether what follows a marked line stands under it: items of another mark, or a paragraph.
  private func leads(_ i: Int, _ mark: Unicode.Scalar) -> Bool {
    guard i + 1 < blocks.count else { return false }
    switch blocks[i + 1].kind {
    case .bullet(let next): return next != mark && (next == "-" || next == "・" || next == "●")
    case .text: return (texts[i + 1].endsSentence || texts[i + 1].columns >= 160) && isWider(i + 1, than: i)
    case .row: return mark != "○" && mark != "●"
    case .note, .heading, .contents: return false
    }
  }

  /// A paragraph under a heading is wider than it; a wrapped line is not.
  private func isWider(_ below: Int, than above: Int) -> Bool {
    guard let widest = blocks[below].lines.map({ lines[$0].width }).max(), let last = blocks[above].lines.last
    else { return false }
    return widest > lines[last].width + 12
  }

  /// Whether a sentence or a heading follows.
  private func introducesProse(_ i: Int) -> Bool {
    guard blocks[i].lines.count == 1, i + 1 < blocks.count else { return false }
    if case .heading = blocks[i + 1].kind { return true }
    return texts[i + 1].endsSentence
  }

  /// Whether what follows a bracket could stand under it: prose, rows, items or numbered headings.
  private func introduces(_ i: Int) -> Bool {
    guard i + 1 < blocks.count else { return false }
    guard case .text = blocks[i + 1].kind else { return true }
    return texts[i + 1].endsSentence || isWider(i + 1, than: i) || isBracketed(texts[i + 1])
  }

  /// A row whose first cell opens with ○ and a name; a row of one cell is read as a line.
  private func row(_ i: Int) -> HeadingCandidate? {
    let cells = cells(i)
    guard let first = cells.first, !first.isEmpty, lines[blocks[i].lines[0]].hasTab else { return nil }
    if !cells.dropFirst().contains(where: { !$0.isEmpty }) { return ranked(i, first) }
    guard let bullet = Bullet(first), bullet.mark == "○", Bullet(first[bullet.length...]) == nil else {
      return nil
    }
    let name = joiningSpacedCapitals(Array(Self.firstPhrase(first[bullet.length...])))
    return HeadingCandidate(
      block: i,
      mark: HeadingMark(form: .mark("○"), label: first[0].description, name: name.text, ordinal: nil))
  }

  private func unlabelled(_ i: Int) -> HeadingCandidate? {
    let text = texts[i]
    if let mark = HeadingMark(text), mark.form == .lenticular {
      return isName(text) && !isCaption(i) ? HeadingCandidate(block: i, mark: mark) : nil
    }
    if let ranked = ranked(i, text) { return ranked }
    guard blocks[i].lines.count == 1, stands(i), isName(text) else { return nil }
    if isBracketed(text), introduces(i) {
      return HeadingCandidate(
        block: i, mark: HeadingMark(form: .bracketed, label: "", name: text.text, ordinal: nil))
    }
    guard text.columns <= 110, i + 1 < blocks.count, case .bullet(let mark) = blocks[i + 1].kind,
      mark == "-" || mark == "・", rankWords[text] == nil
    else { return nil }
    return HeadingCandidate(
      block: i, mark: HeadingMark(form: .plain, label: "", name: text.text, ordinal: nil))
  }

  private static func recurring(_ texts: [[Unicode.Scalar]]) -> Set<[Unicode.Scalar]> {
    var counts: [[Unicode.Scalar]: Int] = [:]
    for text in texts where text.first == "【" && text.last == "】" { counts[text, default: 0] += 1 }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  /// A 【】 that names a picture or a box: it stands nowhere else, and no item, row or heading stands under it.
  private func isCaption(_ i: Int) -> Bool {
    guard !recurring.contains(texts[i]), i + 1 < blocks.count else { return false }
    switch blocks[i + 1].kind {
    // `Ａ　計画どおり`: an entry of a legend is an item too
    case .text: return texts[i + 1].count < 3 || !texts[i + 1][1].isBlank
    case .note: return true
    case .bullet, .row, .heading, .contents: return false
    }
  }

  /// `アクションプログラム：国際的視点に基づく産業振興【…】`: the word that names numbered headings, and a name.
  private func ranked(_ i: Int, _ text: [Unicode.Scalar]) -> HeadingCandidate? {
    guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }), isName(text) else { return nil }
    let word = text[..<colon].trimmed
    guard rankWords[word] != nil else { return nil }
    let mark = HeadingMark(
      form: .number, label: word.text, name: text[(colon + 1)...].trimmed.text, ordinal: nil)
    return HeadingCandidate(block: i, mark: mark.withoutAttribute, rank: word.text)
  }

  /// Words alone on a line before a heading that counts from 1, which come back elsewhere: `アクションプログラム`.
  private static func rankWords(
    _ blocks: [Block], _ texts: [[Unicode.Scalar]]
  ) -> [[Unicode.Scalar]: Int] {
    var counts: [[Unicode.Scalar]: Int] = [:]
    for (i, text) in texts.enumerated() where isWord(blocks[i], text) { counts[text, default: 0] += 1 }
    let before = Set(
      blocks.indices.dropFirst().compactMap { i -> [Unicode.Scalar]? in
        guard let mark = HeadingMark(texts[i]), mark.form == .number, mark.ordinal == 1 else { return nil }
        return texts[i - 1]
      })
    return counts.filter { $0.value > 1 && before.contains($0.key) }
  }

  private static func isWord(_ block: Block, _ text: [Unicode.Scalar]) -> Bool {
    guard case .text = block.kind else { return false }
    return text.columns <= 30 && text.allSatisfy { $0.isWritten && !$0.isDigit }
  }

  /// `施策計画名` over a column says that its rows are 施策計画.
  private static func rowRank(_ cells: [[Unicode.Scalar]]) -> String? {
    guard cells.count > 1, var first = cells.first?.dense else { return nil }
    if first.last == "：" || first.last == ":" { first.removeLast() }
    guard first.count > 1, first.last == "名", !first.contains(where: \.isDigit) else { return nil }
    return first.dropLast().text
  }

  private func cells(_ i: Int) -> [[Unicode.Scalar]] {
    guard case .row = blocks[i].kind, let line = blocks[i].lines.first, lines[line].hasTab else { return [] }
    return lines[line].raw.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false)
      .map { $0.trimmed }
  }

  /// The text up to the first space outside brackets.
  private static func firstPhrase(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var depth = 0
    for i in text.indices {
      if text[i].isOpening { depth += 1 } else if text[i].isClosing { depth -= 1 }
      if depth <= 0, text[i].isBlank { return text[..<i] }
    }
    return text
  }

  /// No sentence, no garbled gaps, something written in it.
  private func isName(_ text: [Unicode.Scalar]) -> Bool {
    guard text.contains(where: { $0.isWritten && !$0.isDigit }), !text.endsSentence else { return false }
    guard !text.contains("。"), text.last != "、", text.last != "," else { return false }
    // an entry of a table of contents, or a sentence that a line's end cut
    if HeadingCandidates.hasLeader(text) || text.last.map({ "のを".unicodeScalars.contains($0) }) ?? false {
      return false
    }
    return !zip(text, text.dropFirst()).contains { $0.isBlank && $1.isBlank }
  }

  /// `・・・・・・` before a page's number.
  private static func hasLeader(_ text: [Unicode.Scalar]) -> Bool {
    var run = 0
    for scalar in text where !scalar.isBlank {
      run = "・…‥･．.".unicodeScalars.contains(scalar) ? run + 1 : 0
      if run > 4 { return true }
    }
    return false
  }

  /// `満足度：52.3％→60.0％`: a label and its figures.
  private func isFigures(_ text: [Unicode.Scalar]) -> Bool {
    guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }), colon + 1 < text.count,
      let first = text[(colon + 1)...].first(where: { !$0.isBlank })
    else { return false }
    return first.isDigit || "約▲△".unicodeScalars.contains(first)
  }

  /// Alone between blank or drawn lines.
  private func stands(_ i: Int) -> Bool {
    guard let line = blocks[i].lines.first else { return false }
    return [line - 1, line + 1].allSatisfy { !lines.indices.contains($0) || parts(lines[$0]) }
  }

  private func parts(_ line: LineText) -> Bool { line.isBlank || !Rulings.find([line], [0]).isEmpty }

  /// `(環境)`, `（将来的な自走に向けた取組）`: one bracket around the whole line, and no year or figure in it.
  private func isBracketed(_ text: [Unicode.Scalar]) -> Bool {
    guard LineOpening.isOneBracket(text), text.columns <= 120 else { return false }
    let hasFigure = zip(text, text.dropFirst()).contains {
      $0.isDigit && "年%％.,件".unicodeScalars.contains($1)
    }
    return !hasFigure && !text[1].isDigit
  }
}

extension HeadingMark {
  /// The heading with a name that is set wide written as a word: `総  則` is 総則.
  fileprivate var joiningSpacedName: HeadingMark {
    let text = Array(name.unicodeScalars)
    let letters = text.split(whereSeparator: \.isBlank)
    guard zip(text, text.dropFirst()).contains(where: { $0.isBlank && $1.isBlank }),
      letters.allSatisfy({ $0.count == 1 })
    else { return self }
    return HeadingMark(form: form, label: label, name: text.dense.text, ordinal: ordinal)
  }

  /// The heading without what its end says about it in brackets: `【達成状況区分 3*】`, `（取組数:１６件）`.
  var withoutAttribute: HeadingMark {
    let text = Array(name.unicodeScalars)
    guard let last = text.last, last == "】" || last == "）" || last == ")" else { return self }
    guard let open = text.lastIndex(where: { last == "】" ? $0 == "【" : $0 == "（" || $0 == "(" }), open > 0
    else {
      return self
    }
    let inner = text[open...]
    guard last == "】" || inner.contains(where: { $0 == ":" || $0 == "：" }) else { return self }
    return HeadingMark(form: form, label: label, name: text[..<open].trimmed.text, ordinal: ordinal)
  }
}
