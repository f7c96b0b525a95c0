/// A field of the documents, and how much it counts.
package struct IndexField: Hashable, Sendable {
  package let name: String
  /// How much one occurrence counts beside one in a field of weight 1.
  package let weight: Float
  /// How much the field's length counts, 0 (not at all) to 1.
  package let lengthNormalization: Float

  package init(_ name: String, weight: Float = 1, lengthNormalization: Float = 0.75) {
    self.name = name
    self.weight = weight
    self.lengthNormalization = lengthNormalization
  }
}

/// What an index's scores are computed with; written into it, since impacts are computed when it is built.
package struct IndexSettings: Hashable, Sendable {
  /// 1 to 4 fields; the first is the text itself, the others name it.
  package let fields: [IndexField]
  /// Saturation: the higher, the more a second occurrence adds.
  package let k1: Float
  /// Words below which a text counts as no shorter: a heading or a cell says less than a sentence with the same word,
  /// although it is all about it.
  package let shortest: Int

  /// The defaults are those measured best over question collections of three kinds; a sentence has about 20 words.
  package init(fields: [IndexField], k1: Float = 0.9, shortest: Int = 20) {
    self.fields = fields
    self.k1 = k1
    self.shortest = shortest
  }

  /// The ranking grams of a text as long as one word, about.
  static let gramsPerWord = 3

  /// The most fields an index can have: a posting packs one count of eight bits for each.
  package static let mostFields = 4
}
