// 立案: one case for each drawn target, with its team and with the target as the register had it.

#include <algorithm>
#include <map>

#include "base/text.h"
#include "draw/draw.h"
#include "handling/draw_facts.h"
#include "handling/messages.h"
#include "handling/work.h"

namespace anjuan::handling {
namespace {

using cases::Case;

/// Place of each target that has seats, in the order of assignment.
std::map<std::string, std::int64_t> places_in(const draw::DrawResult& result) {
  std::map<std::string, std::int64_t> out;
  for (const draw::TeamSeat& seat : result.teams) out.emplace(seat.object, seat.position);
  return out;
}

}  // namespace

std::string case_number(const CaseId& round, std::size_t place) { return round.text() + "-" + (place < 10 ? "0" : "") + std::to_string(place); }

Outcome start_case(Work& work, Case c) {
  const CaseId id = c.id;
  ANJUAN_TRY(const procedure::DefinitionPtr definition, definition_of(work, c));
  Case& mine = work.cases.emplace(id, Touched{std::move(c), true}).first->second.content;
  ANJUAN_TRY(const Fields facts, facts_now(work, mine));
  ANJUAN_TRY(const procedure::Step step, procedure::start(definition, {facts, &work.office.calendar}, work.act.on, {}));
  mine.standing = step.after;
  note_moved(work, id, step);
  work.receipt.opened.push_back(id);
  work.effects.push_back(Fields{{"opened", id.text()}, {"definition", mine.standing.definition_digest}});
  return carry_out(work, id, step.effects);
}

Outcome open_cases(Work& work, Case& round, const procedure::OpenCases& e) {
  const auto definition = work.office.library.procedures.find(e.definition);
  if (definition == work.office.library.procedures.end()) return diagnose(unknown_definition, Place{}, e.definition, "");
  const cases::DrawRecord* record = cases::current_draw(round);
  if (!record || !record->opened_on) return diagnose(no_draw, Place{});
  ANJUAN_TRY(const draw::DrawResult result, recompute(*record));
  ANJUAN_TRY(const PeopleRead read, read_people(work));
  const DrawPeople& people = *read;
  const auto places = places_in(result);
  std::vector<Case> children;
  for (const std::string& target : draw::objects_to_inspect(result)) {
    Case c;
    c.sequence = places.at(target);
    c.id = CaseId(case_number(round.id, static_cast<std::size_t>(c.sequence)));
    if (std::find(round.children.begin(), round.children.end(), c.id) != round.children.end()) continue;  // opened before
    c.round = round.id;
    c.kind = "case";
    c.definition = e.definition;
    c.edition = work.office.library.edition;
    ANJUAN_TRY(c.target, people.target(target));
    ANJUAN_TRY(c.inspectors, people.team(draw::team_of(result, target)));
    c.unit = c.target.field("主管股室").text_or_empty();
    children.push_back(std::move(c));
  }
  for (const Case& c : children) round.children.push_back(c.id);
  for (Case& c : children) {
    ANJUAN_DO(start_case(work, std::move(c)));
  }
  return Done{};
}

}  // namespace anjuan::handling
