import JapaneseText
import PlanDocuments

/// A cell that is one amount of money.
struct MoneyCell: Hashable {
  let value: ExactNumber
  /// What the cell itself prints behind the amount; the amount is then counted in it.
  let unit: String?
  let text: String

  /// nil where the cell is more or less than an amount of money.
  init?(_ text: String) {
    guard let shape = FigureShape(text, units: ["円"]), shape.quantity.bound == nil else { return nil }
    value = shape.quantity.value
    unit = shape.quantity.unit
    self.text = shape.text
  }
}
