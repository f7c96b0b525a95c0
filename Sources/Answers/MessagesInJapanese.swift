/// English wordings of the command line's help and errors, of kept reasons and of what listings call what they find, each with its
/// Japanese on the next line, two columns in; `{1}` is a blank. A test reads the sources and the help for wordings that are missing here.
let messagesInJapanese = #"""
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
