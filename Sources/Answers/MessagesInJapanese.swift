/// English wordings, each with its Japanese on the next line, two columns in; `{1}` is a blank. A test reads the sources and the help for
/// wordings that are missing here.
let messagesInJapanese = #"""
  {1}: {2}
    {1}: {2}
  {1}; {2}
    {1}。{2}
  {1} and {2} more
    {1}、ほか{2}件
  {1}; left out
    {1}（除きました）

  {1}: there is no index here
    {1}: ここに索引はありません
  {1}: there is no index here; build one: {2}
    {1}: ここに索引はありません。作るには：{2}
  {1}; rebuild: {2}
    {1}。作り直すには：{2}
  rebuild: {1}
    作り直すには：{1}
  {1}: {2}, this program reads format {3}; rebuild: {4}
    {1}: {2}。このプログラムが読むのは形式{3}です。作り直すには：{4}
  written in format {1}
    形式{1}で書かれています
  holds no plans
    計画書が入っていません
  {1}: damaged (its {2} can't be read)
    {1}: 壊れています（{2}が読めません）
  {1}: damaged (its {2} can't be read); rebuild: {3}
    {1}: 壊れています（{2}が読めません）。作り直すには：{3}
  {1}: damaged ({2} can't be read)
    {1}: 壊れています（{2}が読めません）
  {1}: damaged (the checksum differs)
    {1}: 壊れています（検査値が合いません）
  {1}: no longer there, and the index was made of it
    {1}: なくなっています。索引はこれから作られました
  leave out what is gone: {1}; or say where it is now: {2}
    なくなったものを除くには：{1}。今ある場所を示すには：{2}
  {1}: nothing of this name is in {2}; name a path it was made of, or a document
    {1}: この名前のものは {2} にありません。索引のもとにしたパスか、文書の名前を指定してください
  make room on the disk and run this again
    ディスクの空きを作って、もう一度実行してください
  name a folder that may be written to: {1}
    書き込めるフォルダーを指定してください：{1}
  name a folder: {1}
    フォルダーを指定してください：{1}
  an index that was there is still whole; run this again
    前からあった索引はそのまま残っています。もう一度実行してください
  ask its owner for the right to read it
    読む権限を持ち主に求めてください
  {1}: can't be read: {2}
    {1}: 読めません：{2}
  {1}: can't be written: {2}
    {1}: 書けません：{2}
  {1}: {2} is writing this index; try again when it has ended
    {1}: {2}がこの索引を書いています。終わってからもう一度実行してください
  another process
    ほかのプロセス
  {1}: changed while it was in use
    {1}: 使っている間に変わりました
  {1}: truncated (the index says {2} bytes, the file has {3})
    {1}: 途中で切れています（索引では{2}バイト、ファイルは{3}バイト）
  {1}: too long (the index says {2} bytes, the file has {3})
    {1}: 長すぎます（索引では{2}バイト、ファイルは{3}バイト）
  {1}: not a file of an index
    {1}: 索引のファイルではありません
  {1}: written in format {2}, this program reads format {3}
    {1}: 形式{2}で書かれています。このプログラムが読むのは形式{3}です
  {1}: its texts were cut into words otherwise than this program cuts questions
    {1}: 本文の語の切り方が、このプログラムの質問の切り方と違います
  {1} fields where the index has {2}
    項目が{1}あり、索引の{2}と違います
  an index holds no more than 4294967294 documents
    索引に入る文書は4294967294件までです
  ICU's word breaker can't be opened (error {1})
    ICUの語の区切りが使えません（エラー{1}）
  {1}: not a folder of an index, it holds {2}; give an empty or a new folder
    {1}: 索引のフォルダーではなく、{2} が入っています。空か新しいフォルダーを指定してください

  no such file or folder
    そのようなファイルもフォルダーもありません
  no file in this folder that can be read
    このフォルダーに読めるファイルがありません
  of a kind that is not read of folders; to index it all the same, name it
    フォルダーの中からは読まない種類です。それでも索引に入れるには名前を指定してください
  a link that leads nowhere
    行き先のないリンクです
  a link to a folder; to index what is there, name it
    フォルダーへのリンクです。その中を索引に入れるには名前を指定してください
  a {1}, not a file
    ファイルではありません（{1}）
  the id "{1}" is taken by an earlier text
    id「{1}」は前の文書が使っています
  Not a regular file
    ふつうのファイルではありません
  Not a directory
    フォルダーではありません
  No such file or directory
    そのようなファイルもフォルダーもありません
  Permission denied
    権限がありません
  No space left on device
    ディスクに空きがありません
  Read-only file system
    書き込めない場所です
  File exists
    すでにあります
  Is a directory
    フォルダーです
  {1} bytes; files of up to {2} bytes are read: split it
    {1}バイトあります。読めるのは{2}バイトまでなので、分けてください
  not UTF-8 at byte offset {1}
    {1}バイト目から UTF-8 ではありません
  the line is not UTF-8 at byte offset {1}
    この行は{1}バイト目から UTF-8 ではありません

  read as {1}
    {1} として読みました
  page {1} without text, perhaps scanned (ocrmypdf adds it)
    {1}ページに文字がありません。画像かもしれません（ocrmypdf で加えられます）
  pages {1} without text, perhaps scanned (ocrmypdf adds it)
    {1}ページに文字がありません。画像かもしれません（ocrmypdf で加えられます）
  the sheet "{1}" is hidden; it was read
    シート「{1}」は隠れていますが、読みました
  read by {1}, without ruling lines: tables are less sure (apt install mupdf-tools)
    {1} で罫線なしに読んだので、表は確かさが落ちます（apt install mupdf-tools）
  {1} formulas without a stored value (open and save the file in its program)
    値の入っていない式が{1}あります（もとのソフトで開いて保存してください）
  furigana left out: {1}
    除いたふりがな：{1}
  {1} was left out: {2}
    {1} を除きました：{2}
  empty
    空です
  {1}, not a text
    テキストではありません（{1}）
  in no encoding that is known (not UTF-8 at byte offset {1}, nor UTF-16, Shift_JIS, EUC-JP); save it as UTF-8
    文字コードがわかりません（{1}バイト目から UTF-8 でなく、UTF-16、Shift_JIS、EUC-JP でもありません）。UTF-8 で保存してください
  encrypted; save a copy without the password
    暗号化されています。パスワードなしの写しを保存してください
  in Office's old format, or encrypted; save it as .xlsx, .docx or .pptx without a password
    Office の古い形式か、暗号化されています。.xlsx、.docx、.pptx でパスワードなしに保存してください
  damaged ({1}); open and save it again in its own program
    壊れています（{1}）。もとのソフトで開いて保存し直してください
  too much for its size ({1}); split the file
    大きさのわりに中身が多すぎます（{1}）。ファイルを分けてください
  {1} MB of text, and {2} MB are read of one document; split it, or set SHIRABE_LARGEST_TEXT to more MB
    本文が{1}MBあります。一つの文書から読むのは{2}MBまでなので、分けるか、SHIRABE_LARGEST_TEXT をもっと大きなMBにしてください
  without pages
    ページがありません
  {1} page without text, perhaps scanned; ocrmypdf adds the text
    {1}ページに文字がありません。画像かもしれません。ocrmypdf で文字を加えられます
  {1} pages without text, perhaps scanned; ocrmypdf adds the text
    {1}ページに文字がありません。画像かもしれません。ocrmypdf で文字を加えられます
  PDF needs {1} (apt install mupdf-tools)
    PDF には {1} が要ります（apt install mupdf-tools）
  PDF needs {1} or {2} (apt install mupdf-tools)
    PDF には {1} か {2} が要ります（apt install mupdf-tools）
  {1} took more than {2} s; split the file
    {1} に{2}秒より長くかかりました。ファイルを分けてください
  ended by signal {1}
    シグナル{1}で終わりました
  error {1}
    エラー{1}
  what is drawn
    描かれたもの
  uncompressed size
    展開後の大きさ
  cells
    セル
  compressed data
    圧縮されたデータ
  {1}: unknown compression
    {1}: 知らない圧縮形式
  {1} is missing
    {1} がありません
  the archive's end is missing
    書庫の終わりがありません
  the archive's directory
    書庫の目録
  an archive
    書庫
  a sheet
    シート
  slide {1}
    スライド{1}
  as {1} finds
    {1} による
  as {1} finds: {2}
    {1} による：{2}
  {1}: the name is not UTF-8; indexed under this one
    {1}: 名前が UTF-8 ではないので、この名前で索引に入れました
  {1}: what it was made of can't be read; it is built anew of what is named
    {1}: 何から作られたか読めないので、指定されたものから作り直します
  reading {1}
    読んでいます：{1}

  has no "text"
    "text" がありません
  has no "text" and no "path"
    "text" も "path" もありません
  names a file of records: give these as lines
    記録の並んだファイルです。行として渡してください
  has no "id"
    "id" がありません
  the "id" holds white space
    "id" に空白があります
  is not a JSON object: {1} at byte offset {2} of the line
    JSON のオブジェクトではありません：行の{2}バイト目、{1}
  the line {1}
    この行は{1}
  no value
    値がありません
  no end
    終わりがありません
  no "
    " がありません
  no UTF-8
    UTF-8 ではありません
  no end of a string
    文字列の終わりがありません
  no such escape
    知らないエスケープです
  no four hexadecimal digits
    16進数4桁がありません
  more text
    続きがあります
  more than {1} levels
    {1}段より深くなっています

  a row with a figure that was not read
    数値のある行ですが、読み取れませんでした
  no name in a row of figures
    数値の行に名前がありません
  the cells of a row can't be told to the columns of its table
    行のセルがどの列のものか決められません
  a date of adoption without the name of a plan
    策定の日付に計画の名前がありません
  a row of a schedule without the head that names its columns
    予定の行に、列を示す見出しがありません
  unknown columns in the head of a table: {1}
    表の見出しに知らない列があります：{1}
  {1} cells for {2} columns
    列{2}に対しセルが{1}あります
  a count and share whose label stands apart and can't be told for sure
    件数と割合の見出しが離れていて、どれのものか決められません
  the category can't be told from the overview
    区分と概要の境がわかりません
  name, category and overview can't be told apart
    名前、区分、概要の境がわかりません
  no line of budget, settlement, level and page
    予算、決算、達成度、ページの行がありません
  {1} amounts for {2} columns of them
    金額の列{2}に対し金額が{1}あります
  one year for {1} figures
    数値{1}に対し年度が一つです
  {1} years for {2} figures
    数値{2}に対し年度が{1}あります
  words behind the last figure
    最後の数値のあとに語があります
  more figures than columns
    列より数値が多くなっています
  no unit in the column of units
    単位の列に単位がありません
  figures without the name of an indicator
    数値に指標の名前がありません
  the name of an indicator without a figure
    指標の名前に数値がありません

  {1}: is not UTF-8
    {1}: UTF-8 ではありません
  the lexicons kept in the index can't be read
    索引の中の辞書が読めません
  "{1}" is given twice (first on line {2})
    「{1}」が二度書かれています（初めは{2}行目）
  a word is missing beside a comma or an arrow
    コンマか矢印のそばに語がありません
  "{1}" stands alone; a group needs two words or more
    「{1}」だけです。組には二語以上が要ります
  more than one arrow or equals sign
    矢印か等号が二つ以上あります
  "{1}" is not one of {2}
    「{1}」は次のどれでもありません：{2}
  "{1}" means something else on line {2}
    「{1}」は{2}行目では別の意味です
  {1} heads and {2} meanings; write as many, and - for a head that means nothing
    見出し{1}に対し意味が{2}です。同じ数だけ書き、意味のない見出しには - を書いてください
  the text is of version {1}, and version {2} is read; lines that have its form hold
    この文書は版{1}で、読むのは版{2}です。形の合う行だけ使います
  "{1}" has no value; write: word = value
    「{1}」に値がありません。書き方：語 = 値
  {1}: "{2}" is no concept of the question language and no class of inflection.txt
    {1}: 「{2}」は質問のことばの概念でも、inflection.txt の活用の種類でもありません
  {1}: "{2}" is no concept of the question language; see the other lines for those there are
    {1}: 「{2}」は質問のことばの概念ではありません。ほかの行にあるものを見てください

  SHIRABE_PDF is "{1}"; it can be {2}
    SHIRABE_PDF が「{1}」です。使えるのは：{2}
  SHIRABE_LARGEST_TEXT is "{1}"; it can be 1 to 1000, in MB
    SHIRABE_LARGEST_TEXT が「{1}」です。使えるのは 1 から 1000（MB）までです
  standard output: {1}
    標準出力: {1}
  the index can't be read
    索引が読めません
  there is no home to keep it in: set XDG_STATE_HOME
    残す場所がありません。XDG_STATE_HOME を設定してください
  installed {1}
    入れました：{1}
  {1}: no such folder here; run install where the program was built
    {1}: このフォルダーはここにありません。プログラムを組み立てた場所で install を実行してください
  {1}; choose another --prefix, or run it as root
    {1}。別の --prefix を選ぶか、root で実行してください
  {1} is not on the PATH: {2}
    {1} は PATH に入っていません：{2}
  {1}: no index, no file and no document of the index
    {1}: 索引でも、ファイルでも、索引の文書でもありません
  --listen {1} is no address; for example: 127.0.0.1, 0.0.0.0, ::1
    --listen {1} はアドレスではありません。例：127.0.0.1、0.0.0.0、::1
  others can connect at {1}, so a token is needed: --token-file FILE or $SHIRABE_TOKEN
    {1} にはほかの計算機からつなげるので、合い言葉が要ります：--token-file FILE か $SHIRABE_TOKEN
  port {1} is taken; another: --port {2}
    ポート{1}は使われています。別のポート：--port {2}
  {1} port {2}: {3}
    {1} ポート{2}: {3}
  the server stopped
    サーバーが止まりました
  this program was built without its web page; build it with: swift build -c release --traits Web
    このプログラムはウェブの画面なしで組み立てられています。組み立て直すには：swift build -c release --traits Web
  a token has 16 characters or more, letters and digits
    合い言葉は16文字以上の英数字です
  {1}: not a line of a baseline of this command
    {1}: このコマンドの基準の行ではありません
  table {1} of {2} has no heads to teach
    {2} の表{1}に、教えられる見出しはありません
  "{1}" gives no meaning; write: HEAD=FIELD
    「{1}」には意味がありません。書き方：見出し=項目
  "{1}" gives no meaning
    「{1}」には意味がありません
  "{1}" is no head of it; there are: {2}
    「{1}」という見出しはありません。あるのは：{2}
  write: teach table N of DOCUMENT HEAD=FIELD ..., or: teach scales
    書き方：teach table N of 文書 見出し=項目 …、または teach scales
  no document "{1}"; shirabe facts --coverage names them
    「{1}」という文書はありません。shirabe facts --coverage で名前がわかります
  {1} has {2} tables
    {1} の表は{2}です
  {1}: nothing was taught
    {1}: 教えられたものはありません
  not a receipt: {1} at byte offset {2}
    控えではありません：{2}バイト目、{1}
  not a receipt: no "{1}" as a receipt has it
    控えではありません：控えにあるはずの "{1}" がありません
  a receipt of another contract than {1}
    {1} とは別の取り決めの控えです
  the receipt itself was changed: its figure is not that of the rest
    控えそのものが変えられています：控えの値が残りと合いません

  not of the form topic, document, first, last, grade (0-10), or topic, 0, id, grade
    topic, document, first, last, grade (0〜10) の形でも topic, 0, id, grade の形でもありません
  no topic "{1}" in {2}
    {2} に主題「{1}」がありません
  nothing relevant for topic "{1}"
    主題「{1}」に合うものがありません
  not of the form id<TAB>query
    id<TAB>query の形ではありません
  topic "{1}" is given twice
    主題「{1}」が二度書かれています
  not JSON: {1}
    JSON ではありません：{1}
  not a list of questions
    質問の並びではありません
  question {1}: {2}
    質問 {1}: {2}
  no "question" or no "expect"
    "question" か "expect" がありません
  the query is empty
    語が空です
  "expect" is no object
    "expect" がオブジェクトではありません
  "expect" has no "{1}"
    "expect" に "{1}" はありません
  "{1}" holds {2}
    "{1}" の値が {2} です
  the id is given twice
    id が二度書かれています

  changes
    変更
  contradictions
    食い違い
  sources that are not as they were
    前と違うもとの文書
  changed
    変わった
  gone
    なくなった
  left out
    除いた
  added
    加わった
  renamed
    名前が変わった
  target moved
    目標が動いた
  perhaps renamed
    名前が変わったかもしれない
  text changed
    語が変わった
  figures
    数値
  units
    単位
  target years
    目標の年度
  total
    合計
  field changed
    項目が変わった
  figure changed
    値が変わった
  line changed
    行が変わった
  moved
    移った
  file gone
    ファイルがなくなった
  file unread
    ファイルが読めない
  unanswered
    答えがない
  the question
    質問

  Error: {1}
    エラー：{1}
  Usage: {1}
    使い方：{1}
  See '{1}' for more information.
    くわしくは：{1}
  Unknown option '{1}'
    「{1}」というオプションはありません
  Unknown option '{1}'. Did you mean '{2}'?
    「{1}」というオプションはありません。「{2}」ですか
  Unexpected argument '{1}'
    余分な引数です：「{1}」
  {1} unexpected arguments: {2}
    余分な引数が{1}あります：{2}
  Missing expected argument '{1}'
    引数 {1} が要ります
  Missing value for '{1}'
    {1} の値がありません
  The value '{1}' is invalid for '{2}'
    「{1}」は {2} の値になりません
  The value '{1}' is invalid for '{2}'. Please provide one of {3}.
    「{1}」は {2} の値になりません。使えるのは：{3}
  Help:  {1}
    説明：{1}
  no command "{1}"; to ask: shirabe ask QUESTION
    「{1}」というコマンドはありません。質問するには：shirabe ask 質問
  name files or folders
    ファイルかフォルダーを指定してください
  --limit: {1} is below 0; give 0 or more
    --limit: {1} は負の数です。0 以上にしてください
  --yes goes with table N of DOCUMENT HEAD=FIELD ...
    --yes は table N of 文書 見出し=項目 … とともに使います
  --jobs: {1} is below 1
    --jobs: {1} は 1 より小さい数です
  --jobs goes with --stdin
    --jobs は --stdin とともに使います
  --coverage is no list of facts: no flat
    --coverage は事実の一覧ではないので、flat にはできません
  --stdin uses no index and counts nothing
    --stdin は索引を使わず、数えません
  --stdin prints jsonl or flat
    --stdin の形式は jsonl か flat です
  --timing goes with --format trec
    --timing は --format trec とともに使います
  --relocate lists no contradictions
    --relocate と --contradictions は同時に使えません
  read prints text or jsonl
    read の形式は text か jsonl です
  --max-drop: give a number from 0 to 1
    --max-drop: 0 から 1 までの数にしてください
  --depth: give 1 or more
    --depth: 1 以上にしてください
  {1} (default: {2})
    {1}（既定：{2}）
  {1} (values: {2})
    {1}（値：{2}）
  {1} (values: {2}; default: {3})
    {1}（値：{2}。既定：{3}）
  {1} (default)
    {1}（既定）
  See '{1}' for detailed help.
    くわしくは：{1}
  Show help information.
    この説明を示す。
  Answers questions about Japanese plan texts, with the lines they stand on.
    計画書への質問に、もとになった行を添えて答えます。
  Without a subcommand, questions are read from the terminal, or one a line from standard input;
    コマンドを付けないと、端末から、または標準入力から一行に一つ、質問を読みます。
  with --version, the versions of program, contract and index format are printed, and the index's fingerprint.
    --version を付けると、プログラム、取り決め、索引の形式の版と、索引の指紋を示します。
  Exit status: 0 answered; 1 nothing matches; 2 a question, option or input could not be read; 3 the index is missing, damaged, from another version or changed under a question, or a write failed; 130 interrupted by Ctrl-C; 143 told to end.
    終了コード：0 答えた。1 当てはまるものがない。2 質問、オプション、入力が読めない。3 索引がない、壊れている、版が違う、質問の間に変わった、または書き込みに失敗した。130 Ctrl-C で中断した。143 終わるように言われた。
  Answer one question.
    質問一つに答える。
  The question; words are joined by spaces. - for questions on standard input.
    質問。語の間は空白になる。- なら標準入力から読む。
  The index's folder (default: $SHIRABE_INDEX, else .shirabe, else the installed one).
    索引のフォルダー（既定：$SHIRABE_INDEX、なければ .shirabe、なければ一緒に入れたもの）。
  The lexicons' folder, for building an index.
    索引を作るときの辞書のフォルダー。
  The most items a reading prints (default: all).
    示す件数の上限（既定：すべて）。
  The language of answers and messages: ja or en (default: the question's, else the locale's).
    答えとメッセージの言語。ja か en（既定：質問の言語、なければロケール）。
  Show every field, however long.
    すべての項目を、長くても示す。
  Print a thing a line, without tables and drawings, as screen readers like it.
    一件一行で、表や図なしに示す（画面読み上げ向き）。
  text, json, jsonl, csv, csv-excel, tsv or markdown.
    text、json、jsonl、csv、csv-excel、tsv、markdown のどれか。
  text, json, jsonl, csv, csv-excel, tsv or markdown (default: text on a terminal, or with --plain or --wide, else jsonl).
    text、json、jsonl、csv、csv-excel、tsv、markdown のどれか（既定：端末と --plain、--wide では text、ほかでは jsonl）。
  text, json, jsonl, csv, csv-excel, tsv or markdown, or trec.
    text、json、jsonl、csv、csv-excel、tsv、markdown、trec のどれか。
  text, json, jsonl, csv, csv-excel, tsv or markdown, or flat (CSV, a value a row); jsonl is an item a line (default: text; jsonl with --stdin).
    text、json、jsonl、csv、csv-excel、tsv、markdown、または flat（値一つが一行の CSV）。jsonl は一件一行（既定：text、--stdin では jsonl）。
  Where to write a receipt of the answer, for shirabe verify.
    答えの控えを書くファイル。shirabe verify で確かめられる。
  Ask only about documents of this title, publisher or year; given again, all of them must fit.
    この題名・発行者・年の文書だけに尋ねる。重ねて書くと、そのすべてに当てはまる文書だけになる。
  Answer questions from the terminal or from standard input (default).
    端末または標準入力からの質問に答える（既定）。
  - for questions on standard input, also where that is a terminal.
    - なら、端末であっても標準入力の質問として読む。
  On standard input, ask each question as the first of a conversation.
    標準入力の質問を、一つずつ別の会話として聞く。
  Keep no history of what is typed, and read none.
    入力の履歴を残さず、読まない。
  Questions on standard input end with a zero byte, and may have line feeds.
    標準入力の質問はゼロのバイトで終わり、改行を含んでよい。
  Print the versions of program, contract, index format; the index's fingerprint.
    プログラム、取り決め、索引の形式の版と、索引の指紋を示す。
  Answer in a browser on this machine.
    この計算機のブラウザーで答える。
  Only this machine can connect, unless --listen names another address; then a token is needed, which the page asks for, from --token-file or $SHIRABE_TOKEN. Another index in the folder is taken up with the next question.
    つなげるのはこの計算機だけです。--listen で別のアドレスを開くときは、--token-file か $SHIRABE_TOKEN の合い言葉が要り、画面がそれを尋ねます。フォルダーの索引が新しくなれば、次の質問からそれで答えます。
  The port; 0 for one that is free.
    ポート。0 なら空いているもの。
  The address to listen at, by number.
    待ち受けるアドレス（数字で）。
  A file with the token that browsers of other machines need.
    ほかの計算機のブラウザーに要る合い言葉のファイル。
  Build an index from files (txt, md, csv, html, xlsx, docx, pptx, odt, ods, pdf, jsonl) and folders of them.
    ファイル（txt、md、csv、html、xlsx、docx、pptx、odt、ods、pdf、jsonl）やフォルダーから索引を作る。
  What the index was made of before is renewed, and PATH added to it; the new index takes the place of the old one when it is whole. A path that is gone is an error, unless it is pruned.
    索引のもとになったものを読み直し、指定したパスを加えます。新しい索引は、できあがってから古いものと入れ替わります。なくなったパスがあればエラーになります（--prune なら除きます）。
  Files and folders.
    ファイルとフォルダー。
  Leave out a path it was made of, or a document.
    もとになったパスか文書を除く。
  Leave out what is no longer there.
    なくなったものを除く。
  Rank passages by keywords; without keywords, for each topic on standard input.
    語で本文を探して順に並べる。語がなければ、標準入力の主題ごとに。
  A topic is `query` or `id<TAB>query`.
    主題は `語` か `id<TAB>語` です。
  Words to look for; - for topics on standard input.
    探す語。- なら標準入力の主題。
  After each topic, `# id microseconds` from query to ranked ids (trec format).
    主題ごとに、並べるまでの時間を `# id マイクロ秒` で示す（trec 形式）。
  List the facts that were read from the plans, or read those of documents on standard input.
    計画書から読み取った事実の一覧を示す。または標準入力の文書から読み取る。
  With --stdin no index is used: a line {"id", "title", "text"} or {"id", "path"} is a document, and its facts follow as lines with its id, in the order of the documents, before the next ones are read. A document that can't be read is a line {"id", "error"}; the status is 0 at the end of the input.
    --stdin では索引を使いません。一行の {"id", "title", "text"} か {"id", "path"} が一つの文書で、その事実を id つきの行として、文書の順に、次を読む前に出します。読めない文書は {"id", "error"} の行になります。入力が終われば終了コードは 0 です。
  One kind only: project, indicator, measure, evaluation, heading, organization, plan, figure, table, definition.
    一種類だけ：project、indicator、measure、evaluation、heading、organization、plan、figure、table、definition。
  Print what became of each line, table and row instead: read as what, unread and why, totals that clash.
    代わりに、行、表、表の行がそれぞれどう読まれたか（何として読んだか、読めない理由、内訳と合わない合計）を示す。
  Read the documents of standard input, a line each (jsonl or flat).
    標準入力の文書を一行ずつ読む（jsonl か flat）。
  How many documents are read at the same time (default: a core each).
    同時に読む文書の数（既定：コアの数）。
  Say what changed from one edition of plans to another, with both places.
    計画の版の間で変わったことを、両方の場所とともに示す。
  OLD and NEW are folders of indexes, files, or ids of documents in the index. Projects, indicators, measures and evaluations are added, gone or renamed; targets move; figures and words of tables change. The status is 1 where nothing did.
    OLD と NEW は、索引のフォルダー、ファイル、または索引の中の文書の id です。事業、指標、定量実績、評価の増減と改名、目標の移動、表の数値や語の変更を示します。何も変わっていなければ終了コードは 1 です。
  The earlier edition.
    前の版。
  The later edition.
    後の版。
  Ask the question of a receipt again and say what changed since, in which file and line.
    控えの質問をもう一度して、その後どのファイルのどの行が変わったかを示す。
  A receipt is what ask --receipt FILE wrote. The status is 0 where the answer and the cited lines are as they were, 1 where something changed, 2 where the file is no receipt or was changed itself.
    控えは ask --receipt FILE で書かれたものです。終了コードは、答えと引用した行が前のままなら 0、変わっていれば 1、控えでないか控えが変えられていれば 2 です。
  The file of the receipt.
    控えのファイル。
  Check that the index is whole and its sources are as they were.
    索引が壊れていないか、もとの文書が前のままかを調べる。
  Every byte of the index is checked, then each file it was made of. The status is 0 where all is well, 1 where something was found, 3 where the index is damaged.
    索引の全バイトを、次にもとのファイルを一つずつ調べます。終了コードは、問題がなければ 0、何か見つかれば 1、索引が壊れていれば 3 です。
  List measures with different figures, units or target years, and totals that clash with their rows, instead.
    代わりに、数値、単位、目標年度の食い違う指標と、内訳と合わない合計を示す。
  What is gone stands in this folder now: renew the index from there.
    なくなったものは今このフォルダーにある。そこから索引を読み直す。
  Print what is read of files, line by line with its place: the first thing to look at when an answer is odd.
    ファイルがどう読まれるかを、行ごとに場所とともに示す。答えがおかしいときに最初に見るもの。
  Tables are rows of pipes, headings begin with #, and what was left out or is unsure begins with !.
    表は | で区切った行、見出しは # で始まる行、除いたものや確かでないものは ! で始まる行です。
  Files of any format that index takes.
    index が読む形式のファイル。
  text, or jsonl (a line an object, with its place).
    text か jsonl（一行が場所つきの一つのオブジェクト）。
  Say what heads of tables mean that could not be read, by yes, no or a choice.
    読めなかった表の見出しの意味を、はい・いいえ・選択で教える。
  Answers are read a line each: y (yes), n (no: the table stays as it is printed), a number (a choice), an empty line (later), q (enough). What was taught stands in a plain text beside the index, INDEX-taught.txt, and the index is built again.
    答えは一行に一つ：y（はい）、n（いいえ。表は書かれたままになる）、番号（選ぶ）、空行（後で）、q（終わり）。教えたことは索引の隣のテキスト INDEX-taught.txt に残り、索引が作り直されます。
  With "table N of DOCUMENT", the columns of one table are asked about; with HEAD=FIELD behind it, they are taught at once. Tables are numbered as facts --coverage and :unread have them. With "scales", the grades of evaluations are shown in their order, which can be turned round.
    「table N of 文書」なら一つの表の列を尋ね、後ろに 見出し=項目 を書けばそのまま教えます。表の番号は facts --coverage や :unread のものです。「scales」なら評価の段階を順に示し、逆にもできます。
  table N of DOCUMENT [HEAD=FIELD ...], or: scales
    table N of 文書 [見出し=項目 …]、または scales
  List what was taught.
    教えたことの一覧を示す。
  Take back what was taught last.
    最後に教えたことを取り消す。
  Take the meanings given for a table without asking.
    表に与えた意味を、尋ねずに採る。
  Show how a text is folded and cut into words.
    テキストがどうそろえられ、どう語に切られるかを示す。
  The text; words are joined by spaces.
    テキスト。語の間は空白になる。
  Measure search quality.
    検索と答えの質を測る。
  Install the program, its corpus with its index, the manual page and completions.
    プログラム、付属の文書とその索引、マニュアル、補完を入れる。
  Run where Corpus is. Files of the same names below the prefix are replaced; others are left alone. With $DESTDIR all of it goes below that folder, as packages are made.
    Corpus のある場所で実行します。prefix の下の同じ名前のファイルは置き換え、ほかはそのままにします。$DESTDIR があれば、パッケージを作るときのように、すべてその下に入れます。
  The folder that gets bin and share (default: $PREFIX, else /usr/local).
    bin と share を作るフォルダー（既定：$PREFIX、なければ /usr/local）。
  Ask the questions of a set and judge the answers, by class.
    質問集の質問をして、答えを種類ごとに判定する。
  Rank passages for topics and print the mean of each measure.
    主題ごとに本文を並べ、尺度の平均を示す。
  Say each question of a set in other words, and count those that are answered as the question is.
    質問集の質問を言い換え、同じ答えになる数を数える。
  SET is a JSON list of {"id", "question", "class", "expect", "why"}; "turn" marks a question that goes on from the one before it. Each miss is blamed on one room: reading the plan, understanding, retrieval or ranking (-v). With --baseline, the status is 1 where a question's outcome is worse.
    SET は {"id", "question", "class", "expect", "why"} の JSON の並びで、"turn" は前の質問に続くものを表します。外れは、文書の読み取り、質問の理解、検索、順位のどれかのせいにします（-v）。--baseline を付けると、結果の悪くなった質問があれば終了コードは 1 です。
  The file of questions.
    質問集のファイル。
  A baseline to compare with; the status is 1 where something is worse.
    比べる基準。悪くなったものがあれば終了コードは 1。
  Where to write this run's baseline, a line a topic or question.
    今回の結果を基準として書くファイル。主題か質問が一行。
  A file of ids, one a line, that may be worse.
    悪くなってよい id のファイル。一行に一つ。
  text, markdown or json.
    text、markdown、json のどれか。
  Where to write the report as a page with charts, which needs no network.
    報告を図つきの画面として書くファイル。ネットワークは要らない。
  Every question that is not right, with what is wrong and the room to blame.
    正しくない質問を、違う所と原因とともにすべて示す。
  TOPICS has lines `id<TAB>query`. QRELS has lines `topic<TAB>document<TAB>first<TAB>last<TAB>grade`, or TREC's `topic 0 id grade`. With --baseline, figures and ranks that moved follow on standard error, and the status is 1 where one fell by more than --max-drop.
    TOPICS は `id<TAB>語` の行、QRELS は `topic<TAB>document<TAB>first<TAB>last<TAB>grade` か TREC の `topic 0 id grade` の行です。--baseline を付けると、動いた値と順位を標準エラーに示し、--max-drop より下がったものがあれば終了コードは 1 です。
  The file of topics.
    主題のファイル。
  The file of judgements.
    判定のファイル。
  Measures as ir_measures names them: {1}, with @cut-off.
    ir_measures の名前での尺度：{1}。@ で打ち切り。
  Every topic, with the ranks of what is relevant.
    すべての主題を、合うものの順位とともに示す。
  Where to write the ranking as a TREC run.
    順位を TREC の形で書くファイル。
  Where to write the judgements as TREC's, in the ids of the run.
    判定を TREC の形で、順位と同じ id で書くファイル。
  How far a figure may fall, 0 to 1.
    値が下がってよい幅（0〜1）。
  How many passages are ranked.
    並べる本文の数。
  A line a way to reword: how many wordings are answered with the same items and figures, and how many with others although both answers claim to be whole (contradictions). Questions that go on from another are left out.
    言い換え方ごとに一行：同じ項目と数値で答えられた数と、どちらの答えも「すべて」と言いながら違うものの数（矛盾）を示します。ほかの質問に続くものは除きます。
  Every rewording that is answered otherwise.
    違う答えになった言い換えをすべて示す。
  """#
