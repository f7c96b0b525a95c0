import Answers

extension Answer {
  /// True where it claims to be what was asked for, and all of it: nothing unknown, nothing said to be missing. Passages claim nothing.
  var isConfident: Bool {
    guard status == .answered, let first = readings.first else { return false }
    return first.kind != .passages && words.unknown.isEmpty && first.isComplete
  }
}
