import SystemFiles
import TestSupport
import Testing

@Suite("Where bytes stop being UTF-8")
struct TextValidationTests {
  @Test(
    "bytes that are no UTF-8 are found",
    arguments: [
      ([0x41, 0xE5, 0xB7], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0x61, 0xF4, 0x90, 0x80, 0x80], 1),
    ] as [([UInt8], Int)])
  func invalid(_ bytes: [UInt8], _ offset: Int) {
    #expect(TextValidation.firstInvalidByte(in: bytes) == offset)
  }

  @Test func `the two validators agree on random bytes`() {
    var random = SeededRandom(seed: .random(in: .min ... .max))
    for _ in 0..<3_000 {
      let bytes = (0..<6).map { _ in
        [0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0xEF, 0xF0, 0x90, 0xF4].randomElement(using: &random)!
          as UInt8
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((TextValidation.firstInvalidByte(in: bytes) == nil) == isValid, "\(bytes), seed \(random.seed)")
    }
  }
}
