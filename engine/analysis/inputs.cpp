// What an event brings: over the data while conditions and requirements are decided, assigned before
// the transition's content.

#include <bit>
#include <utility>

#include "analysis/course.h"

namespace anjuan::analysis {

using procedure::Input;
using procedure::Transition;

namespace {

std::string signature_of(const Transition& transition) {
  std::string signature;
  for (const Input& input : transition.inputs)
    signature += input.name + (input.required ? "!" : "?") + input.type_text +
                 (input.when ? input.when->source : "") + ";";
  return signature;
}

}  // namespace

void collect_names_set(const procedure::Action& action, std::set<std::string>& names) {
  const auto add = [&](const std::optional<expression::Location>& location) {
    if (location) names.insert(location->name);
  };
  if (const auto* assign = std::get_if<procedure::Assign>(&action.what)) add(assign->location.location);
  if (const auto* send = std::get_if<procedure::Send>(&action.what)) add(send->id_location.location);
  if (const auto* script = std::get_if<procedure::Script>(&action.what)) {
    for (const auto& one : script->assignments) names.insert(one.location.name);
  }
  if (const auto* branching = std::get_if<procedure::If>(&action.what)) {
    for (const auto& branch : branching->branches) {
      for (const procedure::Action& inner : branch.content) collect_names_set(inner, names);
    }
  }
  if (const auto* loop = std::get_if<procedure::ForEach>(&action.what)) {
    names.insert({loop->item, loop->index});
    for (const procedure::Action& inner : loop->content) collect_names_set(inner, names);
  }
}

void collect_names_of(const procedure::Action& action, std::set<std::string>& names) {
  collect_names_set(action, names);
  if (const auto* assign = std::get_if<procedure::Assign>(&action.what)) {
    if (assign->value.expression) collect_names(assign->value.expression->root(), names);
  }
  if (const auto* script = std::get_if<procedure::Script>(&action.what)) {
    for (const auto& one : script->assignments) collect_names(one.value.root(), names);
  }
  if (const auto* log = std::get_if<procedure::Log>(&action.what); log != nullptr && log->text.expression)
    collect_names(log->text.expression->root(), names);
  if (const auto* branching = std::get_if<procedure::If>(&action.what)) {
    for (const auto& branch : branching->branches) {
      if (branch.condition && branch.condition->expression)
        collect_names(branch.condition->expression->root(), names);
      for (const procedure::Action& inner : branch.content) collect_names_of(inner, names);
    }
  }
  if (const auto* loop = std::get_if<procedure::ForEach>(&action.what)) {
    if (loop->list.expression) collect_names(loop->list.expression->root(), names);
    for (const procedure::Action& inner : loop->content) collect_names_of(inner, names);
  }
}

void Course::number_signatures() {
  std::map<std::string, std::size_t> numbers;
  for (const Transition& transition : definition_.transitions)
    signatures_.push_back(numbers.emplace(signature_of(transition), numbers.size()).first->second);
}

Course::Lens& Course::lens_of(const Transition& transition) {
  const std::size_t signature =
      signatures_[static_cast<std::size_t>(&transition - definition_.transitions.data())];
  std::size_t at = 0;
  while (at < lenses_.size() && lenses_[at].inputs_asked != signature) ++at;
  const std::size_t last = std::exchange(last_lens_, at);
  const bool fresh = at == lenses_.size();
  if (fresh) {
    lenses_.push_back(
        {signature, scene_.known, written_, scene_.brought, scene_.chosen, scene_.loose, {}, {}, {}, {}});
    for (const Input& input : transition.inputs) lenses_.back().inputs.insert(input.name);
  }
  if (last != at && last < lenses_.size()) share_inputs(lenses_[last], lenses_[at], transition);
  if (fresh) lay_inputs(transition, lenses_[at]);
  tell_beneath(scene_.known, lenses_[at], lenses_[at].known);
  return lenses_[at];
}

/// What is known of anything but that which the event has brought is the same with the lens and without.
void Course::tell_beneath(const Knowledge& from, const Lens& lens, Knowledge& to) const {
  for (const auto& [term, value] : from) {
    const auto& names = vocabulary_[term].names;
    const bool beneath = std::all_of(names.begin(), names.end(), [&](const std::string& name) {
      return name != "_event" && (lens.inputs.count(name) == 0 || lens.withheld.count(name) > 0);
    });
    if (beneath) to.set(term, value);
  }
}

/// Whether every transition that may take the event asks for the input: then an event without it is
/// refused whatever is chosen, and no condition ever sees the old value.
bool Course::is_surely_given(const Input& input) const {
  const Listeners& listeners = model_.listeners[offered_];
  return std::all_of(listeners.of_state.begin(), listeners.of_state.end(), [&](const auto& listening) {
    if (!scene_.configuration.contains(listening.first)) return true;
    return std::all_of(listening.second.begin(), listening.second.end(), [&](TransitionIndex t) {
      const auto& inputs = definition_.transitions[t].inputs;
      return std::any_of(inputs.begin(), inputs.end(), [&](const Input& one) {
        return one.name == input.name && one.required && !one.when;
      });
    });
  });
}

/// Once the transition is chosen, what it requires was given; false: it was not, and the event is refused.
bool Course::narrow_inputs(const Transition& transition, Lens& lens) {
  for (const Input& input : transition.inputs) {
    if (!input.required) continue;
    const bool followed = is_followed(input);
    if (!followed && (!input.of_data || tracked_.count(input.name) == 0)) continue;
    if (input.when && judged_over(*input.when, lens) != Truth::yes) continue;
    if (lens.withheld.count(input.name) > 0) return false;
    if (input.of_data) lens.written.set(tracked_.at(input.name), true);
    if (!followed) continue;
    const TermIndex term = term_of_input(input);
    const AbstractValue* laid = lens.known.find(term);
    AbstractValue value =
        limited(laid == nullptr ? AbstractValue() : *laid, ~static_cast<unsigned>(AbstractValue::empty));
    if (!value.texts && value.may_be(AbstractValue::text)) value.without.insert("");
    if (value.texts) value.texts->erase("");
    if (value.nothing()) return false;
    lens.known.set(term, vocabulary_.keep(value));
  }
  return true;
}

TermIndex Course::term_of_input(const Input& input) {
  return input.of_data ? vocabulary_.term_of_name(input.name) : vocabulary_.term_of_event_value(input.name);
}

/// Whatever its type admits, as whoever acts likes.
AbstractValue Course::input_value(const Input& input, bool required) {
  const auto* item = definition_.data_item(input.name);
  const bool narrowed = input.type.kind != expression::Type::Kind::any;
  AbstractValue value =
      of_type(input.of_data && item != nullptr && !narrowed ? item->type : input.type, !required);
  if (!required) return value;
  // A blank text counts as not given.
  if (value.texts) value.texts->erase("");
  if (!value.texts && value.may_be(AbstractValue::text)) value.without.insert("");
  return value;
}

/// One of the parts: which, whoever acts decides now.
AbstractValue Course::part_given(const Input& input, bool required) {
  const std::vector<AbstractValue> parts =
      parts_of(input_value(input, required), model_.thresholds[input.name]);
  if (parts.size() == 1) return parts.front();
  const unsigned taken = choices_.take((1U << parts.size()) - 1, true, no_term);
  choices_.mark_free();
  choices_.mark_given();
  return parts[static_cast<std::size_t>(std::countr_zero(taken))];
}

/// Whether a person brings what none of the transitions chosen asks for: that is refused.
bool Course::brings_too_much(const TransitionList& chosen) const {
  return std::any_of(lenses_.begin(), lenses_.end(), [&](const Lens& lens) {
    return std::any_of(lens.carried.begin(), lens.carried.end(), [&](const std::string& name) {
      return std::none_of(chosen.begin(), chosen.end(), [&](TransitionIndex t) {
        const auto& inputs = definition_.transitions[t].inputs;
        return std::any_of(inputs.begin(), inputs.end(), [&](const Input& one) { return one.name == name; });
      });
    });
  });
}

/// Whether what the input brings can be followed at all.
bool Course::is_followed(const Input& input) const {
  return !input.of_data || tracked_.count(input.name) > 0;
}

/// An input that need not be given: whoever acts may bring it or not.
bool Course::is_brought() {
  const bool brought = choices_.either(true);
  choices_.mark_free();
  choices_.mark_given();
  return brought;
}

void Course::lay_inputs(const Transition& transition, Lens& lens) {
  for (const Input& input : transition.inputs) {
    const bool required = input.required && !input.when && is_surely_given(input);
    const auto tracked = input.of_data ? tracked_.find(input.name) : tracked_.end();
    if (tracked != tracked_.end()) {
      if (required) lens.written.set(tracked->second, true);
      if (!required) read(input.name);
    }
    if (lens.shared.count(input.name) > 0) continue;  // another transition's lens has told of it
    if (!is_followed(input)) continue;
    if (!required && !is_brought()) {
      lens.withheld.insert(input.name);
      continue;
    }
    if (!required) lens.carried.insert(input.name);
    if (input.of_data) {
      lens.brought.set(tracked->second, true);
      lens.chosen.set(tracked->second, true);
      lens.loose.set(tracked->second, input.type.item != nullptr);  // of what the items are is not followed
      forget(lens.known, vocabulary_, input.name);
    }
    const AbstractValue* value = vocabulary_.keep(
        tracked != tracked_.end() && slice_.parted.holds(tracked->second) ? part_given(input, required)
                                                                          : input_value(input, required));
    lens.known.set(term_of_input(input), value);
    if (!input.of_data || model_.asked_of_event.count(input.name) == 0) continue;
    // Decisions look at the event itself: that is what people have in their hand, the data are a copy of it.
    lens.known.set(vocabulary_.term_of_event_value(input.name), value);
    lens.chosen.set(tracked->second, false);
    lens.loose.set(tracked->second, true);
  }
}

/// An event brings one value for a name, whichever transitions ask for it: what is known of it by one of
/// them holds for the other.
void Course::share_inputs(const Lens& from, Lens& to, const Transition& transition) {
  for (const Input& input : transition.inputs) {
    if (from.inputs.count(input.name) == 0) continue;
    to.shared.insert(input.name);
    if (from.withheld.count(input.name) > 0) {
      to.withheld.insert(input.name);
      continue;
    }
    if (input.of_data) {
      if (const auto tracked = tracked_.find(input.name); tracked != tracked_.end()) {
        to.brought.set(tracked->second, from.brought.holds(tracked->second));
        to.chosen.set(tracked->second, from.chosen.holds(tracked->second));
        to.loose.set(tracked->second, from.loose.holds(tracked->second));
      }
      forget(to.known, vocabulary_, input.name);
    }
    for (const TermIndex term : {term_of_input(input), vocabulary_.term_of_event_value(input.name)}) {
      if (const AbstractValue* value = from.known.find(term)) to.known.set(term, value);
    }
  }
}

Knowledge Course::without_inputs(const Transition& transition, const Knowledge& before) const {
  Knowledge known = scene_.known;
  forget(known, vocabulary_, "_event");
  for (const Input& input : transition.inputs) {
    if (input.of_data) forget(known, vocabulary_, input.name);
  }
  for (const auto& [term, value] : before) {
    if (known.find(term) == nullptr) known.set(term, value);
  }
  return known;
}

/// Handlers of exit run before the inputs are assigned: where they look at one, they see the old value.
void Course::exit_with_old_inputs(const Transition& transition, const Knowledge& before,
                                  const StateSet& exits) {
  std::set<std::string> used;
  for (StateIndex s : exits) {
    for (const Block& block : definition_.states[s].on_exit) {
      for (const procedure::Action& action : block) collect_names_of(action, used);
    }
  }
  for (const Input& input : transition.inputs) {
    if (!input.of_data || used.count(input.name) == 0 || tracked_.count(input.name) == 0) continue;
    const TermIndex term = vocabulary_.term_of_name(input.name);
    const AbstractValue *now = scene_.known.find(term), *old = before.find(term);
    const AbstractValue* unknown = vocabulary_.keep(of_type(definition_.data_item(input.name)->type, true));
    if (now == nullptr) now = unknown;
    late_inputs_.emplace_back(term, now);
    const AbstractValue* either = vocabulary_.keep(joined(*now, old == nullptr ? *unknown : *old));
    forget(scene_.known, vocabulary_, input.name);
    scene_.known.set(term, either);
  }
}

}  // namespace anjuan::analysis
