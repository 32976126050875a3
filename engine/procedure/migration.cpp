#include "procedure/migration.h"

#include <algorithm>

#include "base/text.h"
#include "procedure/loading.h"
#include "procedure/messages.h"
#include "procedure/migrating.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

std::string name_of(const DataItem& item) { return item.label.empty() ? item.id : item.label; }

/// Names of a mapping that a definition does not have.
class RenamingCheck {
 public:
  explicit RenamingCheck(Migrating& migrating) : migrating_(migrating) {}

  void run() {
    const Renaming& names = migrating_.request.renaming;
    for (const auto& [old, fresh] : names.states) {
      want(state_, old, true);
      for (const std::string& id : fresh) want(state_, id, false);
    }
    for (const auto& [old, fresh] : names.data) want(data_, old, true), want(data_, fresh, false);
    for (const auto& [old, fresh] : names.limits) {
      want(limit_, old, true);
      if (!fresh.empty()) want(limit_, fresh, false);  // none: it ends
    }
    for (const auto& [id, value] : names.values) want(data_, id, false);
  }

 private:
  Migrating& migrating_;
  const Wording state_{"环节", "state"}, data_{"数据项", "data item"}, limit_{"期限", "time limit"};

  std::vector<std::string> ids(const Wording& kind, const Definition& definition) const {
    std::vector<std::string> found;
    if (kind == state_) {
      for (const State& state : definition.states) {
        if (state.kind != State::Kind::root && state.kind != State::Kind::history) found.push_back(state.id);
      }
    } else if (kind == data_) {
      for (const DataItem& item : definition.data) found.push_back(item.id);
    } else {
      for_every_action(definition, [&](const Action& action) {
        if (const auto* limit = std::get_if<TimeLimitAction>(&action.what)) found.push_back(limit->id);
      });
    }
    return found;
  }

  void want(const Wording& kind, const std::string& id, bool old) {
    const Definition& definition = old ? migrating_.from() : migrating_.to();
    const std::vector<std::string> known = ids(kind, definition);
    if (std::find(known.begin(), known.end(), id) != known.end() || (kind == state_ && definition.find(id))) return;
    const Wording of = old ? Wording("旧", "old") : Wording("新", "new");
    const auto near = nearest(id, known);
    migrating_.reasons.push_back(near ? diagnose(migrate_unknown_name, Place{}, kind, id, of, *near)
                                      : diagnose(migrate_name_unlike_any, Place{}, kind, id, of, some_of(known)));
  }
};

/// Whether the old definition asks for the same with the same event: then nothing new is missing.
bool asked_before(const Definition& from, const std::string& event, const std::string& input) {
  for (const Transition& transition : from.transitions) {
    if (!matches(transition.events, event)) continue;
    for (const Input& one : transition.inputs) {
      if (one.name == input && one.required) return true;
    }
  }
  return false;
}

/// Calls `found(event, transition, input)` for each input that the new definition newly asks for with
/// something that people have done.
template <class Found>
void for_each_new_input(const Migrating& migrating, const Found& found) {
  for (const std::string& event : migrating.request.events_taken) {
    for (const Transition& transition : migrating.to().transitions) {
      if (!matches(transition.events, event)) continue;
      for (const Input& input : transition.inputs) {
        if (!input.of_data || !input.required || input.when || asked_before(migrating.from(), event, input.name)) continue;
        found(event, transition, input);
      }
    }
  }
}

bool asked_by_what_was_done(const Migrating& migrating, const std::string& data) {
  bool asked = false;
  for_each_new_input(migrating, [&](const std::string&, const Transition&, const Input& input) { asked = asked || input.name == data; });
  return asked;
}

/// The value a data item has in the new definition: what it was given, what it had, or its first.
class DataMover {
 public:
  explicit DataMover(Migrating& migrating) : migrating_(migrating) {
    for (const auto& [old, fresh] : migrating.request.renaming.data) old_name_[fresh] = old;
  }

  void run() {
    Fields& data = migrating_.out.after.data;
    const Fields before = migrating_.request.standing.data;
    data.clear();
    std::set<std::string> kept;
    for (const DataItem& item : migrating_.to().data) {
      const auto mapped = old_name_.find(item.id);
      const std::string& old = mapped == old_name_.end() ? item.id : mapped->second;
      const auto had = before.find(old);
      kept.insert(old);
      const auto given = migrating_.request.renaming.values.find(item.id);
      const bool is_given = given != migrating_.request.renaming.values.end();
      if (is_given && (had == before.end() || may_be_given(item, had->second))) {
        note(DataMove::Kind::set, item, given->second);
        data[item.id] = given->second;
      } else if (had != before.end()) {
        if (is_given && given->second != had->second) {
          migrating_.reasons.push_back(diagnose(migrate_value_not_asked, item.place, name_of(item), shown(had->second)));
        }
        if (old != item.id) note(DataMove::Kind::renamed, item, had->second);
        data[item.id] = had->second;
      } else {
        data[item.id] = first_value(item);
        note(DataMove::Kind::added, item, data[item.id]);
      }
      want_type(item, data[item.id]);
    }
    for (const auto& [id, value] : before) {
      const DataItem* item = migrating_.from().data_item(id);
      if (kept.contains(id)) continue;
      if (item == nullptr) data[id] = value;  // a loop name: keeps what it last held
      else note(DataMove::Kind::dropped, *item, value);
    }
  }

 private:
  Migrating& migrating_;
  std::map<std::string, std::string> old_name_;

  void note(DataMove::Kind kind, const DataItem& item, const Value& value) {
    migrating_.out.data.push_back({kind, item.id, name_of(item), value});
  }

  Value first_value(const DataItem& item) {
    const Fields names = names_at_rest(migrating_.to(), migrating_.request, migrating_.out.after.data);
    auto value = evaluate_at_rest(item.initial, names, migrating_.request, migrating_.request.standing.active);
    if (value.ok()) return std::move(*value);
    migrating_.reasons.insert(migrating_.reasons.end(), value.diagnostics().begin(), value.diagnostics().end());
    return {};
  }

  static Wording shown(const Value& value) {
    return value.empty() ? Wording("空的", "empty") : expression::describe(value);
  }

  /// Facts are decided by acts: a migration gives only what the new definition could not go on without.
  bool may_be_given(const DataItem& item, const Value& had) const {
    if (migrating_.to().typed() && !expression::fits(had, item.type)) return true;
    return had.empty() && (asked_by_what_was_done(migrating_, item.id) || read_by_a_running_limit(item.id));
  }
  bool read_by_a_running_limit(const std::string& id) const {
    bool found = false;
    for_every_action(migrating_.to(), [&](const Action& action) {
      const auto* limit = std::get_if<TimeLimitAction>(&action.what);
      if (limit == nullptr || (!reads(limit->length, id) && !reads(limit->after, id))) return;
      for (const auto& [running, open] : migrating_.request.standing.limits) {
        found = found || renamed(migrating_.request.renaming.limits, running) == limit->id;
      }
    });
    return found;
  }

  void want_type(const DataItem& item, const Value& value) {
    if (!migrating_.to().typed() || expression::fits(value, item.type)) return;
    Wording wanted = expression::name_of(item.type);
    if (!item.type.choices.empty()) {
      const std::string choices = join(item.type.choices, "、");
      wanted = {"“" + choices + "”之一", "one of “" + choices + "”"};
    }
    migrating_.reasons.push_back(
        diagnose(migrate_value_unfit, item.place, name_of(item), expression::describe(value), wanted, item.id));
  }
};

/// What people would have had to fill in for what they have done.
void want_inputs(Migrating& migrating) {
  std::set<std::string> told;
  for_each_new_input(migrating, [&](const std::string& event, const Transition& transition, const Input& input) {
    const auto value = migrating.out.after.data.find(input.name);
    if (value != migrating.out.after.data.end() && !value->second.empty()) return;
    const DataItem* item = migrating.to().data_item(input.name);
    const std::string label = !input.label.empty() ? input.label : item != nullptr ? name_of(*item) : input.name;
    if (!told.insert(input.name).second) return;
    migrating.reasons.push_back(diagnose(migrate_input_missing, input.place,
                                         transition.label.empty() ? event : transition.label, label, input.name));
  });
}

}  // namespace

std::string renamed(const std::map<std::string, std::string>& names, const std::string& id) {
  const auto found = names.find(id);
  return found == names.end() ? id : found->second;
}

bool reads(const Code& code, const std::string& name) {
  if (!code.expression) return false;
  const auto names = expression::names_used(*code.expression);
  return std::find(names.begin(), names.end(), name) != names.end();
}

Fields names_at_rest(const Definition& definition, const MigrationRequest& request, const Fields& data) {
  Fields names = request.facts.fields;
  names["日期"] = Value(request.on);
  for (const Parameter& parameter : definition.parameters) names[parameter.id] = parameter.value;
  for (const DataItem& item : definition.data) names.try_emplace(item.id);
  for (const auto& [name, value] : data) names[name] = value;
  names["_name"] = Value(definition.name);
  return names;
}

Result<Value> evaluate_at_rest(const Code& code, const Fields& names, const MigrationRequest& request,
                               const std::vector<std::string>& active) {
  if (!code.broken.empty()) return code.broken;
  if (!code.expression) return Value();
  expression::Surroundings around{names, {}, {}};
  around.in_state = [&](std::string_view id) { return std::find(active.begin(), active.end(), id) != active.end(); };
  if (request.facts.calendar != nullptr) {
    around.working_days_between = [&](Day from, Day to) { return request.facts.calendar->working_days_between(from, to); };
  }
  return expression::evaluate(*code.expression, around);
}

Result<Migration> migrate(const MigrationRequest& request) {
  Migrating migrating{request, {}};
  migrating.out.after = request.standing;
  migrating.out.after.definition_digest = request.to->digest;
  RenamingCheck(migrating).run();
  if (!migrating.reasons.empty()) return std::move(migrating.reasons);
  DataMover(migrating).run();
  move_states(migrating);
  move_history(migrating);
  want_inputs(migrating);
  move_limits(migrating);
  if (!migrating.reasons.empty()) return std::move(migrating.reasons);
  migrating.out.states_was = labels(request.from, request.standing);
  migrating.out.states_is = labels(*request.to, migrating.out.after);
  return std::move(migrating.out);
}

}  // namespace anjuan::procedure
