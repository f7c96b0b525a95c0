import JapaneseText
import PlanFacts
import PlanLibrary
import TestSupport
import Testing

@testable import Answers

@Suite("What a question knows of facts before it reads them") struct FactLookupTests {
  private let midori: MidoriLibrary
  private let groups: FactGroups
  private let folder: Folder

  init() throws {
    midori = try MidoriLibrary()
    folder = midori.library.lexicons.folder()
    groups = FactGroups(midori.library, folder: folder)
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { folder.fold(text).scalars }

  @Test func `each fact is found by what it is called, its document and the words it stands among`() throws {
    let library = midori.library
    for (place, fact) in library.facts.enumerated() {
      for name in [fact.name] + fact.callNames {
        let key = folder.fold(string: name).filter { !$0.isWhitespace }
        #expect(key.isEmpty || groups.called([key]).contains(place), "\(name)")
      }
      #expect(groups.places(of: fact.kind, in: [fact.plan]).contains(place))
      let text = scalars(fact.spokenText(library.lines))
      for start in stride(from: 0, to: max(0, text.count - 6), by: 41) {
        let piece = Array(text[start..<start + 6])
        // what goes over white space is looked for in pieces
        guard !piece.contains(where: \.properties.isWhitespace) else { continue }
        #expect(try #require(groups.lookup.words.things(mayHold: piece)).contains(place))
      }
    }
  }

  @Test func `facts by place are the facts, and their names`() {
    let all = midori.library.facts
    for kind in FactKind.allCases {
      let places = groups.places(of: kind)
      #expect(places == all.indices.filter { all[$0].kind == kind })
      #expect(groups.facts(at: places) == groups.facts(of: kind))
      #expect(groups.names(at: places) == groups.facts(of: kind).map(\.name))
      #expect(groups.plans(of: kind) == Set(groups.facts(of: kind).map(\.plan)))
      let names = groups.lookup.names(of: kind)
      #expect((0..<names.words.count).flatMap(names.words.values).map { Int($0) }.sorted() == places)
      #expect(groups.lookup.unlikeNames(of: [kind]) == Set(groups.facts(of: kind).map(\.name)).count)
    }
    #expect(Array(groups.facts(at: [3, 1, 2])) == [all[3], all[1], all[2]])
  }

  /// By chance: every text that holds another is among those that may hold it.
  @Test func `a table of pairs leaves out nothing that holds a text`() throws {
    var random = SeededRandom(seed: .random(in: .min ... .max))
    let seed = random.seed
    let letters = Array("川山 田港A".unicodeScalars)
    let texts = (0..<60).map { _ in
      (0..<Int.random(in: 0...12, using: &random)).map { _ in letters.randomElement(using: &random) ?? "川" }
    }
    var maker = GramTable.Maker()
    for (place, text) in texts.enumerated() { maker.add(text, at: place * 3) }
    let table = try #require(GramTable(PreparedBytes(maker.encoded)))
    for _ in 0..<200 {
      let piece = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        letters.filter { $0 != " " }.randomElement(using: &random) ?? "川"
      }
      let holding = texts.indices.filter { String(texts[$0]).contains(String(piece)) }.map { $0 * 3 }
      let found = table.things(mayHold: piece)
      #expect((found == nil) == (piece.count < 2), "seed \(seed)")
      #expect(holding.among(found ?? holding) == holding, "\(String(piece)), seed \(seed)")
      let sharing = table.things(mayShare: piece) ?? holding
      #expect(holding.among(sharing) == holding, "\(String(piece)), seed \(seed)")
    }
    #expect([1, 3, 5].merged(with: [2, 3, 9]) == [1, 2, 3, 5, 9])
    #expect([1, 3, 5, 9].common(with: [2, 3, 9]) == [3, 9])
    #expect([9, 1, 3].among([1, 2, 9]) == [9, 1])
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
