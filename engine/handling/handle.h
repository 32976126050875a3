#pragma once
// The acts of an office. Each is one transaction: everything it brings about is recorded, or nothing
// is, and a refusal itself is recorded too (责任可追溯).

#include <functional>

#include "handling/papers.h"
#include "handling/work.h"
#include "sheets/workbook.h"

namespace anjuan::handling {

/// A clerk's event in a case or round. Limits that have fallen due by the stated date raise their
/// events first, in the same act.
Result<Receipt> handle(Office&, const CaseId&, const Act&);

/// 开任务: a round with its procedure. `act.event` is the definition's name.
Result<Receipt> open_round(Office&, const CaseId& id, const std::string& definition, const Act&);

Result<Receipt> sign_paper(Office&, const CaseId&, const std::string& paper, const Signing&, const Act&);
Result<Receipt> serve_paper(Office&, const CaseId&, const std::string& paper, const Service&, const Act&);
Result<Receipt> annul_paper(Office&, const CaseId&, const std::string& paper, const std::string& reason, const Act&);

/// 读回检查表: a filled sheet becomes the event that its form names. Refused by cell.
Result<Receipt> read_back(Office&, const CaseId&, const std::string& xlsx, const std::string& file, const Act&);

/// The workbook of the sheet that a case waits for, made anew to be filled on screen (exercises).
struct BlankSheet {
  std::shared_ptr<const forms::Form> form;
  sheets::Workbook book;
  std::string serial;
};
Result<BlankSheet> blank_sheet(Office&, const CaseId&);

/// Time passes: raises the events of all limits, in all cases, that have fallen due by `act.on`.
Result<Receipt> raise_due(Office&, const Act&);

/// The open limits of all live cases that another calendar moves, with the day before; nothing is written.
Result<std::vector<ToldLimit>> limits_that_move(cases::Reading&, const calendar::WorkingCalendar&);

/// The calendar has changed: recomputes the open limits of all cases; each that moves is told and
/// recorded (暂定 becomes firm when a year's calendar arrives).
Result<Receipt> recompute_limits(Office&, const Act&);

/// A new version of a register, ready-made.
Result<Receipt> change_register(Office&, cases::RegisterRow, const Act&);

/// Runs `body` as one recorded act named `kind` on a case ("" for the office).
Result<Receipt> record_act(Office&, std::string_view kind, const CaseId&, const Act&, const Fields& details,
                           const std::function<Outcome(Work&)>& body);

}  // namespace anjuan::handling
