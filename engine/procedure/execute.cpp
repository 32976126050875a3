// Carries out SCXML's executable content.

#include <algorithm>

#include "base/text.h"
#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

class Execution {
 public:
  Execution(Run& run, const Action& action) : run_(run), action_(action) {}

  Outcome operator()(const Raise& raise) {
    procedure::raise(run_, {raise.event, QueuedEvent::Type::internal});
    return Done{};
  }

  Outcome operator()(const If& branching) {
    for (const Branch& branch : branching.branches) {
      if (branch.condition) {
        const auto holds = is_true(run_, *branch.condition);
        if (!holds.ok()) {
          // A condition that fails counts as false, and the error is told (SCXML 5.9.1).
          raise_error(run_, "error.execution", holds.diagnostics(), action_.element);
          continue;
        }
        if (!*holds) continue;
      }
      return execute_block(run_, branch.content);
    }
    return Done{};
  }

  Outcome operator()(const ForEach& loop) {
    ANJUAN_TRY(const Value list, evaluate(run_, loop.list));
    if (!list.is(Value::Kind::list)) {
      return diagnose(not_of_kind, loop.list.place, "foreach", Wording("列表", "a list"),
                      expression::describe(list));
    }
    const std::size_t item_slot = run_.definition.slot_of(loop.item),
                      index_slot = loop.index.empty() ? no_index : run_.definition.slot_of(loop.index);
    if (item_slot == no_index) return diagnose(cannot_be_set, action_.place, loop.item);
    if (index_slot == no_index && !loop.index.empty())
      return diagnose(cannot_be_set, action_.place, loop.index);
    // The names exist even when there is nothing to go through (SCXML 4.6).
    for (const std::size_t slot : {item_slot, index_slot}) {
      if (slot == no_index || run_.session.data[slot]) continue;
      ANJUAN_DO(set_data(run_, slot, {}, action_.place));
    }
    std::int64_t index = 0;
    for (const Value& item : list.list()) {
      ANJUAN_DO(set_data(run_, item_slot, item, action_.place));
      if (index_slot != no_index) {
        ANJUAN_DO(set_data(run_, index_slot, index, action_.place));
      }
      ++index;
      ANJUAN_DO(execute_block(run_, loop.content));
    }
    return Done{};
  }

  Outcome operator()(const Assign& assignment) {
    if (!assignment.location.broken.empty()) return assignment.location.broken;
    ANJUAN_TRY(Value value, evaluate(run_, assignment.value));
    return assign(run_, *assignment.location.location, std::move(value));
  }

  Outcome operator()(const Script& script) { return run_script(run_, script, action_.place); }

  Outcome operator()(const Log& log) {
    ANJUAN_TRY(const Value text, evaluate(run_, log.text));
    run_.act.moved.effects.emplace_back(Note{log.label, display(text)});
    return Done{};
  }

  Outcome operator()(const Send& send) { return execute_send(run_, send, action_.place); }
  Outcome operator()(const Cancel& cancel) { return execute_cancel(run_, cancel); }

  template <class Effect>
  Outcome operator()(const Effect&) {
    return execute_effect(run_, action_);
  }

 private:
  Run& run_;
  const Action& action_;
};

}  // namespace

Outcome execute_block(Run& run, const Block& block) {
  for (const Action& action : block) {
    if (++run.act.actions > max_actions && !run.act.stopped())
      run.act.stop(diagnose(too_many_actions, action.place, std::to_string(max_actions)));
    if (run.act.stopped()) return run.act.refusals.back();
    want_in_force(run, action.basis, action.place);
    Outcome outcome = std::visit(Execution(run, action), action.what);
    if (outcome.ok()) continue;
    if (run.failed_element.empty()) run.failed_element = action.element;
    return outcome;
  }
  return Done{};
}

void execute_content(Run& run, const Block& block) {
  const auto outcome = execute_block(run, block);
  if (outcome.ok() || run.act.stopped()) return;
  // The name of the error was chosen where it arose; all but undeliverable messages are execution errors.
  const bool communication = outcome.diagnostics()[0].row == &message_undeliverable;
  raise_error(run, communication ? "error.communication" : "error.execution", outcome.diagnostics(),
              std::exchange(run.failed_element, {}), std::exchange(run.failed_send, {}));
}

Result<Fields> evaluate_params(Run& run, const std::vector<Param>& params) {
  Fields values;
  for (const Param& param : params) {
    ANJUAN_TRY(values[param.name], evaluate(run, param.value));
  }
  return values;
}

Result<Value> evaluate_payload(Run& run, const Payload& payload) {
  if (payload.has_content) return evaluate(run, payload.content);
  if (payload.params.empty()) return Value();
  ANJUAN_TRY(Fields values, evaluate_params(run, payload.params));
  return Value(std::move(values));
}

}  // namespace anjuan::procedure
