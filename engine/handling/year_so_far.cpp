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

/// A draw that counts, with what it yields.
struct Counted {
  CaseId round;
  const cases::DrawRecord* record;
  draw::DrawResult result;
};

/// Ids of a list of facts: {编号, …}.
std::set<std::string> ids_of(const Value& rows) {
  std::set<std::string> out;
  for (const Value& row : rows.is(Value::Kind::list) ? rows.list() : List{}) out.insert(row.field("编号").text_or_empty());
  return out;
}

/// What supplementary draws took over from the draws they go on from: it is inspected once, by the later team.
std::map<std::string, std::set<std::string>> taken_over(const std::vector<Counted>& draws) {
  std::map<std::string, std::set<std::string>> out;
  for (const Counted& one : draws) {
    const std::string& earlier = one.record->facts.field("补充").field("抽取号").text_or_empty();
    if (earlier.empty()) continue;
    for (const std::string& id : draw::objects_to_inspect(one.result)) out[earlier].insert(id);
  }
  return out;
}

void count_draw(const Counted& drawn, const std::set<std::string>& gone, const std::set<std::string>& open, YearSoFar& out) {
  const Day on = *drawn.record->opened_on;
  const std::set<std::string> directed = ids_of(drawn.record->facts.field("定向"));
  for (const std::string& id : draw::objects_to_inspect(drawn.result)) {
    if (gone.contains(id)) continue;
    ObjectYear& object = out.objects[id];
    note_day(object, on);
    if (year_of(on) != out.year) continue;
    ++object.visits;
    ++out.checks;
    out.random += directed.contains(id) ? 0 : 1;
    object.checked = true;
    object.open = object.open || open.contains(id);
  }
  if (year_of(on) != out.year) return;
  for (const draw::TeamSeat& seat : drawn.result.teams) {
    if (!gone.contains(seat.object)) ++out.loads[seat.inspector];
  }
}

/// Rounds and running cases alone are read: of a county's archive that is a small part.
Outcome count_draws(cases::Reading& reading, Day until, YearSoFar& out) {
  OpenCases open;
  ANJUAN_TRY([[maybe_unused]] const Done running, cases::in_portions(reading, {.unfinished = true}, [&](const std::vector<cases::CaseRow>& rows) -> Outcome {
    for (const cases::CaseRow& row : rows) {
      if (!row.round.empty()) open[row.round].insert(cases::case_from(row.body).target.field("编号").text_or_empty());
    }
    return Done{};
  }));
  std::vector<cases::Case> rounds;
  ANJUAN_TRY([[maybe_unused]] const Done read, cases::in_portions(reading, {.round = CaseId()}, [&](const std::vector<cases::CaseRow>& rows) -> Outcome {
    for (const cases::CaseRow& row : rows) rounds.push_back(cases::case_from(row.body));
    return Done{};
  }));
  std::vector<Counted> draws;
  for (const cases::Case& round : rounds) {
    for (const cases::DrawRecord& record : round.draws) {
      if (record.annulled || !record.opened_on || *record.opened_on > until) continue;
      ANJUAN_TRY(draw::DrawResult result, recompute(record));
      draws.push_back({round.id, &record, std::move(result)});
    }
  }
  const auto gone = taken_over(draws);
  for (const Counted& drawn : draws) {
    const auto from_it = gone.find(drawn.record->id);
    count_draw(drawn, from_it == gone.end() ? std::set<std::string>() : from_it->second, open[drawn.round], out);
  }
  return Done{};
}

void count_checks(const std::vector<RecordedCheck>& checks, const std::vector<std::string>& random_kinds, Day until, YearSoFar& out) {
  for (const RecordedCheck& check : checks) {
    if (!check.drawable || !check.on || *check.on > until) continue;
    ObjectYear& object = out.objects[check.target];
    note_day(object, *check.on);
    if (year_of(*check.on) != out.year) continue;
    object.visits += check.counts ? 1 : 0;
    object.checked = object.checked || check.covers;
    ++out.checks;
    out.random += std::find(random_kinds.begin(), random_kinds.end(), check.check_kind) == random_kinds.end() ? 0 : 1;
  }
}

}  // namespace

std::int64_t YearSoFar::visits(const InspectionTarget& target) const {
  const auto found = objects.find(target.id);
  return (found == objects.end() ? 0 : found->second.visits) + (brought_in_year == year ? target.inspected_this_year : 0);
}

Result<YearSoFar> count_year(cases::Reading& reading, const registers::Register<InspectionTarget>& targets, const registers::YearRules& rules, int year, Day until) {
  YearSoFar out;
  out.year = year;
  out.brought_in_year = year_of(targets.since);
  ANJUAN_DO(count_draws(reading, until, out));
  ANJUAN_TRY(const auto checks, reading.load_register("checks"));
  if (checks) count_checks(registers::register_of<RecordedCheck>(checks->body).rows, rules.random_kinds, until, out);
  for (const InspectionTarget& target : targets.rows) {
    if (target.last_inspected && *target.last_inspected <= until) note_day(out.objects[target.id], *target.last_inspected);
    if (out.visits(target) > 0) out.objects[target.id].checked = true;
  }
  return out;
}

}  // namespace anjuan::handling
