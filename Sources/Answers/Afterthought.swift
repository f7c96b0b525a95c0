import JapaneseText
import Questions

/// A question that names behind itself what it is asked of (予算はいくら、水道局の？), with that in its place: 水道局の予算はいくら？
struct Afterthought {
  let text: String
  /// Of the question, in Unicode scalars: what is asked, and what it is asked of.
  private let asked: Range<Int>
  private let thing: Range<Int>

  /// nil where the question ends otherwise than in a noun and の behind its only comma.
  init?(_ question: String) {
    let scalars = Array(question.unicodeScalars)
    let commas = scalars.indices.filter { "、，".unicodeScalars.contains(scalars[$0]) }
    guard commas.count == 1, let comma = commas.first,
      let joint = scalars.lastIndex(where: QuestionText.isLetter), joint > comma + 2, scalars[joint] == "の",
      // いくらなの asks itself
      ScriptClass(scalars[joint - 1]) != .hiragana,
      // どの局の, 何年度の: is asked for
      let first = scalars[(comma + 1)..<joint].first(where: QuestionText.isLetter), first != "ど",
      !scalars[comma..<joint].contains(where: { "何誰".unicodeScalars.contains($0) }),
      // 水の取組、川崎区の: nothing is asked before
      scalars[..<comma].contains(where: { "はを".unicodeScalars.contains($0) })
    else { return nil }
    asked = 0..<comma
    thing = comma + 1..<joint + 1
    text = String(String.UnicodeScalarView(scalars[thing] + scalars[asked] + scalars[(joint + 1)...]))
  }

  /// The part of the question that a part of `text` stands for.
  func asked(_ read: Range<Int>) -> Range<Int> {
    if read.upperBound <= thing.count { return read.moved(by: thing.lowerBound) }
    if read.lowerBound >= thing.count, read.upperBound <= thing.count + asked.count {
      return read.moved(by: -thing.count)
    }
    return asked.lowerBound..<thing.upperBound
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}
