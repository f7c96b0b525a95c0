import Analysis

/// The name of a posting list: the stream it belongs to and the token, as UTF-8. Lists stand in order of their bytes.
enum TermKey {
  static let word = UInt8(ascii: "w")
  static let gram = UInt8(ascii: "g")

  static func word(_ scalars: [Unicode.Scalar]) -> [UInt8] { key(word, scalars) }

  static func gram(_ gram: Gram) -> [UInt8] { key(Self.gram, gram.scalars) }

  private static func key(_ stream: UInt8, _ scalars: [Unicode.Scalar]) -> [UInt8] {
    var bytes = [stream]
    for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar()) }
    return bytes
  }
}
