// Choosing transitions, leaving and entering states.

#include "analysis/course.h"

#include <algorithm>
#include <utility>

#include "procedure/tree.h"

namespace anjuan::analysis {

using procedure::Happening;
using procedure::no_index;
using procedure::State;
using procedure::Transition;

Course::Course(Model& model, Vocabulary& vocabulary, Choices& choices, const Slice& slice)
    : model_(model),
      definition_(model.definition),
      vocabulary_(vocabulary),
      choices_(choices),
      slice_(slice),
      fates_(model.definition.transitions.size()) {
  for (const std::string& name : model.tracked) tracked_.emplace(name, tracked_.size());
  number_signatures();
}

void Course::begin(const Scene& scene) {
  scene_ = scene;
  taken_.clear();
  marks_.clear();
  lenses_.clear();
  last_lens_ = 0;
  late_inputs_.clear();
  reads_ = written_ = looked_at_ = Flags();
  refused_ = offering_ = false;
  made_.resize(model_.slots.size());
  for (std::size_t i = 0; i < made_.size(); ++i) made_[i] = scene.made.holds(i);
  chosen_items_.clear();
}

Ground Course::ground() {
  here_ = slice_;
  here_.names |= scene_.brought;
  here_.facts = true;
  return {model_,
          vocabulary_,
          choices_,
          scene_.configuration,
          made_,
          scene_.chosen,
          scene_.loose,
          scene_.asked,
          scene_.stirred,
          offering_,
          chosen_items_,
          [this](std::size_t item) { read(item); },
          looked_at_,
          here_,
          [this](const Term& term) { stir(term); }};
}

void Course::stir(const Term& term) {
  scene_.stirred = scene_.stirred || term.names.count("_event") > 0;
  for (std::size_t i = 0; i < model_.tracked.size(); ++i) {
    if (term.tracked.holds(i)) scene_.chosen -= model_.sources[i];
  }
}

Truth Course::judged(const procedure::Code& code, Knowledge& known) {
  if (!code.given()) return Truth::yes;
  const Ground here = ground();
  return Judge(here, known).truth_of(code);
}

Truth Course::judged_over(const procedure::Code& code, Lens& lens) {
  const Flags written = written_, brought = scene_.brought, chosen = scene_.chosen, loose = scene_.loose;
  written_ |= lens.written;
  scene_.brought = lens.brought;
  scene_.chosen = lens.chosen;
  scene_.loose = lens.loose;
  const bool offering = std::exchange(offering_, true);
  const Truth truth = judged(code, lens.known);
  offering_ = offering;
  tell_beneath(lens.known, lens, scene_.known);
  lens.chosen = scene_.chosen;
  written_ = written;
  scene_.brought = brought;
  scene_.chosen = chosen;
  scene_.loose = loose;
  return truth;
}

void Course::read(std::size_t i) {
  if (!written_.holds(i)) reads_.set(i, true);
  if (written_.holds(i) && !scene_.brought.holds(i)) reread_.set(i, true);
}

void Course::wrote(const std::string& name) {
  if (const auto found = tracked_.find(name); found != tracked_.end()) written_.set(found->second, true);
}

Course::Outcome Course::advance() {
  if (scene_.configuration.empty()) {
    start();
    return refused_ ? Outcome::refused : Outcome::moved;
  }
  const TransitionList eventless =
      procedure::without_conflicts(definition_, scene_.configuration, scene_.history,
                                   enabled([&](StateIndex s) { return &model_.eventless[s]; },
                                           [&](TransitionIndex t) { return eventless_holds(t); }));
  if (!eventless.empty()) {
    microstep(eventless, false);
  } else if (!scene_.inner.empty() || !scene_.outer.empty()) {
    take_waiting();
  } else {
    settle();
  }
  return refused_ ? Outcome::refused : Outcome::moved;
}

/// The events that wait, up to the first that enables something or after which conditions may count anew.
void Course::take_waiting() {
  const auto waiting = [&] { return scene_.inner.size() + scene_.outer.size(); };
  while (waiting() > 0) {
    const std::size_t before = waiting();
    auto& queue = scene_.inner.empty() ? scene_.outer : scene_.inner;
    const std::uint32_t event = queue.front();
    queue.erase(queue.begin());
    const Outcome outcome = take_event(event, false, false);
    if (outcome == Outcome::refused) refused_ = true;
    if (outcome != Outcome::unheard || waits_for_condition() || waiting() >= before) return;
  }
  settle();
}

/// Whether a transition without event leads on from here.
bool Course::waits_for_condition() const {
  return std::any_of(scene_.configuration.begin(), scene_.configuration.end(),
                     [&](StateIndex s) { return model_.has_eventless[s]; });
}

bool Course::can_come(const Stimulus& stimulus) const {
  const bool of_paper =
      stimulus.source == Stimulus::Source::paper || stimulus.source == Stimulus::Source::voided;
  // Of a paper that is not followed only the events count that something listens to.
  if (of_paper && !slice_.slots.holds(stimulus.slot)) return stimulus.source == Stimulus::Source::paper;
  switch (stimulus.source) {
    case Stimulus::Source::limit:
      return scene_.running.may_hold(stimulus.limit) && !scene_.due.holds(stimulus.limit);
    case Stimulus::Source::voided:
      return scene_.made.may_hold(stimulus.slot);
    case Stimulus::Source::paper:
      return scene_.made.may_hold(stimulus.slot) &&
             !(stimulus.served ? scene_.served : scene_.signed_).holds(stimulus.slot);
    default:
      return true;
  }
}

Course::Outcome Course::react(const Stimulus& stimulus) {
  using Source = Stimulus::Source;
  scene_.resting = false;
  if (stimulus.source == Source::voided) {
    for (Flags* flags : {&scene_.made, &scene_.signed_, &scene_.served}) flags->set(stimulus.slot, false);
    scene_.resting = true;
    return Outcome::moved;
  }
  if (stimulus.source == Source::paper) {
    if (slice_.slots.holds(stimulus.slot))
      (stimulus.served ? scene_.served : scene_.signed_).set(stimulus.slot, true);
    note(stimulus.served ? Happening::Kind::served : Happening::Kind::signed_,
         model_.slots[stimulus.slot].name);
  }
  // It falls due once; the limit still runs until it is ended.
  if (stimulus.source == Source::limit) scene_.due.set(stimulus.limit, true);
  const Outcome outcome =
      take_event(static_cast<std::uint32_t>(stimulus.listening), stimulus.source == Source::person, true);
  const bool asked_about = !marks_.empty() || slice_.slots.holds(stimulus.slot);
  if (outcome == Outcome::unheard && stimulus.source == Source::paper && asked_about) {
    // That it is signed or served is recorded all the same.
    scene_.resting = true;
    return Outcome::moved;
  }
  return outcome;
}

/// Offers an event; the microstep is made where it enables something.
Course::Outcome Course::take_event(std::uint32_t listening, bool of_person, bool external) {
  forget(scene_.known, vocabulary_, "_event");
  offered_ = listening;
  const auto of_state = [&](StateIndex s) {
    const auto& hearing = model_.listeners[listening].of_state;
    const auto found = hearing.find(s);
    return found == hearing.end() ? nullptr : &found->second;
  };
  const auto holds = [&](TransitionIndex t) { return event_holds(t, of_person, external); };
  const TransitionList chosen = procedure::without_conflicts(definition_, scene_.configuration,
                                                             scene_.history, enabled(of_state, holds));
  if (chosen.empty()) return Outcome::unheard;
  if (of_person && brings_too_much(chosen)) return Outcome::refused;
  const bool with_lens = external && chosen.size() == 1 && !definition_.transitions[chosen[0]].inputs.empty();
  Knowledge before;
  if (with_lens) {
    before = scene_.known;
    Lens& lens = lens_of(definition_.transitions[chosen[0]]);
    if (!narrow_inputs(definition_.transitions[chosen[0]], lens)) return Outcome::refused;
    scene_.known = lens.known;
    written_ |= lens.written;
    scene_.brought = lens.brought;
    scene_.chosen = lens.chosen;
    scene_.loose = lens.loose;
  }
  offering_ = with_lens;
  for (TransitionIndex t : chosen) {
    reached(t, Fate::chosen);
    const Transition& transition = definition_.transitions[t];
    if (external && chosen.size() > 1 && !transition.inputs.empty()) {
      if (!requirements_met(transition, &lens_of(transition))) return Outcome::refused;
    } else if (!requirements_met(transition, nullptr)) {
      if (with_lens) scene_.known = without_inputs(transition, before);
      return Outcome::refused;
    }
  }
  offering_ = false;
  for (const Happening& happening : model_.happenings) {
    if (happening.kind == Happening::Kind::event &&
        procedure::matches({happening.id}, model_.listeners[listening].event))
      note(happening.kind, happening.id);
  }
  if (with_lens) {
    const std::vector<TransitionIndex> one{chosen[0]};
    exit_with_old_inputs(definition_.transitions[chosen[0]], before,
                         procedure::exit_set(definition_, scene_.configuration, scene_.history, one));
  }
  microstep(chosen, external && !with_lens);
  return refused_ ? Outcome::refused : Outcome::moved;
}

/// For each active atomic state, innermost out, the first transition that is enabled; each is asked once.
Course::TransitionList Course::enabled(const std::function<const TransitionList*(StateIndex)>& of_state,
                                       const std::function<bool(TransitionIndex)>& ask) const {
  TransitionList found;
  std::vector<std::pair<TransitionIndex, bool>> asked;
  const auto holds = [&](TransitionIndex t) {
    for (const auto& [other, answer] : asked) {
      if (other == t) return answer;
    }
    asked.emplace_back(t, ask(t));
    return asked.back().second;
  };
  for (StateIndex atomic : scene_.configuration) {
    if (!procedure::is_atomic(definition_, atomic)) continue;
    const auto first = [&]() -> TransitionIndex {
      for (StateIndex s = atomic; s != no_index; s = definition_.states[s].parent) {
        const TransitionList* candidates = of_state(s);
        if (candidates == nullptr) continue;
        for (TransitionIndex t : *candidates) {
          if (holds(t)) return t;
        }
      }
      return no_index;
    }();
    if (first != no_index && std::find(found.begin(), found.end(), first) == found.end())
      found.push_back(first);
  }
  return found;
}

bool Course::eventless_holds(TransitionIndex t) {
  reached(t, Fate::asked);
  const Truth truth = judged(definition_.transitions[t].condition, scene_.known);
  if (truth == Truth::yes) reached(t, Fate::held);
  if (truth != Truth::failed) return truth == Truth::yes;
  const auto index = static_cast<std::uint32_t>(t);
  if (!open_to_failure() ||
      std::find(scene_.failed.begin(), scene_.failed.end(), index) != scene_.failed.end())
    return false;
  scene_.failed.push_back(index);
  raise("error.execution", true);
  return false;
}

bool Course::event_holds(TransitionIndex t, bool of_person, bool external) {
  const Transition& transition = definition_.transitions[t];
  if (transition.by_system && of_person) return false;
  reached(t, transition.condition.given() ? Fate::asked : Fate::held);
  if (!transition.condition.given()) return true;
  const bool over = external && !transition.inputs.empty();
  const Truth truth = over ? judged_over(transition.condition, lens_of(transition))
                           : judged(transition.condition, scene_.known);
  if (truth == Truth::failed && open_to_failure()) raise("error.execution", true);
  if (truth == Truth::yes) reached(t, Fate::held);
  return truth == Truth::yes;
}

bool Course::requirements_met(const Transition& transition, Lens* lens) {
  return std::all_of(
      transition.requirements.begin(), transition.requirements.end(),
      [&](const procedure::Requirement& requirement) {
        if (requirement.test && (lens != nullptr ? judged_over(*requirement.test, *lens)
                                                 : judged(*requirement.test, scene_.known)) != Truth::yes)
          return false;
        return requirement.slot.empty() || paper_ready(requirement);
      });
}

bool Course::paper_ready(const procedure::Requirement& requirement) {
  using Paper = procedure::Requirement::Paper;
  const auto slot = model_.slot(requirement.slot);
  if (!slot || !slice_.slots.holds(*slot))
    return choices_.take(choice_yes | choice_no, !slot, slot ? vocabulary_.term_of_paper(*slot) : no_term) ==
           choice_yes;
  if (!scene_.made.holds(*slot)) return false;
  if (requirement.paper == Paper::signed_) return scene_.signed_.holds(*slot);
  return requirement.paper != Paper::served || scene_.served.holds(*slot);
}

void Course::microstep(const TransitionList& transitions, bool with_inputs) {
  scene_.failed.clear();
  const StateSet exits = procedure::exit_set(definition_, scene_.configuration, scene_.history, transitions);
  if (!exits.empty()) procedure::remember(definition_, scene_.configuration, exits, scene_.history);
  exit_states(exits);
  for (const auto& [term, value] : late_inputs_) {
    forget(scene_.known, vocabulary_, vocabulary_[term].text);
    scene_.known.set(term, value);
  }
  late_inputs_.clear();
  for (TransitionIndex t : transitions) {
    taken_.push_back(static_cast<std::uint32_t>(t));
    reached(t, Fate::taken);
    const Transition& transition = definition_.transitions[t];
    for (const procedure::Input& input : transition.inputs) {
      if (with_inputs && input.of_data) set_unknown(input.name);
    }
    execute_content(transition.content);
  }
  enter_states(procedure::entry_set(definition_, scene_.history, transitions));
  if (scene_.ended) end();
  std::erase_if(scene_.history, [&](const auto& entry) {
    const auto& lasting = model_.lasting_histories;
    return scene_.configuration.contains(definition_.states[entry.first].parent) &&
           std::find(lasting.begin(), lasting.end(), entry.first) == lasting.end();
  });
  // Nothing can follow at once: the act ends here, without a scene in between.
  const bool quiet = scene_.inner.empty() && scene_.outer.empty() && !waits_for_condition();
  if (quiet || scene_.ended) settle();
}

void Course::exit_states(const StateSet& exits) {
  for (auto s = exits.rbegin(); s != exits.rend(); ++s) {
    for (const Block& block : definition_.states[*s].on_exit) execute_content(block);
    scene_.configuration.erase(*s);
    for (std::uint32_t event : model_.ending_at_once[*s]) std::erase(scene_.outer, event);
  }
}

void Course::enter_states(const procedure::EntrySet& entry) {
  for (StateIndex s : entry.states) {
    const State& state = definition_.states[s];
    scene_.configuration.insert(s);
    mark(Happening::Kind::state, state.id);
    for (const Block& block : state.on_entry) execute_content(block);
    if (entry.for_default_entry.contains(s) && state.initial != no_index)
      execute_content(definition_.transitions[state.initial].content);
    for (const auto& [parent, content] : entry.default_history_content) {
      if (parent == s) execute_content(definition_.transitions[content].content);
    }
    judge_assertions(Happening::Kind::state, state.id);
    for (std::uint32_t event : model_.ending_at_once[s]) raise(model_.listeners[event].event, false);
    if (state.kind == State::Kind::final) enter_final(s);
  }
}

void Course::enter_final(StateIndex s) {
  const State& state = definition_.states[s];
  if (state.parent == 0) {
    scene_.ended = true;
    return;
  }
  if (state.done_data.given && open_to_failure() && !choices_.either(false)) raise("error.execution", true);
  raise("done.state." + definition_.states[state.parent].id, true);
  const StateIndex grandparent = definition_.states[state.parent].parent;
  if (grandparent == no_index || definition_.states[grandparent].kind != State::Kind::parallel) return;
  if (procedure::is_in_final_state(definition_, scene_.configuration, grandparent))
    raise("done.state." + definition_.states[grandparent].id, true);
}

void Course::end() {
  const StateSet all = scene_.configuration;
  StateSet ended;
  for (auto s = all.rbegin(); s != all.rend(); ++s) {
    const State& state = definition_.states[*s];
    for (const Block& block : state.on_exit) execute_content(block);
    scene_.configuration.erase(*s);
    if (state.kind == State::Kind::final && state.parent == 0) ended.insert(*s);
  }
  scene_.configuration = ended;
  scene_.inner.clear();
  scene_.outer.clear();
}

/// The act is over: papers made in it are facts from now on, and facts may be others at the next act.
void Course::settle() {
  scene_.resting = true;
  scene_.made |= scene_.fresh;
  scene_.signed_ -= scene_.fresh;
  scene_.served -= scene_.fresh;
  scene_.fresh = scene_.brought = scene_.chosen = Flags();
  scene_.stirred = false;
  scene_.asked.clear();
  scene_.loose &= slice_.names;
  scene_.failed.clear();
  scene_.known.erase_if([&](TermIndex term) {
    return !vocabulary_[term].lasting || !vocabulary_[term].tracked.within(slice_.names);
  });
}

void Course::start() {
  for (const auto& item : definition_.data) {
    if (model_.kind_of(item.id) != NameKind::tracked) continue;
    if (!item.initial.given() || definition_.late_binding) {
      set_data(item.id, of_value(Value()));
      continue;
    }
    const Ground here = ground();
    Judge judge(here, scene_.known);
    const AbstractValue value = judge.value_of(item.initial);
    if (judge.failed() && open_to_failure()) raise("error.execution", true);
    set_data(item.id, judge.failed() ? of_value(Value()) : value);
  }
  if (definition_.late_binding) {
    for (const std::string& name : model_.tracked) set_unknown(name);
  }
  execute_content(definition_.load_scripts);
  const std::vector<TransitionIndex> initial{definition_.states[0].initial};
  enter_states(procedure::entry_set(definition_, scene_.history, initial));
  if (scene_.ended) {
    end();
    settle();
  }
}

/// What no transition ever listens to changes nothing when its turn comes: it need not wait for it.
void Course::raise(const std::string& event, bool inner) {
  const std::size_t listening = model_.listening_to(event);
  if (model_.listeners[listening].of_state.empty() && !model_.looks_back) return;
  auto& queue = inner ? scene_.inner : scene_.outer;
  if (queue.size() >= most_waiting) {
    beyond_ = Bound::queue;
    return;
  }
  queue.push_back(static_cast<std::uint32_t>(listening));
}

}  // namespace anjuan::analysis
