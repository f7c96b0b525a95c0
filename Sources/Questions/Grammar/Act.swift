import JapaneseText
import PlanFacts

/// One thing that half a question (では決算は？, 2番目は？, only level 4) does with the question before it.
package enum Act: Hashable, Sendable {
  /// それ, その: of the very things before.
  case pointsBack
  /// 決算は？: these fields of the same things.
  case show([Reference])
  /// 達成度4だけ: those that meet it, or in place of what was asked of the same field before.
  case meet(Restriction)
  /// 20万以上は？: of the figure before.
  case bound(Comparison, Figure)
  /// 4は？: another number for the one before.
  case number(Figure)
  /// デジタル化推進事業は？: the same of another thing.
  case name(Things)
  /// 臨海部は？: the same of what these words name.
  case words(String)
  /// その指標は？: things of another kind in the same place.
  case kind(Things)
  /// 取組は何件？: only of such things.
  case of(Things)
  /// 一番大きいのは？: by a field, or by the figure before.
  case sort(Reference?, Direction)
  case limit(Int)
  case place(Place)
  /// 全部: without the limit.
  case all
  /// 名前は？: the things themselves, after their number or sum.
  case names
  /// 残りは？: all but those.
  case others
  case reckon(Aggregate, Reference?)
  case count
  case group(Reference)
  /// 割合で言うと: what part of the whole those are that were counted.
  case share
  /// 差は？, あと何グラム？: how far the figures before are apart, or from this field.
  case apart(Reference?)
  /// 何倍？
  case times(Reference?)
  /// いくら超過した？
  case exceed(Comparison)
  /// どっちが大きい？
  case which(Direction)
  case course
  case sideBySide
  /// いつまで？: the year of what was asked before.
  case when
  /// 翌年は？: so many years after the one before.
  case year(Int)
  case why

  /// Looks for words that may name nothing.
  package var isOfWords: Bool { if case .words = self { true } else { false } }

  /// Asks for things where those before stand.
  package var keepsPlace: Bool {
    switch self {
    case .names, .kind: true
    default: false
    }
  }

  /// 政策6は？: another place by its label.
  package var isOfLabel: Bool { if case .meet(.label) = self { true } else { false } }

  /// Which of them in their order.
  package enum Place: Hashable, Sendable {
    case nth(Int)
    case first
    case last
    case next
    case previous
  }
}
