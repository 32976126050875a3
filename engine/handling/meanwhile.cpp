#include "handling/meanwhile.h"

#include <algorithm>
#include <map>

#include "json/json.h"
#include "handling/messages.h"
#include "procedure/messages.h"

namespace anjuan::handling {
namespace {

/// Who did what and when, as the journal has it.
struct LastAct {
  std::int64_t n = 0;
  Wording who = "", when = "", what = "";
};

/// What an entry is called that is not an event of the procedure.
Wording name_of_kind(const Value& entry) {
  const std::string kind = entry.field("kind").text_or_empty();
  static const std::map<std::string, Wording> names = {{"sign", {"登记签署", "signing"}}, {"serve", {"登记送达", "service"}}, {"void", {"作废文书", "voiding"}},
                                                       {"open", {"开任务", "opening"}}, {"sheet", {"读回检查表", "sheet"}}, {"time", {"期限届满", "time limits"}},
                                                       {"migrate", {"迁移", "migration"}}, {"migrate-undo", {"撤销迁移", "migration undone"}}};
  const auto found = names.find(kind);
  return found == names.end() ? Wording(kind) : found->second;
}

LastAct told(std::int64_t n, const Value& entry) {
  const std::string event = entry.field("event").text_or_empty(), who = entry.field("signatory").text_or_empty();
  const std::string recorded = entry.field("recorded").text_or_empty();
  const auto moment = parse_moment(recorded);
  return {n, who, moment ? Wording(official(*moment), recorded) : Wording(recorded), event.empty() ? name_of_kind(entry) : Wording(event)};
}

/// The last act that was not refused and that the case has part in: on itself, on its round, or on many.
Result<LastAct> last_act(cases::Reading& reading, const CaseId& id, const CaseId& round) {
  LastAct last;
  for (const CaseId& one : {id, round}) {
    if (one.empty()) continue;
    ANJUAN_TRY(const auto entries, reading.read_journal_about(one));
    for (auto entry = entries.rbegin(); entry != entries.rend() && entry->n > last.n; ++entry) {
      ANJUAN_TRY(const Value act, json::read(entry->text, Place{}));
      if (act.field("kind").text_or_empty() == "refused") continue;
      last = told(entry->n, act);
      break;
    }
  }
  return last;
}

}  // namespace

Outcome refuse_if_moved(cases::Transaction& tx, const CaseId& id, const Act& act) {
  if (act.seen == 0) return Done{};
  ANJUAN_TRY(const cases::CaseRow row, tx.load_case(id));
  if (row.version == act.seen) return Done{};
  ANJUAN_TRY(const auto last, last_act(tx, id, row.round));
  return diagnose(acted_meanwhile, Place{}, id.text(), last.who, last.when, last.what, std::to_string(last.n));
}

void tell_what_moved_it(cases::CaseStore& store, const CaseId& id, Diagnostics& refusal) {
  const bool of_step = std::any_of(refusal.begin(), refusal.end(), [](const Diagnostic& d) {
    return d.row->code == std::string_view(procedure::event_not_awaited.code) || d.row->code == std::string_view(procedure::already_finished.code);
  });
  if (!of_step) return;
  const auto reading = store.read();
  if (!reading.ok()) return;  // the refusal stands without the remark
  const auto last = last_act(**reading, id, CaseId());
  if (last.ok() && last->n > 0) refusal.push_back(diagnose(last_act_was, Place{}, id.text(), last->who, last->when, last->what, std::to_string(last->n)));
}

}  // namespace anjuan::handling
