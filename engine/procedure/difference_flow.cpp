// States and transitions: added, gone, renamed, and what is other in those that stay.

#include <algorithm>

#include "base/text.h"
#include "expression/phrases.h"
#include "procedure/comparing.h"
#include "procedure/words.h"

namespace anjuan::procedure {

namespace {

const Wording state_word{"环节", "state"};

Wording role_words(const Definition& definition, const std::string& id) {
  return id.empty() ? Wording("") : Wording(role_in_words(definition, id));
}

Wording labels(const Definition& definition, const std::vector<StateIndex>& states) {
  std::vector<Wording> names;
  for (StateIndex s : states) names.push_back(state_in_words(definition, s));
  return expression::joined(names, {"、", ", "});
}

Wording state_name(const Definition& definition, const State& state) {
  if (state.kind == State::Kind::root) return definition.label.empty() ? definition.name : definition.label;
  return state_in_words(definition, *definition.find(state.id));
}

Wording quoted_state(const Definition& definition, const State& state) {
  const Wording name = state_name(definition, state);
  return {state_word.zh + "“" + name.zh + "”", "the " + state_word.en + " “" + name.en + "”"};
}

/// A transition as it is spoken of: by its label, by what it waits for, or by where it leads by itself.
Wording way_name(const Definition& definition, const Transition& t) {
  if (!t.label.empty() || !t.events.empty()) return transition_in_words(definition, t);
  const Wording to = labels(definition, t.targets);
  return {"自动转到" + to.zh, "by itself to " + to.en};
}

Wording place_words(const Definition& definition, const Transition& t) {
  const Wording name = way_name(definition, t);
  if (t.source == 0) return {"“" + name.zh + "”", "“" + name.en + "”"};
  const Wording state = state_in_words(definition, t.source);
  return {"环节“" + state.zh + "”里的“" + name.zh + "”", "“" + name.en + "” in the state “" + state.en + "”"};
}

Wording kind_words(const State& state) {
  switch (state.kind) {
    case State::Kind::parallel:
      return {"几条线同时进行", "lines at the same time"};
    case State::Kind::final:
      return {"终点", "an end"};
    case State::Kind::history:
      return {"回到原来的环节", "a return to where it was"};
    case State::Kind::root:
    case State::Kind::state:
      break;
  }
  return state.children.empty() ? Wording("单独一个环节", "one state")
                                : Wording("几个环节先后进行", "states one after another");
}

std::vector<std::string> events_of(const Definition& definition, const State& state) {
  std::vector<std::string> found;
  for (TransitionIndex t : state.transitions) found.push_back(join(definition.transitions[t].events, " "));
  return found;
}

/// States of one definition of which the other has no id, of a kind and label; those that have no label are none.
std::vector<const State*> labelled_alike(const Definition& definition, const Definition& other, const State& as) {
  std::vector<const State*> found;
  for (const State& state : definition.states) {
    if (!state.label.empty() && state.kind == as.kind && state.label == as.label && !other.find(state.id)) found.push_back(&state);
  }
  return found;
}

/// A new state without a label beside one that is gone: of the same events.
const State* of_same_events(const Comparing& comparing, const State& old) {
  const auto ways = events_of(comparing.old, old);
  if (!old.label.empty() || ways.empty()) return nullptr;
  for (const State& fresh : comparing.fresh.states) {
    const bool is_new = fresh.kind == old.kind && fresh.label.empty() && !comparing.old.find(fresh.id);
    if (is_new && events_of(comparing.fresh, fresh) == ways) return &fresh;
  }
  return nullptr;
}

class FlowComparison {
 public:
  explicit FlowComparison(Comparing& comparing)
      : comparing_(comparing), old_(comparing.old), fresh_(comparing.fresh) {}

  void run() {
    std::vector<std::string> taken;
    for (const State& state : old_.states) {
      const auto name = comparing_.states.find(state.id);
      if (name == comparing_.states.end()) {
        if (state.kind == State::Kind::history && !state.named) continue;
        comparing_.add(Subject::state, Change::removed, quoted_state(old_, state), ways_lost(state),
                       state.place);
        continue;
      }
      taken.push_back(name->second);
      const State& same =
          state.kind == State::Kind::root ? fresh_.states[0] : fresh_.states[*fresh_.find(name->second)];
      compare(state, same);
    }
    for (const State& state : fresh_.states) {
      if (std::find(taken.begin(), taken.end(), state.id) != taken.end()) continue;
      comparing_.add(Subject::state, Change::added, quoted_state(fresh_, state), ways_of(state), state.place);
    }
  }

 private:
  Comparing& comparing_;
  const Definition& old_;
  const Definition& fresh_;

  std::string new_name(const std::string& id) const { return name_in(comparing_.states, id); }

  const State* parent(const Definition& definition, const State& state) const {
    return state.parent == no_index || state.parent == 0 ? nullptr : &definition.states[state.parent];
  }

  void compare_roles(const std::string& was, const std::string& is, const Wording& thing,
                     Telling& telling) const {
    if (name_in(comparing_.roles, was) != is)
      telling.row(thing, role_words(old_, was), role_words(fresh_, is));
  }

  /// A new state in words: who acts in it, on which basis, what may be done, what it brings about.
  std::vector<Wording> ways_of(const State& state) const {
    Telling telling(true);
    if (const State* around = parent(fresh_, state))
      telling.row({"在大环节", "within"}, "", state_name(fresh_, *around));
    telling.row({"承办", "acting role"}, "", role_words(fresh_, state.role));
    comparing_.compare_basis({}, state.basis, telling);
    compare_things({}, things_done(fresh_, state.on_entry), {"进入时", "on entry: "}, telling);
    compare_things({}, things_done(fresh_, state.on_exit), {"离开时", "on leaving: "}, telling);
    for (TransitionIndex t : state.transitions) {
      const Transition& transition = fresh_.transitions[t];
      const Wording name = way_name(fresh_, transition), destination = labels(fresh_, transition.targets);
      const bool to =
          !transition.targets.empty() && (!transition.label.empty() || !transition.events.empty());
      const Wording role = transition.by_system || transition.events.empty()
                               ? Wording("系统", "the system")
                               : role_words(fresh_, role_of(fresh_, transition));
      telling.say({"可以办“" + name.zh + "”" + (role.zh.empty() ? "" : "（" + role.zh + "）") +
                       (to ? " → " + destination.zh : ""),
                   "may be done: “" + name.en + "”" + (role.en.empty() ? "" : " (" + role.en + ")") +
                       (to ? " → " + destination.en : "")});
    }
    return telling.how;
  }
  std::vector<Wording> ways_lost(const State& state) const {
    std::vector<Wording> how;
    for (TransitionIndex t : state.transitions) {
      const Wording name = way_name(old_, old_.transitions[t]);
      how.emplace_back("不再办“" + name.zh + "”", "no longer done: “" + name.en + "”");
    }
    return how;
  }

  void compare(const State& was, const State& is) {
    Telling telling;
    const bool renamed = was.id != is.id && was.named, root = was.kind == State::Kind::root;
    if (renamed && !root) telling.row({"编号", "id"}, was.id, is.id);
    if (was.label != is.label && !root) telling.row({"名称", "label"}, was.label, is.label);
    if (was.kind != is.kind) telling.row({"进行的方式", "how it runs"}, kind_words(was), kind_words(is));
    const State *around = parent(old_, was), *around_now = parent(fresh_, is);
    if ((around == nullptr ? "" : new_name(around->id)) != (around_now == nullptr ? "" : around_now->id)) {
      const auto words = [](const Definition& d, const State* s) {
        return s == nullptr ? Wording("整个流程", "the whole procedure") : state_name(d, *s);
      };
      telling.row({"所在的大环节", "state around it"}, words(old_, around), words(fresh_, around_now));
    }
    compare_roles(was.role, is.role, {"承办", "acting role"}, telling);
    comparing_.compare_basis(was.basis, is.basis, telling);
    if (was.deep != is.deep) telling.say({"中断后恢复到的层次有变化", "how deep it remembers has changed"});
    compare_beginning(was, is, telling);
    compare_things(things_done(old_, was.on_entry, &comparing_), things_done(fresh_, is.on_entry),
                   {"进入时", "on entry: "}, telling);
    compare_things(things_done(old_, was.on_exit, &comparing_), things_done(fresh_, is.on_exit),
                   {"离开时", "on leaving: "}, telling);
    if (!telling.how.empty())
      comparing_.add(Subject::state, renamed ? Change::renamed : Change::changed,
                     quoted_state(root ? fresh_ : old_, root ? is : was), telling.how, is.place);
    compare_transitions(was, is);
  }

  /// Where a compound state or a history begins.
  void compare_beginning(const State& was, const State& is, Telling& telling) const {
    const auto begins = [](const Definition& definition, const State& state) {
      return state.initial == no_index ? std::vector<StateIndex>()
                                       : definition.transitions[state.initial].targets;
    };
    std::vector<std::string> before, after;
    for (StateIndex s : begins(old_, was)) before.push_back(new_name(old_.states[s].id));
    for (StateIndex s : begins(fresh_, is)) after.push_back(fresh_.states[s].id);
    if (before != after)
      telling.row({"开始的环节", "first state"}, labels(old_, begins(old_, was)),
                  labels(fresh_, begins(fresh_, is)));
    const auto content = [](const Definition& definition, const State& state, const Comparing* names) {
      return state.initial == no_index
                 ? std::vector<DoneThing>()
                 : things_done(definition, definition.transitions[state.initial].content, names);
    };
    compare_things(content(old_, was, &comparing_), content(fresh_, is, nullptr),
                   {"开始时", "at its beginning: "}, telling);
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
        const auto same = std::find_if(free.begin(), free.end(),
                                       [&](TransitionIndex t) { return fits(old, fresh_.transitions[t]); });
        if (same == free.end()) continue;
        found[i] = *same;
        free.erase(same);
      }
    };
    const auto same_condition = [](const Transition& a, const Transition& b) {
      return canonical(a.condition.source) == canonical(b.condition.source);
    };
    const auto same_target = [this](const Transition& a, const Transition& b) {
      return targets_renamed(a) == targets_of(b);
    };
    pass([&](const Transition& a, const Transition& b) {
      return a.events == b.events && same_condition(a, b) && same_target(a, b);
    });
    pass([&](const Transition& a, const Transition& b) {
      return a.events == b.events && (same_condition(a, b) || same_target(a, b));
    });
    pass(
        [&](const Transition& a, const Transition& b) { return a.events == b.events && a.label == b.label; });
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
      const Transition& now = fresh_.transitions[t];
      Telling telling(true);
      if (now.by_system) telling.say({"由系统引起", "raised by the system"});
      if (!now.label.empty() || !now.events.empty())
        telling.row({"去向", "destination"}, "", labels(fresh_, now.targets));
      compare_parts({}, now, telling);
      comparing_.add(Subject::transition, Change::added, place_words(fresh_, now), telling.how, now.place);
    }
    if (std::is_sorted(in_order.begin(), in_order.end())) return;
    comparing_.add(Subject::transition, Change::changed, quoted_state(old_, was),
                   {{"各条走法的先后次序有变化（同一件事取最先成立的）",
                     "the order of its transitions has changed (the first that holds is taken)"}},
                   is.place);
  }

  void compare(const Transition& was, const Transition& is) {
    Telling telling;
    const auto events = [](const Transition& t) { return Wording(join(t.events, " ")); };
    telling.row({"事件", "event"}, events(was), events(is));
    telling.row({"名称", "label"}, was.label, is.label);
    if (targets_renamed(was) != targets_of(is))
      telling.row({"去向", "destination"}, labels(old_, was.targets), labels(fresh_, is.targets));
    if (was.internal != is.internal)
      telling.say({"是否重新进入本环节有变化", "whether the state is entered anew has changed"});
    if (was.by_system != is.by_system) {
      telling.say(is.by_system ? Wording("改为由系统引起", "now raised by the system")
                               : Wording("改为由人办", "now done by people"));
    }
    compare_parts(was, is, telling);
    if (!telling.how.empty())
      comparing_.add(Subject::transition, Change::changed, place_words(old_, was), telling.how, is.place);
  }

  /// What both a changed and a new transition may tell.
  void compare_parts(const Transition& was, const Transition& is, Telling& telling) const {
    compare_roles(was.role, is.role, {"由谁办", "who acts"}, telling);
    if (canonical(was.condition.source) != canonical(is.condition.source))
      telling.row({"条件", "condition"}, condition_in_words(old_, was.condition),
                  condition_in_words(fresh_, is.condition));
    comparing_.compare_basis(was.basis, is.basis, telling);
    compare_inputs(was, is, telling);
    compare_requirements(was, is, telling);
    compare_things(things_done(old_, was.content, &comparing_), things_done(fresh_, is.content), "", telling);
  }

  static std::string input_name(const Definition& definition, const Input& input) {
    const DataItem* item = definition.data_item(input.name);
    if (!input.label.empty()) return input.label;
    return item != nullptr && !item->label.empty() ? item->label : input.name;
  }

  /// 必填, 可填, or 在“…”时必填.
  static Wording how_needed(const Definition& definition, const Input& input) {
    if (!input.required) return {"可填", "optional"};
    if (!input.when) return {"必填", "required"};
    const Wording when = condition_in_words(definition, *input.when);
    return {"在“" + when.zh + "”时必填", "required if " + when.en};
  }

  void compare_inputs(const Transition& was, const Transition& is, Telling& telling) const {
    const auto find = [](const Transition& t, const std::string& name) {
      const auto found =
          std::find_if(t.inputs.begin(), t.inputs.end(), [&](const Input& i) { return i.name == name; });
      return found == t.inputs.end() ? nullptr : &*found;
    };
    const auto when = [](const Input& i) { return i.when ? canonical(i.when->source) : std::string(); };
    for (const Input& old : was.inputs) {
      const Input* now = find(is, old.name);
      const std::string name = input_name(old_, old);
      if (now == nullptr) {
        telling.say({"不再填“" + name + "”", "“" + name + "” is no longer filled in"});
        continue;
      }
      if (old.required != now->required || when(old) != when(*now)) {
        const Wording needed = how_needed(fresh_, *now);
        telling.say({"“" + name + "”改为" + needed.zh, "“" + name + "” is now " + needed.en});
      }
      if (!old.of_data)
        telling.row({"“" + name + "”的类型", "type of “" + name + "”"}, old.type_text, now->type_text);
      if (old.label != now->label)
        telling.row({"填写项的名称", "label of what is filled in"}, name, input_name(fresh_, *now));
    }
    for (const Input& now : is.inputs) {
      if (find(was, now.name) != nullptr) continue;
      const std::string name = input_name(fresh_, now);
      const Wording needed = how_needed(fresh_, now);
      telling.say(telling.is_new() ? Wording("填“" + name + "”（" + needed.zh + "）",
                                             "to fill in: “" + name + "” (" + needed.en + ")")
                                   : Wording("新增要填的“" + name + "”（" + needed.zh + "）",
                                             "new to fill in: “" + name + "” (" + needed.en + ")"));
    }
  }

  std::string requirement_key(const Requirement& r, const Definition& definition) const {
    const std::string slot = &definition == &old_ ? name_in(comparing_.papers, r.slot) : r.slot;
    return (r.test ? canonical(r.test->source) : "") + "|" + canonical(r.lacking.source) + "|" + slot + "|" +
           std::to_string(static_cast<int>(r.paper));
  }
  static Wording requirement_words(const Definition& definition, const Requirement& r) {
    if (!r.label.empty()) return r.label;
    if (r.slot.empty()) return r.test ? condition_in_words(definition, *r.test) : Wording("");
    switch (r.paper) {
      case Requirement::Paper::signed_:
        return {"“" + r.slot + "”已签署", "“" + r.slot + "” signed"};
      case Requirement::Paper::served:
        return {"“" + r.slot + "”已送达", "“" + r.slot + "” served"};
      case Requirement::Paper::issued:
        break;
    }
    return {"“" + r.slot + "”已制作", "“" + r.slot + "” made"};
  }

  /// One requirement beside its likeliest successor: a label, or what it asks for.
  void compare_requirement(const Requirement& was, const Requirement& is, Telling& telling) const {
    const Wording before = requirement_words(old_, was), after = requirement_words(fresh_, is);
    if (before != after) return telling.row({"办理前的要求", "what is required first"}, before, after);
    if (was.test && is.test && canonical(was.test->source) != canonical(is.test->source))
      return telling.row(
          {"要求“" + before.zh + "”的条件", "condition of the requirement “" + before.en + "”"},
          condition_in_words(old_, *was.test), condition_in_words(fresh_, *is.test));
    if (requirement_key(was, old_) != requirement_key(is, fresh_))
      telling.say({"办理前要求“" + before.zh + "”的内容有变化",
                   "the requirement “" + before.en + "” asks for something else"});
    Telling basis;
    comparing_.compare_basis(was.basis, is.basis, basis);
    for (const Wording& one : basis.how)
      telling.say({"要求“" + before.zh + "”：" + one.zh, "the requirement “" + before.en + "”: " + one.en});
  }

  void compare_requirements(const Transition& was, const Transition& is, Telling& telling) const {
    std::vector<const Requirement*> gone, news;
    for (const Requirement& r : was.requirements) gone.push_back(&r);
    for (const Requirement& r : is.requirements) news.push_back(&r);
    const auto pass = [&](const auto& fits) {
      for (auto old = gone.begin(); old != gone.end();) {
        const auto now =
            std::find_if(news.begin(), news.end(), [&](const Requirement* r) { return fits(**old, *r); });
        if (now == news.end()) {
          ++old;
          continue;
        }
        compare_requirement(**old, **now, telling);
        news.erase(now), old = gone.erase(old);
      }
    };
    pass([&](const Requirement& a, const Requirement& b) {
      return requirement_key(a, old_) == requirement_key(b, fresh_) && a.label == b.label;
    });
    pass([&](const Requirement& a, const Requirement& b) {
      return requirement_key(a, old_) == requirement_key(b, fresh_);
    });
    pass([&](const Requirement& a, const Requirement& b) { return !a.label.empty() && a.label == b.label; });
    pass([&](const Requirement& a, const Requirement& b) { return !a.slot.empty() && a.slot == b.slot; });
    const bool one_each = gone.size() == 1 && news.size() == 1;
    if (one_each && gone.front()->slot.empty() && news.front()->slot.empty())
      return compare_requirement(*gone.front(), *news.front(), telling);
    for (const Requirement* r : gone) {
      const Wording words = requirement_words(old_, *r);
      telling.say({"不再要求“" + words.zh + "”", "no longer required first: “" + words.en + "”"});
    }
    for (const Requirement* r : news) {
      const Wording words = requirement_words(fresh_, *r);
      telling.say({(telling.is_new() ? "办理前要求“" : "办理前新增要求“") + words.zh + "”",
                   (telling.is_new() ? "required first: “" : "now required first: “") + words.en + "”"});
    }
  }
};

}  // namespace

std::map<std::string, std::string> renamed_states(const Definition& old, const Definition& fresh) {
  std::map<std::string, std::string> names;
  for (const State& state : old.states) {
    if (state.kind == State::Kind::root || fresh.find(state.id)) continue;
    const auto gone = labelled_alike(old, fresh, state), news = labelled_alike(fresh, old, state);
    if (gone.size() == 1 && news.size() == 1) names.emplace(state.id, news.front()->id);
  }
  return names;
}

/// Old states beside new ones, the roots beside each other.
void pair_states(Comparing& comparing) {
  comparing.states = renamed_states(comparing.old, comparing.fresh);
  for (const State& state : comparing.old.states) {
    if (comparing.fresh.find(state.id))
      comparing.states[state.id] = state.id;
    else if (const State* same = of_same_events(comparing, state))
      comparing.states[state.id] = same->id;
  }
  comparing.states[comparing.old.states[0].id] = comparing.fresh.states[0].id;
}

void compare_flow(Comparing& comparing) { FlowComparison(comparing).run(); }

}  // namespace anjuan::procedure
