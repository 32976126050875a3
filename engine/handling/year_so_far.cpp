#include "handling/year_so_far.h"

#include <algorithm>

#include "cases/case_value.h"
#include "draw/draw.h"
#include "handling/draw_facts.h"

namespace anjuan::handling {
namespace {

using registers::InspectionTarget;
using registers::RecordedCheck;

void note_day(ObjectYear& object, Day day) {
  if (!object.last || *object.last < day) object.last = day;
}

/// Objects of finished and unfinished cases, by round.
using OpenCases = std::map<CaseId, std::set<std::string>>;

Outcome count_draw(const cases::DrawRecord& record, const std::set<std::string>& open, bool of_year, YearSoFar& out) {
  ANJUAN_TRY(const draw::DrawResult result, recompute(record));
  for (const std::string& id : draw::objects_to_inspect(result)) {
    ObjectYear& object = out.objects[id];
    note_day(object, *record.opened_on);
    if (!of_year) continue;
    ++object.visits;
    object.checked = true;
    object.open = object.open || open.contains(id);
  }
  if (!of_year) return Done{};
  for (const draw::TeamSeat& seat : result.teams) ++out.loads[seat.inspector];
  return Done{};
}

Outcome count_draws(cases::Reading& reading, Day until, YearSoFar& out) {
  ANJUAN_TRY(const auto rows, reading.list_cases(true));
  OpenCases open;
  std::vector<cases::Case> rounds;
  for (const cases::CaseRow& row : rows) {
    cases::Case c = cases::case_from(row.body);
    if (!row.finished && !c.round.text().empty()) open[c.round].insert(c.target.field("编号").text_or_empty());
    if (!c.draws.empty()) rounds.push_back(std::move(c));
  }
  for (const cases::Case& round : rounds) {
    for (const cases::DrawRecord& record : round.draws) {
      if (record.annulled || !record.opened_on || *record.opened_on > until) continue;
      auto counted = count_draw(record, open[round.id], year_of(*record.opened_on) == out.year, out);
      if (!counted.ok()) return counted;
    }
  }
  return Done{};
}

void count_checks(const std::vector<RecordedCheck>& checks, Day until, YearSoFar& out) {
  for (const RecordedCheck& check : checks) {
    if (!check.drawable || !check.on || *check.on > until) continue;
    ObjectYear& object = out.objects[check.target];
    note_day(object, *check.on);
    if (year_of(*check.on) != out.year) continue;
    object.visits += check.counts ? 1 : 0;
    object.checked = object.checked || check.covers;
  }
}

}  // namespace

std::int64_t YearSoFar::visits(const InspectionTarget& target) const {
  const auto found = objects.find(target.id);
  return (found == objects.end() ? 0 : found->second.visits) + (brought_in_year == year ? target.inspected_this_year : 0);
}

Result<YearSoFar> count_year(cases::Reading& reading, const registers::Register<InspectionTarget>& targets, int year, Day until) {
  YearSoFar out;
  out.year = year;
  out.brought_in_year = year_of(targets.since);
  auto drawn = count_draws(reading, until, out);
  if (!drawn.ok()) return drawn.diagnostics();
  ANJUAN_TRY(const auto checks, reading.load_register("checks"));
  if (checks) count_checks(registers::register_of<RecordedCheck>(checks->body).rows, until, out);
  for (const InspectionTarget& target : targets.rows) {
    if (target.last_inspected && *target.last_inspected <= until) note_day(out.objects[target.id], *target.last_inspected);
    if (out.visits(target) > 0) out.objects[target.id].checked = true;
  }
  return out;
}

}  // namespace anjuan::handling
