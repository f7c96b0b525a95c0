/// The run files of retrieval experiments: columns with a space between.
package enum RunFile {
  /// A text as one column: white space, `%` and what could steer a terminal are percent-encoded (RFC 3986).
  package static func column(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if scalar == "%" || scalar.steers || scalar.properties.isWhitespace {
        for byte in String(scalar).utf8 {
          out += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Scores with six decimal places, each below the one before, so that no reader of runs sees a tie and puts it in an order of its own.
  /// - Parameter scores: falling; equal ones are printed as far apart as a printed figure can be.
  package static func scores(_ scores: [Double]) -> [String] {
    var last = Int.max
    return scores.map { score in
      last = min(Int((max(0, min(score, 1e9)) * 1_000_000).rounded()), last - 1)
      let fraction = String(last.magnitude % 1_000_000)
      let zeros = String(repeating: "0", count: 6 - fraction.count)
      return "\(last < 0 ? "-" : "")\(last.magnitude / 1_000_000).\(zeros)\(fraction)"
    }
  }
}
