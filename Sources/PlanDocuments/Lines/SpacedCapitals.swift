/// Puts capitals together that are set wide, each a word of its own: `（K I S）` is `（KIS）`. Other spaces stay.
package func joiningSpacedCapitals(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
  scalars.indices.compactMap { i in
    scalars[i] == " " && isSingleCapital(scalars, i - 1) && isSingleCapital(scalars, i + 1)
      ? nil : scalars[i]
  }
}

/// A capital with no letter or digit at either side.
private func isSingleCapital(_ scalars: [Unicode.Scalar], _ i: Int) -> Bool {
  guard scalars.indices.contains(i), (0x41...0x5A).contains(halfWidth(scalars[i])) else { return false }
  return [i - 1, i + 1].allSatisfy { !scalars.indices.contains($0) || !isLatinOrDigit(scalars[$0]) }
}

private func isLatinOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  let value = halfWidth(scalar)
  return (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
}

private func halfWidth(_ scalar: Unicode.Scalar) -> UInt32 {
  (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
}
