// What an event brings: over the data while conditions and requirements are decided, assigned before
// the transition's content.

#include <utility>

#include "analysis/course.h"

namespace anjuan::analysis {

using procedure::Input;
using procedure::Transition;

namespace {

std::string signature_of(const Transition& transition) {
  std::string signature;
  for (const Input& input : transition.inputs) signature += input.name + (input.required ? "!" : "?") + input.type_text + (input.when ? input.when->source : "") + ";";
  return signature;
}

void collect_names(const procedure::Block& block, std::set<std::string>& names) {
  procedure::for_each_action(block, [&](const procedure::Action& action) {
    if (const auto* assign = std::get_if<procedure::Assign>(&action.what)) {
      if (assign->location.location) names.insert(assign->location.location->name);
      if (assign->value.expression) analysis::collect_names(assign->value.expression->root(), names);
    }
    if (const auto* script = std::get_if<procedure::Script>(&action.what)) {
      for (const auto& one : script->assignments) {
        names.insert(one.location.name);
        analysis::collect_names(one.value.root(), names);
      }
    }
    if (const auto* branching = std::get_if<procedure::If>(&action.what)) {
      for (const auto& branch : branching->branches) {
        if (branch.condition && branch.condition->expression) analysis::collect_names(branch.condition->expression->root(), names);
      }
    }
    if (const auto* loop = std::get_if<procedure::ForEach>(&action.what)) {
      names.insert(loop->item);
      if (loop->list.expression) analysis::collect_names(loop->list.expression->root(), names);
    }
  });
}

}  // namespace

Course::Lens& Course::lens_of(const Transition& transition) {
  const std::string signature = signature_of(transition);
  for (Lens& lens : lenses_) {
    if (lens.signature == signature) return lens;
  }
  lenses_.push_back({signature, known_, written_, {}});
  lay_inputs(transition, lenses_.back());
  return lenses_.back();
}

/// Whether every transition that may take the event asks for the input: then an event without it is
/// refused whatever is chosen, and no condition ever sees the old value.
bool Course::is_surely_given(const Input& input) const {
  const Listeners& listeners = model_.listeners[offered_];
  return std::all_of(listeners.states.begin(), listeners.states.end(), [&](StateIndex s) {
    if (!scene_.configuration.contains(s)) return true;
    const auto& transitions = definition_.states[s].transitions;
    return std::all_of(transitions.begin(), transitions.end(), [&](TransitionIndex t) {
      if (!listeners.hears[t]) return true;
      const auto& inputs = definition_.transitions[t].inputs;
      return std::any_of(inputs.begin(), inputs.end(), [&](const Input& one) { return one.name == input.name && one.required && !one.when; });
    });
  });
}

/// Once the transition is chosen, what it requires was given.
void Course::narrow_inputs(const Transition& transition, Lens& lens) {
  for (const Input& input : transition.inputs) {
    const auto tracked = tracked_.find(input.name);
    if (!input.of_data || !input.required || tracked == tracked_.end()) continue;
    if (input.when && judged_over(*input.when, lens) != Truth::yes) continue;
    lens.written.set(tracked->second, true);
    if (!slice_.names.holds(tracked->second)) continue;
    AbstractValue& value = lens.known[vocabulary_.term_of_name(input.name)];
    value = limited(value, ~static_cast<unsigned>(AbstractValue::empty));
    value.blank = false;
    if (value.texts) value.texts->erase("");
  }
}

AbstractValue Course::input_value(const Input& input, const AbstractValue& before, bool required) {
  const auto* item = definition_.data_item(input.name);
  const bool narrowed = input.type.kind != expression::Type::Kind::any;
  AbstractValue value = of_type(input.of_data && item != nullptr && !narrowed ? item->type : input.type, !required);
  if (!required) return joined(before, value);
  value.blank = false;  // a blank text counts as not given
  if (value.texts) value.texts->erase("");
  return value;
}

void Course::lay_inputs(const Transition& transition, Lens& lens) {
  const Knowledge before = lens.known;
  for (const Input& input : transition.inputs) {
    const bool required = input.required && !input.when && is_surely_given(input);
    if (!input.of_data) {
      if (slice_.facts) lens.known[vocabulary_.term_of_event_value(input.name)] = input_value(input, AbstractValue(), required);
      continue;
    }
    const auto tracked = tracked_.find(input.name);
    if (tracked == tracked_.end()) continue;
    lens.chosen.set(tracked->second, true);
    if (required) lens.written.set(tracked->second, true);
    if (!required) read(input.name);
    if (!slice_.names.holds(tracked->second)) continue;
    const TermIndex term = vocabulary_.term_of_name(input.name);
    const auto old = before.find(term);
    const auto* item = definition_.data_item(input.name);
    const AbstractValue value = input_value(input, old == before.end() ? of_type(item->type, true) : old->second, required);
    forget(lens.known, vocabulary_, input.name);
    lens.known[term] = value;
  }
}

Knowledge Course::without_inputs(const Transition& transition, const Knowledge& before) const {
  Knowledge known = known_;
  forget(known, vocabulary_, "_event");
  for (const Input& input : transition.inputs) {
    if (input.of_data) forget(known, vocabulary_, input.name);
  }
  for (const auto& [term, value] : before) known.emplace(term, value);
  return known;
}

/// Handlers of exit run before the inputs are assigned: where they look at one, they see the old value.
void Course::exit_with_old_inputs(const Transition& transition, const Knowledge& before, const StateSet& exits) {
  std::set<std::string> used;
  for (StateIndex s : exits) {
    for (const Block& block : definition_.states[s].on_exit) collect_names(block, used);
  }
  for (const Input& input : transition.inputs) {
    if (!input.of_data || used.count(input.name) == 0 || tracked_.count(input.name) == 0 || !slice_.names.holds(tracked_.at(input.name))) continue;
    const TermIndex term = vocabulary_.term_of_name(input.name);
    const auto now = std::as_const(known_).find(term), old = before.find(term);
    const AbstractValue unknown = of_type(definition_.data_item(input.name)->type, true);
    late_inputs_.emplace_back(term, now == known_.end() ? unknown : now->second);
    const AbstractValue either = joined(now == known_.end() ? unknown : now->second, old == before.end() ? unknown : old->second);
    forget(known_, vocabulary_, input.name);
    known_[term] = either;
  }
}

}  // namespace anjuan::analysis
