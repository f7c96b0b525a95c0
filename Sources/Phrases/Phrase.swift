/// Everything that is said to people, in each language, with numbered blanks. Data formats and their field names are not said.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  // what is wrong with a question
  case emptyQuestion, nothingBefore, noWords, tooLong, goalOutOfRange, levelOutOfRange, contradiction
  case misplaced, exclusion, negation, comparison, number, unreadableNumber, reversedBounds, reckoning, order,
    year
  case unlikeUnits, noUnit, severalFigures, notUTF8
  // what may be missing from an answer
  case wordNotUnderstood, wordsNotUnderstood, rowUnread, rowsUnread, noneRead, notStated, stated, overPart,
    figuresUnread
  case ordersUnlikeUnits, byName, byNameMore, byText, wordsApart, passagesInstead, ofEverything, ofEarlier
  case leftOutOfIndex, changedSince, withheld, fewMore
  // what should be known besides
  case readAs, newest, countedIn, yearsApart, oneIsBest, unstated, leftOutOfOrder, shareFirst, moreLikeLast,
    leftOut,
    partOf,
    clash,
    nothingOf
  // the first sentence of an answer
  case thereIsOne, thereAre, found, firstInOrder, allInOrder, placeInOrder, firstPrinted, noneFound, noMatch
  case valueOfAll, valueOfOne, pointsOfOne, metOfOne, notMetOfOne, isValue, shareIs, groups, course,
    sideBySide, definition, definitionsOf,
    noUnitStated
  case largestFirst, smallestFirst, bestFirst, worstFirst, incomplete, sentence
  // a noun with what holds of it, as subjects of Japanese sentences have it
  case equalText, equalNumber, unequal, less, atMost, greater, atLeast, sameAsField, unlikeField,
    lessThanField
  case atMostField, greaterThanField, atLeastField, startsWith, contains, lacks, under, named, matching, about
  case inDocument, alsoInDocument, ofBureau, meetsConditions
  // around the items of an answer
  case completeOf, plainOf, noneOfKind, fromAll, more, also, alsoPick, tryInstead, unread, note, notShown,
    sameMeasure
  case source, name, yes, no, schedule, yearUnknown, fiscalYear, calendarYear, fiscalYears, orLater,
    notStatedGroup
  case changed
  // a conversation
  case greeting, nothingKept, nothingKeptBecause, begunAnew, formatSet, limitSet, languageAsAsked,
    languageSet, timingOn
  case timingOff, isThisRight, keptIn, keptAsOpen, savedAs, noAnswerYet, readWordByWord, ignoredWords,
    nothingMore
  case readingsOfLast, itemsOfLast, nothingKnown, linesAndFacts, notInLexicons, indexUnreadable, howToAsk,
    forExample
  case linesByFate, factsByKind, tablesByFate, rowsThatAreUnread, totalsThatClash, figuresInNoFact
  case plainTable, tableNumber, rowOf
  case linesAndTables, sourcesWhole, receiptHolds, receiptHoldsElsewhere
  case sameThing, shownOfFound, unreadPlace, noneOf, someOf
  case documentCount, passageCount, unreadCount, leftOutCount
  case factsOf, pagesAndMore, pagesSomeEmpty, tablesAndRows, tablesOfKind, tablesPlain, tablesUnread,
    unknownHeads, noNames,
    doubtfulCells, unknownScope, byPageForm, byRowAndColumn, byLabels
  case everythingRead, seeCoverage, seeUnread, seeDocument, noDocument, noTeaching, unknownOff, unknownOn,
    unknownKept,
    unknownGone
  case commands, onceMoreLeaves, interrupted, whyOtherKind, whyMeets, whyKeptOut
  case interruptedBefore, interruptedBeforeAny, interruptedWhenBuilt, interruptedInstall, readingsKept
  case noCommand, noCommandButNear, needsNumber, needsName, needsText, needsNote, needsFile, needsOnOff,
    noFormat
  case needsLanguage
  case helpMeaning, pickMeaning, itemMeaning, moreMeaning, allMeaning, wideMeaning, sourceMeaning, openMeaning
  case whyMeaning, explainMeaning, tokensMeaning, lexiconMeaning, documentsMeaning, formatMeaning,
    limitMeaning
  case unreadMeaning, teachMeaning, unknownMeaning
  case langMeaning, timingMeaning, expectMeaning, wrongMeaning, saveMeaning, historyMeaning, newMeaning
  case reloadMeaning, quitMeaning
  case countMeaning, sumMeaning, averageMeaning, tableMeaning, courseMeaning, definitionMeaning
  // the pages of the web
  case pageProduct, pageTagline, pageAsk, pageQuestion, pageQuestionHint, pageDocuments, pageHelp
  case pageOtherLanguage, pageSkip, pageReadings, pageReading, pageEditReading, pageAskThis, pageEarlier
  case pageBegin, pageWordsOfQuestion, pageUsed, pageName, pageLooked, pageDropped, pageUnknown
  case pageIncomplete, pageUnreadRows, pageNotes, pageSuggestions, pageTryThese, pageComplete, pageShown
  case pageShowAll, pageSourceOf, pagePrevious, pageNext, pageClose, pageChanged, pageRepeated
  case pageSection, pageOpenDocument, pagePageDrawn, pageNotDrawn, pageNotStated, pageTotal, pageLeftOut
  case pageCopyAs, pageCopy, pageCopied, pageHiddenFields, pageCourse, pageDocumentTitle, pageFileName
  case pageLines, pageFacts, pageTables, pageTablesSeen, pageTablesRead, pagePlainTables, pageUnreadTables,
    pagePages,
    pageLate, pageRowsUnread, pageNotRead
  case pageReason, pageNothingLeftOut, pageLinesFrom, pageAnsweredBy, pageOffline, pageKeys, pageKeysOn
  case pageKeyAsk, pageKeyMove, pageKeyOpen, pageKeyHelp, pageKeyReadings, pageExamples, pageAddresses
  case pageIndexHow, pageNoIndex, pageNotFound, pageBadRequest, pageTooLong, pageWrongHost
  case pageWrongMethod, pageNeedsToken, pageToken, pageOpen, pageBusy, pageTimeout, pageNoDocument
  case pageStatus, pageSortedDown, pageSortedUp
  // what is wrong with files and folders
  case osNotFound, osDenied, osFull, osReadOnly, osExists, osIsFolder
  case notRegular, notADirectory, fileTooLarge, fileNotUTF8, pathAnd, andRemedy
  case leftOutBecause
  // what is wrong with an index
  case noIndexHere, noIndexBuildOne, rebuild, otherFormat, writtenInFormat, holdsNoPlans
  case damagedPart, damagedFile, checksumDiffers, sourceGone, goneRemedy, notInIndex
  case makeRoom, nameWritable, nameFolder, stillWhole, askOwner, cantBeRead
  case cantBeWritten, indexBusy, anotherProcess, changedInUse, truncated, tooLongFile
  case foreignFile, fileOtherFormat, cutOtherwise, otherFields, tooManyDocuments, noWordBreaker
  case folderOccupied
  // why a file is not read, or not whole
  case noSuchFile, noTexts, otherEnding, deadLink, linkedFolder, notAFile
  case idTaken, readInEncoding, pageWithoutText, pagesWithoutText, hiddenSheet, tablesUnsure
  case formulasWithoutValue, furiganaLeftOut, partLeftOut, emptyFile, notAText, noEncoding
  case encrypted, oldOffice, damagedSource, tooMuch, tooLongText, noPages
  case onlyOnePicture, onlyPictures, noProgram, noProgramOfTwo, tookTooLong, endedBySignal
  case errorNumber, whatIsDrawn, uncompressedSize, cellsOfFile, compressedData, unknownCompression
  case partMissing, archiveEndMissing, archiveDirectory, anArchive, aSheet, slideNumber
  case asFound, asFoundBecause, nameNotUTF8, builtAnew, readingFile, afterPage
  case aPNG, aJPEG, aGIF, aTIFF, aGzip, a7z
  case aRAR, aProgram, anRTF, aDatabase, binaryData, aPipe
  case aSocket, aDevice, aFolder, aLink, aFile
  // what is wrong with a record, with JSON and with what evaluations read
  case lineNotUTF8, hasNoText, hasNoTextNorPath, namesRecords, hasNoID, idHasSpace
  case isNoObject, theLine, jsonNoValue, jsonNoEnd, jsonNoUTF8, jsonNoStringEnd
  case jsonNoEscape, jsonNoDigits, jsonMore, jsonTooDeep, notAJudgement, noTopic
  case nothingRelevant, notATopic, topicTwice, notJSON, notASet, questionProblem
  case noQuestion, emptyQuery, expectNoObject, expectHasNo, holdsValue, idTwice
  case notABaseline, notAReceipt, receiptLacks, receiptOfOther, receiptChanged, jsonNo
  // what is wrong with a lexicon
  case noConcept, noConceptOrClass
  case lexiconNotUTF8, lexiconsDamaged, wordTwice, emptyWord, singleWord, tooManySides
  case unexpectedWord, contradictsLine, sidesDiffer, otherTextVersion, wordHasNoValue
  // what a command can't do
  case pdfProgramUnknown, largestTextUnknown, outputFailed, indexCantBeRead, noHome, installedFile
  case noCorpusHere, otherPrefix, notOnPath, noSuchEdition, noAddress, tokenNeeded
  case portTaken, portFailed, serverStopped, builtWithoutPage, tokenTooShort

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
        "\"{1}\" says not of what, and nothing was asked before; name the thing",
        "「{1}」だけでは何についてか分からず、前の質問もありません。名前を添えて聞いてください"
      )
    case .noWords: ("there is no word in the question that could be looked up", "調べられる語が質問にありません")
    case .tooLong:
      ("the question has {1} characters; {2} are read at most", "質問が{1}文字あります。読めるのは{2}文字までです")
    case .goalOutOfRange: ("SDG goals are 1 to 17, not {1}", "SDGsのゴールは1から17までで、{1}はありません")
    case .levelOutOfRange:
      (
        "the achievement levels in these documents are {1} to {2}, not {3}",
        "これらの文書の達成度は{1}から{2}までで、{3}はありません"
      )
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
    case .stated: ("stated of them: {1}", "書かれているのは{1}です")
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
    case .wordsApart: ("no passage holds all of {1}", "次の語をすべて含む本文はありません：{1}")
    case .ofEverything:
      ("asked of everything, not of what was asked before", "前の質問の続きとは読めないので、全体について答えました")
    case .ofEarlier:
      (
        "the question before had no answer: this goes on from the one before it",
        "直前の質問には答えがなかったので、その前の質問に続けました"
      )
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

    case .readAs: ("\"{1}\" is read as \"{2}\"", "「{1}」は「{2}」と読みました")
    case .unstated: ("{1} more have no {2} stated", "{2}の書かれていないものがほかに{1}件あります")
    case .oneIsBest:
      (
        "no legend in {1} says which level is the best; 1 is taken for it (teach scales turns it round)",
        "{1}の凡例からは、どの達成度が最も良いのか読み取れません。1を最も良いとして並べました（teach scales で逆にできます）"
      )
    case .countedIn: ("{1} is counted in {2}", "{1}の単位は{2}です")
    case .yearsApart: ("{1} more have no budget and settlement of one year", "同じ年度の予算と決算がないものがほかに{1}件あります")
    case .newest: ("{1}: of several years, {2}", "{1}は複数の年度のうち{2}のものです")
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
    case .bestFirst: ("best", "良い")
    case .worstFirst: ("worst", "悪い")
    case .noneFound: ("No {1} found.", "{1}は見つかりませんでした。")
    case .noMatch: ("No match for: {1}", "「{1}」に合うものは見つかりませんでした。")
    case .valueOfAll: ("The {4} of {3} of {2} {1} is {5}.", "{1}{2}件の{3}の{4}は {5}です。")
    case .valueOfOne: ("The {2} of {1} is {3}.", "{1}の{2}は {3}です。")
    case .pointsOfOne: ("{1}: {2}", "{1}：{2}")
    case .metOfOne: ("{1} is at its target: {2}", "{1}は目標に届いています：{2}")
    case .notMetOfOne: ("{1} is not at its target: {2}", "{1}は目標に届いていません：{2}")
    case .isValue: ("The answer is {1}.", "答えは {1}です。")
    case .shareIs: ("The share is {1}.", "割合は {1}です。")
    case .groups: ("{2} group{2s} of {1} by {3}.", "{1}を{3}ごとに分けると{2}組です。")
    case .course: ("The course of {1}, in {2} printing{2s}.", "{1}の推移です（{2}件の記載）。")
    case .sideBySide: ("{1} side by side.", "{1}件を並べて示します。")
    case .definition: ("{1}: {2}", "「{1}」とは：{2}")
    case .definitionsOf: ("definitions of {1}", "「{1}」の定義")
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
    case .alsoInDocument: ("also in {1}", "文書「{1}」にも載っている")
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

    case .greeting:
      (
        "{1} document{1s}, {2} fact{2s}. Ask, or type :help; :quit leaves.",
        "文書{1}件、事実{2}件。質問をどうぞ。:help で使い方、:quit で終わります。"
      )
    case .nothingKept: ("Nothing was kept.", "何も残しませんでした。")
    case .nothingKeptBecause: ("Nothing was kept: {1}", "何も残しませんでした：{1}")
    case .begunAnew: ("The conversation begins anew.", "会話を新しく始めます。")
    case .formatSet: ("Answers are printed as {1}.", "答えを {1} で示します。")
    case .limitSet: ("Answers have {1} item{1s} at most.", "答えは{1}件まで示します。")
    case .languageAsAsked: ("Answers are in the language of the question.", "質問と同じ言語で答えます。")
    case .languageSet: ("Answers are in English.", "日本語で答えます。")
    case .timingOn: ("The time of each answer is printed.", "答えにかかった時間を示します。")
    case .timingOff: ("No times are printed.", "時間は示しません。")
    case .isThisRight:
      ("Is this right, and to be kept in {1}? yes or no", "これは正しく、{1} に残しますか。はい／いいえ (yes or no)")
    case .keptIn: ("Kept in {1}.", "{1} に残しました。")
    case .keptAsOpen: ("Kept as an open case in {1}.", "未解決の例として {1} に残しました。")
    case .savedAs: ("Saved in {1} as {2}.", "{1} に {2} で書き出しました。")
    case .noAnswerYet: ("there is no answer yet", "まだ答えがありません")
    case .readWordByWord:
      (
        "The question was read word by word, not by the rules of the grammar.",
        "質問は文法の規則によらず、語ごとに読みました (word by word)。"
      )
    case .ignoredWords: ("Ignored: {1}", "使わなかった語：{1}")
    case .nothingMore:
      (
        "the last answer has all that was found by name and text",
        "前の答えは、名前と本文で見つかったものをすべて示しています"
      )
    case .readingsOfLast: ("the last answer has {1} reading{1s}", "前の答えの読み方は{1}通りです")
    case .itemsOfLast: ("the last answer has {1} item{1s}", "前の答えの項目は{1}件です")
    case .nothingKnown: ("Nothing is known of \"{1}\" here.", "「{1}」についての記載は見つかりません。")
    case .linesAndFacts: ("{1} line{1s}, {2} fact{2s}", "{1}行、事実{2}件")
    case .notInLexicons: ("No line of the lexicons has \"{1}\".", "辞書に「{1}」のある行はありません。")
    case .indexUnreadable: ("the index can't be read", "索引が読めません")
    case .linesByFate: ("lines by what became of them", "行ごとの扱い")
    case .factsByKind: ("facts by kind", "種類ごとの事実")
    case .tablesByFate: ("tables by what they were read as", "表を何として読んだか")
    case .rowsThatAreUnread: ("rows that are unread", "読めない行")
    case .totalsThatClash: ("totals that are not the sum of their parts", "内訳と合わない合計")
    case .figuresInNoFact: ("lines with a figure that became no fact", "事実にならなかった数値のある行")
    case .plainTable: ("kept plain", "表のまま")
    case .tableNumber: ("table {1}  {2}  {3}{4}", "表{1}  {2}  {3}{4}")
    case .rowOf: ("row  {1}  {2}: {3}", "行  {1}  {2}：{3}")
    case .linesAndTables: ("{1} line{1s}, {2} table{2s}", "{1}行、表{2}")
    case .sourcesWhole: ("{1}: whole, and its sources are as they were", "{1}: 壊れておらず、もとの文書も変わっていません")
    case .receiptHolds:
      (
        "{1}: the answer and its {2} cited place{2s} are as they were; the index is the same",
        "{1}: 答えと引用した所{2}は前のままです。索引も同じです"
      )
    case .receiptHoldsElsewhere:
      (
        "{1}: the answer and its {2} cited place{2s} are as they were; the index is another",
        "{1}: 答えと引用した所{2}は前のままです。索引は別のものです"
      )
    case .sameThing: ("sameAs", "同じもの")
    case .shownOfFound: ("{1} shown, {2} found: {3}", "{2}件のうち{1}件：{3}")
    case .unreadPlace: ("unread: {1}", "読み取れなかった行：{1}")
    case .noneOf: ("no {1}", "{1}はありません")
    case .someOf: ("{1} of {2} {3}", "{3}{2}件のうち{1}件")
    case .documentCount: ("{1} document{1s}", "文書{1}件")
    case .passageCount: ("{1} passage{1s}", "本文の区切り{1}")
    case .unreadCount: ("{1} row{1s} unread", "読み取れなかった行{1}")
    case .leftOutCount: ("{1} left out", "除いたもの{1}")
    case .factsOf: ("{1} fact{1s}", "事実{1}件")
    case .pagesAndMore: ("{1} page{1s}, {2}", "{1}ページ、{2}")
    case .tablesAndRows: ("{1} line{1s}, {2} table{2s}{3}, {4} row{4s} unread", "{1}行、表{2}{3}、読めない行{4}")
    case .unknownScope:
      (
        "no document, publisher or year is called \"{1}\"; shirabe facts --coverage names the documents",
        "「{1}」という文書・発行者・年はありません。文書の名は shirabe facts --coverage で見られます"
      )
    case .byPageForm: ("the form of the page", "ページの形")
    case .byRowAndColumn: ("a head for its row and its column", "行と列の見出し")
    case .byLabels: ("labels beside the values", "値に添えた項目名")
    case .pagesSomeEmpty: ("{1} page{1s} ({2} without text), {3}", "{1}ページ（文字のないページ{2}）、{3}")
    case .tablesOfKind: ("{1} of {2}", "{2}{1}")
    case .tablesPlain: ("{1} kept plain", "表のまま{1}")
    case .tablesUnread: ("{1} unread", "未読{1}")
    case .unknownHeads: ("no head is known", "知っている見出しがありません")
    case .noNames: ("no row names a thing", "名前のある行がありません")
    case .doubtfulCells: ("cells run together", "セルの境がはっきりしません")
    case .everythingRead: ("Nothing is unread.", "読めていないものはありません。")
    case .seeCoverage:
      (
        "what was not read: shirabe facts --coverage; to teach it: shirabe teach",
        "読めていないもの：shirabe facts --coverage、教える：shirabe teach"
      )
    case .seeUnread: ("what was not read: :unread; to teach it: :teach", "読めていないもの：:unread、教える：:teach")
    case .seeDocument: ("all of one document: :unread {1}", "文書一つの全部：:unread {1}")
    case .noDocument: ("no document \"{1}\"; :documents lists them", "「{1}」という文書はありません。:documents で一覧を示します")
    case .noTeaching: ("nothing can be taught here", "ここでは教えられません")
    case .unknownOff:
      (
        "Words that no document knows are not collected; :lexicon unknown on collects them on this machine.",
        "どの文書にもない語は集めていません。:lexicon unknown on でこの計算機に集めます。"
      )
    case .unknownOn:
      ("Such words of questions are collected in {1} from now on.", "質問の語のうち、どの文書にもないものを {1} に集めます。")
    case .unknownKept: ("No unknown word is left in {1}.", "{1} に未知の語はありません。")
    case .unknownGone: ("{1} was deleted; nothing is collected.", "{1} を消しました。これからは集めません。")
    case .howToAsk:
      (
        "Ask in Japanese or English; a question may follow up on the one before.",
        "日本語か英語で聞いてください。前の質問に続けて聞くこともできます。"
      )
    case .forExample: ("For example:", "例：")
    case .commands: ("Commands:", "コマンド：")
    case .onceMoreLeaves: ("C-c once more, or C-d, leaves.", "もう一度 C-c、または C-d で終わります。")
    case .interruptedBefore:
      ("interrupted; the index in {1} is as it was before{2}", "中断しました。{1} の索引は元のままです{2}")
    case .interruptedBeforeAny: ("interrupted; there is no index in {1}{2}", "中断しました。{1} に索引はありません{2}")
    case .interruptedWhenBuilt:
      ("interrupted; the index in {1} is the new one, and whole{2}", "中断しました。{1} の索引は新しいものになっています{2}")
    case .interruptedInstall:
      ("interrupted; what is said above is installed", "中断しました。ここまでに示したものは入っています")
    case .readingsKept: ("; what was read so far is kept for the next run", "（ここまでに読んだ分は次回に使います）")
    case .interrupted: ("The question was given up.", "質問を打ち切りました。")
    case .whyOtherKind: ("{1}: is one of the {2}; {3} were asked for", "{1}：{2}です。聞かれたのは{3}です")
    case .whyMeets: ("{1}: meets every condition of {2}", "{1}：すべての条件に合います：{2}")
    case .whyKeptOut: ("{1}: kept out by {2}", "{1}：次の条件に合いません：{2}")
    case .noCommand: ("no command {1}; :help lists them", "{1} というコマンドはありません。:help で一覧を示します")
    case .noCommandButNear:
      ("no command {1}; did you mean {2}? :help lists them", "{1} というコマンドはありません。{2} ですか。:help で一覧を示します")
    case .needsNumber:
      ("{1} needs a number from 1 on; for example: {1} 2", "{1} には1以上の番号が要ります。例：{1} 2")
    case .needsName: ("{1} needs a name", "{1} には名前が要ります")
    case .needsText: ("{1} needs a text", "{1} には語が要ります")
    case .needsNote: ("{1} needs a note that says what is wrong", "{1} には何が違うかの説明が要ります")
    case .needsFile: ("{1} needs a file that is not there yet", "{1} にはまだないファイルの名前が要ります")
    case .needsOnOff: (":timing is on or off", ":timing は on か off です")
    case .noFormat: ("no format \"{1}\"; there are: {2}", "「{1}」という形式はありません。あるのは：{2}")
    case .needsLanguage: (":lang is ja, en or auto", ":lang は ja か en か auto です")
    case .helpMeaning: ("this list", "この一覧")
    case .pickMeaning: ("show reading N of the last answer", "前の答えのN番目の読み方を示す")
    case .itemMeaning: ("show item N in full", "N番目の項目をすべて示す")
    case .moreMeaning: ("show the next items, then what else speaks of the words", "続きを示す。続きがなければ本文で触れるものも探す")
    case .allMeaning: ("show everything the last answer cut", "前の答えを最後まで示す")
    case .wideMeaning: ("show the last answer with every field", "前の答えを全項目つきで示す")
    case .sourceMeaning: ("show the lines item N stands on", "N番目の項目の出典の行を示す")
    case .openMeaning: ("show those lines with some around them", "出典の行を前後の行とともに示す")
    case .whyMeaning: ("say why NAME is not in the last answer", "NAMEが前の答えにない理由を示す")
    case .explainMeaning: ("show by which rules the question was read", "質問をどの規則で読んだかを示す")
    case .tokensMeaning: ("show how TEXT is cut into words", "TEXTがどう語に切られるかを示す")
    case .lexiconMeaning: ("show the lines of the lexicons that have WORD", "辞書でWORDのある行を示す")
    case .documentsMeaning: ("list the documents", "文書の一覧を示す")
    case .unreadMeaning: ("show the tables and rows that are unread", "読めていない表と行を示す")
    case .teachMeaning:
      ("say what heads mean (table N of DOCUMENT; scales)", "見出しの意味を教える（table N of 文書、scales も）")
    case .unknownMeaning:
      ("ask about words of questions that no document knows", "文書にない質問の語について尋ねる（on で集める）")
    case .formatMeaning: ("print answers as text, json, csv, …", "答えの形式を変える（text、json、csv など）")
    case .limitMeaning: ("show N items at most", "一度に示す件数を変える")
    case .langMeaning: ("answer in a language, or as asked", "答えの言語を選ぶ（auto は質問と同じ）")
    case .timingMeaning: ("print how long each answer takes", "答えにかかった時間を示す")
    case .expectMeaning:
      ("keep the last answer as right, in a set of questions, after a yes", "前の答えを正しい例として残す（確認のあと）")
    case .wrongMeaning: ("keep the last question as an open case", "前の質問を未解決の例として残す")
    case .saveMeaning:
      ("write the last answer to a new FILE (.json, .csv, .txt, …)", "前の答えを新しいファイルに書き出す（.json、.csv、.txt など）")
    case .historyMeaning: ("show the lines typed before", "これまでの入力を示す")
    case .newMeaning: ("forget the questions so far", "これまでの質問を忘れる")
    case .reloadMeaning: ("open the index again", "索引を開き直す")
    case .quitMeaning: ("leave (also C-d)", "終わる（C-d でも）")
    case .countMeaning: ("how many there are", "件数を数える")
    case .sumMeaning: ("a field added up", "項目を合計する")
    case .averageMeaning: ("the average of a field", "項目を平均する")
    case .tableMeaning: ("groups with their counts", "組ごとに数える")
    case .courseMeaning: ("the figures of an indicator over the years", "指標の推移")
    case .definitionMeaning: ("what a term means", "用語の意味")

    case .pageProduct: ("Shirabe", "調べ")
    case .pageTagline: ("Answers about plan texts, with the lines they stand on", "計画書への質問に、もとになった行を添えて答えます")
    case .pageAsk: ("Ask", "調べる")
    case .pageQuestion: ("Question", "質問")
    case .pageQuestionHint: ("For example: top 3 projects by budget", "例: 予算の大きい事業を3つ")
    case .pageDocuments: ("Documents", "文書")
    case .pageHelp: ("Help", "使い方")
    case .pageOtherLanguage: ("日本語", "English")
    case .pageSkip: ("Skip to the answer", "答えへ進む")
    case .pageReadings: ("Readings", "読み方")
    case .pageReading: ("Reading", "読み方")
    case .pageEditReading: ("Edit the reading", "読み方を直す")
    case .pageAskThis: ("Ask this", "この読み方で調べる")
    case .pageEarlier: ("Earlier questions", "これまでの質問")
    case .pageBegin: ("Begin anew", "新しく始める")
    case .pageWordsOfQuestion: ("Words of the question", "質問の語")
    case .pageUsed: ("used", "使った語")
    case .pageName: ("name", "名前")
    case .pageLooked: ("looked for in texts", "本文から探した語")
    case .pageDropped: ("left aside", "読み飛ばした語")
    case .pageUnknown: ("not understood", "わからなかった語")
    case .pageIncomplete: ("Something may be missing", "足りないことがあります")
    case .pageUnreadRows: ("{1} row{1s} that could not be read", "読めなかった行 {1}件")
    case .pageNotes: ("Notes", "注")
    case .pageSuggestions: ("These are found", "こう聞くと見つかります")
    case .pageTryThese: ("{1}", "{1}件")
    case .pageComplete: ("{1} of {2}, no rows unread.", "{2}件中{1}件。読めなかった行はありません。")
    case .pageShown: ("The first {1} of {2} are shown.", "{2}件中、はじめの{1}件を示しています。")
    case .pageShowAll: ("Show all", "すべて示す")
    case .pageSourceOf: ("Source {1} of {2}", "出典 {1}／{2}")
    case .pagePrevious: ("Previous", "前へ")
    case .pageNext: ("Next", "次へ")
    case .pageClose: ("Close", "閉じる")
    case .pageChanged:
      (
        "The file has changed since it was indexed; what is shown is what stood there then.",
        "索引を作ったあとで、このファイルは変わりました。示しているのは、そのときの内容です。"
      )
    case .pageRepeated: ("printed again (再掲)", "再掲")
    case .pageSection: ("Section", "見出し")
    case .pageOpenDocument: ("Open the document", "文書を開く")
    case .pagePageDrawn: ("Page {1}; the box is around what is cited", "{1}ページ。枠が引用した所")
    case .pageNotDrawn:
      (
        "The page could not be drawn (mupdf-tools or poppler-utils does it); below are the lines as read.",
        "ページの絵は描けませんでした（mupdf-tools か poppler-utils が要ります）。下が読んだ行です。"
      )
    case .pageNotStated: ("not stated", "記載なし")
    case .pageTotal: ("Sum", "合計")
    case .pageLeftOut: ("{1} not stated", "{1}件は記載なし")
    case .pageCopyAs: ("Copy this answer", "この答えを写す")
    case .pageCopy: ("Copy", "写す")
    case .pageCopied: ("Copied", "写しました")
    case .pageHiddenFields: ("Not in the table (choose a name to see them)", "表に出していない項目（名前を選ぶと示します）")
    case .pageCourse: ("Course of {1}; the figures are those of the table below", "{1}の推移。数値は下の表と同じ")
    case .pageDocumentTitle: ("Title", "表題")
    case .pageFileName: ("File", "ファイル")
    case .pageLines: ("Lines", "行")
    case .pageFacts: ("Facts read", "読み取った事柄")
    case .pageTables: ("Tables", "表")
    case .pageTablesSeen: ("{1} table{1s} seen", "全部で {1}")
    case .pageTablesRead: ("{1} read", "読めたもの {1}")
    case .pagePlainTables: ("{1} kept plain", "そのまま {1}")
    case .pageUnreadTables: ("{1} unread", "読めないもの {1}")
    case .pagePages: ("{1} page{1s}", "{1}ページ")
    case .pageLate:
      ("The answer takes too long; ask for less at a time", "答えに時間がかかりすぎます。もう少し絞って聞いてください")
    case .pageRowsUnread: ("Rows unread", "読めなかった行")
    case .pageNotRead: ("What was not read", "読めなかったもの")
    case .pageReason: ("Why, and what to do", "理由と対処")
    case .pageNothingLeftOut: ("Every file that was given was read.", "渡されたファイルはすべて読みました。")
    case .pageLinesFrom: ("Lines {1}–{2} of {3}", "{3}行中 {1}–{2}行")
    case .pageAnsweredBy: ("{1} · index {2}", "{1}・索引 {2}")
    case .pageOffline:
      (
        "Answered by the machine that serves this page, and by no other.",
        "この画面を出している計算機だけで答えています。ほかへは何も送りません。"
      )
    case .pageKeys: ("Keys", "キー")
    case .pageKeysOn: ("Use single keys", "一文字のキーを使う")
    case .pageKeyAsk: ("to the question", "質問の欄へ")
    case .pageKeyMove: ("next, previous item", "次・前の項目へ")
    case .pageKeyOpen: ("open the source of the item", "選んだ項目の出典を開く")
    case .pageKeyHelp: ("this page", "この画面")
    case .pageKeyReadings: ("switch the reading (while one has the focus)", "読み方を切り替える（読み方に焦点があるとき）")
    case .pageExamples: ("Examples", "聞き方の例")
    case .pageAddresses: ("Addresses", "アドレス")
    case .pageIndexHow:
      (
        "To add documents, run shirabe index in a terminal; the next question is answered from the new index.",
        "文書を加えるには、端末で shirabe index を使います。次の質問から新しい索引で答えます。"
      )
    case .pageNoIndex: ("The index can't be opened", "索引を開けません")
    case .pageNotFound: ("There is nothing at this address", "このアドレスには何もありません")
    case .pageBadRequest: ("The request can't be read", "読めない要求です")
    case .pageTooLong: ("The question is too long", "質問が長すぎます")
    case .pageWrongHost:
      ("Not answered under this name; use http://localhost", "この名前では答えません。http://localhost を使ってください")
    case .pageWrongMethod: ("Only GET is answered", "GET だけに答えます")
    case .pageNeedsToken: ("A token is needed", "合い言葉が要ります")
    case .pageToken: ("Token", "合い言葉")
    case .pageOpen: ("Open", "開く")
    case .pageBusy: ("Too many requests at once; try again", "込み合っています。もう一度試してください")
    case .pageTimeout: ("The request took too long to arrive", "要求が届くのが遅すぎました")
    case .pageNoDocument: ("There is no document \"{1}\"", "「{1}」という文書はありません")
    case .pageStatus: ("Status {1}", "状態 {1}")
    case .pageSortedDown: ("sorted by {1}, largest first", "{1}の大きい順")
    case .pageSortedUp: ("sorted by {1}, smallest first", "{1}の小さい順")
    case .osNotFound: ("No such file or directory", "そのようなファイルもフォルダーもありません")
    case .osDenied: ("Permission denied", "権限がありません")
    case .osFull: ("No space left on device", "ディスクに空きがありません")
    case .osReadOnly: ("Read-only file system", "書き込めない場所です")
    case .osExists: ("File exists", "すでにあります")
    case .osIsFolder: ("Is a directory", "フォルダーです")
    case .notRegular: ("Not a regular file", "ふつうのファイルではありません")
    case .notADirectory: ("Not a directory", "フォルダーではありません")
    case .fileTooLarge:
      ("{1} bytes; files of up to {2} bytes are read: split it", "{1}バイトあります。読めるのは{2}バイトまでなので、分けてください")
    case .fileNotUTF8: ("not UTF-8 at byte offset {1}", "{1}バイト目から UTF-8 ではありません")
    case .pathAnd: ("{1}: {2}", "{1}: {2}")
    case .andRemedy: ("{1}; {2}", "{1}。{2}")
    case .leftOutBecause: ("{1}; left out", "{1}（除きました）")

    case .noIndexHere: ("{1}: there is no index here", "{1}: ここに索引はありません")
    case .noIndexBuildOne: ("{1}: there is no index here; build one: {2}", "{1}: ここに索引はありません。作るには：{2}")
    case .rebuild: ("rebuild: {1}", "作り直すには：{1}")
    case .otherFormat:
      ("{1}: {2}, this program reads format {3}; rebuild: {4}", "{1}: {2}。このプログラムが読むのは形式{3}です。作り直すには：{4}")
    case .writtenInFormat: ("written in format {1}", "形式{1}で書かれています")
    case .holdsNoPlans: ("holds no plans", "計画書が入っていません")
    case .damagedPart:
      ("{1}: damaged (its {2} can't be read); rebuild: {3}", "{1}: 壊れています（{2}が読めません）。作り直すには：{3}")
    case .damagedFile: ("{1}: damaged ({2} can't be read)", "{1}: 壊れています（{2}が読めません）")
    case .checksumDiffers: ("{1}: damaged (the checksum differs)", "{1}: 壊れています（検査値が合いません）")
    case .sourceGone: ("{1}: no longer there, and the index was made of it", "{1}: なくなっています。索引はこれから作られました")
    case .goneRemedy:
      ("leave out what is gone: {1}; or say where it is now: {2}", "なくなったものを除くには：{1}。今ある場所を示すには：{2}")
    case .notInIndex:
      (
        "{1}: nothing of this name is in {2}; name a path it was made of, or a document",
        "{1}: この名前のものは {2} にありません。索引のもとにしたパスか、文書の名前を指定してください"
      )
    case .makeRoom: ("make room on the disk and run this again", "ディスクの空きを作って、もう一度実行してください")
    case .nameWritable: ("name a folder that may be written to: {1}", "書き込めるフォルダーを指定してください：{1}")
    case .nameFolder: ("name a folder: {1}", "フォルダーを指定してください：{1}")
    case .stillWhole:
      ("an index that was there is still whole; run this again", "前からあった索引はそのまま残っています。もう一度実行してください")
    case .askOwner: ("ask its owner for the right to read it", "読む権限を持ち主に求めてください")
    case .cantBeRead: ("{1}: can't be read: {2}", "{1}: 読めません：{2}")
    case .cantBeWritten: ("{1}: can't be written: {2}", "{1}: 書けません：{2}")
    case .indexBusy:
      (
        "{1}: {2} is writing this index; try again when it has ended",
        "{1}: {2}がこの索引を書いています。終わってからもう一度実行してください"
      )
    case .anotherProcess: ("another process", "ほかのプロセス")
    case .changedInUse: ("{1}: changed while it was in use", "{1}: 使っている間に変わりました")
    case .truncated:
      (
        "{1}: truncated (the index says {2} bytes, the file has {3})",
        "{1}: 途中で切れています（索引では{2}バイト、ファイルは{3}バイト）"
      )
    case .tooLongFile:
      ("{1}: too long (the index says {2} bytes, the file has {3})", "{1}: 長すぎます（索引では{2}バイト、ファイルは{3}バイト）")
    case .foreignFile: ("{1}: not a file of an index", "{1}: 索引のファイルではありません")
    case .fileOtherFormat:
      ("{1}: written in format {2}, this program reads format {3}", "{1}: 形式{2}で書かれています。このプログラムが読むのは形式{3}です")
    case .cutOtherwise:
      (
        "{1}: its texts were cut into words otherwise than this program cuts questions",
        "{1}: 本文の語の切り方が、このプログラムの質問の切り方と違います"
      )
    case .otherFields: ("{1} fields where the index has {2}", "項目が{1}あり、索引の{2}と違います")
    case .tooManyDocuments: ("an index holds no more than 4294967294 documents", "索引に入る文書は4294967294件までです")
    case .noWordBreaker: ("ICU's word breaker can't be opened (error {1})", "ICUの語の区切りが使えません（エラー{1}）")
    case .folderOccupied:
      (
        "{1}: not a folder of an index, it holds {2}; give an empty or a new folder",
        "{1}: 索引のフォルダーではなく、{2} が入っています。空か新しいフォルダーを指定してください"
      )

    case .noSuchFile: ("no such file or folder", "そのようなファイルもフォルダーもありません")
    case .noTexts: ("no file in this folder that can be read", "このフォルダーに読めるファイルがありません")
    case .otherEnding:
      (
        "of a kind that is not read of folders; to index it all the same, name it",
        "フォルダーの中からは読まない種類です。それでも索引に入れるには名前を指定してください"
      )
    case .deadLink: ("a link that leads nowhere", "行き先のないリンクです")
    case .linkedFolder:
      ("a link to a folder; to index what is there, name it", "フォルダーへのリンクです。その中を索引に入れるには名前を指定してください")
    case .notAFile: ("a {1}, not a file", "ファイルではありません（{1}）")
    case .idTaken: ("the id \"{1}\" is taken by an earlier text", "id「{1}」は前の文書が使っています")
    case .readInEncoding: ("read as {1}", "{1} として読みました")
    case .pageWithoutText:
      (
        "page {1} without text, perhaps scanned (ocrmypdf adds it)",
        "{1}ページに文字がありません。画像かもしれません（ocrmypdf で加えられます）"
      )
    case .pagesWithoutText:
      (
        "pages {1} without text, perhaps scanned (ocrmypdf adds it)",
        "{1}ページに文字がありません。画像かもしれません（ocrmypdf で加えられます）"
      )
    case .hiddenSheet: ("the sheet \"{1}\" is hidden; it was read", "シート「{1}」は隠れていますが、読みました")
    case .tablesUnsure:
      (
        "read by {1}, without ruling lines: tables are less sure (apt install mupdf-tools)",
        "{1} で罫線なしに読んだので、表は確かさが落ちます（apt install mupdf-tools）"
      )
    case .formulasWithoutValue:
      (
        "{1} formulas without a stored value (open and save the file in its program)",
        "値の入っていない式が{1}あります（もとのソフトで開いて保存してください）"
      )
    case .furiganaLeftOut: ("furigana left out: {1}", "除いたふりがな：{1}")
    case .partLeftOut: ("{1} was left out: {2}", "{1} を除きました：{2}")
    case .emptyFile: ("empty", "空です")
    case .notAText: ("{1}, not a text", "テキストではありません（{1}）")
    case .noEncoding:
      (
        "in no encoding that is known (not UTF-8 at byte offset {1}, nor UTF-16, Shift_JIS, EUC-JP); save it as UTF-8",
        "文字コードがわかりません（{1}バイト目から UTF-8 でなく、UTF-16、Shift_JIS、EUC-JP でもありません）。UTF-8 で保存してください"
      )
    case .encrypted: ("encrypted; save a copy without the password", "暗号化されています。パスワードなしの写しを保存してください")
    case .oldOffice:
      (
        "in Office's old format, or encrypted; save it as .xlsx, .docx or .pptx without a password",
        "Office の古い形式か、暗号化されています。.xlsx、.docx、.pptx でパスワードなしに保存してください"
      )
    case .damagedSource:
      ("damaged ({1}); open and save it again in its own program", "壊れています（{1}）。もとのソフトで開いて保存し直してください")
    case .tooMuch: ("too much for its size ({1}); split the file", "大きさのわりに中身が多すぎます（{1}）。ファイルを分けてください")
    case .tooLongText:
      (
        "{1} MB of text, and {2} MB are read of one document; split it, or set SHIRABE_LARGEST_TEXT to more MB",
        "本文が{1}MBあります。一つの文書から読むのは{2}MBまでなので、分けるか、SHIRABE_LARGEST_TEXT をもっと大きなMBにしてください"
      )
    case .noPages: ("without pages", "ページがありません")
    case .onlyOnePicture:
      (
        "{1} page without text, perhaps scanned; ocrmypdf adds the text",
        "{1}ページに文字がありません。画像かもしれません。ocrmypdf で文字を加えられます"
      )
    case .onlyPictures:
      (
        "{1} pages without text, perhaps scanned; ocrmypdf adds the text",
        "{1}ページに文字がありません。画像かもしれません。ocrmypdf で文字を加えられます"
      )
    case .noProgram: ("PDF needs {1} (apt install mupdf-tools)", "PDF には {1} が要ります（apt install mupdf-tools）")
    case .noProgramOfTwo:
      ("PDF needs {1} or {2} (apt install mupdf-tools)", "PDF には {1} か {2} が要ります（apt install mupdf-tools）")
    case .tookTooLong: ("{1} took more than {2} s; split the file", "{1} に{2}秒より長くかかりました。ファイルを分けてください")
    case .endedBySignal: ("ended by signal {1}", "シグナル{1}で終わりました")
    case .errorNumber: ("error {1}", "エラー{1}")
    case .whatIsDrawn: ("what is drawn", "描かれたもの")
    case .uncompressedSize: ("uncompressed size", "展開後の大きさ")
    case .cellsOfFile: ("cells", "セル")
    case .compressedData: ("compressed data", "圧縮されたデータ")
    case .unknownCompression: ("{1}: unknown compression", "{1}: 知らない圧縮形式")
    case .partMissing: ("{1} is missing", "{1} がありません")
    case .archiveEndMissing: ("the archive's end is missing", "書庫の終わりがありません")
    case .archiveDirectory: ("the archive's directory", "書庫の目録")
    case .anArchive: ("an archive", "書庫")
    case .aSheet: ("a sheet", "シート")
    case .slideNumber: ("slide {1}", "スライド{1}")
    case .asFound: ("as {1} finds", "{1} による")
    case .asFoundBecause: ("as {1} finds: {2}", "{1} による：{2}")
    case .nameNotUTF8:
      ("{1}: the name is not UTF-8; indexed under this one", "{1}: 名前が UTF-8 ではないので、この名前で索引に入れました")
    case .builtAnew:
      (
        "{1}: what it was made of can't be read; it is built anew of what is named",
        "{1}: 何から作られたか読めないので、指定されたものから作り直します"
      )
    case .readingFile: ("reading {1}", "読んでいます：{1}")
    case .afterPage: ("what follows page {1}", "{1}ページのあと")
    case .aPNG: ("a PNG picture", "PNGの画像")
    case .aJPEG: ("a JPEG picture", "JPEGの画像")
    case .aGIF: ("a GIF picture", "GIFの画像")
    case .aTIFF: ("a TIFF picture", "TIFFの画像")
    case .aGzip: ("a gzip archive", "gzipの書庫")
    case .a7z: ("a 7z archive", "7zの書庫")
    case .aRAR: ("a RAR archive", "RARの書庫")
    case .aProgram: ("a program", "プログラム")
    case .anRTF: ("an RTF text", "RTFの文書")
    case .aDatabase: ("a database", "データベース")
    case .binaryData: ("binary data", "バイナリデータ")
    case .aPipe: ("pipe", "パイプ")
    case .aSocket: ("socket", "ソケット")
    case .aDevice: ("device", "装置")
    case .aFolder: ("directory", "フォルダー")
    case .aLink: ("link", "リンク")
    case .aFile: ("file", "ファイル")

    case .lineNotUTF8: ("the line is not UTF-8 at byte offset {1}", "この行は{1}バイト目から UTF-8 ではありません")
    case .hasNoText: ("has no \"text\"", "\"text\" がありません")
    case .hasNoTextNorPath: ("has no \"text\" and no \"path\"", "\"text\" も \"path\" もありません")
    case .namesRecords: ("names a file of records: give these as lines", "記録の並んだファイルです。行として渡してください")
    case .hasNoID: ("has no \"id\"", "\"id\" がありません")
    case .idHasSpace: ("the \"id\" holds white space", "\"id\" に空白があります")
    case .isNoObject:
      ("is not a JSON object: {1} at byte offset {2} of the line", "JSON のオブジェクトではありません：行の{2}バイト目、{1}")
    case .theLine: ("the line {1}", "この行は{1}")
    case .jsonNoValue: ("no value", "値がありません")
    case .jsonNoEnd: ("no end", "終わりがありません")
    case .jsonNoUTF8: ("no UTF-8", "UTF-8 ではありません")
    case .jsonNoStringEnd: ("no end of a string", "文字列の終わりがありません")
    case .jsonNoEscape: ("no such escape", "知らないエスケープです")
    case .jsonNoDigits: ("no four hexadecimal digits", "16進数4桁がありません")
    case .jsonMore: ("more text", "続きがあります")
    case .jsonTooDeep: ("more than {1} levels", "{1}段より深くなっています")
    case .notAJudgement:
      (
        "not of the form topic, document, first, last, grade (0-10), or topic, 0, id, grade",
        "topic, document, first, last, grade (0〜10) の形でも topic, 0, id, grade の形でもありません"
      )
    case .noTopic: ("no topic \"{1}\" in {2}", "{2} に主題「{1}」がありません")
    case .nothingRelevant: ("nothing relevant for topic \"{1}\"", "主題「{1}」に合うものがありません")
    case .notATopic: ("not of the form id<TAB>query", "id<TAB>query の形ではありません")
    case .topicTwice: ("topic \"{1}\" is given twice", "主題「{1}」が二度書かれています")
    case .notJSON: ("not JSON: {1}", "JSON ではありません：{1}")
    case .notASet: ("not a list of questions", "質問の並びではありません")
    case .questionProblem: ("question {1}: {2}", "質問 {1}: {2}")
    case .noQuestion: ("no \"question\" or no \"expect\"", "\"question\" か \"expect\" がありません")
    case .emptyQuery: ("the query is empty", "語が空です")
    case .expectNoObject: ("\"expect\" is no object", "\"expect\" がオブジェクトではありません")
    case .expectHasNo: ("\"expect\" has no \"{1}\"", "\"expect\" に \"{1}\" はありません")
    case .holdsValue: ("\"{1}\" holds {2}", "\"{1}\" の値が {2} です")
    case .idTwice: ("the id is given twice", "id が二度書かれています")
    case .notABaseline: ("{1}: not a line of a baseline of this command", "{1}: このコマンドの基準の行ではありません")
    case .notAReceipt: ("not a receipt: {1} at byte offset {2}", "控えではありません：{2}バイト目、{1}")
    case .receiptLacks: ("not a receipt: no \"{1}\" as a receipt has it", "控えではありません：控えにあるはずの \"{1}\" がありません")
    case .receiptOfOther: ("a receipt of another contract than {1}", "{1} とは別の取り決めの控えです")
    case .receiptChanged:
      ("the receipt itself was changed: its figure is not that of the rest", "控えそのものが変えられています：控えの値が残りと合いません")
    case .jsonNo: ("no {1}", "{1} がありません")

    case .noConcept:
      (
        "{1}: \"{2}\" is no concept of the question language; see the other lines for those there are",
        "{1}: 「{2}」は質問のことばの概念ではありません。ほかの行にあるものを見てください"
      )
    case .noConceptOrClass:
      (
        "{1}: \"{2}\" is no concept of the question language and no class of inflection.txt",
        "{1}: 「{2}」は質問のことばの概念でも、inflection.txt の活用の種類でもありません"
      )
    case .lexiconNotUTF8: ("{1}: is not UTF-8", "{1}: UTF-8ではありません")
    case .lexiconsDamaged: ("the lexicons kept in the index can't be read", "索引に入っている辞書が読めません")
    case .wordTwice: ("\"{1}\" is given twice (first on line {2})", "「{1}」が二度あります（初めは{2}行目）")
    case .emptyWord: ("a word is missing beside a comma or an arrow", "読点や矢印のとなりの語がありません")
    case .singleWord:
      ("\"{1}\" stands alone; a group needs two words or more", "「{1}」だけでは組になりません。二つ以上の語を書いてください")
    case .tooManySides: ("more than one arrow or equals sign", "矢印や等号が二つ以上あります")
    case .unexpectedWord: ("\"{1}\" is not one of {2}", "「{1}」は使えません。使えるのは {2} です")
    case .contradictsLine: ("\"{1}\" means something else on line {2}", "「{1}」は{2}行目では別の意味です")
    case .sidesDiffer:
      (
        "{1} heads and {2} meanings; write as many, and - for a head that means nothing",
        "見出しが{1}、意味が{2}あります。同じ数だけ書き、意味のない見出しには - を書いてください"
      )
    case .otherTextVersion:
      (
        "the text is of version {1}, and version {2} is read; lines that have its form hold",
        "この文の版は{1}で、読めるのは版{2}です。その形の行は有効です"
      )
    case .wordHasNoValue: ("\"{1}\" has no value; write: word = value", "「{1}」に値がありません。「語 = 値」と書いてください")

    case .pdfProgramUnknown: ("SHIRABE_PDF is \"{1}\"; it can be {2}", "SHIRABE_PDF が「{1}」です。使えるのは：{2}")
    case .largestTextUnknown:
      (
        "SHIRABE_LARGEST_TEXT is \"{1}\"; it can be 1 to 1000, in MB",
        "SHIRABE_LARGEST_TEXT が「{1}」です。使えるのは 1 から 1000（MB）までです"
      )
    case .outputFailed: ("standard output: {1}", "標準出力: {1}")
    case .indexCantBeRead: ("the index can't be read", "索引が読めません")
    case .noHome:
      ("there is no home to keep it in: set XDG_STATE_HOME", "残す場所がありません。XDG_STATE_HOME を設定してください")
    case .installedFile: ("installed {1}", "入れました：{1}")
    case .noCorpusHere:
      (
        "{1}: no such folder here; run install where the program was built",
        "{1}: このフォルダーはここにありません。プログラムを組み立てた場所で install を実行してください"
      )
    case .otherPrefix:
      ("{1}; choose another --prefix, or run it as root", "{1}。別の --prefix を選ぶか、root で実行してください")
    case .notOnPath: ("{1} is not on the PATH: {2}", "{1} は PATH に入っていません：{2}")
    case .noSuchEdition:
      ("{1}: no index, no file and no document of the index", "{1}: 索引でも、ファイルでも、索引の文書でもありません")
    case .noAddress:
      (
        "--listen {1} is no address; for example: 127.0.0.1, 0.0.0.0, ::1",
        "--listen {1} はアドレスではありません。例：127.0.0.1、0.0.0.0、::1"
      )
    case .tokenNeeded:
      (
        "others can connect at {1}, so a token is needed: --token-file FILE or $SHIRABE_TOKEN",
        "{1} にはほかの計算機からつなげるので、合い言葉が要ります：--token-file FILE か $SHIRABE_TOKEN"
      )
    case .portTaken: ("port {1} is taken; another: --port {2}", "ポート{1}は使われています。別のポート：--port {2}")
    case .portFailed: ("{1} port {2}: {3}", "{1} ポート{2}: {3}")
    case .serverStopped: ("the server stopped", "サーバーが止まりました")
    case .builtWithoutPage:
      (
        "this program was built without its web page; build it with: swift build -c release --traits Web",
        "このプログラムはウェブの画面なしで組み立てられています。組み立て直すには：swift build -c release --traits Web"
      )
    case .tokenTooShort: ("a token has 16 characters or more, letters and digits", "合い言葉は16文字以上の英数字です")
    }
  }
}
