import JapaneseText
import PlanDocuments

/// What a table says of a thing under a head that no field claims.
package struct Attribute: Hashable, Sendable {
  /// The head as printed; stacked heads are joined with ` › `.
  package let name: String
  /// As printed, joined where it was wrapped.
  package let value: String
  /// The number, where the value is one and nothing else; of 500千円 it is 500,000.
  package let figure: ExactNumber?
  /// What the figure is counted in, as the value prints it, or else its head or its table: 円, 千円, 人.
  package let unit: String?

  package init(name: String, value: String, figure: ExactNumber? = nil, unit: String? = nil) {
    self.name = name
    self.value = value
    self.figure = figure
    self.unit = unit
  }

  /// - Parameters:
  ///   - unit: what its head or its table counts in.
  ///   - units: those that a figure may have behind it.
  init(name: String, value: String, countedIn unit: String?, units: Set<String>) {
    let quantity = FigureShape(value, units: units)?.quantity
    self.init(
      name: name, value: value, figure: quantity?.value,
      unit: quantity.flatMap { $0.unit ?? unit })
  }

  /// What people call it: the lowest head, without the unit in brackets behind it and without the number that tells it from another of
  /// that name. 一般財源 of `財源内訳（千円） › 一般財源 (2)`.
  package var callName: String {
    var scalars = Array(name.unicodeScalars)
    if let joint = scalars.lastIndex(of: "›") { scalars = Array(scalars[(joint + 1)...]) }
    while let last = scalars.last, ")）".unicodeScalars.contains(last),
      let open = scalars.lastIndex(where: { "(（".unicodeScalars.contains($0) }), open > 0
    {
      scalars.removeSubrange(open...)
    }
    return String(String.UnicodeScalarView(scalars)).trimmed
  }

  /// What people call it for short: without 等 at its end, or one of the parts that ・ joins. 繰越理由 for 繰越理由・内容.
  package var shortNames: [String] {
    let name = callName
    let parts = name.split(separator: "・").map(String.init)
    let others = (parts.count > 1 ? parts : []) + (name.hasSuffix("等") ? [String(name.dropLast())] : [])
    return others.filter { $0.unicodeScalars.count > 1 }
  }

  package func isCalled(_ name: String) -> Bool { callName == name || shortNames.contains(name) }

  /// What the figure is multiplied by to be counted in its bare unit: 1,000 for 千円.
  package var scale: Int { unit.map { TableUnit.parts(of: $0).scale } ?? 1 }
}
