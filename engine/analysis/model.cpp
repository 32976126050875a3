// What there is to explore.

#include "analysis/model.h"

#include <algorithm>
#include <functional>

#include "analysis/flows.h"
#include "procedure/tree.h"

namespace anjuan::analysis {

using expression::Node;
using procedure::Action;
using procedure::Block;
using procedure::Code;
using procedure::Happening;
using procedure::Transition;

namespace {

void collect_names(const Code& code, std::set<std::string>& names) {
  if (code.expression) analysis::collect_names(code.expression->root(), names);
}

/// Finds the data that decide something, directly or through what they are set to.
class Tracking {
 public:
  explicit Tracking(Model& model) : model_(model) {
    for_each_decision(model.definition, [&](const Code& code) { collect_names(code, wanted_); });
    // Where errors are listened to, whatever may fail decides what happens next.
    if (model.hears_errors) {
      procedure::for_every_action(model.definition,
                                  [&](const Action& action) { analysis::collect_names_of(action, wanted_); });
    }
    std::size_t before = 0;
    do {
      before = wanted_.size();
      settle();
      procedure::for_each_block(model.definition, [&](const Block& block) { visit(block); });
      for (const Transition& transition : model.definition.transitions) {
        for (const auto& input : transition.inputs) {
          if (input.when && wanted_.count(input.name) > 0) collect_names(*input.when, wanted_);
        }
      }
      for (const auto& item : model.definition.data) {
        if (wanted_.count(item.id) > 0) collect_names(item.initial, wanted_);
      }
    } while (wanted_.size() != before);
    settle();
  }

 private:
  Model& model_;
  std::set<std::string> wanted_;

  void settle() {
    model_.tracked.clear();
    for (const auto& item : model_.definition.data) {
      const bool tracked = wanted_.count(item.id) > 0 && model_.definition.typed();
      model_.names[item.id] = tracked ? NameKind::tracked : NameKind::aside;
      if (tracked) model_.tracked.push_back(item.id);
    }
  }

  bool block_matters(const Block& block) const {
    return std::any_of(block.begin(), block.end(),
                       [&](const Action& action) { return matters(model_, action); });
  }

  void visit(const Block& block) {
    for (const Action& action : block) {
      if (!matters(model_, action)) continue;
      if (const auto* assign = std::get_if<procedure::Assign>(&action.what))
        collect_names(assign->value, wanted_);
      if (const auto* script = std::get_if<procedure::Script>(&action.what)) {
        for (const auto& assignment : script->assignments)
          analysis::collect_names(assignment.value.root(), wanted_);
      }
      if (const auto* branching = std::get_if<procedure::If>(&action.what)) {
        for (const auto& branch : branching->branches) {
          if (branch.condition) collect_names(*branch.condition, wanted_);
          visit(branch.content);
        }
      }
      if (const auto* loop = std::get_if<procedure::ForEach>(&action.what)) {
        collect_names(loop->list, wanted_);
        visit(loop->content);
      }
    }
  }
};

void find_slots(Model& model) {
  std::map<std::string, Slot> slots;
  const auto slot = [&](const std::string& name) -> Slot& {
    return slots.emplace(name, Slot{name, false, false}).first->second;
  };
  for_each_decision(model.definition, [&](const Code& code) {
    std::set<std::string> named;
    if (code.expression) collect_slots(code.expression->root(), named);
    for (const std::string& name : named) slot(name);
  });
  for (const Transition& transition : model.definition.transitions) {
    for (const auto& requirement : transition.requirements) {
      if (requirement.slot.empty()) continue;
      Slot& asked = slot(requirement.slot);
      asked.signing_asked =
          asked.signing_asked || requirement.paper == procedure::Requirement::Paper::signed_;
      asked.service_asked = asked.service_asked || requirement.paper == procedure::Requirement::Paper::served;
    }
  }
  for (const Happening& happening : model.happenings) {
    if (happening.kind == Happening::Kind::signed_) slot(happening.id).signing_asked = true;
    if (happening.kind == Happening::Kind::served) slot(happening.id).service_asked = true;
  }
  procedure::for_every_action(model.definition, [&](const Action& action) {
    const auto* document = std::get_if<procedure::DocumentAction>(&action.what);
    if (document == nullptr || document->draft) return;
    for (const Transition& transition : model.definition.transitions) {
      if (document->sign &&
          procedure::matches(transition.events, procedure::event_of_paper(document->slot, false)))
        slot(document->slot).signing_asked = true;
      if (document->serve &&
          procedure::matches(transition.events, procedure::event_of_paper(document->slot, true)))
        slot(document->slot).service_asked = true;
    }
  });
  for (auto& [name, one] : slots) model.slots.push_back(std::move(one));
}

void find_limits(Model& model) {
  procedure::for_every_action(model.definition, [&](const Action& action) {
    const auto* limit = std::get_if<procedure::TimeLimitAction>(&action.what);
    if (limit == nullptr ||
        !model.limit_labels.emplace(limit->id, limit->label.empty() ? limit->id : limit->label).second)
      return;
    model.limits.push_back(limit->id);
  });
}

void find_happenings(Model& model) {
  const auto add = [&](const std::vector<Happening>& more) {
    for (const Happening& happening : more) {
      if (model.happening(happening.kind, happening.id)) continue;
      model.happenings_of[happening.id].push_back(model.happenings.size());
      model.happenings.push_back(happening);
    }
  };
  for (const auto& assertion : model.definition.assertions) {
    for (const auto* list :
         {&assertion.every_path_to, &assertion.passes, &assertion.since, &assertion.never, &assertion.from,
          &assertion.reaches, &assertion.at_most_once, &assertion.whenever}) {
      add(*list);
    }
  }
}

std::string without_wildcard(std::string_view descriptor) {
  if (descriptor.ends_with(".*")) descriptor.remove_suffix(2);
  if (descriptor.ends_with('.')) descriptor.remove_suffix(1);
  return std::string(descriptor);
}

/// The events that may come from outside. Events of the platform (done, error) come only from inside;
/// what a limit, a paper or the procedure itself raises comes only from there.
class Stimuli {
 public:
  explicit Stimuli(Model& model) : model_(model), definition_(model.definition) {
    raised_within();
    for (std::size_t i = 0; i < model.slots.size(); ++i) {
      const Slot& slot = model.slots[i];
      const auto add_paper = [&](bool served) {
        const std::string event = procedure::event_of_paper(slot.name, served);
        known_.insert(event);
        model_.stimuli_anywhere.push_back(add({Stimulus::Source::paper, event, 0, i, served, 0}));
      };
      if (slot.signing_asked) add_paper(false);
      if (slot.service_asked) add_paper(true);
      model_.stimuli_anywhere.push_back(add({Stimulus::Source::voided, "", 0, i, false, 0}));
    }
    add_limits();
    add_events();
  }

 private:
  Model& model_;
  const Definition& definition_;
  std::set<std::string> known_;   ///< events with a source of their own
  std::set<std::string> inside_;  ///< raised or sent to itself

  std::size_t add(Stimulus stimulus) {
    if (!stimulus.event.empty()) stimulus.listening = model_.listening_to(stimulus.event);
    model_.stimuli.push_back(stimulus);
    const std::size_t index = model_.stimuli.size() - 1;
    if (stimulus.event.empty()) return index;
    for (const auto& [state, transitions] : model_.listeners[stimulus.listening].of_state)
      model_.stimuli_of_state[state].push_back(index);
    return index;
  }

  void raised_within() {
    procedure::for_every_action(definition_, [&](const Action& action) {
      if (const auto* raise = std::get_if<procedure::Raise>(&action.what)) inside_.insert(raise->event);
      const auto* send = std::get_if<procedure::Send>(&action.what);
      if (send == nullptr) return;
      const auto event = literal_text(send->event);
      if (event && send->delay.given() && literal_text(send->delay) != "0s") {
        add({Stimulus::Source::message, *event, 0, 0, false, 0});
        known_.insert(*event);
      } else if (event) {
        inside_.insert(*event);
      }
    });
  }

  void add_limits() {
    procedure::for_every_action(definition_, [&](const Action& action) {
      const auto* limit = std::get_if<procedure::TimeLimitAction>(&action.what);
      if (limit == nullptr || limit->on_due.empty()) return;
      const std::size_t index = *model_.limit(limit->id);
      known_.insert(limit->on_due);
      const bool there =
          std::any_of(model_.stimuli.begin(), model_.stimuli.end(), [&](const Stimulus& other) {
            return other.source == Stimulus::Source::limit && other.limit == index &&
                   other.event == limit->on_due;
          });
      if (!there) add({Stimulus::Source::limit, limit->on_due, index, 0, false, 0});
    });
  }

  bool invokes() const {
    return std::any_of(definition_.states.begin(), definition_.states.end(),
                       [](const auto& state) { return !state.invokes.empty(); });
  }

  void add_events() {
    std::set<std::string> names;
    for (const Transition& transition : definition_.transitions) {
      for (const std::string& descriptor : transition.events) {
        // Anything else than what is named: an event that only * matches.
        names.insert(descriptor == "*" ? "其他" : without_wildcard(descriptor));
      }
    }
    for (const std::string& name : names) {
      if (procedure::is_of_interpreter(name)) {
        // Of a chart inside this one, too, it may be told at any time that it ended or failed.
        if (invokes()) add({Stimulus::Source::message, name, 0, 0, false, 0});
        continue;
      }
      bool of_person = false, of_system = false;
      for (const Transition& transition : definition_.transitions) {
        if (!procedure::matches(transition.events, name)) continue;
        (transition.by_system ? of_system : of_person) = true;
      }
      if (of_person) add({Stimulus::Source::person, name, 0, 0, false, 0});
      const bool elsewhere = known_.count(name) > 0 || inside_.count(name) > 0;
      if (of_system && (!elsewhere || invokes())) add({Stimulus::Source::message, name, 0, 0, false, 0});
    }
  }
};

void find_eventless(Model& model) {
  const Definition& definition = model.definition;
  model.has_eventless.assign(definition.states.size(), false);
  for (StateIndex s = 0; s < definition.states.size(); ++s) {
    const auto& state = definition.states[s];
    const bool around = state.parent != procedure::no_index && model.has_eventless[state.parent];
    model.has_eventless[s] =
        around || std::any_of(state.transitions.begin(), state.transitions.end(),
                              [&](TransitionIndex t) { return definition.transitions[t].events.empty(); });
  }
}

/// A history is recorded when its parent is left. While the parent is active it counts for nothing,
/// unless a transition inside leads to it.
void find_histories(Model& model) {
  const Definition& definition = model.definition;
  for (const Transition& transition : definition.transitions) {
    for (StateIndex target : transition.targets) {
      const auto& state = definition.states[target];
      if (state.kind != procedure::State::Kind::history) continue;
      const bool inside = procedure::is_descendant(definition, transition.source, state.parent) ||
                          (transition.source == state.parent && transition.internal);
      if (inside) model.lasting_histories.push_back(target);
    }
  }
}

/// Who writes which descriptor, without its ".*"; and the transitions without event.
void index_descriptors(Model& model) {
  model.eventless.resize(model.definition.states.size());
  for (StateIndex s = 0; s < model.definition.states.size(); ++s) {
    for (TransitionIndex t : model.definition.states[s].transitions) {
      const auto& events = model.definition.transitions[t].events;
      if (events.empty()) model.eventless[s].push_back(t);
      for (std::string descriptor : events) {
        if (descriptor.ends_with(".*"))
          descriptor.resize(descriptor.size() - 2);
        else if (descriptor.ends_with('.'))
          descriptor.pop_back();
        model.by_descriptor[descriptor].push_back(t);
      }
    }
  }
}

}  // namespace

Model::Model(const Definition& procedure, const expression::Names& facts)
    : definition(procedure), types(procedure::names_declared(procedure)) {
  for (const auto& [name, type] : facts) types.emplace(name, type);
  stimuli_of_state.resize(definition.states.size());
  ending_at_once.resize(definition.states.size());
  index_descriptors(*this);
  for (const std::string& name : definition.loop_names) names[name] = NameKind::loop;
  names["_event"] = NameKind::event;
  for (const auto& parameter : definition.parameters) {
    names[parameter.id] = NameKind::fixed;
    parameters[parameter.id] = parameter.value;
  }
  find_limits(*this);
  find_happenings(*this);
  find_slots(*this);
  for (const Transition& transition : definition.transitions) {
    for (const char* error : {"error.execution", "error.communication"})
      hears_errors = hears_errors || procedure::matches(transition.events, error);
  }
  looks_back = std::any_of(definition.transitions.begin(), definition.transitions.end(),
                           [](const Transition& transition) {
                             std::set<std::string> names;
                             if (transition.events.empty()) collect_names(transition.condition, names);
                             return names.count("_event") > 0;
                           });
  const Tracking tracking(*this);
  find_eventless(*this);
  find_histories(*this);
  const Stimuli all(*this);
  find_thresholds(*this);
  find_constants(*this);
  find_sources(*this);
  find_filled(*this);
  for_each_decision(definition, [&](const Code& code) {
    if (code.expression) collect_event_values(code.expression->root(), asked_of_event);
  });
}

NameKind Model::kind_of(std::string_view name) const {
  const auto found = names.find(std::string(name));
  if (found != names.end()) return found->second;
  return types.count(name) > 0 || definition.typed() ? NameKind::outside : NameKind::loop;
}

std::size_t Model::listening_to(const std::string& event) {
  const auto [known, fresh] = listeners_of.emplace(event, listeners.size());
  if (!fresh) return known->second;
  std::vector<TransitionIndex> hearing;
  const auto add = [&](std::string_view descriptor) {
    const auto found = by_descriptor.find(descriptor);
    if (found != by_descriptor.end())
      hearing.insert(hearing.end(), found->second.begin(), found->second.end());
  };
  add("*");
  for (std::size_t dot = event.find('.'); dot != std::string::npos; dot = event.find('.', dot + 1))
    add(std::string_view(event).substr(0, dot));
  add(event);
  std::sort(hearing.begin(), hearing.end());
  hearing.erase(std::unique(hearing.begin(), hearing.end()), hearing.end());
  Listeners made{event, {}};
  for (TransitionIndex t : hearing) made.of_state[definition.transitions[t].source].push_back(t);
  listeners.push_back(std::move(made));
  return listeners.size() - 1;
}

std::optional<std::size_t> Model::slot(std::string_view name) const {
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots[i].name == name) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Model::limit(std::string_view id) const {
  for (std::size_t i = 0; i < limits.size(); ++i) {
    if (limits[i] == id) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Model::happening(Happening::Kind kind, std::string_view id) const {
  const auto same = happenings_of.find(std::string(id));
  if (same == happenings_of.end()) return std::nullopt;
  for (std::size_t i : same->second) {
    if (happenings[i].kind == kind) return i;
  }
  return std::nullopt;
}

namespace {

class Matter {
 public:
  explicit Matter(const Model& model) : model_(model) {}

  bool operator()(const procedure::Raise&) const { return true; }
  bool operator()(const procedure::Send&) const { return true; }
  bool operator()(const procedure::Cancel&) const { return false; }
  bool operator()(const procedure::Log&) const { return false; }
  bool operator()(const procedure::Assign& assign) const {
    return assign.location.location && kept(assign.location.location->name);
  }
  bool operator()(const procedure::Script& script) const {
    return std::any_of(script.assignments.begin(), script.assignments.end(),
                       [&](const auto& one) { return kept(one.location.name); });
  }
  bool operator()(const procedure::If& branching) const {
    return std::any_of(branching.branches.begin(), branching.branches.end(),
                       [&](const auto& branch) { return any(branch.content); });
  }
  bool operator()(const procedure::ForEach& loop) const {
    return kept(loop.item) || kept(loop.index) || any(loop.content);
  }
  bool operator()(const procedure::TimeLimitAction&) const { return true; }
  bool operator()(const procedure::EndTimeLimitAction&) const { return true; }
  bool operator()(const procedure::DocumentAction& document) const {
    using Kind = Happening::Kind;
    return model_.slot(document.slot) || model_.happening(Kind::paper, document.slot) ||
           model_.happening(Kind::paper, document.template_id);
  }
  template <class Effect>
  bool operator()(const Effect&) const {
    return std::any_of(model_.happenings.begin(), model_.happenings.end(),
                       [](const Happening& h) { return h.kind == Happening::Kind::effect; });
  }

 private:
  const Model& model_;

  bool kept(const std::string& name) const { return model_.kind_of(name) == NameKind::tracked; }
  bool any(const Block& block) const {
    return std::any_of(block.begin(), block.end(),
                       [&](const Action& action) { return matters(model_, action); });
  }
};

}  // namespace

bool matters(const Model& model, const Action& action) { return std::visit(Matter(model), action.what); }

std::optional<std::string> literal_text(const Code& code) {
  if (!code.expression) return std::nullopt;
  const Node& root = code.expression->root();
  if (root.kind != Node::Kind::literal || !root.literal.is(Value::Kind::text)) return std::nullopt;
  return root.literal.text();
}

void collect_slots(const Node& node, std::set<std::string>& slots) {
  const auto* owner = node.children.empty() ? nullptr : node.children[0].get();
  const bool of_papers = owner != nullptr && owner->kind == Node::Kind::name && owner->name == "文书";
  if (of_papers && node.kind == Node::Kind::member) slots.insert(node.name);
  if (of_papers && node.kind == Node::Kind::index && node.children[1]->kind == Node::Kind::literal)
    slots.insert(node.children[1]->literal.text_or_empty());
  for (const auto& child : node.children) collect_slots(*child, slots);
}

void collect_event_values(const Node& node, std::set<std::string>& values) {
  const auto is_data = [](const Node& owner) {
    const auto& inner = owner.children;
    return owner.kind == Node::Kind::member && owner.name == "data" && inner[0]->kind == Node::Kind::name &&
           inner[0]->name == "_event";
  };
  if (node.kind == Node::Kind::member && is_data(*node.children[0])) values.insert(node.name);
  if (node.kind == Node::Kind::index && is_data(*node.children[0]) &&
      node.children[1]->kind == Node::Kind::literal)
    values.insert(node.children[1]->literal.text_or_empty());
  for (const auto& child : node.children) collect_event_values(*child, values);
}

void collect_names(const Node& node, std::set<std::string>& names) {
  if (node.kind == Node::Kind::name) names.insert(node.name);
  for (const auto& child : node.children) collect_names(*child, names);
}

}  // namespace anjuan::analysis
