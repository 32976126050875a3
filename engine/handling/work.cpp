#include "handling/work.h"

#include "handling/draw_facts.h"
#include "handling/messages.h"

#include "base/text.h"
#include "cases/authority.h"
#include "cases/case_value.h"
#include "cases/register_facts.h"
#include "procedure/messages.h"

namespace anjuan::handling {
namespace {

using cases::Case;

/// Register figures, for rounds only: a case has its target and team.
Result<Value> registers_now(Work& work, const Case& c) {
  if (c.kind != "round") return Value();
  if (work.register_facts) return *work.register_facts;
  ANJUAN_TRY(const PeopleRead people, people_if_any(work));
  work.register_facts = people ? cases::register_fact(people->targets.rows, people->inspectors.rows, work.act.on) : Value();
  return *work.register_facts;
}

bool enables_nothing(const Diagnostics& all) {
  for (const Diagnostic& d : all) {
    if (d.row == &procedure::event_not_awaited || d.row == &procedure::already_finished) return true;
  }
  return false;
}

/// Who signs: asked only of events that come from a person.
Outcome check_signatory(Work& work, Case& c, const procedure::Definition& definition, const procedure::Step& step, const Fields& facts,
                        const procedure::Event& event) {
  if (!event.origin.empty()) return Done{};
  std::string label = event.name;
  for (const procedure::Reason& reason : step.reasons) {
    if (reason.taken && !reason.transition_label.empty() && reason.event == event.name) label = reason.transition_label;
  }
  const cases::ActRequest request{label, step.roles, work.act.signatory, work.act.on, c.unit};
  ANJUAN_TRY(work.signatory, cases::authorise(request, definition, c, facts, work.office.bureau));
  c.acts.push_back({0, event.name, step.roles, PersonId(work.signatory.field("编号").text_or_empty()), work.act.on});
  return Done{};
}

}  // namespace

Result<Case*> look(Work& work, const CaseId& id) {
  if (const auto found = work.cases.find(id); found != work.cases.end()) return &found->second.content;
  ANJUAN_TRY(cases::CaseRow row, work.tx.load_case(id));
  Case c = cases::case_from(row.body);
  c.version = row.version;
  return &work.cases.emplace(id, Touched{std::move(c), false}).first->second.content;
}

Result<Case*> touch(Work& work, const CaseId& id) {
  ANJUAN_TRY(Case* const c, look(work, id));
  work.cases.at(id).changed = true;
  return c;
}

Result<const Library*> library_of(Work& work, const Case& c) { return library_of(work.office, work.tx, c); }

Result<procedure::DefinitionPtr> definition_of(Work& work, const Case& c) { return definition_of(work.office, work.tx, c); }

Result<std::string> keep_file(Work& work, std::string_view bytes) {
  ANJUAN_TRY(const std::string digest, work.tx.put_file(bytes));
  work.files.push_back(Value(digest));
  return digest;
}

Result<std::string> keep_file(Work& work, const cases::PieceWriter& write) {
  ANJUAN_TRY(const std::string digest, work.tx.put_file(write));
  work.files.push_back(Value(digest));
  return digest;
}

Result<Fields> facts_now(Work& work, const Case& c) {
  const Case* round = nullptr;
  if (!c.round.empty()) {
    ANJUAN_TRY(round, look(work, c.round));
  }
  ANJUAN_TRY(const Value registers, registers_now(work, c));
  return cases::facts_of(c, {work.office.bureau, round, work.act.on, work.signatory, work.recorder, registers});
}

Result<Fields> names_now(Work& work, const Case& c, const Fields& data) {
  ANJUAN_TRY(Fields names, facts_now(work, c));
  ANJUAN_TRY(const procedure::DefinitionPtr definition, definition_of(work, c));
  for (const auto& [name, value] : data) names.insert_or_assign(name, value);
  for (const procedure::Parameter& p : definition->parameters) names.emplace(p.id, p.value);
  return names;
}

void note_moved(Work& work, const CaseId& id, const procedure::Step& step) {
  MovedCase moved{id, step.after.definition_digest, {}, step.after.entered_once};
  for (const procedure::Reason& reason : step.reasons) {
    if (reason.taken) moved.transitions.push_back(reason.place);
  }
  work.receipt.moved.push_back(std::move(moved));
}

Outcome raise_event(Work& work, const CaseId& id, const procedure::Event& event, bool optional) {
  ANJUAN_TRY(Case* const c, look(work, id));
  ANJUAN_TRY(const procedure::DefinitionPtr definition, definition_of(work, *c));
  ANJUAN_TRY(const Fields facts, facts_now(work, *c));
  auto step = procedure::step(definition, c->standing, event, {facts, &work.office.calendar});
  if (!step.ok()) {
    if (optional && enables_nothing(step.diagnostics())) return Done{};
    return std::move(step).diagnostics();
  }
  ANJUAN_DO(check_signatory(work, *c, *definition, *step, facts, event));
  ANJUAN_TRY(Case* const changed, touch(work, id));
  changed->standing = step->after;
  note_moved(work, id, *step);
  if (changed->standing.finished) work.receipt.finished.push_back(id);
  return carry_out(work, id, step->effects);
}

Outcome deliver_messages(Work& work) {
  while (!work.messages.empty()) {
    const Message message = std::move(work.messages.front());
    work.messages.pop_front();
    ANJUAN_DO(raise_event(work, message.to, message.event, true));
  }
  return Done{};
}

}  // namespace anjuan::handling
