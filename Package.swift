// swift-tools-version: 6.1
import PackageDescription

// Bottom-up: a target imports only what stands above it in this file, and names each one.
let package = Package(
  name: "shirabe",
  products: [.executable(name: "shirabe", targets: ["shirabe"])],
  traits: [
    .trait(name: "Web", description: "`shirabe serve`, answers in a browser; needs FlyingFox")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .target(name: "CFaultGuard"),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "CReadings", exclude: ["readings.txt"]),
    .target(name: "JapaneseText", dependencies: ["CICU", "CReadings"]),
    .target(name: "Phrases", dependencies: ["JapaneseText"]),
    .target(name: "SystemFiles", dependencies: ["CFaultGuard", "Phrases"]),
    .target(name: "CLexicons"),
    .target(name: "Analysis", dependencies: ["CLexicons", "SystemFiles", "JapaneseText", "Phrases"]),
    .target(name: "InvertedIndex", dependencies: ["SystemFiles", "JapaneseText", "Phrases", "Analysis"]),
    .target(name: "PageLayout", dependencies: ["JapaneseText"]),
    .target(name: "SourceFiles", dependencies: ["SystemFiles", "JapaneseText", "Phrases", "PageLayout"]),
    .target(name: "PlanDocuments", dependencies: ["JapaneseText", "SourceFiles"]),
    .target(
      name: "PlanFacts", dependencies: ["JapaneseText", "Analysis", "SourceFiles", "PlanDocuments"]),
    .target(
      name: "PlanLibrary",
      dependencies: [
        "SystemFiles", "JapaneseText", "Phrases", "Analysis", "InvertedIndex", "PageLayout", "SourceFiles",
        "PlanDocuments",
        "PlanFacts",
      ]),
    .target(name: "Questions", dependencies: ["JapaneseText", "Phrases", "Analysis", "PlanFacts"]),
    .target(
      name: "Answers",
      dependencies: [
        "JapaneseText", "Phrases", "Analysis", "InvertedIndex", "SourceFiles", "PlanDocuments", "PlanFacts",
        "PlanLibrary",
        "Questions",
      ]),
    .target(
      name: "Rendering",
      dependencies: [
        "JapaneseText", "Phrases", "PageLayout", "SourceFiles", "PlanDocuments", "PlanFacts", "Questions",
        "Answers",
      ]),
    .target(
      name: "Evaluation",
      dependencies: [
        "SystemFiles", "JapaneseText", "Phrases", "Analysis", "SourceFiles", "PlanDocuments", "PlanFacts",
        "PlanLibrary",
        "Answers", "Rendering",
      ]),
    .target(
      name: "Pages",
      dependencies: [
        "SystemFiles", "JapaneseText", "Phrases", "PageLayout", "SourceFiles", "PlanDocuments", "PlanFacts",
        "PlanLibrary",
        "Questions", "Answers", "Rendering",
      ],
      resources: [.embedInCode("style.css"), .embedInCode("script.js")]),
    .target(
      name: "Serving",
      dependencies: [
        "Pages", .product(name: "FlyingSocks", package: "FlyingFox", condition: .when(traits: ["Web"])),
      ]),
    .executableTarget(
      name: "shirabe",
      dependencies: [
        "SystemFiles", "JapaneseText", "Phrases", "Analysis", "InvertedIndex", "PageLayout", "SourceFiles",
        "PlanDocuments", "PlanFacts",
        "PlanLibrary",
        "Questions", "Answers", "Rendering", "Evaluation", "Pages", "Serving",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "Damage",
      dependencies: ["SystemFiles", "SourceFiles", "PlanDocuments", "PlanLibrary", "Answers", "TestSupport"],
      path: "Tests/Damage"),
    .executableTarget(name: "DamageRuns", dependencies: ["Damage"], path: "Tests/DamageRuns"),
    .testTarget(name: "DamageTests", dependencies: ["Damage"]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["SystemFiles", "JapaneseText", "Analysis", "InvertedIndex", "TestSupport"],
      path: "Tests/Benchmarks"),
    .testTarget(name: "SystemFilesTests", dependencies: ["SystemFiles", "TestSupport"]),
    .testTarget(name: "JapaneseTextTests", dependencies: ["JapaneseText", "TestSupport"]),
    .testTarget(
      name: "AnalysisTests", dependencies: ["JapaneseText", "Analysis", "TestSupport"]),
    .testTarget(
      name: "InvertedIndexTests",
      dependencies: ["SystemFiles", "JapaneseText", "Analysis", "InvertedIndex", "TestSupport"],
      exclude: ["Frozen"]),
    .testTarget(name: "PageLayoutTests", dependencies: ["JapaneseText", "PageLayout", "TestSupport"]),
    .testTarget(
      name: "SourceFilesTests",
      dependencies: ["SystemFiles", "JapaneseText", "Phrases", "PageLayout", "SourceFiles", "TestSupport"],
      exclude: ["Goldens", "Traces"]),
    .testTarget(
      name: "PlanDocumentsTests",
      dependencies: ["JapaneseText", "SourceFiles", "PlanDocuments", "TestSupport"]),
    .testTarget(
      name: "PlanFactsTests",
      dependencies: ["JapaneseText", "Analysis", "SourceFiles", "PlanDocuments", "PlanFacts", "TestSupport"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "PlanLibraryTests",
      dependencies: [
        "SystemFiles", "JapaneseText", "Phrases", "Analysis", "InvertedIndex", "PageLayout", "SourceFiles",
        "PlanDocuments", "PlanFacts",
        "PlanLibrary",
        "TestSupport",
      ],
      exclude: ["Goldens"]),
    .testTarget(
      name: "QuestionsTests",
      dependencies: ["JapaneseText", "Analysis", "PlanFacts", "Questions", "TestSupport"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "AnswersTests",
      dependencies: [
        "JapaneseText", "Phrases", "Analysis", "PlanDocuments", "PlanFacts", "PlanLibrary", "Questions",
        "Answers",
        "TestSupport",
      ],
      exclude: ["Goldens", "Plans"]),
    .testTarget(
      name: "RenderingTests",
      dependencies: [
        "JapaneseText", "Phrases", "PageLayout", "SourceFiles", "PlanDocuments", "PlanFacts", "Answers",
        "Rendering",
        "TestSupport",
      ],
      exclude: ["Goldens"]),
    .testTarget(
      name: "PagesTests",
      dependencies: [
        "SystemFiles", "JapaneseText", "PageLayout", "SourceFiles", "PlanDocuments", "PlanFacts",
        "PlanLibrary",
        "Answers", "Rendering", "Pages", "TestSupport",
      ]),
    .testTarget(name: "BrowserTests", dependencies: ["TestSupport", "shirabe"]),
    .testTarget(
      name: "EvaluationTests",
      dependencies: [
        "SystemFiles", "JapaneseText", "Analysis", "InvertedIndex", "PlanDocuments", "PlanLibrary", "Answers",
        "Rendering", "Evaluation", "TestSupport",
      ],
      exclude: ["Run"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "SystemFiles", "Analysis", "JapaneseText", "Phrases", "PlanDocuments", "PlanLibrary", "Answers",
        "Rendering", "Evaluation", "TestSupport",
        "shirabe",
      ],
      exclude: ["Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)
