/// The words that tell heads from what stands below and beside them: what a reader of layouts has to know of a vocabulary.
///
/// All are folded as the names of a `HeadText` are.
package struct HeadWords: Sendable {
  /// Names of fields and roles.
  package var names: Set<String>
  /// Names of fields that other words may stand before or behind.
  package var beginnings: [String]
  package var endings: [String]
  /// Heads over the names of rows: 区分, 項目.
  package var generic: Set<String>
  /// Units as they are printed behind figures and in brackets.
  package var units: Set<String>
  /// The year before year 1 of the era in which bare years are counted; nil where they say nothing.
  package var era: Int?

  package init(
    names: Set<String> = [], beginnings: [String] = [], endings: [String] = [], generic: Set<String> = [],
    units: Set<String> = [], era: Int? = nil
  ) {
    self.names = names
    self.beginnings = beginnings
    self.endings = endings
    self.generic = generic
    self.units = units
    self.era = era
  }

  package func head(_ text: String) -> HeadText { HeadText(text, units: units, era: era) }

  package func know(_ head: HeadText) -> Bool {
    head.names.contains { name in
      names.contains(name) || generic.contains(name) || beginnings.contains { name.hasPrefix($0) }
        || endings.contains { name.hasSuffix($0) }
    }
  }

  package func isGeneric(_ head: HeadText) -> Bool { head.names.contains(where: generic.contains) }
}
