#include "handling/handle.h"

#include <algorithm>

#include "base/text.h"
#include "cases/case_value.h"
#include "handling/draw_facts.h"
#include "handling/meanwhile.h"
#include "handling/messages.h"
#include "handling/recording.h"

namespace anjuan::handling {
namespace {

using cases::Case;

/// The person at the keyboard. In an exercise anybody may record; a name that is not on the list is
/// kept as a name.
Result<Value> recorder_of(const cases::Bureau& bureau, const std::string& wanted) {
  if (bureau.exercise || cases::find_person(bureau, wanted).ok()) return cases::to_value(bureau, wanted);
  return diagnose(recorder_unknown, Place{}, wanted);
}

std::string name_in(const Value& person) { return person.field("姓名").text_or_empty(); }

Fields entry_of(const Work& work, std::string_view kind, const CaseId& id, const Fields& details) {
  Fields entry = details;
  entry.insert_or_assign("kind", Value(kind));
  entry.insert_or_assign("case", Value(id.text()));
  entry.insert_or_assign("event", Value(work.act.event));
  entry.insert_or_assign("values", Value(work.act.values));
  entry.insert_or_assign("signatory", Value(name_in(work.signatory)));
  entry.insert_or_assign("signatory_person", work.signatory);
  entry.insert_or_assign("signed_as", Value(work.act.signatory));
  entry.insert_or_assign("recorder", work.recorder);
  entry.insert_or_assign("recorded_as", Value(work.act.recorder));
  entry.insert_or_assign("on", Value(work.act.on));
  entry.insert_or_assign("recorded", Value(iso(work.act.recorded)));
  if (!work.act.late_reason.empty()) entry.insert_or_assign("late_reason", Value(work.act.late_reason));
  return entry;
}

/// The label and title that lists show.
Result<cases::CaseRow> row_of(Work& work, const Case& c) {
  ANJUAN_TRY(const procedure::DefinitionPtr definition, definition_of(work, c));
  const auto labels = procedure::labels(*definition, c.standing);
  const std::string title = c.kind == "case" ? c.target.field("名称").text_or_empty() : definition->label;
  return cases::to_row(c, title, join(labels, "；"));
}

Outcome save_all(Work& work) {
  for (auto& [id, touched] : work.cases) {
    if (!touched.changed) continue;
    ANJUAN_TRY(cases::CaseRow row, row_of(work, touched.content));
    ANJUAN_DO(work.tx.save_case(std::move(row)));
  }
  return Done{};
}

/// Signing notes get the number of the entry that records them.
void number_acts(Work& work, std::int64_t n) {
  for (auto& [id, touched] : work.cases) {
    for (cases::ActNote& a : touched.content.acts) {
      if (a.journal_n == 0) a.journal_n = n;
    }
  }
}

/// A migration can be taken back until something else happens in the case.
void close_ways_back(Work& work) {
  for (auto& [id, touched] : work.cases) {
    if (touched.changed) touched.content.way_back.reset();
  }
}

Result<Receipt> finish(Work& work, std::string_view kind, const CaseId& id, const Fields& details) {
  Fields entry = entry_of(work, kind, id, details);
  entry.insert_or_assign("effects", Value(work.effects));
  entry.insert_or_assign("files", Value(work.files));
  // The cases come first: the entry carries the seals of their rows.
  ANJUAN_TRY(const journal::Head head, work.tx.journal_head());
  number_acts(work, head.n + 1);
  if (kind != "migrate" && kind != "calendar") close_ways_back(work);
  ANJUAN_DO(save_all(work));
  ANJUAN_TRY(const journal::Entry appended, work.tx.append(Value(std::move(entry))));
  work.receipt.of = id;
  work.receipt.journal_n = appended.n;
  work.receipt.journal_head = appended.digest;
  if (const auto found = work.cases.find(id); found != work.cases.end()) {
    ANJUAN_TRY(const procedure::DefinitionPtr definition, definition_of(work, found->second.content));
    work.receipt.labels = procedure::labels(*definition, found->second.content.standing);
  }
  return std::move(work.receipt);
}

}  // namespace

void record_refusal(Office& office, std::string_view kind, const CaseId& id, const Act& act, const Diagnostics& why) {
  auto tx = office.store.begin();
  if (!tx.ok()) return;
  List codes;
  constexpr std::size_t most = 100;  // reasons kept of one attempt: a table can be wrong in every row
  for (const Diagnostic& d : why) {
    if (codes.size() == most) break;
    List values;
    for (const Wording& w : d.values) values.push_back(Fields{{"zh", w.zh}, {"en", w.en}});
    codes.push_back(Fields{{"code", d.row->code}, {"zh", sentence(d, Language::chinese)}, {"en", sentence(d, Language::english)}, {"values", std::move(values)}});
  }
  const Work work{office, **tx, act, cases::to_value(office.bureau, act.signatory), cases::to_value(office.bureau, act.recorder)};
  Fields entry = entry_of(work, "refused", id, {{"attempted", Value(kind)}});
  entry.insert_or_assign("because", Value(std::move(codes)));
  if (why.size() > most) entry.insert_or_assign("reasons", static_cast<std::int64_t>(why.size()));
  entry.erase("values");
  if ((*tx)->append(Value(std::move(entry))).ok()) static_cast<void>((*tx)->commit());
}

namespace {

/// Raises the events of limits that have fallen due on the case; each limit once, and let go where
/// nothing waits for it.
Outcome raise_fallen_due(Work& work, const CaseId& id) {
  ANJUAN_TRY(Case* const c, look(work, id));
  for (const procedure::OpenTimeLimit& limit : procedure::fallen_due(c->standing, work.act.on)) {
    work.effects.push_back(Fields{{"limit_due", limit.id}, {"case", id.text()}, {"due", limit.deadline.due}});
    work.receipt.notes.push_back(limit.label + "（" + official(limit.deadline.due) + "）");
    ANJUAN_DO(raise_event(work, id, {limit.on_due, {{"期限", limit.id}}, work.act.on, "#_timer"}, true));
    ANJUAN_TRY(Case* const mine, touch(work, id));
    // One that the event has begun anew is not the one that has passed.
    const auto running = mine->standing.limits.find(limit.id);
    if (running != mine->standing.limits.end() && running->second.from == limit.from) procedure::acknowledge_due(mine->standing, limit.id);
  }
  return Done{};
}

}  // namespace

namespace {

/// How many days an act is recorded after its stated date; never less than 0.
std::int64_t days_late(const Act& act) { return std::max<std::int64_t>((day_of(act.recorded) - act.on).count(), 0); }

/// 补录: what is recorded long after its stated date needs a reason.
Outcome refuse_if_late(const cases::Bureau& bureau, const Act& act) {
  if (!bureau.grace_days || days_late(act) <= *bureau.grace_days || !trim(act.late_reason).empty()) return Done{};
  return diagnose(late_without_reason, Place{}, official(act.on), official(day_of(act.recorded)), std::to_string(days_late(act)), std::to_string(*bureau.grace_days));
}

/// One act within a transaction that the caller commits.
Result<Receipt> act_within(Office& office, cases::Transaction& tx, std::string_view kind, const CaseId& id, const Act& act, const Fields& details,
                           const std::function<Outcome(Work&)>& body) {
  ANJUAN_TRY(const Value recorder, recorder_of(office.bureau, act.recorder));
  // Before it is known which roles the act asks for, the signatory is who he is said to be.
  Work work{office, tx, act, cases::to_value(office.bureau, act.signatory), recorder};
  ANJUAN_DO(refuse_if_moved(tx, id, act));
  ANJUAN_DO(refuse_if_late(office.bureau, act));
  ANJUAN_TRY(auto done, body(work));
  ANJUAN_TRY(auto delivered, deliver_messages(work));
  static_cast<void>(done), static_cast<void>(delivered);
  return finish(work, kind, id, details);
}

}  // namespace

Result<Receipt> record_act(Office& office, std::string_view kind, const CaseId& id, const Act& act, const Fields& details,
                           const std::function<Outcome(Work&)>& body) {
  const auto attempt = [&]() -> Result<Receipt> {
    ANJUAN_TRY(const std::unique_ptr<cases::Transaction> tx, office.store.begin());
    ANJUAN_TRY(Receipt receipt, act_within(office, *tx, kind, id, act, details, body));
    ANJUAN_DO(tx->commit());
    return receipt;
  };
  Result<Receipt> result = attempt();
  if (!result.ok() && !has_fault(result.diagnostics())) record_refusal(office, kind, id, act, result.diagnostics());
  if (result.ok()) return result;
  Diagnostics why = result.diagnostics();
  tell_what_moved_it(office.store, id, why);
  return why;
}

namespace {

/// A stated date before the last act of the case is a slip of the pen: time limits count from it.
Outcome not_before_the_case(Work& work, const CaseId& id) {
  ANJUAN_TRY(Case* const c, look(work, id));
  const auto last = std::max_element(c->acts.begin(), c->acts.end(), [](const auto& one, const auto& other) { return one.on < other.on; });
  if (last == c->acts.end() || work.act.on >= last->on) return Done{};
  return diagnose(dated_before_last, Place{}, official(work.act.on), official(last->on));
}

}  // namespace

Result<Receipt> handle(Office& office, const CaseId& id, const Act& act) {
  Fields details;
  if (!act.secret.empty() || !act.secret_commitment.empty()) details.emplace("sealed", Value(true));
  return record_act(office, "event", id, act, details, [&](Work& work) -> Outcome {
    ANJUAN_TRY(auto dated, not_before_the_case(work, id));
    ANJUAN_TRY(auto raised, raise_fallen_due(work, id));
    static_cast<void>(dated), static_cast<void>(raised);
    return raise_event(work, id, {act.event, act.values, act.on, ""}, false);
  });
}

Result<Receipt> open_round(Office& office, const CaseId& id, const std::string& definition, const Act& act) {
  return record_act(office, "open", id, act, {{"definition", definition}}, [&](Work& work) -> Outcome {
    if (!is_valid_id(id.text())) return diagnose(bad_case_id, Place{}, id.text());
    const auto found = office.library.procedures.find(definition);
    if (found == office.library.procedures.end()) {
      std::vector<std::string> names;
      for (const auto& [name, loaded] : office.library.procedures) names.push_back(name);
      return diagnose(unknown_definition, Place{}, definition, enumerated(names));
    }
    if (found->second.content->kind != "round") return diagnose(not_a_round, Place{}, definition);
    ANJUAN_TRY(const bool taken, work.tx.has_case(id));
    if (taken) return diagnose(case_exists, Place{}, id.text());
    Case round;
    round.id = id;
    round.kind = "round";
    round.definition = definition;
    round.edition = office.library.edition;
    ANJUAN_DO(keep_file(work, found->second.bytes));
    return start_case(work, std::move(round));
  });
}

Result<Receipt> sign_paper(Office& office, const CaseId& id, const std::string& paper, const Signing& signing, const Act& act) {
  Fields details{{"paper", paper}, {"by", signing.by}, {"scan_file", signing.scan_file}, {"scan", signing.scan.empty() ? "" : sha256(signing.scan)}};
  if (!signing.seal.empty()) details.emplace("seal", Value(signing.seal));
  return record_act(office, "sign", id, act, details, [&](Work& work) { return record_signing(work, id, paper, signing); });
}

Result<Receipt> serve_paper(Office& office, const CaseId& id, const std::string& paper, const Service& s, const Act& act) {
  const Fields details{{"paper", paper}, {"way", s.way}, {"place", s.place}, {"received_by", s.received_by}, {"relation", s.relation},
                       {"servers", s.servers}, {"refusal", s.refusal}, {"witness", s.witness}, {"scan_file", s.scan_file},
                       {"scan", s.scan.empty() ? "" : sha256(s.scan)}};
  return record_act(office, "serve", id, act, details, [&](Work& work) { return record_service(work, id, paper, s); });
}

Result<Receipt> annul_paper(Office& office, const CaseId& id, const std::string& paper, const std::string& reason, const Act& act) {
  return record_act(office, "void", id, act, {{"paper", paper}, {"reason", reason}},
                    [&](Work& work) { return void_paper(work, id, paper, reason); });
}

Result<Receipt> raise_due(Office& office, const Act& act) {
  return record_act(office, "time", CaseId(), act, {}, [&](Work& work) -> Outcome {
    ANJUAN_TRY(const auto running, work.tx.select_cases({.unfinished = true}));
    for (const cases::CaseRow& row : running) {
      const bool due = std::any_of(row.limits.begin(), row.limits.end(), [&](const cases::LimitRow& l) { return l.due < act.on; });
      if (!due) continue;
      ANJUAN_DO(raise_fallen_due(work, row.id));
    }
    return Done{};
  });
}

namespace {

/// The limits of a standing that moved, as people are told.
std::vector<ToldLimit> told_moves(const CaseId& id, const procedure::Standing& before, const procedure::Standing& after, const std::vector<std::string>& moved) {
  std::vector<ToldLimit> out;
  for (const std::string& name : moved) {
    const procedure::OpenTimeLimit& limit = after.limits.at(name);
    out.push_back({id, limit.label, limit.deadline.due, before.limits.at(name).deadline.due, limit.deadline.provisional});
  }
  return out;
}

}  // namespace

Result<std::vector<ToldLimit>> limits_that_move(cases::Reading& reading, const calendar::WorkingCalendar& calendar) {
  ANJUAN_TRY(const auto running, reading.select_cases({.unfinished = true}));
  std::vector<ToldLimit> out;
  for (const cases::CaseRow& row : running) {
    if (row.limits.empty()) continue;
    const procedure::Standing before = cases::case_from(row.body).standing;
    procedure::Standing after = before;
    const auto moved = procedure::recompute_limits(after, calendar);
    for (ToldLimit& limit : told_moves(row.id, before, after, moved)) out.push_back(std::move(limit));
  }
  return out;
}

namespace {

Outcome recount(Work& work) {
  ANJUAN_TRY(const auto running, work.tx.select_cases({.unfinished = true}));
  for (const cases::CaseRow& row : running) {
    if (row.limits.empty()) continue;
    ANJUAN_TRY(Case* const c, look(work, row.id));
    procedure::Standing after = c->standing;
    const auto moved = procedure::recompute_limits(after, work.office.calendar);
    if (moved.empty()) continue;
    ANJUAN_TRY(Case* const changed, touch(work, row.id));
    for (ToldLimit& limit : told_moves(row.id, changed->standing, after, moved)) work.receipt.limits.push_back(std::move(limit));
    for (const std::string& id : moved) {
      work.effects.push_back(Fields{{"limit_moved", id}, {"case", row.id.text()}, {"due", after.limits.at(id).deadline.due}});
    }
    changed->standing = std::move(after);
  }
  return Done{};
}

}  // namespace

Result<Receipt> recompute_limits(Office& office, const Act& act) { return record_act(office, "calendar", CaseId(), act, {}, recount); }

Result<Receipt> recompute_limits_within(Office& office, cases::Transaction& tx, const Act& act) {
  return act_within(office, tx, "calendar", CaseId(), act, {}, recount);
}

Result<Receipt> change_register(Office& office, cases::RegisterRow row, const Act& act) {
  const Fields details{{"register", row.name}, {"version", row.version}, {"reason", row.reason}};
  return record_act(office, "register", CaseId(), act, details, [&](Work& work) -> Outcome {
    work.effects.push_back(Fields{{"register", row.name}, {"version", row.version}, {"digest", row.body.field("digest")}});
    return work.tx.save_register(std::move(row));
  });
}

}  // namespace anjuan::handling
