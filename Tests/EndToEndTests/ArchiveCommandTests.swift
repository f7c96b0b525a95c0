import TestSupport
import Testing

@Suite("Editions, receipts and checks") struct ArchiveCommandTests {
  private let folder = TemporaryDirectory()
  private static let text =
    "みどり市 水と緑の計画\n\n| 指標 | 現状値(令和4年度) | 目標値(令和9年度) |\n|---|---|---|\n| 来館者数 | 120人 | 150人 |\n"
  private static let later = text.split(separator: "150人", omittingEmptySubsequences: false).joined(
    separator: "160人")

  private func run(_ arguments: String...) throws -> ShirabeProcess {
    try ShirabeProcess(arguments, environment: ["SHIRABE_INDEX": folder.path + "/i"])
  }

  @Test func `two editions are files, documents or indexes`() throws {
    let (old, new) = (try folder.write("2022.txt", Self.text), try folder.write("2025.txt", Self.later))
    let expected = """
      target moved  indicator  来館者数  points.target
        - FY2027 150人  (2022:5)
        + FY2027 160人  (2025:5)

      1 of 1 changes

      """
    let files = try run("diff", old, new)
    #expect(files.status == 0 && files.output == expected, "\(files.output)")
    for file in [old, new] { #expect(try run("index", "--index", "\(file).index", file).status == 0) }
    #expect(try run("diff", "\(old).index", "\(new).index").output == files.output)
    #expect(try run("index", old, new).status == 0)
    #expect(try run("diff", "2022", "2025").output == files.output)
    #expect(try run("diff", "--format", "jsonl", old, new).lines.count == 1)
    let none = try run("diff", old, old)
    #expect(none.status == 1 && none.output == "no changes\n")
    #expect(try run("diff", old, folder.path + "/none").status == 2)
  }

  @Test func `a receipt is verified, and tells the line of a figure that changed`() throws {
    let plan = try folder.write("plan.txt", Self.text)
    let receipt = folder.path + "/receipt.json"
    #expect(try run("index", plan).status == 0)
    #expect(try run("ask", "--receipt", receipt, "来館者数の目標は？").status == 0)
    let same = try run("verify", receipt)
    #expect(same.status == 0 && same.output.contains("as they were; the index is the same"), "\(same.output)")
    try folder.write("plan.txt", Self.later)
    let changed = try run("verify", receipt)
    #expect(changed.status == 1)
    #expect(changed.output.contains("+ | 来館者数 | 120人 | 160人 |  (plan:5)"), "\(changed.output)")
    #expect(try run("index", plan).status == 0)
    #expect(try run("verify", "--format", "jsonl", receipt).output.contains("\"finding\":\"fieldChanged\""))
    #expect(try run("verify", plan).status == 2)
    #expect(try run("verify", folder.path + "/none").status == 2)
  }

  @Test func `check says what is wrong, and takes sources from where they are now`() throws {
    try folder.write("a/plan.txt", Self.text)
    #expect(try run("index", folder.path + "/a").status == 0)
    let whole = try run("check")
    #expect(whole.status == 0 && whole.output.hasSuffix(": whole, and its sources are as they were\n"))
    try folder.write("a/plan.txt", Self.later)
    let changed = try run("check")
    #expect(
      changed.status == 1 && changed.output.hasPrefix("changed  \(folder.path)/a/plan.txt\n"),
      "\(changed.output)")
    try folder.move("a", to: "b")
    #expect(try run("check").output.hasPrefix("gone  \(folder.path)/a/plan.txt\n"))
    let refused = try run("index", folder.path + "/b")
    #expect(refused.status == 2 && refused.errors.contains("--prune"))
    #expect(try run("check", "--relocate", folder.path + "/b").status == 0)
    #expect(try run("check").status == 0)
    #expect(try run("index", "--remove", "plan").status == 2, "nothing would be left")
  }

  @Test func `contradictions are listed with their places`() throws {
    #expect(try run("index", try folder.write("2022.txt", Self.text)).status == 0)
    #expect(try run("check", "--contradictions").status == 0)
    #expect(try run("index", try folder.write("2025.txt", Self.later)).status == 0)
    let found = try run("check", "--contradictions")
    #expect(found.status == 1)
    let expected =
      "figures  indicator  来館者数  points.target\n    FY2027 150人  (2022:5)\n    FY2027 160人  (2025:5)\n"
    #expect(found.output.hasPrefix(expected), "\(found.output)")
  }

  @Test func `a scope leaves out the other documents, and must name one`() throws {
    #expect(
      try run("index", try folder.write("2022.txt", Self.text), try folder.write("2025.txt", Self.later))
        .status == 0)
    let all = try run("ask", "--format", "json", "来館者数の目標は？")
    #expect(all.output.contains("150人") && all.output.contains("160人"))
    let one = try run("ask", "--format", "json", "--in", "2025", "来館者数の目標は？")
    #expect(!one.output.contains("150人") && one.output.contains("160人"), "\(one.output)")
    #expect(one.output.contains("in \\\"2025\\\""), "\(one.output)")
    #expect(try run("ask", "--in", "2022", "--in", "2025", "来館者数の目標は？").status == 1)
    let refused = try run("ask", "--in", "あかね市", "--lang", "ja", "来館者数の目標は？")
    #expect(refused.status == 2 && refused.errors.contains("あかね市"), "\(refused.errors)")
  }
}
