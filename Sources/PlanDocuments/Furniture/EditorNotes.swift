/// Lines in 〔…〕 above the text, by which an editor says where it comes from: `〔原典〕…`.
enum EditorNotes {
  static func find(_ lines: [LineText], _ text: [Int]) -> [Int] {
    Array(text.prefix { lines[$0].scalars.first == "〔" })
  }
}
