#include "handling/migrate.h"

#include <algorithm>

#include "base/text.h"
#include "handling/handle.h"
#include "handling/messages.h"
#include "handling/planning.h"
#include "json/json.h"

namespace anjuan::handling {
namespace {

using cases::Case;

/// A migration is decided by a person of the office, who says why.
Outcome want_reason_and_signatory(Work& work, const std::string& reason) {
  if (trim(reason).empty()) return diagnose(migrate_reason_missing, Place{});
  ANJUAN_TRY(const cases::Person person, cases::find_person(work.office.bureau, work.act.signatory));
  work.signatory = cases::to_value(person);
  const std::vector<std::string>& posts = work.office.bureau.migration_posts;
  const bool may = posts.empty() || std::any_of(posts.begin(), posts.end(), [&](const std::string& post) { return cases::holds_post(person, post, "", work.act.on); });
  if (!may) return diagnose(may_not_migrate, Place{}, person.name, Wording(join(posts, "、"), join(posts, ", ")), Wording(official(work.act.on), iso(work.act.on)));
  return Done{};
}

void tell_limit(Work& work, const CaseId& id, const std::string& label, Day was,
                const calendar::Deadline& is) {
  work.receipt.limits.push_back({id, label, is.due, was, is.provisional});
}

/// What the journal and the receipt tell of the limits.
void tell_limits(Work& work, const CaseId& id, const std::vector<procedure::LimitMove>& limits) {
  using Kind = procedure::LimitMove::Kind;
  for (const procedure::LimitMove& limit : limits) {
    if (limit.kind == Kind::kept) continue;
    Fields effect{{limit.kind == Kind::ended ? "limit_ended" : "limit_moved", limit.id},
                  {"case", id.text()},
                  {"was", limit.due_was.due}};
    if (limit.kind == Kind::moved) effect.emplace("due", limit.due_is.due);
    work.effects.push_back(std::move(effect));
    if (limit.kind == Kind::moved) tell_limit(work, id, limit.label, limit.due_was.due, limit.due_is);
  }
}

/// The case's papers under their new names.
void rename_papers(Case& c, const std::map<std::string, std::string>& names) {
  for (cases::Paper& paper : c.papers) {
    if (const auto found = names.find(paper.slot); found != names.end()) paper.slot = found->second;
  }
}

Outcome move_case(Work& work, const CaseId& id, const MigrationOrder& order) {
  ANJUAN_DO(want_reason_and_signatory(work, order.reason));
  ANJUAN_TRY(Case* const c, look(work, id));
  if (c->standing.finished) return diagnose(migrate_finished, Place{}, id.text());
  const Library& to = work.office.library;
  if (c->edition == to.edition) return diagnose(migrate_current, Place{}, id.text());
  ANJUAN_TRY(Planned planned, plan_case(work.office, work.tx, to, id, order.map, work.act.on));
  if (!planned.plan.migration) return planned.plan.reasons;
  ANJUAN_TRY(Case* const moved, touch(work, id));
  work.effects.push_back(Fields{{"migrated", id.text()},
                                {"edition", to.edition},
                                {"was", moved->edition},
                                {"definition", planned.to->digest}});
  tell_limits(work, id, planned.plan.migration->limits);
  moved->way_back = cases::WayBack{moved->edition, moved->definition, moved->standing};
  rename_papers(*moved, planned.papers);
  moved->standing = std::move(planned.plan.migration->after);
  moved->edition = to.edition;
  if (!order.map.to.empty()) moved->definition = order.map.to;
  return Done{};
}

/// The names of papers that the last migration of the case was ordered to change.
std::map<std::string, std::string> papers_ordered(cases::Reading& reading, const CaseId& id) {
  const auto journal = reading.read_journal_about(id);
  if (!journal.ok()) return {};
  for (auto entry = journal->rbegin(); entry != journal->rend(); ++entry) {
    if (entry->text.find(id.text()) == std::string::npos) continue;
    const auto act = json::read(entry->text, Place{});
    if (act.ok() && act->field("kind").text_or_empty() == "migrate" && act->field("case").text_or_empty() == id.text())
      return procedure_map_from(act->field("map")).papers;
  }
  return {};
}

/// The papers of a case that goes back, under the names of the version it goes back to.
Outcome give_back_names(Work& work, Case& c, const procedure::Definition& migrated) {
  ANJUAN_TRY(const procedure::DefinitionPtr earlier, definition_of(work, c));
  std::map<std::string, std::string> names = papers_renamed(papers_ordered(work.tx, c.id), *earlier, migrated), back;
  for (const auto& [old, fresh] : names) back[fresh] = old;
  rename_papers(c, back);
  return Done{};
}

/// The first entry on the case after its last migration, as "n, date event"; none where it was never
/// migrated.
std::optional<std::pair<std::int64_t, std::string>> gone_on(cases::Reading& reading, const CaseId& id) {
  const auto journal = reading.read_journal_about(id);
  if (!journal.ok()) return std::nullopt;
  std::optional<std::pair<std::int64_t, std::string>> later;
  for (auto entry = journal->rbegin(); entry != journal->rend(); ++entry) {
    if (entry->text.find(id.text()) == std::string::npos) continue;
    const auto act = json::read(entry->text, Place{});
    if (!act.ok()) continue;
    const std::string& kind = act->field("kind").text_or_empty();
    const bool mine = act->field("case").text_or_empty() == id.text();
    if (kind == "migrate" && mine) return later;
    if (kind == "migrate-undo" && mine) return std::nullopt;
    if (kind == "refused" || kind == "calendar") continue;
    const Value& on = act->field("on");
    std::string what = on.is(Value::Kind::date) ? official(on.date()) : "";
    for (const char* field : {"event", "paper"}) {
      if (const std::string& name = act->field(field).text_or_empty(); !name.empty()) what += " " + name;
    }
    later = {entry->n, what};
  }
  return std::nullopt;
}

Outcome move_back(Work& work, const CaseId& id, const std::string& reason) {
  ANJUAN_DO(want_reason_and_signatory(work, reason));
  ANJUAN_TRY(Case* const c, touch(work, id));
  if (!c->way_back) {
    const auto later = gone_on(work.tx, id);
    if (!later) return diagnose(no_way_back, Place{}, id.text());
    return diagnose(way_back_closed, Place{}, id.text(), std::to_string(later->first), later->second);
  }
  ANJUAN_DO(not_before_last(work.tx, *c, work.act.on));
  ANJUAN_TRY(const procedure::DefinitionPtr current, definition_of(work, *c));
  const procedure::Standing migrated = std::move(c->standing);
  c->standing = c->way_back->standing;
  c->edition = c->way_back->edition;
  c->definition = c->way_back->definition;
  c->way_back.reset();
  ANJUAN_DO(give_back_names(work, *c, *current));
  procedure::recompute_limits(c->standing, work.office.calendar);  // it may have changed since
  work.effects.push_back(Fields{
      {"migrated_back", id.text()}, {"edition", c->edition}, {"definition", c->standing.definition_digest}});
  for (const auto& [limit_id, limit] : c->standing.limits) {
    const auto before = migrated.limits.find(limit_id);
    const bool moved = before == migrated.limits.end() || before->second.deadline.due != limit.deadline.due;
    if (moved)
      tell_limit(work, id, limit.label,
                 before == migrated.limits.end() ? limit.deadline.due : before->second.deadline.due,
                 limit.deadline);
  }
  return Done{};
}

}  // namespace

Result<Receipt> migrate_case(Office& office, const CaseId& id, const MigrationOrder& order, const Act& act) {
  const Fields details{
      {"edition", office.library.edition}, {"map", to_value(order.map)}, {"reason", order.reason}};
  return record_act(office, "migrate", id, act, details,
                    [&](Work& work) { return move_case(work, id, order); });
}

Result<Receipt> undo_migration(Office& office, const CaseId& id, const std::string& reason, const Act& act) {
  return record_act(office, "migrate-undo", id, act, {{"reason", reason}},
                    [&](Work& work) { return move_back(work, id, reason); });
}

}  // namespace anjuan::handling
