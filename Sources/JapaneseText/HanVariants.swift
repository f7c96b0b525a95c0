/// Code points that print like a Han character in use but that NFKC leaves alone.
///
/// Texts taken out of PDFs are full of them: fonts give the outline of 長 the code point of its radical (`成⻑`).
/// Source: Unicode's EquivalentUnifiedIdeograph.txt for the radicals; the rest are forms of names.
enum HanVariants {
  /// The Han character in use for a scalar; the scalar itself where there is no other.
  static func unified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case ..<0x2E80, 0x3000...0x30FF: scalar
    // The bulk of every text: a look-up for each would be dear.
    case 0x4E00...0x9FFF: scalar == "髙" ? "高" : scalar
    default: table[scalar] ?? scalar
    }
  }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = """
      ⺁厂 ⺄乙 ⺅亻 ⺆冂 ⺇几 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺠民 ⺡氵 ⺢氺 ⺣灬 \
      ⺤爫 ⺥爪 ⺦丬 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳网 ⺴罓 ⺵网 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺聿 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 \
      ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 \
      ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龟 ⻲亀 﨑崎 𠮷吉
      """
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in pairs.split(separator: " ") {
      let scalars = Array(pair.unicodeScalars)
      if scalars.count == 2 { table[scalars[0]] = scalars[1] }
    }
    return table
  }()
}
