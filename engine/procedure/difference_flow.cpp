// States and transitions: added, gone, renamed, and what is other in those that stay.

#include <algorithm>

#include "base/text.h"
#include "procedure/comparing.h"
#include "procedure/words.h"

namespace anjuan::procedure {

namespace {

const Wording state_word{"环节", "state"};

std::string role_name(const Definition& definition, const std::string& id) {
  const Role* role = definition.role(id);
  return role == nullptr || role->label.empty() ? id : role->label;
}

std::string labels(const Definition& definition, const std::vector<StateIndex>& states) {
  std::vector<std::string> names;
  for (StateIndex s : states) names.push_back(label_of(definition.states[s]));
  return join(names, "、");
}

std::string way_name(const Definition& definition, const Transition& t) {
  if (!t.label.empty()) return t.label;
  if (!t.events.empty()) return t.events.front();
  return "→ " + labels(definition, t.targets);
}

Wording place_words(const Definition& definition, const Transition& t) {
  const std::string state = label_of(definition.states[t.source]), name = way_name(definition, t);
  if (t.source == 0) return {"“" + name + "”", "“" + name + "”"};
  return {"环节“" + state + "”里的“" + name + "”", "“" + name + "” in the state “" + state + "”"};
}

std::vector<std::string> events_of(const Definition& definition, const State& state) {
  std::vector<std::string> found;
  for (TransitionIndex t : state.transitions) found.push_back(join(definition.transitions[t].events, " "));
  return found;
}

/// A new state of the same label as one that is gone, or without labels of the same events.
const State* renamed_state(const Comparing& comparing, const State& old) {
  for (const State& fresh : comparing.fresh.states) {
    if (fresh.kind != old.kind || comparing.old.find(fresh.id)) continue;
    const bool same_label = !old.label.empty() && fresh.label == old.label;
    const auto ways = events_of(comparing.old, old);
    const bool same_ways = old.label.empty() && fresh.label.empty() && !ways.empty() && ways == events_of(comparing.fresh, fresh);
    if (same_label || same_ways) return &fresh;
  }
  return nullptr;
}

/// Old states beside new ones, the roots beside each other.
void pair_states(Comparing& comparing) {
  for (const State& state : comparing.old.states) {
    if (comparing.fresh.find(state.id)) comparing.new_names[state.id] = state.id;
    else if (const State* renamed = renamed_state(comparing, state)) comparing.new_names[state.id] = renamed->id;
  }
  comparing.new_names[comparing.old.states[0].id] = comparing.fresh.states[0].id;
}

class FlowComparison {
 public:
  explicit FlowComparison(Comparing& comparing) : comparing_(comparing), old_(comparing.old), fresh_(comparing.fresh) {}

  void run() {
    std::vector<std::string> taken;
    for (const State& state : old_.states) {
      const auto name = comparing_.new_names.find(state.id);
      if (name == comparing_.new_names.end()) {
        if (state.kind == State::Kind::history && !state.named) continue;
        comparing_.add(Subject::state, Change::removed, quoted(state_word, label_of(state)), ways_lost(state), state.place);
        continue;
      }
      taken.push_back(name->second);
      const State& same = state.kind == State::Kind::root ? fresh_.states[0] : fresh_.states[*fresh_.find(name->second)];
      compare(state, same);
    }
    for (const State& state : fresh_.states) {
      if (std::find(taken.begin(), taken.end(), state.id) != taken.end()) continue;
      comparing_.add(Subject::state, Change::added, quoted(state_word, label_of(state)), ways_of(state), state.place);
    }
  }

 private:
  Comparing& comparing_;
  const Definition& old_;
  const Definition& fresh_;

  std::string new_name(const std::string& id) const {
    const auto found = comparing_.new_names.find(id);
    return found == comparing_.new_names.end() ? id : found->second;
  }

  std::string parent_name(const Definition& definition, const State& state) const {
    return state.parent == no_index ? "" : definition.states[state.parent].id;
  }

  /// A new state in words: who acts in it, on which basis, what may be done, what it brings about.
  std::vector<Wording> ways_of(const State& state) const {
    std::vector<Wording> how;
    if (!state.role.empty()) how.push_back(turned({"承办", "acting role"}, "", role_name(fresh_, state.role)));
    if (!state.basis.empty()) how.push_back(turned({"依据", "basis"}, "", provisions_of(fresh_, state.basis)));
    compare_things({}, things_done(fresh_, state.on_entry), {"进入时", "on entry: "}, how);
    compare_things({}, things_done(fresh_, state.on_exit), {"离开时", "on leaving: "}, how);
    for (TransitionIndex t : state.transitions) {
      const Transition& transition = fresh_.transitions[t];
      const std::string to = transition.targets.empty() ? "" : " → " + labels(fresh_, transition.targets);
      how.emplace_back("可以办“" + way_name(fresh_, transition) + "”" + to, "may be done: “" + way_name(fresh_, transition) + "”" + to);
    }
    return how;
  }
  std::vector<Wording> ways_lost(const State& state) const {
    std::vector<Wording> how;
    for (TransitionIndex t : state.transitions) {
      const std::string name = way_name(old_, old_.transitions[t]);
      how.emplace_back("不再办“" + name + "”", "no longer done: “" + name + "”");
    }
    return how;
  }

  void compare(const State& was, const State& is) {
    std::vector<Wording> how;
    const bool renamed = was.id != is.id && was.named;
    if (renamed && was.kind != State::Kind::root) how.push_back(turned({"编号", "id"}, was.id, is.id));
    if (was.label != is.label && was.kind != State::Kind::root) how.push_back(turned({"名称", "label"}, label_of(was), label_of(is)));
    if (was.kind != is.kind) how.emplace_back("种类有变化（普通、并行、终点）", "it is of another kind (state, parallel, final)");
    if (new_name(parent_name(old_, was)) != parent_name(fresh_, is)) {
      how.push_back(turned({"所在的大环节", "state around it"}, was.parent == 0 ? "" : label_of(old_.states[was.parent]), is.parent == 0 ? "" : label_of(fresh_.states[is.parent])));
    }
    if (was.role != is.role) how.push_back(turned({"承办", "acting role"}, role_name(old_, was.role), role_name(fresh_, is.role)));
    const std::string before = provisions_of(old_, was.basis), after = provisions_of(fresh_, is.basis);
    if (before != after) how.push_back(turned({"依据", "basis"}, before, after));
    if (was.deep != is.deep) how.emplace_back("中断后恢复到的层次有变化", "it remembers at another depth");
    compare_beginning(was, is, how);
    compare_things(things_done(old_, was.on_entry), things_done(fresh_, is.on_entry), {"进入时", "on entry: "}, how);
    compare_things(things_done(old_, was.on_exit), things_done(fresh_, is.on_exit), {"离开时", "on leaving: "}, how);
    const std::string label = was.kind == State::Kind::root ? (fresh_.label.empty() ? fresh_.name : fresh_.label) : label_of(was);
    if (!how.empty()) comparing_.add(Subject::state, renamed ? Change::renamed : Change::changed, quoted(state_word, label), how, is.place);
    compare_transitions(was, is);
  }

  /// Where a compound state or a history begins.
  void compare_beginning(const State& was, const State& is, std::vector<Wording>& how) const {
    const auto begins = [](const Definition& definition, const State& state) {
      return state.initial == no_index ? std::vector<StateIndex>() : definition.transitions[state.initial].targets;
    };
    std::vector<std::string> before, after;
    for (StateIndex s : begins(old_, was)) before.push_back(new_name(old_.states[s].id));
    for (StateIndex s : begins(fresh_, is)) after.push_back(fresh_.states[s].id);
    if (before != after) how.push_back(turned({"开始的环节", "first state"}, labels(old_, begins(old_, was)), labels(fresh_, begins(fresh_, is))));
    const auto content = [](const Definition& definition, const State& state) {
      return state.initial == no_index ? std::vector<DoneThing>() : things_done(definition, definition.transitions[state.initial].content);
    };
    compare_things(content(old_, was), content(fresh_, is), {"开始时", "at its beginning: "}, how);
  }

  std::vector<std::string> targets_renamed(const Transition& t) const {
    std::vector<std::string> ids;
    for (StateIndex s : t.targets) ids.push_back(new_name(old_.states[s].id));
    return ids;
  }
  std::vector<std::string> targets_of(const Transition& t) const {
    std::vector<std::string> ids;
    for (StateIndex s : t.targets) ids.push_back(fresh_.states[s].id);
    return ids;
  }

  /// The likeliest new transition for each old one; no_index where there is none.
  std::vector<TransitionIndex> matched(const State& was, const State& is) const {
    std::vector<TransitionIndex> found(was.transitions.size(), no_index);
    std::vector<TransitionIndex> free = is.transitions;
    const auto pass = [&](const auto& fits) {
      for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i] != no_index) continue;
        const Transition& old = old_.transitions[was.transitions[i]];
        const auto same = std::find_if(free.begin(), free.end(), [&](TransitionIndex t) { return fits(old, fresh_.transitions[t]); });
        if (same == free.end()) continue;
        found[i] = *same;
        free.erase(same);
      }
    };
    const auto same_condition = [](const Transition& a, const Transition& b) { return canonical(a.condition.source) == canonical(b.condition.source); };
    const auto same_target = [this](const Transition& a, const Transition& b) { return targets_renamed(a) == targets_of(b); };
    pass([&](const Transition& a, const Transition& b) { return a.events == b.events && same_condition(a, b) && same_target(a, b); });
    pass([&](const Transition& a, const Transition& b) { return a.events == b.events && (same_condition(a, b) || same_target(a, b)); });
    pass([&](const Transition& a, const Transition& b) { return a.events == b.events && a.label == b.label; });
    pass([&](const Transition& a, const Transition& b) { return a.events == b.events && !a.events.empty(); });
    pass([&](const Transition& a, const Transition& b) { return !a.label.empty() && a.label == b.label; });
    return found;
  }

  void compare_transitions(const State& was, const State& is) {
    const std::vector<TransitionIndex> partner = matched(was, is);
    std::vector<TransitionIndex> in_order;
    for (std::size_t i = 0; i < partner.size(); ++i) {
      const Transition& old = old_.transitions[was.transitions[i]];
      if (partner[i] == no_index) {
        comparing_.add(Subject::transition, Change::removed, place_words(old_, old), {}, old.place);
        continue;
      }
      in_order.push_back(partner[i]);
      compare(old, fresh_.transitions[partner[i]]);
    }
    for (TransitionIndex t : is.transitions) {
      if (std::find(partner.begin(), partner.end(), t) != partner.end()) continue;
      std::vector<Wording> how;
      compare_parts({}, fresh_.transitions[t], how);
      comparing_.add(Subject::transition, Change::added, place_words(fresh_, fresh_.transitions[t]), how, fresh_.transitions[t].place);
    }
    if (std::is_sorted(in_order.begin(), in_order.end())) return;
    comparing_.add(Subject::transition, Change::changed, quoted(state_word, label_of(was)),
                   {{"各条走法的先后次序有变化（同一件事取最先成立的）", "the order of its transitions is another (the first that holds is taken)"}}, is.place);
  }

  void compare(const Transition& was, const Transition& is) {
    std::vector<Wording> how;
    if (was.events != is.events) how.push_back(turned({"事件", "event"}, join(was.events, " "), join(is.events, " ")));
    if (was.label != is.label) how.push_back(turned({"名称", "label"}, was.label, is.label));
    if (targets_renamed(was) != targets_of(is)) how.push_back(turned({"去向", "destination"}, labels(old_, was.targets), labels(fresh_, is.targets)));
    if (was.internal != is.internal) how.emplace_back("是否重新进入本环节有变化", "whether the state is entered anew has changed");
    if (was.by_system != is.by_system) {
      how.push_back(is.by_system ? Wording("改为由系统引起", "now raised by the system") : Wording("改为由人办", "now done by people"));
    }
    compare_parts(was, is, how);
    if (!how.empty()) comparing_.add(Subject::transition, Change::changed, place_words(old_, was), how, is.place);
  }

  /// What both a changed and a new transition may tell.
  void compare_parts(const Transition& was, const Transition& is, std::vector<Wording>& how) const {
    const std::string role_was = role_name(old_, was.role), role_is = role_name(fresh_, is.role);
    if (role_was != role_is) how.push_back(turned({"由谁办", "who acts"}, role_was, role_is));
    if (canonical(was.condition.source) != canonical(is.condition.source)) how.push_back(turned({"条件", "condition"}, condition_in_words(old_, was.condition), condition_in_words(fresh_, is.condition)));
    const std::string before = provisions_of(old_, was.basis), after = provisions_of(fresh_, is.basis);
    if (before != after) how.push_back(turned({"依据", "basis"}, before, after));
    compare_inputs(was, is, how);
    compare_requirements(was, is, how);
    compare_things(things_done(old_, was.content), things_done(fresh_, is.content), "", how);
  }

  std::string input_name(const Definition& definition, const Input& input) const {
    const DataItem* item = definition.data_item(input.name);
    if (!input.label.empty()) return input.label;
    return item != nullptr && !item->label.empty() ? item->label : input.name;
  }

  void compare_inputs(const Transition& was, const Transition& is, std::vector<Wording>& how) const {
    const auto find = [](const Transition& t, const std::string& name) {
      const auto found = std::find_if(t.inputs.begin(), t.inputs.end(), [&](const Input& i) { return i.name == name; });
      return found == t.inputs.end() ? nullptr : &*found;
    };
    const auto when = [](const Input& i) { return i.when ? canonical(i.when->source) : std::string(); };
    for (const Input& old : was.inputs) {
      const Input* now = find(is, old.name);
      const std::string name = input_name(old_, old);
      if (now == nullptr) {
        how.emplace_back("不再填“" + name + "”", "“" + name + "” is no longer filled in");
      } else if (old.required != now->required || when(old) != when(*now)) {
        const bool must = now->required && !now->when;
        const Wording when_words = now->when ? condition_in_words(fresh_, *now->when) : Wording("");
        how.emplace_back("“" + name + "”改为" + (must ? "必填" : now->required ? "在“" + when_words.zh + "”时必填" : "可填"),
                         "“" + name + "” is now " + (must ? "required" : now->required ? "required if " + when_words.en : "optional"));
      } else if (old.type_text != now->type_text) {
        how.push_back(turned({"“" + name + "”的类型", "type of “" + name + "”"}, old.type_text, now->type_text));
      }
    }
    for (const Input& now : is.inputs) {
      if (find(was, now.name) != nullptr) continue;
      const std::string name = input_name(fresh_, now);
      how.emplace_back("要填“" + name + "”" + (now.required ? "" : "（可不填）"), "“" + name + "” is filled in" + (now.required ? "" : " (optional)"));
    }
  }

  static std::string key_of(const Requirement& r) {
    return (r.test ? canonical(r.test->source) : "") + "|" + canonical(r.lacking.source) + "|" + r.slot + "|" + std::to_string(static_cast<int>(r.paper));
  }
  static std::string label_of_requirement(const Requirement& r) { return !r.label.empty() ? r.label : !r.slot.empty() ? r.slot : r.test ? r.test->source : ""; }

  void compare_requirements(const Transition& was, const Transition& is, std::vector<Wording>& how) const {
    const auto find = [](const Transition& t, const auto& fits) { return std::any_of(t.requirements.begin(), t.requirements.end(), fits); };
    for (const Requirement& old : was.requirements) {
      if (find(is, [&](const Requirement& r) { return key_of(r) == key_of(old); })) continue;
      const bool same_label = find(is, [&](const Requirement& r) { return label_of_requirement(r) == label_of_requirement(old); });
      if (same_label) how.emplace_back("办理前要求“" + label_of_requirement(old) + "”的内容有变化", "the requirement “" + label_of_requirement(old) + "” asks for something else");
      else how.emplace_back("不再要求“" + label_of_requirement(old) + "”", "“" + label_of_requirement(old) + "” is no longer required");
    }
    for (const Requirement& now : is.requirements) {
      const bool known = find(was, [&](const Requirement& r) { return key_of(r) == key_of(now) || label_of_requirement(r) == label_of_requirement(now); });
      if (!known) how.emplace_back("办理前要求“" + label_of_requirement(now) + "”", "first required: “" + label_of_requirement(now) + "”");
    }
  }
};

}  // namespace

void compare_flow(Comparing& comparing) {
  pair_states(comparing);
  FlowComparison(comparing).run();
}

}  // namespace anjuan::procedure
