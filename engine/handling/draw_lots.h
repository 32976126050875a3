#pragma once
// The acts of a draw: declare interests, freeze the list, type the values that witnesses bring, open the
// seed, annul, fill a vacancy, drop a target, record lots drawn by hand. Each parameter comes from the
// procedure's XML; here stands only how registers become a list and what nobody may do twice.

#include "handling/draw_facts.h"

namespace anjuan::handling {

/// A list made from the registers with what papers must say of it.
struct DraftedList {
  draw::FrozenList list;
  Fields facts;   ///< 行业, 剔除, 不参加人员, counts
};
/// Everything that the values of <aj:draw action="freeze"> ask for; all that is missing is named. Who adds to
/// the seed, what is sealed for vacancies and what was declared for this draw are the freeze's own to add.
Result<DraftedList> draft_list(Work&, const DrawPeople&, const Fields& values, const std::string& draw_id, const std::string& previous);

/// Values of the element, or which one is missing or of the wrong kind.
Result<Value> draw_value(const Fields& values, const std::string& name, Value::Kind kind);

// ---- one function for each step; the case is the round, or for vacancies the case that has one ----
Outcome declare_interest(Work&, cases::Case&, const procedure::DrawLots&);
Outcome freeze_list(Work&, cases::Case&, const procedure::DrawLots&);
Outcome enter_value(Work&, cases::Case&, const procedure::DrawLots&);
Outcome enter_vacancy_value(Work&, cases::Case&, const procedure::DrawLots&);
Outcome confirm_value(Work&, cases::Case&, const procedure::DrawLots&);
Outcome open_seed(Work&, cases::Case&, const procedure::DrawLots&);
Outcome annul_draw(Work&, cases::Case&, const procedure::DrawLots&);
Outcome withdraw_inspector(Work&, cases::Case&, const procedure::DrawLots&);
Outcome drop_target(Work&, cases::Case&, const procedure::DrawLots&);
Outcome record_lots(Work&, cases::Case&, const procedure::DrawLots&);

/// Adds what inspectors have declared for this draw (申报: {编号, 对象}) to the list's conflicts, with the code
/// `reason`. Refused: an inspector of the list who has not declared (all are named), an unknown target.
Outcome add_declared(const DrawPeople&, const Value& declarations, const std::string& reason, draw::FrozenList&);
/// 来源: who contributes to the seed. Procedures of the first form name nobody: witnesses throw dice, the office has
/// a secret.
Value sources_in(const Fields& values);
/// The contributors to the seed (来源), in their order; the office's own commitment goes to `commitment`.
Outcome add_sources(const Act&, const Value& sources, draw::FrozenList&, std::string& commitment);
/// 补充: {抽取号, 对象, 理由} narrows the list to targets of an earlier draw that could not be staffed; without a
/// number nothing changes. Refused: no such draw, a target it did not choose.
Outcome narrow_to_supplement(Work&, const Value& supplement, DraftedList&);
/// Hands the pages for the sealed envelopes out (信封模板, 信封保管人), where the act can take them.
Outcome hand_out_envelopes(Work&, const cases::Case& round, const Fields& values);

/// The last draw of the round that is frozen and neither opened nor annulled; else why there is none.
Result<cases::DrawRecord*> frozen_draw(cases::Case& round);
/// The draw is opened or voided: the next list may be frozen, and names this digest as the one before it.
Outcome end_draw(Work&, const cases::DrawRecord&, const std::string& digest);
/// What the journal tells of a step.
Outcome note_step(Work&, const cases::DrawRecord&, std::string_view step);
/// A value as it was typed, without the spaces that make long ones readable.
std::string without_spaces(std::string_view);
/// Confirms a value typed before by somebody else; the entry.
Result<cases::EnteredValue*> confirm_entry(Work&, cases::DrawRecord&, const std::string& of, const std::string& label, const std::string& value);
/// Takes the first entry of a value, in place of an earlier first entry.
Outcome take_entry(Work&, cases::DrawRecord&, const std::string& of, const std::string& label, const std::string& value);

}  // namespace anjuan::handling
