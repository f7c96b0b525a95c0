import JapaneseText
import PlanFacts
import TestSupport

@testable import Questions

/// Draws questions of the canonical language, every case of every type among them.
struct RandomQuestions {
  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func question() -> Question {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return .count(selection(countable))
    case 1: return .aggregate(pick(Aggregate.allCases), of: path(), selection())
    case 2: return .share(selection(), of: selection())
    case 3: return .table(selection(), by: path(), columns: some(1...3) { $0.column() })
    case 4: return .course(selection())
    case 5: return .definition(text())
    case 6: return .passages(selection([.passages]))
    case 7: return .reckoning(combined(depth: 2))
    case 8: return .comparison(some(2...3) { $0.selection() }, by: some(0...2) { $0.path() })
    default:
      // `count of projects` counts them: only evaluations print a count
      let show = some(0...3) { $0.path() }.filter { $0 != .field(.count) }
      // what a list of passages shows is their text: `passages` has a case of its own
      return .list(selection(show.isEmpty ? facts : SelectionKind.allCases), show: show)
    }
  }

  private mutating func figurePath() -> FieldPath {
    let path = path()
    return path == .field(.count) ? .field(.budget) : path
  }

  private mutating func combined(depth: Int) -> Reckoning {
    .combined(figure(depth: depth), pick(Reckoning.Operation.allCases), figure(depth: depth))
  }

  private mutating func figure(depth: Int) -> Reckoning {
    switch Int.random(in: 0..<(depth > 0 ? 4 : 3), using: &random) {
    case 0: .count(selection())
    // `count of projects` counts them, `sum of budget of …` adds up
    case 1: .figure(figurePath(), selection())
    case 2: .aggregate(pick(Aggregate.allCases), of: path(), selection())
    default: combined(depth: depth - 1)
    }
  }

  private var facts: [SelectionKind] { SelectionKind.allCases.filter { $0 != .passages } }
  /// `count of evaluations` is the figure that each of them prints.
  private var countable: [SelectionKind] { SelectionKind.allCases.filter { $0 != .evaluations } }

  private mutating func selection(_ kinds: [SelectionKind] = SelectionKind.allCases) -> Selection {
    Selection(
      pick(kinds), some(0...4) { $0.condition(depth: 3) },
      sort: some(0...2) { SortKey($0.path(), $0.pick(SortKey.Direction.allCases)) },
      limit: maybe { Int.random(in: 1...99, using: &$0.random) },
      position: maybe { Int.random(in: 1...99, using: &$0.random) })
  }

  private mutating func condition(depth: Int) -> Condition {
    switch Int.random(in: 0..<(depth > 0 ? 12 : 8), using: &random) {
    case 0: return .comparison(path(), pick(Comparison.allCases), operand())
    case 1: return .prefix(path(), text())
    case 2: return .contains(path(), text())
    case 3: return .missing(path())
    case 4: return .under(text())
    case 5: return .named(text())
    case 6: return pick([.matching(text()), .about(text()), .alsoIn(text())])
    case 7: return .document(text())
    case 8: return .any(some(2...3) { $0.condition(depth: depth - 1) })
    case 9:
      return .among(
        Selection(pick(SelectionKind.allCases), some(0...2) { $0.condition(depth: depth - 1) }, limit: 3))
    case 10: return .all(some(2...3) { $0.condition(depth: depth - 1) })
    default: return .not(condition(depth: depth - 1))
    }
  }

  private mutating func operand() -> Operand {
    switch Int.random(in: 0..<5, using: &random) {
    case 4: .reckoned(figure(depth: 0))
    case 0: .number(number(), unit: maybe { $0.text() })
    case 1: .text(text())
    case 2: .flag(Bool.random(using: &random))
    default: .field(path())
    }
  }

  private mutating func number() -> ExactNumber {
    ExactNumber(
      digits: Int.random(in: -1_000_000_000...1_000_000_000, using: &random),
      scale: Int.random(in: 0...4, using: &random))
  }

  private mutating func path(depth: Int = 2) -> FieldPath {
    guard depth > 0, Int.random(in: 0..<3, using: &random) == 0 else { return single() }
    return .combined(path(depth: depth - 1), pick(Reckoning.Operation.allCases), path(depth: depth - 1))
  }

  private mutating func single() -> FieldPath {
    switch Int.random(in: 0..<9, using: &random) {
    case 6: .rank(text())
    case 0: .point(maybe { $0.pick(Point.Role.allCases) }, pick(PointPart.allCases))
    case 1: .scheduleYear
    case 2:
      .pointIn(
        maybe { $0.pick(Point.Role.allCases) },
        Bool.random(using: &random)
          ? .year(Int.random(in: 1990...2040, using: &random)) : .period(text()))
    case 3: .derived(pick(DerivedField.allCases))
    case 4: .name
    case 5: .document
    default: .field(pick(FieldName.allCases))
    }
  }

  private mutating func column() -> TableColumn {
    Bool.random(using: &random) ? .count : .aggregate(pick(Aggregate.allCases), path())
  }

  /// Quotes, backslashes, marks that join what stands before, words of the language itself.
  private static let alphabet = Array("\"\\ a,()=-9湖が\u{301}\u{3099}\n\r\t🏞where of".unicodeScalars)

  private mutating func text() -> String {
    random.scalars(of: RandomQuestions.alphabet, count: 0...8).string
  }

  mutating func pick<T>(_ values: [T]) -> T { values.randomElement(using: &random)! }

  private mutating func maybe<T>(_ make: (inout Self) -> T) -> T? {
    Bool.random(using: &random) ? make(&self) : nil
  }

  private mutating func some<T>(_ count: ClosedRange<Int>, _ make: (inout Self) -> T) -> [T] {
    (0..<Int.random(in: count, using: &random)).map { _ in make(&self) }
  }
}
