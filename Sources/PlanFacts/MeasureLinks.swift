/// Links the indicators of different plans that measure the same thing (`sameAs`), without merging them.
///
/// Plans of one city word one measure differently (`従業員1人あたり`, `従業者一人あたり`), so names are compared without
/// particles, signs and the like; units must agree, so that a share is never taken for a count.
package func linkSameMeasures(_ facts: [Fact]) -> [Fact] {
  var places: [String: [Int]] = [:]
  for (i, fact) in facts.enumerated() where fact.kind == .indicator {
    places[MeasureName.key(fact.name), default: []].append(i)
  }
  var linked = facts
  for group in places.values where group.count > 1 {
    for i in group {
      let others = group.filter { facts[$0].plan != facts[i].plan && facts[$0].sharesUnit(with: facts[i]) }
      linked[i].sameAs = others.map { FactLink(plan: facts[$0].plan, name: facts[$0].name) }
    }
  }
  return linked
}

extension Fact {
  private var units: Set<String> {
    guard case .points(let points) = self[.points] else { return [] }
    return Set(points.compactMap { $0.unit?.squeezed })
  }

  fileprivate func sharesUnit(with other: Fact) -> Bool {
    let own = units
    let others = other.units
    return own.isEmpty && others.isEmpty || !own.isDisjoint(with: others)
  }
}

/// A measure's name reduced to what two plans have in common.
enum MeasureName {
  /// Words that plans use for one another; the longer first.
  private static let sameWords: [(String, String)] = [
    ("における", ""), ("についての", ""), ("に関する", ""), ("に係る", ""), ("従業員", "従業者"), ("当たり", "あたり"),
    ("当り", "あたり"), ("取り組み", "取組"), ("子供", "子ども"), ("こども", "子ども"),
  ]
  /// One-character particles, which one wording has and another leaves out.
  private static let particles: Set<Unicode.Scalar> = ["の", "に", "を", "は", "が"]
  private static let kanjiDigits: [Unicode.Scalar: String] = [
    "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9",
  ]

  static func key(_ name: String) -> String {
    var text = name.squeezed.lowercased()
    for (word, same) in sameWords {
      text = text.split(separator: word, omittingEmptySubsequences: false).joined(separator: same)
    }
    let scalars = Array(text.unicodeScalars)
    var key = String.UnicodeScalarView()
    for (i, scalar) in scalars.enumerated() {
      if let digit = kanjiDigits[scalar], i + 1 < scalars.count, isCounter(scalars[i + 1]) {
        key.append(contentsOf: digit.unicodeScalars)
      } else if scalar.properties.isAlphabetic || scalar.decimalDigit != nil || scalar == "%" {
        if !particles.contains(scalar) { key.append(scalar) }
      }
    }
    return String(key)
  }

  /// 一 before one of these is a number: 一人, 一日.
  private static func isCounter(_ scalar: Unicode.Scalar) -> Bool {
    "人日世帯件回年月週戸社".unicodeScalars.contains(scalar)
  }
}
