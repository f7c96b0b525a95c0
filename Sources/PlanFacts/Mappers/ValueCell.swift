import JapaneseText
import PlanDocuments

/// Puts the value of a cell where its head says: into a field, a point, or an attribute of a draft.
struct ValueCell {
  let schema: FieldSchema
  /// What the table counts in.
  let unit: TableUnit?
  /// What the figures of its row are, by a word in the row itself.
  var rowRole: FieldSchema.Role?
  /// What tells its row from others of the same name: 男性.
  var rowLabel: String?
  /// Whether a year alone heads what is planned for it.
  var hasSchedule = false
  /// Whether the costs of its years are still to come.
  var isPlanned = false

  /// - Parameters:
  ///   - pieces: The text line by line, where the cell breaks it.
  ///   - head: The heads over it, or beside it.
  ///   - rowUnit: What the row says it counts in, in a column of its own.
  func put(
    _ text: String, pieces: [String] = [], under head: ColumnHead, at lines: LineRange, rowUnit: String?,
    into draft: inout FactDraft, as kind: FieldSchema.Kind
  ) {
    // 取組の内容 behind a column of names says what they are
    guard
      let field = head.fields.first(where: { $0.kind == kind && $0.type != .name }) ?? head.field(of: kind)
    else {
      // 年度計画 over a year
      if kind == .project || kind == .measure, head.isPeriod, let year = head.year, !year.isRange,
        hasSchedule || head.field(of: .schedule) != nil
      {
        guard !CellKind.isNothing(text) else { return }
        draft.plan(
          ScheduleEntry(
            fiscalYear: year.first, orLater: year.orLater,
            items: ItemList.items(text).map(\.joiningJapanese), lines: lines))
        return
      }
      // Ｒ７当初
      if kind == .project, let role = head.role, role.ofPoint == nil, head.year != nil, MoneyCell(text) != nil
      {
        putMoney(text, role, head, lines, &draft)
        return
      }
      // what the row says its figures are is not said of its number
      let rowRole = head.fields.isEmpty || head.isPeriod || head.role != nil ? rowRole : nil
      if kind == .indicator, let role = rowRole ?? head.role ?? (head.isPeriod ? .actual : nil),
        role.ofPoint != nil
      {
        putPoints(text, role, head, lines, rowUnit, &draft)
      } else {
        keep(text, head, lines, &draft)
      }
      return
    }
    switch field.type {
    case .money:
      // what is over 増減 or 国庫支出金 does not make them the budget
      let role = field.role ?? (field.name == "cost" ? rowRole ?? head.role : nil)
      let isToCome =
        field.name == "cost" && head.year != nil && (role == nil || role == .forecast)
        && (isPlanned || schema.isPlanned(head.path))
      putMoney(text, isToCome ? .budget : role, head, lines, &draft)
    case .figure:
      putPoints(
        text, head.role.flatMap { $0.ofPoint == nil ? nil : $0 } ?? field.role ?? .actual, head, lines,
        rowUnit, &draft)
    case .grade:
      if let grade = GradeCell(text), ![.level, .grade, .gradeText].contains(where: draft.has) {
        for field in grade.fields(schema.grades, at: lines) {
          draft.cite(field.name, field.value, at: field.lines)
        }
        draft.widen(to: lines)
      } else {
        keep(text, head, lines, &draft)
      }
    case .number:
      if let name = field.fieldName, let number = FigureShape(text, units: []),
        number.quantity.value.wholeNumber != nil
      {
        // 0312 is no number that can be counted with
        if number.text.hasPrefix("0"), number.text.utf8.count > 1, !draft.has(.code) {
          return draft.add(.code, .text(number.text), at: lines)
        }
        draft.add(name, .number(number.quantity.value), at: lines)
      } else {
        keep(text, head, lines, &draft)
      }
    case .year:
      let year = YearMention.all(in: Array(text.unicodeScalars), bareYears: true).first
      if let name = field.fieldName, let year, !year.isRange {
        draft.add(name, .number(ExactNumber(year.first)), at: lines)
      } else {
        keep(text, head, lines, &draft)
      }
    case .text, .choice:
      if let name = field.fieldName, !CellKind.isNothing(text), !draft.has(name) {
        let printed =
          field.type == .choice
          ? ChoiceCell.chosen(text)
          : (name == .bureau ? OfficeName.list(pieces) : nil) ?? text.joiningJapanese
        // what gives its reasons is more than a choice
        guard field.type != .choice || printed.unicodeScalars.count <= 30 && !printed.contains("。") else {
          return keep(text, head, lines, &draft)
        }
        draft.add(name, .text(printed), at: lines)
      } else {
        keep(text, head, lines, &draft)
      }
    case .quantity:
      if let name = field.fieldName, let quantity = FigureShape(text, units: schema.words.units)?.quantity {
        // 80.0% is kept as printed
        draft.add(
          name, name == .achievementRate ? .text(text.squeezed) : .number(quantity.value), at: lines)
      } else {
        keep(text, head, lines, &draft)
      }
    case .list:
      let items = text.split { "、，・".contains($0) }.map { String($0).joiningJapanese }
      // `42人` counts them
      if let name = field.fieldName, !items.isEmpty, !items.contains(where: ItemList.counts), !draft.has(name)
      {
        draft.add(name, .list(items), at: lines)
      } else {
        keep(text, head, lines, &draft)
      }
    case .date:
      guard let adoption = AdoptionCell(text) else { return keep(text, head, lines, &draft) }
      for field in adoption.fields(at: lines) { draft.add(field.name, field.value, at: field.lines) }
    case .targets:
      let targets = SDGTargets.read(text)
      if targets.isEmpty {
        keep(text, head, lines, &draft)
      } else {
        draft.add(.sdgTargets, .list(SDGTargets.sorted(targets)), at: lines)
      }
    case .unit: draft.add(.unit, .text(text.squeezed), at: lines)
    case .name, .attribute, .label: keep(text, head, lines, &draft)
    }
  }

  private func keep(_ text: String, _ head: ColumnHead, _ lines: LineRange, _ draft: inout FactDraft) {
    guard !CellKind.isNothing(text), !head.path.isEmpty else { return }
    draft.attribute(
      head.name, ChoiceCell.chosen(text), countedIn: head.unit ?? unit?.among(head.path).printed,
      units: schema.words.units, at: lines)
  }

  private func putPoints(
    _ text: String, _ role: FieldSchema.Role, _ head: ColumnHead, _ lines: LineRange, _ rowUnit: String?,
    _ draft: inout FactDraft
  ) {
    let read = PointCell.read(
      text, role, under: head, unit: rowUnit ?? head.unit ?? unit?.among(head.path).printed,
      units: schema.words.units, at: lines)
    draft.add(
      read.points.map { point in
        var point = point
        let labels = [rowLabel, point.label].compactMap(\.self)
        point.label = labels.isEmpty ? nil : labels.joined(separator: "、")
        return point
      })
    for note in read.notes { draft.note(note, at: lines) }
  }

  /// An amount is a budget or a settlement by its field or by what its year is said to be; any other money stays as it is printed.
  private func putMoney(
    _ text: String, _ role: FieldSchema.Role?, _ head: ColumnHead, _ lines: LineRange,
    _ draft: inout FactDraft
  ) {
    guard let money = MoneyCell(text), let role, role.ofPoint == nil else {
      return keep(text, head, lines, &draft)
    }
    let counted = head.unit.map { TableUnit(printed: $0, lines: lines) } ?? unit?.among(head.path)
    if let year = head.year, !year.isRange {
      if draft.hasMoney(role == .budget ? .budget : .settlement, of: year.first) {
        return keep(text, head, lines, &draft)
      }
      var point = Point(role: role == .budget ? .target : .actual, text: money.text, lines: lines)
      point.fiscalYear = year.first
      point.calendarYear = year.form == .calendar
      point.value = money.value
      point.unit = money.unit ?? counted?.printed
      draft.addMoney(point, role == .budget ? .budget : .settlement)
    } else {
      draft.add(role == .budget ? .budget : .settlement, .number(money.value), at: lines)
    }
    guard money.unit ?? counted?.unit == "円" else { return }
    draft.cite(.unit, .text("円"), at: money.unit == nil ? counted?.lines ?? lines : lines)
    if money.unit == nil, let counted, counted.scale > 1 {
      draft.cite(.scale, .number(ExactNumber(counted.scale)), at: counted.lines)
    }
  }
}

/// A cell that offers choices and marks one: `● 達成 ○ おおむね達成`, `■現状維持 □拡充`.
enum ChoiceCell {
  /// The marked choices; the text without its number (`3 現状維持`) where it offers none.
  static func chosen(_ text: String) -> String {
    var choices: [(isMarked: Bool, text: String)] = []
    for scalar in text.unicodeScalars {
      if "●■☑".unicodeScalars.contains(scalar) {
        choices.append((true, ""))
      } else if "○□☐".unicodeScalars.contains(scalar) {
        choices.append((false, ""))
      } else if !choices.isEmpty {
        choices[choices.count - 1].text.unicodeScalars.append(scalar)
      }
    }
    let marked = choices.filter(\.isMarked).map { $0.text.trimmed }.filter { !$0.isEmpty }
    guard choices.count > 1, !marked.isEmpty, marked.count < choices.count else {
      return text.joiningJapanese
    }
    return marked.joined(separator: "、")
  }
}
