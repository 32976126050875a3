// What an event brings, and what must hold before it is taken.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

expression::Type type_of(const Definition& definition, const Input& input) {
  const DataItem* item = definition.data_item(input.name);
  const bool narrowed = input.type.kind != expression::Type::Kind::any;
  return input.of_data && item != nullptr && !narrowed ? item->type : input.type;
}

std::string label_of(const Definition& definition, const Input& input) {
  if (!input.label.empty()) return input.label;
  const DataItem* item = definition.data_item(input.name);
  return item != nullptr && !item->label.empty() ? item->label : input.name;
}

Value read_input(const Definition& definition, const Input& input, const Value& value) {
  const expression::Type type = type_of(definition, input);
  if (!value.is(Value::Kind::text) || expression::fits(value, type)) return value;
  const auto read = expression::read_value(value.text(), type, input.place);
  return read.ok() ? *read : value;
}

InputsShown::InputsShown(Run& run, const Transition& transition, const Fields& values) : run_(run) {
  for (const Input& input : transition.inputs) {
    const auto given = values.find(input.name);
    const std::size_t slot = input.of_data ? run.definition.slot_of(input.name) : no_index;
    if (slot == no_index || given == values.end()) continue;
    const auto number = static_cast<std::size_t>(run.definition.slots[slot].number);
    read_.push_back(std::make_unique<const Value>(read_input(run.definition, input, given->second)));
    before_.emplace_back(number, run.values[number]);
    run.values[number] = read_.back().get();
  }
}

InputsShown::~InputsShown() {
  for (auto shown = before_.rbegin(); shown != before_.rend(); ++shown)
    run_.values[shown->first] = shown->second;
}

namespace {

bool is_missing(Run& run, const Transition& transition, const Input& input, const Fields& values) {
  const auto given = values.find(input.name);
  const bool brought = given != values.end() && !given->second.empty() &&
                       !(given->second.is(Value::Kind::text) && trim(given->second.text()).empty());
  if (brought) return false;
  if (!input.required) return false;
  if (!input.when) return true;
  const InputsShown shown(run, transition, values);
  const auto needed = is_true(run, *input.when);
  return needed.ok() && *needed;
}

void report_unasked(const Run& run, const TransitionList& transitions, const Fields& values,
                    Diagnostics& found) {
  std::vector<std::string> asked;
  for (TransitionIndex t : transitions) {
    for (const Input& input : run.definition.transitions[t].inputs) asked.push_back(input.name);
  }
  for (const auto& [name, value] : values) {
    if (std::find(asked.begin(), asked.end(), name) != asked.end()) continue;
    const Place place = run.definition.transitions[transitions.front()].place;
    const auto near = nearest(name, asked);
    const std::string listed = asked.empty() ? "—" : join(asked, "、");
    found.push_back(near ? diagnose(input_unknown_near, place, name, *near)
                         : diagnose(input_unknown, place, name, listed));
  }
}

Diagnostic paper_diagnostic(const Requirement& requirement, const std::string& transition) {
  const auto made = [&](const auto& message) {
    return diagnose(message, requirement.place, transition, requirement.label, requirement.slot);
  };
  switch (requirement.paper) {
    case Requirement::Paper::served:
      return made(paper_not_served);
    case Requirement::Paper::signed_:
      return made(paper_not_signed);
    case Requirement::Paper::issued:
      break;
  }
  return made(paper_not_issued);
}

/// What the requirement says is lacking, item by item; "" if it says nothing.
Result<std::string> lacking_of(Run& run, const Requirement& requirement) {
  ANJUAN_TRY(const Value value, evaluate(run, requirement.lacking));
  if (!value.is(Value::Kind::list)) return std::string(trim(display(value)));
  std::vector<std::string> items;
  for (const Value& item : value.list()) {
    const std::string text = display(item);
    if (!trim(text).empty()) items.emplace_back(trim(text));
  }
  return join(items, "、");
}

/// A test that does not hold. That what is lacking cannot be told is told as well, into `found`.
Diagnostic unmet_diagnostic(Run& run, const Requirement& requirement, const std::string& transition,
                            Diagnostics& found) {
  const auto lacking = lacking_of(run, requirement);
  if (!lacking.ok()) found.insert(found.end(), lacking.diagnostics().begin(), lacking.diagnostics().end());
  if (!lacking.ok() || lacking->empty())
    return diagnose(requirement_not_met, requirement.place, transition, requirement.label);
  return diagnose(requirement_lacks, requirement.place, transition, requirement.label, *lacking);
}

bool says_yes(const Value& value) { return value.is(Value::Kind::boolean) && value.boolean(); }

/// Whether the document in the slot has come as far as the requirement asks.
bool paper_ready(const Run& run, const Requirement& requirement) {
  const auto papers = run.act.facts.fields.find("文书");
  if (papers == run.act.facts.fields.end() || !papers->second.is(Value::Kind::record)) return false;
  const Value& paper = papers->second.field(requirement.slot);
  if (!paper.is(Value::Kind::record)) return false;
  switch (requirement.paper) {
    case Requirement::Paper::served:
      return says_yes(paper.field("已送达"));
    case Requirement::Paper::signed_:
      return says_yes(paper.field("已签署"));
    case Requirement::Paper::issued:
      break;
  }
  return !paper.field("文号").text_or_empty().empty() || !paper.field("日期").empty();
}

}  // namespace

Diagnostics check_inputs(Run& run, const TransitionList& transitions, const Fields& values, bool of_person,
                         const std::set<std::string>* only) {
  Diagnostics found;
  std::set<std::string> said;
  if (of_person && run.definition.typed()) report_unasked(run, transitions, values, found);
  for (TransitionIndex t : transitions) {
    const Transition& transition = run.definition.transitions[t];
    for (const Input& input : transition.inputs) {
      if (said.count(input.name) > 0 || (only != nullptr && only->count(input.name) == 0)) continue;
      const expression::Type type = type_of(run.definition, input);
      const std::string label = label_of(run.definition, input);
      if (is_missing(run, transition, input, values)) {
        found.push_back(diagnose(input_missing, input.place, label, input.name, expression::name_of(type)));
        said.insert(input.name);
        continue;
      }
      const auto given = values.find(input.name);
      if (given == values.end()) continue;
      const Value read = read_input(run.definition, input, given->second);
      if (expression::fits(read, type)) continue;
      found.push_back(
          diagnose(input_wrong, input.place, label, expression::describe(read), expression::name_of(type)));
      said.insert(input.name);
    }
  }
  return found;
}

Diagnostics check_requirements(Run& run, const Transition& transition) {
  Diagnostics found;
  if (transition.requirements.empty()) return found;
  const std::string name = name_of(run.definition, transition);
  for (const Requirement& requirement : transition.requirements) {
    std::optional<Diagnostic> unmet;
    if (requirement.test) {
      const auto holds = is_true(run, *requirement.test);
      if (!holds.ok()) {
        unmet = diagnose(condition_failed, requirement.place, name,
                         Wording(sentence(holds.diagnostics()[0], Language::chinese),
                                 sentence(holds.diagnostics()[0], Language::english)));
      } else if (!*holds) {
        unmet = unmet_diagnostic(run, requirement, name, found);
      }
    }
    if (!unmet && !requirement.slot.empty() && !paper_ready(run, requirement))
      unmet = paper_diagnostic(requirement, name);
    if (!unmet) continue;
    if (!requirement.basis.empty()) {
      unmet = with_basis(std::move(*unmet), provision_of(run.definition, requirement.basis.front()));
    }
    found.push_back(std::move(*unmet));
  }
  return found;
}

}  // namespace anjuan::procedure
