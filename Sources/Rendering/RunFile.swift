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
}
