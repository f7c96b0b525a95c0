import Answers
import Evaluation
import Phrases
import PlanFacts
import PlanLibrary
import Rendering

/// Findings that no question asked for: what differs between two sides, with the place of each.
struct Listing {
  /// What is found of one thing.
  private struct Finding {
    /// The contract's word: `targetMoved`.
    let what: String
    let type: String?
    let name: String
    let field: String?
    let sides: [Side]
  }

  /// What one side says, and where.
  private struct Side {
    /// `before`, `after` or `says`.
    let role: String
    let text: String?
    let source: ItemSource?
  }

  private let title: String
  private let findings: [Finding]
  private let unread: [ItemSource]
  private let because: [Gap]
  var isEmpty: Bool { findings.isEmpty }

  func render(_ format: OutputFormat, _ style: TextStyle) -> String {
    switch format {
    case .text: text(style)
    case .jsonl: findings.map { JSONValue(item($0)).encoded(.line) + "\n" }.joined()
    case .json, .csv, .csvExcel, .tsv, .markdown:
      format.renderer(style).render(
        Answer(
          question: title, status: isEmpty ? .noMatch : .answered, readings: [reading(findings.map(item))]))
    }
  }

  private func reading(_ items: [Item]) -> Reading {
    Reading(
      canonical: title, kind: .table, total: findings.count, items: items, unread: unread, because: because)
  }

  private func item(_ finding: Finding) -> Item {
    let says = finding.sides.filter { $0.role == "says" }.compactMap(\.text)
    return Item(
      type: "finding", name: finding.name,
      fields: [
        ItemField("finding", .text(finding.what)), finding.type.map { ItemField("kind", .text($0)) },
        finding.field.map { ItemField("field", .text($0)) },
      ].compactMap(\.self)
        + finding.sides.filter { $0.role != "says" }.compactMap { side in
          side.text.map { ItemField(side.role, .text($0)) }
        } + (says.isEmpty ? [] : [ItemField("says", .list(says.map(ItemValue.text)))]),
      sources: finding.sides.compactMap(\.source))
  }

  /// A line a thing, and under it a line a side, marked as in a patch.
  private func text(_ style: TextStyle) -> String {
    let shown = findings.prefix(style.itemLimit ?? .max)
    let language = style.language
    let found = shown.flatMap { finding in
      let head = [
        Saying(message: finding.what.spaced)[language],
        finding.type.flatMap(FactKind.init(rawValue:)).map { Saying(kindOf: $0).japanese }
          .flatMap { language == .japanese ? $0 : nil } ?? finding.type,
        finding.name, finding.field.map { Saying(field: $0)[language] },
      ].compactMap(\.self)
      return [style.strong(TextStyle.printable(head.joined(separator: "  ")))]
        + finding.sides.map { side in
          let mark = side.role == "before" ? "-" : side.role == "after" ? "+" : " "
          let parts = [
            side.text.map { Saying(message: $0)[language] }, side.source.map { "(\($0.citation))" },
          ].compactMap(\.self)
          return TextStyle.printable("  \(mark) " + parts.joined(separator: "  "))
        }
    }
    // what may be among what is missing, last, where it is seen
    let gaps =
      because.map { $0.saying[language] }
      + unread.map { Phrase.unreadPlace.with($0.citationWithReason)[language] }
    let what = Saying(message: title)
    let count =
      (isEmpty
      ? Phrase.noneOf.with(what) : Phrase.someOf.with(Saying(shown.count), Saying(findings.count), what))[
        language]
    return (found + (isEmpty ? [] : [""]) + [count] + gaps.map(TextStyle.printable))
      .map { $0 + "\n" }.joined()
  }
}

extension String {
  /// `targetMoved` as `target moved`.
  fileprivate var spaced: String { map { $0.isUppercase ? " " + $0.lowercased() : String($0) }.joined() }
}

extension Listing {
  /// What changed between two editions, with both places.
  init(from old: Edition, to new: Edition) {
    title = "changes"
    findings = factChanges(from: old.facts, to: new.facts).map { change in
      func side(_ role: String, _ side: FactChange.Side?, _ edition: Edition) -> [Side] {
        side.map {
          [
            Side(
              role: role, text: $0.text,
              source: ItemSource($0.plan, $0.lines, section: [], in: edition.places))
          ]
        } ?? []
      }
      return Finding(
        what: change.kind.rawValue, type: change.type.rawValue, name: change.name, field: change.field,
        sides: side("before", change.old, old) + side("after", change.new, new))
    }
    unread =
      old.unread.map { ItemSource($0, in: old.places) } + new.unread.map { ItemSource($0, in: new.places) }
    let missing = old.missing + new.missing
    because = missing.isEmpty ? [] : [.filesLeftOut(missing)]
  }

  /// What can't all be right as it stands, with each place.
  init(_ contradictions: [Contradiction], in library: Library) {
    title = "contradictions"
    findings = contradictions.map { found in
      Finding(
        what: found.kind.rawValue, type: found.type.rawValue, name: found.name, field: found.field,
        sides: found.sides.map {
          Side(role: "says", text: $0.text, source: ItemSource($0.plan, $0.lines, section: [], in: library))
        })
    }
    unread = library.unread.map { ItemSource($0, in: library) }
    because = library.leftOut.isEmpty ? [] : [.filesLeftOut(library.leftOut.map(\.path))]
  }

  /// What is no longer as a receipt says, with the places.
  init(_ changes: [ReceiptChange]) {
    title = "changes"
    findings = changes.map(Listing.finding)
    unread = []
    because = []
  }

  /// What is wrong with the files of an index.
  init(_ faults: [SourceFault]) {
    title = "sources that are not as they were"
    findings = faults.map { fault in
      Finding(
        what: fault.kind.rawValue, type: nil, name: fault.path, field: nil,
        sides: fault.reason.map { [Side(role: "says", text: $0, source: nil)] } ?? [])
    }
    unread = []
    because = []
  }

  private static func finding(_ change: ReceiptChange) -> Finding {
    func side(_ role: String, _ text: String?, _ place: ReceiptChange.Place?) -> Side {
      Side(
        role: role, text: text,
        source: place.map { ItemSource(document: $0.document, path: $0.path, lines: $0.lines, section: []) })
    }
    func finding(_ what: String, _ name: String, _ sides: [Side], field: String? = nil) -> Finding {
      Finding(
        what: what, type: nil, name: name, field: field,
        sides: sides.filter { $0.text != nil || $0.source != nil })
    }
    switch change {
    case .unanswered(let reason): return finding("unanswered", "the question", [side("after", reason, nil)])
    case .figure(let name, let before, let after):
      return finding("figureChanged", name, [side("before", before, nil), side("after", after, nil)])
    case .itemGone(let name, let place): return finding("gone", name, [side("before", nil, place)])
    case .itemAdded(let name, let place): return finding("added", name, [side("after", nil, place)])
    case .field(let name, let field, let before, let after, let old, let new):
      return finding(
        "fieldChanged", name, [side("before", before, old), side("after", after, new)], field: field)
    case .line(let place, let before, let after):
      return finding(
        "lineChanged", place.path, [side("before", before, nil), side("after", after, place)],
        field: "line \(place.lines.first)")
    case .moved(let from, let to):
      return finding("moved", from.path, [side("before", nil, from), side("after", nil, to)])
    case .fileGone(let place): return finding("fileGone", place.path, [side("before", nil, place)])
    case .fileUnread(let place, let reason):
      return finding("fileUnread", place.path, [side("after", reason.english, place)])
    }
  }
}
