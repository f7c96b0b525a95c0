import Foundation

/// Programs of others that some tests need.
package enum Tool {
  /// True where the program is on the PATH; also where `$SHIRABE_TOOLS` is `required`, so that a run that is to have all
  /// of them fails instead of skipping a test.
  package static func isHere(_ name: String) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["SHIRABE_TOOLS"] == "required"
      || (environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
      }
  }
}
