// 立案: one case for each drawn target, with its team and with the target as the register had it.

#include "base/text.h"
#include "draw/draw.h"
#include "handling/draw_facts.h"
#include "handling/messages.h"
#include "handling/work.h"

namespace anjuan::handling {
namespace {

using cases::Case;

std::string case_number(const CaseId& round, std::size_t n) { return round.text() + "-" + (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

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
  ANJUAN_TRY(const DrawPeople people, read_people(work));
  std::vector<Case> children;
  for (const std::string& target : draw::objects_to_inspect(result)) {
    Case c;
    c.sequence = static_cast<std::int64_t>(children.size()) + 1;
    c.id = CaseId(case_number(round.id, children.size() + 1));
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
    auto started = start_case(work, std::move(c));
    if (!started.ok()) return started;
  }
  return Done{};
}

}  // namespace anjuan::handling
