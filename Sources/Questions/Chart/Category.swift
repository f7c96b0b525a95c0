/// What an edge of the chart can be; the raw value is its name in the patterns of rules.
package enum Category: String, Hashable, Sendable, CaseIterable {
  // what is composed
  case things = "S"
  case field = "F"
  case fields = "FL"
  /// A figure with the year it is of: 2025年度の目標.
  case dated = "FY"
  /// A rank of headings by which things are grouped.
  case rank = "R"
  case fieldsOfThings = "FS"
  case condition = "C"
  case order = "O"
  case amount = "V"
  /// From one year or period to another.
  case span = "YY"
  case numbers = "NL"
  case question = "Q"
  /// Half a question, which goes on from the one before.
  case fragment = "P"
  // leaves with a meaning of their own
  case kind = "K"
  case number = "N"
  /// So many as there are, the asker says: the seven policies.
  case claim = "CLAIM"
  case nth = "NTH"
  case year = "Y"
  /// 第1期
  case period = "PD"
  case topic = "T"
  /// A letter that is a level: D.
  case mark = "M"
  case comparison = "CMP"
  case adjective = "ADJ"
  case extreme = "EXT"
  case ordering = "ORD"
  case top = "TOP"
  case aggregate = "AGG"
  /// ÷, plus
  case operation = "OP"
  case met = "MET"
  case change = "CHG"
  // words
  case superlative = "SUP"
  case arrange = "ARR"
  case count = "CNT"
  /// ごと, behind what things are grouped by.
  case group = "GRP"
  /// per, before it.
  case per = "PER"
  case tally = "TALLY"
  case difference = "DIFF"
  case ratio = "RATIO"
  case share = "SHARE"
  case course = "CRS"
  case sideBySide = "CMPR"
  case either = "EITHER"
  case both = "BOTH"
  /// 近い, far from
  case near = "NEAR"
  case times = "TIMES"
  /// Denial behind what it denies: 以外, を除く.
  case without = "NOT"
  /// Denial before what it denies: not, except.
  case not = "NOTE"
  case missing = "MISS"
  case present = "PRES"
  case contains = "HAS"
  /// 参加している, and its denial.
  case joins = "IN"
  case joinsNot = "NOTIN"
  case prefix = "PRE"
  case and = "AND"
  case or = "OR"
  /// でも: denied at the end, both are (AでもBでもない).
  case nor = "NOR"
  case than = "THAN"
  case from = "FROM"
  case to = "TO"
  case between = "BETW"
  case among = "AMONG"
  case under = "UNDER"
  /// `within`, before what a thing stands under.
  case within = "WITHIN"
  /// に属さない
  case underNot = "NOTUNDER"
  case related = "REL"
  case relative = "THAT"
  /// their, its: what the things before it have.
  case pronoun = "IT"
  case goal = "GOAL"
  case asking = "ASK"
  /// 上限, a floor: which way a target binds.
  case boundary = "BND"
  /// いつ, 何年度
  case when = "WHEN"
  /// starts, 始まる: where a thing stands first.
  case begins = "BEG"
  // marks between words
  /// Between two questions: 。, ?
  case stop = "STOP"
  case open = "OPEN"
  case close = "CLOSE"
  // words that only halves of questions have
  case ordinal = "ORDN"
  case all = "ALL"
  case names = "NAMES"
  case rest = "REST"
  case relativeYear = "RY"
  case reason = "WHY"

  /// Its number among all of them, for tables.
  var ordinal: Int { Category.ordinals[self] ?? 0 }
  /// A mark between words, and no word.
  var isMark: Bool { self == .stop || self == .open || self == .close }
  /// How many there are.
  static let many = allCases.count

  private static let ordinals = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}

/// A set of categories, a bit each.
struct CategorySet: Hashable, Sendable {
  private var bits: UInt128 = 0

  init(_ categories: [Category] = []) { for category in categories { insert(category) } }

  mutating func insert(_ category: Category) { bits |= 1 << category.ordinal }

  /// Adds those of another; true where one was new.
  mutating func formUnion(_ other: CategorySet) -> Bool {
    let before = bits
    bits |= other.bits
    return bits != before
  }

  func subtracting(_ other: CategorySet) -> CategorySet {
    var left = self
    left.bits &= ~other.bits
    return left
  }

  func isSubset(of other: CategorySet) -> Bool { bits & ~other.bits == 0 }
  func isDisjoint(with other: CategorySet) -> Bool { bits & other.bits == 0 }
}
