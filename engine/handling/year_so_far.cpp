#include "handling/year_so_far.h"

#include <algorithm>

#include "cases/case_value.h"
#include "cases/portions.h"
#include "draw/draw.h"
#include "handling/draw_facts.h"

namespace anjuan::handling {
namespace {

using registers::InspectionTarget;
using registers::RecordedCheck;

void note_day(ObjectYear& object, Day day) {
  if (!object.last || *object.last < day) object.last = day;
}

/// Objects of unfinished cases, by round.
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
  OpenCases open;
  ANJUAN_TRY([[maybe_unused]] const Done running, cases::in_portions(reading, {.unfinished = true}, [&](const std::vector<cases::CaseRow>& rows) -> Outcome {
    for (const cases::CaseRow& row : rows) {
      if (!row.round.empty()) open[row.round].insert(cases::case_from(row.body).target.field("编号").text_or_empty());
    }
    return Done{};
  }));
  return cases::in_portions(reading, {.round = CaseId()}, [&](const std::vector<cases::CaseRow>& rows) -> Outcome {
    for (const cases::CaseRow& row : rows) {
      const cases::Case round = cases::case_from(row.body);
      for (const cases::DrawRecord& record : round.draws) {
        if (record.annulled || !record.opened_on || *record.opened_on > until) continue;
        ANJUAN_TRY([[maybe_unused]] const Done counted, count_draw(record, open[row.id], year_of(*record.opened_on) == out.year, out));
      }
    }
    return Done{};
  });
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
