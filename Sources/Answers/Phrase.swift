/// Everything that is said to people, in each language, with numbered blanks. Data formats and their field names are not said.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  // what is wrong with a question
  case emptyQuestion, nothingBefore, noWords, tooLong, goalOutOfRange, levelOutOfRange, contradiction
  case misplaced, exclusion, negation, comparison, number, unreadableNumber, reversedBounds, reckoning, order,
    year
  case unlikeUnits, noUnit, severalFigures, notUTF8
  // what may be missing from an answer
  case wordNotUnderstood, wordsNotUnderstood, rowUnread, rowsUnread, noneRead, notStated, overPart,
    figuresUnread
  case ordersUnlikeUnits, byName, byNameMore, byText, passagesInstead, leftOutOfIndex, changedSince, withheld,
    fewMore
  // what should be known besides
  case notOrdered, leftOutOfOrder, shareFirst, moreLikeLast, leftOut, partOf, clash, nothingOf
  // the first sentence of an answer
  case thereIsOne, thereAre, found, firstInOrder, allInOrder, placeInOrder, firstPrinted, noneFound, noMatch
  case valueOfAll, valueOfOne, pointsOfOne, isValue, shareIs, groups, course, sideBySide, definition,
    noUnitStated
  case largestFirst, smallestFirst, incomplete, sentence
  // a noun with what holds of it, as subjects of Japanese sentences have it
  case equalText, equalNumber, unequal, less, atMost, greater, atLeast, sameAsField, unlikeField,
    lessThanField
  case atMostField, greaterThanField, atLeastField, startsWith, contains, lacks, under, named, matching, about
  case inDocument, ofBureau, meetsConditions
  // around the items of an answer
  case completeOf, plainOf, noneOfKind, fromAll, more, also, alsoPick, tryInstead, unread, note, notShown,
    sameMeasure
  case source, name, yes, no, schedule, yearUnknown, fiscalYear, calendarYear, fiscalYears, orLater,
    notStatedGroup
  case changed

  /// The English and the Japanese wording.
  package var both: (english: String, japanese: String) {
    switch self {
    case .emptyQuestion:
      (
        "the question is empty; for example: 決算が30万を超える事業, KPI for noise",
        "質問が空です。例：決算が30万を超える事業、KPI for noise"
      )
    case .nothingBefore:
      (
        "\"{1}\" points back, and nothing was asked before; name the thing",
        "「{1}」は前の質問を指しますが、前の質問がありません。名前で聞いてください"
      )
    case .noWords: ("there is no word in the question that could be looked up", "調べられる語が質問にありません")
    case .tooLong:
      ("the question has {1} characters; {2} are read at most", "質問が{1}文字あります。読めるのは{2}文字までです")
    case .goalOutOfRange: ("SDG goals are 1 to 17, not {1}", "SDGsのゴールは1から17までで、{1}はありません")
    case .levelOutOfRange: ("an achievement level is 1 to 5, not {1}", "達成度は1から5までで、{1}はありません")
    case .contradiction:
      (
        "no {1} satisfies both bounds; use or (または) where either may hold",
        "両方の条件を満たす{1}はありません。どちらかでよければ「または」を使ってください"
      )
    case .misplaced: ("\"{1}\" {2}", "「{1}」{2}")
    case .exclusion:
      (
        "leaves something out, and what is not understood; put the name or the condition right beside it",
        "で何を除くのか読み取れません。除くものの名前か条件をすぐそばに書いてください"
      )
    case .negation:
      (
        "denies something, and what is not understood; say what is asked for instead",
        "で何を打ち消すのか読み取れません。求めるものを直接書いてください"
      )
    case .comparison:
      (
        "compares, and with what is not understood; name a field and a number",
        "で何と比べるのか読み取れません。項目と数を書いてください"
      )
    case .number:
      (
        "is a value of nothing that the question names; say of which field it is",
        "がどの項目の値か読み取れません。項目の名前を添えてください"
      )
    case .unreadableNumber: ("is no number", "は数として読めません")
    case .reversedBounds:
      ("goes from the larger to the smaller; say the smaller bound first", "は大きい方から小さい方への範囲です。小さい方を先に書いてください")
    case .reckoning:
      ("asks for more than one reckoning at a time; ask for each by itself", "では計算が二つ以上になります。一つずつ聞いてください")
    case .order:
      (
        "puts things in an order, and by what is not said; name a field: 予算上位3事業, top 3 projects by budget",
        "で何の順に並べるのか書かれていません。項目を添えてください。例：予算上位3事業"
      )
    case .year:
      (
        "is counted from a year, and none was asked about before; say the year",
        "はある年から数えますが、前に聞いた年がありません。年を書いてください"
      )
    case .unlikeUnits: ("figures in unlike units can't be reckoned together: {1}", "単位の違う数値は合わせて計算できません：{1}")
    case .noUnit: ("no unit", "単位なし")
    case .severalFigures:
      (
        "{1}: several figures are printed, name the document or the year: {2}",
        "{1}：複数の数値が書かれています。文書か年を添えてください：{2}"
      )
    case .notUTF8: ("the line is not UTF-8 at byte offset {1}", "この行は{1}バイト目から UTF-8 ではありません")

    case .wordNotUnderstood: ("{1} was not understood", "「{1}」は読み取れませんでした")
    case .wordsNotUnderstood: ("{1} were not understood", "「{1}」は読み取れませんでした")
    case .rowUnread: ("{1} row unread", "読み取れなかった行が{1}行あります")
    case .rowsUnread: ("{1} rows unread", "読み取れなかった行が{1}行あります")
    case .noneRead: ("no {1} were read in these documents", "この文書群から読み取れた{1}はありません")
    case .notStated: ("{1} of {2}: not stated", "{2}の{1}は書かれていません")
    case .overPart:
      (
        "no figure for all of them; of the {1} that were read it is {2}",
        "全体の値は出せません。読み取れた{1}件については {2} です"
      )
    case .figuresUnread:
      (
        "left out, since the figure printed was not read as a number: {1}",
        "書かれている値を数として読めなかったので除きました：{1}"
      )
    case .ordersUnlikeUnits: ("in an order of figures in unlike units: {1}", "単位の違う数値の順に並べています：{1}")
    case .byName: ("by name; {1} more by text: {2}", "名前で探しました。本文で触れるものがほかに{1}件あります：{2}")
    case .byNameMore: ("by name; {1} more speak of it: :more", "名前で探しました。触れているものがほかに{1}件あります：:more")
    case .byText: ("by text: no name has \"{1}\"", "名前に「{1}」があるものはないので、本文で探しました")
    case .passagesInstead:
      ("no {1} match; passages that hold the words follow", "当てはまる{1}はありません。語を含む本文を示します")
    case .leftOutOfIndex: ("left out of the index: {1}", "索引に入っていません：{1}")
    case .changedSince: ("changed since indexed: {1}", "索引を作ったあとで変わりました：{1}")
    case .withheld:
      (
        "withheld, since a figure does not stand in the lines it cites: {1}",
        "出典の行に数値が見当たらないので示しません：{1}"
      )
    case .fewMore: ("{1} and {2} more", "{1}、ほか{2}件")

    case .notOrdered: ("no {1} is stated: in the printed order", "{1}が書かれていないので、書かれている順です")
    case .leftOutOfOrder: ("{1} without {2} left out of the order", "{2}の書かれていない{1}件は並べていません")
    case .shareFirst: ("{1} share the same {2}", "同じ{2}のものが{1}件あります")
    case .moreLikeLast: ("{1} more have the same {2} as the last", "最後と同じ{2}のものがほかに{1}件あります")
    case .leftOut: ("left out, without {1}: {2}", "{1}の書かれていないものは除きました：{2}")
    case .clash:
      ("{1} is printed as {2}, and its parts come to {3}", "{1}は{2}と書かれていますが、内訳を合わせると{3}です")
    case .partOf: ("{1} of {2}", "{2}件のうち{1}件")
    case .nothingOf: ("{1}: none", "{1}：ありません")

    case .thereIsOne: ("There is 1 {1}.", "{1}は1件です。")
    case .thereAre: ("There are {2} {1}.", "{1}は{2}件です。")
    case .found: ("{2} {1} found.", "{1}は{2}件見つかりました。")
    case .firstInOrder: ("{3} of {2} {1}, {5} {4} first.", "{1}{2}件のうち、{4}の{5}順に{3}件です。")
    case .allInOrder: ("{2} {1}, {4} {3} first.", "{1}{2}件を、{3}の{4}順に並べました。")
    case .placeInOrder: ("Number {3} of {2} {1}, {5} {4} first.", "{1}{2}件のうち、{4}の{5}順で{3}番目です。")
    case .firstPrinted: ("{3} of {2} {1}, as they are printed.", "{1}{2}件のうち、書かれている順に{3}件です。")
    case .largestFirst: ("largest", "大きい")
    case .smallestFirst: ("smallest", "小さい")
    case .noneFound: ("No {1} found.", "{1}は見つかりませんでした。")
    case .noMatch: ("No match for: {1}", "「{1}」に合うものは見つかりませんでした。")
    case .valueOfAll: ("The {4} of {3} of {2} {1} is {5}.", "{1}{2}件の{3}の{4}は {5}です。")
    case .valueOfOne: ("The {2} of {1} is {3}.", "{1}の{2}は {3}です。")
    case .pointsOfOne: ("{1}: {2}", "{1}：{2}")
    case .isValue: ("The answer is {1}.", "答えは {1}です。")
    case .shareIs: ("The share is {1}.", "割合は {1}です。")
    case .groups: ("{2} groups of {1} by {3}.", "{1}を{3}ごとに分けると{2}組です。")
    case .course: ("The course of {1}, as {2} printings have it.", "{1}の推移です（{2}件の記載）。")
    case .sideBySide: ("{1} side by side.", "{1}件を並べて示します。")
    case .definition: ("{1}: {2}", "「{1}」とは：{2}")
    case .noUnitStated: ("{1} (no unit stated)", "{1}（単位の記載なし）")
    case .incomplete: ("Not complete: {1}", "すべてとは限りません：{1}")
    case .sentence: ("{1}.", "{1}。")

    case .equalText: ("{1} = {2}", "{1}が「{2}」の")
    case .equalNumber: ("{1} = {2}", "{1}が{2}の")
    case .unequal: ("{1} != {2}", "{1}が{2}でない")
    case .less: ("{1} < {2}", "{1}が{2}未満の")
    case .atMost: ("{1} <= {2}", "{1}が{2}以下の")
    case .greater: ("{1} > {2}", "{1}が{2}を超える")
    case .atLeast: ("{1} >= {2}", "{1}が{2}以上の")
    case .sameAsField: ("{1} = {2}", "{1}が{2}と同じ")
    case .unlikeField: ("{1} != {2}", "{1}が{2}と違う")
    case .lessThanField: ("{1} < {2}", "{1}が{2}を下回る")
    case .atMostField: ("{1} <= {2}", "{1}が{2}以下の")
    case .greaterThanField: ("{1} > {2}", "{1}が{2}を超える")
    case .atLeastField: ("{1} >= {2}", "{1}が{2}以上の")
    case .startsWith: ("{1} starts with {2}", "{1}が「{2}」で始まる")
    case .contains: ("{1} contains {2}", "{1}に「{2}」を含む")
    case .lacks: ("without {1}", "{1}の記載がない")
    case .under: ("under {1}", "「{1}」の下の")
    case .named: ("named {1}", "「{1}」という名前の")
    case .matching: ("matching {1}", "「{1}」に当たる")
    case .about: ("about {1}", "「{1}」に触れる")
    case .inDocument: ("in {1}", "文書「{1}」の")
    case .ofBureau: ("of {1}", "{1}の")
    case .meetsConditions: ("that meet the conditions", "条件に合う")

    case .completeOf: ("{1} of {2} {3}, 0 rows unread", "{3}{2}件のうち{1}件、読み取れなかった行は0行")
    case .plainOf: ("{1} of {2}", "{2}件のうち{1}件")
    case .noneOfKind: ("no {1} match", "当てはまる{1}はありません")
    case .fromAll: ("from {1}, 0 rows unread", "{1}件から、読み取れなかった行は0行")
    case .more: ("… {1} more: {2}", "… ほかに{1}件：{2}")
    case .also: ("It can also mean:", "ほかの読み方：")
    case .alsoPick: ("It can also mean (:pick N):", "ほかの読み方（:pick N）：")
    case .tryInstead: ("Try: {1}", "近いもの：{1}")
    case .unread: ("  unread: {1}", "  読み取れなかった行：{1}")
    case .note: ("Note: {1}", "注：{1}")
    case .notShown: ("not shown: {1}: {2}", "表示していない項目：{1}：{2}")
    case .sameMeasure: ("same measure: {1}: {2}", "同じ指標：{1}：{2}")
    case .source: ("source", "出典")
    case .name: ("name", "名前")
    case .yes: ("yes", "はい")
    case .no: ("no", "いいえ")
    case .schedule: ("schedule", "予定")
    case .yearUnknown: ("year unknown", "年不明")
    case .fiscalYear: ("FY{1}", "{1}年度")
    case .calendarYear: ("{1} (calendar year)", "{1}年")
    case .fiscalYears: ("FY{1}–{2}", "{1}〜{2}年度")
    case .orLater: ("{1} or later", "{1}以降")
    case .notStatedGroup: ("(not stated)", "（記載なし）")
    case .changed: (" (changed since indexed)", "（索引を作ったあとで変わりました）")
    }
  }
}
