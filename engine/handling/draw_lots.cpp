// A draw from its frozen list to its opening, or its voiding. Between the two only values can be added, and
// no value changes once two people have typed it alike: so nothing is left to choose when the secret is opened.

#include "handling/draw_lots.h"

#include <algorithm>

#include "base/text.h"
#include "cases/messages.h"
#include "documents/document_number.h"
#include "draw/staffing_check.h"
#include "handling/messages.h"
#include "handling/practitioner_stage.h"
#include "publication/draw_files.h"

namespace anjuan::handling {
namespace {

using cases::Case;
using cases::DrawRecord;
using procedure::DrawLots;

constexpr std::string_view last_draw_key = "last_draw";        // digest that the next list names as `prev`
constexpr std::string_view pending_draw_key = "pending_draw";  // the draw that is frozen and neither opened nor voided

/// The draw's own number, from the gapless book of draws.
Result<std::string> take_draw_id(Work& work, const Case& round) {
  const std::string& code = work.office.bureau.papers.draw_code;
  const cases::NumberCode* row = cases::find_code(work.office.bureau, code);
  if (!row) return diagnose(cases::unknown_code, Place{}, code);
  ANJUAN_TRY(const cases::TakenNumber taken, work.tx.take_number(code, year_of(work.act.on), round.id.text()));
  Fields parts = work.office.bureau.facts;
  parts.insert_or_assign("年", Value(taken.year));
  parts.insert_or_assign("号", Value(taken.n));
  return documents::document_number(row->pattern, Place{}, parts);
}

/// What the next list names as the one before it.
Result<std::string> last_link(Work& work) {
  ANJUAN_TRY(const Value last, work.tx.setting(std::string(last_draw_key)));
  return last.text_or_empty().empty() ? draw::no_previous_draw : last.text();
}

Fields record_of(const Fields& values, std::string_view name) {
  const auto found = values.find(name);
  return found != values.end() && found->second.is(Value::Kind::record) ? found->second.record() : Fields{};
}

/// 封存递补: {个数, 锚值} of the chain that another office keeps sealed for vacancies.
void add_reserve(const Fields& values, draw::FrozenList& list) {
  const Fields reserve = record_of(values, "封存递补");
  const auto count = reserve.find("个数");
  const auto anchor = reserve.find("锚值");
  if (count == reserve.end() || !count->second.is(Value::Kind::integer) || count->second.integer() == 0) return;
  list.reserve_count = static_cast<int>(std::clamp<std::int64_t>(count->second.integer(), -1, 1000000));
  list.anchor = anchor == reserve.end() ? "" : without_spaces(anchor->second.text_or_empty());
}

/// Reasons in a list are codes whose words stay in the office, and no field is a personal number.
Outcome check_codes(const std::string& bytes, const Fields& values, const std::string& draw_id) {
  publication::DrawWords words;
  for (const auto& [code, says] : record_of(values, "理由代码")) words.reason_codes.insert(code);
  if (Diagnostics found = publication::check_draw_file(bytes, words, draw_id); has_error(found)) return found;
  return Done{};
}

/// 信封保管人: each another person, and at least 最少信封 of them.
Result<std::vector<std::string>> keepers_in(const Fields& values) {
  std::vector<std::string> out;
  const auto found = values.find("信封保管人");
  if (found != values.end() && found->second.is(Value::Kind::list)) {
    for (const Value& keeper : found->second.list()) {
      if (std::find(out.begin(), out.end(), display(keeper)) == out.end()) out.push_back(display(keeper));
    }
  }
  const auto least = values.find("最少信封");
  const std::int64_t wanted = least != values.end() && least->second.is(Value::Kind::integer) ? least->second.integer() : 0;
  if (static_cast<std::int64_t>(out.size()) < wanted) return diagnose(few_keepers, Place{}, std::to_string(wanted), std::to_string(out.size()));
  return out;
}

/// The voiding as a text of its own: its digest stands in the next list in place of a result's. `before`: what the
/// next list would have named without it.
Result<std::string> void_text(const DrawRecord& record, const std::string& before, const std::string& reason, const std::string& approver, Day on) {
  const auto plain = [](const std::string& words) { return replace_all(replace_all(words, "\t", " "), "\n", " "); };
  ANJUAN_TRY(const std::string result, first_result(record));
  return "anjuan-void\t1\ndraw\t" + record.id + "\nlist\t" + sha256(record.list) + "\nresult\t" +
         (result.empty() ? "-" : sha256(result)) + "\nprev\t" + before + "\ndate\t" + iso(on) + "\napprover\t" + plain(approver) + "\nreason\t" +
         plain(reason) + "\nend\n";
}

}  // namespace

Outcome note_step(Work& work, const DrawRecord& record, std::string_view step) {
  Fields effect{{"draw", record.id}, {"action", step}, {"list", sha256(record.list)}, {"commitment", record.commit}};
  if (!record.result.empty()) effect.emplace("result", sha256(record.result));
  if (!record.events.empty()) effect.emplace("events", sha256(record.events));
  if (!record.void_text.empty()) effect.emplace("void", sha256(record.void_text));
  work.effects.push_back(std::move(effect));
  return Done{};
}

Outcome end_draw(Work& work, const DrawRecord& record, const std::string& digest) {
  ANJUAN_TRY(const Value pending, work.tx.setting(std::string(pending_draw_key)));
  if (pending.text_or_empty() == record.id) {
    ANJUAN_DO(work.tx.set(std::string(pending_draw_key), Value("")));
  }
  ANJUAN_TRY(auto linked, work.tx.set(std::string(last_draw_key), Value(digest)));
  return linked;
}

Result<DrawRecord*> frozen_draw(Case& round) {
  if (!cases::current_draw(round)) return diagnose(no_draw, Place{});
  DrawRecord& record = round.draws.back();
  if (record.opened_on) return diagnose(draw_not_open, Place{});
  return &record;
}

Outcome freeze_list(Work& work, Case& round, const DrawLots& e) {
  if (const DrawRecord* open = cases::current_draw(round)) return diagnose(draw_pending, Place{}, open->id);
  ANJUAN_TRY(const Value pending, work.tx.setting(std::string(pending_draw_key)));
  if (!pending.text_or_empty().empty()) return diagnose(another_draw_pending, Place{}, pending.text());
  ANJUAN_TRY(const PeopleRead read, read_people(work));
  const DrawPeople& people = *read;
  DrawRecord record;
  ANJUAN_TRY(record.id, take_draw_id(work, round));
  ANJUAN_TRY(const std::string before, last_link(work));
  ANJUAN_TRY(DraftedList drafted, draft_list(work, people, e.values, record.id, before));
  const Value sources = sources_in(e.values);
  if (!sources.is(Value::Kind::list)) return diagnose(parameter_missing, Place{}, "来源");
  if (const auto supplement = e.values.find("补充"); supplement != e.values.end()) {
    ANJUAN_DO(narrow_to_supplement(work, supplement->second, drafted));
  }
  if (const auto declared = e.values.find("申报"); declared != e.values.end()) {
    ANJUAN_TRY(const Value reason, draw_value(e.values, "申报理由", Value::Kind::text));
    ANJUAN_DO(add_declared(people, declared->second, reason.text(), drafted.list));
  }
  ANJUAN_TRY(auto sourced, add_sources(work.act, sources, drafted.list, record.commit));
  add_reserve(e.values, drafted.list);
  if (!drafted.facts.contains("补充")) {
    ANJUAN_TRY(Fields second_stage, freeze_practitioners(work, e.values, drafted.list));
    drafted.facts.merge(second_stage);
  }
  ANJUAN_TRY(const draw::Frozen frozen, draw::freeze(drafted.list, record.id));
  if (Diagnostics lacking = draw::check_room(drafted.list); !lacking.empty()) return lacking;
  ANJUAN_TRY(auto coded, check_codes(frozen.bytes, e.values, record.id));
  record.list = frozen.bytes;
  record.frozen_on = work.act.on;
  ANJUAN_TRY(record.keepers, keepers_in(e.values));
  ANJUAN_TRY(auto targets_frozen, work.tx.freeze_register("targets", people.targets.version));
  ANJUAN_TRY(auto inspectors_frozen, work.tx.freeze_register("inspectors", people.inspectors.version));
  static_cast<void>(sourced), static_cast<void>(coded), static_cast<void>(targets_frozen), static_cast<void>(inspectors_frozen);
  drafted.facts.insert_or_assign("来源", sources);
  record.facts = draw_fact(record, round.id, people, record_of(e.values, "理由代码"), drafted.facts);
  round.draws.push_back(record);
  ANJUAN_TRY(auto handed, hand_out_envelopes(work, round, e.values));
  ANJUAN_TRY(auto begun, work.tx.set(std::string(pending_draw_key), Value(record.id)));
  static_cast<void>(handed), static_cast<void>(begun);
  return note_step(work, record, "freeze");
}

Outcome annul_draw(Work& work, Case& round, const DrawLots& e) {
  if (!cases::current_draw(round)) return diagnose(no_draw, Place{});
  ANJUAN_TRY(const Value reason, draw_value(e.values, "理由", Value::Kind::text));
  if (trim(reason.text()).empty()) return diagnose(parameter_missing, Place{}, "理由");
  DrawRecord& record = round.draws.back();
  ANJUAN_TRY(const Value pending, work.tx.setting(std::string(pending_draw_key)));
  if (!pending.text_or_empty().empty() && pending.text() != record.id) return diagnose(another_draw_pending, Place{}, pending.text());
  ANJUAN_TRY(const std::string before, last_link(work));
  record.annulled = true;
  record.annulment = reason.text();
  ANJUAN_TRY(record.void_text, void_text(record, before, record.annulment, work.signatory.field("姓名").text_or_empty(), work.act.on));
  ANJUAN_DO(end_draw(work, record, sha256(record.void_text)));
  return note_step(work, record, "annul");
}

Outcome draw_lots(Work& work, Case& c, const DrawLots& e) {
  switch (e.action) {
    case DrawLots::Action::declare: return declare_interest(work, c, e);
    case DrawLots::Action::freeze: return freeze_list(work, c, e);
    case DrawLots::Action::enter: return enter_value(work, c, e);
    case DrawLots::Action::confirm: return confirm_value(work, c, e);
    case DrawLots::Action::open: return open_seed(work, c, e);
    case DrawLots::Action::annul: return annul_draw(work, c, e);
    case DrawLots::Action::withdraw: return withdraw_inspector(work, c, e);
    case DrawLots::Action::drop: return drop_target(work, c, e);
    case DrawLots::Action::record: return record_lots(work, c, e);
  }
  return diagnose(parameter_missing, Place{}, "action");
}

}  // namespace anjuan::handling
