#include "handling/plan_progress.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "cases/case_value.h"
#include "handling/draw_facts.h"
#include "handling/register_versions.h"
#include "registers/register.h"

namespace anjuan::handling {
namespace {

bool begun_in(const cases::Case& round, int year, Day on) {
  return !round.acts.empty() && round.acts.front().on <= on && year_of(round.acts.front().on) == year;
}

/// Objects drawn so far, each once: a supplementary draw staffs what an earlier one drew.
Outcome note_drawn(const cases::Case& round, Day on, std::set<std::string>& drawn) {
  for (const cases::DrawRecord& record : round.draws) {
    if (record.annulled || !record.opened_on || *record.opened_on > on) continue;
    ANJUAN_TRY(const draw::DrawResult result, recompute(record));
    for (const std::string& id : draw::objects_to_inspect(result)) drawn.insert(id);
  }
  return Done{};
}

}  // namespace

Result<std::vector<PlannedProgress>> plan_progress(cases::Reading& reading, const registers::Mapping& mapping, int year, Day on) {
  std::vector<PlannedProgress> out;
  if (mapping.year.plan_data.empty()) return out;
  ANJUAN_TRY(const auto plan, register_on(reading, "plan", on));
  if (!plan) return out;
  for (const registers::PlannedRound& row : registers::register_of<registers::PlannedRound>(plan->body).rows) {
    if (row.year == year) out.push_back({row.id, row.name, row.trades, row.planned, {}, 0});
  }
  std::vector<std::set<std::string>> drawn(out.size());
  ANJUAN_TRY(const auto all, reading.list_cases(false));
  for (const cases::CaseRow& row : all) {
    if (!row.round.empty()) continue;
    ANJUAN_TRY(const cases::CaseRow whole, reading.load_case(row.id));
    const cases::Case round = cases::case_from(whole.body);
    const auto named = round.standing.data.find(mapping.year.plan_data);
    if (named == round.standing.data.end() || !begun_in(round, year, on)) continue;
    const auto planned = std::find_if(out.begin(), out.end(), [&](const PlannedProgress& p) { return p.id == trim(display(named->second)); });
    if (planned == out.end()) continue;
    planned->rounds.push_back(round.id.text());
    ANJUAN_DO(note_drawn(round, on, drawn[static_cast<std::size_t>(planned - out.begin())]));
  }
  for (std::size_t i = 0; i < out.size(); ++i) out[i].drawn = static_cast<std::int64_t>(drawn[i].size());
  return out;
}

}  // namespace anjuan::handling
