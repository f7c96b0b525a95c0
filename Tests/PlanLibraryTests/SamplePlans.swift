import PlanDocuments

/// Invented plans of a city that does not exist.
enum SamplePlans {
  static let green = Plan(
    id: "midori-green-plan", path: "plans/midori-green-plan.txt",
    text: """
      みどり市 緑の基本計画

      第１章 計画の考え方

      　市民１人あたりの公園面積を増やし、雨水の地下への
      しみこみを助けます。

      第２章 取組

      (1) 公園をつくる
      ・駅前の広場に樹木を植えます。
      ・サーバーの熱を温室に送ります。
      """)

  static let bus = Plan(
    id: "midori-bus-plan", path: "plans/midori-bus-plan.txt",
    text: "みどり市 バス計画\n\n　バスの停留所に屋根を付けます。\n\n　樹木のある停留所を増やします。\n")
}
