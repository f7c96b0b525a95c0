import JapaneseText

/// What the pages say, in both languages.
enum PageText: Hashable, Sendable {
  case product, tagline, ask, question, questionHint, documents, help, otherLanguage, skip
  case readings, reading, editReading, askThis, earlier, begin, wordsOfQuestion
  case used, name, looked, dropped, unknown
  case notUnderstood, incomplete
  case unreadRows(Int)
  case notes, suggestions
  case tryThese(Int)
  case found(Int, String)
  case foundNothing
  case figure(String)
  case complete(Int, Int)
  case shown(Int, Int)
  case showAll
  case source, sources
  case sourceOf(Int, Int)
  case previous, next, close, changed, repeated, section, openDocument
  case pageDrawn(Int)
  case notDrawn, notStated, yes, no, total
  case leftOut(Int)
  case sorted(String, Bool)
  case copyAs, copy, copied, hiddenFields, sameMeasure
  case course(String)
  case barNote
  case documentTitle, fileName, lines, facts, tables
  case tablesRead(Int)
  case plainTables(Int)
  case rowsUnread, notRead
  case reason, nothingLeftOut
  case linesFrom(Int, Int, Int)
  case answeredBy(String, String)
  case offline
  case keys, keysOn, keyAsk, keyMove, keyOpen, keyHelp, keyReadings, examples, addresses, indexHow
  case noIndex, notFound, badRequest, tooLong, wrongHost, wrongMethod, needsToken, token, open, busy, timeout
  case noDocument(String)
  case status(Int)

  func text(_ language: Language) -> String {
    switch language {
    case .japanese: pair.japanese
    case .english: pair.english
    }
  }

  private var pair: (japanese: String, english: String) {
    switch self {
    case .product: ("調べ", "Shirabe")
    case .tagline:
      ("計画書への質問に、もとになった行を添えて答えます", "Answers about plan texts, with the lines they stand on")
    case .ask: ("調べる", "Ask")
    case .question: ("質問", "Question")
    case .questionHint: ("例: 予算の大きい事業を3つ", "For example: top 3 projects by budget")
    case .documents: ("文書", "Documents")
    case .help: ("使い方", "Help")
    case .otherLanguage: ("English", "日本語")
    case .skip: ("答えへ進む", "Skip to the answer")
    case .readings: ("読み方", "Readings")
    case .reading: ("読み方", "Reading")
    case .editReading: ("読み方を直す", "Edit the reading")
    case .askThis: ("この読み方で調べる", "Ask this")
    case .earlier: ("これまでの質問", "Earlier questions")
    case .begin: ("新しく始める", "Begin anew")
    case .wordsOfQuestion: ("質問の語", "Words of the question")
    case .used: ("使った語", "used")
    case .name: ("名前", "name")
    case .looked: ("本文から探した語", "looked for in texts")
    case .dropped: ("読み飛ばした語", "left aside")
    case .unknown: ("わからなかった語", "not understood")
    case .notUnderstood: ("わからなかった語", "Not understood")
    case .incomplete: ("足りないことがあります", "Something may be missing")
    case .unreadRows(let count): ("読めなかった行 \(count)件", "\(count) rows that could not be read")
    case .notes: ("注", "Notes")
    case .suggestions: ("こう聞くと見つかります", "These are found")
    case .tryThese(let count): ("\(count)件", "\(count)")
    case .found(let count, let noun): ("\(noun)が\(count)件見つかりました。", "\(count) \(noun) found.")
    case .foundNothing: ("文書には見つかりませんでした。", "Nothing in these documents matches.")
    case .figure(let figure): ("\(figure) です。", "\(figure).")
    case .complete(let shown, let total):
      ("\(total)件中\(shown)件。読めなかった行はありません。", "\(shown) of \(total), no rows unread.")
    case .shown(let shown, let total):
      ("\(total)件中、はじめの\(shown)件を示しています。", "The first \(shown) of \(total) are shown.")
    case .showAll: ("すべて示す", "Show all")
    case .source: ("出典", "Source")
    case .sources: ("出典", "Sources")
    case .sourceOf(let number, let count): ("出典 \(number)／\(count)", "Source \(number) of \(count)")
    case .previous: ("前へ", "Previous")
    case .next: ("次へ", "Next")
    case .close: ("閉じる", "Close")
    case .changed:
      (
        "索引を作ったあとで、このファイルは変わりました。示しているのは、そのときの内容です。",
        "The file has changed since it was indexed; what is shown is what stood there then."
      )
    case .repeated: ("再掲", "printed again (再掲)")
    case .section: ("見出し", "Section")
    case .openDocument: ("文書を開く", "Open the document")
    case .pageDrawn(let page): ("\(page)ページ。枠が引用した所", "Page \(page); the box is around what is cited")
    case .notDrawn:
      (
        "ページの絵は描けませんでした（mupdf-tools か poppler-utils が要ります）。下が読んだ行です。",
        "The page could not be drawn (mupdf-tools or poppler-utils does it); below are the lines as read."
      )
    case .notStated: ("記載なし", "not stated")
    case .yes: ("はい", "yes")
    case .no: ("いいえ", "no")
    case .total: ("合計", "Sum")
    case .leftOut(let count): ("\(count)件は記載なし", "\(count) not stated")
    case .sorted(let field, let isDescending):
      (
        "\(field)の\(isDescending ? "大きい" : "小さい")順",
        "sorted by \(field), \(isDescending ? "descending" : "ascending")"
      )
    case .copyAs: ("この答えを写す", "Copy this answer")
    case .copy: ("写す", "Copy")
    case .copied: ("写しました", "Copied")
    case .hiddenFields: ("表に出していない項目（名前を選ぶと示します）", "Not in the table (choose a name to see them)")
    case .sameMeasure: ("同じ指標", "Same measure")
    case .course(let name):
      ("\(name)の推移。数値は下の表と同じ", "Course of \(name); the figures are those of the table below")
    case .barNote: ("棒の長さは数値を表します", "Bars are as long as their figures")
    case .documentTitle: ("表題", "Title")
    case .fileName: ("ファイル", "File")
    case .lines: ("行", "Lines")
    case .facts: ("読み取った事柄", "Facts read")
    case .tables: ("表", "Tables")
    case .tablesRead(let count): ("項目として読んだ表 \(count)", "\(count) read as facts")
    case .plainTables(let count): ("そのままの表 \(count)", "\(count) kept as they are")
    case .rowsUnread: ("読めなかった行", "Rows unread")
    case .notRead: ("読めなかったもの", "What was not read")
    case .reason: ("理由と対処", "Why, and what to do")
    case .nothingLeftOut: ("渡されたファイルはすべて読みました。", "Every file that was given was read.")
    case .linesFrom(let first, let last, let count):
      ("\(count)行中 \(first)–\(last)行", "Lines \(first)–\(last) of \(count)")
    case .answeredBy(let date, let fingerprint):
      ("\(date)・索引 \(fingerprint)", "\(date) · index \(fingerprint)")
    case .offline: ("この画面は手元の計算機だけで動き、どこにも送りません。", "This page runs on this machine alone; nothing leaves it.")
    case .keys: ("キー", "Keys")
    case .keysOn: ("一文字のキーを使う", "Use single keys")
    case .keyAsk: ("質問の欄へ", "to the question")
    case .keyMove: ("次・前の項目へ", "next, previous item")
    case .keyOpen: ("選んだ項目の出典を開く", "open the source of the item")
    case .keyHelp: ("この画面", "this page")
    case .keyReadings: ("読み方を切り替える（読み方に焦点があるとき）", "switch the reading (while one has the focus)")
    case .examples: ("聞き方の例", "Examples")
    case .addresses: ("アドレス", "Addresses")
    case .indexHow:
      (
        "文書を加えるには、端末で shirabe index を使います。次の質問から新しい索引で答えます。",
        "To add documents, run shirabe index in a terminal; the next question is answered from the new index."
      )
    case .noIndex: ("索引を開けません", "The index can't be opened")
    case .notFound: ("このアドレスには何もありません", "There is nothing at this address")
    case .badRequest: ("読めない要求です", "The request can't be read")
    case .tooLong: ("質問が長すぎます", "The question is too long")
    case .wrongHost:
      ("この名前では答えません。http://localhost を使ってください", "Not answered under this name; use http://localhost")
    case .wrongMethod: ("GET だけに答えます", "Only GET is answered")
    case .needsToken: ("合い言葉が要ります", "A token is needed")
    case .token: ("合い言葉", "Token")
    case .open: ("開く", "Open")
    case .busy: ("込み合っています。もう一度試してください", "Too many requests at once; try again")
    case .timeout: ("要求が届くのが遅すぎました", "The request took too long to arrive")
    case .noDocument(let id): ("「\(id)」という文書はありません", "There is no document \"\(id)\"")
    case .status(let status): ("状態 \(status)", "Status \(status)")
    }
  }
}
