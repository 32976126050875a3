// Names that must exist or must not clash: provisions, roles, data, limits, slots, states.

#include <set>

#include "base/text.h"
#include "procedure/checks.h"
#include "procedure/descriptors.h"
#include "procedure/messages.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

template <class Row>
std::vector<std::string> ids_of(const std::vector<Row>& rows) {
  std::vector<std::string> ids;
  for (const Row& row : rows) ids.push_back(row.id);
  return ids;
}

}  // namespace

void want_basis(const Checking& checking, const std::vector<std::string>& ids, const Place& place) {
  for (const std::string& id : ids) {
    if (checking.definition.basis(id) != nullptr) continue;
    const auto near = nearest(id, ids_of(checking.definition.bases));
    checking.found.push_back(near ? diagnose(basis_unknown_near, place, id, *near)
                                  : diagnose(basis_unknown, place, id));
  }
}

std::optional<std::set<std::string>> slots_made(const Definition& definition) {
  std::set<std::string> slots;
  bool computed = false;
  for_every_action(definition, [&](const Action& action) {
    const auto* document = std::get_if<DocumentAction>(&action.what);
    if (document == nullptr) return;
    slots.insert(document->slot);
    computed = computed || document->slot_from.given();
  });
  if (computed) return std::nullopt;
  return slots;
}

std::set<std::string> limits_started(const Definition& definition) {
  std::set<std::string> started;
  for_every_action(definition, [&](const Action& action) {
    if (const auto* limit = std::get_if<TimeLimitAction>(&action.what)) started.insert(limit->id);
  });
  return started;
}

void want_state(const Checking& checking, const std::string& id, const Place& place) {
  if (checking.definition.find(id)) return;
  std::vector<std::string> ids;
  for (const State& state : checking.definition.states) {
    if (state.named) ids.push_back(state.id);
  }
  const auto near = nearest(id, ids);
  checking.found.push_back(near ? diagnose(state_unknown_near, place, id, *near)
                                : diagnose(state_unknown, place, id, some_of(ids)));
}

namespace {

void want_role(const Checking& checking, const std::string& id, const Place& place) {
  if (id.empty() || checking.definition.role(id) != nullptr) return;
  const auto near = nearest(id, ids_of(checking.definition.roles));
  checking.found.push_back(near ? diagnose(role_unknown_near, place, id, *near)
                                : diagnose(role_unknown, place, id));
}

void check_declarations(const Checking& checking) {
  const Definition& definition = checking.definition;
  for (const Parameter& parameter : definition.parameters)
    want_basis(checking, parameter.basis, parameter.basis_place);
  for (const Duty& duty : definition.duties) {
    want_role(checking, duty.role, duty.role_place);
    for (const std::string& role : duty.different_from) want_role(checking, role, duty.different_place);
    want_basis(checking, duty.basis, duty.basis_place);
  }
}

void check_limits(const Checking& checking) {
  const std::set<std::string> started = limits_started(checking.definition);
  Descriptors heard;
  std::vector<std::string> events;
  for (const Transition& transition : checking.definition.transitions) {
    for (const std::string& descriptor : transition.events) heard.add(descriptor, 0), events.push_back(descriptor);
  }
  for_every_action(checking.definition, [&](const Action& action) {
    const auto* limit = std::get_if<TimeLimitAction>(&action.what);
    if (limit == nullptr || limit->on_due.empty()) return;
    if (heard.covering(limit->on_due)) return;
    const auto near = nearest(limit->on_due, events);
    checking.found.push_back(near ? diagnose(due_event_unheard_near, limit->due_place, limit->label, limit->on_due, *near)
                                  : diagnose(due_event_unheard, limit->due_place, limit->label, limit->on_due));
  });
  for_every_action(checking.definition, [&](const Action& action) {
    const auto* end = std::get_if<EndTimeLimitAction>(&action.what);
    if (end == nullptr || end->id.empty() || started.count(end->id) > 0) return;  // that it is left out is said already
    const auto near = nearest(end->id, std::vector<std::string>(started.begin(), started.end()));
    checking.found.push_back(near ? diagnose(limit_never_started_near, end->id_place, end->id, *near)
                                  : diagnose(limit_never_started, end->id_place, end->id));
  });
}

void check_input(const Checking& checking, const Input& input) {
  if (!input.of_data || checking.definition.data_item(input.name) != nullptr) return;
  const auto near = nearest(input.name, ids_of(checking.definition.data));
  checking.found.push_back(near ? diagnose(input_undeclared_near, input.place, input.name, *near)
                                : diagnose(input_undeclared, input.place, input.name));
}

/// Assignments, held against what may be set.
class Assigned {
 public:
  explicit Assigned(const Checking& checking)
      : checking_(checking),
        known_(names_declared(checking.definition)),
        data_(ids_of(checking.definition.data)) {
    settable_.insert(data_.begin(), data_.end());
    const auto& loops = checking.definition.loop_names;
    settable_.insert(loops.begin(), loops.end());
    settable_.insert(checking.definition.script_names.begin(), checking.definition.script_names.end());
  }

  void look_at(const expression::Location& location) {
    const std::string& name = location.name;
    if (settable_.contains(name) || checking_.full()) return;
    if (known_.contains(name) || checking_.facts.contains(name)) {
      checking_.found.push_back(diagnose(assign_read_only, location.place, name));
      return;
    }
    const auto near = nearest(name, data_);
    checking_.found.push_back(near ? diagnose(assign_undeclared_near, location.place, name, *near)
                                   : diagnose(assign_undeclared, location.place, name));
  }

 private:
  const Checking& checking_;
  expression::Names known_;
  std::vector<std::string> data_;
  std::set<std::string, std::less<>> settable_;
};

void check_assignments(const Checking& checking) {
  Assigned assigned(checking);
  for_every_action(checking.definition, [&](const Action& action) {
    if (const auto* assign = std::get_if<Assign>(&action.what)) {
      if (assign->location.location) assigned.look_at(*assign->location.location);
    } else if (const auto* script = std::get_if<Script>(&action.what)) {
      for (const auto& assignment : script->assignments) assigned.look_at(assignment.location);
    } else if (const auto* send = std::get_if<Send>(&action.what)) {
      if (send->id_location.location) assigned.look_at(*send->id_location.location);
    }
  });
}

/// A chart with datamodel="null" has neither data nor anything that needs them.
void check_no_data(const Checking& checking) {
  for (const DataItem& item : checking.definition.data)
    checking.found.push_back(diagnose(null_has_no_data, item.place, item.id));
  for_every_action(checking.definition, [&](const Action& action) {
    if (action_needs_data(action))
      checking.found.push_back(diagnose(null_has_no_data, action.place, action.element));
  });
}

/// The type that its first value has.
std::string type_word_for(const DataItem& item) {
  if (!item.initial.expression) return "text";
  const expression::Type::Kind kind = expression::type_of(*item.initial.expression, {}).kind;
  for (const std::string& word : expression::type_words()) {
    const auto type = expression::parse_type(word);
    if (type && type->kind == kind) return word;
  }
  return "text";
}

void report_taken(const Checking& checking, const std::string& name, const Place& place) {
  if (checking.facts.count(name) > 0) {
    checking.found.push_back(
        diagnose(name_taken, place, name, Wording("系统提供的内容", "provided by the system")));
  }
}

}  // namespace

void check_references(const Checking& checking) {
  const Definition& definition = checking.definition;
  check_declarations(checking);
  for (const State& state : definition.states) {
    want_basis(checking, state.basis, state.basis_place);
    want_role(checking, state.role, state.role_place);
  }
  const auto slots = slots_made(definition);
  for (const Transition& transition : definition.transitions) {
    want_basis(checking, transition.basis, transition.basis_place);
    want_role(checking, transition.role, transition.role_place);
    for (const Requirement& requirement : transition.requirements) {
      want_basis(checking, requirement.basis, requirement.basis_place);
      if (requirement.slot.empty() || !slots || slots->count(requirement.slot) > 0) continue;
      const auto near = nearest(requirement.slot, std::vector<std::string>(slots->begin(), slots->end()));
      checking.found.push_back(near ? diagnose(slot_unknown_near, requirement.slot_place, requirement.slot, *near)
                                    : diagnose(slot_unknown, requirement.slot_place, requirement.slot));
    }
  }
  for_every_action(definition,
                   [&](const Action& action) { want_basis(checking, action.basis, action.basis_place); });
  check_limits(checking);
}

/// An event raised for the procedure itself that nothing takes was mistyped here or there.
void check_raised(const Checking& checking) {
  const Definition& definition = checking.definition;
  std::vector<std::string> heard;
  for (const Transition& transition : definition.transitions) {
    heard.insert(heard.end(), transition.events.begin(), transition.events.end());
  }
  std::set<std::string> told;  // each name once
  for_every_action(definition, [&](const Action& action) {
    const auto* raise = std::get_if<Raise>(&action.what);
    if (raise == nullptr || checking.full() || !is_event_name(raise->event) || matches(heard, raise->event))
      return;
    if (!told.insert(raise->event).second) return;
    const auto near = nearest(raise->event, heard);
    checking.found.push_back(near ? diagnose(raised_unheard_near, raise->event_place, raise->event, *near)
                                  : diagnose(raised_unheard, raise->event_place, raise->event));
  });
}

void check_names(const Checking& checking) {
  const Definition& definition = checking.definition;
  check_raised(checking);
  for (const Transition& transition : definition.transitions) {
    for (const Input& input : transition.inputs) check_input(checking, input);
  }
  if (definition.data_model == DataModel::null) return check_no_data(checking);
  check_assignments(checking);
  if (!definition.typed()) return;
  std::set<std::string> parameters;
  for (const Parameter& parameter : definition.parameters) {
    parameters.insert(parameter.id);
    report_taken(checking, parameter.id, parameter.place);
  }
  for (const DataItem& item : definition.data) {
    report_taken(checking, item.id, item.place);
    if (!definition.kind.empty() && item.type_text.empty())
      checking.found.push_back(diagnose(data_untyped, item.place, item.id, type_word_for(item)));
    if (parameters.count(item.id) == 0) continue;
    checking.found.push_back(diagnose(name_taken, item.place, item.id, Wording("参数", "a parameter")));
  }
}

bool action_needs_data(const Action& action) {
  return std::holds_alternative<Assign>(action.what) || std::holds_alternative<ForEach>(action.what) ||
         std::holds_alternative<Script>(action.what);
}

}  // namespace anjuan::procedure
